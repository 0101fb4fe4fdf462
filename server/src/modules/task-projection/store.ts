import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Reader, Tx } from '../../platform/db.ts'
import { type DueSoon, SEVEN_DAYS, type TaskSpan } from '../task-clock/index.ts'
import type { Party, Projection, Whole } from './domain.ts'

const CHUNK = 400

/** Writes what the events say into the tasks, their spans and their parties. */
export async function project(tx: Tx, projections: readonly Projection[]): Promise<void> {
  if (projections.length === 0) return
  const ids = projections.map(({ id }) => id)
  const rows = projections.map(({ id, version, state, ownSpans, leadId, isContainer, isGiven }) => {
    return { id, version, state, ownSpans, leadId, isContainer, isGiven }
  })
  await sql`
    update tasks t set version = r.version, state = r.state, own_spans = r."ownSpans",
      lead_id = r."leadId", is_given = r."isGiven", is_container = r."isContainer"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, version int, state jsonb, "ownSpans" jsonb, "leadId" uuid, "isGiven" boolean,
        "isContainer" boolean)
    where t.id = r.id`.execute(tx)
  await tx.deleteFrom('task_spans').where('task_id', 'in', ids).execute()
  await insertSpans(
    tx,
    projections.map(({ id, spans }) => ({ id, spans })),
  )
  await upsertParties(tx, projections)
}

export async function insertSpans(
  tx: Tx,
  tasks: readonly { id: Id; spans: readonly TaskSpan[] }[],
): Promise<void> {
  const rows = tasks.flatMap(({ id, spans }) =>
    spans.map((span) => ({
      task_id: id,
      from_on: span.fromOn,
      until_on: span.untilOn,
      status: span.status,
      due_on: span.dueOn,
      lead_id: span.leadId,
      is_own_late: span.isOwnLate,
      ends_stint: span.endsStint,
    })),
  )
  for (const some of chunks(rows)) await tx.insertInto('task_spans').values(some).execute()
}

/** Parties only come and end: whoever had a task may still read it. */
export async function upsertParties(
  tx: Tx,
  tasks: readonly { id: Id; parties: readonly Party[] }[],
): Promise<void> {
  const rows = tasks.flatMap(({ id, parties }) =>
    parties.map(({ agencyId, part, fromOn, untilOn }) => ({
      task_id: id,
      agency_id: agencyId,
      part,
      from_on: fromOn,
      until_on: untilOn,
    })),
  )
  for (const some of chunks(rows))
    await tx
      .insertInto('task_parties')
      .values(some)
      .onConflict((conflict) =>
        conflict
          .columns(['task_id', 'agency_id', 'part', 'from_on'])
          .doUpdateSet((row) => ({ until_on: row.ref('excluded.until_on') })),
      )
      .execute()
}

const SpanList = z.custom<TaskSpan[]>((value) => Array.isArray(value))
const WholeRow = z.object({
  id: z.string(),
  parent_id: z.string().nullable(),
  lead_id: z.string(),
  own_spans: SpanList,
  parts: z.array(SpanList),
})

/** Locks what is made of parts; undefined for a standing duty, which has a clock of its own. */
export async function findWhole(tx: Tx, id: Id): Promise<Whole | undefined> {
  const { rows } = await sql<object>`select * from whole_of_parts(${id})`.execute(tx)
  if (!rows[0]) return undefined
  const row = WholeRow.parse(rows[0])
  const { parent_id: parentId, lead_id: leadId, own_spans: own, parts } = row
  return { id: row.id, parentId, leadId, own, parts }
}

export async function putSpans(tx: Tx, id: Id, spans: readonly TaskSpan[]): Promise<void> {
  await sql`select put_spans(${id}, ${JSON.stringify(spans)}::jsonb)`.execute(tx)
}

/** Of these tasks, those that have parts which count for them. */
export async function listWholes(db: Reader, ids: readonly Id[]): Promise<Id[]> {
  const rows = await db
    .selectFrom('tasks')
    .distinct()
    .select('parent_id')
    .where('parent_id', 'in', [...ids])
    .where('part_kind', '<>', 'instance')
    .execute()
  return rows.flatMap(({ parent_id }) => parent_id ?? [])
}

/** How many days count as "sắp đến hạn", from which day on. */
export async function dueSoonRules(db: Reader): Promise<DueSoon> {
  const rows = await db
    .selectFrom('settings')
    .select(['from_on', 'value'])
    .where('name', '=', 'tasks.due_soon_days')
    .orderBy('from_on')
    .execute()
  return [
    ...SEVEN_DAYS,
    ...rows.map(({ from_on, value }) => ({ fromOn: from_on, days: z.int().min(0).parse(value) })),
  ]
}

export function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += CHUNK) yield rows.slice(at, at + CHUNK)
}
