import { UnitLevel } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'

/** A unit as it was on the first of the days asked for. */
export interface KnownUnit {
  id: Id
  level: UnitLevel
  kind: string
  name: string
  code: string | null
  parentId: Id | null
  /** Kind and name without diacritics. */
  folded: string
  /** The same of the unit above. */
  foldedUnder: string
  /** Still exists on the later day. */
  lasts: boolean
}

/** Units of the day before an act, with those that begin on its day. */
export async function listUnitsOn(
  db: Reader,
  [before, day]: readonly [PlainDate, PlainDate],
): Promise<KnownUnit[]> {
  const rows = await db
    .selectFrom('unit_versions as v')
    .leftJoin('unit_versions as p', (join) =>
      join
        .onRef('p.unit_id', '=', 'v.parent_id')
        .on('p.from_on', '<=', day)
        .on('p.until_on', '>=', before),
    )
    .distinctOn('v.unit_id')
    .select([
      'v.unit_id as id',
      'v.level',
      'v.kind',
      'v.name',
      'v.code',
      'v.parent_id as parentId',
      'v.folded',
      sql<string>`coalesce(p.folded, '')`.as('foldedUnder'),
      sql<boolean>`v.until_on >= ${day}::date`.as('lasts'),
    ])
    .where('v.from_on', '<=', day)
    .where('v.until_on', '>=', before)
    .orderBy('v.unit_id')
    .orderBy('v.from_on')
    .execute()
  return rows.map(({ level, folded, ...row }) => ({
    ...row,
    level: UnitLevel.parse(level),
    folded: folded ?? '',
  }))
}

/** As the database folds names: lower case without diacritics. */
export function foldWords(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').trim()
}
