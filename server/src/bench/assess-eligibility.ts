import type { Rule } from '@hopluc/shared/rules'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Reader } from '../platform/db.ts'
import { measuresOf } from '../modules/entity-measures/index.ts'
import { codesOf, eligibilityOf } from '../modules/support/index.ts'

const compare = (value: string, op: '>=' | '>' | '<=', to: string) =>
  ({ by: 'compare', value, op, to }) as const

/** One of those that a cooperative is supported by: growth of members or assets, or its youth. */
const GROWTH: Rule[number] = {
  by: 'any',
  of: [
    compare('[H8]', '>', '[H8_before]'),
    compare('[K8]', '>', '[K8_before]'),
    compare('[age_months]', '<=', '36'),
  ],
}

/** Twenty programmes, each with three conditions over the register and the figures of two years. */
export const PROGRAMME_RULES: readonly Rule[] = Array.from({ length: 20 }, (_, at) => [
  compare('[members]', '>=', String(7 + at)),
  at % 2 === 0
    ? compare('[H11] / [H10] × 100', '>=', String(at % 7))
    : compare('[ocop_products]', '>=', '1'),
  GROWTH,
])

/** How all of these stand to each programme: how many are met, not met, not known. */
export async function eligibility(
  db: Reader,
  of: { entityIds: readonly Id[]; asOf: PlainDate; year: number },
): Promise<Record<'met' | 'not_met' | 'unknown', number>> {
  const { entityIds, ...when } = of
  const measured = await measuresOf(db, {
    of: { entityIds },
    ...when,
    codes: codesOf(PROGRAMME_RULES),
  })
  const counts = { met: 0, not_met: 0, unknown: 0 }
  for (const row of eligibilityOf(measured, PROGRAMME_RULES))
    for (const outcome of row) counts[outcome] += 1
  return counts
}
