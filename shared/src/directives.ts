import * as z from 'zod'
import { CardDue, Manner, Recurrence } from './readings.ts'
import { Cursor, Id, Instant, Limit, Name, Named, pageOf, PlainDate, Words } from './values.ts'

/** What was asked back to the chair about a directive, and what the chair said. */
export const AskedBack = z.object({
  question: z.string(),
  askedAt: Instant,
  by: z.string(),
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
  answeredBy: z.string().nullable(),
})
export type AskedBack = z.infer<typeof AskedBack>

export const DirectiveAction = z.enum(['edit', 'ask', 'answer'])
export type DirectiveAction = z.infer<typeof DirectiveAction>

/** What is missing for it to become a task; the chair sees it, it is never a silent gap. */
export const DirectiveGap = z.enum(['no_assignee', 'no_deadline'])
export type DirectiveGap = z.infer<typeof DirectiveGap>

export const Directive = z.object({
  id: Id,
  position: z.int(),
  item: z.string().nullable(),
  text: z.string(),
  quote: z.string().nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
  manner: Manner,
  leads: z.array(Named),
  /** Many under one name, as the notice says it: "các xã, thị trấn". */
  leadWords: z.string().nullable(),
  cos: z.array(Named),
  dueOn: PlainDate.nullable(),
  dueText: z.string().nullable(),
  dueSource: z.enum(['document', 'proposed']).nullable(),
  recurrence: Recurrence.nullable(),
  isStanding: z.boolean(),
  product: z.string().nullable(),
  askedBack: AskedBack.nullable(),
  gaps: z.array(DirectiveGap),
  hasTask: z.boolean(),
  givenOn: PlainDate.nullable(),
  documentId: Id.nullable(),
  noticeId: Id.nullable(),
  readingId: Id.nullable(),
  meeting: z.object({ id: Id, title: z.string(), heldOn: PlainDate.nullable() }).nullable(),
  version: z.int(),
  allowed: z.array(DirectiveAction),
})
export type Directive = z.infer<typeof Directive>

export const DirectivePage = pageOf(Directive)

export const DirectiveSearch = z.object({
  /** `asked`: waits for the chair's answer; `gap`: has nobody to do it, or no term. */
  pending: z.enum(['asked', 'gap']).optional(),
  noticeId: Id.optional(),
  documentId: Id.optional(),
})
export type DirectiveSearch = z.infer<typeof DirectiveSearch>
export const DirectiveQuery = DirectiveSearch.extend({
  /** As an Excel file. */
  format: z.enum(['json', 'xlsx']).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type DirectiveQuery = z.infer<typeof DirectiveQuery>

export const DirectiveQuestion = z.object({ version: z.int(), question: Words })
export type DirectiveQuestion = z.infer<typeof DirectiveQuestion>

/** What a directive is changed to before its notice is issued, or by the chair's answer. */
export const DirectiveChange = z.object({
  version: z.int(),
  text: Words.optional(),
  leadIds: z.array(Id).max(5000).optional(),
  coIds: z.array(Id).max(5000).optional(),
  manner: Manner.optional(),
  due: CardDue.nullable().optional(),
  product: z.string().trim().max(2000).nullable().optional(),
})
export type DirectiveChange = z.infer<typeof DirectiveChange>

export const DirectiveAnswer = DirectiveChange.extend({ answer: Words })
export type DirectiveAnswer = z.infer<typeof DirectiveAnswer>

const Lines = z.array(z.string().trim().min(1).max(8000)).max(200)
const Line = z.string().trim().max(1000)

/** By which right it is signed (Decree 30/2020, Annex I). */
export const AuthorityMode = z.enum(['direct', 'TM', 'KT', 'TL', 'TUQ', 'Q'])

/** The parts of a conclusion notice that are written by hand; its items are the directives. */
export const NoticeContent = z.object({
  kind: z.enum(['office', 'committee', 'department']),
  superior: Line.nullable(),
  issuer: Name,
  symbol: z.string().trim().min(1).max(100),
  place: Line,
  abstract: Words,
  opening: Words,
  leadIn: Words,
  closing: Words,
  chair: z.object({ name: Line, posts: z.array(Line).max(10), honorific: Line }),
  meeting: z.object({ name: Line, on: PlainDate, place: Line.nullable() }),
  bases: Lines,
  present: Lines,
  heard: z.string().trim().max(4000).nullable(),
  evaluation: Lines,
  grouping: z.enum(['item', 'agency']),
  recipients: Lines,
  archive: Line,
  signature: z.object({
    mode: AuthorityMode,
    principal: Line.nullable(),
    deputyFor: Line.nullable(),
    post: Line,
    officeHeld: Line.nullable(),
    name: Line.nullable(),
  }),
})
export type NoticeContent = z.infer<typeof NoticeContent>

/** Bodies of which the place has only one: a notice of that place names them without it. */
const ONLY_ONE = /^(?:Sở|Thanh tra|Văn phòng|Phòng|Ban) /u

/**
 * A body as a notice of its own place writes it: "Sở Tài chính", "Liên minh Hợp tác xã thành phố". What
 * stands above in the notice's head ("Ủy ban nhân dân thành phố Cần Thơ") says which place that is.
 */
export function nameInNotice(name: string, superior: string | null): string {
  const unit = /^Ủy ban nhân dân (?<kind>tỉnh|thành phố|xã|phường|đặc khu) .+$/iu.exec(
    superior ?? '',
  )
  if (!unit || superior === null) return name
  const kind = unit.groups?.kind ?? ''
  const place = superior.slice('Ủy ban nhân dân '.length)
  if (!name.endsWith(` ${place}`)) return name
  const own = name.slice(0, -place.length - 1)
  return ONLY_ONE.test(name) ? own : `${own} ${kind.toLocaleLowerCase('vi')}`
}

export const NoticeAction = z.enum([
  'edit',
  'submit',
  'approve',
  'return',
  'start_by_word',
  'take_signed',
  'issue',
])
export type NoticeAction = z.infer<typeof NoticeAction>

export const TextRun = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })

/** What was read in the signed paper, and where it departs from what was confirmed. */
export const SignedPaperReading = z.object({
  fileId: Id,
  fileName: z.string(),
  takenAt: Instant,
  by: z.string(),
  /** False for a scan: number, day and signer are typed by hand, and it is compared by eye. */
  hasText: z.boolean(),
  number: z.int().nullable(),
  symbol: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  signerName: z.string().nullable(),
  signerTitle: z.string().nullable(),
  /** A digital signature, whole or broken; its chain of certificates is not examined. */
  signature: z.enum(['none', 'intact', 'broken']),
  signatureOf: z.string().nullable(),
  comparison: z
    .object({
      directives: z.array(
        z.object({
          id: Id,
          status: z.enum(['same', 'changed', 'missing']),
          signedText: z.string().nullable(),
          /** A term that the signed words name and the confirmed ones do not. */
          dueOn: PlainDate.nullable(),
          runs: z.array(TextRun),
        }),
      ),
      added: z.array(z.object({ marker: z.string(), text: z.string() })),
      summary: z.object({ vi: z.string(), en: z.string() }),
    })
    .nullable(),
})
export type SignedPaperReading = z.infer<typeof SignedPaperReading>

export const NoticeRemark = z.object({ text: z.string(), by: z.string(), at: Instant })

export const Notice = z.object({
  documentId: Id,
  state: z.enum(['draft', 'submitted', 'approved', 'issued', 'replaced']),
  draftNo: z.int(),
  symbol: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  signerName: z.string().nullable(),
  owner: Named,
  content: NoticeContent,
  directives: z.array(Directive),
  approved: z.object({ by: z.string(), at: Instant }).nullable(),
  remarks: z.array(NoticeRemark),
  signed: SignedPaperReading.nullable(),
  startedByWordOn: PlainDate.nullable(),
  readingId: Id.nullable(),
  sourceId: Id.nullable(),
  tasks: z.int(),
  version: z.int(),
  allowed: z.array(NoticeAction),
})
export type Notice = z.infer<typeof Notice>

export const NoticeChange = z.object({ version: z.int(), content: NoticeContent })
export type NoticeChange = z.infer<typeof NoticeChange>

export const NoticeStep = z.object({
  version: z.int(),
  note: z.string().trim().max(4000).optional(),
})
export type NoticeStep = z.infer<typeof NoticeStep>

export const NoticeReturn = z.object({ version: z.int(), note: Words })
export type NoticeReturn = z.infer<typeof NoticeReturn>

/** The signed paper as looked at: what it is numbered, and what of its changes is taken over. */
export const NoticeIssue = z.object({
  version: z.int(),
  number: z.int().min(1).max(999_999),
  symbol: z.string().trim().min(1).max(100),
  issuedOn: PlainDate,
  signerName: Name,
  signerTitle: z.string().trim().max(500).optional(),
  directives: z
    .array(
      z.object({
        id: Id,
        /** The signed words, the confirmed ones, or no longer there. */
        use: z.enum(['signed', 'confirmed', 'drop']),
        text: Words.optional(),
        dueOn: PlainDate.nullable().optional(),
      }),
    )
    .max(2000)
    .default([]),
  added: z
    .array(
      z.object({
        text: Words,
        leadIds: z.array(Id).max(5000),
        manner: Manner,
        dueOn: PlainDate.nullable(),
      }),
    )
    .max(200)
    .default([]),
})
export type NoticeIssue = z.infer<typeof NoticeIssue>
export type NoticeIssueInput = z.input<typeof NoticeIssue>
