import type { Id } from '@hopluc/shared/values'

/** What a measure says of one cooperative, or why it says nothing: missing is never zero. */
export type Known =
  { readonly value: number | boolean | string | readonly string[] } | { readonly missing: string }

/** By the measure's code. */
export type Measures = ReadonlyMap<string, Known>

export interface MeasuredEntity {
  entityId: Id
  name: string
  /** Where it lies on the day. */
  unitId: Id
  kind: string
  sector: string | null
  isDemo: boolean
  measures: Measures
}
