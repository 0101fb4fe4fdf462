import type { YearTarget } from '@hopluc/shared/plan-needs'
import type { Plan } from '@hopluc/shared/plans'
import type { PeriodKey } from '@hopluc/shared/periods'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { getPeriods, sumsOn } from '../figures/index.ts'
import { indicatorsOf, plannedValues } from '../plan-values/index.ts'
import { rowsOf } from '../units/index.ts'

/**
 * Targets of a plan for a year beside what was: the year before last, the plan of the year under way, its six
 * months and its estimate, as stated or counted; of a unit, what it takes on and is given.
 */
export async function yearsOf(
  db: Reader,
  plan: Plan,
  unitId: Id,
  { year, knownOn, today }: { year: number; knownOn: PlainDate | null; today: PlainDate },
): Promise<YearTarget[]> {
  const told = await indicatorsOf(db, plan.rows)
  const keys: PeriodKey[] = [
    { kind: 'year', year: year - 2, part: 1 },
    { kind: 'half', year: year - 1, part: 1 },
    { kind: 'year', year: year - 1, part: 1 },
  ]
  const periods = (await getPeriods(db, keys)).filter(({ id }) => id > 0)
  const [estimate] = await rowsOf(
    db,
    sql<{ id: number }>`select id from breakdowns where parts = '{"as": "estimate"}'`,
  )
  const sums = await sumsOn(db, {
    unitIds: [unitId],
    indicatorIds: told.flatMap((one) => one?.id ?? []),
    periodIds: periods.map(({ id }) => id),
    breakdownIds: [0, ...(estimate ? [estimate.id] : [])],
    boundaries: 'today',
    knownOn,
  })
  const planned = await plannedValues(db, [unitId], knownOn ?? today)
  const idOf = (key: PeriodKey | undefined) =>
    periods.find(({ kind, year: of }) => kind === key?.kind && of === key.year)?.id
  const at = (id: Id, key: PeriodKey | undefined, breakdown: number | undefined) =>
    sums.find(
      (sum) =>
        sum.indicatorId === id && sum.periodId === idOf(key) && sum.breakdownId === breakdown,
    )?.value ?? null
  const isWhole = unitId === plan.unit.id
  return plan.rows.map((row, index) => {
    const by = told[index]
    const cell = row.cells.find((one) => one.unitId === unitId)
    const { id, parentId, words, measure, expression, isRegistered } = row
    return {
      id,
      parentId,
      words,
      measure,
      expression,
      isRegistered,
      lastYear: by ? at(by.id, keys[0], 0) : null,
      planned: by ? (planned(unitId, by.code, year - 1)?.bound.value ?? null) : null,
      half: by ? at(by.id, keys[1], 0) : null,
      estimate: by ? at(by.id, keys[2], estimate?.id) : null,
      registered: isWhole ? row.registered : (cell?.registered ?? null),
      allotted: isWhole ? row.allotted : (cell?.allotted ?? null),
    }
  })
}
