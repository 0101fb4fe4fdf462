import {
  Kept,
  type NewPurge,
  PurgeGround,
  type PurgeItem,
  PurgeKind,
  PurgeState,
} from '@hopluc/shared/purges'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import * as z from 'zod'
import type { Actor } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import { changed, notFound } from './refusals.ts'
import type { Places } from './store.ts'
import type { Surveyed } from './survey.ts'

export interface PurgeRow {
  id: Id
  decision: string
  decidedOn: PlainDate
  decidedBy: string
  ground: PurgeGround
  state: PurgeState
  agencyId: Id
  madeAt: Date
  madeBy: string
  confirmedAt: Date | null
  confirmedBy: string | null
  endedAt: Date | null
  fileId: Id
  fileName: string
  version: number
  count: number
  done: number
  kept: number
}

const ROW = sql`p.id, p.decision, p.decided_on as "decidedOn", p.decided_by as "decidedBy", p.ground, p.state,
  p.agency_id as "agencyId", p.made_at as "madeAt", m.name as "madeBy", p.confirmed_at as "confirmedAt",
  c.name as "confirmedBy", p.ended_at as "endedAt", p.file_id as "fileId",
  coalesce((select f.name from files f where f.id = p.file_id), '') as "fileName", p.version,
  (select count(*)::int from purge_items i where i.purge_id = p.id and i.kept is null) as count,
  (select count(*)::int from purge_items i where i.purge_id = p.id and i.done_at is not null) as done,
  (select count(*)::int from purge_items i where i.purge_id = p.id and i.kept is not null) as kept
  from purges p join accounts m on m.id = p.made_by left join accounts c on c.id = p.confirmed_by`

/** Newest first. */
export function list(db: Reader, limit: number, before: Id | undefined): Promise<PurgeRow[]> {
  const rest = before ? sql`where p.id < ${before}` : sql``
  return rowsOf(db, sql<PurgeRow>`select ${ROW} ${rest} order by p.id desc limit ${limit + 1}`)
}

export async function get(db: Reader, id: Id): Promise<PurgeRow> {
  const [row] = await rowsOf(db, sql<PurgeRow>`select ${ROW} where p.id = ${id}`)
  if (!row) throw notFound()
  return row
}

export async function lock(tx: Tx, id: Id, version: number): Promise<PurgeRow> {
  await sql`select from purges where id = ${id} for update`.execute(tx)
  const row = await get(tx, id)
  if (row.version !== version) throw changed()
  return row
}

const Takes = z.record(z.string(), z.int())

export async function listItems(db: Reader, id: Id): Promise<PurgeItem[]> {
  const rows = await db
    .selectFrom('purge_items')
    .select(['position', 'kind', 'label', 'issuer', 'on_day as onDay', 'takes', 'kept'])
    .select(['kept_until as keptUntil', 'done_at as doneAt'])
    .where('purge_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map(({ kind, takes, kept, doneAt, ...row }) => ({
    ...row,
    kind: PurgeKind.parse(kind),
    takes: Takes.parse(takes),
    kept: Kept.nullable().parse(kept),
    doneAt: doneAt?.toISOString() ?? null,
  }))
}

/** The decision with what it was found to name. */
export async function insert(
  tx: Tx,
  actor: Actor,
  { decision, decidedOn, decidedBy, ground, fileId, lines, ruleIds }: NewPurge,
  items: readonly Surveyed[],
): Promise<Id> {
  const id = randomUUIDv7()
  await tx
    .insertInto('purges')
    .values({
      id,
      decision,
      decided_on: decidedOn,
      decided_by: decidedBy,
      ground,
      file_id: fileId,
      chosen: JSON.stringify({ lines, ruleIds }),
      agency_id: actor.agencyId,
      made_by: actor.accountId,
    })
    .execute()
  if (items.length > 0)
    await tx
      .insertInto('purge_items')
      .values(
        items.map(({ recordId, onDay, takes, keptUntil, ...item }, position) => ({
          ...item,
          purge_id: id,
          position,
          record_id: recordId,
          on_day: onDay,
          takes: JSON.stringify(takes),
          kept_until: keptUntil,
        })),
      )
      .execute()
  return id
}

export async function drop(tx: Tx, id: Id): Promise<void> {
  await tx.deleteFrom('purges').where('id', '=', id).execute()
}

export async function confirm(tx: Tx, id: Id, by: Id, at: Date): Promise<void> {
  await tx
    .updateTable('purges')
    .set({ state: 'waiting', confirmed_by: by, confirmed_at: at, ended_at: null })
    .set({ version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

export interface Due {
  position: number
  kind: PurgeKind
  recordId: Id
}

export function listDue(db: Reader, id: Id): Promise<Due[]> {
  return rowsOf(
    db,
    sql<Due>`select position, kind, record_id as "recordId" from purge_items where purge_id = ${id}
      and kept is null and done_at is null and record_id is not null order by position`,
  )
}

/** Names the decision for row security. */
export async function carry(tx: Tx, id: Id): Promise<void> {
  await sql`select set_config('hopluc.purge', ${id}, true)`.execute(tx)
}

/** Takes the item unless another has done it. */
export async function take(tx: Tx, id: Id, position: number): Promise<boolean> {
  const { rows } =
    await sql`select from purge_items where purge_id = ${id} and position = ${position}
    and done_at is null and kept is null for update`.execute(tx)
  return rows.length > 0
}

/** `reached`: the ids that the audit is swept of when all is done. */
export async function noteDone(
  tx: Tx,
  id: Id,
  position: number,
  places: Places,
  reached: readonly Id[],
): Promise<void> {
  await tx
    .updateTable('purge_items')
    .set({ places: JSON.stringify(places), reached: [...reached], done_at: sql<Date>`now()` })
    .where('purge_id', '=', id)
    .where('position', '=', position)
    .execute()
}

/** What may not go any more when it is its turn. */
export async function keep(
  tx: Tx,
  id: Id,
  position: number,
  { kept, keptUntil }: Pick<Surveyed, 'kept' | 'keptUntil'>,
): Promise<void> {
  await tx
    .updateTable('purge_items')
    .set({ kept, kept_until: keptUntil })
    .where('purge_id', '=', id)
    .where('position', '=', position)
    .execute()
}

export async function listReached(db: Reader, id: Id): Promise<Id[]> {
  const rows = await rowsOf(
    db,
    sql<{ id: Id }>`select distinct unnest(reached) as id from purge_items where purge_id = ${id}`,
  )
  return rows.map((row) => row.id)
}

export async function enter(tx: Tx, id: Id, state: 'running' | 'done' | 'failed'): Promise<void> {
  await tx
    .updateTable('purges')
    .set({ state, ...(state !== 'running' && { ended_at: sql<Date>`now()` }) })
    .set({ version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Confirmed and not ended: what a process that was killed left, too. */
export async function listUnderWay(db: Reader): Promise<Id[]> {
  const rows = await rowsOf(
    db,
    sql<{
      id: Id
    }>`select id from purges where state in ('waiting', 'running') order by confirmed_at`,
  )
  return rows.map(({ id }) => id)
}
