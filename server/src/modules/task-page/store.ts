import { TaskEvent } from '@hopluc/shared/task-deeds'
import { type Milestone, TaskComment, type TaskFile, TaskRung } from '@hopluc/shared/tasks'
import type { Id, Named } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import type { RecordedEvent } from './domain.ts'

const AROUND = 400

/** Events as recorded, of a task and of its parts. */
export async function listEvents(db: Reader, ids: readonly Id[]): Promise<RecordedEvent[]> {
  const rows = await db
    .selectFrom('task_events')
    .select(['task_id as taskId', 'seq', 'event', 'by_words as byWords', 'recorded_at as at'])
    .where('task_id', 'in', [...ids])
    .orderBy('task_id')
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ ...row, event: TaskEvent.parse(row.event) }))
}

export async function listParts(db: Reader, id: Id) {
  return db
    .selectFrom('tasks')
    .select(['id', 'lead_id as leadId', 'part_kind as partKind'])
    .where('parent_id', '=', id)
    .execute()
}

export function findParent(db: Reader, id: Id) {
  return db
    .selectFrom('tasks')
    .select(['id', 'number', 'part_no as partNo', 'year', 'title'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The passage with some words around it, cut by the database: the text itself may be long. */
export async function findWords(db: Reader, directiveId: Id) {
  const row = await db
    .selectFrom('directives as r')
    .leftJoin('documents as d', 'd.id', 'r.document_id')
    .where('r.id', '=', directiveId)
    .select([
      'r.document_id as documentId',
      'r.quote',
      'r.start_at as startAt',
      'r.end_at as endAt',
      sql<string | null>`substr(d.text, greatest(1, r.start_at - ${AROUND} + 1),
        least(r.start_at, ${AROUND}))`.as('before'),
      sql<string | null>`substr(d.text, r.start_at + 1, r.end_at - r.start_at)`.as('there'),
      sql<string | null>`substr(d.text, r.end_at + 1, ${AROUND})`.as('after'),
    ])
    .executeTakeFirst()
  return row
}

/** The papers on which the giving one rests. */
export function listBasis(db: Reader, documentId: Id) {
  return db
    .selectFrom('document_links as l')
    .innerJoin('documents as d', 'd.id', 'l.to_id')
    .where('l.from_id', '=', documentId)
    .where('l.relation', '=', 'rests_on')
    .select(['d.id as documentId', 'd.kind', 'd.symbol', 'd.issued_on as issuedOn', 'd.abstract'])
    .execute()
}

export async function listFiles(db: Reader, ids: readonly Id[]): Promise<Map<Id, TaskFile>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('files')
    .select(['id', 'name', 'size', 'media_type as mediaType'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function listPersons(db: Reader, taskId: Id) {
  return db
    .selectFrom('task_persons as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .innerJoin('posts as o', 'o.id', 'p.post_id')
    .innerJoin('accounts as b', 'b.id', 'p.passed_by')
    .where('p.task_id', '=', taskId)
    .orderBy('p.passed_at')
    .select([
      'p.post_id as postId',
      'p.account_id as accountId',
      'a.name',
      'o.title',
      'p.passed_at as passedAt',
      'b.name as passedByName',
      'p.note',
      'p.seen_at as seenAt',
      'p.ended_at as endedAt',
    ])
    .execute()
}

export async function listComments(db: Reader, taskId: Id): Promise<TaskComment[]> {
  const rows = await db
    .selectFrom('task_comments')
    .select(['id', 'kind', 'by_words as byWords', 'text', 'mentions', 'created_at'])
    .where('task_id', '=', taskId)
    .orderBy('created_at')
    .execute()
  const mentioned = [...new Set(rows.flatMap(({ mentions }) => mentions))]
  const names =
    mentioned.length === 0
      ? []
      : await db
          .selectFrom('accounts')
          .select(['id', 'name'])
          .where('id', 'in', mentioned)
          .execute()
  return rows.map(({ mentions, created_at, kind, ...row }) => ({
    ...row,
    kind: TaskComment.shape.kind.parse(kind),
    at: created_at.toISOString(),
    mentions: names
      .filter(({ id }) => mentions.includes(id))
      .map(({ id, name }) => ({ accountId: id, name })),
  }))
}

export function listMilestones(db: Reader, taskId: Id): Promise<Milestone[]> {
  return db
    .selectFrom('task_milestones')
    .select(['id', 'title', 'due_on as dueOn', 'done_on as doneOn'])
    .where('task_id', '=', taskId)
    .orderBy('position')
    .execute()
}

export function listRounds(db: Reader, taskId: Id, agencyIds: readonly Id[]) {
  return db
    .selectFrom('opinion_rounds as r')
    .innerJoin('opinions as o', 'o.round_id', 'r.id')
    .where('r.task_id', '=', taskId)
    .groupBy('r.id')
    .orderBy('r.opened_on')
    .select([
      'r.id',
      'r.title',
      'r.opened_on as openedOn',
      'r.until_on as untilOn',
      'r.closed_on as closedOn',
      sql<number>`count(*)`.as('asked'),
      sql<number>`count(o.answer)`.as('answered'),
      sql<boolean>`bool_or(o.answer is null and o.agency_id = any (${sql.val(`{${agencyIds.join(',')}}`)}::uuid[]))`.as(
        'isAsked',
      ),
    ])
    .execute()
}

export async function listRungs(
  db: Reader,
  ids: readonly Id[],
): Promise<(TaskRung & { taskId: Id })[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('task_dunnings as u')
    .leftJoin('documents as d', 'd.id', 'u.document_id')
    .where('u.task_id', 'in', [...ids])
    .orderBy('u.on_day')
    .orderBy('u.id')
    .select([
      'u.id',
      'u.task_id as taskId',
      'u.rung',
      'u.on_day as on',
      'u.document_id as documentId',
      'd.symbol as documentLabel',
      'u.note',
      'u.by_words as byWords',
    ])
    .execute()
  return rows.map((row) => ({ ...row, rung: TaskRung.shape.rung.parse(row.rung) }))
}

/** The committee's standing agency on a day; an agency that gives tasks follows them itself. */
export async function findTracker(db: Reader, issuerId: Id, day: string): Promise<Named | null> {
  const row = await db
    .selectFrom('committee_versions as c')
    .innerJoin('agency_versions as v', 'v.agency_id', 'c.standing_agency_id')
    .where('c.committee_id', '=', issuerId)
    .where('c.from_on', '<=', day)
    .where('c.until_on', '>=', day)
    .where('v.from_on', '<=', day)
    .where('v.until_on', '>=', day)
    .select(['v.agency_id as id', 'v.name', 'v.short_name as shortName'])
    .executeTakeFirst()
  return row ?? null
}
