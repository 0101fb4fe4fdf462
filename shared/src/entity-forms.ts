import * as z from 'zod'
import { EntityKind } from './entities.ts'
import { Year } from './entity-years.ts'
import { Id } from './values.ts'

/** The official forms that are filled from the register. */
export const FormKey = z.enum(['VII-1', 'VII-2', 'VII-3', 'VII-4', '1.04'])
export type FormKey = z.infer<typeof FormKey>

export const OfficialForm = z.object({
  key: FormKey,
  title: z.string(),
  basis: z.string(),
  /** Without it the form sums up a commune. */
  kind: EntityKind.nullable(),
  /** Whether its fields were compared with the appendix. */
  isVerified: z.boolean(),
})
export type OfficialForm = z.infer<typeof OfficialForm>
export const OfficialForms = z.object({ items: z.array(OfficialForm) })

export const FormQuery = z.object({
  form: FormKey.optional(),
  year: Year.optional(),
  unit: Id.optional(),
  format: z.enum(['docx', 'xlsx']).default('docx'),
})
export type FormQuery = z.infer<typeof FormQuery>
