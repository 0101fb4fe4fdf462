import * as z from 'zod'
import {
  BusinessField,
  CooperativeLaw,
  EntityKind,
  EntityStatus,
  Governance,
  Sector,
  SizeClass,
} from './entities.ts'
import { UnitName } from './units.ts'
import { AsOf, Cursor, Id, Limit, pageOf, PlainDate } from './values.ts'

export const EntitySort = z.enum(['name', 'members', 'capital', 'updated'])
const many = <T extends z.ZodType<string>>(item: T) =>
  z
    .preprocess((value) => (typeof value === 'string' ? value.split(',') : value), z.array(item))
    .optional()

/** Filters of the register; several values of one filter are separated by commas. */
export const EntityQuery = AsOf.extend({
  q: z.string().trim().max(200).optional(),
  unit: Id.optional(),
  kind: many(EntityKind),
  status: many(EntityStatus),
  /** `live`: neither being founded nor ended (the usual view); `all`. */
  life: z.enum(['live', 'all']).default('live'),
  law: many(z.enum(['2003', '2012', '2023', 'none'])),
  /** Organised under a law that is no longer in force. */
  notConverted: z.stringbool().optional(),
  field: many(BusinessField),
  sector: many(Sector),
  commodity: many(z.string().max(60)),
  line: z.string().max(5).optional(),
  size: many(SizeClass),
  governance: Governance.optional(),
  membersFrom: z.coerce.number().int().optional(),
  membersTo: z.coerce.number().int().optional(),
  workersFrom: z.coerce.number().int().optional(),
  workersTo: z.coerce.number().int().optional(),
  /** Charter capital, in đồng. */
  capitalFrom: z.coerce.number().int().optional(),
  capitalTo: z.coerce.number().int().optional(),
  /** Revenue of the year before the day, in đồng. */
  revenueFrom: z.coerce.number().int().optional(),
  revenueTo: z.coerce.number().int().optional(),
  hasCode: z.stringbool().optional(),
  /** Not updated for so many days. */
  staleDays: z.coerce.number().int().min(1).max(3650).optional(),
  /** No congress within twelve months. */
  noCongress: z.stringbool().optional(),
  certificate: z.string().max(40).optional(),
  memberOf: Id.optional(),
  sort: EntitySort.default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
  limit: Limit,
  cursor: Cursor.optional(),
  /** Count and sums also beyond the first page. */
  totals: z.stringbool().optional(),
  format: z.enum(['json', 'xlsx', 'csv']).default('json'),
})
export type EntityQuery = z.infer<typeof EntityQuery>

export const EntityItem = z.object({
  id: Id,
  name: z.string(),
  code: z.string().nullable(),
  kind: EntityKind,
  status: EntityStatus,
  unit: UnitName,
  commodities: z.array(z.string()),
  certificates: z.array(z.string()),
  members: z.int().nullable(),
  capital: z.int().nullable(),
  size: SizeClass.nullable(),
  law: CooperativeLaw.nullable(),
  sector: Sector.nullable(),
  representative: z.string().nullable(),
  updatedOn: PlainDate,
  isDemo: z.boolean(),
})
export type EntityItem = z.infer<typeof EntityItem>

export const EntityPage = pageOf(EntityItem).extend({
  /** Of all that the filters find: how many, and their sums. */
  total: z.object({ count: z.int(), members: z.int(), capital: z.number() }).nullable(),
  /** Whether the signed-in person may enter one that is not there yet; never of a past day. */
  allowed: z.array(z.enum(['add'])),
})
export type EntityPage = z.infer<typeof EntityPage>

/** How many of what there are on a day, by up to two of these. */
export const EntityCountBy = z.enum([
  'unit',
  'province',
  'kind',
  'status',
  'sector',
  'field',
  'law',
  'size',
  'commodity',
])
export const EntityCountQuery = AsOf.extend({
  /** At most two; none counts all. */
  by: many(EntityCountBy).refine((by) => by === undefined || by.length <= 2),
  unit: Id.optional(),
  life: z.enum(['live', 'all']).default('live'),
})
export type EntityCountQuery = z.infer<typeof EntityCountQuery>
export const EntityCounts = z.object({
  asOf: PlainDate,
  rows: z.array(
    z.object({ keys: z.array(z.string().nullable()), count: z.int(), members: z.int() }),
  ),
})
export type EntityCounts = z.infer<typeof EntityCounts>

const Degrees = z.coerce.number().min(-180).max(180)
/** A part of the map; what lies close together comes as one point. */
export const EntityPointQuery = EntityQuery.omit({
  sort: true,
  order: true,
  limit: true,
  cursor: true,
  totals: true,
  format: true,
}).extend({ west: Degrees, south: Degrees, east: Degrees, north: Degrees })
export type EntityPointQuery = z.infer<typeof EntityPointQuery>

export const EntityPoints = z.object({
  asOf: PlainDate,
  points: z.array(
    z.object({
      lat: z.number(),
      lon: z.number(),
      count: z.int(),
      /** Where only one is there. */
      id: Id.nullable(),
      name: z.string().nullable(),
      kind: EntityKind.nullable(),
    }),
  ),
  /** That the filters find but whose place on the map nobody has entered. */
  unplaced: z.int(),
})
export type EntityPoints = z.infer<typeof EntityPoints>
