import { Evidence, type TaskEvent, type TaskEventAction, WishKind } from '@hopluc/shared/task-deeds'
import { addDays, daysBetween, Id, PlainDate } from '@hopluc/shared/values'
import * as z from 'zod'

export const Phase = z.enum([
  'drafted',
  'by_word',
  'issued',
  'taken_up',
  'submitted',
  'confirmed',
  'paused',
  'cancelled',
])
export type Phase = z.infer<typeof Phase>

/** Closed days and, while it goes on, the day since when. */
const Wait = z.object({ days: z.int(), since: PlainDate.nullable() })
export type Wait = z.infer<typeof Wait>

export const TaskState = z.object({
  phase: Phase,
  /** In force now; null for a standing duty or where no term was set. */
  dueOn: PlainDate.nullable(),
  isStanding: z.boolean(),
  leadId: Id,
  /** A standing duty of several agencies has them all here, others their lead alone. */
  leadIds: z.array(Id),
  coIds: z.array(Id),
  leadSince: PlainDate,
  /** Who led on the due day, when the lead has changed since. */
  leadAtTerm: Id.nullable().default(null),
  assignedOn: PlainDate.nullable(),
  /** The signed paper by which it was given. */
  given: z
    .object({ number: z.string(), documentId: Id.nullable(), item: z.string().nullable() })
    .nullable(),
  takenUpOn: PlainDate.nullable(),
  /** Where a pause goes back to. */
  pausedFrom: Phase.nullable(),
  /** Since when the clock stands still for a cause confirmed as objective. */
  stoppedOn: PlainDate.nullable(),
  /** A standing duty has no instances that fell due before: a list that was imported had the word. */
  recursFrom: PlainDate.nullable().default(null),
  percent: z.int(),
  extensions: z.int(),
  wishes: z.array(
    z.object({
      seq: z.int(),
      kind: WishKind,
      by: z.enum(['agency', 'standing']),
      on: PlainDate,
      isAskedLate: z.boolean(),
    }),
  ),
  prepared: z.object({ seq: z.int(), action: z.string() }).nullable(),
  questionSeq: z.int().nullable(),
  explanation: z.object({ seq: z.int(), untilOn: PlainDate }).nullable(),
  cause: z.object({ seq: z.int(), isObjective: z.boolean() }).nullable(),
  result: Evidence.extend({
    seq: z.int(),
    state: z.enum(['submitted', 'returned', 'confirmed']),
    on: PlainDate,
    leadId: Id,
    /** The due day in force when it was handed in. */
    dueOn: PlainDate.nullable(),
  }).nullable(),
  /** Lateness that no later due day undoes: an extension that was asked for after the term. */
  late: z.object({ leadId: Id, days: z.int() }).nullable(),
  atIssuer: Wait,
  atCo: Wait,
  pausedObjective: Wait,
  /** Rounds of opinions with those who have not answered. */
  rounds: z.array(z.object({ roundId: Id, agencyIds: z.array(Id) })),
  /** Who stands today in the place of a body that handed over. */
  heirs: z.record(Id, Id).default({}),
})
export type TaskState = z.infer<typeof TaskState>

/** A draft as it is drawn up, or drawn up again. */
export function drafted(
  event: Extract<TaskEvent, { action: 'draft' }>,
  before: TaskState | undefined,
): TaskState {
  const nothing = { days: 0, since: null }
  return {
    phase: 'drafted',
    dueOn: event.dueOn,
    isStanding: event.isStanding,
    leadId: event.leadId,
    leadIds: event.leadIds,
    coIds: event.coIds,
    leadSince: before?.leadSince ?? event.on,
    leadAtTerm: null,
    assignedOn: null,
    given: null,
    takenUpOn: null,
    pausedFrom: null,
    stoppedOn: null,
    recursFrom: null,
    percent: 0,
    extensions: 0,
    wishes: [],
    prepared: null,
    questionSeq: null,
    explanation: null,
    cause: null,
    result: null,
    late: null,
    atIssuer: nothing,
    atCo: nothing,
    pausedObjective: nothing,
    rounds: [],
    heirs: before?.heirs ?? {},
  }
}

const RUNNING: readonly Phase[] = ['issued', 'taken_up']
const OPEN: readonly Phase[] = ['by_word', ...RUNNING]
const LIVE: readonly Phase[] = [...OPEN, 'submitted', 'paused']

const STEPS: Record<TaskEventAction, readonly Phase[]> = {
  draft: ['drafted'], // drawn up again
  start_by_word: ['drafted'],
  issue: ['drafted', 'by_word'],
  take_up: ['issued'],
  question: OPEN,
  answer: [...OPEN, 'submitted', 'paused'],
  progress: ['by_word', 'taken_up'],
  prepare: OPEN,
  approve: LIVE,
  decline: LIVE,
  submit: ['taken_up'],
  return: ['submitted'],
  confirm: ['submitted'],
  request: RUNNING,
  propose: [...RUNNING, 'by_word'],
  decide: LIVE,
  order: LIVE,
  resume: ['paused'],
  ask_explanation: [...LIVE, 'confirmed'],
  explain: [...LIVE, 'confirmed'],
  judge_cause: [...LIVE, 'confirmed'],
  add_paper: [...LIVE, 'confirmed', 'cancelled'],
  discard: ['drafted'],
  import: [...LIVE, 'confirmed', 'cancelled'],
  hand_over: ['drafted', ...LIVE],
  take_back: ['drafted', ...LIVE],
  open_opinions: OPEN,
  give_opinion: LIVE,
  close_opinions: LIVE,
}

const WISHES: Record<WishKind, readonly Phase[]> = {
  extend: RUNNING,
  change_lead: OPEN,
  pause: RUNNING,
  cancel: LIVE,
}

/** What could be asked for, proposed or ordered: one wish of a kind waits at a time. */
export function openWishKinds(task: TaskState): WishKind[] {
  return WishKind.options.filter(
    (kind) => WISHES[kind].includes(task.phase) && (kind !== 'extend' || task.dueOn !== null),
  )
}

export function canApply(action: TaskEventAction, task: TaskState): boolean {
  if (!STEPS[action].includes(task.phase)) return false
  switch (action) {
    case 'question':
      return task.questionSeq === null
    case 'answer':
      return task.questionSeq !== null
    case 'approve':
    case 'decline':
      return task.prepared !== null
    case 'decide':
      return task.wishes.length > 0
    case 'explain':
      return task.explanation !== null
    case 'request':
    case 'propose':
    case 'order':
      return openWishKinds(task).length > 0
    case 'submit':
      return !task.isStanding
    default:
      return true
  }
}

/** Days of a wait up to the end of a day. */
export function waitedDays({ days, since }: Wait, day: PlainDate): number {
  return days + (since === null || since > day ? 0 : daysBetween(since, day))
}

/** The term as it would be if the task went on that day: with the days of an objective pause. */
export function dueWhenResumed({ dueOn, stoppedOn }: TaskState, day: PlainDate): PlainDate | null {
  return dueOn && stoppedOn ? addDays(dueOn, daysBetween(stoppedOn, day)) : dueOn
}

/** The body that today decides on what an issuer gave: after a reorganisation its successor. */
export function issuerToday({ heirs }: TaskState, issuerId: Id): Id {
  return heirs[issuerId] ?? issuerId
}

/** Who answers for a term that is over: after a change of lead each for the own days. */
export function lateLead({ leadId, leadSince, leadAtTerm, dueOn }: TaskState): Id {
  return leadAtTerm !== null && dueOn !== null && dueOn < leadSince ? leadAtTerm : leadId
}
