import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import { FIGURE_MEASURES, figuresOf } from './figures.ts'
import { fieldsOf, REGISTER_MEASURES } from './register.ts'
import { registerRows } from './register-store.ts'
import type { Known, MeasuredEntity } from './types.ts'

export interface MeasureQuery {
  /** Those named, or all live ones that lie in these units or below on the day. */
  of: { entityIds: readonly Id[] } | { unitIds: readonly Id[]; kinds: readonly string[] }
  /** As of when the register is read. */
  asOf: PlainDate
  /** Whose figures; also the year of days out of operation. */
  year: number
  /** Which measures are needed; unsaid all. */
  codes?: readonly string[]
}

/** So many at once: a statement stays small, and the memory it takes. */
const CHUNK = 5000

/**
 * What is known of cooperatives as far as the reader sees them: a few statements for each five
 * thousand, whatever is asked. Who is not in the register on the day is left out.
 */
export async function measuresOf(db: Reader, query: MeasureQuery): Promise<MeasuredEntity[]> {
  const ids = 'entityIds' in query.of ? query.of.entityIds : await liveIn(db, query.of, query.asOf)
  const found: MeasuredEntity[] = []
  for (let at = 0; at < ids.length; at += CHUNK)
    found.push(...(await measureSome(db, ids.slice(at, at + CHUNK), query)))
  return found
}

async function measureSome(
  db: Reader,
  ids: readonly Id[],
  { asOf, year, codes }: MeasureQuery,
): Promise<MeasuredEntity[]> {
  const isWanted = ({ code }: { code: string }) => codes === undefined || codes.includes(code)
  const [ofRegister, ofFigures] = [
    REGISTER_MEASURES.filter(isWanted),
    FIGURE_MEASURES.filter(isWanted),
  ]
  const fields = new Set(['kind', 'sector', ...ofRegister.flatMap(fieldsOf)])
  const rows = await registerRows(db, ids, asOf, year, fields)
  const figures = await figuresOf(db, ids, year, ofFigures)
  return rows.map((row) => {
    const { entityId, name, unitId, kind, sector, isDemo } = row
    const stated = figures.get(entityId)
    const measures = new Map<string, Known>()
    for (const { code, vi, of } of ofRegister) {
      const value = of(row)
      measures.set(
        code,
        value === null ? { missing: `danh sách HTX chưa ghi: ${lowered(vi)}` } : { value },
      )
    }
    for (const { code, vi, yearsBefore } of ofFigures) {
      const value = stated?.get(code)
      measures.set(
        code,
        value === undefined
          ? { missing: `chưa có số liệu năm ${year - yearsBefore}: ${lowered(vi)}` }
          : { value },
      )
    }
    return { entityId, name, unitId, kind, sector, isDemo, measures }
  })
}

const lowered = (words: string) =>
  /^[A-ZĐ][A-ZĐ]/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)

/** Live ones of these kinds in units and below, as far as one reads them. */
async function liveIn(
  db: Reader,
  { unitIds, kinds }: { unitIds: readonly Id[]; kinds: readonly string[] },
  day: PlainDate,
): Promise<Id[]> {
  const rows = await rowsOf(
    db,
    sql<{ id: Id }>`select s.entity_id as id from reachable_spans s
      where ${day}::date between s.from_on and s.until_on and s.is_live and s.kind = any (${[...kinds]}::text[])
        and s.unit_id in (select a.descendant_id from unit_ancestry a
          where a.ancestor_id = any (${[...unitIds]}::uuid[]) and ${day}::date between a.from_on and a.until_on)
      order by s.entity_id`,
  )
  return rows.map(({ id }) => id)
}
