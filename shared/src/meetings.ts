import * as z from 'zod'
import {
  DocumentHistoryEntry,
  DocumentState,
  PaperKind,
  SnippetPart,
  StoredFile,
} from './documents.ts'
import { AsOf, Cursor, Id, Limit, Named, pageOf, PlainDate } from './values.ts'

/** Phiên họp Ban Chỉ đạo, làm việc, hội nghị, gặp mặt HTX. */
export const SessionKind = z.enum(['committee', 'working', 'conference', 'dialogue'])
export type SessionKind = z.infer<typeof SessionKind>

export const MeetingState = z.enum(['planned', 'held', 'concluded', 'cancelled'])
export type MeetingState = z.infer<typeof MeetingState>

export const Attendance = z.enum(['invited', 'present', 'absent', 'substituted'])
export type Attendance = z.infer<typeof Attendance>

export const MeetingAction = z.enum([
  'edit',
  'attend',
  'invite',
  'hold',
  'conclude',
  'reopen',
  'cancel',
])
export type MeetingAction = z.infer<typeof MeetingAction>

/** Local time of day, "07:30". */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export type TimeOfDay = z.infer<typeof TimeOfDay>

/** An item of the agenda; its papers are among the meeting's files. */
export const AgendaItem = z.object({
  text: z.string().trim().min(1).max(2000),
  presenter: z.string().trim().max(300),
  fileIds: z.array(Id).max(50),
  /** Open tasks that the item goes through. */
  taskIds: z.array(Id).max(2000),
})
export type AgendaItem = z.infer<typeof AgendaItem>

/** Who is invited: an agency, or a person by name; `person` is who came, also in another's place. */
export const Attendee = z.object({
  id: Id,
  agencyId: Id.nullable(),
  name: z.string(),
  title: z.string().nullable(),
  attendance: Attendance,
  person: z.string().nullable(),
  personTitle: z.string().nullable(),
  note: z.string().nullable(),
})
export type Attendee = z.infer<typeof Attendee>

/** What the people of a planned meeting should look at before it. */
export const MeetingWarning = z.enum(['short_notice', 'no_papers', 'nobody_invited', 'past_day'])
export type MeetingWarning = z.infer<typeof MeetingWarning>

export const MeetingSummary = z.object({
  id: Id,
  agency: Named,
  kind: SessionKind,
  title: z.string(),
  heldOn: PlainDate.nullable(),
  startsAt: TimeOfDay.nullable(),
  endsAt: TimeOfDay.nullable(),
  place: z.string().nullable(),
  chairName: z.string().nullable(),
  state: MeetingState,
  invitedOn: PlainDate.nullable(),
  invited: z.int(),
  present: z.int(),
  documents: z.int(),
  warnings: z.array(MeetingWarning),
  snippet: z.array(SnippetPart),
})
export type MeetingSummary = z.infer<typeof MeetingSummary>
export const MeetingPage = pageOf(MeetingSummary)

export const MeetingDocument = z.object({
  id: Id,
  kind: PaperKind,
  symbol: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  abstract: z.string(),
  state: DocumentState,
})
export type MeetingDocument = z.infer<typeof MeetingDocument>

/** An open task of the committee, as it comes back on the agenda. */
export const AgendaTask = z.object({
  id: Id,
  title: z.string(),
  lead: z.string(),
  dueOn: PlainDate.nullable(),
  status: z.string(),
})
export type AgendaTask = z.infer<typeof AgendaTask>

export const MeetingDirective = z.object({
  id: Id,
  item: z.string().nullable(),
  text: z.string(),
  dueOn: PlainDate.nullable(),
  taskId: Id.nullable(),
})
export type MeetingDirective = z.infer<typeof MeetingDirective>

export const MeetingRecord = MeetingSummary.extend({
  chairTitle: z.string().nullable(),
  secretaryName: z.string().nullable(),
  secretaryTitle: z.string().nullable(),
  agenda: z.array(AgendaItem),
  course: z.string().nullable(),
  conclusion: z.string().nullable(),
  note: z.string().nullable(),
  /** The last day on which the invitation leaves in time: two working days before. */
  inviteBy: PlainDate.nullable(),
  attendees: z.array(Attendee),
  files: z.array(StoredFile),
  papers: z.array(MeetingDocument),
  directives: z.array(MeetingDirective),
  /** Returned by themselves to the committee's next meeting; kept with it once it is held. */
  openTasks: z.array(AgendaTask),
  history: z.array(DocumentHistoryEntry),
  version: z.int(),
  allowed: z.array(MeetingAction),
})
export type MeetingRecord = z.infer<typeof MeetingRecord>

const Text = z.string().trim().max(50_000).nullable()
const Line = z.string().trim().max(500).nullable()

const Facts = z.object({
  kind: SessionKind,
  title: z.string().trim().min(1).max(500),
  heldOn: PlainDate.nullable(),
  startsAt: TimeOfDay.nullable(),
  endsAt: TimeOfDay.nullable(),
  place: Line,
  chairName: Line,
  chairTitle: Line,
  secretaryName: Line,
  secretaryTitle: Line,
  agenda: z.array(AgendaItem).max(100),
  course: Text,
  conclusion: Text,
  note: Text,
})

export const Invited = z.object({
  agencyId: Id.nullable(),
  name: z.string().trim().min(1).max(500),
  title: Line,
})
export type Invited = z.infer<typeof Invited>

export const NewMeeting = Facts.partial().extend({
  kind: SessionKind,
  title: z.string().trim().min(1).max(500),
  /** The body that meets; one's own by default. */
  agencyId: Id.optional(),
  invited: z.array(Invited).max(500).default([]),
  fileIds: z.array(Id).max(50).default([]),
})
export type NewMeeting = z.infer<typeof NewMeeting>

export const MeetingChange = Facts.partial().extend({
  fileIds: z.array(Id).max(50).optional(),
  version: z.int(),
})
export type MeetingChange = z.infer<typeof MeetingChange>

/** The whole list of those invited, with who came; a line without an id is new. */
export const AttendeesChange = z.object({
  attendees: z
    .array(
      Invited.extend({
        id: Id.nullable(),
        attendance: Attendance,
        person: Line,
        personTitle: Line,
        note: Line,
      }),
    )
    .max(500),
  version: z.int(),
})
export type AttendeesChange = z.infer<typeof AttendeesChange>

export const MeetingStep = z.object({
  action: z.enum(['invite', 'hold', 'conclude', 'reopen', 'cancel']),
  note: z.string().trim().max(2000).optional(),
  version: z.int(),
})
export type MeetingStep = z.infer<typeof MeetingStep>

export const MeetingQuery = AsOf.extend({
  when: z.enum(['upcoming', 'past']).optional(),
  kind: SessionKind.optional(),
  state: MeetingState.optional(),
  agencyId: Id.optional(),
  from: PlainDate.optional(),
  until: PlainDate.optional(),
  q: z.string().trim().max(200).optional(),
  format: z.enum(['json', 'xlsx']).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type MeetingQuery = z.infer<typeof MeetingQuery>

/** The papers of a meeting that are written here. */
export const MeetingPaper = z.enum(['invitation', 'attendance', 'minutes'])
export type MeetingPaper = z.infer<typeof MeetingPaper>

/** Makes a draft of the register from the meeting: an invitation, or minutes. */
export const MeetingDraft = z.object({ paper: z.enum(['invitation', 'minutes']), version: z.int() })
export type MeetingDraft = z.infer<typeof MeetingDraft>
export const MeetingDraftMade = z.object({ documentId: Id })
