import { type Period, periodAt, periodCode, PeriodKind } from '@hopluc/shared/periods'
import type { Indicator } from '@hopluc/shared/indicators'
import type { Sum } from '@hopluc/shared/figures'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { getPeriods, sumsOn } from '../figures/index.ts'
import { codesOf, parseFormula } from '../indicators/index.ts'
import { rowsOf } from '../units/index.ts'
import { type Area, BEFORE_DAYS, type Count, NOTHING } from './count.ts'

/**
 * Numbers of indicators that are formulas: the same sums as in the table of figures, so that one explains
 * the other. Who does not read the register of the plan's unit reads no sums of it: their count is hidden.
 */
export async function ofFormulas(
  db: Reader,
  codes: readonly string[],
  all: readonly Indicator[],
  area: Area,
): Promise<Map<string, Count>> {
  if (codes.length === 0) return new Map()
  const { unitId, columns } = area
  const { reads, isPast } = await sightOf(db, area)
  const isHidden = !reads
  const periods = await periodsWith(db, statedIn(codes, all), area)
  const estimate = await estimateId(db)
  const sums = await sumsOn(db, {
    unitIds: [unitId, ...columns],
    codes,
    periodIds: periods.map(({ id }) => id),
    breakdownIds: [0, ...(estimate === undefined ? [] : [estimate])],
    boundaries: area.day < area.askedOn ? 'then' : 'today',
    knownOn: isPast ? area.askedOn : null,
  })
  const idOf = new Map(all.map(({ code, id }) => [code, id]))
  return new Map(
    codes.map((code) => {
      const own = sums.filter(({ indicatorId }) => indicatorId === idOf.get(code))
      return [code, countOf(own, periods, area, isHidden)]
    }),
  )
}

/** What has to be stated for formulas to give anything, down through formulas in formulas. */
function statedIn(codes: readonly string[], all: readonly Indicator[]): Id[] {
  const byCode = new Map(all.map((one) => [one.code, one]))
  const found = new Map<string, Indicator>()
  const visit = (code: string) => {
    const indicator = byCode.get(code)
    if (!indicator || found.has(code)) return
    found.set(code, indicator)
    if (indicator.formula !== null) codesOf(parseFormula(indicator.formula)).forEach(visit)
  }
  codes.forEach(visit)
  const named = [...found.values()].filter(({ formula }) => formula === null)
  return named.flatMap(({ id, statedAs }) => {
    const source = statedAs === null ? undefined : byCode.get(statedAs)
    return source ? [id, source.id] : [id]
  })
}

/** Whether one reads sums of the unit, and whether the day asked for is past. */
async function sightOf(
  db: Reader,
  { unitId, askedOn }: Area,
): Promise<{ reads: boolean; isPast: boolean }> {
  const [row] = await rowsOf(
    db,
    sql<{ reads: boolean; isPast: boolean }>`select ${askedOn}::date <
        coalesce(nullif(current_setting('hopluc.day', true), '')::date, ${askedOn}::date) as "isPast",
      not row_security_active('figures') or (select sees_all_units())
      or ${unitId}::uuid in (select acting_area()) as reads`,
  )
  return row ?? { reads: false, isPast: false }
}

async function estimateId(db: Reader): Promise<number | undefined> {
  const [row] = await rowsOf(
    db,
    sql<{ id: number }>`select id from breakdowns where parts = '{"as": "estimate"}'`,
  )
  return row?.id
}

/** Periods of the plan, and of the year before it, in which some of it was stated in its area. */
async function periodsWith(
  db: Reader,
  indicatorIds: readonly Id[],
  { unitId, fromOn, day }: Area,
): Promise<Period[]> {
  const rows = await rowsOf(
    db,
    sql<{
      kind: PeriodKind
      untilOn: PlainDate
    }>`select p.kind, p.until_on as "untilOn" from periods p
      where p.kind <> 'day' and p.from_on <= ${day}::date
        and p.until_on >= ${addDays(fromOn, -BEFORE_DAYS)}::date
        and exists (select from unit_parts u join figures f on f.unit_id = u.origin_id and f.period_id = p.id
            and f.is_last and f.indicator_id = any (${[...indicatorIds]}::uuid[])
          where u.unit_id = ${unitId} and ${day}::date between u.from_on and u.until_on)
      order by p.until_on, p.id`,
  )
  return getPeriods(
    db,
    rows.map(({ kind, untilOn }) => periodAt(kind, untilOn)),
  )
}

function countOf(
  sums: readonly Sum[],
  periods: readonly Period[],
  { unitId, day }: Area,
  isHidden: boolean,
): Count {
  const at = (period: Period, of: Id, isEstimate = false) =>
    sums.find(
      (sum) =>
        sum.periodId === period.id &&
        sum.unitId === of &&
        (sum.breakdownId !== 0) === isEstimate &&
        sum.value !== null,
    )
  const told = periods.flatMap((period) => {
    // Who reads some of its units alone still reads theirs.
    const sum = isHidden ? sums.find((one) => at(period, one.unitId) === one) : at(period, unitId)
    return sum ? [{ period, sum }] : []
  })
  // Of two kinds of periods that end on a day the one that more have reported.
  const chosen = [...Map.groupBy(told, ({ period }) => period.untilOn).values()].flatMap(
    (same) => same.toSorted((a, b) => b.sum.reported - a.sum.reported)[0] ?? [],
  )
  const last = chosen.at(-1)
  if (!last) return { ...NOTHING, isHidden }
  const { period } = last
  const min = (one: PlainDate, other: PlainDate) => (one < other ? one : other)
  const estimate = at(period, unitId, true)?.value ?? null
  const units = [...new Set(sums.map((sum) => sum.unitId))]
  return {
    total: at(period, unitId)?.value ?? null,
    byUnit: new Map(
      units.flatMap((id) => {
        const value = at(period, id)?.value ?? null
        return value === null ? [] : [[id, value] as const]
      }),
    ),
    points: chosen.flatMap(({ period: of }) => {
      const value = at(of, unitId)?.value ?? null
      return value === null ? [] : [{ on: min(of.untilOn, day), value }]
    }),
    on: min(period.untilOn, day),
    estimate: estimate === null ? null : { on: period.untilOn, value: estimate },
    period: periodCode(period),
    isHidden,
  }
}
