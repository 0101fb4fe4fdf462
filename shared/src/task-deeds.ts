import * as z from 'zod'
import { Id, PlainDate, Words } from './values.ts'

/** Always computed from dates and events for a day; nobody types it. */
export const TaskStatus = z.enum([
  'drafted',
  'waiting_notice',
  'not_taken_up',
  'in_term',
  'due_soon',
  'overdue',
  'waiting_confirmation',
  'done_in_time',
  'done_late',
  'standing',
  'paused',
  'cancelled',
])
export type TaskStatus = z.infer<typeof TaskStatus>

/** Giao to subordinates, đề nghị phối hợp to equals: never dunned, never ranked. */
export const Manner = z.enum(['assign', 'request'])
export type Manner = z.infer<typeof Manner>

/** In the document (linked to its words), or proposed by the standing agency and approved. */
export const DueSource = z.enum(['document', 'proposed'])
export type DueSource = z.infer<typeof DueSource>

/**
 * A standing duty's rule: one instance a period, due on `day` (or the last day) of the period's
 * last month, or of the month after it.
 */
export const Recurrence = z.object({
  every: z.enum(['week', 'month', 'quarter', 'half_year', 'nine_months', 'year']),
  /** Day of the month; for weeks 1 (Monday) to 7. Null is the last day. */
  day: z.int().min(1).max(31).nullable().default(null),
  isMonthAfter: z.boolean().default(false),
})
export type Recurrence = z.infer<typeof Recurrence>

/** A paper by its number and day: enough as a result, and enough beside a decision. */
export const PaperMark = z.object({ number: z.string().trim().min(1).max(200), on: PlainDate })
export type PaperMark = z.infer<typeof PaperMark>

/** What an agency shows: text, files, papers by number and date. */
export const Evidence = z.object({
  text: z.string().trim().max(8000).default(''),
  fileIds: z.array(Id).max(20).default([]),
  papers: z.array(PaperMark).max(20).default([]),
})
export type Evidence = z.infer<typeof Evidence>

export const WishKind = z.enum(['extend', 'change_lead', 'pause', 'cancel'])
export type WishKind = z.infer<typeof WishKind>

/** What an agency asks for or the standing officer proposes; the chair or a delegate decides. */
export const Wish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('extend'), dueOn: PlainDate }),
  z.object({ kind: z.literal('change_lead'), leadId: Id }),
  z.object({ kind: z.literal('pause'), isObjective: z.boolean() }),
  z.object({ kind: z.literal('cancel') }),
])
export type Wish = z.infer<typeof Wish>

const Wanted = { wish: Wish, reason: Words, paper: PaperMark.nullable().default(null) }
const Question = z.object({ action: z.literal('question'), text: Words })
const Submit = Evidence.extend({ action: z.literal('submit') })
const Request = z.object({ action: z.literal('request'), ...Wanted })
const Explain = Evidence.extend({
  action: z.literal('explain'),
  text: Words,
  /** What the agency claims; the chair's `judge_cause` decides. */
  isObjective: z.boolean(),
})

/** What leaves an agency: where the unit wants it, its leader approves each of these. */
export const Outgoing = z.discriminatedUnion('action', [Submit, Question, Request, Explain])
export type Outgoing = z.infer<typeof Outgoing>

/** What can be done to a task, and what the one who does it has to say. */
export const TaskDeed = z.discriminatedUnion('action', [
  ...Outgoing.options,
  /** Work starts on the chair's word before the notice is signed. */
  z.object({ action: z.literal('start_by_word'), text: z.string().trim().max(1000).default('') }),
  /** The signed paper is there: its day is the day of assignment. */
  z.object({
    action: z.literal('issue'),
    number: z.string().trim().min(1).max(200),
    signedOn: PlainDate,
    documentId: Id.nullable().default(null),
    item: z.string().trim().max(100).nullable().default(null),
    /** Only where the signed paper says another day than the draft did. */
    dueOn: PlainDate.optional(),
    /** The signed paper's own words of that day: needed where the text before it says another. */
    dueText: z.string().trim().min(1).max(500).optional(),
  }),
  z.object({ action: z.literal('take_up') }),
  z.object({ action: z.literal('answer'), text: Words }),
  Evidence.extend({ action: z.literal('progress'), percent: z.int().min(0).max(100) }),
  /** An officer's draft of what is to leave; `approve` by the leader carries it out. */
  z.object({ action: z.literal('prepare'), deed: Outgoing }),
  z.object({ action: z.literal('approve') }),
  z.object({ action: z.literal('decline'), reason: Words }),
  z.object({ action: z.literal('return'), reason: Words }),
  z.object({ action: z.literal('confirm'), note: z.string().trim().max(4000).default('') }),
  z.object({ action: z.literal('propose'), ...Wanted }),
  /** Grants or refuses the open wish with this `seq`; the chair may grant another day. */
  z.object({
    action: z.literal('decide'),
    seq: z.int(),
    verdict: z.enum(['grant', 'refuse']),
    note: z.string().trim().max(4000).default(''),
    paper: PaperMark.nullable().default(null),
    dueOn: PlainDate.optional(),
    /** For a pause: whether the cause is confirmed as objective. */
    isObjective: z.boolean().optional(),
  }),
  /** The chair decides without being asked. */
  z.object({ action: z.literal('order'), ...Wanted }),
  z.object({ action: z.literal('resume'), reason: Words }),
  z.object({ action: z.literal('ask_explanation'), text: Words, untilOn: PlainDate }),
  /** Nguyên nhân khách quan or chủ quan, with who confirmed it. */
  z.object({ action: z.literal('judge_cause'), text: Words, isObjective: z.boolean() }),
  /** The number and day of a paper that was signed after its deed: an event is never changed. */
  z.object({ action: z.literal('add_paper'), seq: z.int(), paper: PaperMark }),
])
export type TaskDeed = z.infer<typeof TaskDeed>

/** What the platform itself records: drafts, reorganisations, rounds of opinions. */
export const SystemDeed = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('draft'),
    dueOn: PlainDate.nullable(),
    leadId: Id,
    /** All of them, for a standing duty of several agencies; else the lead alone or nothing. */
    leadIds: z.array(Id).default([]),
    coIds: z.array(Id).default([]),
    isStanding: z.boolean().default(false),
  }),
  /** A draft that was never given is put aside. */
  z.object({ action: z.literal('discard') }),
  z.object({ action: z.literal('hand_over'), fromId: Id, toId: Id, act: z.string() }),
  /** The reorganisation was taken back: its hand-over with this `seq` never counted, on any day. */
  z.object({ action: z.literal('take_back'), seq: z.int(), act: z.string() }),
  /** How it stands in a list that was imported, or in the official tracker. */
  z.object({
    action: z.literal('import'),
    state: z.enum(['running', 'done', 'paused', 'cancelled']),
    dueOn: PlainDate.nullable(),
    /** The list says that it was done late, whatever its days say. */
    isLate: z.boolean().default(false),
    text: z.string().default(''),
    papers: z.array(PaperMark).default([]),
    /** Of a duty that recurs, the day of the list: its instances begin here, not in the past. */
    listedOn: PlainDate.optional(),
  }),
  z.object({ action: z.literal('open_opinions'), roundId: Id, agencyIds: z.array(Id) }),
  z.object({ action: z.literal('give_opinion'), roundId: Id, agencyId: Id }),
  z.object({ action: z.literal('close_opinions'), roundId: Id }),
])
export type SystemDeed = z.infer<typeof SystemDeed>

/** A deed with the day on which it counts. A task is the fold of these, in the order recorded. */
export const TaskEvent = z.intersection(
  z.discriminatedUnion('action', [...SystemDeed.options, ...TaskDeed.options]),
  z.object({
    on: PlainDate,
    /** The `prepare` that a leader approved with this. */
    preparedSeq: z.int().optional(),
  }),
)
export type TaskEvent = z.infer<typeof TaskEvent>
export type TaskEventAction = TaskEvent['action']

/** What a signed-in person can be allowed to do; the platform's own deeds are not among it. */
export const TaskAction = z.enum([
  'start_by_word',
  'issue',
  'take_up',
  'question',
  'answer',
  'progress',
  'prepare',
  'approve',
  'decline',
  'submit',
  'return',
  'confirm',
  'request',
  'propose',
  'decide',
  'order',
  'resume',
  'ask_explanation',
  'explain',
  'judge_cause',
  'add_paper',
  // beside the events: each has its own address
  'edit_draft',
  'pass_to_person',
  'hand_down',
  'comment',
  'direct',
  'plan_milestones',
  'open_opinions',
  'remind',
])
export type TaskAction = z.infer<typeof TaskAction>

/** In which capacity a person meets a task: the columns of the table of rights. */
export const TaskCapacity = z.enum([
  'chair',
  'delegate',
  'standing',
  'issuer_leader',
  'issuer_officer',
  'lead_leader',
  'lead_officer',
  'lead_clerk',
  'co_leader',
  'co_officer',
  'co_clerk',
])
export type TaskCapacity = z.infer<typeof TaskCapacity>

/** `version` is the one that the sender last saw. */
export const TaskCommand = z.intersection(TaskDeed, z.object({ version: z.int() }))
export type TaskCommand = z.infer<typeof TaskCommand>

/** The same deed on many tasks: all or none. */
export const TaskBulkCommand = z.object({
  tasks: z
    .array(z.object({ id: Id, version: z.int() }))
    .min(1)
    .max(200),
  deed: TaskDeed,
})
export type TaskBulkCommand = z.infer<typeof TaskBulkCommand>
