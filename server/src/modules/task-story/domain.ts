import { Evidence, type TaskDeed, type TaskEvent, type Wish } from '@hopluc/shared/task-deeds'
import { daysBetween, FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import { AppError } from '../../platform/errors.ts'
import { assertFits, wrongState } from '../task-rules/index.ts'
import {
  drafted,
  dueWhenResumed,
  lateLead,
  type TaskState,
  type Wait,
} from '../task-states/index.ts'

type Event<A extends TaskEvent['action']> = Extract<TaskEvent, { action: A }>

/** The deed with its day: an issued task counts from the day on its signed paper. */
export function dated(deed: TaskDeed, today: PlainDate): TaskEvent {
  const on = deed.action === 'issue' ? deed.signedOn : today
  if (on <= today) return { ...deed, on }
  throw new AppError('rule', 'tasks.signed_ahead', {
    vi: 'Ngày ký không thể sau ngày hôm nay.',
    en: 'The day of signing cannot lie after today.',
  })
}

/** The story with one more event, or an error if the task is not in a state for it. */
export function advance(events: readonly TaskEvent[], event: TaskEvent): TaskEvent[] {
  const task = fold(events)
  if (!task) throw wrongState()
  assertFits(task, event, events)
  return [...events, event]
}

/** The prepared deed, as the leader lets it leave on a day. */
export function approved(events: readonly TaskEvent[], on: PlainDate): TaskEvent {
  const seq = fold(events)?.prepared?.seq ?? 0
  const draft = events[seq - 1]
  if (draft?.action !== 'prepare') throw wrongState()
  return { ...draft.deed, on, preparedSeq: seq }
}

/** What the task was at the end of a day; undefined before the first day it speaks of. */
export function fold(
  events: readonly TaskEvent[],
  day: PlainDate = FOREVER,
): TaskState | undefined {
  const isThere = events.some(({ on }) => on <= day)
  const takenBack = new Set(
    events.flatMap((event) => (event.action === 'take_back' ? [event.seq] : [])),
  )
  let task: TaskState | undefined
  for (const [index, event] of events.entries()) {
    if (takenBack.has(index + 1)) continue
    // a paper signed before the draft was typed in: the draft belongs to its day
    if (event.on <= day || (isThere && index === 0)) task = apply(task, event, index + 1, events)
  }
  return task
}

function apply(
  task: TaskState | undefined,
  event: TaskEvent,
  seq: number,
  events: readonly TaskEvent[],
): TaskState | undefined {
  const { on } = event
  if (event.action === 'draft') return drafted(event, task)
  if (!task) return undefined
  switch (event.action) {
    case 'start_by_word':
      return { ...task, phase: 'by_word' }
    case 'issue': {
      const phase = task.takenUpOn ? 'taken_up' : 'issued'
      const { number, documentId, item } = event
      const given = { number, documentId, item }
      return { ...task, phase, given, assignedOn: on, dueOn: event.dueOn ?? task.dueOn }
    }
    case 'take_up':
      return { ...task, phase: 'taken_up', takenUpOn: on }
    case 'question':
      return { ...settle(task, event), questionSeq: seq, atIssuer: begin(task.atIssuer, on) }
    case 'answer':
      return { ...task, questionSeq: null, atIssuer: end(task.atIssuer, on) }
    case 'progress':
      return { ...task, percent: event.percent }
    case 'prepare':
      return { ...task, prepared: { seq, action: event.deed.action } }
    case 'decline':
      return { ...task, prepared: null }
    case 'submit':
      return {
        ...settle(task, event),
        phase: 'submitted',
        questionSeq: null,
        atIssuer: begin(task.atIssuer, on),
        result: {
          ...Evidence.parse(event),
          seq,
          state: 'submitted',
          on,
          leadId: task.leadId,
          dueOn: task.dueOn,
        },
      }
    case 'return': // the clock goes on, without a new due day
      return { ...reviewed(task, 'returned', on), phase: 'taken_up' }
    case 'confirm':
      return { ...reviewed(task, 'confirmed', on), phase: 'confirmed', percent: 100, wishes: [] }
    case 'request':
      return { ...settle(task, event), wishes: wished(task, event.wish, 'agency', on, seq) }
    case 'propose':
      return { ...task, wishes: wished(task, event.wish, 'standing', on, seq) }
    case 'decide':
      return decide(task, event, events)
    case 'order':
      return grant(task, event.wish, on, isAfter(on, task.dueOn))
    case 'resume':
      return resume(task, on)
    case 'ask_explanation':
      return { ...task, explanation: { seq, untilOn: event.untilOn } }
    case 'explain':
      return { ...settle(task, event), explanation: null }
    case 'judge_cause':
      return { ...task, cause: { seq, isObjective: event.isObjective } }
    case 'discard':
      return { ...task, phase: 'cancelled' }
    case 'import':
      return imported(task, event, seq)
    case 'hand_over':
      return handOver(task, event.fromId, event.toId, on)
    case 'open_opinions':
      return rounds(task, on, [
        ...task.rounds,
        { roundId: event.roundId, agencyIds: event.agencyIds },
      ])
    case 'give_opinion':
      return rounds(
        task,
        on,
        task.rounds.map((round) =>
          round.roundId === event.roundId
            ? { ...round, agencyIds: round.agencyIds.filter((id) => id !== event.agencyId) }
            : round,
        ),
      )
    case 'close_opinions':
      return rounds(
        task,
        on,
        task.rounds.filter((round) => round.roundId !== event.roundId),
      )
    default:
      return task
  }
}

/** A draft that was approved is no longer one. */
function settle(task: TaskState, { preparedSeq }: TaskEvent): TaskState {
  return preparedSeq === undefined ? task : { ...task, prepared: null }
}

function reviewed(task: TaskState, state: 'returned' | 'confirmed', on: PlainDate): TaskState {
  const result = task.result && { ...task.result, state }
  return { ...task, result, questionSeq: null, atIssuer: end(task.atIssuer, on) }
}

function wished(
  task: TaskState,
  { kind }: Wish,
  by: 'agency' | 'standing',
  on: PlainDate,
  seq: number,
): TaskState['wishes'] {
  const others = task.wishes.filter((wish) => wish.kind !== kind)
  // asked in time stays so while it waits, whoever asks or proposes it again
  const wasInTime = task.wishes.some((wish) => wish.kind === kind && !wish.isAskedLate)
  return [...others, { seq, kind, by, on, isAskedLate: !wasInTime && isAfter(on, task.dueOn) }]
}

function decide(task: TaskState, event: Event<'decide'>, events: readonly TaskEvent[]): TaskState {
  const open = task.wishes.find(({ seq }) => seq === event.seq)
  const asked = events[event.seq - 1]
  if (!open || !asked || (asked.action !== 'request' && asked.action !== 'propose')) return task
  const left = { ...task, wishes: task.wishes.filter((wish) => wish !== open) }
  if (event.verdict === 'refuse') return left
  return grant(left, withVerdict(asked.wish, event), event.on, open.isAskedLate)
}

/** The chair may grant another day, and says whether the cause of a pause is objective. */
function withVerdict(wish: Wish, { dueOn, isObjective }: Event<'decide'>): Wish {
  if (wish.kind === 'extend') return { ...wish, dueOn: dueOn ?? wish.dueOn }
  if (wish.kind === 'pause') return { ...wish, isObjective: isObjective ?? wish.isObjective }
  return wish
}

function grant(task: TaskState, wish: Wish, on: PlainDate, isAskedLate: boolean): TaskState {
  switch (wish.kind) {
    case 'extend': {
      // days of an objective pause are nobody's lateness; the new day knows of them, and only those
      // that follow are added to it
      const { stoppedOn } = task
      const days = task.dueOn ? Math.max(0, daysBetween(task.dueOn, stoppedOn ?? on)) : 0
      const late = isAskedLate ? { leadId: lateLead(task), days } : task.late
      const extensions = task.extensions + 1
      return { ...task, dueOn: wish.dueOn, stoppedOn: stoppedOn && on, extensions, late }
    }
    case 'change_lead': {
      const phase = task.phase === 'by_word' ? 'by_word' : 'issued'
      const fresh = { takenUpOn: null, prepared: null, questionSeq: null, wishes: [] }
      const atIssuer = end(task.atIssuer, on)
      const lead = { leadId: wish.leadId, leadSince: on, leadAtTerm: lateLead(task) }
      // a standing duty of several passes to the new lead as a whole, and so do its next instances
      const leadIds = task.leadIds.length > 0 ? [wish.leadId] : []
      const coIds = task.coIds.filter((id) => id !== wish.leadId)
      return { ...task, ...fresh, ...lead, leadIds, coIds, atIssuer, phase }
    }
    case 'pause': {
      const stoppedOn = wish.isObjective ? on : null
      const pausedObjective = wish.isObjective
        ? begin(task.pausedObjective, on)
        : task.pausedObjective
      return { ...task, phase: 'paused', pausedFrom: task.phase, stoppedOn, pausedObjective }
    }
    case 'cancel':
      return { ...task, phase: 'cancelled', wishes: [], atIssuer: end(task.atIssuer, on) }
  }
}

/** Days of a pause for an objective cause are added to the term. */
function resume(task: TaskState, on: PlainDate): TaskState {
  const phase = task.pausedFrom ?? 'taken_up'
  const going = { phase, pausedFrom: null, stoppedOn: null, dueOn: dueWhenResumed(task, on) }
  const pausedObjective = end(task.pausedObjective, on)
  return { ...task, ...going, pausedObjective, recursFrom: task.isStanding ? on : null }
}

const PHASES = {
  running: 'taken_up',
  done: 'confirmed',
  paused: 'paused',
  cancelled: 'cancelled',
} as const

/** The list has the word: it says how the task stands, and since when. */
function imported(task: TaskState, event: Event<'import'>, seq: number): TaskState {
  const { on, dueOn, state, text, papers, isLate, listedOn } = event
  const { leadId } = task
  const result = { text, papers, fileIds: [], seq, on, leadId, dueOn, state: 'confirmed' as const }
  return {
    ...task,
    phase: PHASES[state],
    takenUpOn: task.takenUpOn ?? on,
    pausedFrom: state === 'paused' ? 'taken_up' : null,
    dueOn,
    result: state === 'done' ? result : null,
    percent: state === 'done' ? 100 : task.percent,
    late: isLate ? { leadId, days: 0 } : null,
    recursFrom: listedOn ?? task.recursFrom,
  }
}

function handOver(task: TaskState, fromId: Id, toId: Id, on: PlainDate): TaskState {
  const swap = (ids: readonly Id[]) => [...new Set(ids.map((id) => (id === fromId ? toId : id)))]
  const next = {
    ...task,
    leadIds: swap(task.leadIds),
    coIds: swap(task.coIds),
    rounds: task.rounds.map((round) => ({ ...round, agencyIds: swap(round.agencyIds) })),
    heirs: { ...heirsAfter(task.heirs, fromId, toId), [fromId]: toId },
  }
  if (task.leadId !== fromId) return next
  return { ...next, leadId: toId, leadSince: on, leadAtTerm: lateLead(task), prepared: null }
}

/** Whoever had handed over to the one that now hands over has its successor too. */
function heirsAfter(heirs: TaskState['heirs'], fromId: Id, toId: Id): TaskState['heirs'] {
  return Object.fromEntries(
    Object.entries(heirs).map(([id, heir]) => [id, heir === fromId ? toId : heir]),
  )
}

function rounds(task: TaskState, on: PlainDate, open: TaskState['rounds']): TaskState {
  const isWaiting = open.some(({ agencyIds }) => agencyIds.length > 0)
  return { ...task, rounds: open, atCo: isWaiting ? begin(task.atCo, on) : end(task.atCo, on) }
}

function begin(wait: Wait, on: PlainDate): Wait {
  return { days: wait.days, since: wait.since ?? on }
}

function end({ days, since }: Wait, on: PlainDate): Wait {
  return { days: days + (since ? daysBetween(since, on) : 0), since: null }
}

function isAfter(day: PlainDate, dueOn: PlainDate | null): boolean {
  return dueOn !== null && day > dueOn
}
