import type { FigureIndicator } from '@hopluc/shared/finds'
import type { UnitKind } from './units.ts'

/** One rule: the unit, and what must (not) stand around the number. First match decides. */
export interface IndicatorRule {
  id: string
  units: readonly UnitKind[]
  /** Words of the same clause before the number, nearest last. */
  left?: RegExp
  /** Words after the unit up to the next number or separator. */
  right?: RegExp
  /** Words after the unit, past further numbers. */
  beyond?: RegExp
  /** Either side. */
  near?: RegExp
  /** Anywhere in the sentence or in the heading above. */
  sentence?: RegExp
  not?: RegExp
  per?: RegExp
  /** The unit as written. */
  unit?: RegExp
  gives: FigureIndicator
}
