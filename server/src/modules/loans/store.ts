import type { LoanEvent, LoanItem, LoanQuery, LoanState } from '@hopluc/shared/loans'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { both, idOfCursor, pageOfRows, rowsOf, unitName, unitsUnder } from '../units/index.ts'
import type { Terms } from './domain.ts'
import type { Due } from './ledger-shape.ts'
import { changed, notFound } from './refusals.ts'

export interface Row extends Omit<LoanItem, 'daysLate' | 'debtGroup'> {
  groupDays: number[] | null
  isLender: boolean
  isRequester: boolean
}

const columns = (day: PlainDate) => sql`l.id,
  json_build_object('id', f.id, 'name', f.name) as fund, f.group_days as "groupDays",
  (select json_build_object('id', e.id, 'name', e.name) from entities e where e.id = l.entity_id) as entity,
  (select ${unitName('u')} from unit_versions u where u.unit_id = l.unit_id
    order by (${day}::date between u.from_on and u.until_on) desc, u.from_on desc limit 1) as unit,
  l.purpose, l.requested_on as "requestedOn", l.state, l.asked, l.approved, l.disbursed, l.outstanding,
  (select min(d.due_on) from loan_dues d where d.loan_id = l.id and d.settled_on is null
    and d.due_on < ${day}::date) as "overdueSince",
  l.is_restructured as "isRestructured", l.is_demo as "isDemo", l.version,
  l.fund_id in (select id from run_funds) as "isLender",
  l.requested_agency_id in (select acting_agencies())
    or l.entity_id in (select id from own_entities) as "isRequester"`

/** The newest requests first. */
export async function list(db: Reader, query: LoanQuery, day: PlainDate) {
  const where: RawBuilder<unknown>[] = []
  if (query.fund) where.push(sql`l.fund_id = ${query.fund}`)
  if (query.unit) where.push(sql`l.unit_id in ${unitsUnder(query.unit, day)}`)
  if (query.entity) where.push(sql`l.entity_id = ${query.entity}`)
  if (query.state) where.push(sql`l.state = ${query.state}`)
  if (query.overdue)
    where.push(sql`exists (select from loan_dues d where d.loan_id = l.id and d.settled_on is null
      and d.due_on < ${day}::date)`)
  if (query.cursor)
    where.push(sql`(l.requested_on, l.id) < (select o.requested_on, o.id from loans o
      where o.id = ${idOfCursor(query.cursor)})`)
  const rows = await rowsOf(
    db,
    sql<Row>`select ${columns(day)} from loans l join loan_funds f on f.id = l.fund_id
      where ${both(where)} order by l.requested_on desc, l.id desc limit ${query.limit + 1}`,
  )
  return pageOfRows(rows, query.limit)
}

export interface Whole extends Row {
  fundId: Id
  projectTotal: number
  ownCapital: number
  collateral: string | null
  terms: Terms
}

export async function find(db: Reader, id: Id, day: PlainDate): Promise<Whole | undefined> {
  const [row] = await rowsOf(
    db,
    sql<Whole>`select ${columns(day)}, l.fund_id as "fundId", l.project_total as "projectTotal",
        l.own_capital as "ownCapital", l.collateral,
        json_build_object('yearlyRate', l.yearly_rate, 'latePercent', l.late_percent, 'basis', l.basis,
          'method', l.method, 'months', l.months, 'everyMonths', l.every_months,
          'graceMonths', l.grace_months) as terms
      from loans l join loan_funds f on f.id = l.fund_id where l.id = ${id}`,
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
    .selectFrom('loans')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row?.version !== version) throw changed()
}

export interface Event extends Omit<LoanEvent, 'split' | 'isReversed' | 'terms'> {
  clientId: Id | null
  reverses: number | null
  /** Of an approval or a restructuring. */
  terms: Terms | null
  /** Days of the instalments, of a tranche or a restructuring. */
  days: PlainDate[] | null
}

export function listEvents(db: Reader, id: Id): Promise<Event[]> {
  return rowsOf(
    db,
    sql<Event>`select seq, action, on_day as "onDay", amount, paper, text, reverses,
        client_id as "clientId", details -> 'terms' as terms, details -> 'days' as days,
        details ->> 'contract' as contract,
        by_words as "byWords",
        to_char(made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt"
      from loan_events where loan_id = ${id} order by seq`,
  )
}

/** Where a borrower lies that may borrow: under the fund's unit, of one's area or of one's own fund. */
export async function placeOf(db: Reader, entityId: Id, day: PlainDate): Promise<Id | undefined> {
  const [row] = await rowsOf(
    db,
    sql<{ unitId: Id }>`select p.unit_id as "unitId" from entity_places p
      join entities e on e.id = p.entity_id
      where p.entity_id = ${entityId} and ${day}::date between p.from_on and p.until_on
      limit 1`,
  )
  return row?.unitId
}

/** The record in the register of the agency for which a cooperative's people speak. */
export async function ownEntity(db: Reader, agencyId: Id): Promise<Id | undefined> {
  const row = await db
    .selectFrom('entities')
    .select('id')
    .where('agency_id', '=', agencyId)
    .orderBy('id')
    .executeTakeFirst()
  return row?.id
}

export async function liesUnder(db: Reader, unitId: Id, aboveId: Id, day: PlainDate) {
  const row = await db
    .selectFrom('unit_ancestry')
    .select('descendant_id')
    .where('ancestor_id', '=', aboveId)
    .where('descendant_id', '=', unitId)
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .executeTakeFirst()
  return row !== undefined
}

/** For how many days the borrower is late with any loan of the fund. */
export async function worstDelay(db: Reader, fundId: Id, entityId: Id, day: PlainDate) {
  const [row] = await rowsOf(
    db,
    sql<{ days: number }>`select coalesce(max(${day}::date - d.due_on), 0)::int as days
      from loans l join loan_dues d on d.loan_id = l.id
      where l.fund_id = ${fundId} and l.entity_id = ${entityId} and d.settled_on is null
        and d.due_on < ${day}::date`,
  )
  return row?.days ?? 0
}

export interface NewRow {
  id: Id
  fundId: Id
  entityId: Id
  unitId: Id
  purpose: string
  projectTotal: number
  ownCapital: number
  amount: number
  collateral: string | null
  requestedOn: PlainDate
  terms: Terms
}

export async function insert(
  tx: Tx,
  given: NewRow,
  by: { accountId: Id; agencyId: Id; byWords: string },
): Promise<void> {
  await tx
    .insertInto('loans')
    .values({
      id: given.id,
      fund_id: given.fundId,
      entity_id: given.entityId,
      unit_id: given.unitId,
      purpose: given.purpose,
      project_total: given.projectTotal,
      own_capital: given.ownCapital,
      asked: given.amount,
      collateral: given.collateral,
      requested_on: given.requestedOn,
      requested_agency_id: by.agencyId,
      requested_by: by.accountId,
      requested_words: by.byWords,
      ...termColumns(given.terms),
    })
    .execute()
}

const termColumns = (terms: Terms) => ({
  yearly_rate: terms.yearlyRate,
  late_percent: terms.latePercent,
  basis: terms.basis,
  method: terms.method,
  months: terms.months,
  every_months: terms.everyMonths,
  grace_months: terms.graceMonths,
})

export interface Patch {
  state?: LoanState
  approved?: number
  terms?: Terms
  disbursed?: number
  outstanding?: number
  isRestructured?: boolean
}

export async function update(tx: Tx, id: Id, patch: Patch): Promise<void> {
  await tx
    .updateTable('loans')
    .set(({ eb }) => ({
      ...(patch.state && { state: patch.state }),
      ...(patch.approved !== undefined && { approved: patch.approved }),
      ...(patch.terms && termColumns(patch.terms)),
      ...(patch.disbursed !== undefined && { disbursed: patch.disbursed }),
      ...(patch.outstanding !== undefined && { outstanding: patch.outstanding }),
      ...(patch.isRestructured !== undefined && { is_restructured: patch.isRestructured }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export async function replaceDues(tx: Tx, id: Id, dues: readonly Due[]): Promise<void> {
  await tx.deleteFrom('loan_dues').where('loan_id', '=', id).execute()
  if (dues.length === 0) return
  await tx
    .insertInto('loan_dues')
    .values(
      dues.map((due, position) => ({
        loan_id: id,
        position,
        due_on: due.dueOn,
        principal: due.principal,
        interest: due.interest,
        settled_on: due.settledOn,
      })),
    )
    .execute()
}

export interface Step {
  action: LoanEvent['action']
  on: PlainDate
  at: Date
  by: { accountId: Id; byWords: string }
  amount?: number
  /** Of a payment: what of it went to principal. */
  principal?: number
  clientId?: Id
  paper?: string | null
  text?: string | null
  reverses?: number
  details?: object
}

export async function append(tx: Tx, id: Id, seq: number, step: Step): Promise<void> {
  await tx
    .insertInto('loan_events')
    .values({
      loan_id: id,
      seq,
      action: step.action,
      on_day: step.on,
      amount: step.amount ?? null,
      principal: step.principal ?? null,
      client_id: step.clientId ?? null,
      paper: step.paper ?? null,
      text: step.text ?? null,
      reverses: step.reverses ?? null,
      details: JSON.stringify(step.details ?? {}),
      made_by: step.by.accountId,
      by_words: step.by.byWords,
      made_at: step.at,
    })
    .execute()
}

/** One at a time is approved or related in a fund: its limits count what others owe. */
export async function holdFund(tx: Tx, fundId: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${fundId}, 55))`.execute(tx)
}
