import * as z from 'zod'
import { AgencyPassage, Held, HeldCounts, InWords, UnitGroup, UnitSide } from './reorganisations.ts'
import { UnitLevel } from './units.ts'
import { AsOf, Cursor, Id, Limit, pageOf, PlainDate } from './values.ts'

/** Data of the page: what became of the units of a branch between two days. */
export const ChangesQuery = AsOf.extend({
  /** The earlier day; the day before `asOf` unless said. */
  against: PlainDate.optional(),
  under: Id.optional(),
  format: z.enum(['json', 'xlsx']).default('json'),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type ChangesQuery = z.infer<typeof ChangesQuery>

export const OrganisationChanges = pageOf(UnitGroup).extend({
  asOf: PlainDate,
  against: PlainDate,
  under: UnitSide.nullable(),
  /** For the line of time, first to last. `id` where it was applied here. */
  acts: z.array(
    z.object({ id: Id.nullable(), onDay: PlainDate, act: z.string(), title: z.string() }),
  ),
  unitsBefore: z.int(),
  unitsAfter: z.int(),
  /** Units by level on either day, in the branch. */
  levels: z.array(z.object({ level: UnitLevel, before: z.int(), after: z.int() })),
  /** The same of the whole nation, where a branch was asked for. */
  nation: z
    .object({
      id: Id,
      levels: z.array(z.object({ level: UnitLevel, before: z.int(), after: z.int() })),
    })
    .nullable(),
  counts: HeldCounts,
})
export type OrganisationChanges = z.infer<typeof OrganisationChanges>

/** Nội dung bàn giao of a unit. */
export const UnitHolding = z.object({
  unit: UnitSide,
  held: z.array(Held),
  agencies: z.array(AgencyPassage),
  /** Nội dung cần xử lý. */
  todo: z.array(InWords.extend({ code: z.string(), count: z.int(), subjectId: Id.nullable() })),
})
export type UnitHolding = z.infer<typeof UnitHolding>
