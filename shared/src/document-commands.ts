import * as z from 'zod'
import {
  Direction,
  DocumentSummary,
  FilePart,
  LinkRelation,
  PaperKind,
  PaperUrgency,
} from './documents.ts'
import { Id, Name, PlainDate, Words } from './values.ts'

/** Number and symbol as written: "05/TB-BCĐ"; before issue only its tail: "TB-BCĐ". */
export const PaperSymbol = z.string().trim().min(1).max(100)
const SerialNumber = z.int().min(1).max(999_999)
const Line = z.string().trim().max(500)
export const DocumentText = z.string().max(2_000_000)

/** The facts of the head, as the register keeps them. */
const Facts = z.object({
  kind: PaperKind,
  symbol: PaperSymbol.nullable(),
  issuedOn: PlainDate.nullable(),
  issuerId: Id.nullable(),
  issuerName: Name,
  signerName: Line.nullable(),
  signerTitle: Line.nullable(),
  abstract: Words,
  urgency: PaperUrgency,
  isInternal: z.boolean(),
  keptAt: Line.nullable(),
  arrivedOn: PlainDate.nullable(),
  recipients: z.string().trim().max(2000).nullable(),
  copies: z.int().min(1).max(100_000).nullable(),
  note: z.string().trim().max(2000).nullable(),
})

/** A file that was uploaded before, and its place in the document. */
export const FileRef = z.object({ fileId: Id, part: FilePart })
export type FileRef = z.infer<typeof FileRef>

/**
 * Registers a paper. Outgoing ones start as drafts, unless they were issued before they came into
 * the register (`state: 'issued'`); incoming and reference ones have been issued by others.
 */
export const DocumentRegistration = Facts.partial()
  .extend({
    direction: Direction,
    kind: PaperKind,
    abstract: Words.optional(),
    /** The body in whose register it stands; one's own by default. */
    ownerId: Id.optional(),
    state: z.enum(['draft', 'issued']).optional(),
    /** Of an outgoing paper issued earlier. */
    number: SerialNumber.optional(),
    /** Given by hand for a paper that arrived before this book was kept here. */
    arrivalNo: SerialNumber.optional(),
    text: DocumentText.optional(),
    isStub: z.boolean().default(false),
    meetingId: Id.optional(),
    files: z.array(FileRef).max(20).default([]),
    readerIds: z.array(Id).max(500).default([]),
    restsOnIds: z.array(Id).max(50).default([]),
  })
  .refine(({ isStub, symbol, abstract }) => Boolean(isStub ? (symbol ?? abstract) : abstract), {
    path: ['abstract'],
    message: 'Thiếu trích yếu',
  })
export type DocumentRegistration = z.infer<typeof DocumentRegistration>

export const DocumentChange = Facts.partial().extend({
  text: DocumentText.nullable().optional(),
  version: z.int(),
})
export type DocumentChange = z.infer<typeof DocumentChange>

/** What the signed paper says. Without a number the next of the body's book is taken. */
export const IssueFacts = z.object({
  number: SerialNumber.optional(),
  symbol: PaperSymbol.optional(),
  issuedOn: PlainDate,
  signerName: Name,
  signerTitle: Line.optional(),
  signedFileId: Id.optional(),
})
export type IssueFacts = z.infer<typeof IssueFacts>

export const DocumentStep = z.discriminatedUnion('action', [
  z.object({
    action: z.enum(['ask_opinions', 'ask_appraisal', 'submit', 'redraft', 'expire']),
    note: z.string().trim().max(2000).optional(),
    version: z.int(),
  }),
  IssueFacts.extend({ action: z.literal('issue'), version: z.int() }),
])
export type DocumentStep = z.infer<typeof DocumentStep>

export const DocumentReaders = z.object({ agencyIds: z.array(Id).max(500), version: z.int() })
export type DocumentReaders = z.infer<typeof DocumentReaders>

export const DocumentLink = z.object({
  toId: Id,
  relation: LinkRelation,
  /** As the text cites it. */
  words: Line.optional(),
  version: z.int(),
})
export type DocumentLink = z.infer<typeof DocumentLink>

export const DocumentUnlink = DocumentLink.omit({ words: true })
export type DocumentUnlink = z.infer<typeof DocumentUnlink>

export const DocumentFileChange = FileRef.extend({ version: z.int() })
export type DocumentFileChange = z.infer<typeof DocumentFileChange>
export const DocumentFileRemoval = z.object({ fileId: Id, version: z.int() })
export type DocumentFileRemoval = z.infer<typeof DocumentFileRemoval>
/** Papers of the register that may be meant by a number or a text. */
export const Recognition = z.object({
  text: DocumentText.optional(),
  symbol: PaperSymbol.optional(),
  issuedOn: PlainDate.optional(),
})
export type Recognition = z.infer<typeof Recognition>
export const Recognised = z.object({ items: z.array(DocumentSummary) })
