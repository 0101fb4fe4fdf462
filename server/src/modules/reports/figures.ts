import type { Boundaries, Sum } from '@hopluc/shared/figures'
import { type PeriodKey, periodCode } from '@hopluc/shared/periods'
import type { FigureSource } from '@hopluc/shared/reports'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { ensurePeriod, getPeriods, sumsOn } from '../figures/index.ts'
import { rowsOf } from '../units/index.ts'
import { figureKey, type KnownFigure, type Measure, NO_SOURCE, type Wanted } from './content.ts'
import { plannedValues } from './planned.ts'

/** Versions are named one by one as far as a unit stated the figure itself, or its cooperatives did. */
const MOST_VERSIONS = 40

interface Version {
  unitId: Id
  indicatorId: Id
  periodId: number
  breakdownId: number
  entityId: Id | null
  seq: number
}

/** Periods have rows from now on, so that the register can be counted for them. */
export async function ensurePeriods(tx: Tx, periods: readonly PeriodKey[]): Promise<void> {
  for (const { kind, year, part } of periods) await ensurePeriod(tx, kind, year, part)
}

/** What is known of the figures that a report wants, by `figureKey`. */
export async function readFigures(
  db: Reader,
  wanted: readonly Wanted[],
  measures: ReadonlyMap<string, Measure>,
  boundaries: Boundaries,
): Promise<Map<string, KnownFigure>> {
  const stated = wanted.filter(({ side }) => side !== 'plan')
  const known = await statedFigures(db, stated, measures, boundaries)
  const plans = await plannedValues(
    db,
    wanted.filter(({ side }) => side === 'plan'),
    measures,
  )
  for (const [key, value] of plans)
    known.set(key, { value, weight: null, breakdownId: null, source: NO_SOURCE })
  return known
}

const partsOf = ({ parts, side }: Wanted) =>
  side === 'estimate' ? { ...parts, as: 'estimate' } : parts

const canonical = (parts: Readonly<Record<string, string>>) =>
  JSON.stringify(Object.entries(parts).toSorted(([one], [other]) => (one < other ? -1 : 1)))

async function statedFigures(
  db: Reader,
  wanted: readonly Wanted[],
  measures: ReadonlyMap<string, Measure>,
  boundaries: Boundaries,
): Promise<Map<string, KnownFigure>> {
  const keys = [...new Map(wanted.map(({ period }) => [periodCode(period), period])).values()]
  const periods = (await getPeriods(db, keys)).filter(({ id }) => id > 0)
  const broken = await breakdownsOf(db, wanted.map(partsOf))
  const unitIds = [...new Set(wanted.map(({ unitId }) => unitId))]
  const codes = [
    ...new Set(wanted.flatMap(({ code }) => measures.get(code.toLowerCase())?.code ?? [])),
  ]
  const periodIds = periods.map(({ id }) => id)
  const breakdownIds = [...broken.values()]
  const sums = await sumsOn(db, { unitIds, codes, periodIds, breakdownIds, boundaries })
  const versions = await versionsOf(db, unitIds, periodIds)
  const byCell = new Map(sums.map((sum) => [cellOf(sum), sum]))
  const versionsByCell = Map.groupBy(versions, cellOf)
  const idOf = new Map(periods.map((period) => [periodCode(period), period.id]))
  const found = new Map<string, KnownFigure>()
  for (const one of wanted) {
    const indicatorId = measures.get(one.code.toLowerCase())?.id
    const breakdownId = broken.get(canonical(partsOf(one)))
    const periodId = idOf.get(periodCode(one.period))
    if (!indicatorId || breakdownId === undefined || periodId === undefined) continue
    const cell = cellOf({ unitId: one.unitId, indicatorId, periodId, breakdownId })
    const sum = byCell.get(cell)
    if (!sum) continue
    const source = sourceOf(sum, versionsByCell.get(cell) ?? [])
    found.set(figureKey(one), { value: sum.value, weight: sum.weight, breakdownId, source })
  }
  return found
}

const cellOf = (cell: Pick<Version, 'unitId' | 'indicatorId' | 'periodId' | 'breakdownId'>) =>
  `${cell.unitId} ${cell.indicatorId} ${cell.periodId} ${cell.breakdownId}`

async function breakdownsOf(
  db: Reader,
  parts: readonly Readonly<Record<string, string>>[],
): Promise<Map<string, number>> {
  const all = [...new Map(parts.map((one) => [canonical(one), one])).values()]
  const rows = await rowsOf(
    db,
    sql<{ id: number; parts: Record<string, string> }>`select id, parts from breakdowns
      where parts in (select value from jsonb_array_elements(${JSON.stringify(all)}::jsonb))`,
  )
  return new Map(rows.map((row) => [canonical(row.parts), row.id]))
}

/** What the units themselves stated, and the cooperatives in them. */
async function versionsOf(
  db: Reader,
  unitIds: readonly Id[],
  periodIds: readonly number[],
): Promise<Version[]> {
  return rowsOf(
    db,
    sql<Version>`select f.unit_id as "unitId", f.indicator_id as "indicatorId",
        f.period_id as "periodId", f.breakdown_id as "breakdownId",
        nullif(f.entity_id, '00000000-0000-0000-0000-000000000000') as "entityId", f.seq
      from figures f
      where f.unit_id = any (${[...unitIds]}::uuid[]) and f.period_id = any (${[...periodIds]}::int[])
        and f.is_last
      order by f.unit_id, f.entity_id`,
  )
}

function sourceOf(sum: Sum, versions: readonly Version[]): FigureSource {
  const { asOf, expected, reported, missing, isEstimate, isIncomplete } = sum
  return {
    asOf,
    expected,
    reported,
    missing,
    isEstimate,
    isIncomplete,
    isCounted: sum.isCounted,
    versions: versions
      .slice(0, MOST_VERSIONS)
      .map(({ unitId, entityId, breakdownId, seq }) => ({ unitId, entityId, breakdownId, seq })),
    versionCount: versions.length,
  }
}
