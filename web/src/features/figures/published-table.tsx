import type { PublishedFigure } from '@hopluc/shared/figures'
import { useQuery } from '@tanstack/react-query'
import { t } from '../../lib/i18n.ts'
import { type Column, Table } from '../../ui/table.tsx'
import { indicatorsQuery } from '../indicators/queries.ts'
import { nameOf, periodWords, valueWords } from './words.ts'

interface PublishedTableProps {
  readonly items: readonly PublishedFigure[]
  /** Our own value beside it. */
  readonly ours?: ((one: PublishedFigure) => number | null) | undefined
  readonly onOpen?: ((one: PublishedFigure) => void) | undefined
}

/** Figures of others, each with whose it is and where it is printed. */
export function PublishedTable({ items, ours, onOpen }: PublishedTableProps) {
  const { data } = useQuery(indicatorsQuery)
  const indicatorOf = (one: PublishedFigure) => data?.items.find(({ id }) => id === one.indicatorId)
  const decimals = (one: PublishedFigure, value: number | null) =>
    value !== null && Number.isInteger(value) ? 0 : Math.max(1, indicatorOf(one)?.decimals ?? 1)
  const columns: Column<PublishedFigure>[] = [
    {
      id: 'name',
      head: t('indicators.name'),
      phone: 'title',
      cell: (one) => {
        const indicator = indicatorOf(one)
        return indicator ? `${nameOf(indicator)} (${indicator.measure})` : one.code
      },
    },
    ...(ours
      ? [
          {
            id: 'ours',
            head: t('figures.published.ours'),
            isFigure: true,
            phone: 'line' as const,
            cell: (one: PublishedFigure) => valueWords(ours(one), decimals(one, ours(one))),
          },
        ]
      : [
          {
            id: 'place',
            head: t('figures.published.place'),
            phone: 'line' as const,
            cell: (one: PublishedFigure) => one.place || t('figures.published.nation'),
          },
          {
            id: 'period',
            head: t('figures.period'),
            phone: 'line' as const,
            cell: (one: PublishedFigure) => periodWords(one.period),
          },
        ]),
    {
      id: 'theirs',
      head: t('figures.published.theirs'),
      isFigure: true,
      phone: 'end',
      cell: (one) => (
        <span title={one.words}>{valueWords(one.value, decimals(one, one.value))}</span>
      ),
    },
    { id: 'agency', head: t('figures.published.agency'), phone: 'line', cell: (one) => one.agency },
    { id: 'source', head: t('figures.published.source'), cell: (one) => one.source },
    { id: 'note', head: t('figures.published.note'), cell: (one) => one.note },
  ]
  return (
    <Table
      label={t('figures.published')}
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      onOpen={onOpen}
      empty={t('figures.published.empty')}
    />
  )
}
