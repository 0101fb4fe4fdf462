import './plans.css'
import type { TargetSummary } from '@hopluc/shared/plans'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { Status } from '../../ui/status.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { targetSummaryQuery } from './queries.ts'
import { aimWords, valueWords, verdictKind, verdictWords } from './words.ts'

type Row = TargetSummary['rows'][number]

/** The targets in the document's words, with what is there, what is expected, and the verdict. */
export function TargetsSection() {
  const { asOf } = useSearch({ strict: false })
  const { data } = useQuery(targetSummaryQuery(asOf))
  if (!data?.plan) return null
  const { plan, rows } = data
  return (
    <Section
      title={t('targets.home')}
      note={t('targets.home.until', { day: formatDate(data.asOf) })}
      more={
        <Link to="/plans/$id" params={{ id: plan.id }}>
          {t('targets.table')}
        </Link>
      }
    >
      <Table
        label={t('targets.home')}
        columns={columns()}
        rows={rows}
        rowKey={({ id }) => id}
        rowName={({ words }) => words}
      />
    </Section>
  )
}

const columns = (): readonly Column<Row>[] => [
  {
    id: 'words',
    head: t('targets.column.words'),
    phone: 'title',
    cell: ({ id, words, parentId }) => (
      <Link
        to="/targets/$id"
        params={{ id }}
        className={parentId === null ? 'quiet-link' : 'quiet-link plans-indent'}
      >
        {words}
      </Link>
    ),
  },
  { id: 'aim', head: t('targets.column.bound'), isFigure: true, cell: aimWords },
  {
    id: 'done',
    head: t('targets.done'),
    isFigure: true,
    phone: 'line',
    cell: (row) => valueWords(row.readings[0]?.value ?? null, row),
  },
  {
    id: 'forecast',
    head: t('targets.home.forecast'),
    isFigure: true,
    cell: (row) => valueWords(row.forecast.value, row),
  },
  {
    id: 'verdict',
    head: t('targets.column.verdict'),
    phone: 'end',
    cell: (row) => <Status kind={verdictKind(row.verdict)}>{verdictWords(row)}</Status>,
  },
]
