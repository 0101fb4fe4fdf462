import '../../../ui/table.css'
import type { AgencySummary, TaskSummary } from '@hopluc/shared/task-overview'
import type { TaskStatus } from '@hopluc/shared/tasks'
import { Link, useSearch } from '@tanstack/react-router'
import { Fragment } from 'react'
import { formatNumber, formatShare } from '../../../lib/format.ts'
import { t } from '../../../lib/i18n.ts'
import { Bar, type BarKind, Legend } from '../../../ui/bar.tsx'
import { Section } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/states.tsx'

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
      <AgencyRows summary={summary} />
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

/** Plain markup: home shows it first, and needs neither selection nor keys. */
function AgencyRows({ summary: { agencies, total } }: { summary: TaskSummary }) {
  return (
    <table className="table" aria-label={t('tasks.by.byAgency')}>
      <thead>
        <tr>
          <th scope="col">{t('tasks.by.column.agency')}</th>
          <th scope="col" className="tasks-by-bar">
            <span className="for-readers">{t('tasks.by.bar.of')}</span>
          </th>
          {FIGURES.map(({ id }) => (
            <th key={id} scope="col" className="table-figure">
              {t(`tasks.by.column.${id}`)}
            </th>
          ))}
          <th scope="col" className="table-figure">
            {t('tasks.by.column.rate')}
          </th>
        </tr>
      </thead>
      <tbody>
        {agencies.map((row) => (
          <tr key={row.agency.id}>
            <td className="table-phone-title" title={row.agency.name}>
              {row.agency.shortName}
            </td>
            <td className="table-phone-line">
              <Bar parts={partsOf(row)} label={row.agency.name} />
            </td>
            {FIGURES.map((figure) => (
              <td key={figure.id} className={figureClass(figure.id)}>
                <Figure row={row} states={figure.states} tone={figure.tone} />
              </td>
            ))}
            <td className="table-figure table-phone-none">{rateWords(row)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td className="table-phone-title" colSpan={2}>
            {t('tasks.by.sum')}
          </td>
          {FIGURES.map(({ id, states }) => (
            <td key={id} className={figureClass(id)}>
              {formatNumber(count(total, states))}
            </td>
          ))}
          <td className="table-figure table-phone-none">{rateWords(total)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

const FIGURES = [
  { id: 'total', states: GIVEN, tone: '' },
  { id: 'done', states: DONE, tone: '' },
  { id: 'term', states: TERM, tone: '' },
  { id: 'soon', states: SOON, tone: 'amber' },
  { id: 'late', states: LATE, tone: 'red' },
] as const

const figureClass = (id: string) =>
  `table-figure ${id === 'late' ? 'table-phone-end' : 'table-phone-none'}`

/** A figure leads to the tasks that it counts. */
function Figure({
  row,
  states,
  tone,
}: {
  row: AgencySummary
  states: readonly TaskStatus[]
  tone: string
}) {
  const { asOf } = useSearch({ strict: false })
  const value = count(row, states)
  if (value === 0) return '–'
  return (
    <Link
      to="/tasks"
      search={{ ...GIVEN_EACH, lead: row.agency.id, status: states.join(','), asOf }}
      className={`value-link ${tone}`}
    >
      {formatNumber(value)}
    </Link>
  )
}

/** Below five due tasks the two numbers, not a percentage. */
function rateWords({ rate, due, inTime }: Counts): string {
  if (rate !== null) return formatShare(rate)
  return due > 0 ? `${inTime}/${due}` : '–'
}
