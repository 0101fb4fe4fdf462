import * as z from 'zod'
import { AsOf, Cursor, Id, Limit, Name, Named, pageOf, PlainDate } from './values.ts'

export const UnitLevel = z.enum(['nation', 'province', 'district', 'commune'])
export type UnitLevel = z.infer<typeof UnitLevel>

export const AgencyKind = z.enum([
  'people_committee',
  'department',
  'office',
  'steering_committee',
  'board',
  'alliance',
  'mass_organisation',
  'party',
  'bank',
  'fund',
  'service',
  'cooperative',
  'ministry',
  'other',
])
export type AgencyKind = z.infer<typeof AgencyKind>

/** Tasks are given to subordinates, asked of equals; a party body is never given any. */
export const Manner = z.enum(['assign', 'request', 'never'])
export type Manner = z.infer<typeof Manner>

/** A unit beside another record: "xã Kế Sách". */
export const UnitName = z.object({ id: Id, level: UnitLevel, kind: z.string(), name: z.string() })
export type UnitName = z.infer<typeof UnitName>

/** A unit as the law called it on the day that was asked for. */
export const UnitItem = UnitName.extend({
  code: z.string().nullable(),
  parentId: Id.nullable(),
  /** Name of the unit above, with its kind. */
  parent: z.string().nullable(),
  fromOn: PlainDate,
  untilOn: PlainDate,
  /** Units directly below on that day. */
  children: z.int(),
})
export type UnitItem = z.infer<typeof UnitItem>
export const UnitPage = pageOf(UnitItem)

/** Without `parent` and `q`: the units that stand below no other. */
export const UnitQuery = AsOf.extend({
  parent: Id.optional(),
  q: z.string().trim().min(1).max(200).optional(),
  level: UnitLevel.optional(),
  /** As an Excel file. */
  format: z.enum(['json', 'xlsx']).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type UnitQuery = z.infer<typeof UnitQuery>

/** All units of a day, or those below one; small enough to keep. */
export const UnitTreeQuery = AsOf.extend({ under: Id.optional() })
export type UnitTreeQuery = z.infer<typeof UnitTreeQuery>

export const UnitTree = z.object({
  day: PlainDate,
  /** Id, level, kind, name, code, and the place in this list of the unit above, which comes before. */
  units: z.array(
    z.tuple([Id, UnitLevel, z.string(), z.string(), z.string().nullable(), z.int().nullable()]),
  ),
})
export type UnitTree = z.infer<typeof UnitTree>

const Period = z.object({ fromOn: PlainDate, untilOn: PlainDate })
const Succession = z.object({ onDay: PlainDate, act: z.string() })

const UnitSuccession = Succession.extend({
  unit: UnitName,
  under: z.string().nullable(),
  isWhole: z.boolean(),
  /** Of the older unit; null where a part passed over and the act states no share. */
  share: z.number().nullable(),
  isEstimate: z.boolean(),
})

export const OrganisationAction = z.enum(['change', 'end', 'add_below', 'add_agency', 'name'])
export type OrganisationAction = z.infer<typeof OrganisationAction>

export const Unit = UnitItem.extend({
  version: z.int(),
  /** From the nation down to the unit above this one. */
  path: z.array(UnitName),
  versions: z.array(
    UnitName.omit({ id: true }).extend({
      ...Period.shape,
      code: z.string().nullable(),
      parent: z.string().nullable(),
    }),
  ),
  cameFrom: z.array(UnitSuccession),
  wentTo: z.array(UnitSuccession),
  allowed: z.array(OrganisationAction),
})
export type Unit = z.infer<typeof Unit>

const UnitAttributes = z.object({
  kind: z.string().trim().min(1).max(50),
  name: Name,
  code: z.string().trim().min(1).max(20).nullable(),
  parentId: Id.nullable(),
})
export const NewUnit = UnitAttributes.extend({ level: UnitLevel, fromOn: PlainDate })
export type NewUnit = z.infer<typeof NewUnit>

/** From `fromOn` on it is otherwise; what was before stays readable. Absent attributes stay. */
export const UnitChange = UnitAttributes.partial().extend({ version: z.int(), fromOn: PlainDate })
export type UnitChange = z.infer<typeof UnitChange>

/** `untilOn` is the last day. */
export const Ending = z.object({ version: z.int(), untilOn: PlainDate })
export type Ending = z.infer<typeof Ending>

export const AgencyItem = Named.extend({
  kind: AgencyKind,
  symbol: z.string().nullable(),
  manner: Manner,
  needsApproval: z.boolean(),
  unit: UnitName,
  /** The unit above the agency's, with its kind: two communes may share a name. */
  under: z.string().nullable(),
  actsFor: Named.nullable(),
  /** Of a committee or board, without the helping team. */
  members: z.int().nullable(),
  fromOn: PlainDate,
  untilOn: PlainDate,
})
export type AgencyItem = z.infer<typeof AgencyItem>
export const AgencyPage = pageOf(AgencyItem)

/** `under` asks for agencies of a unit and of all below it; `unit` for those of the unit alone. */
export const AgencyQuery = AsOf.extend({
  unit: Id.optional(),
  under: Id.optional(),
  kind: AgencyKind.optional(),
  q: z.string().trim().min(1).max(200).optional(),
  /** As an Excel file. */
  format: z.enum(['json', 'xlsx']).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type AgencyQuery = z.infer<typeof AgencyQuery>

export const OtherName = z.object({ name: Name, fromOn: PlainDate, untilOn: PlainDate })
export type OtherName = z.infer<typeof OtherName>

export const Agency = AgencyItem.extend({
  version: z.int(),
  versions: z.array(
    Named.omit({ id: true }).extend({
      ...Period.shape,
      unit: z.string(),
      symbol: z.string().nullable(),
    }),
  ),
  names: z.array(OtherName),
  cameFrom: z.array(Succession.extend({ agency: Named })),
  wentTo: z.array(Succession.extend({ agency: Named })),
  /** Agencies that act for it. */
  actedForBy: z.array(Named),
  people: z.array(z.object({ postId: Id, name: z.string(), title: z.string(), role: z.string() })),
  allowed: z.array(OrganisationAction),
})
export type Agency = z.infer<typeof Agency>

const AgencyAttributes = z.object({
  unitId: Id,
  kind: AgencyKind,
  name: Name,
  shortName: z.string().trim().min(1).max(100),
  symbol: z.string().trim().min(1).max(50).nullable(),
  manner: Manner,
  actsForId: Id.nullable(),
  needsApproval: z.boolean(),
})
export const NewAgency = AgencyAttributes.extend({ fromOn: PlainDate })
export type NewAgency = z.infer<typeof NewAgency>
export const AgencyChange = AgencyAttributes.partial().extend({
  version: z.int(),
  fromOn: PlainDate,
})
export type AgencyChange = z.infer<typeof AgencyChange>

/** All other names at once, in place of those that are kept. */
export const OtherNames = z.object({ version: z.int(), names: z.array(OtherName).max(50) })
export type OtherNames = z.infer<typeof OtherNames>
