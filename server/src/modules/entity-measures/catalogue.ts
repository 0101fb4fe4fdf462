import type { Measure } from '@hopluc/shared/rules'
import { FIGURE_MEASURES } from './figures.ts'
import { REGISTER_MEASURES } from './register.ts'

/** All that a rule can ask of a cooperative, the register's first. */
export const measureCatalog: readonly Measure[] = [
  ...REGISTER_MEASURES.map(({ of: _of, ...measure }) => measure),
  ...FIGURE_MEASURES.map(
    ({ indicator: _code, parts: _parts, yearsBefore: _years, ...measure }) => ({ ...measure }),
  ),
]

const BY_CODE = new Map(measureCatalog.map((measure) => [measure.code, measure]))

export const measureNamed = (code: string): Measure | undefined => BY_CODE.get(code)

/** "Doanh thu (H10)", as an explanation names it. */
export function labelOf(code: string): string {
  return BY_CODE.get(code)?.vi ?? `[${code}]`
}
