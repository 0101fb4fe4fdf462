import * as z from 'zod'
import { Id, Instant, Name, PlainDate } from './values.ts'

/** What somebody holds in person: it does not move by itself when they leave. */
export const DutyKind = z.enum(['task', 'reading', 'document', 'opinions', 'meeting', 'delegation'])
export type DutyKind = z.infer<typeof DutyKind>

export const Duty = z.object({
  kind: DutyKind,
  id: Id,
  /** A task's number, a paper's symbol. */
  code: z.string().nullable(),
  title: z.string(),
  dueOn: PlainDate.nullable(),
  agencyId: Id,
  agency: z.string(),
})
export type Duty = z.infer<typeof Duty>

/** Somebody who can take duties of a body. */
export const Taker = z.object({ accountId: Id, name: z.string(), title: z.string() })
export type Taker = z.infer<typeof Taker>

export const HandOver = z.object({
  id: Id,
  onDay: PlainDate,
  madeAt: Instant,
  by: z.string(),
  basis: z.string(),
  /** How many were open before, and afterwards. */
  before: z.int(),
  remaining: z.int(),
})
export type HandOver = z.infer<typeof HandOver>

export const Duties = z.object({
  items: z.array(Duty),
  /** By body. */
  takers: z.record(z.string(), z.array(Taker)),
  earlier: z.array(HandOver),
})
export type Duties = z.infer<typeof Duties>

/** Locks the account and gives each duty to a colleague, in one act. Delegations end with the posts. */
export const NewHandOver = z.object({
  version: z.int(),
  /** The decision or occasion: "Quyết định số 12/QĐ-STC ngày 01/03/2026 về việc điều động". */
  basis: Name,
  note: z.string().trim().max(2000).nullable(),
  takers: z.array(z.object({ kind: DutyKind, id: Id, accountId: Id })).max(2000),
})
export type NewHandOver = z.infer<typeof NewHandOver>
