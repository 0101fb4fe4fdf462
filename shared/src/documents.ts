import * as z from 'zod'
import { AsOf, Cursor, Id, Instant, Limit, Named, pageOf, PlainDate } from './values.ts'

/**
 * Kinds by the abbreviation that stands in symbols (Nghị định 30/2020, Phụ lục III), with the kinds
 * of the Party and of the state's law that papers rest on.
 */
export const PaperKind = z.enum([
  'NQ',
  'QĐ',
  'CT',
  'KL',
  'TB',
  'KH',
  'CTr',
  'ĐA',
  'PA',
  'BC',
  'TTr',
  'CV',
  'CĐ',
  'GM',
  'BB',
  'HD',
  'QC',
  'QyĐ',
  'DA',
  'HĐ',
  'TC',
  'BTT',
  'BGN',
  'GUQ',
  'GGT',
  'PG',
  'PC',
  'PB',
  'Luật',
  'NĐ',
  'TT',
  'khác',
])
export type PaperKind = z.infer<typeof PaperKind>

/** How a paper's kind is written out: "Thông báo 05/TB-BCĐ". */
export const PAPER_KIND_NAMES: Record<PaperKind, string> = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  KL: 'Kết luận',
  TB: 'Thông báo',
  KH: 'Kế hoạch',
  CTr: 'Chương trình',
  ĐA: 'Đề án',
  PA: 'Phương án',
  BC: 'Báo cáo',
  TTr: 'Tờ trình',
  CV: 'Công văn',
  CĐ: 'Công điện',
  GM: 'Giấy mời',
  BB: 'Biên bản',
  HD: 'Hướng dẫn',
  QC: 'Quy chế',
  QyĐ: 'Quy định',
  DA: 'Dự án',
  HĐ: 'Hợp đồng',
  TC: 'Thông cáo',
  BTT: 'Bản thỏa thuận',
  BGN: 'Bản ghi nhớ',
  GUQ: 'Giấy ủy quyền',
  GGT: 'Giấy giới thiệu',
  PG: 'Phiếu gửi',
  PC: 'Phiếu chuyển',
  PB: 'Phiếu báo',
  Luật: 'Luật',
  NĐ: 'Nghị định',
  TT: 'Thông tư',
  khác: 'Văn bản',
}

export const Direction = z.enum(['outgoing', 'incoming', 'reference'])
export type Direction = z.infer<typeof Direction>

export const DocumentState = z.enum([
  'draft',
  'opinions',
  'appraisal',
  'submitted',
  'issued',
  'replaced',
  'expired',
])
export type DocumentState = z.infer<typeof DocumentState>

export const PaperUrgency = z.enum(['normal', 'urgent', 'very_urgent', 'express'])
export type PaperUrgency = z.infer<typeof PaperUrgency>

export const FilePart = z.enum(['main', 'attachment', 'signed'])
export type FilePart = z.infer<typeof FilePart>

export const LinkRelation = z.enum(['rests_on', 'replaces', 'amends', 'answers'])
export type LinkRelation = z.infer<typeof LinkRelation>

/** What can be done to a document; the steps of its state and the upkeep of its record. */
export const DocumentAction = z.enum([
  'edit',
  'attach',
  'link',
  'give_readers',
  'ask_opinions',
  'ask_appraisal',
  'submit',
  'redraft',
  'issue',
  'expire',
])
export type DocumentAction = z.infer<typeof DocumentAction>

export const StoredFile = z.object({
  id: Id,
  name: z.string(),
  /** Bytes. */
  size: z.int(),
  mediaType: z.string(),
})
export type StoredFile = z.infer<typeof StoredFile>

/** A piece of a snippet: plain text, `isHit` where it answers the search. */
export const SnippetPart = z.object({ text: z.string(), isHit: z.boolean() })
export type SnippetPart = z.infer<typeof SnippetPart>

export const DocumentSummary = z.object({
  id: Id,
  direction: Direction,
  kind: PaperKind,
  number: z.int().nullable(),
  symbol: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  issuerId: Id.nullable(),
  issuerName: z.string(),
  signerName: z.string().nullable(),
  abstract: z.string(),
  state: DocumentState,
  draftNo: z.int(),
  urgency: PaperUrgency,
  isInternal: z.boolean(),
  isStub: z.boolean(),
  arrivedOn: PlainDate.nullable(),
  arrivalNo: z.int().nullable(),
  fileCount: z.int(),
  snippet: z.array(SnippetPart),
})
export type DocumentSummary = z.infer<typeof DocumentSummary>
export const DocumentPage = pageOf(DocumentSummary)

/** One paper of the chain: `depth` −1 is what this paper rests on, +1 what rests on this. */
export const ChainLink = z.object({
  id: Id,
  kind: PaperKind,
  symbol: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  issuerName: z.string(),
  abstract: z.string(),
  state: DocumentState,
  isStub: z.boolean(),
  depth: z.int(),
  /** The neighbour towards the paper in question; null for that paper. */
  viaId: Id.nullable(),
})
export type ChainLink = z.infer<typeof ChainLink>

/** Other relations: which paper this one replaces, amends or answers, or the other way round. */
export const RelatedDocument = z.object({
  id: Id,
  kind: PaperKind,
  symbol: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  abstract: z.string(),
  relation: LinkRelation,
  isIncoming: z.boolean(),
})
export type RelatedDocument = z.infer<typeof RelatedDocument>

export const DocumentHistoryEntry = z.object({
  action: z.string(),
  on: PlainDate,
  at: Instant,
  by: z.string(),
  note: z.string().nullable(),
})
export type DocumentHistoryEntry = z.infer<typeof DocumentHistoryEntry>

/** A directive found in this paper or given by it, with its task once there is one. */
export const DocumentDirective = z.object({
  id: Id,
  position: z.int(),
  item: z.string().nullable(),
  text: z.string(),
  dueOn: PlainDate.nullable(),
  taskId: Id.nullable(),
})
export type DocumentDirective = z.infer<typeof DocumentDirective>

export const DocumentRecord = DocumentSummary.extend({
  owner: Named,
  signerTitle: z.string().nullable(),
  keptAt: z.string().nullable(),
  recipients: z.string().nullable(),
  copies: z.int().nullable(),
  note: z.string().nullable(),
  text: z.string().nullable(),
  meeting: z.object({ id: Id, title: z.string(), heldOn: PlainDate.nullable() }).nullable(),
  /** Of a paper that we write: the address below /api at which its Word file is made. */
  paper: z.string().nullable(),
  /** A conclusion notice: submitted and issued on its own page, with its tasks. */
  hasNotice: z.boolean(),
  files: z.array(StoredFile.extend({ part: FilePart })),
  chain: z.array(ChainLink),
  related: z.array(RelatedDocument),
  readers: z.array(Named),
  directives: z.array(DocumentDirective),
  history: z.array(DocumentHistoryEntry),
  /** The number that the body's book would give today; null where none is due. */
  nextNumber: z.int().nullable(),
  version: z.int(),
  allowed: z.array(DocumentAction),
})
export type DocumentRecord = z.infer<typeof DocumentRecord>

const Flag = z.enum(['true', 'false']).transform((value) => value === 'true')

/** Filters of the list, as in the page's address. */
export const DocumentQuery = AsOf.extend({
  direction: Direction.optional(),
  kind: PaperKind.optional(),
  state: DocumentState.optional(),
  urgency: PaperUrgency.optional(),
  year: z.coerce.number().int().min(1945).max(2200).optional(),
  issuerId: Id.optional(),
  meetingId: Id.optional(),
  q: z.string().trim().max(200).optional(),
  stubs: Flag.optional(),
  format: z.enum(['json', 'xlsx']).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type DocumentQuery = z.infer<typeof DocumentQuery>

/** A body in whose name the signed-in person registers and issues. */
export const DocumentBody = Named.extend({ symbol: z.string().nullable(), isDefault: z.boolean() })
export type DocumentBody = z.infer<typeof DocumentBody>
export const DocumentOptions = z.object({
  bodies: z.array(DocumentBody),
  /** May register papers at all. */
  mayRegister: z.boolean(),
})
export type DocumentOptions = z.infer<typeof DocumentOptions>
