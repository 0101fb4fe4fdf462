import * as z from 'zod'
import { EntityWarning } from './entities.ts'
import { Day, Dong, Line, Note, PartRecord, partsOf } from './entity-parts.ts'
import { Masked, Phone } from './personal-data.ts'
import { AsOf, Cursor, FOREVER, Id, Limit, Name, pageOf, PlainDate } from './values.ts'

/**
 * Kinds of members (Law 17/2023/QH15, article 4): official, linked with and without capital;
 * `a` uses products and services, `b` works, `c` both.
 */
export const MemberKind = z.enum([
  'official_a',
  'official_b',
  'official_c',
  'linked_capital',
  'linked_a',
  'linked_b',
  'linked_c',
])
export type MemberKind = z.infer<typeof MemberKind>
export const MemberSubject = z.enum(['person', 'household', 'organisation'])
export type MemberSubject = z.infer<typeof MemberSubject>

/** Digits and letters of an identification or a code; left out it stays, null takes it away. */
export const PaperNo = z
  .string()
  .transform((typed) => typed.replace(/[\s.]/g, ''))
  .pipe(z.string().regex(/^[0-9A-Z-]{5,20}$/i))

/** A line of the register of members (article 15). */
export const MemberBody = z.object({
  kind: MemberKind,
  subject: MemberSubject,
  name: Name,
  paperNo: PaperNo.nullable().optional(),
  /** None said: Vietnamese. */
  nationality: Line,
  address: Line,
  phone: Phone.nullable().optional(),
  /** Of a union: the cooperative, where the register has it. */
  memberEntityId: Id.nullable().default(null),
  share: Dong.nullable().default(null),
  /** What was contributed other than money: kinds, quantities and values. */
  assets: Note,
  contributedOn: Day,
  certificateNo: Line,
  certificateOn: Day,
  joinedOn: PlainDate,
  leftOn: Day,
  note: Note,
})
export type MemberBody = z.input<typeof MemberBody>

export const Member = PartRecord.extend({
  ...MemberBody.omit({ paperNo: true, phone: true }).shape,
  paperNo: Masked.nullable(),
  phone: Masked.nullable(),
  /** Of the charter capital registered on the day; null where either is not known. */
  percent: z.number().nullable(),
  isCurrent: z.boolean(),
})
export type Member = z.infer<typeof Member>

export const MemberQuery = AsOf.extend({
  q: z.string().trim().max(200).optional(),
  kind: MemberKind.optional(),
  /** Those too who have left by the day. */
  withLeft: z.stringbool().optional(),
  limit: Limit,
  cursor: Cursor.optional(),
})
export type MemberQuery = z.infer<typeof MemberQuery>

/** Persons are for the entity and its keeper: `isOpen` says whether the reader is one of them. */
export const MemberPage = pageOf(Member).extend({
  isOpen: z.boolean(),
  mayChange: z.boolean(),
  asOf: PlainDate,
  counts: z.array(
    z.object({ kind: MemberKind, subject: MemberSubject, members: z.int(), share: z.number() }),
  ),
  total: z.object({ members: z.int(), share: z.number(), charterCapital: z.number().nullable() }),
  warnings: z.array(EntityWarning),
})
export type MemberPage = z.infer<typeof MemberPage>

export const MemberImport = z.object({
  fileId: Id,
  sheet: z.string().max(200).optional(),
  /** Field to column from 0; without it by the heads. */
  mapping: z.record(z.string(), z.int().min(0)).optional(),
  /** Enters the good lines though others have errors. */
  isPartial: z.boolean().default(false),
})
export type MemberImport = z.input<typeof MemberImport>

export const MemberImportCell = z.object({
  line: z.int(),
  field: z.string().nullable(),
  /** A to ZZ, as Excel names it. */
  column: z.string().nullable(),
  isError: z.boolean(),
  vi: z.string(),
  en: z.string(),
})
export type MemberImportCell = z.infer<typeof MemberImportCell>

export const MemberImportPreview = z.object({
  sheets: z.array(z.string()),
  sheet: z.string(),
  headers: z.array(z.string()),
  mapping: z.record(z.string(), z.int()),
  rows: z.array(
    z.object({
      line: z.int(),
      /** `change`: there already under this number or name; `same`: and unchanged. */
      action: z.enum(['add', 'change', 'same', 'skip']),
      name: z.string(),
      kind: MemberKind.nullable(),
      subject: MemberSubject.nullable(),
      share: z.number().nullable(),
      joinedOn: PlainDate.nullable(),
    }),
  ),
  issues: z.array(MemberImportCell),
  counts: z.object({ add: z.int(), change: z.int(), same: z.int(), skip: z.int() }),
})
export type MemberImportPreview = z.infer<typeof MemberImportPreview>
export const MemberImportResult = z.object({
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  skipped: z.int(),
})
export type MemberImportResult = z.infer<typeof MemberImportResult>

export const ManagerOffice = z.enum([
  'chairman',
  'vice_chairman',
  'board_member',
  'director',
  'deputy_director',
  'head_controller',
  'controller',
  'accountant',
  'group_head',
  'other',
])
export type ManagerOffice = z.infer<typeof ManagerOffice>
export const TrainingLevel = z.enum([
  'none',
  'elementary',
  'intermediate',
  'college',
  'university',
  'postgraduate',
])
export type TrainingLevel = z.infer<typeof TrainingLevel>

export const ManagerBody = z.object({
  office: ManagerOffice,
  name: Name,
  birthYear: z.int().min(1900).max(2100).nullable().default(null),
  sex: z.enum(['female', 'male']).nullable().default(null),
  phone: Phone.nullable().optional(),
  training: TrainingLevel.nullable().default(null),
  trainingField: Line,
  fromOn: PlainDate,
  untilOn: PlainDate.default(FOREVER),
  note: Note,
})
export type ManagerBody = z.input<typeof ManagerBody>
export const Manager = PartRecord.extend({
  ...ManagerBody.omit({ phone: true }).shape,
  phone: Masked.nullable(),
  isCurrent: z.boolean(),
})
export type Manager = z.infer<typeof Manager>
export const Managers = partsOf(Manager)
export type Managers = z.infer<typeof Managers>
