import type { Period } from '@hopluc/shared/periods'
import type { Bound } from '@hopluc/shared/plans'
import type { FormDefinition } from '@hopluc/shared/report-forms'
import { cellKey, type ReturnCell, UNIT_ROW } from '@hopluc/shared/returns'
import type { Reader } from '../../platform/db.ts'
import { registryFigures } from '../figures/index.ts'
import { plannedValues } from '../plan-values/index.ts'
import { type Below, belowOf } from './below.ts'
import * as store from './cells-store.ts'
import { definitionOf, type Head } from './head-store.ts'
import {
  type LaidIndicator,
  type Layout,
  layoutOf,
  partsAs,
  partsKey,
  type Slot,
} from './layout.ts'
import { returnNotFound } from './refusals.ts'

/** A return's pages with all that stands in and beside its cells. */
export interface Contents {
  definition: FormDefinition
  period: Period
  layout: Layout
  cells: ReturnCell[]
  /** As kept, by `cellKey`. */
  kept: ReadonlyMap<string, store.CellRow>
  below: Below | null
}

const WAYS = ['done', 'estimate'] as const

interface Said {
  value: number | null
  isNone: boolean
}

/** Reads a return as a whole: rows, cells, what stood before, what the register says. */
export async function contentsOf(db: Reader, head: Head): Promise<Contents> {
  const definition = await definitionOf(db, head)
  const breakdowns = await store.breakdownIdsOf(db, definition)
  const read = await store.read(db, head, definition, await store.periodsOf(db, head.periodId))
  const { indicators, entities, groups, register } = read
  const [period, previous, same] = read.periods
  if (!period) throw returnNotFound()
  const { cutoffOn, estimateOn } = head
  const layout = layoutOf({
    definition,
    indicators,
    entities,
    groups,
    breakdowns,
    cutoffOn,
    estimateOn,
  })
  const before = await store.listBefore(
    db,
    head.id,
    entities.map(({ id }) => id),
    [...new Set(layout.slots.map(({ indicatorId }) => indicatorId))],
    read.periods.slice(1),
  )
  const figures = new Map(before.map((one) => [`${cellKey(one)}/${one.periodId}`, one]))
  const counted = await countedOf(db, head, period, layout, indicators)
  /** What was done by then; where only ước was stated, that. */
  const at = (slot: Slot, of: Period | undefined): Said | null => {
    if (!of) return null
    for (const as of WAYS) {
      const breakdownId = breakdowns.get(partsKey(partsAs(slot.breakdown, as)))
      const found = figures.get(`${cellKey({ ...slot, breakdownId: breakdownId ?? -1 })}/${of.id}`)
      if (found) return found
    }
    return null
  }
  const below = await belowOf(db, head, layout, indicators)
  const planned = asksForPlan(definition) ? await plannedValues(db, [head.unitId]) : undefined
  const aimOf = ({ row, code, breakdown }: Slot) =>
    row === UNIT_ROW && Object.keys(breakdown).length === 0
      ? (planned?.(head.unitId, code, period.year)?.bound ?? null)
      : null
  const kept = new Map(read.cells.map((row) => [cellKey(row), row]))
  const offers = new Map(read.offers.map((one) => [cellKey(one), one]))
  const cells = layout.slots.map((slot) => {
    const key = cellKey(slot)
    const isGroups = slot.rowKey === 'groups'
    const registered =
      slot.row === UNIT_ROW && !isGroups
        ? (counted.get(`${slot.code}${partsKey(slot.breakdown)}`) ?? null)
        : (register.get(slot.row)?.[slot.code] ?? null)
    const added = below?.cells.get(key) ?? null
    return cellOf(slot, kept.get(key), {
      previous: at(slot, previous),
      samePeriod: at(slot, same)?.value ?? null,
      register: registered,
      below: added,
      aim: aimOf(slot),
      given: givenOf(slot, registered, added, isGroups && groups === 0),
      isOpen: head.state === 'open' || head.state === 'returned',
      offer: offers.get(key) ?? null,
      isCorrection: head.correction !== null,
    })
  })
  return { definition, period, layout, cells, kept, below }
}

/**
 * What stands in a cell before anybody has said something: the sum of the accepted returns below; nothing
 * of groups where the register has none; of what is only shown, what the register counts.
 */
function givenOf(
  slot: Slot,
  register: number | null,
  below: ReturnCell['below'],
  isWithoutGroups: boolean,
): Given | null {
  if (below && below.stated > 0)
    return { value: below.value, isNone: below.value === null, source: 'sum' }
  if (isWithoutGroups)
    return { value: slot.isMean ? null : 0, isNone: slot.isMean, source: 'register' }
  return slot.isReadOnly && register !== null
    ? { value: register, isNone: false, source: 'register' }
    : null
}

type Given = Pick<ReturnCell, 'value' | 'isNone' | 'source'>

/** Indicators of the register, of the unit on the cut-off day; by code and breakdown. */
async function countedOf(
  db: Reader,
  { unitId, cutoffOn }: Head,
  { windowFrom }: Period,
  { slots }: Layout,
  indicators: ReadonlyMap<string, LaidIndicator>,
): Promise<Map<string, number>> {
  const codes = [
    ...new Set(slots.flatMap(({ row, code }) => (row === UNIT_ROW ? [code] : []))),
  ].filter((code) => indicators.get(code)?.origin === 'registry')
  if (codes.length === 0) return new Map()
  const counted = await registryFigures(db, {
    unitIds: [unitId],
    codes,
    on: cutoffOn,
    from: windowFrom,
  })
  return new Map(counted.map((one) => [`${one.code}${partsKey(one.breakdown)}`, one.value]))
}

const asksForPlan = ({ sections }: FormDefinition): boolean =>
  sections.some(
    (one) => one.kind === 'grid' && one.indicators.some(({ columns }) => columns.includes('plan')),
  )

const NOTHING: Given = { value: null, isNone: false, source: null }

interface Beside {
  previous: Said | null
  samePeriod: number | null
  register: number | null
  below: ReturnCell['below']
  aim: Bound | null
  given: Given | null
  isOpen: boolean
  offer: store.OfferRow | null
  isCorrection: boolean
}

function cellOf(slot: Slot, row: store.CellRow | undefined, beside: Beside): ReturnCell {
  const { weightKey: _weightKey, isMean: _isMean, ...place } = slot
  const { previous, samePeriod, register, below, aim, given, isOpen, offer, isCorrection } = beside
  const unchanged = slot.isReadOnly
    ? null
    : previous
      ? { value: previous.value, isNone: previous.isNone }
      : register === null
        ? null
        : { value: register, isNone: false }
  // a sum that is only shown goes on with what lies below until the return leaves
  const isGiven = row === undefined || (slot.isReadOnly && isOpen && given?.source === 'sum')
  const { value, isNone, source } = (isGiven ? given : row) ?? NOTHING
  return {
    ...place,
    version: row?.version ?? 0,
    value,
    isNone,
    isSame: row?.isSame ?? false,
    source,
    reason: row?.reason ?? null,
    byWords: row?.byWords ?? null,
    at: row?.at ?? null,
    previous: previous?.value ?? null,
    samePeriod,
    plan: aim?.value ?? null,
    isLimit: aim?.op === 'at_most',
    register,
    below,
    unchanged,
    offer: offer && {
      value: offer.value,
      isNone: offer.isNone,
      byWords: offer.byWords,
      at: offer.at,
    },
    accepted:
      isCorrection && row?.isAccepted
        ? { value: row.acceptedValue, isNone: row.acceptedNone }
        : null,
    corrected: row?.corrected ?? null,
  }
}
