import type { TaskPeople } from '@hopluc/shared/tasks'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import { sql } from 'kysely'
import type * as z from 'zod'
import type { Reader, Tx } from '../../platform/db.ts'

/** Everyone at the agencies that have to do with a task; colleagues are those of one's own. */
export async function listPeople(
  db: Reader,
  agencyIds: readonly Id[],
  ownIds: readonly Id[],
  day: PlainDate,
): Promise<z.infer<typeof TaskPeople>['items']> {
  const rows = await db
    .selectFrom('posts as p')
    .innerJoin('accounts as a', 'a.id', 'p.account_id')
    .innerJoin('agency_versions as v', 'v.agency_id', 'p.agency_id')
    .where('p.from_on', '<=', day)
    .where('p.until_on', '>=', day)
    .where('v.from_on', '<=', day)
    .where('v.until_on', '>=', day)
    .where('a.is_active', '=', true)
    .where('p.role', 'not in', ['admin', 'observer', 'cooperative'])
    .where((where) =>
      where.or([
        where('p.agency_id', 'in', [...agencyIds]),
        where('v.acts_for_id', 'in', [...agencyIds]),
        where('p.committee_id', 'in', [...agencyIds]),
      ]),
    )
    .orderBy('a.name')
    .select([
      'p.id as postId',
      'a.id as accountId',
      'a.name',
      'p.title',
      'v.agency_id as agencyId',
      'v.name as agencyName',
      'v.short_name as shortName',
      'v.acts_for_id as actsForId',
    ])
    .execute()
  return rows.map(({ agencyId, agencyName, shortName, actsForId, ...person }) => ({
    ...person,
    agency: { id: agencyId, name: agencyName, shortName },
    isColleague: ownIds.includes(agencyId) || (actsForId !== null && ownIds.includes(actsForId)),
  }))
}

export interface Passing {
  taskId: Id
  postId: Id
  accountId: Id
  agencyId: Id
  by: Id
  note: string | null
  at: Date
}

/** A person who had it before has it again. */
export async function pass(tx: Tx, passings: readonly Passing[]): Promise<void> {
  await tx
    .insertInto('task_persons')
    .values(
      passings.map((one) => ({
        task_id: one.taskId,
        post_id: one.postId,
        account_id: one.accountId,
        agency_id: one.agencyId,
        passed_at: one.at,
        passed_by: one.by,
        note: one.note,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['task_id', 'post_id'])
        .doUpdateSet((row) => ({
          passed_at: row.ref('excluded.passed_at'),
          passed_by: row.ref('excluded.passed_by'),
          note: row.ref('excluded.note'),
          ended_at: null,
        })),
    )
    .execute()
}

export async function endPassing(tx: Tx, taskId: Id, postId: Id, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('task_persons')
    .set({ ended_at: at })
    .where('task_id', '=', taskId)
    .where('post_id', '=', postId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Once, when the person first opens it. */
export async function markSeen(tx: Tx, taskId: Id, accountId: Id, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('task_persons')
    .set({ seen_at: at })
    .where('task_id', '=', taskId)
    .where('account_id', '=', accountId)
    .where('seen_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export interface Comment {
  taskId: Id
  accountId: Id
  byWords: string
  text: string
  mentions: readonly Id[]
  kind: 'exchange' | 'direction' | 'explanation' | 'reminder'
  at: Date
}

export async function insertComments(tx: Tx, comments: readonly Comment[]): Promise<Id[]> {
  const rows = comments.map((one) => ({
    id: newId(),
    task_id: one.taskId,
    account_id: one.accountId,
    by_words: one.byWords,
    text: one.text,
    mentions: sql<string[]>`${`{${one.mentions.join(',')}}`}::uuid[]`,
    kind: one.kind,
    created_at: one.at,
  }))
  await tx.insertInto('task_comments').values(rows).execute()
  return rows.map(({ id }) => id)
}

/** As a plan writes them. */
export function listMilestones(db: Reader, taskId: Id) {
  return db
    .selectFrom('task_milestones')
    .select(['title', 'due_on as dueOn', 'done_on as doneOn'])
    .where('task_id', '=', taskId)
    .orderBy('position')
    .execute()
}

export async function putMilestones(
  tx: Tx,
  taskId: Id,
  milestones: readonly {
    id?: Id | undefined
    title: string
    dueOn: PlainDate
    doneOn: PlainDate | null
  }[],
): Promise<void> {
  await tx.deleteFrom('task_milestones').where('task_id', '=', taskId).execute()
  if (milestones.length === 0) return
  await tx
    .insertInto('task_milestones')
    .values(
      milestones.map(({ id, title, dueOn, doneOn }, position) => ({
        id: id ?? newId(),
        task_id: taskId,
        title,
        due_on: dueOn,
        done_on: doneOn,
        position,
      })),
    )
    .execute()
}

/** "Cho ý kiến" becomes a draft directive of the same issuer, with the task's parties. */
export async function insertDirective(
  tx: Tx,
  directive: {
    ownerId: Id
    ownerUnitId: Id
    text: string
    leadIds: readonly Id[]
    coIds: readonly Id[]
  },
): Promise<Id> {
  const id = newId()
  await tx
    .insertInto('directives')
    .values({
      id,
      owner_id: directive.ownerId,
      owner_unit_id: directive.ownerUnitId,
      position: 1,
      text: directive.text,
      lead_ids: [...directive.leadIds],
      co_ids: [...directive.coIds],
    })
    .execute()
  return id
}
