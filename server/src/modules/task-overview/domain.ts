import type { PendingTask, TaskSummary } from '@hopluc/shared/task-overview'
import type { TaskStatus } from '@hopluc/shared/task-deeds'
import type { TaskRow } from '@hopluc/shared/tasks'
import type { Id, Named, PlainDate } from '@hopluc/shared/values'
import { statusCounts } from '../task-lists/index.ts'
import type { TaskState } from '../task-states/index.ts'

/** One agency's tasks on a day, as counted by the database. */
export interface AgencyCount {
  agencyId: Id
  manner: string
  /** Null: what it left late when another took over. */
  status: TaskStatus | null
  count: number
  /** Due in its own time, and of these in time. */
  due: number
  inTime: number
}

const CLOSED: readonly TaskStatus[] = ['done_in_time', 'done_late']
/** Below five due tasks no rate is given, only the two numbers. */
const RATE_FROM = 5

/** Given tasks by agency, the late first; what was only asked for stands apart, without rates. */
export function summaryOf(
  asOf: PlainDate,
  counts: readonly AgencyCount[],
  names: ReadonlyMap<Id, Named>,
): TaskSummary {
  const given = counts.filter(({ manner }) => manner === 'assign')
  const asked = counts.filter(({ manner }) => manner === 'request')
  const named = (id: Id) => names.get(id) ?? { id, name: '…', shortName: '…' }
  const byAgency = (some: readonly AgencyCount[]) =>
    [...Map.groupBy(some, ({ agencyId }) => agencyId)].map(([id, rows]) => ({
      agency: named(id),
      ...totals(rows),
    }))
  return {
    asOf,
    total: totals(given),
    agencies: byAgency(given).toSorted(
      (one, other) =>
        other.overdue - one.overdue || one.agency.name.localeCompare(other.agency.name, 'vi'),
    ),
    requested: byAgency(asked).map(({ agency, byStatus, open }) => ({ agency, byStatus, open })),
  }
}

function totals(rows: readonly AgencyCount[]) {
  const byStatus = new Map<TaskStatus, number>()
  for (const { status, count } of rows)
    if (status) byStatus.set(status, (byStatus.get(status) ?? 0) + count)
  const sum = (of: (row: AgencyCount) => number) => rows.reduce((all, row) => all + of(row), 0)
  const due = sum((row) => row.due)
  const inTime = sum((row) => row.inTime)
  return {
    byStatus: statusCounts(byStatus),
    open: sum(({ status, count }) => (status && !CLOSED.includes(status) ? count : 0)),
    overdue: byStatus.get('overdue') ?? 0,
    due,
    inTime,
    rate: due < RATE_FROM ? null : inTime / due,
  }
}

/** What waits on a task for the word of somebody who may do these things. */
export function pendingOf(row: TaskRow, state: TaskState): Pick<PendingTask, 'kind' | 'seq'>[] {
  const may = (action: TaskRow['allowed'][number]) => row.allowed.includes(action)
  const found: Pick<PendingTask, 'kind' | 'seq'>[] = []
  if (state.prepared && may('approve')) found.push({ kind: 'approve', seq: state.prepared.seq })
  if (may('decide')) for (const { seq } of state.wishes) found.push({ kind: 'decide', seq })
  if (state.phase === 'submitted' && may('confirm'))
    found.push({ kind: 'confirm', seq: state.result?.seq ?? null })
  if (state.questionSeq !== null && may('answer'))
    found.push({ kind: 'answer', seq: state.questionSeq })
  if (state.explanation && !state.prepared && (may('explain') || may('prepare')))
    found.push({ kind: 'explain', seq: state.explanation.seq })
  if (may('take_up')) found.push({ kind: 'take_up', seq: null })
  if (state.phase === 'drafted' && may('issue') && row.partKind !== 'copy')
    found.push({ kind: 'issue', seq: null })
  return found
}
