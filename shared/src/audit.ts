import * as z from 'zod'
import { Role } from './session.ts'
import { Cursor, Id, Instant, Limit, PlainDate } from './values.ts'

/** One deed. `payload` is null where it was erased, or is not the reader's to see. */
export const AuditEntry = z.object({
  id: Id,
  /** As recorded: `task.extend`. */
  event: z.string(),
  /** The deed in words, where its module names it. */
  words: z.object({ vi: z.string(), en: z.string() }).nullable(),
  subjectId: Id,
  /** What the record is called, where the reader may read it. */
  subject: z
    .object({
      kind: z.enum([
        'task',
        'document',
        'meeting',
        'reading',
        'account',
        'agency',
        'committee',
        'unit',
      ]),
      name: z.string(),
    })
    .nullable(),
  by: z.object({ accountId: Id, name: z.string(), post: z.string().nullable() }),
  /** The role of the post as of then; null for what the system did. */
  role: Role.nullable(),
  /** From which address and session or access token; told to the administrator, and of one's own deeds. */
  from: z.object({ address: z.string().nullable(), sessionId: Id.nullable() }).nullable(),
  /** The paper on which the deed rests, as far as the reader may read it. */
  document: z.object({ id: Id, name: z.string() }).nullable(),
  recordedAt: Instant,
  /** Of a change what was before and what is after, field by field; as recorded. */
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  payload: z.unknown(),
  /** Sealed into the chain: what it says can no longer be changed unseen. */
  isSealed: z.boolean(),
})
export type AuditEntry = z.infer<typeof AuditEntry>
export const AuditPage = z.object({ items: z.array(AuditEntry), next: Cursor.nullable() })
export type AuditPage = z.infer<typeof AuditPage>

/** Last first. `subject` asks for one record's entries, of whomever. */
export const AuditQuery = z.object({
  subject: Id.optional(),
  account: Id.optional(),
  /** A deed, or a module's: `task.extend`, `task`. */
  event: z
    .string()
    .regex(/^[a-z_]+(?:\.[a-z_]+)?$/)
    .optional(),
  from: PlainDate.optional(),
  until: PlainDate.optional(),
  /** As an Excel file. */
  format: z.enum(['json', 'xlsx']).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type AuditQuery = z.infer<typeof AuditQuery>
