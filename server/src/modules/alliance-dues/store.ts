import type { AllianceDue, AllianceDuePage, AllianceDueQuery } from '@hopluc/shared/alliance-dues'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { both, BY_NAME, idOfCursor, pageOfRows, rowsOf } from '../units/index.ts'

/** The Alliance and those from which it came. */
const lineOf = (allianceId: Id) => sql`(with recursive line (id) as (
    select ${allianceId}::uuid
    union select s.from_id from agency_successions s join line on s.to_id = line.id
  ) select id from line)`

interface Row extends Omit<AllianceDue, 'entity' | 'unit'> {
  entityId: Id
  entityName: string
  unitId: Id | null
  level: NonNullable<AllianceDue['unit']>['level']
  kind: string
  unitName: string
}

/** By the names that the members bear today. */
export async function list(
  db: Reader,
  allianceId: Id,
  year: number,
  { open, cursor, limit }: Pick<AllianceDueQuery, 'open' | 'cursor' | 'limit'>,
  day: PlainDate,
) {
  const where: RawBuilder<unknown>[] = [
    sql`d.alliance_id in ${lineOf(allianceId)} and d.year = ${year}`,
  ]
  if (open) where.push(sql`d.paid < d.due`)
  if (cursor)
    where.push(sql`(e.name ${BY_NAME}, d.id) > (
      (select x.name from alliance_dues o join entities x on x.id = o.entity_id
        where o.id = ${idOfCursor(cursor)}) ${BY_NAME}, ${idOfCursor(cursor)}::uuid)`)
  const rows = await rowsOf(
    db,
    sql<Row>`select d.id, d.due, d.paid, d.paid_on as "paidOn", d.note, d.version, d.is_demo as "isDemo",
        e.id as "entityId", e.name as "entityName", s.unit_id as "unitId", coalesce(u.level, 'commune') as level,
        coalesce(u.kind, '') as kind, coalesce(u.name, '') as "unitName"
      from alliance_dues d join entities e on e.id = d.entity_id
      left join entity_spans s on s.entity_id = d.entity_id and ${day}::date between s.from_on and s.until_on
      left join unit_versions u on u.unit_id = s.unit_id and ${day}::date between u.from_on and u.until_on
      where ${both(where)} order by e.name ${BY_NAME}, d.id limit ${limit + 1}`,
  )
  return pageOfRows(rows.map(dueOf), limit)
}

function dueOf({ entityId, entityName, unitId, level, kind, unitName, ...due }: Row): AllianceDue {
  const unit = unitId === null ? null : { id: unitId, level, kind, name: unitName }
  return { ...due, entity: { id: entityId, name: entityName }, unit }
}

export async function totalOf(db: Reader, allianceId: Id, year: number) {
  const [total] = await rowsOf(
    db,
    sql<AllianceDuePage['total']>`select count(*)::int as count,
        count(*) filter (where paid < due)::int as open, coalesce(sum(due), 0)::float8 as due,
        coalesce(sum(paid), 0)::float8 as paid
      from alliance_dues d where d.alliance_id in ${lineOf(allianceId)} and d.year = ${year}`,
  )
  return total ?? { count: 0, open: 0, due: 0, paid: 0 }
}

/** Who was a member for some of the year and has no line of it. */
const unlisted = (allianceId: Id, year: number) => sql`entity_memberships m
  join entities e on e.id = m.entity_id and e.merged_into_id is null
  where m.alliance_id in ${lineOf(allianceId)}
    and m.from_on <= make_date(${year}::int, 12, 31) and m.until_on >= make_date(${year}::int, 1, 1)
    and not exists (select from alliance_dues d where d.entity_id = m.entity_id and d.year = ${year}
      and d.alliance_id in ${lineOf(allianceId)})`

export async function countUnlisted(db: Reader, allianceId: Id, year: number): Promise<number> {
  const [row] = await rowsOf(
    db,
    sql<{
      count: number
    }>`select count(distinct m.entity_id)::int as count from ${unlisted(allianceId, year)}`,
  )
  return row?.count ?? 0
}

/** Those listed at the same time by another are seen: the Alliance's row is held until the transaction ends. */
export async function insertUnlisted(
  tx: Tx,
  allianceId: Id,
  year: number,
  due: number,
  isDemo: boolean,
): Promise<Id[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`alliance_dues ${allianceId}`}, 0))`.execute(
    tx,
  )
  const { rows } = await sql<{
    id: Id
  }>`insert into alliance_dues (id, alliance_id, entity_id, year, due, is_demo)
    select gen_random_uuid(), ${allianceId}, m.entity_id, ${year}, ${due}, ${isDemo}
    from (select distinct m.entity_id from ${unlisted(allianceId, year)}) m returning entity_id as id`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** It was merged into another, which lists the dues since. */
export async function hasHeir(db: Reader, allianceId: Id): Promise<boolean> {
  const rows = await rowsOf(
    db,
    sql<object>`select to_id from agency_successions where from_id = ${allianceId}`,
  )
  return rows.length > 0
}

export async function isOwn(db: Reader, allianceId: Id): Promise<boolean> {
  const [row] = await rowsOf(
    db,
    sql<{ is: boolean }>`select ${allianceId}::uuid in (select acting_agencies()) as is`,
  )
  return row?.is ?? false
}

/** Held until the transaction ends. */
export function lock(tx: Tx, id: Id) {
  return tx
    .selectFrom('alliance_dues')
    .select(['entity_id', 'alliance_id', 'year', 'due', 'paid', 'paid_on', 'note', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}
