import { cellKey, type ReturnCell, type ReturnsBelow, UNIT_ROW } from '@hopluc/shared/returns'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { sumsOn } from '../figures/index.ts'
import { BY_NAME, rowsOf } from '../units/index.ts'
import type { Head } from './head-store.ts'
import type { Layout, LaidIndicator } from './layout.ts'

/** What the accepted returns below a return add up to, by `cellKey`; of means their denominators. */
export interface Below {
  told: ReturnsBelow
  cells: ReadonlyMap<string, NonNullable<ReturnCell['below']>>
  weights: ReadonlyMap<string, number>
}

type BelowRow = ReturnsBelow['units'][number] & { roundId: Id; roundTitle: string }

/**
 * Adds up what units below have reported in rounds that flow into this one. A unit counts once its return
 * was accepted; while it is being corrected, with what held before. Nothing that the register alone says.
 */
export async function belowOf(
  db: Reader,
  head: Head,
  { slots }: Layout,
  indicators: ReadonlyMap<string, LaidIndicator>,
): Promise<Below | null> {
  if (!head.hasBelow) return null
  const rows = await rowsOf(
    db,
    sql<BelowRow>`select unit_id as id, id as "returnId", round_id as "roundId", round_title as "roundTitle", name,
        level, state, is_accepted as "isAccepted"
      from returns_below(${head.id}) order by is_accepted desc, name ${BY_NAME}, unit_id`,
  )
  const units = [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed()
  const accepted = units.filter(({ isAccepted }) => isAccepted).map(({ id }) => id)
  const wanted = slots.filter(({ row }) => row === UNIT_ROW)
  const formulas = new Set(
    [...indicators.values()].flatMap(({ id, origin }) => (origin === 'formula' ? [id] : [])),
  )
  const sums = await sumsOn(db, {
    unitIds: accepted,
    indicatorIds: [...new Set(wanted.map(({ indicatorId }) => indicatorId))],
    periodIds: [head.periodId],
    breakdownIds: [...new Set(wanted.map(({ breakdownId }) => breakdownId))],
    boundaries: 'then',
  })
  const stated = Map.groupBy(
    sums.filter(({ isCounted, indicatorId }) => !isCounted && !formulas.has(indicatorId)),
    (sum) => cellKey({ row: UNIT_ROW, ...sum }),
  )
  const cells = new Map<string, NonNullable<ReturnCell['below']>>()
  const weights = new Map<string, number>()
  for (const slot of wanted) {
    if (formulas.has(slot.indicatorId)) continue
    const own = stated.get(cellKey(slot)) ?? []
    const said = own.filter(({ total }) => total !== null)
    const total = said.reduce((all, one) => all + (one.total ?? 0), 0)
    const weight = said.reduce((all, one) => all + (one.weight ?? 0), 0)
    const value = said.length === 0 || (slot.isMean && weight === 0) ? null : total
    const by = new Set(own.map(({ unitId }) => unitId))
    cells.set(cellKey(slot), {
      value: value === null ? null : tidy(slot.isMean ? value / weight : value),
      stated: by.size,
      silent: accepted.filter((id) => !by.has(id)),
    })
    if (slot.isMean && weight > 0) weights.set(cellKey(slot), weight)
  }
  const rounds = new Map(rows.map(({ roundId, roundTitle }) => [roundId, roundTitle]))
  return {
    told: {
      rounds: [...rounds].map(([id, title]) => ({ id, title })),
      units: units.map(({ roundId: _id, roundTitle: _title, ...unit }) => unit),
    },
    cells,
    weights,
  }
}

/** Adding parts of a million đồng leaves digits that nobody wrote. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6

const NAMED = 10

/** For the story and the print: how many of those below are in it, and who is not. */
export function belowWords({ told: { units } }: Below): string {
  const missing = units.filter(({ isAccepted }) => !isAccepted).map(({ name }) => name)
  const more = missing.length - NAMED
  const names = missing.slice(0, NAMED).join(', ') + (more > 0 ? ` và ${more} đơn vị khác` : '')
  return `Tổng hợp từ ${units.length - missing.length}/${units.length} đơn vị cấp dưới${names && `; chưa có số liệu của ${names}`}.`
}
