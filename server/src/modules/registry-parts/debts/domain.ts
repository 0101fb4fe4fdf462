import type { DebtAge } from '@hopluc/shared/entity-parts-debts'
import type { PlainDate } from '@hopluc/shared/values'

/** Full years since a debt arose, in the classes by which doubtful debts are usually judged. */
export function ageOf(arisenOn: PlainDate, day: PlainDate): DebtAge {
  const years = fullYears(arisenOn, day)
  if (years < 1) return 'under_1'
  if (years < 2) return 'from_1'
  return years < 3 ? 'from_2' : 'from_3'
}

function fullYears(from: PlainDate, day: PlainDate): number {
  const years = Number(day.slice(0, 4)) - Number(from.slice(0, 4))
  return day.slice(5) < from.slice(5) ? years - 1 : years
}
