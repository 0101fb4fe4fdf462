import { DueSource, Manner, TaskEvent, TaskStatus } from '@hopluc/shared/task-deeds'
import { TaskOrigin, TaskPartKind } from '@hopluc/shared/tasks'
import type { Id, Named, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import { TaskState } from '../task-states/index.ts'
import type { PartTotals, TaskRecord } from './domain.ts'

const COLUMNS = [
  't.id',
  't.issuer_id as issuerId',
  't.year',
  't.number',
  't.part_no as partNo',
  't.parent_id as parentId',
  't.part_kind',
  't.directive_id as directiveId',
  't.document_id as documentId',
  't.item',
  't.title',
  't.content',
  't.product',
  't.manner',
  't.origin',
  't.due_text as dueText',
  't.due_source',
  't.recurrence',
  't.lead_id as leadId',
  't.directed_by as directedBy',
  't.tracker_code as trackerCode',
  't.is_container as isContainer',
  't.version',
  't.state',
  's.status',
  's.due_on as dueOn',
  's.from_on as fromOn',
  's.lead_id as spanLeadId',
  'd.symbol as documentSymbol',
  'd.issued_on as documentIssuedOn',
  'd.abstract as documentAbstract',
] as const

/** Tasks with the status and term that they had on a day, within the reach of row security. */
export function onDay(db: Reader, day: PlainDate) {
  return db
    .selectFrom('tasks as t')
    .innerJoin('task_spans as s', 's.task_id', 't.id')
    .leftJoin('documents as d', 'd.id', 't.document_id')
    .where('s.from_on', '<=', day)
    .where('s.until_on', '>=', day)
}

export function selectRecords(rows: ReturnType<typeof onDay>) {
  return rows.select(COLUMNS)
}
type RawRecord = Awaited<ReturnType<ReturnType<typeof selectRecords>['execute']>>[number]

export function toRecord({ part_kind, due_source, state, ...row }: RawRecord): TaskRecord {
  return {
    ...row,
    state: TaskState.parse(state),
    status: TaskStatus.parse(row.status),
    manner: Manner.parse(row.manner),
    origin: TaskOrigin.parse(row.origin),
    partKind: TaskPartKind.nullable().parse(part_kind),
    dueSource: DueSource.nullable().parse(due_source),
  }
}

/** Names on a day; of what no longer is, the last one. `needsApproval` is of today. */
export async function agencies(
  db: Reader,
  ids: readonly Id[],
  day: PlainDate,
): Promise<Map<Id, Named & { needsApproval: boolean; manner: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('agency_versions')
    .distinctOn('agency_id')
    .select(['agency_id', 'name', 'short_name', 'needs_approval', 'manner'])
    .where('agency_id', 'in', [...new Set(ids)])
    .orderBy('agency_id')
    .orderBy(sql`(${sql.lit(day)}::date between from_on and until_on) desc`)
    .orderBy('from_on', 'desc')
    .execute()
  return new Map(
    rows.map(({ agency_id, name, short_name, needs_approval, manner }) => [
      agency_id,
      { id: agency_id, name, shortName: short_name, needsApproval: needs_approval, manner },
    ]),
  )
}

/** The agency of a post, and the one that it acts for: Phòng Kinh tế for its UBND xã. */
export async function agenciesOf(db: Reader, agencyId: Id, day: PlainDate): Promise<Id[]> {
  const row = await db
    .selectFrom('agency_versions')
    .select('acts_for_id')
    .where('agency_id', '=', agencyId)
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .executeTakeFirst()
  return row?.acts_for_id ? [agencyId, row.acts_for_id] : [agencyId]
}

/** How the parts of some tasks stand on a day; what was cancelled is not counted. */
export async function partTotals(
  db: Reader,
  ids: readonly Id[],
  day: PlainDate,
): Promise<Map<Id, PartTotals>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('tasks as t')
    .innerJoin('task_spans as s', 's.task_id', 't.id')
    .where('t.parent_id', 'in', [...ids])
    .where('t.part_kind', '<>', 'instance')
    .where('s.from_on', '<=', day)
    .where('s.until_on', '>=', day)
    .where('s.status', '<>', 'cancelled')
    .groupBy('t.parent_id')
    .select([
      't.parent_id as parentId',
      sql<number>`count(*)`.as('total'),
      sql<number>`count(*) filter (where s.status in ('done_in_time', 'done_late'))`.as('done'),
      sql<number>`count(*) filter (where s.status = 'overdue')`.as('overdue'),
      sql<number>`count(*) filter (where s.status = 'waiting_confirmation')`.as('waiting'),
      sql<number>`max((t.state->>'extensions')::int)`.as('extensions'),
    ])
    .execute()
  return new Map(
    rows.flatMap(({ parentId, extensions, ...counts }) =>
      parentId ? [[parentId, { counts, extensions }]] : [],
    ),
  )
}

/** The stories of several tasks at once. */
export async function storiesOf(db: Reader, ids: readonly Id[]): Promise<Map<Id, TaskEvent[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('task_events')
    .select(['task_id', 'event'])
    .where('task_id', 'in', [...ids])
    .orderBy('task_id')
    .orderBy('seq')
    .execute()
  const stories = Map.groupBy(rows, ({ task_id }) => task_id)
  return new Map(
    [...stories].map(([id, events]) => [id, events.map(({ event }) => TaskEvent.parse(event))]),
  )
}
