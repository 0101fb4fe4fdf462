import { UnitLevel, type UnitTree } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../../platform/db.ts'

type Unit = [id: Id, level: UnitLevel, kind: string, name: string, code: string | null, above: Id]

/** Between the parts of a unit and between units: no name holds these. */
const [PART, UNIT] = ['\u001f', '\u001e']

/**
 * Units of the day, of all or below one, that one among them. Thousands of rows cost most where each
 * becomes an object: they come as one text.
 */
export async function treeText(db: Reader, day: PlainDate, under?: Id): Promise<string> {
  const row = await db
    .selectFrom(treeSql(day, under).as('found'))
    .select('found.units')
    .executeTakeFirst()
  return row?.units ?? ''
}

/** Of such a text the units, the higher before the lower and then by code. */
export function unitsOf(text: string): UnitTree['units'] {
  const units = text.split(UNIT).flatMap(unitOf).toSorted(byRank)
  const places = new Map(units.map(([id], place) => [id, place]))
  return units.map(([id, level, kind, name, code, above]) => [
    id,
    level,
    kind,
    name,
    code,
    places.get(above) ?? null,
  ])
}

function treeSql(day: PlainDate, under?: Id) {
  const below = under
    ? sql`and v.unit_id in (select descendant_id from unit_ancestry
        where ancestor_id = ${under} and ${day}::date between from_on and until_on)`
    : sql``
  return sql<{
    units: string | null
  }>`(select string_agg(concat_ws(${PART}, v.unit_id, v.level, v.kind,
      v.name, coalesce(v.code, ''), coalesce(v.parent_id::text, '')), ${UNIT}) as units
    from unit_versions v where ${day}::date between v.from_on and v.until_on ${below})`
}

const RANK = new Map<string, number>(UnitLevel.options.map((level, rank) => [level, rank]))

function unitOf(text: string): Unit[] {
  const [id = '', level, kind = '', name = '', code = '', above = ''] = text.split(PART)
  const known = UnitLevel.options.find((one) => one === level)
  return known ? [[id, known, kind, name, code === '' ? null : code, above]] : []
}

/** Without a code last of its level. */
function byRank([id, level, , , code]: Unit, [id2, level2, , , code2]: Unit): number {
  const rank = (RANK.get(level) ?? 0) - (RANK.get(level2) ?? 0)
  if (rank !== 0) return rank
  if (code === code2) return id < id2 ? -1 : 1
  if (code === null || code2 === null) return code === null ? 1 : -1
  return code < code2 ? -1 : 1
}
