import type { AssessmentItem, AssessmentRound } from '@hopluc/shared/assessments'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { Pager } from '../../ui/pager.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { unitWords } from '../organisation/words.ts'
import { listQuery } from './queries.ts'
import { AssessmentStatus, points } from './words.tsx'

const route = getRouteApi('/app/assessments/rounds/$id')

/** Every cooperative of the round: by where it stands, or what it came to. */
export function RoundList({ round }: { round: AssessmentRound }) {
  const search = route.useSearch()
  const { data, error, refetch } = useQuery(listQuery({ ...search, round: round.id }))
  const { waiting, notRated, appeals, bands, count } = round.total
  const none = { state: undefined, band: undefined, appeal: undefined }
  const isAll = !search.state && !search.band && !search.appeal
  const levels = ['self', 'board', 'commune', 'province'] as const
  const tabs = [
    { id: 'all', label: t('assess.all'), count, change: none, isCurrent: isAll },
    ...levels.flatMap((level) => {
      const found = waiting[level]
      const isCurrent = search.state === level
      if (!found && !isCurrent) return []
      const change = { ...none, state: level }
      return [
        { id: level, label: t(`assess.state.${level}`), count: found ?? 0, change, isCurrent },
      ]
    }),
    ...round.bands.map(({ code, name }) => ({
      id: code,
      label: name,
      count: bands[code] ?? 0,
      change: { ...none, band: code },
      isCurrent: search.band === code,
    })),
    {
      id: 'none',
      label: t('assess.notRated'),
      count: notRated,
      change: { ...none, band: 'none' },
      isCurrent: search.band === 'none',
    },
    {
      id: 'appeal',
      label: t('assess.appeal.open'),
      count: appeals,
      change: { ...none, appeal: 'open' },
      isCurrent: search.appeal === 'open',
    },
  ]
  const unit = round.byUnit.find((row) => row.unit.id === search.unit)?.unit
  return (
    <Section
      title={t('assess.list')}
      note={unit && unitWords(unit)}
      more={
        unit && (
          <Link to="/assessments/rounds/$id" params={{ id: round.id }}>
            {t('assess.all.units')}
          </Link>
        )
      }
    >
      <TabLinks label={t('assess.state')} tabs={tabs} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data && (
        <>
          <Table
            label={t('assess.list')}
            columns={LIST_COLUMNS()}
            rows={data.items}
            rowKey={({ id }) => id}
            rowName={({ entity }) => entity.name}
            empty={<EmptyState>{t('assess.none.here')}</EmptyState>}
          />
          <Pager cursor={search.cursor} next={data.next} />
        </>
      )}
    </Section>
  )
}

const LIST_COLUMNS = (): readonly Column<AssessmentItem>[] => [
  {
    id: 'name',
    head: t('assess.entity'),
    phone: 'title',
    cell: ({ id, entity }) => (
      <Link to="/assessments/$id" params={{ id }}>
        {entity.name}
      </Link>
    ),
  },
  { id: 'unit', head: t('assess.unit'), phone: 'line', cell: ({ unit }) => unitWords(unit) },
  {
    id: 'total',
    head: t('assess.total'),
    isFigure: true,
    width: '90px',
    cell: ({ total }) => points(total),
  },
  {
    id: 'state',
    head: t('assess.state'),
    phone: 'end',
    width: '240px',
    cell: (one) => <AssessmentStatus one={one} />,
  },
]
