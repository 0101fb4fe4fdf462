import * as z from 'zod'
import { EntityWarning } from './entities.ts'
import { AsOf, Instant } from './values.ts'

/** An indicator of an entity, with what it is broken down by: `{ sex: 'female' }`. */
export const FigureRow = z.object({
  /** Code and breakdown in one: `H8`, `H8/sex=female`. */
  key: z.string(),
  code: z.string(),
  breakdown: z.record(z.string(), z.string()),
  name: z.string(),
  measure: z.string(),
  /** A mean is stated by its two sums: numerator and denominator. */
  isMean: z.boolean(),
})
export type FigureRow = z.infer<typeof FigureRow>

export const FigureFrom = z.enum(['entity', 'commune', 'national', 'estimate', 'paper', 'import'])
export type FigureFrom = z.infer<typeof FigureFrom>
export const FigureSource = z.object({
  from: FigureFrom,
  note: z.string().trim().max(500).nullable().default(null),
})
export type FigureSource = z.infer<typeof FigureSource>

/** As it is read; `from` is null where nothing was said. */
export const StatedSource = z.object({ from: FigureFrom.nullable(), note: z.string().nullable() })

/** What stands for a year. A cell that is not there was never stated; `value` null says "không có số". */
export const FigureCell = z.object({
  key: z.string(),
  year: z.int(),
  /** Of a mean the numerator. */
  value: z.number().nullable(),
  weight: z.number().nullable(),
  /** As it is read: of a mean numerator ÷ denominator. */
  shown: z.number().nullable(),
  source: StatedSource,
  seq: z.int(),
  statedAt: Instant,
  isDemo: z.boolean(),
})
export type FigureCell = z.infer<typeof FigureCell>

export const EntityFigures = z.object({
  years: z.array(z.int()),
  rows: z.array(FigureRow),
  cells: z.array(FigureCell),
  warnings: z.array(EntityWarning),
  mayChange: z.boolean(),
})
export type EntityFigures = z.infer<typeof EntityFigures>
export const FigureQuery = AsOf.extend({
  from: z.coerce.number().int().min(1990).max(2100).optional(),
  to: z.coerce.number().int().min(1990).max(2100).optional(),
})
export type FigureQuery = z.infer<typeof FigureQuery>

const Value = z.number().min(-1e12).max(1e12).nullable()
/** `seq` is the version last seen, 0 where nothing was stated: another answers with a conflict. */
export const FigureEdit = z.object({
  source: FigureSource,
  cells: z
    .array(
      z.object({
        key: z.string().max(60),
        year: z.int().min(1990).max(2100),
        value: Value,
        weight: Value.optional(),
        seq: z.int().min(0),
      }),
    )
    .min(1)
    .max(2000),
})
export type FigureEdit = z.infer<typeof FigureEdit>

export const FigureHistoryQuery = z.object({
  key: z.string().max(60),
  year: z.coerce.number().int(),
})
export const FigureHistory = z.object({
  items: z.array(
    z.object({
      value: z.number().nullable(),
      weight: z.number().nullable(),
      source: StatedSource,
      seq: z.int(),
      statedAt: Instant,
      by: z.string().nullable(),
    }),
  ),
})
export type FigureHistory = z.infer<typeof FigureHistory>
