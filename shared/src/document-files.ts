import * as z from 'zod'
import { PaperKind, PaperUrgency, StoredFile } from './documents.ts'
import { Id, PlainDate } from './values.ts'

/** What a paper's own head and foot say; a person checks it before it is registered. */
export const PaperHints = z.object({
  kind: PaperKind.nullable(),
  number: z.int().nullable(),
  symbol: z.string().nullable(),
  issuedOn: PlainDate.nullable(),
  issuerName: z.string().nullable(),
  abstract: z.string().nullable(),
  signerName: z.string().nullable(),
  signerTitle: z.string().nullable(),
  urgency: PaperUrgency,
  /** Of a digital signature: whether it holds, and in whose name. Null where there is none. */
  signature: z.object({ isIntact: z.boolean(), signerName: z.string().nullable() }).nullable(),
})
export type PaperHints = z.infer<typeof PaperHints>

/** A file just uploaded, with what was read in it; nothing is registered yet. */
export const UploadedFile = StoredFile.extend({
  text: z.string().nullable(),
  hints: PaperHints.nullable(),
  /** Documents in the register whose text is the same. */
  same: z.array(z.object({ id: Id, name: z.string() })),
})
export type UploadedFile = z.infer<typeof UploadedFile>
