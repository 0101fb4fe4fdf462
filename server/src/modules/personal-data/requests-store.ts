import {
  DataRequestAction,
  type DataRequestItem,
  DataRequestKind,
  type DataRequestQuery,
  DataRequestState,
  IdentifiedBy,
  type NewDataRequest,
} from '@hopluc/shared/personal-data'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { randomUUIDv7 } from 'node:crypto'
import type * as z from 'zod'
import type { Reader, Tx } from '../../platform/db.ts'
import { noSuchRequest, requestChanged } from './refusals.ts'

const COLUMNS = sql`r.id, r.number || '/' || r.year as code, r.kind, r.subject_name as "subjectName", r.state,
  r.received_on as "receivedOn", r.answer_due_on as "answerDueOn", r.answered_on as "answeredOn",
  r.complete_due_on as "completeDueOn", r.closed_on as "closedOn"`

export type ItemRow = Omit<DataRequestItem, 'overdue'>

const OPEN = sql`r.state in ('received', 'answered')`
const overdue = (day: PlainDate) => sql`(r.state = 'received' and ${day}::date > r.answer_due_on
  or r.state in ('received', 'answered') and ${day}::date > r.complete_due_on)`

/** Open ones first, by the day on which they are due; then the closed, last first. */
export async function listRequests(
  db: Reader,
  { state, limit, cursor }: DataRequestQuery,
  day: PlainDate,
) {
  const where: RawBuilder<unknown>[] = [sql`true`]
  if (state === 'open') where.push(OPEN)
  if (state === 'overdue') where.push(overdue(day))
  if (state === 'closed') where.push(sql`not (${OPEN})`)
  const place = (row: RawBuilder<unknown>) => sql`(case when ${row}.state = 'received' then 0
      when ${row}.state = 'answered' then 1 else 2 end,
    case ${row}.state when 'received' then ${row}.answer_due_on - date '2000-01-01'
      when 'answered' then ${row}.complete_due_on - date '2000-01-01'
      else date '2200-01-01' - ${row}.closed_on end, ${row}.id)`
  if (cursor)
    where.push(sql`${place(sql`r`)} > (select ${place(sql`c`)} from data_requests c
      where c.id = ${cursor.slice(cursor.lastIndexOf('_') + 1)})`)
  const rows = await db
    .selectFrom(
      sql<ItemRow>`(select ${COLUMNS} from data_requests r where ${sql.join(where, sql` and `)}
        order by ${place(sql`r`)} limit ${limit + 1})`.as('found'),
    )
    .selectAll('found')
    .execute()
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last ? `_${last.id}` : null }
}

export function countRequests(db: Reader, day: PlainDate) {
  return db
    .selectFrom(
      sql<{ open: number; overdue: number; closed: number }>`(
        select count(*) filter (where ${OPEN})::int as open,
          count(*) filter (where ${overdue(day)})::int as overdue,
          count(*) filter (where not (${OPEN}))::int as closed
        from data_requests r)`.as('found'),
    )
    .selectAll('found')
    .executeTakeFirstOrThrow()
}

export async function getRequest(db: Reader, id: Id) {
  const row = await db
    .selectFrom('data_requests')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow(noSuchRequest)
  return {
    id,
    code: `${row.number}/${row.year}`,
    kind: DataRequestKind.parse(row.kind),
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    askerName: row.asker_name,
    askerPhone: row.asker_phone,
    askerEmail: row.asker_email,
    identifiedBy: IdentifiedBy.parse(row.identified_by),
    identityNote: row.identity_note,
    text: row.text,
    receivedOn: row.received_on,
    answerDueOn: row.answer_due_on,
    answeredOn: row.answered_on,
    completeDueOn: row.complete_due_on,
    isExtended: row.is_extended,
    state: DataRequestState.parse(row.state),
    closedOn: row.closed_on,
    isRestricting: row.kind === 'restrict' && row.state === 'completed' && row.lifted_on === null,
    version: row.version,
  }
}
export type RequestRow = Awaited<ReturnType<typeof getRequest>>

export async function listSteps(db: Reader, requestId: Id) {
  const rows = await db
    .selectFrom('data_request_steps')
    .select(['action', 'note', 'on_day', 'recorded_at', 'by_words', 'field', 'before', 'after'])
    .where('request_id', '=', requestId)
    .orderBy('seq', 'desc')
    .execute()
  return rows.map(({ action, on_day, recorded_at, by_words, ...step }) => ({
    ...step,
    action: action === 'register' ? ('register' as const) : DataRequestAction.parse(action),
    on: on_day,
    at: recorded_at.toISOString(),
    by: by_words,
  }))
}

/** Holds the request for this transaction, and refuses a caller who last saw another version. */
export async function lock(tx: Tx, id: Id, version: number): Promise<RequestRow> {
  const request = await getRequest(tx, id)
  const { numUpdatedRows } = await tx
    .updateTable('data_requests')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw requestChanged()
  return request
}

export async function addRequest(
  tx: Tx,
  command: z.output<typeof NewDataRequest>,
  due: { answerDueOn: PlainDate; completeDueOn: PlainDate },
): Promise<Id> {
  const id = randomUUIDv7()
  const year = Number(command.receivedOn.slice(0, 4))
  await tx
    .insertInto('data_requests')
    .values({
      id,
      year,
      number: sql<number>`next_data_request(${year})`,
      kind: command.kind,
      subject_id: command.subjectId,
      subject_name: command.subjectName,
      asker_name: command.askerName,
      asker_phone: command.askerPhone,
      asker_email: command.askerEmail,
      identified_by: command.identifiedBy,
      identity_note: command.identityNote,
      text: command.text,
      received_on: command.receivedOn,
      answer_due_on: due.answerDueOn,
      complete_due_on: due.completeDueOn,
    })
    .execute()
  return id
}

export interface NewStep {
  action: 'register' | DataRequestAction
  note: string | null
  on: PlainDate
  by: string
  field?: string
  before?: string | null
  after?: string | null
}

export async function addStep(tx: Tx, requestId: Id, step: NewStep): Promise<void> {
  await tx
    .insertInto('data_request_steps')
    .values({
      request_id: requestId,
      seq: sql<number>`(select coalesce(max(s.seq), 0) + 1 from data_request_steps s where s.request_id = ${requestId})`,
      action: step.action,
      note: step.note,
      on_day: step.on,
      by_words: step.by,
      field: step.field ?? null,
      before: step.before ?? null,
      after: step.after ?? null,
    })
    .execute()
}

export async function setRequest(
  tx: Tx,
  id: Id,
  set: {
    state?: DataRequestState
    answered_on?: PlainDate
    closed_on?: PlainDate
    lifted_on?: PlainDate
    complete_due_on?: PlainDate
    is_extended?: boolean
  },
): Promise<void> {
  await tx.updateTable('data_requests').set(set).where('id', '=', id).execute()
}
