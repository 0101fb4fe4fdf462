import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import type { Places } from './evidence.ts'

interface UnitRow {
  id: Id
  name: string
  level: string
  parentId: Id | null
  isToday: boolean
}

/** What became of every unit up to the day, and where it lies. */
export async function readPlaces(db: Reader, day: PlainDate): Promise<Places> {
  const units = await rowsOf(
    db,
    sql<UnitRow>`select distinct on (unit_id) unit_id as id, name, level, parent_id as "parentId",
        until_on >= ${day}::date as "isToday"
      from unit_versions where from_on <= ${day}::date order by unit_id, from_on desc`,
  )
  const successions = await rowsOf(
    db,
    sql<{ fromId: Id; toId: Id }>`select from_id as "fromId", to_id as "toId" from unit_successions
      where on_day <= ${day}::date`,
  )
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const next = Map.groupBy(successions, ({ fromId }) => fromId)
  const known = new Map<Id, readonly Id[]>()
  const heirsOf = (id: Id, depth = 0): readonly Id[] => {
    const before = known.get(id)
    if (before) return before
    const heirs = depth > 20 || byId.get(id)?.isToday ? [] : (next.get(id) ?? [])
    const found =
      heirs.length === 0
        ? [id]
        : [...new Set(heirs.flatMap(({ toId }) => heirsOf(toId, depth + 1)))]
    known.set(id, found)
    return found
  }
  const provinceOf = (id: Id, depth = 0): Id | null => {
    const unit = byId.get(id)
    if (!unit || depth > 5) return null
    if (unit.level === 'province') return heirsOf(id)[0] ?? id
    return unit.parentId ? provinceOf(unit.parentId, depth + 1) : null
  }
  return {
    heirsOf: (id) => heirsOf(id),
    nameOf: (id) => byId.get(id)?.name ?? '',
    provinceOf: (id) => provinceOf(id),
  }
}
