import { Id, PlainDate } from '@hopluc/shared/values'
import * as z from 'zod'

/** As `PeriodCode` of the contract; written out, for the first load holds no schema of a later page. */
const PERIOD = /^\d{4}(?:m(?:0?[1-9]|1[0-2])|q[1-4]|h[12]|n1)?$/

const text = (value: unknown) => (typeof value === 'number' ? String(value) : value)

/** Area, period, columns and what is looked at more closely: all in the address. */
export const FigureSearch = z.object({
  unit: Id.optional().catch(undefined),
  // A year alone is read out of the address as a number.
  period: z.preprocess(text, z.string().regex(PERIOD)).optional().catch(undefined),
  codes: z.string().max(400).optional().catch(undefined),
  boundaries: z.enum(['then', 'today']).optional().catch(undefined),
  against: z.enum(['same', 'previous', 'none']).optional().catch(undefined),
  /** The indicator of the charts. */
  chart: z.string().max(40).optional().catch(undefined),
  /** The figure whose sources are open. */
  of: Id.optional().catch(undefined),
  code: z.string().max(40).optional().catch(undefined),
  /** The past day as of which figures are told. */
  asOf: PlainDate.optional().catch(undefined),
})
export type FigureSearch = z.infer<typeof FigureSearch>
