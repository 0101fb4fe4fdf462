import type { MemberQuery } from '@hopluc/shared/entity-parts-people'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/db.ts'
import { anywhere, BY_NAME, both, idOfCursor, rowsOf } from '../../units/index.ts'
import { type Row, rowOf } from '../rows/index.ts'
import { type MemberCount, PAY_IN_MONTHS, type Registered } from './domain.ts'

/** One row more than the page, by name. */
export async function list(
  db: Reader,
  entityId: Id,
  { q, kind, withLeft = false, cursor, limit }: MemberQuery,
  day: PlainDate,
): Promise<Row[]> {
  const filters: RawBuilder<unknown>[] = [
    sql`m.entity_id = ${entityId}`,
    sql`m.joined_on <= ${day}::date`,
  ]
  if (!withLeft) filters.push(sql`(m.left_on is null or m.left_on > ${day}::date)`)
  if (kind) filters.push(sql`m.kind = ${kind}`)
  if (q) filters.push(sql`folded(m.name) like ${anywhere(q)}`)
  if (cursor)
    filters.push(sql`(m.name ${BY_NAME}, m.id) > (
      (select name from entity_members where id = ${idOfCursor(cursor)}) ${BY_NAME}, ${idOfCursor(cursor)}::uuid)`)
  const rows = await rowsOf(
    db,
    sql<{ row: object }>`select to_jsonb(m) as row from entity_members m where ${both(filters)}
      order by m.name ${BY_NAME}, m.id limit ${limit + 1}`,
  )
  return rows.map(({ row }) => rowOf(row))
}

/** How many of what, for whoever reads the entity. */
export function counts(db: Reader, entityId: Id, day: PlainDate): Promise<MemberCount[]> {
  return rowsOf(
    db,
    sql<MemberCount>`select kind, subject, members, share::float8 as share, foreigners,
      foreign_share::float8 as "foreignShare", largest::float8 as largest
      from member_counts(${entityId}, ${day}::date) order by kind, subject`,
  )
}

const NOTHING: Registered = {
  kind: '',
  law: null,
  charterCapital: null,
  officialMembers: null,
  linkedMembers: null,
  otherMembers: null,
}

export async function registered(db: Reader, entityId: Id, day: PlainDate): Promise<Registered> {
  const [row] = await rowsOf(
    db,
    sql<Registered>`select kind, law, charter_capital::float8 as "charterCapital",
      official_members as "officialMembers", linked_members as "linkedMembers", other_members as "otherMembers"
      from entity_versions where entity_id = ${entityId} and ${day}::date between from_on and until_on`,
  )
  return row ?? NOTHING
}

/** Members with capital whose time to pay in was over on the day, without amount or day of a contribution. */
export async function countUnpaid(db: Reader, entityId: Id, day: PlainDate): Promise<number> {
  const [row] = await rowsOf(
    db,
    sql<{ count: number }>`select count(*)::int as count from entity_members m
      where m.entity_id = ${entityId} and m.kind not in ('linked_a', 'linked_b', 'linked_c')
        and (m.left_on is null or m.left_on > ${day}::date)
        and (coalesce(m.share, 0) = 0 or m.contributed_on is null)
        and greatest(m.joined_on, (select min(e.on_day) from entity_events e where e.entity_id = ${entityId}
            and e.kind = 'registered' and e.voided_at is null))
          + make_interval(months => ${PAY_IN_MONTHS}) < ${day}::date`,
  )
  return row?.count ?? 0
}

/** All of the register, as an import compares with. */
export async function listAll(db: Reader, entityId: Id): Promise<Row[]> {
  const rows = await rowsOf(
    db,
    sql<{
      row: object
    }>`select to_jsonb(m) as row from entity_members m where m.entity_id = ${entityId}
      order by m.joined_on, m.id`,
  )
  return rows.map(({ row }) => rowOf(row))
}
