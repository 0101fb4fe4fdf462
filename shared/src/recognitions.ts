import * as z from 'zod'
import { UnitName } from './units.ts'
import { Cursor, Id, Instant, Limit, Name, Named, pageOf, PlainDate, Words } from './values.ts'

/** Mô hình HTX tiêu biểu; khen thưởng. */
export const RecognitionKind = z.enum(['model', 'commendation'])
export type RecognitionKind = z.infer<typeof RecognitionKind>

export const RecognitionState = z.enum([
  'draft',
  'submitted',
  'returned',
  'verified',
  'published',
  'decided',
  'withdrawn',
])
export type RecognitionState = z.infer<typeof RecognitionState>

export const RecognitionAction = z.enum([
  'submit',
  'verify',
  'publish',
  'decide',
  'return',
  'withdraw',
])
export type RecognitionAction = z.infer<typeof RecognitionAction>

/** A kind of model, or a title or form of commendation, with the papers that its dossier has. */
const Form = z.object({ name: Name, checklist: z.array(Name).max(30) })
export type RecognitionForm = z.infer<typeof Form>
const Forms = z
  .array(Form)
  .max(60)
  .refine((forms) => new Set(forms.map(({ name }) => name)).size === forms.length)

/** What a province recognises. */
export const RecognitionLists = z.object({ models: Forms, commendations: Forms, version: z.int() })
export type RecognitionLists = z.infer<typeof RecognitionLists>

const Figure = z.object({ name: Name, value: z.number(), unit: z.string().max(60), year: z.int() })
/** What the register does not hold, and who says so. */
const StatedFigure = Figure.extend({ year: z.int().min(2000).max(2100), source: Name })
export type StatedFigure = z.infer<typeof StatedFigure>
export const RecognitionFigure = Figure.extend({
  source: z.string(),
  /** Of the register or the figures of the year, as they stood when it was kept last. */
  isKnown: z.boolean(),
})
export type RecognitionFigure = z.infer<typeof RecognitionFigure>

const Picture = z.object({ fileId: Id, caption: z.string().trim().max(300) })

const Said = z.object({
  form: Name,
  title: Name,
  /** Of a model its story; of a commendation what was achieved. */
  story: Words,
  /** Looks at it: an agency of the province. */
  toAgencyId: Id,
  /** Whose figures are shown. */
  year: z.int().min(2000).max(2100),
  stated: z.array(StatedFigure).max(20),
  pictures: z.array(Picture).max(12),
  checks: z.array(z.object({ name: Name, fileId: Id.nullable() })).max(40),
})

/** By a cooperative `entityId` is null: its own. */
export const NewRecognition = Said.extend({
  id: Id,
  kind: RecognitionKind,
  entityId: Id.nullable(),
})
export type NewRecognition = z.infer<typeof NewRecognition>
export const RecognitionEdit = Said.extend({ version: z.int() })
export type RecognitionEdit = z.infer<typeof RecognitionEdit>

const Decision = z.object({ number: z.string(), on: PlainDate, by: z.string() })

export const RecognitionItem = z.object({
  id: Id,
  kind: RecognitionKind,
  entity: z.object({ id: Id, name: z.string() }),
  unit: UnitName,
  form: z.string(),
  title: z.string(),
  from: Named,
  to: Named,
  state: RecognitionState,
  changedOn: PlainDate,
  decision: Decision.nullable(),
  /** The first picture. */
  coverId: Id.nullable(),
  isDemo: z.boolean(),
  version: z.int(),
})
export type RecognitionItem = z.infer<typeof RecognitionItem>
export const RecognitionPage = pageOf(RecognitionItem).extend({ mayPropose: z.boolean() })
export type RecognitionPage = z.infer<typeof RecognitionPage>

export const Recognition = RecognitionItem.extend({
  story: z.string(),
  year: z.int(),
  figures: z.array(RecognitionFigure),
  pictures: z.array(Picture),
  checks: z.array(
    z.object({ name: z.string(), fileId: Id.nullable(), fileName: z.string().nullable() }),
  ),
  /** Of the checklist what is not there yet. */
  missing: z.array(z.string()),
  events: z.array(
    z.object({
      seq: z.int(),
      action: z.enum(['prepare', ...RecognitionAction.options]),
      onDay: PlainDate,
      text: z.string().nullable(),
      byWords: z.string(),
      madeAt: Instant,
    }),
  ),
  mayEdit: z.boolean(),
  allowed: z.array(RecognitionAction),
})
export type Recognition = z.infer<typeof Recognition>

const Deed = z.object({ version: z.int() })
export const RecognitionDeed = z.discriminatedUnion('action', [
  Deed.extend({ action: z.enum(['submit', 'verify', 'publish']) }),
  Deed.extend({ action: z.enum(['return', 'withdraw']), reason: Words }),
  Deed.extend({ action: z.literal('decide'), number: Name, on: PlainDate, by: Name }),
])
export type RecognitionDeed = z.infer<typeof RecognitionDeed>

export const RecognitionQuery = z.object({
  kind: RecognitionKind.default('model'),
  state: RecognitionState.optional(),
  unit: Id.optional(),
  entity: Id.optional(),
  form: Name.optional(),
  cursor: Cursor.optional(),
  limit: Limit,
  format: z.enum(['json', 'xlsx']).default('json'),
})
export type RecognitionQuery = z.infer<typeof RecognitionQuery>

/** What the form about a cooperative offers; `entity` is unsaid by a cooperative itself. */
export const RecognitionOptionsQuery = z.object({ entity: Id.optional() })
export const RecognitionOptions = z.object({
  entity: z.object({ id: Id, name: z.string() }),
  lists: RecognitionLists.omit({ version: true }),
  agencies: z.array(Named),
  /** The agency that stands for the province's committee, if there is one. */
  usualAgencyId: Id.nullable(),
  years: z.array(z.object({ year: z.int(), figures: z.array(RecognitionFigure) })),
})
export type RecognitionOptions = z.infer<typeof RecognitionOptions>

/** Of one's own province; `mayKeep`: by its agencies. */
export const RecognitionListsAnswer = RecognitionLists.extend({ mayKeep: z.boolean() })
export type RecognitionListsAnswer = z.infer<typeof RecognitionListsAnswer>
