import type { Task, TaskAction, TaskRow, WishKind } from '@hopluc/shared/tasks'
import type { Id } from '@hopluc/shared/values'

/** A task on which something is done: the row, or one part of it. */
export type Target = Pick<
  TaskRow,
  'id' | 'version' | 'title' | 'code' | 'lead' | 'dueOn' | 'manner'
>

/** What leaves an agency, drafted for its leader. */
export type Prepared = 'submit' | 'question' | 'request' | 'explain'

/** One thing that can be done now: which deed, on what, in whose words. */
export interface Act {
  readonly id: string
  readonly action: TaskAction
  /** For `request`, `propose`, `order`, and a prepared request. */
  readonly wish?: WishKind | undefined
  /** For `prepare`: what the leader is asked to let go. */
  readonly prepared?: Prepared | undefined
  /** For `decide`: the wish. */
  readonly seq?: number | undefined
  readonly targets: readonly Target[]
  /** Of a container: whose part it is. */
  readonly of?: string | undefined
  /** The open word of the page: filled, and docked on the phone. */
  readonly isFirst?: boolean
}

/** At once, without further words. */
export const AT_ONCE: readonly TaskAction[] = ['take_up', 'approve']

/** What is urgent comes first; what is seldom needed comes last. */
const ORDER: readonly TaskAction[] = [
  'approve',
  'decide',
  'confirm',
  'answer',
  'explain',
  'take_up',
  'issue',
  'start_by_word',
  'submit',
  'progress',
  'prepare',
  'return',
  'decline',
  'remind',
  'request',
  'propose',
  'order',
  'ask_explanation',
  'judge_cause',
  'question',
  'resume',
  'pass_to_person',
  'hand_down',
  'open_opinions',
  'plan_milestones',
  'edit_draft',
  'direct',
  'add_paper',
]
/** What can be the one filled button of the page. */
const CAN_BE_FIRST: readonly TaskAction[] = [
  'approve',
  'decide',
  'confirm',
  'answer',
  'explain',
  'take_up',
  'issue',
  'submit',
  'progress',
  'prepare',
]
/** Only what waits takes part: a part that is done has nothing to return. */
const OF_PARTS: readonly TaskAction[] = ['confirm', 'return', 'approve', 'take_up']
const MANY_PARTS = 3

/** The list of buttons of a task's page, the first one filled. */
export function actsOf(task: Task): Act[] {
  const own = task.allowed.flatMap((action) => actsFor(task, action))
  const acts = [...own, ...actsOfParts(task)].toSorted((one, other) => rank(one) - rank(other))
  const first = acts.find(({ action }) => CAN_BE_FIRST.includes(action))
  if (!first) return acts
  return [{ ...first, isFirst: true }, ...acts.filter((act) => act !== first)]
}

/** A draft for the leader stands where its deed would stand. */
const rank = ({ action, prepared }: Act) => ORDER.indexOf(prepared ?? action)

function actsFor(task: Task, action: TaskAction): Act[] {
  const base = { action, targets: [task] }
  switch (action) {
    case 'comment': // has its place under the story
      return []
    case 'request':
    case 'propose':
    case 'order':
      return task.wishes.map((wish) => ({ ...base, id: `${action} ${wish}`, wish }))
    case 'prepare':
      return preparedOf(task).map((one) => ({ ...base, ...one }))
    case 'decide':
      return task.openWishes.map(({ seq, wish }) => ({
        ...base,
        id: `decide ${seq}`,
        seq,
        wish: wish.kind,
      }))
    case 'judge_cause': // of what was late, or is explained
      return task.daysLate > 0 || task.cause ? [{ ...base, id: action }] : []
    case 'ask_explanation':
      return task.daysLate > 0 ? [{ ...base, id: action }] : []
    case 'remind':
      return task.status === 'overdue' || task.status === 'due_soon'
        ? [{ ...base, id: action }]
        : []
    case 'add_paper':
      return papersMissing(task).length > 0 ? [{ ...base, id: action }] : []
    default:
      return [{ ...base, id: action }]
  }
}

/** A draft of each thing that the agency could let go now. */
function preparedOf(task: Task): { id: string; prepared: Prepared; wish?: WishKind }[] {
  const isUnderWay = task.takenUpOn !== null && task.status !== 'standing'
  return [
    ...(isUnderWay ? [{ id: 'prepare submit', prepared: 'submit' as const }] : []),
    ...(task.explanationAsked ? [{ id: 'prepare explain', prepared: 'explain' as const }] : []),
    ...task.wishes.map((wish) => ({
      id: `prepare request ${wish}`,
      prepared: 'request' as const,
      wish,
    })),
    ...(task.question ? [] : [{ id: 'prepare question', prepared: 'question' as const }]),
  ]
}

/** What waits in the parts of a container: each by name while they are few, else all at once. */
function actsOfParts(task: Task): Act[] {
  return OF_PARTS.flatMap((action) => {
    const parts = task.partRows.filter(({ allowed }) => allowed.includes(action))
    if (parts.length === 0) return []
    if (parts.length > MANY_PARTS && action !== 'return')
      return [{ id: `parts ${action}`, action, targets: parts, of: String(parts.length) }]
    return parts
      .slice(0, MANY_PARTS)
      .map((part) => ({
        id: `${part.id} ${action}`,
        action,
        targets: [part],
        of: part.lead?.shortName ?? part.code,
      }))
  })
}

const HAS_PAPER: readonly string[] = ['request', 'propose', 'decide', 'order', 'submit']

/** Deeds whose signed paper is not entered yet. */
export function papersMissing({ history }: Pick<Task, 'history'>) {
  return history.filter(
    ({ action, papers, seq, part }) =>
      seq !== null && part === null && papers.length === 0 && HAS_PAPER.includes(action),
  )
}

/** What all of the chosen tasks allow. */
export function allowedOnAll(tasks: readonly Pick<TaskRow, 'allowed'>[]): TaskAction[] {
  const [first, ...rest] = tasks
  return (first?.allowed ?? []).filter((action) =>
    rest.every(({ allowed }) => allowed.includes(action)),
  )
}

/** The parts, or the task itself, that can be reminded: given, late, not asked. */
export function lateOnes(task: Task): Id[] {
  const late = task.partRows.filter(
    ({ status, manner }) => status === 'overdue' && manner === 'assign',
  )
  return late.length > 0 ? late.map(({ id }) => id) : [task.id]
}
