import {
  type Counted,
  type CountOf,
  type Point,
  SINCE_START,
  type TargetReading,
} from '@hopluc/shared/plans'
import { periodAt, periodCode, PeriodKind } from '@hopluc/shared/periods'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { listIndicators } from '../indicators/index.ts'
import { rowsOf } from '../units/index.ts'
import { type Area, BEFORE_DAYS, type Count, NOTHING } from './count.ts'
import { shareOf } from './domain.ts'
import { ofFormulas } from './formula-counts.ts'

/** Numbers of these sources, each asked for once. */
export async function countAll(
  db: Reader,
  sources: readonly CountOf[],
  area: Area,
): Promise<(source: CountOf) => Count> {
  const known = new Map<string, Count>()
  const rules = new Map<string, CountOf & { by: 'register' }>()
  const codes = new Set<string>()
  for (const source of sources)
    if (source.by === 'register') rules.set(keyOf(source), source)
    else codes.add(source.code)
  for (const [key, source] of rules) known.set(key, await ofRegister(db, source, area))
  const indicators = codes.size === 0 ? [] : await listIndicators(db)
  const formulas = indicators.flatMap(({ code, formula }) =>
    formula !== null && codes.has(code) ? [code] : [],
  )
  for (const [code, count] of [
    ...(await ofFigures(
      db,
      [...codes].filter((code) => !formulas.includes(code)),
      area,
    )),
    ...(await ofFormulas(db, formulas, indicators, area)),
  ])
    known.set(keyOf({ by: 'figure', code }), count)
  return (source) => known.get(keyOf(source)) ?? NOTHING
}

const keyOf = (source: CountOf) =>
  source.by === 'figure' ? `figure ${source.code}` : `${source.rule} ${source.kinds.join(' ')}`

async function ofRegister(
  db: Reader,
  { rule, kinds }: CountOf & { by: 'register' },
  { unitId, columns, fromOn, day }: Area,
): Promise<Count> {
  const rows = await rowsOf(
    db,
    sql<{ unitId: Id; on: PlainDate | null }>`select unit_id as "unitId", on_day as on
      from register_counts(${rule}, ${[...kinds]}::text[], ${[...columns, unitId]}::uuid[], ${fromOn}::date, ${day}::date)`,
  )
  const byUnit = new Map<Id, number>(columns.map((id) => [id, 0]))
  for (const row of rows) byUnit.set(row.unitId, (byUnit.get(row.unitId) ?? 0) + 1)
  const own = rows.filter((row) => row.unitId === unitId)
  const days = own.map(({ on }) => (on !== null && on > fromOn ? on : fromOn)).toSorted()
  const isSum = SINCE_START.includes(rule)
  const start = { on: fromOn, value: days.filter((on) => !isSum && on <= fromOn).length }
  const steps = days
    .map((on, index) => ({ on, value: index + 1 }))
    .filter(({ on }, index) => on > fromOn && days[index + 1] !== on)
  const isTold = isSum || rule !== 'active'
  return {
    total: own.length,
    byUnit,
    points: isTold
      ? [start, ...steps.filter(({ on }) => on < day), { on: day, value: own.length }]
      : [{ on: day, value: own.length }],
    on: day,
    estimate: null,
    period: null,
    isHidden: false,
  }
}

interface FigureRow {
  code: string
  unitId: Id
  originId: Id
  untilOn: PlainDate
  kind: string
  isEstimate: boolean
  value: number | null
  weight: number | null
}

/** Figures of the last period for which somebody stated one, and of the periods before it. */
async function ofFigures(
  db: Reader,
  codes: readonly string[],
  { unitId, columns, fromOn, day }: Area,
): Promise<Map<string, Count>> {
  if (codes.length === 0) return new Map()
  const rows = await rowsOf(
    db,
    sql<FigureRow>`select code, unit_id as "unitId", origin_id as "originId", until_on as "untilOn", kind,
        is_estimate as "isEstimate", value::float8 as value, weight::float8 as weight
      from plan_figures(${[...codes]}::text[], ${[...columns, unitId]}::uuid[], ${day}::date)
      where until_on >= ${addDays(fromOn, -BEFORE_DAYS)}::date`,
  )
  return new Map(codes.map((code) => [code, ofCode(rows, code, unitId, day)]))
}

function ofCode(rows: readonly FigureRow[], code: string, unitId: Id, day: PlainDate): Count {
  const own = rows.filter((row) => row.code === code)
  const done = own.filter(({ isEstimate, value }) => !isEstimate && value !== null)
  const untils = [...new Set(done.map(({ untilOn }) => untilOn))].toSorted()
  const last = untils.at(-1)
  if (last === undefined) return NOTHING
  const at = (until: PlainDate, of: Id, among = done) =>
    valueOf(
      among.filter((row) => row.untilOn === until && row.unitId === of),
      of,
    )
  const total = (until: PlainDate, among = done) => at(until, unitId, among)
  const estimates = own.filter(({ isEstimate }) => isEstimate)
  const estimate = total(last, estimates)
  const units = new Set(done.map((row) => row.unitId))
  const { data: kind } = PeriodKind.safeParse(done.find(({ untilOn }) => untilOn === last)?.kind)
  const byUnit = [...units].flatMap((id) => {
    const value = at(last, id)
    return value === null ? [] : [[id, value] as const]
  })
  const min = (one: PlainDate, other: PlainDate) => (one < other ? one : other)
  return {
    total: total(last),
    byUnit: new Map(byUnit),
    points: untils.flatMap((until) => {
      const value = total(until)
      return value === null ? [] : [{ on: min(until, day), value }]
    }),
    on: min(last, day),
    estimate: estimate === null ? null : { on: last, value: estimate },
    period: kind === undefined ? null : periodCode(periodAt(kind, last)),
    isHidden: false,
  }
}

/**
 * Of one unit in one period: what it stated itself, else what those below it did. Of two kinds of
 * periods that end on a day the one of more origins. A mean is its two sums' quotient.
 */
function valueOf(rows: readonly FigureRow[], unitId: Id): number | null {
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
  const counted = kinds
    .map((kind) => rows.filter((row) => row.kind === kind))
    .toSorted((a, b) => b.length - a.length)[0]
  const itself = counted?.find(({ originId }) => originId === unitId)
  const used = itself ? [itself] : (counted ?? [])
  if (used.length === 0) return null
  const sum = used.reduce((all, { value }) => all + (value ?? 0), 0)
  const weighed = used.filter(({ weight }) => weight !== null)
  if (weighed.length === 0) return sum
  const weight = weighed.reduce((all, { weight: one }) => all + (one ?? 0), 0)
  return weight === 0 ? null : sum / weight
}

export function sourcesOf(counted: Counted): CountOf[] {
  if (counted.by === 'nothing') return []
  return counted.by === 'share' ? [counted.part, ...counted.wholes.map(({ of }) => of)] : [counted]
}

/** What a target's number is, under each of its readings. */
export interface Measured {
  readings: TargetReading[]
  points: Point[]
  on: PlainDate | null
  estimate: Point | null
  cells: Map<Id, { done: number | null; whole: number | null }>
  isHidden: boolean
}

export function measure(
  counted: Counted,
  whole: number | null,
  of: (source: CountOf) => Count,
): Measured {
  if (counted.by === 'nothing')
    return { readings: [], points: [], on: null, estimate: null, cells: new Map(), isHidden: false }
  if (counted.by !== 'share') {
    const { total, byUnit, points, on, estimate, isHidden } = of(counted)
    const cells = [...byUnit].map(([id, done]) => [id, { done, whole: null }] as const)
    const readings = [{ label: null, value: total, part: null, whole: null }]
    return { readings, points, on, estimate, cells: new Map(cells), isHidden }
  }
  const part = of(counted.part)
  const chosen = whole === null ? undefined : counted.wholes[whole]
  const wholes = chosen ? [chosen] : counted.wholes
  const readings = wholes.map(({ label, of: source }) => {
    const all = of(source)
    return { label, value: shareOf(part.total, all.total), part: part.total, whole: all.total }
  })
  const first = wholes[0] ? of(wholes[0].of) : NOTHING
  const points = part.points.flatMap(({ on, value }) => {
    const share = shareOf(value, first.points.find((one) => one.on === on)?.value ?? null)
    return share === null ? [] : [{ on, value: share }]
  })
  const expected = shareOf(part.estimate?.value ?? null, first.estimate?.value ?? null)
  const cells = [...first.byUnit]
    .filter(([, value]) => value > 0)
    .map(([id, value]) => [id, { done: part.byUnit.get(id) ?? 0, whole: value }] as const)
  return {
    readings,
    points,
    on: part.on,
    estimate:
      expected === null || !part.estimate ? null : { on: part.estimate.on, value: expected },
    cells: new Map(cells),
    isHidden: part.isHidden || first.isHidden,
  }
}
