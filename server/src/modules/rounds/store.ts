import type { Asked, Round, RoundPeriod, RoundQuery } from '@hopluc/shared/rounds'
import type { UnitName } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { agencyNamed, both, rowsOf, unitName } from '../units/index.ts'
import type { RoundDays } from './domain.ts'
import { roundChanged, roundNotFound } from './refusals.ts'

export type RoundRow = Omit<Round, 'counts' | 'allowed' | 'deadlines'> & {
  deadlines: Omit<Round['deadlines'][number], 'isDayOff'>[]
  isOwn: boolean
  level: string | null
}

const columns = (day: PlainDate) => sql`o.id, o.title, o.level,
  json_build_object('id', f.id, 'code', f.code, 'name', f.name, 'no', o.form_no) as form,
  json_build_object('id', p.id, 'kind', p.kind, 'year', extract(year from p.from_on)::int,
    'part', case p.kind when 'month' then extract(month from p.from_on)::int
      when 'quarter' then extract(quarter from p.from_on)::int
      when 'half' then (extract(month from p.from_on)::int + 5) / 6 else 1 end,
    'fromOn', p.from_on, 'untilOn', p.until_on) as period,
  (select ${unitName('u')} from unit_versions u where u.unit_id = o.unit_id
    order by (o.cutoff_on between u.from_on and u.until_on) desc, u.from_on desc limit 1) as unit,
  ${agencyNamed(sql`o.receiver_id`, sql`${day}::date`)} as receiver,
  ${agencyNamed(sql`o.checker_id`, sql`${day}::date`)} as checker, o.parent_id as "parentId",
  (select a.title from rounds a where a.id = o.parent_id) as "parentTitle",
  o.opens_on as "opensOn", o.cutoff_on as "cutoffOn", o.estimate_on as "estimateOn", o.deadlines,
  o.check_due_on as "checkDueOn", o.paper, o.state, o.is_demo as "isDemo", o.version,
  o.receiver_id in (select acting_agencies()) as "isOwn"`

/** The newest cut-off first; a cursor is `day_id`. */
export function listRounds(
  db: Reader,
  day: PlainDate,
  query: Partial<RoundQuery> & { id?: Id },
): Promise<RoundRow[]> {
  const where: RawBuilder<unknown>[] = []
  if (query.id) where.push(sql`o.id = ${query.id}`)
  if (query.state) where.push(sql`o.state = ${query.state}`)
  if (query.form) where.push(sql`o.form_id = ${query.form}`)
  if (query.year) where.push(sql`extract(year from p.from_on) = ${query.year}`)
  if (query.cursor) {
    const at = query.cursor.lastIndexOf('_')
    where.push(
      sql`(o.cutoff_on, o.id) < (${query.cursor.slice(0, at)}::date, ${query.cursor.slice(at + 1)}::uuid)`,
    )
  }
  return rowsOf(
    db,
    sql<RoundRow>`select ${columns(day)} from rounds o join report_forms f on f.id = o.form_id
      join periods p on p.id = o.period_id
      where ${both(where)} order by o.cutoff_on desc, o.id desc limit ${(query.limit ?? 1) + 1}`,
  )
}

export async function getRound(db: Reader, day: PlainDate, id: Id): Promise<RoundRow> {
  const [round] = await listRounds(db, day, { id })
  if (!round) throw roundNotFound()
  return round
}

export interface AskedAgency {
  agencyId: Id
  unitId: Id
}

/** Whom a round asks on the day: the people's committees of a level below a unit, or agencies by name. */
export function listAsked(db: Reader, asked: Asked, day: PlainDate): Promise<AskedAgency[]> {
  const on = sql`${day}::date`
  return rowsOf(
    db,
    asked.by === 'level'
      ? sql<AskedAgency>`select distinct on (u.unit_id) v.agency_id as "agencyId", u.unit_id as "unitId"
          from unit_ancestry a join unit_versions u on u.unit_id = a.descendant_id
            and ${on} between u.from_on and u.until_on
          join agency_versions v on v.unit_id = u.unit_id and v.kind = 'people_committee'
            and ${on} between v.from_on and v.until_on
          where a.ancestor_id = ${asked.unitId} and u.level = ${asked.level}
            and ${on} between a.from_on and a.until_on
          order by u.unit_id, v.agency_id`
      : sql<AskedAgency>`select v.agency_id as "agencyId", v.unit_id as "unitId" from agency_versions v
          where v.agency_id = any (${asked.agencyIds}::uuid[]) and ${on} between v.from_on and v.until_on`,
  )
}

/** Units of the level that have no people's committee on the day. */
export function withoutAgency(db: Reader, asked: Asked, day: PlainDate): Promise<UnitName[]> {
  if (asked.by === 'agencies') return Promise.resolve([])
  const on = sql`${day}::date`
  return rowsOf(
    db,
    sql<UnitName>`select u.unit_id as id, u.level, u.kind, u.name from unit_ancestry a
      join unit_versions u on u.unit_id = a.descendant_id and ${on} between u.from_on and u.until_on
      where a.ancestor_id = ${asked.unitId} and u.level = ${asked.level} and ${on} between a.from_on and a.until_on
        and not exists (select from agency_versions v where v.unit_id = u.unit_id and v.kind = 'people_committee'
          and ${on} between v.from_on and v.until_on)
      order by u.name, u.unit_id limit 200`,
  )
}

/** Those of these units that are outside the area of whoever acts. */
export async function countOutside(db: Reader, unitIds: readonly Id[]): Promise<number> {
  const [row] = await rowsOf(
    db,
    sql<{
      count: number
    }>`select count(*)::int as count from unnest(${[...new Set(unitIds)]}::uuid[]) u (id)
      where u.id not in (select acting_area())`,
  )
  return row?.count ?? 0
}

export function listAlready(
  db: Reader,
  formId: Id,
  periodId: number,
  agencyIds: readonly Id[],
): Promise<{ id: Id; title: string }[]> {
  return rowsOf(
    db,
    sql<{ id: Id; title: string }>`select o.id, o.title from rounds o
      where o.form_id = ${formId} and o.period_id = ${periodId} and exists (select from returns r
        where r.round_id = o.id and r.agency_id = any (${[...agencyIds]}::uuid[]))
      order by o.id limit 20`,
  )
}

/** Rounds of the period into which one over the area may flow. */
export function listAbove(
  db: Reader,
  unitId: Id,
  periodId: number,
): Promise<{ id: Id; title: string }[]> {
  return rowsOf(
    db,
    sql<{ id: Id; title: string }>`select id, title from rounds_above(${unitId}, ${periodId})`,
  )
}

/** The standing agency of a committee, else the unit of an agency, on the day. */
export async function unitOf(db: Reader, agencyId: Id, day: PlainDate): Promise<Id | undefined> {
  const [row] = await rowsOf(
    db,
    sql<{ id: Id }>`select unit_id as id from agency_versions where agency_id = ${agencyId}
      order by (${day}::date between from_on and until_on) desc, from_on desc limit 1`,
  )
  return row?.id
}

export interface RoundToOpen extends RoundDays {
  id: Id
  formId: Id
  formNo: number
  period: RoundPeriod
  unitId: Id
  level: string | null
  receiverId: Id
  checkerId: Id | null
  parentId: Id | null
  title: string
  paper: string | null
  openedBy: Id
  now: Date
}

export async function insertRound(tx: Tx, round: RoundToOpen): Promise<void> {
  await tx
    .insertInto('rounds')
    .values({
      id: round.id,
      form_id: round.formId,
      form_no: round.formNo,
      period_id: round.period.id,
      unit_id: round.unitId,
      level: round.level,
      receiver_id: round.receiverId,
      checker_id: round.checkerId,
      parent_id: round.parentId,
      title: round.title,
      opens_on: round.opensOn,
      cutoff_on: round.cutoffOn,
      estimate_on: round.estimateOn,
      deadlines: JSON.stringify(round.deadlines),
      check_due_on: round.checkDueOn,
      paper: round.paper,
      opened_by: round.openedBy,
      opened_at: round.now,
    })
    .execute()
}

/** A return for each of those asked, and that their statements are awaited: one statement each. */
export async function insertReturns(
  tx: Tx,
  round: RoundToOpen,
  asked: readonly AskedAgency[],
  dueOn: PlainDate,
): Promise<void> {
  const rows = JSON.stringify(asked)
  await sql`insert into returns (id, round_id, unit_id, agency_id, receiver_id, checker_id, check_state, due_on,
      check_due_on)
    select gen_random_uuid(), ${round.id}, a."unitId", a."agencyId", ${round.receiverId}, ${round.checkerId}::uuid,
      ${round.checkerId === null ? null : 'waiting'}::text, ${dueOn}, ${round.checkDueOn}::date
    from jsonb_to_recordset(${rows}::jsonb) as a ("agencyId" uuid, "unitId" uuid)`.execute(tx)
  await sql`insert into expected_reporters (period_id, unit_id)
    select distinct ${round.period.id}::int, a."unitId"
    from jsonb_to_recordset(${rows}::jsonb) as a ("unitId" uuid)
    on conflict do nothing`.execute(tx)
}

export async function lock(tx: Tx, id: Id, version: number): Promise<void> {
  const row = await tx
    .selectFrom('rounds')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw roundNotFound()
  if (row.version !== version) throw roundChanged()
}

export async function change(
  tx: Tx,
  id: Id,
  to: {
    title?: string
    deadlines?: string
    check_due_on?: PlainDate | null
    paper?: string | null
    state?: 'open' | 'closed'
  },
): Promise<void> {
  await tx
    .updateTable('rounds')
    .set({ ...to, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

export async function moveDays(tx: Tx, id: Id): Promise<void> {
  await sql`select move_return_days(${id})`.execute(tx)
}

/** Marks those that have not sent as reminded today; answers which. */
export async function markReminded(
  tx: Tx,
  id: Id,
  returnIds: readonly Id[],
): Promise<{ id: Id; agencyId: Id }[]> {
  const chosen = returnIds.length > 0 ? sql`${[...returnIds]}::uuid[]` : sql`null::uuid[]`
  const { rows } = await sql<{ id: Id; agencyId: Id }>`with reminded as materialized (
      select remind_returns(${id}, ${chosen}) as id)
    select r.id, r.agency_id as "agencyId" from reminded join returns r using (id)`.execute(tx)
  return rows
}

/** Of those that have not sent: how many were reminded today already, and which nobody signs in for. */
export async function countUnreached(
  db: Reader,
  id: Id,
  day: PlainDate,
  returnIds: readonly Id[],
): Promise<{ already: number; withoutAccount: number }> {
  const [row] = await rowsOf(
    db,
    sql<{ already: number; withoutAccount: number }>`select
        count(*) filter (where r.reminded_on = ${day}::date)::int as already,
        count(*) filter (where r.reminded_on is distinct from ${day}::date and not exists (
          select from posts p join agency_versions v on v.agency_id = p.agency_id
          where ${day}::date between p.from_on and p.until_on and ${day}::date between v.from_on and v.until_on
            and (v.agency_id = r.agency_id or v.acts_for_id = r.agency_id)
            and p.role in ('officer', 'leader', 'clerk')))::int as "withoutAccount"
      from returns r where r.round_id = ${id} and r.state in ('open', 'with_leader', 'returned')
        and ${returnIds.length > 0 ? sql`r.id = any (${[...returnIds]}::uuid[])` : sql`true`}`,
  )
  return row ?? { already: 0, withoutAccount: 0 }
}
