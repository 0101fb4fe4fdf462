import type {
  EntityFigures,
  FigureEdit,
  FigureHistory,
  FigureQuery,
  FigureRow,
} from '@hopluc/shared/entity-parts-figures'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/db.ts'
import { assertAllowed } from '../../../platform/errors.ts'
import { may } from '../policy.ts'
import { changed, entityNotFound, noDenominator, unknownFigure } from '../refusals.ts'
import { type Reading, readingOf } from '../rows/index.ts'
import { rowsFor, shownOf, warningsOf } from './domain.ts'
import * as store from './store.ts'

const YEARS = 10

/** Indicators by years, ten up to the day's unless others are asked for; a missing cell is no zero. */
export function get(context: Context, entityId: Id, query: FigureQuery): Promise<EntityFigures> {
  return context.read(async (db) => {
    const reading = await readingOf(db, context, entityId, query.asOf)
    return present(db, reading, query)
  })
}

async function present(db: Reader, reading: Reading, query: FigureQuery): Promise<EntityFigures> {
  const { entityId, day, context } = reading
  const thisYear = Number(day.slice(0, 4))
  const to = Math.min(query.to ?? thisYear, thisYear)
  const from = Math.min(query.from ?? to - YEARS + 1, to)
  const rows = rowsFor(await store.listIndicators(db))
  const known = new Set(rows.map(({ key }) => key))
  const cells = (await store.listCells(db, entityId, from, to)).flatMap(
    ({ code, parts, isMean, ...cell }) => {
      const key = keyOf(code, parts)
      const shown = shownOf(cell.value, cell.weight, isMean)
      return known.has(key) ? [{ ...cell, key, shown }] : []
    },
  )
  return {
    years: Array.from({ length: to - from + 1 }, (_, index) => from + index),
    rows,
    cells,
    warnings: warningsOf(cells, rows, await store.findKind(db, entityId, day)),
    mayChange: day >= context.today && may(context.actor, 'entity.state_figures', reading),
  }
}

const keyOf = (code: string, parts: Record<string, string>) => {
  const [part] = Object.entries(parts)
  return part ? `${code}/${part[0]}=${part[1]}` : code
}

/**
 * New versions of the cells that differ, all or none.
 * @throws AppError `entity_parts.changed` where another version stands than was seen,
 *   `entity_parts.unknown_figure`, `entity_parts.no_denominator` of a mean without its two sums
 */
export function put(context: Context, entityId: Id, edit: FigureEdit): Promise<EntityFigures> {
  const { actor, today } = context
  return context.write(async (tx) => {
    const reading = await readingOf(tx, context, entityId)
    assertAllowed(may(actor, 'entity.state_figures', reading))
    await store.lock(tx, entityId)
    const unitId = await store.unitOf(tx, entityId, today)
    if (!unitId) throw entityNotFound()
    const rows = new Map(rowsFor(await store.listIndicators(tx)).map((row) => [row.key, row]))
    const years = edit.cells.map(({ year }) => year)
    const [from, to] = [Math.min(...years), Math.max(...years)]
    const before = new Map(
      (await store.listCells(tx, entityId, from, to)).map((cell) => [
        `${keyOf(cell.code, cell.parts)} ${cell.year}`,
        cell,
      ]),
    )
    const stated = edit.cells.flatMap((cell) => {
      const row = rows.get(cell.key)
      if (!row) throw unknownFigure(cell.key)
      const was = before.get(`${cell.key} ${cell.year}`)
      if ((was?.seq ?? 0) !== cell.seq) throw changed()
      const next = valuesOf(cell, row)
      const isSame = was && was.value === next.value && was.weight === next.weight
      return isSame
        ? []
        : [{ code: row.code, parts: row.breakdown, year: cell.year, seq: cell.seq, ...next }]
    })
    if (stated.length > 0) {
      await store.state(tx, entityId, unitId, stated, edit.source)
      const told = stated.map(({ code, parts, year, value, weight }) => {
        const key = keyOf(code, parts)
        const was = before.get(`${key} ${year}`)
        return {
          key,
          year,
          before: was?.value ?? null,
          after: value,
          ...(weight !== null && { weight }),
        }
      })
      await audit.record(tx, actor, 'entity.state_figures', entityId, {
        source: edit.source,
        cells: told,
      })
    }
    return present(tx, reading, {})
  })
}

function valuesOf(
  { value, weight = null }: FigureEdit['cells'][number],
  { isMean }: FigureRow,
): { value: number | null; weight: number | null } {
  if (!isMean) return { value, weight: null }
  if (value === null) return { value: null, weight: null }
  if (weight === null || weight <= 0) throw noDenominator()
  return { value, weight }
}

export function history(
  context: Context,
  entityId: Id,
  key: string,
  year: number,
): Promise<FigureHistory> {
  return context.read(async (db) => {
    await readingOf(db, context, entityId)
    const row = rowsFor(await store.listIndicators(db)).find((one) => one.key === key)
    if (!row) throw unknownFigure(key)
    return { items: await store.listHistory(db, entityId, row, year) }
  })
}
