import type {
  Double,
  DoubleQuery,
  DoubleSide,
  HeldRows,
  MergedEntity,
} from '@hopluc/shared/entity-doubles'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { both, idOfCursor, rowsOf, unitName, unitsUnder } from '../units/index.ts'

export type DoubleRow = Omit<Double, 'allowed'> & { keepsBoth: boolean; isUndoable: boolean }

/** One of the two as it is known last; a double that was merged has no span any more. */
const side = (id: RawBuilder<unknown>, day: PlainDate) => sql<DoubleSide>`(
  select json_build_object('id', e.id, 'name', v.name, 'kind', v.kind, 'status', s.status, 'code', v.code,
    'unit', (select ${unitName('u')} from unit_versions u where u.unit_id = p.unit_id
      order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1),
    'address', p.address, 'representative', v.representative, 'phone', v.phone,
    'foundedOn', coalesce((select min(x.on_day) from entity_events x
      where x.entity_id = e.id and x.kind = 'registered' and x.voided_at is null), e.from_on))
  from entities e
  join lateral (select * from entity_versions v where v.entity_id = e.id order by v.from_on desc limit 1) v on true
  join lateral (select * from entity_places p where p.entity_id = e.id order by p.from_on desc limit 1) p on true
  left join lateral (select status from entity_spans s where s.entity_id = e.id order by s.from_on desc limit 1) s on true
  where e.id = ${id})`

const columns = (day: PlainDate) => sql`d.id, d.score, d.reasons, d.state,
  ${side(sql`d.first_id`, day)} as first, ${side(sql`d.second_id`, day)} as second,
  case when d.decided_at is not null then json_build_object('byWords', d.decided_by_words, 'at',
    to_char(d.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'reason', d.reason) end as decided,
  exists (select from kept_entities k where k.id = d.first_id)
    and exists (select from kept_entities k where k.id = d.second_id) as "keepsBoth",
  m.id as "mergeId", m.id is not null as "isUndoable"`

const MERGE = sql`left join entity_merges m on m.undone_at is null and d.state = 'merged'
  and (m.kept_id, m.gone_id) in ((d.first_id, d.second_id), (d.second_id, d.first_id))`

/** `other`: the pair of the two. */
type Asked = DoubleQuery & { other?: Id }

function conditions({ state, unit, entity, other }: Asked, day: PlainDate): RawBuilder<unknown>[] {
  const found = [sql`d.state = ${state}`]
  if (other) found.push(sql`${other}::uuid in (d.first_id, d.second_id)`)
  if (entity) found.push(sql`${entity}::uuid in (d.first_id, d.second_id)`)
  if (unit) {
    const below = unitsUnder(unit, day)
    found.push(sql`(d.first_unit_id in ${below} or d.second_unit_id in ${below})`)
  }
  return found
}

/** The likeliest first. */
export async function list(db: Reader, query: Asked, day: PlainDate): Promise<DoubleRow[]> {
  const { cursor, limit } = query
  const after = cursor
    ? [
        sql`(-d.score, d.id) > (select -l.score, l.id from entity_doubles l where l.id = ${idOfCursor(cursor)})`,
      ]
    : []
  return rowsOf(
    db,
    sql<DoubleRow>`select ${columns(day)} from entity_doubles d ${MERGE}
      where ${both([...conditions(query, day), ...after])} order by d.score desc, d.id limit ${limit + 1}`,
  )
}

export async function count(db: Reader, query: DoubleQuery, day: PlainDate): Promise<number> {
  const [row] = await rowsOf(
    db,
    sql<{ count: number }>`select count(*)::int as count from entity_doubles d
      where ${both(conditions(query, day))}`,
  )
  return row?.count ?? 0
}

export async function find(db: Reader, id: Id, day: PlainDate): Promise<DoubleRow | undefined> {
  const rows = await rowsOf(
    db,
    sql<DoubleRow>`select ${columns(day)} from entity_doubles d ${MERGE} where d.id = ${id}`,
  )
  return rows[0]
}

/** What points to an entity, by table; nothing for whoever does not keep it. */
export function held(db: Reader, id: Id): Promise<HeldRows[]> {
  return rowsOf(
    db,
    sql<HeldRows>`select held_by as "table", rows as count from entity_held(${id}) order by 1`,
  )
}

export interface Decision {
  state: 'open' | 'distinct' | 'merged'
  accountId: Id
  byWords: string
  at: Date
  reason: string | null
}

/** Answers whether there was one to decide: row security leaves out what somebody else keeps. */
export async function decide(
  tx: Tx,
  id: Id,
  from: Decision['state'],
  said: Decision,
): Promise<boolean> {
  const isOpen = said.state === 'open'
  const { numUpdatedRows } = await tx
    .updateTable('entity_doubles')
    .set({
      state: said.state,
      decided_by: isOpen ? null : said.accountId,
      decided_by_words: isOpen ? null : said.byWords,
      decided_at: isOpen ? null : said.at,
      reason: isOpen ? null : said.reason,
    })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export interface Merging {
  mergeId: Id
  keptId: Id
  goneId: Id
  /** Columns of a version. */
  take: readonly string[]
  takePlace: boolean
  events: readonly Id[]
  reason: string | null
  byWords: string
  at: Date
}

/** Merges as the database guards it; answers what it refused. */
export async function merge(tx: Tx, given: Merging): Promise<string | null> {
  const { rows } = await sql<{ refused: string | null }>`select merge_entities(${given.mergeId},
    ${given.keptId}, ${given.goneId}, ${[...given.take]}::text[], ${given.takePlace},
    ${[...given.events]}::uuid[], ${given.reason}, ${given.byWords}, ${given.at}) as refused`.execute(
    tx,
  )
  return rows[0]?.refused ?? null
}

/** Of two registrations the earlier holds; the later is taken back until the merger is undone. */
export async function holdFirstRegistration(tx: Tx, mergeId: Id): Promise<void> {
  const reason = 'Gộp hồ sơ trùng: giữ lần đăng ký sớm nhất.'
  await sql`select hold_first_registration(${mergeId}, ${reason})`.execute(tx)
}

/** Undoes a merger as the database guards it; answers what it refused, and why. */
export async function undo(
  tx: Tx,
  mergeId: Id,
  { reason, byWords, at }: { reason: string; byWords: string; at: Date },
): Promise<string | null> {
  const { rows } = await sql<{ refused: string | null }>`
    select undo_entity_merge(${mergeId}, ${reason}, ${byWords}, ${at}) as refused`.execute(tx)
  return rows[0]?.refused ?? null
}

/** What was handed on, by table. */
export function effects(db: Reader, mergeId: Id): Promise<MergedEntity['effects']> {
  return rowsOf(
    db,
    sql<MergedEntity['effects'][number]>`select held_by as "table",
        (count(*) filter (where is_moved))::int as moved, (count(*) filter (where not is_moved))::int as left
      from entity_merge_effects where merge_id = ${mergeId} and held_by <> 'entities' group by held_by order by held_by`,
  )
}

export interface MergeRow {
  id: Id
  keptId: Id
  goneId: Id
}

export async function findMerge(db: Reader, id: Id): Promise<MergeRow | undefined> {
  const rows = await rowsOf(
    db,
    sql<MergeRow>`select id, kept_id as "keptId", gone_id as "goneId" from entity_merges where id = ${id}`,
  )
  return rows[0]
}
