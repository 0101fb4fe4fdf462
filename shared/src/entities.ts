import * as z from 'zod'
import { UnitName } from './units.ts'
import { Id, Instant, Name, PlainDate, Words } from './values.ts'

/** Tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã, quỹ tín dụng nhân dân (Law 17/2023/QH15, article 4). */
export const EntityKind = z.enum(['group', 'cooperative', 'union', 'credit_fund'])
export type EntityKind = z.infer<typeof EntityKind>

/** Legal status (Decree 92/2024, articles 27 and 28); `founding` before there is any. */
export const EntityStatus = z.enum([
  'founding',
  'active',
  'not_at_address',
  'suspended',
  'tax_revoked',
  'dissolving',
  'bankruptcy',
  'ended',
])
export type EntityStatus = z.infer<typeof EntityStatus>

/** The law under which it is organised. */
export const CooperativeLaw = z.enum(['2003', '2012', '2023'])
export type CooperativeLaw = z.infer<typeof CooperativeLaw>

/** Since when each law is in force. */
export const LAW_SINCE: Record<CooperativeLaw, PlainDate> = {
  '2003': '2004-07-01',
  '2012': '2013-07-01',
  '2023': '2024-07-01',
}

export const Governance = z.enum(['full', 'reduced'])
export type Governance = z.infer<typeof Governance>
/** Four fields of Decree 113/2024, by the main line of business. */
export const BusinessField = z.enum(['agriculture', 'industry', 'finance', 'trade'])
export type BusinessField = z.infer<typeof BusinessField>
/** Eight sectors of the usual reports, by the main line of business. */
export const Sector = z.enum([
  'agriculture',
  'industry',
  'construction',
  'credit',
  'trade',
  'transport',
  'environment',
  'other',
])
export type Sector = z.infer<typeof Sector>
export const SizeClass = z.enum(['micro', 'small', 'medium', 'large'])
export type SizeClass = z.infer<typeof SizeClass>

/** Ten digits, of a dependent unit with three more (mã số thuế). */
export const EntityCode = z.string().regex(/^\d{10}(-\d{3})?$/)

/**
 * Whether the tenth digit fits the other nine, by the weights commonly used; not verified against the
 * circular in force, so a mismatch warns and bars nothing.
 */
export function hasCheckDigit(code: string): boolean {
  const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(code[index]), 0)
  return 10 - (sum % 11) === Number(code[9])
}

const Count = z.int().min(0).max(10_000_000).nullable()
/** Đồng. */
const Money = z.int().min(0).max(1_000_000_000_000_000).nullable()
const Short = z.string().trim().min(1).max(200).nullable()

/** What describes an entity from a day on; the register keeps every earlier version. */
export const EntityAttributes = z.object({
  name: Name,
  shortName: Short,
  foreignName: Short,
  kind: EntityKind,
  code: EntityCode.nullable(),
  law: CooperativeLaw.nullable(),
  governance: Governance.nullable(),
  /** Of the office: open to everyone. */
  phone: Short,
  email: Short,
  website: Short,
  /** Codes of business lines, the first is the main one. */
  lines: z.array(z.string().regex(/^[A-Z0-9]{1,5}$/)).max(100),
  /** Codes of the maintained list of main commodities. */
  commodities: z.array(z.string().max(60)).max(50),
  charterCapital: Money,
  officialMembers: Count,
  linkedMembers: Count,
  otherMembers: Count,
  workers: Count,
  representative: Short,
})
export type EntityAttributes = z.infer<typeof EntityAttributes>
export const EntityAttribute = EntityAttributes.keyof()
export type EntityAttribute = z.infer<typeof EntityAttribute>

/** Where a registered attribute comes from, and as of which day. */
export const AttributeSource = z.object({
  from: z.enum(['national', 'certificate', 'entity', 'commune', 'import', 'paper']),
  on: PlainDate,
  documentId: Id.nullable().default(null),
  note: z.string().max(500).nullable().default(null),
})
export type AttributeSource = z.infer<typeof AttributeSource>
export const AttributeSources = z.partialRecord(EntityAttribute, AttributeSource)

export const EntityPlace = z.object({
  unitId: Id,
  address: z.string().trim().min(1).max(500).nullable(),
  /** Degrees; both or none. */
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
})
export type EntityPlace = z.infer<typeof EntityPlace>

export const EntityEventKind = z.enum([
  'canvassed',
  'founders_found',
  'conference_held',
  'filed',
  'registered',
  'congress',
  'law_changed',
  'kind_changed',
  'consolidated',
  'suspended',
  'resumed',
  'not_at_address',
  'at_address',
  'dissolving',
  'dissolving_revoked',
  'certificate_revoked',
  'tax_revoked',
  'restored',
  'bankruptcy_opened',
  'bankruptcy_closed',
  'dissolved',
  'bankrupt',
  'absorbed',
  'absorbs',
  'amalgamated',
  'divided',
  'separated',
  'relocated',
  'reorganised',
])
export type EntityEventKind = z.infer<typeof EntityEventKind>

export const CongressKind = z.enum(['yearly', 'term', 'extraordinary'])
export const EventDetails = z.object({
  congress: CongressKind.optional(),
  /** Of a change of law or of kind: what it is from then on. */
  law: CooperativeLaw.optional(),
  kind: EntityKind.optional(),
  /** Who advised those who found it. */
  advisedBy: z.string().trim().max(300).optional(),
  /** Expected at the founding: how many founders. */
  founders: z.int().min(0).max(100_000).optional(),
  /** Written beside the event of another entity, which absorbed this one or was absorbed. */
  ofEventId: Id.optional(),
  /** Of a move: from where. */
  fromUnitId: Id.optional(),
})
export type EventDetails = z.infer<typeof EventDetails>

/** A step of its legal life. */
export const NewEntityEvent = z.object({
  kind: EntityEventKind,
  onDay: PlainDate,
  /** A suspension as announced: its last day. */
  untilOn: PlainDate.nullable().default(null),
  details: EventDetails.default({}),
  decidedBy: z.string().trim().max(300).nullable().default(null),
  decisionNo: z.string().trim().max(100).nullable().default(null),
  decidedOn: PlainDate.nullable().default(null),
  documentId: Id.nullable().default(null),
  note: z.string().trim().max(2000).nullable().default(null),
  /** Of a merger or a division: the other entities. */
  otherIds: z.array(Id).max(50).default([]),
})
export type NewEntityEvent = z.infer<typeof NewEntityEvent>

/** A step that is recorded for an entity there is; of that, which version one saw. */
export const EntityEventEntry = NewEntityEvent.extend({ version: z.int() })
export type EntityEventEntry = z.infer<typeof EntityEventEntry>

export const EntityEvent = NewEntityEvent.omit({ otherIds: true }).extend({
  id: Id,
  others: z.array(z.object({ id: Id, name: z.string() })),
  recordedAt: Instant,
  voidReason: z.string().nullable(),
})
export type EntityEvent = z.infer<typeof EntityEvent>

/** A finding that bars nothing: what, and by which rule. */
export const EntityWarning = z.object({
  key: z.string(),
  field: z.string().nullable(),
  vi: z.string(),
  en: z.string(),
  /** Article of the rule, where it is one of law. */
  basis: z.string().nullable(),
})
export type EntityWarning = z.infer<typeof EntityWarning>

export const NewEntity = z.object({
  attributes: EntityAttributes.partial().required({ name: true, kind: true }),
  place: EntityPlace.partial().required({ unitId: true }),
  /** From when on the description holds. */
  fromOn: PlainDate,
  source: AttributeSource,
  events: z.array(NewEntityEvent).min(1).max(20),
})
export type NewEntity = z.infer<typeof NewEntity>

/** What changes from a day on. A correction rewrites what was wrong from that day, later changes stay. */
export const EntityChange = z.object({
  version: z.int(),
  fromOn: PlainDate,
  attributes: EntityAttributes.partial(),
  place: EntityPlace.partial().optional(),
  source: AttributeSource,
})
export type EntityChange = z.infer<typeof EntityChange>

export const EntityAction = z.enum([
  'change',
  'add_event',
  'void_event',
  'propose',
  'confirm',
  'merge',
])
export type EntityAction = z.infer<typeof EntityAction>

export const EntityVersion = z.object({
  fromOn: PlainDate,
  untilOn: PlainDate,
  attributes: EntityAttributes,
  sources: AttributeSources,
})
export type EntityVersion = z.infer<typeof EntityVersion>

/** Versions side by side: what changed from the one before, and who recorded it. Newest first. */
export const EntityHistory = z.object({
  items: z.array(
    EntityVersion.extend({
      /** Empty for the first. */
      changed: z.array(EntityAttribute),
      recordedBy: z.string().nullable(),
      recordedAt: Instant,
    }),
  ),
  places: z.array(
    EntityPlace.extend({
      fromOn: PlainDate,
      untilOn: PlainDate,
      unit: UnitName,
      /** The act by which the units themselves changed. */
      act: z.string().nullable(),
    }),
  ),
})
export type EntityHistory = z.infer<typeof EntityHistory>

export const Entity = z.object({
  id: Id,
  asOf: PlainDate,
  status: EntityStatus.nullable(),
  /** Words of the status list that fits the kind (Decree 92/2024, articles 27 and 28). */
  statusWords: z.object({ vi: z.string(), en: z.string() }).nullable(),
  attributes: EntityAttributes,
  sources: AttributeSources,
  place: EntityPlace.extend({ unit: UnitName, fromOn: PlainDate }),
  field: BusinessField.nullable(),
  sector: Sector.nullable(),
  /** By members and revenue, by members and capital: the larger counts; null where no threshold is set. */
  size: SizeClass.nullable(),
  warnings: z.array(EntityWarning),
  events: z.array(EntityEvent),
  predecessors: z.array(z.object({ id: Id, name: z.string(), onDay: PlainDate, kind: z.string() })),
  successors: z.array(z.object({ id: Id, name: z.string(), onDay: PlainDate, kind: z.string() })),
  mergedInto: z.object({ id: Id, name: z.string() }).nullable(),
  updatedAt: Instant,
  updatedBy: z.string().nullable(),
  isDemo: z.boolean(),
  version: z.int(),
  allowed: z.array(EntityAction),
})
export type Entity = z.infer<typeof Entity>

export const EntityEventVoid = z.object({ version: z.int(), reason: Words })
export type EntityEventVoid = z.infer<typeof EntityEventVoid>
