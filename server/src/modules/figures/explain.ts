import type { ExplainQuery, Explanation, Sum } from '@hopluc/shared/figures'
import type { Indicator } from '@hopluc/shared/indicators'
import { type Period, periodOfCode } from '@hopluc/shared/periods'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { leavesOf, listIndicators, parseFormula } from '../indicators/index.ts'
import * as areas from './areas.ts'
import * as cells from './cells.ts'
import { findPeriod, getPeriods } from './periods.ts'
import { unknownIndicator, unknownUnit } from './refusals.ts'
import { sumsOn } from './sums.ts'
import { columnOf, pastDay } from './table.ts'

/** Which figure is to be explained; with an entity, what that one stated. */
export interface ExplainKey extends cells.CellKey {
  boundaries: ExplainQuery['boundaries']
  entityId?: Id | undefined
}

interface Asked extends ExplainKey {
  context: Context
  db: Reader
  indicator: Indicator
  indicators: readonly Indicator[]
  period: Period
  unit: UnitName
  day: PlainDate
  breakdown: Record<string, string>
  sum: Sum | null
}
type Opened = Pick<
  Explanation,
  'way' | 'parts' | 'units' | 'entities' | 'versions' | 'isEven' | 'countedOn'
>

const CLOSED: Opened = {
  way: 'none',
  parts: [],
  units: [],
  entities: [],
  versions: [],
  isEven: null,
  countedOn: null,
}

/** The figure of an address. @throws AppError `figures.unknown_indicator`, `figures.unknown_unit` */
export function explainQuery(context: Context, query: ExplainQuery): Promise<Explanation> {
  return context.read(async (db) => {
    const key = periodOfCode(query.period)
    const indicator = (await listIndicators(db)).find(({ code }) => code === query.code)
    const [period] = key ? await getPeriods(db, [key]) : []
    if (!indicator || !period) throw unknownIndicator(query.code)
    return explainIn(context, db, {
      unitId: query.unit,
      indicatorId: indicator.id,
      periodId: period.id,
      breakdownId: query.breakdown,
      boundaries: query.boundaries,
      entityId: query.entity,
      knownOn: pastDay(context, query.asOf),
    })
  })
}

/**
 * Who says so, one level down: of a formula its parts, of a sum the units below or the entities, of what
 * was stated itself every version with its source.
 */
export function explain(context: Context, key: ExplainKey): Promise<Explanation> {
  return context.read((db) => explainIn(context, db, key))
}

async function explainIn(context: Context, db: Reader, key: ExplainKey): Promise<Explanation> {
  const indicators = await listIndicators(db)
  const indicator = indicators.find(({ id }) => id === key.indicatorId)
  const period = await findPeriod(db, key.periodId)
  if (!indicator || !period) throw unknownIndicator('')
  const today = key.knownOn ?? context.today
  const day = areas.dayOf(key.boundaries, period, today)
  const unit = await areas.findUnit(db, key.unitId, day)
  if (!unit || context.actor.role === 'cooperative') throw unknownUnit()
  const { isThere: _, ...named } = unit
  const [sum = null] = await sumsOn(db, {
    unitIds: [key.unitId],
    indicatorIds: [key.indicatorId],
    periodIds: [key.periodId],
    breakdownIds: [key.breakdownId],
    boundaries: key.boundaries,
    knownOn: key.knownOn,
  })
  const breakdown = await cells.breakdownOf(db, key.breakdownId)
  const asked = {
    ...key,
    context,
    db,
    indicator,
    indicators,
    period,
    unit: named,
    day,
    breakdown,
    sum,
  }
  return {
    unit: named,
    period,
    boundaries: key.boundaries,
    indicator: {
      ...columnOf(indicator),
      definition: indicator.definition,
      formula: indicator.formula,
    },
    breakdownId: key.breakdownId,
    breakdown,
    sum,
    ...CLOSED,
    ...(await open(asked)),
  }
}

async function open(asked: Asked): Promise<Partial<Opened>> {
  const { db, indicator, entityId, sum } = asked
  if (indicator.formula) return { way: 'formula', parts: await partsOf(asked, indicator.formula) }
  if (entityId) {
    const source = asked.indicators.find(({ code }) => code === indicator.statedAs) ?? indicator
    const key = { ...asked, indicatorId: source.id }
    return { way: 'cell', versions: await cells.versionsOf(db, key, entityId) }
  }
  const versions = await cells.versionsOf(db, asked)
  if (versions.length > 0 && !sum?.isCounted)
    return { way: 'cell', versions, ...(await belowOf(asked)) }
  const countedOn = sum?.isCounted ? lastDay(asked) : null
  const entities = sum?.isCounted ? [] : await cells.entitiesOf(db, asked)
  if (entities.length > 0) return { way: 'entities', entities, isEven: evenOf(entities, sum) }
  const units = await unitsOf(asked)
  if (countedOn) return { way: 'registry', units, countedOn }
  if (units.length === 0) return {}
  return { way: 'units', units, isEven: evenOf(units, sum) }
}

/** What stands below a unit's own statement: not added, but it should come to the same. */
async function belowOf(asked: Asked): Promise<Partial<Opened>> {
  const { db, sum, unit } = asked
  const entities = await cells.entitiesOf(db, asked)
  if (entities.length > 0) return { entities, isEven: evenOf(entities, sum) }
  const units = unit.level === 'commune' ? [] : await unitsOf(asked)
  if (!units.some(({ value }) => value !== null)) return {}
  return { units, isEven: evenOf(units, sum) }
}

/** The register is counted at the cut-off, or today while that is to come. */
const lastDay = ({ period, context, knownOn }: Asked) => {
  const today = knownOn ?? context.today
  return period.windowUntil < today ? period.windowUntil : today
}

async function partsOf(asked: Asked, formula: string): Promise<Explanation['parts']> {
  const { db, indicators, breakdown, unitId, periodId, boundaries, knownOn } = asked
  const wanted = leavesOf(parseFormula(formula)).flatMap((leaf) => {
    if (leaf.kind === 'value') return [{ code: leaf.code, parts: leaf.parts, isCount: false }]
    const count = { code: leaf.code, parts: {}, isCount: true }
    return leaf.otherwise ? [count, { code: leaf.otherwise, parts: {}, isCount: false }] : [count]
  })
  const merged = wanted.map(({ parts }) => ({ ...breakdown, ...parts }))
  const idOf = await cells.breakdownsBy(db, merged)
  const breakdownIds = [...new Set(merged.flatMap((one) => idOf(one) ?? []))]
  const codes = wanted.map(({ code }) => code)
  const sums = await sumsOn(db, {
    unitIds: [unitId],
    codes,
    periodIds: [periodId],
    breakdownIds,
    boundaries,
    knownOn,
  })
  const found = wanted.flatMap(({ code, parts, isCount }) => {
    const indicator = indicators.find((one) => one.code === code)
    const whole = { ...breakdown, ...parts }
    const breakdownId = idOf(whole)
    if (!indicator || breakdownId === undefined) return []
    const sum = sums.find(
      (one) => one.indicatorId === indicator.id && one.breakdownId === breakdownId,
    )
    const { name, measure } = indicator
    const value = (isCount ? sum?.weight : sum?.value) ?? null
    return [{ code, name, measure, breakdownId, breakdown: whole, isCount, value }]
  })
  // What stands in for a count is told only where the count is not known.
  return found.filter((part, index) => {
    const before = found[index - 1]
    return !(before?.isCount && !part.isCount && before.value !== null)
  })
}

async function unitsOf(asked: Asked): Promise<Explanation['units']> {
  const { db, unit, day, period, boundaries, indicatorId, periodId, breakdownId } = asked
  const isCommune = unit.level === 'commune'
  const lines = isCommune
    ? await areas.originsOf(db, unit.id, period, day)
    : (await areas.unitsBelow(db, unit.id, day)).map((below) => ({ unit: below, share: 1 }))
  const unitIds = lines.map((line) => line.unit.id)
  const sums = await sumsOn(db, {
    unitIds,
    indicatorIds: [indicatorId],
    periodIds: [periodId],
    breakdownIds: [breakdownId],
    boundaries: isCommune ? 'then' : boundaries,
    knownOn: asked.knownOn,
  })
  const byUnit = new Map(sums.map((sum) => [sum.unitId, sum]))
  const corrected = await cells.correctedOf(db, asked, unitIds)
  return lines.map((line) => {
    const sum = byUnit.get(line.unit.id)
    return {
      ...line,
      value: sum?.value ?? null,
      weight: sum?.weight ?? null,
      isCorrected: corrected.has(line.unit.id),
      isOwn: isCommune,
      missing: sum?.missing ?? 1,
      canOpen: sum !== undefined,
    }
  })
}

interface Line {
  value: number | null
  weight: number | null
  share: number | null
}

/** Whether what is below gives the figure: of means the weighed mean. Null where it cannot be told. */
function evenOf(lines: readonly Line[], sum: Sum | null): boolean | null {
  if (!sum || sum.value === null || sum.isIncomplete) return null
  const known = lines.filter(({ value }) => value !== null)
  const isMean = sum.total !== null && sum.total !== sum.value
  const total = known.reduce(
    (all, { value, weight, share }) =>
      all + (value ?? 0) * (share ?? 1) * (isMean ? (weight ?? 0) : 1),
    0,
  )
  return Math.abs(total - (sum.total ?? sum.value)) <= Math.max(0.01, Math.abs(total) * 1e-9)
}
