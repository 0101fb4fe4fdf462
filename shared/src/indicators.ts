import * as z from 'zod'
import { EntityKind } from './entities.ts'
import { Id } from './values.ts'

/** How a figure comes about. */
export const IndicatorOrigin = z.enum(['registry', 'return', 'formula'])
export type IndicatorOrigin = z.infer<typeof IndicatorOrigin>

/** How it adds up over units; a stock ("latest") is never added over time. */
export const AddsUp = z.enum(['sum', 'mean', 'ratio', 'latest'])
export type AddsUp = z.infer<typeof AddsUp>

/** What the register counts, as of the last day of a window or within it. */
export const RegistryRule = z.enum([
  'live',
  'active',
  'stopped',
  'founded',
  'dissolved',
  'live:agriculture',
  'certified:high_tech',
  'certified:ocop',
  'certificates:ocop',
  'linked',
  'union_members',
  'alliance_members',
])
export type RegistryRule = z.infer<typeof RegistryRule>

export const Indicator = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  measure: z.string(),
  addsUp: AddsUp,
  definition: z.string(),
  owner: z.string(),
  origin: IndicatorOrigin,
  formula: z.string().nullable(),
  registryRule: RegistryRule.nullable(),
  /** Of which kinds of entities statements count. */
  entityKinds: z.array(EntityKind),
  /** The code under which entities state it, where it is another. */
  statedAs: z.string().nullable(),
  dims: z.array(z.string()),
  decimals: z.int(),
  isActive: z.boolean(),
  version: z.int(),
})
export type Indicator = z.infer<typeof Indicator>

export const IndicatorList = z.object({ items: z.array(Indicator), mayChange: z.boolean() })
export type IndicatorList = z.infer<typeof IndicatorList>

const Formula = z.string().trim().min(1).max(1000)
const Parts = {
  name: z.string().trim().min(1).max(200),
  nameEn: z.string().trim().max(200).nullable(),
  measure: z.string().trim().min(1).max(60),
  definition: z.string().trim().max(2000),
  owner: z.string().trim().max(200),
  formula: Formula.nullable(),
  decimals: z.int().min(0).max(6),
  isActive: z.boolean(),
}
/** What is changed of an indicator; how it comes about and adds up never changes. */
export const IndicatorChange = z.object(Parts).partial().extend({ version: z.int() })
export type IndicatorChange = z.infer<typeof IndicatorChange>

export const NewIndicator = z.object({
  ...Parts,
  id: Id,
  code: z
    .string()
    .trim()
    .regex(/^[A-Z][A-Za-z0-9_]{0,19}$/),
  origin: z.enum(['return', 'formula']),
  addsUp: AddsUp,
})
export type NewIndicator = z.infer<typeof NewIndicator>

/** A formula as one types it: whether it can be used, and what it would measure. */
export const FormulaTry = z.object({
  formula: z.string().max(1000),
  code: z.string().max(40).nullable(),
  measure: z.string().max(60).nullable(),
})
export type FormulaTry = z.infer<typeof FormulaTry>
export const FormulaFinding = z.object({ vi: z.string(), en: z.string() })
export type FormulaFinding = z.infer<typeof FormulaFinding>
export const FormulaAnswer = z.object({
  problems: z.array(FormulaFinding),
  codes: z.array(z.string()),
  measure: z.string().nullable(),
})
export type FormulaAnswer = z.infer<typeof FormulaAnswer>
