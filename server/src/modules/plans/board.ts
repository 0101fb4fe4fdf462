import {
  type Counted,
  type CountOf,
  finalBound,
  SINCE_START,
  type TargetCell,
  type TargetRow,
} from '@hopluc/shared/plans'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Reader } from '../../platform/db.ts'
import { communesUnder } from '../units/index.ts'
import type { Area, Count } from './count.ts'
import { forecastOf, openOf, unallotted, verdictOf } from './domain.ts'
import { countAll, measure, type Measured, sourcesOf } from './measures.ts'
import { type PlanRow, provincesOf } from './store.ts'
import * as shares from './shares-store.ts'
import * as targets from './targets-store.ts'

/**
 * The columns of a plan: the communes below its unit, of the nation its provinces; on the day, or when that
 * unit was last.
 */
export async function columnsOf(db: Reader, plan: PlanRow, day: PlainDate): Promise<UnitName[]> {
  if (plan.unit.level === 'nation') return provincesOf(db, plan.unit.id, dayOf(plan, day))
  const found = await communesUnder(db, plan.unit.id, dayOf(plan, day))
  return found
    .filter(({ unitId }) => unitId !== plan.unit.id)
    .map(({ unitId, level, kind, name }) => ({ id: unitId, level, kind, name }))
}

/** What is over is told as it was at its end. */
export function dayOf({ unitUntil, untilOn }: PlanRow, day: PlainDate): PlainDate {
  return [unitUntil, untilOn, day].toSorted()[0] ?? day
}

export interface Board {
  rows: TargetRow[]
  units: UnitName[]
  registrations: shares.RegistrationRow[]
  allotments: shares.Share[]
  measured: ReadonlyMap<Id, Measured>
  count: (source: CountOf) => Count
  day: PlainDate
}

/** Each target with what is there, what is taken on, what is to be expected, and what that means. */
export async function boardOf(
  db: Reader,
  plan: PlanRow,
  facts: readonly targets.TargetFacts[],
  today: PlainDate,
): Promise<Board> {
  const day = dayOf(plan, today)
  const units = await columnsOf(db, plan, today)
  const area: Area = {
    unitId: plan.unit.id,
    columns: units.map(({ id }) => id),
    fromOn: plan.fromOn,
    day,
    askedOn: today,
  }
  const count = await countAll(
    db,
    facts.flatMap(({ counted }) => sourcesOf(counted)),
    area,
  )
  const ids = facts.map(({ id }) => id)
  const registrations = await shares.registrations(db, ids, day)
  const allotments = await shares.allotments(db, ids, day)
  const measured = new Map(
    facts.map(({ id, counted, whole }) => [id, measure(counted, whole, count)] as const),
  )
  const rows = facts.map((target) =>
    rowOf(plan, target, {
      day,
      units,
      measured: measured.get(target.id) ?? measure({ by: 'nothing' }, null, count),
      said: registrations.filter(({ targetId }) => targetId === target.id),
      given: allotments.filter(({ targetId }) => targetId === target.id),
    }),
  )
  return { rows, units, registrations, allotments, measured, count, day }
}

interface Known {
  day: PlainDate
  units: readonly UnitName[]
  measured: Measured
  said: readonly shares.RegistrationRow[]
  given: readonly shares.Share[]
}

function rowOf(
  plan: PlanRow,
  { quote: _quote, ...target }: targets.TargetFacts,
  { day, units, measured, said, given }: Known,
): TargetRow {
  const { expression, counted, isRegistered } = target
  const bound = finalBound(expression)
  const isShare = expression.as === 'share'
  const cells = units.map(({ id }): TargetCell => {
    const at = measured.cells.get(id)
    return {
      unitId: id,
      done: at?.done ?? null,
      whole: at?.whole ?? null,
      registered: said.find(({ unitId }) => unitId === id)?.amount ?? null,
      allotted: given.find(({ unitId }) => unitId === id)?.amount ?? null,
    }
  })
  const committed = isRegistered ? commitmentsOf(cells, said) : []
  const sight = {
    fromOn: plan.fromOn,
    untilOn: plan.untilOn,
    today: day,
    bound,
    nearPercent: plan.nearPercent,
    isShare,
    isSum: isSumOf(counted),
    isRegistered: isRegistered && said.length > 0,
    points: measured.points,
    committed,
  }
  const forecast = forecastOf(sight)
  return {
    ...target,
    readings: measured.readings,
    figuresOn: measured.on,
    estimate: measured.estimate ?? halfYearOf(sight),
    registered: said.length > 0 ? said.reduce((sum, { amount }) => sum + amount, 0) : null,
    allotted: given.length > 0 ? given.reduce((sum, { amount }) => sum + amount, 0) : null,
    unallotted: unallotted(
      bound,
      isShare,
      given.map(({ amount }) => amount),
    ),
    forecast,
    verdict: measured.isHidden
      ? { light: 'grey', kind: 'hidden', missing: 0 }
      : verdictOf(sight, forecast, measured.readings),
    cells,
  }
}

const isSumOf = (counted: Counted) =>
  counted.by === 'register' && SINCE_START.includes(counted.rule)

/** What is open of what units took on, on the days for which they named cooperatives. */
function commitmentsOf(
  cells: readonly TargetCell[],
  said: readonly shares.RegistrationRow[],
): { on: PlainDate | null; amount: number }[] {
  return [...openOf(cells)].flatMap(([unitId, open]) => {
    const days = (said.find((one) => one.unitId === unitId)?.subjects ?? [])
      .flatMap(({ expectedOn }) => expectedOn ?? [])
      .toSorted()
      .slice(-open)
    const dated = days.map((on) => ({ on, amount: 1 }))
    const rest = open - dated.length
    return rest > 0 ? [...dated, { on: null, amount: rest }] : dated
  })
}

/** Of the register: what is there and what is expected until the half-year's end. */
function halfYearOf({
  today,
  points,
  committed,
  isRegistered,
}: {
  today: PlainDate
  points: readonly { value: number }[]
  committed: readonly { on: PlainDate | null; amount: number }[]
  isRegistered: boolean
}) {
  const now = points.at(-1)?.value
  if (now === undefined || !isRegistered) return null
  const year = today.slice(0, 4)
  const on = today <= `${year}-06-30` ? `${year}-06-30` : `${year}-12-31`
  const coming = committed.filter((one) => one.on !== null && one.on <= on)
  return { on, value: now + coming.reduce((sum, { amount }) => sum + amount, 0) }
}
