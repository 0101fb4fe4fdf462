import type { SearchHit } from '@hopluc/shared/search'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import type { SearchQuery } from '../documents/index.ts'
import { rowsOf } from '../units/index.ts'

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

const placeOf = (unit: RawBuilder<unknown>, day: PlainDate) => sql<string | null>`(
  select u.kind || ' ' || u.name from unit_versions u
  where u.unit_id = ${unit} and ${day}::date between u.from_on and u.until_on)`

/** What entities within reach make today. */
export async function findProducts(
  db: Reader,
  { part, near }: SearchQuery,
  day: PlainDate,
  limit: number,
): Promise<SearchHit[]> {
  const rows = await rowsOf(
    db,
    sql<{ id: Id; name: string; entityId: Id; entity: string; place: string | null }>`
      select h.id, h.name, h.entity_id as "entityId", h.entity, ${placeOf(sql`h.unit_id`, day)} as place
      from product_hits(${part}, ${near}, ${limit}) h`,
  )
  return rows.map(({ id, name, entityId, entity, place }) => ({
    id,
    of: entityId,
    title: name,
    facts: [entity, place].filter((fact) => fact !== null),
    state: null,
    snippet: [],
  }))
}

/** Who holds a post in the authorities today; a cooperative is told of nobody. */
export async function findPeople(
  db: Reader,
  { part, near }: SearchQuery,
  day: PlainDate,
  limit: number,
): Promise<SearchHit[]> {
  const rows = await rowsOf(
    db,
    sql<{ id: Id; name: string; title: string; agencyId: Id; agency: string | null }>`
      select h.id, h.name, h.title, h.agency_id as "agencyId", (select v.short_name from agency_versions v
        where v.agency_id = h.agency_id and ${day}::date between v.from_on and v.until_on) as agency
      from people_hits(${part}, ${near}, ${limit}) h`,
  )
  return rows.map(({ id, name, title, agencyId, agency }) => ({
    id,
    of: agencyId,
    title: name,
    facts: [title, agency].filter((fact) => fact !== null),
    state: null,
    snippet: [],
  }))
}

/** Indicators by name or code; their figures are seen on the page of sums. */
export async function findFigures(
  db: Reader,
  { part, near }: SearchQuery,
  limit: number,
): Promise<SearchHit[]> {
  const rows = await rowsOf(
    db,
    sql<{ id: Id; code: string; name: string; measure: string }>`
      select i.id, i.code, i.name, i.measure from indicators i
      where folded(i.name) like ${part} or ${near} <% folded(i.name) or lower(i.code) = ${near}
      order by lower(i.code) = ${near} desc, folded(i.name) like ${part} desc,
        word_similarity(${near}, folded(i.name)) desc, i.code
      limit ${limit}`,
  )
  return rows.map(({ id, code, name, measure }) => ({
    id,
    of: code,
    title: name,
    facts: [code, measure],
    state: null,
    snippet: [],
  }))
}
