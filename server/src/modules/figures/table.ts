import {
  doneOf,
  type FigureCellOfTable,
  type FigureColumn,
  type FigureTable,
  type FigureTableQuery,
  type FigureTableRow,
  type Sum,
  type Trend,
  type TrendQuery,
} from '@hopluc/shared/figures'
import type { Indicator } from '@hopluc/shared/indicators'
import {
  type Period,
  periodAt,
  periodBefore,
  periodCode,
  type PeriodKey,
  periodOfCode,
  samePeriod,
} from '@hopluc/shared/periods'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { PLANNED_ONCE } from '../../platform/db-plans.ts'
import { listIndicators } from '../indicators/index.ts'
import { plannedValues } from '../plan-values/index.ts'
import { rowsOf } from '../units/index.ts'
import * as areas from './areas.ts'
import { getPeriods } from './periods.ts'
import { unknownIndicator, unknownUnit } from './refusals.ts'
import { type SumQuery, sumsOn } from './sums.ts'

/** What the table shows while nobody has chosen. */
const USUAL = ['H1', 'H2', 'H3', 'H8', 'H9', 'H10b', 'H11b', 'H12']
const POINTS = 8

export const columnOf = (one: Indicator): FigureColumn => ({
  id: one.id,
  code: one.code,
  name: one.name,
  nameEn: one.nameEn,
  measure: one.measure,
  decimals: one.decimals,
  isFormula: one.origin === 'formula',
})

/**
 * An area and what lies directly below it, by indicators, with the period before, the same period of the
 * year before, what is planned for its year and the estimate to the period's end; who is missing; and what others have published.
 * @throws AppError `figures.unknown_unit`
 */
export function table(context: Context, query: FigureTableQuery): Promise<FigureTable> {
  const { actor } = context
  const knownOn = pastDay(context, query.asOf)
  const today = knownOn ?? context.today
  return context.read(async (db) => {
    const home = query.unit ?? (await areas.homeUnit(db, actor.agencyId, actor.committeeId, today))
    const area = home ? await areas.findUnit(db, home, today) : undefined
    if (!area || actor.role === 'cooperative') throw unknownUnit()
    const { isThere, ...unit } = area
    const periods = await areas.periodsOf(db, unit.id, unit.level, knownOn)
    const key = keyFor(query.period, periods, today)
    const [period, before, same] = await getPeriods(db, [key, periodBefore(key), samePeriod(key)])
    if (!period) throw unknownUnit()
    const boundaries = isThere ? query.boundaries : 'then'
    const day = areas.dayOf(boundaries, period, today)
    const [below, above, indicators] = [
      await areas.unitsBelow(db, unit.id, day),
      await areas.unitsAbove(db, unit.id, day),
      await listIndicators(db),
    ]
    const codes = query.codes && query.codes.length > 0 ? query.codes : USUAL
    const columns = codes.flatMap((code) => {
      const found = indicators.find((one) => one.code === code)
      return found ? [columnOf(found)] : []
    })
    const where = { codes, boundaries, knownOn }
    const compared = { period, before, same }
    const units = [unit, ...below]
    const { estimateId, sums } = await sumsFor(db, units, where, compared, indicators)
    const planned = await plannedValues(
      db,
      units.map(({ id }) => id),
      today,
      indicators,
    )
    const rowOf = rowMaker(sums, columns, planned, { ...compared, estimateId })
    const published = await areas.listPublished(db, {
      unitId: unit.id,
      level: unit.level,
      period: key,
    })
    const total = rowOf(unit)
    // nobody is looked for where all awaited have stated one indicator, or nobody can have stated anything
    const isAllThere =
      period.id === 0 ||
      sums.some(
        (sum) =>
          sum.unitId === unit.id &&
          sum.periodId === period.id &&
          !sum.isCounted &&
          sum.reported >= sum.expected,
      )
    const ofTotal = sums.find((sum) => sum.unitId === unit.id && sum.periodId === period.id)
    return {
      area: unit,
      above,
      period,
      boundaries,
      periods,
      columns,
      total,
      rows: below.map(rowOf),
      missing: isAllThere ? [] : await areas.missingBelow(db, unit.id, period.id, day, knownOn),
      waiting: below.filter(({ id }) => ofTotal?.waiting.includes(id)),
      expected: total.expected,
      published,
      asOf: knownOn === null ? (ofTotal?.asOf ?? null) : null,
      isDemo: sums.length > 0 && (await areas.isMadeUp(db, unit.id, period.id)),
    }
  })
}

/** The day of the address where it is past; else what is known now is told. */
export const pastDay = ({ today }: Pick<Context, 'today'>, asOf: PlainDate | undefined) =>
  asOf !== undefined && asOf < today ? asOf : null

/** The period asked for, else the last one of which something is known. */
function keyFor(code: string | undefined, known: readonly string[], today: string): PeriodKey {
  const asked = code ?? known[0]
  return (asked ? periodOfCode(asked) : undefined) ?? periodAt('quarter', today)
}

interface Compared {
  period: Period
  before: Period | undefined
  same: Period | undefined
}

async function sumsFor(
  db: Reader,
  units: readonly UnitName[],
  where: Pick<SumQuery, 'codes' | 'boundaries' | 'knownOn'>,
  { period, before, same }: Compared,
  indicators: readonly Indicator[],
) {
  const [row] = await rowsOf(
    db,
    sql<{
      id: number
    }>`${PLANNED_ONCE} select id from breakdowns where parts = '{"as": "estimate"}'`,
  )
  const estimateId = row?.id ?? -1
  const periodIds = [period, before, same].flatMap((one) => (one && one.id > 0 ? [one.id] : []))
  const unitIds = units.map(({ id }) => id)
  const asked = { ...where, unitIds, periodIds, breakdownIds: [0, estimateId] }
  const sums = await sumsOn(db, asked, indicators)
  return { estimateId, sums }
}

function rowMaker(
  sums: readonly Sum[],
  columns: readonly FigureColumn[],
  planned: Awaited<ReturnType<typeof plannedValues>>,
  { period, before, same, estimateId }: Compared & { estimateId: number },
): (unit: UnitName) => FigureTableRow {
  const keyOf = (unit: Id, indicator: Id, of: number | undefined, breakdown: number) =>
    `${unit} ${indicator} ${of} ${breakdown}`
  const known = new Map(
    sums.map((sum) => [keyOf(sum.unitId, sum.indicatorId, sum.periodId, sum.breakdownId), sum]),
  )
  const expected = new Map(
    sums.filter((sum) => sum.periodId === period.id).map((sum) => [sum.unitId, sum.expected]),
  )
  return (unit) => ({
    unit,
    expected: expected.get(unit.id) ?? 0,
    cells: columns.flatMap(({ id, code }): FigureCellOfTable[] => {
      const at = (of: Period | undefined, breakdown = 0) =>
        known.get(keyOf(unit.id, id, of?.id, breakdown))
      const [sum, estimate] = [at(period), at(period, estimateId)]
      const [previous, earlier] = [at(before), at(same)]
      const plan = planned(unit.id, code, period.year)
      if (!sum && !estimate && !previous && !earlier && !plan) return []
      return [
        {
          indicatorId: id,
          value: sum?.value ?? null,
          weight: sum?.weight ?? null,
          estimate: estimate?.value ?? null,
          previous: previous?.value ?? null,
          same: earlier?.value ?? null,
          plan: plan
            ? { ...plan, done: plan.isSame ? doneOf(plan.bound, sum?.value ?? null) : null }
            : null,
          reported: sum?.reported ?? 0,
          missing: sum?.missing ?? 0,
          isEstimate: sum?.isEstimate ?? false,
          isIncomplete: sum?.isIncomplete ?? false,
          isCounted: sum?.isCounted ?? false,
        },
      ]
    }),
  })
}

/** An indicator of a unit over the last periods of the same kind, the oldest first. */
export function trend(context: Context, query: TrendQuery): Promise<Trend> {
  return context.read(async (db) => {
    const key = periodOfCode(query.period)
    const indicators = await listIndicators(db)
    const found = indicators.find(({ code }) => code === query.code)
    if (!key || !found) throw unknownIndicator(query.code)
    const keys = [key]
    while (keys.length < POINTS) keys.unshift(periodBefore(keys[0] ?? key))
    const periods = await getPeriods(db, keys)
    const asked = {
      unitIds: [query.unit],
      codes: [query.code],
      periodIds: periods.flatMap(({ id }) => (id > 0 ? [id] : [])),
      boundaries: query.boundaries,
      knownOn: pastDay(context, query.asOf),
    }
    const sums = await sumsOn(db, asked, indicators)
    const byPeriod = new Map(sums.map((sum) => [sum.periodId, sum]))
    return {
      points: periods.map((period) => ({
        period: periodCode(period),
        value: byPeriod.get(period.id)?.value ?? null,
        missing: byPeriod.get(period.id)?.missing ?? 0,
      })),
    }
  })
}
