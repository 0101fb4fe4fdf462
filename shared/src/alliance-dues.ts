import * as z from 'zod'
import { Dong } from './loans.ts'
import { UnitName } from './units.ts'
import { Cursor, Id, Limit, pageOf, PlainDate } from './values.ts'

const Year = z.coerce.number().int().min(1990).max(2100)

/** What a member owes its Alliance for a year, in đồng. */
export const AllianceDue = z.object({
  id: Id,
  entity: z.object({ id: Id, name: z.string() }),
  unit: UnitName.nullable(),
  due: Dong,
  paid: Dong,
  paidOn: PlainDate.nullable(),
  note: z.string().nullable(),
  version: z.int(),
  isDemo: z.boolean(),
})
export type AllianceDue = z.infer<typeof AllianceDue>

export const AllianceDueQuery = z.object({
  /** This year without it. */
  year: Year.optional(),
  /** Only who has not paid all of it. */
  open: z.stringbool().optional(),
  cursor: Cursor.optional(),
  limit: Limit,
  format: z.enum(['json', 'xlsx']).default('json'),
})
export type AllianceDueQuery = z.infer<typeof AllianceDueQuery>

export const AllianceDuePage = pageOf(AllianceDue).extend({
  year: z.int(),
  /** Of the whole year. */
  total: z.object({ count: z.int(), open: z.int(), due: z.number(), paid: z.number() }),
  /** Members of the year for whom there is no line yet. */
  unlisted: z.int(),
  mayKeep: z.boolean(),
})
export type AllianceDuePage = z.infer<typeof AllianceDuePage>

/** A line for every member of the year that has none; said again, it adds nothing. */
export const AllianceDueOpening = z.object({ year: Year, due: Dong })
export type AllianceDueOpening = z.infer<typeof AllianceDueOpening>

/** `paid`: all that was paid for the year so far. */
export const AllianceDueChange = z.object({
  version: z.int(),
  due: Dong,
  paid: Dong,
  paidOn: PlainDate.nullable(),
  note: z.string().trim().min(1).max(500).nullable(),
})
export type AllianceDueChange = z.infer<typeof AllianceDueChange>
