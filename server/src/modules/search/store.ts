import type { SearchHit } from '@hopluc/shared/search'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import type { SearchQuery } from '../documents/index.ts'

/** Bodies of today, with the place they belong to. */
export async function findAgencies(
  db: Reader,
  { part, near }: SearchQuery,
  day: PlainDate,
  limit: number,
): Promise<SearchHit[]> {
  const rows = await db
    .selectFrom(sql<{ id: Id; rank: number }>`agency_hits(${part}, ${near})`.as('hits'))
    .innerJoin('agency_versions as v', 'v.agency_id', 'hits.id')
    .leftJoin('unit_versions as u', (join) =>
      join
        .onRef('u.unit_id', '=', 'v.unit_id')
        .on('u.from_on', '<=', day)
        .on('u.until_on', '>=', day),
    )
    .select(['hits.id', 'v.name', sql<string | null>`u.kind || ' ' || u.name`.as('place')])
    .where('v.from_on', '<=', day)
    .where('v.until_on', '>=', day)
    .orderBy('hits.rank', 'desc')
    .orderBy('v.name')
    .limit(limit)
    .execute()
  return rows.map(({ id, name, place }) => ({
    id,
    title: name,
    facts: place && !name.includes(place) ? [place] : [],
    state: null,
    snippet: [],
  }))
}

/** Tasks within scope whose words answer, parts left out where the whole answers as well. */
export async function findTasks(
  db: Reader,
  { part, near }: SearchQuery,
  day: PlainDate,
  limit: number,
): Promise<SearchHit[]> {
  const rows = await db
    .selectFrom('tasks as t')
    .innerJoin('task_spans as s', 's.task_id', 't.id')
    .leftJoin('agency_versions as v', (join) =>
      join
        .onRef('v.agency_id', '=', 's.lead_id')
        .on('v.from_on', '<=', day)
        .on('v.until_on', '>=', day),
    )
    .leftJoin('documents as d', 'd.id', 't.document_id')
    .select([
      't.id',
      't.title',
      't.number',
      't.year',
      's.status',
      'd.symbol',
      'v.short_name as lead',
    ])
    .where('s.from_on', '<=', day)
    .where('s.until_on', '>=', day)
    .where('t.parent_id', 'is', null)
    .where(
      sql<boolean>`(t.folded like ${part} or ${near} <% t.folded
        or t.number || '/' || t.year = ${near})`,
    )
    .orderBy(
      sql`(t.number || '/' || t.year = ${near})::int + (t.folded like ${part})::int
        + word_similarity(${near}, t.folded)`,
      'desc',
    )
    .orderBy('t.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, title, number, year, symbol, lead, status }) => ({
    id,
    title,
    facts: [`${number}/${year}`, symbol, lead].filter((fact) => fact !== null),
    state: status,
    snippet: [],
  }))
}
