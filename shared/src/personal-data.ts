import * as z from 'zod'
import { Role } from './session.ts'
import { Cursor, Id, Instant, Limit, Name, pageOf, PlainDate, Words } from './values.ts'

const Sentences = z.object({ vi: z.string(), en: z.string() })

/** `table.column` of the database. */
export const FieldName = z.string().regex(/^[a-z_]+\.[a-z_]+$/)

/** A value of a person as this reader gets it; what is masked can be asked for with a purpose. */
export const Masked = z.object({
  field: FieldName,
  recordId: Id,
  /** The whole value, or what is left of it: "•••• 123". */
  shown: z.string(),
  isMasked: z.boolean(),
  mayReveal: z.boolean(),
})
export type Masked = z.infer<typeof Masked>

/** For what somebody reads a masked value, or takes a list of persons away. */
export const ReadingPurpose = z.enum([
  'contact',
  'verify',
  'procedure',
  'inspection',
  'subject_request',
  'other',
])
export type ReadingPurpose = z.infer<typeof ReadingPurpose>

export const Reveal = z.object({
  field: FieldName,
  recordId: Id,
  purpose: ReadingPurpose,
  /** Which task, which file, at whose request. */
  words: z.string().trim().min(5).max(500),
})
export type Reveal = z.infer<typeof Reveal>
export const Revealed = z.object({ value: z.string() })

export const Sensitivity = z.enum(['basic', 'sensitive'])

/** One field of the declared list, as everyone signed in may read it. */
export const PersonalField = z.object({
  field: FieldName,
  /** Whose data. */
  subject: Sentences,
  name: Sentences,
  purpose: Sentences,
  sensitivity: Sensitivity,
  /** As the installation has set it; null while nobody has verified one. */
  basis: z.string().nullable(),
  seenBy: Sentences,
  retention: Sentences,
  isMasked: z.boolean(),
  revealedTo: z.array(Role),
})
export type PersonalField = z.infer<typeof PersonalField>
export const PersonalFields = z.object({ items: z.array(PersonalField), maySetBasis: z.boolean() })
export type PersonalFields = z.infer<typeof PersonalFields>

export const FieldBasis = z.object({
  field: FieldName,
  basis: Name.nullable(),
  /** As it stood when it was looked at. */
  seen: z.string().nullable(),
})
export type FieldBasis = z.infer<typeof FieldBasis>

/** Digits alone, as typed with blanks, dots or dashes. */
export const Phone = z
  .string()
  .transform((typed) => typed.replace(/[\s.()-]/g, ''))
  .pipe(z.string().regex(/^\+?\d{8,15}$/))
export const Email = z.string().trim().toLowerCase().pipe(z.email().max(200))

export const AccountContact = z.object({
  phone: Masked.nullable(),
  email: Masked.nullable(),
  /** 0 before anything was entered. */
  version: z.int(),
  mayChange: z.boolean(),
})
export type AccountContact = z.infer<typeof AccountContact>

/** What is left out stays; null takes the value away. */
export const ContactChange = z.object({
  version: z.int(),
  phone: Phone.nullable().optional(),
  email: Email.nullable().optional(),
})
export type ContactChange = z.input<typeof ContactChange>

export const DataRequestKind = z.enum(['access', 'correct', 'delete', 'restrict', 'withdraw'])
export type DataRequestKind = z.infer<typeof DataRequestKind>
export const DataRequestState = z.enum(['received', 'answered', 'completed', 'refused'])
export type DataRequestState = z.infer<typeof DataRequestState>
export const IdentifiedBy = z.enum(['signed_in', 'paper', 'known', 'authority'])
export type IdentifiedBy = z.infer<typeof IdentifiedBy>

export const DataRequestItem = z.object({
  id: Id,
  /** 3/2026 */
  code: z.string(),
  kind: DataRequestKind,
  subjectName: z.string(),
  state: DataRequestState,
  receivedOn: PlainDate,
  answerDueOn: PlainDate,
  answeredOn: PlainDate.nullable(),
  completeDueOn: PlainDate,
  closedOn: PlainDate.nullable(),
  /** Which clock has run out: the first answer's or the whole's. */
  overdue: z.enum(['answer', 'complete']).nullable(),
})
export type DataRequestItem = z.infer<typeof DataRequestItem>
export const DataRequestPage = pageOf(DataRequestItem).extend({
  counts: z.object({ open: z.int(), overdue: z.int(), closed: z.int() }),
  mayKeep: z.boolean(),
})
export type DataRequestPage = z.infer<typeof DataRequestPage>

export const DataRequestQuery = z.object({
  state: z.enum(['open', 'overdue', 'closed']).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type DataRequestQuery = z.infer<typeof DataRequestQuery>

export const NewDataRequest = z.object({
  kind: DataRequestKind,
  /** An account; without it a person who has none, or is not known to have one. */
  subjectId: Id.nullable(),
  subjectName: Name,
  /** Who asks in the person's place. */
  askerName: Name.nullable(),
  askerPhone: Phone.nullable(),
  askerEmail: Email.nullable(),
  identifiedBy: IdentifiedBy,
  /** Which paper was seen, who knows them; never the paper's number in full. */
  identityNote: Name,
  text: Words,
  receivedOn: PlainDate,
})
export type NewDataRequest = z.input<typeof NewDataRequest>

/** Days within which a request is answered first (working days) and done with, by kind (calendar days). */
export const DataDeadlineName = z.enum(['answer', ...DataRequestKind.options])
export type DataDeadlineName = z.infer<typeof DataDeadlineName>
export const DataDeadlines = z.object({
  items: z.array(
    z.object({
      name: DataDeadlineName,
      days: z.int(),
      /** What the decree gives. */
      usual: z.int(),
      /** The day since which the installation's own word holds; null for what the decree gives. */
      fromOn: PlainDate.nullable(),
    }),
  ),
  maySet: z.boolean(),
})
export type DataDeadlines = z.infer<typeof DataDeadlines>
export const DataDeadlineChange = z.object({
  name: DataDeadlineName,
  days: z.int().min(1).max(90),
  /** As it stood when it was looked at. */
  seen: z.int(),
})
export type DataDeadlineChange = z.infer<typeof DataDeadlineChange>

export const DataRequestAction = z.enum([
  'answer',
  'extend',
  'correct',
  'complete',
  'refuse',
  'lift',
])
export type DataRequestAction = z.infer<typeof DataRequestAction>

export const DataRequestStep = z.object({
  action: z.enum(['register', ...DataRequestAction.options]),
  note: z.string().nullable(),
  on: PlainDate,
  at: Instant,
  by: z.string(),
  /** Of a correction; before and after as the history keeps them, masked where the field is. */
  field: Sentences.nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

export const DataRequest = DataRequestItem.extend({
  subjectId: Id.nullable(),
  askerName: z.string().nullable(),
  askerPhone: Masked.nullable(),
  askerEmail: Masked.nullable(),
  identifiedBy: IdentifiedBy,
  identityNote: z.string(),
  text: z.string(),
  isExtended: z.boolean(),
  /** A restriction in force. */
  isRestricting: z.boolean(),
  steps: z.array(DataRequestStep),
  /** Fields that can be set right here, with the record of this person. */
  correctable: z.array(
    z.object({ field: FieldName, recordId: Id, name: Sentences, mayBeEmpty: z.boolean() }),
  ),
  version: z.int(),
  allowed: z.array(DataRequestAction),
})
export type DataRequest = z.infer<typeof DataRequest>

export const DataRequestDeed = z.discriminatedUnion('action', [
  z.object({ action: z.enum(['answer', 'complete', 'refuse', 'lift']), note: Words }),
  /** At most once, at most 15 days. */
  z.object({ action: z.literal('extend'), days: z.int().min(1).max(15), note: Words }),
  z.object({
    action: z.literal('correct'),
    field: FieldName,
    recordId: Id,
    value: Name.nullable(),
    note: Words,
  }),
])
export type DataRequestDeed = z.infer<typeof DataRequestDeed>
export const DataRequestCommand = z.intersection(z.object({ version: z.int() }), DataRequestDeed)
export type DataRequestCommand = z.infer<typeof DataRequestCommand>

/** A value kept of the person, masked as for any reader. `isSure`: it hangs on the account itself. */
export const DataFound = z.object({
  /** Names the row when the copy is asked for. */
  key: z.string(),
  field: FieldName,
  name: Sentences,
  subject: Sentences,
  recordId: z.string(),
  shown: z.string(),
  isSure: z.boolean(),
})
export type DataFound = z.infer<typeof DataFound>
export const DataFoundList = z.object({
  items: z.array(DataFound),
  /** Fields of which there is more than is shown. */
  cut: z.array(FieldName),
})
export type DataFoundList = z.infer<typeof DataFoundList>

/** The rows that go into the copy for the person: those looked through and found to be theirs. */
export const DataCopy = z.object({ with: z.array(z.string().max(300)).min(1).max(5000) })
export type DataCopy = z.infer<typeof DataCopy>

/** What the address of a list's Excel file may say beside its filters. */
export const ExportPurpose = z.object({
  purpose: ReadingPurpose.optional().catch(undefined),
  purposeWords: z.string().trim().max(500).optional().catch(undefined),
})
