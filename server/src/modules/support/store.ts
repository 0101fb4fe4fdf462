import type { Explained } from '@hopluc/shared/rules'
import type {
  SupportApplication,
  SupportEvent,
  SupportItem,
  SupportOpinion,
  SupportQuery,
  SupportState,
} from '@hopluc/shared/support'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import {
  agencyNamed,
  both,
  idOfCursor,
  pageOfRows,
  rowsOf,
  unitName,
  unitsUnder,
} from '../units/index.ts'
import { changed, notFound } from './refusals.ts'

export interface Row extends SupportItem {
  isRunner: boolean
  isAppraiser: boolean
  isApplicant: boolean
}

const columns = (day: PlainDate) => sql`s.id, p.kind,
  json_build_object('id', p.id, 'name', p.name) as programme,
  (select json_build_object('id', c.id, 'name', c.name) from support_calls c where c.id = s.call_id) as call,
  (select json_build_object('id', e.id, 'name', e.name) from entities e where e.id = s.entity_id) as entity,
  (select ${unitName('u')} from unit_versions u where u.unit_id = s.unit_id
    order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1) as unit,
  s.title, s.applied_on as "appliedOn", s.asked, s.approved, s.decided_on as "decidedOn", s.disbursed, s.state,
  s.eligibility ->> 'outcome' as outcome, s.is_demo as "isDemo", s.version,
  s.programme_id in (select id from run_programmes) as "isRunner",
  s.programme_id in (select programme_id from appraised_programmes) as "isAppraiser",
  s.applied_agency_id in (select acting_agencies())
    or s.entity_id in (select id from own_entities) as "isApplicant"`
const FROM = sql`support_applications s join support_programmes p on p.id = s.programme_id`

/** The newest first. */
export async function list(db: Reader, query: SupportQuery, day: PlainDate) {
  const where: RawBuilder<unknown>[] = []
  if (query.programme) where.push(sql`s.programme_id = ${query.programme}`)
  if (query.kind) where.push(sql`p.kind = ${query.kind}`)
  if (query.unit) where.push(sql`s.unit_id in ${unitsUnder(query.unit, day)}`)
  if (query.entity) where.push(sql`s.entity_id = ${query.entity}`)
  if (query.state) where.push(sql`s.state = ${query.state}`)
  if (query.cursor)
    where.push(sql`(s.applied_on, s.id) < (select o.applied_on, o.id from support_applications o
      where o.id = ${idOfCursor(query.cursor)})`)
  const rows = await rowsOf(
    db,
    sql<Row>`select ${columns(day)} from ${FROM} where ${both(where)}
      order by s.applied_on desc, s.id desc limit ${query.limit + 1}`,
  )
  return pageOfRows(rows, query.limit)
}

/** All of a call, for its order. */
export function listOfCall(db: Reader, callId: Id, day: PlainDate): Promise<Row[]> {
  return rowsOf(
    db,
    sql<Row>`select ${columns(day)} from ${FROM}
      where s.call_id = ${callId} and s.state not in ('refused', 'withdrawn') order by s.applied_on, s.id`,
  )
}

export interface Whole extends Row {
  ownCapital: number
  checks: SupportApplication['checks']
  results: SupportApplication['results']
  nextDueOn: PlainDate | null
  eligibility: Explained
}

export async function find(db: Reader, id: Id, day: PlainDate): Promise<Whole | undefined> {
  const [row] = await rowsOf(
    db,
    sql<Whole>`select ${columns(day)}, s.own_capital as "ownCapital", s.checks, s.eligibility,
        s.results, s.next_due_on as "nextDueOn"
      from ${FROM} where s.id = ${id}`,
  )
  return row
}

export async function get(db: Reader, id: Id, day: PlainDate): Promise<Whole> {
  const row = await find(db, id, day)
  if (!row) throw notFound()
  return row
}

/** Held until the transaction ends; refuses a caller who last saw another version. */
export async function lock(tx: Tx, id: Id, version: number): Promise<void> {
  const row = await tx
    .selectFrom('support_applications')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row?.version !== version) throw changed()
}

export function listOpinions(db: Reader, id: Id, day: PlainDate): Promise<SupportOpinion[]> {
  return rowsOf(
    db,
    sql<SupportOpinion>`select ${agencyNamed(sql`o.agency_id`, sql`${day}::date`)} as agency,
        o.is_for as "isFor", o.amount, o.text, o.on_day as "onDay", o.by_words as "byWords", o.version,
        o.agency_id in (select acting_agencies()) as "isOwn"
      from support_opinions o where o.application_id = ${id} order by o.on_day, o.agency_id`,
  )
}

export interface EventRow extends SupportEvent {
  clientId: Id | null
}

export function listEvents(db: Reader, id: Id): Promise<EventRow[]> {
  return rowsOf(
    db,
    sql<EventRow>`select seq, action, on_day as "onDay", amount, paper, text, by_words as "byWords",
        client_id as "clientId",
        to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt"
      from support_events where application_id = ${id} order by seq`,
  )
}

/** Other support of the same cooperative that was granted within a year of this. */
export function listOverlaps(
  db: Reader,
  { id, entity, decidedOn, appliedOn }: SupportItem,
): Promise<SupportApplication['overlaps']> {
  return rowsOf(
    db,
    sql<
      SupportApplication['overlaps'][number]
    >`select s.id, s.title, p.name as programme, p.kind, s.approved
      from ${FROM} where s.entity_id = ${entity.id} and s.id <> ${id}
        and s.state in ('approved', 'running', 'accepted')
        and abs(s.decided_on - ${decidedOn ?? appliedOn}::date) <= 366
      order by s.decided_on desc, s.id limit 20`,
  )
}

export interface NewRow {
  id: Id
  callId: Id
  programmeId: Id
  entityId: Id
  unitId: Id
  title: string
  asked: number
  ownCapital: number
  checks: SupportApplication['checks']
  eligibility: Explained
  appliedOn: PlainDate
}

/** False where the cooperative has an application in this call. */
export async function insert(
  tx: Tx,
  given: NewRow,
  by: { accountId: Id; agencyId: Id; byWords: string },
): Promise<boolean> {
  const made = await tx
    .insertInto('support_applications')
    .values({
      id: given.id,
      call_id: given.callId,
      programme_id: given.programmeId,
      entity_id: given.entityId,
      unit_id: given.unitId,
      title: given.title,
      asked: given.asked,
      own_capital: given.ownCapital,
      checks: JSON.stringify(given.checks),
      eligibility: JSON.stringify(given.eligibility),
      applied_on: given.appliedOn,
      applied_agency_id: by.agencyId,
      applied_by: by.accountId,
      applied_words: by.byWords,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export interface Patch {
  state?: SupportState
  approved?: number
  decidedOn?: PlainDate
  disbursed?: number
  nextDueOn?: PlainDate | null
  results?: SupportApplication['results']
  checks?: SupportApplication['checks']
}

export async function update(tx: Tx, id: Id, patch: Patch): Promise<void> {
  await tx
    .updateTable('support_applications')
    .set(({ eb }) => ({
      ...(patch.state && { state: patch.state }),
      ...(patch.approved !== undefined && { approved: patch.approved }),
      ...(patch.decidedOn && { decided_on: patch.decidedOn }),
      ...(patch.disbursed !== undefined && { disbursed: patch.disbursed }),
      ...(patch.nextDueOn !== undefined && { next_due_on: patch.nextDueOn }),
      ...(patch.results && { results: JSON.stringify(patch.results) }),
      ...(patch.checks && { checks: JSON.stringify(patch.checks) }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export interface Step {
  action: SupportEvent['action']
  on: PlainDate
  at: Date
  by: { accountId: Id; byWords: string }
  amount?: number
  clientId?: Id
  paper?: string | null
  text?: string | null
}

export async function append(tx: Tx, id: Id, seq: number, step: Step): Promise<void> {
  await tx
    .insertInto('support_events')
    .values({
      application_id: id,
      seq,
      action: step.action,
      on_day: step.on,
      amount: step.amount ?? null,
      client_id: step.clientId ?? null,
      paper: step.paper ?? null,
      text: step.text ?? null,
      made_by: step.by.accountId,
      by_words: step.by.byWords,
      made_at: step.at,
    })
    .execute()
}

export async function unitsAbove(db: Reader, unitId: Id, day: PlainDate): Promise<Id[]> {
  const rows = await db
    .selectFrom('unit_ancestry')
    .select('ancestor_id')
    .where('descendant_id', '=', unitId)
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .execute()
  return rows.map((row) => row.ancestor_id)
}
