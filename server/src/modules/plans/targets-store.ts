import { Counted, type TargetContent, TargetExpression } from '@hopluc/shared/plans'
import { TaskStatus } from '@hopluc/shared/task-deeds'
import type { Id, Named, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import type { Reader, Tx } from '../../platform/db.ts'
import { agencyNamed, rowsOf } from '../units/index.ts'
import { changed, targetNotFound } from './refusals.ts'

export interface TargetFacts {
  id: Id
  planId: Id
  parentId: Id | null
  position: number
  words: string
  quote: string | null
  measure: string
  expression: TargetExpression
  counted: Counted
  whole: number | null
  wholeNote: string | null
  isRegistered: boolean
  lead: Named | null
  adjusted: string | null
  version: number
  isDemo: boolean
  tasks: number
}

type Kept = Omit<TargetFacts, 'expression' | 'counted'> & { expression: unknown; counted: unknown }

/** In the order of the document, each with what belongs to it after it; worded as they were on the day. */
export async function list(
  db: Reader,
  where: { planId: Id } | { id: Id },
  day: PlainDate,
): Promise<TargetFacts[]> {
  const chosen = 'id' in where ? sql`t.id = ${where.id}` : sql`t.plan_id = ${where.planId}`
  const rows = await rowsOf(
    db,
    sql<Kept>`select t.id, t.plan_id as "planId", t.parent_id as "parentId", t.position, t.quote, t.counted,
        coalesce(former.words, t.words) as words, coalesce(former.measure, t.measure) as measure,
        coalesce(former.expression, t.expression) as expression,
        case when t.whole_on <= ${day}::date then t.whole end as whole,
        case when t.whole_on <= ${day}::date then t.whole_note end as "wholeNote",
        t.is_registered as "isRegistered", ${agencyNamed(sql`t.lead_id`, sql`${day}::date`)} as lead,
        case when former.id is null then t.adjusted else former.adjusted end as adjusted, t.version, t.is_demo as "isDemo",
        (select count(*)::int from target_tasks k join tasks x on x.id = k.task_id
          where k.target_id = t.id and k.on_day <= ${day}::date) as tasks
      from targets t left join targets above on above.id = t.parent_id
      left join lateral (select * from target_wordings w where w.target_id = t.id and w.changed_on > ${day}::date
        order by w.changed_on, w.id limit 1) former on true
      where ${chosen}
      order by coalesce(above.position, t.position), coalesce(above.id, t.id), t.parent_id nulls first,
        t.position, t.id`,
  )
  return rows.map((row) => ({
    ...row,
    expression: TargetExpression.parse(row.expression),
    counted: Counted.parse(row.counted),
  }))
}

export async function get(db: Reader, id: Id, day: PlainDate): Promise<TargetFacts> {
  const [row] = await list(db, { id }, day)
  if (!row) throw targetNotFound()
  return row
}

export async function lock(tx: Tx, id: Id, version?: number): Promise<void> {
  const row = await tx
    .selectFrom('targets')
    .select('version')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw targetNotFound()
  if (version !== undefined && row.version !== version) throw changed('targets')
}

const written = (content: TargetContent, place: [number, number] | null) => ({
  parent_id: content.parentId,
  position: content.position,
  words: content.words,
  quote: content.quote,
  start_at: place?.[0] ?? null,
  end_at: place?.[1] ?? null,
  measure: content.measure,
  expression: JSON.stringify(content.expression),
  counted: JSON.stringify(content.counted),
  is_registered: content.isRegistered,
  lead_id: content.leadId,
})

/** Where the sentence stands in the plan's paper. */
export function placeIn(text: string | null, quote: string | null): [number, number] | null {
  const start = text === null || quote === null ? -1 : text.indexOf(quote)
  return start < 0 || quote === null ? null : [start, start + quote.length]
}

export async function insert(
  tx: Tx,
  planId: Id,
  content: TargetContent,
  place: [number, number] | null,
): Promise<Id> {
  const id = newId()
  await tx
    .insertInto('targets')
    .values({ id, plan_id: planId, ...written(content, place) })
    .execute()
  return id
}

/** The same targets for another plan; those that belong to one follow it. */
export async function copy(
  tx: Tx,
  facts: readonly TargetFacts[],
  planId: Id,
  isRegistered: boolean,
): Promise<void> {
  const ids = new Map(facts.map(({ id }) => [id, newId()]))
  const rows = facts.map(({ lead, ...fact }, position) => ({
    ...written(
      {
        ...fact,
        quote: null,
        position,
        isRegistered: fact.isRegistered || (isRegistered && fact.expression.as === 'number'),
        leadId: lead?.id ?? null,
        parentId: fact.parentId === null ? null : (ids.get(fact.parentId) ?? null),
      },
      null,
    ),
    id: ids.get(fact.id) ?? newId(),
    plan_id: planId,
  }))
  if (rows.length > 0) await tx.insertInto('targets').values(rows).execute()
}

export async function change(
  tx: Tx,
  id: Id,
  content: TargetContent,
  place: [number, number] | null,
  adjusted?: string | null,
): Promise<void> {
  await tx
    .updateTable('targets')
    .set(({ eb }) => ({
      ...written(content, place),
      ...(adjusted && { adjusted }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export async function remove(tx: Tx, id: Id): Promise<void> {
  await tx.deleteFrom('targets').where('parent_id', '=', id).execute()
  await tx.deleteFrom('targets').where('id', '=', id).execute()
}

export async function touch(tx: Tx, id: Id): Promise<void> {
  await tx
    .updateTable('targets')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function fixWhole(
  tx: Tx,
  id: Id,
  fixed: { whole: number; note: string; on: PlainDate; by: Id },
): Promise<void> {
  await tx
    .updateTable('targets')
    .set(({ eb }) => ({
      whole: fixed.whole,
      whole_note: fixed.note,
      whole_on: fixed.on,
      whole_by: fixed.by,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export interface LinkedTask {
  id: Id
  code: string
  title: string
  kind: 'explanation' | 'action'
  status: TaskStatus | null
  dueOn: PlainDate | null
  lead: Named | null
}

export async function tasksOf(db: Reader, targetId: Id, day: PlainDate): Promise<LinkedTask[]> {
  const rows = await rowsOf(
    db,
    sql<Omit<LinkedTask, 'status'> & { status: string | null }>`select t.id,
        concat(t.number, nullif(concat('.', t.part_no), '.'), '/', t.year) as code, t.title, k.kind, s.status, s.due_on as "dueOn",
        ${agencyNamed(sql`t.lead_id`, sql`${day}::date`)} as lead
      from target_tasks k join tasks t on t.id = k.task_id
      left join task_spans s on s.task_id = t.id and ${day}::date between s.from_on and s.until_on
      where k.target_id = ${targetId} and k.on_day <= ${day}::date order by k.on_day desc, t.id`,
  )
  return rows.map((row) => ({
    ...row,
    status: TaskStatus.nullable().catch(null).parse(row.status),
  }))
}

export async function linkTask(
  tx: Tx,
  link: {
    targetId: Id
    taskId: Id
    kind: 'explanation' | 'action'
    unitId: Id | null
    words: string
    on: PlainDate
  },
): Promise<void> {
  await tx
    .insertInto('target_tasks')
    .values({
      target_id: link.targetId,
      task_id: link.taskId,
      kind: link.kind,
      unit_id: link.unitId,
      asked_words: link.words,
      on_day: link.on,
    })
    .onConflict((on) => on.columns(['target_id', 'task_id']).doNothing())
    .execute()
}

/** The People's Committees of these units on the day, and the one in charge of the target. */
export function answerable(
  db: Reader,
  unitIds: readonly Id[],
  leadId: Id | null,
  day: PlainDate,
): Promise<(Named & { unitId: Id })[]> {
  return rowsOf(
    db,
    sql<Named & { unitId: Id }>`select v.agency_id as id, v.name, v.short_name as "shortName",
        v.unit_id as "unitId"
      from agency_versions v where ${day}::date between v.from_on and v.until_on
        and (v.agency_id = ${leadId} or v.kind = 'people_committee' and v.unit_id = any (${[...unitIds]}::uuid[]))
      order by (v.agency_id = ${leadId}) desc nulls last, v.name collate "vi-x-icu"`,
  )
}
