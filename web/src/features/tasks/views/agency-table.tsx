import type { AgencySummary, TaskSummary } from '@hopluc/shared/task-overview'
import type { TaskStatus } from '@hopluc/shared/tasks'
import { Link, useSearch } from '@tanstack/react-router'
import { Fragment } from 'react'
import { formatNumber, formatShare } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Bar, type BarKind, Legend } from '../../../ui/bar.tsx'
import { Section } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/table.tsx'

type Counts = Pick<AgencySummary, 'byStatus' | 'due' | 'inTime' | 'rate'>

/** Which states make a column; drafts and cancelled tasks count nowhere. */
const DONE: readonly TaskStatus[] = ['done_in_time', 'done_late']
const TERM: readonly TaskStatus[] = [
  'in_term',
  'not_taken_up',
  'standing',
  'waiting_confirmation',
  'waiting_notice',
  'paused',
]
const SOON: readonly TaskStatus[] = ['due_soon']
const LATE: readonly TaskStatus[] = ['overdue']
const GIVEN = [...DONE, ...TERM, ...SOON, ...LATE]
/** As the summary counts: each part for itself, what was asked left out. */
const GIVEN_EACH = { parts: 'each', manner: 'assign' } as const

const count = ({ byStatus }: Pick<Counts, 'byStatus'>, states: readonly TaskStatus[]) =>
  states.reduce((sum, state) => sum + byStatus[state], 0)

/** The bar of all tasks, then agencies with the late first; those asked, not ordered, stand below. */
export function AgencyTable({ summary }: { summary: TaskSummary }) {
  const { asOf } = useSearch({ strict: false })
  const all = count(summary.total, GIVEN)
  if (all === 0 && summary.requested.length === 0)
    return (
      <Section title={t('tasks.by.byAgency')}>
        <EmptyState>{t('tasks.by.byAgency.empty')}</EmptyState>
      </Section>
    )
  return (
    <Section
      title={t('tasks.by.byAgency')}
      note={t('tasks.by.byAgency.note', { count: all })}
      more={
        <Link to="/tasks" search={{ ...GIVEN_EACH, status: GIVEN.join(','), asOf }}>
          {t('tasks.by.byAgency.all', { count: all })}
        </Link>
      }
    >
      <Whole summary={summary} />
      <Table
        label={t('tasks.by.byAgency')}
        columns={useAgencyColumns()}
        rows={summary.agencies}
        rowKey={({ agency }) => agency.id}
        rowName={({ agency }) => agency.name}
        sum={sumRow(summary.total)}
      />
      {summary.requested.length > 0 && (
        <p className="tasks-requested small muted">
          {t('tasks.by.requested', {
            list: summary.requested
              .map(({ agency, byStatus }) => `${agency.shortName} (${count({ byStatus }, GIVEN)})`)
              .join(', '),
          })}
        </p>
      )}
    </Section>
  )
}

function partsOf(counts: Counts) {
  const part = (kind: BarKind, states: readonly TaskStatus[], label: string) => ({
    kind,
    value: count(counts, states),
    label,
    states,
  })
  return [
    part('done', ['done_in_time'], t('tasks.by.bar.inTime')),
    part('doneLate', ['done_late'], t('tasks.by.bar.doneLate')),
    part('term', TERM, t('tasks.by.bar.term')),
    part('soon', SOON, t('tasks.by.bar.soon')),
    part('late', LATE, t('tasks.by.bar.late')),
  ]
}

function Whole({ summary: { total } }: { summary: TaskSummary }) {
  const { asOf } = useSearch({ strict: false })
  const parts = partsOf(total)
  const untaken = total.byStatus.not_taken_up
  return (
    <div className="tasks-whole">
      <Bar parts={parts} label={t('tasks.by.bar.of')} size="page" />
      <Legend
        items={parts
          .filter(({ value }) => value > 0)
          .map(({ kind, value, label, states }) => ({
            kind,
            value: (
              <Link
                to="/tasks"
                search={{ ...GIVEN_EACH, status: states.join(','), asOf }}
                className="value-link"
              >
                {formatNumber(value)}
              </Link>
            ),
            label:
              kind === 'term' && untaken > 0 ? (
                <Fragment>
                  {label},{' '}
                  <Link to="/tasks" search={{ ...GIVEN_EACH, status: 'not_taken_up', asOf }}>
                    {t('tasks.by.notTakenUp', { count: untaken })}
                  </Link>
                </Fragment>
              ) : (
                label
              ),
          }))}
      />
    </div>
  )
}

function useAgencyColumns(): Column<AgencySummary>[] {
  const { asOf } = useSearch({ strict: false })
  const figure = (
    id: string,
    head: string,
    states: readonly TaskStatus[],
    tone = '',
  ): Column<AgencySummary> => ({
    id,
    head,
    isFigure: true,
    phone: id === 'late' ? 'end' : 'none',
    cell: (row) => {
      const value = count(row, states)
      if (value === 0) return '–'
      return (
        <Link
          to="/tasks"
          search={{
            lead: row.agency.id,
            status: states.join(','),
            parts: 'each',
            manner: 'assign',
            asOf,
          }}
          className={`value-link ${tone}`}
        >
          {formatNumber(value)}
        </Link>
      )
    },
  })
  return [
    {
      id: 'agency',
      head: t('tasks.by.column.agency'),
      phone: 'title',
      cell: ({ agency }) => <span title={agency.name}>{agency.shortName}</span>,
    },
    {
      id: 'bar',
      head: <span className="for-readers">{t('tasks.by.bar.of')}</span>,
      width: '120px',
      phone: 'line',
      cell: (row) => <Bar parts={partsOf(row)} label={row.agency.name} />,
    },
    figure('total', t('tasks.by.column.total'), GIVEN),
    figure('done', t('tasks.by.column.done'), DONE),
    figure('term', t('tasks.by.column.term'), TERM),
    figure('soon', t('tasks.by.column.soon'), SOON, 'amber'),
    figure('late', t('tasks.by.column.late'), LATE, 'red'),
    {
      id: 'rate',
      head: t('tasks.by.column.rate'),
      isFigure: true,
      phone: 'none',
      cell: (row) => rateWords(row),
    },
  ]
}

/** Below five due tasks the two numbers, not a percentage. */
function rateWords({ rate, due, inTime }: Counts): string {
  if (rate !== null) return formatShare(rate)
  return due > 0 ? `${inTime}/${due}` : '–'
}

function sumRow(total: Counts) {
  return {
    agency: t('tasks.by.sum'),
    total: formatNumber(count(total, GIVEN)),
    done: formatNumber(count(total, DONE)),
    term: formatNumber(count(total, TERM)),
    soon: formatNumber(count(total, SOON)),
    late: formatNumber(count(total, LATE)),
    rate: rateWords(total),
  }
}
