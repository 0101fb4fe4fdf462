import { DueSource, Manner, Recurrence, type TaskEvent } from '@hopluc/shared/task-deeds'
import { TaskOrigin } from '@hopluc/shared/tasks'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { type Insertable, sql } from 'kysely'
import type { Reader, Schema, Tx } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { refresh } from '../task-projection/index.ts'
import { TaskState } from '../task-states/index.ts'
import { append, type Author, insert, takeNumbers } from '../task-records/index.ts'
import type { Seed } from './domain.ts'

/** Numbers of those that head others; parts have theirs below it. */
export interface Numbering {
  year: number
  /** By the id of the head of each family: its number. */
  numbers: ReadonlyMap<Id, number>
}

/** Enters whole families in a fixed number of statements for each few hundred tasks. */
export async function enter(
  tx: Tx,
  author: Author,
  seeds: readonly Seed[],
  today: PlainDate,
): Promise<void> {
  const year = Number(today.slice(0, 4))
  const rows: Insertable<Schema['tasks']>[] = []
  for (const [issuerId, family] of Map.groupBy(seeds, ({ draft }) => draft.issuerId)) {
    const heads = family.filter(({ partKind }) => partKind === null || partKind === 'subtask')
    const first = await takeNumbers(tx, issuerId, year, heads.length)
    const numbers = new Map(heads.map(({ id }, index) => [id, first + index]))
    for (const seed of family)
      rows.push(rowOf(seed, author, year, headNumber(seed, family, numbers)))
  }
  await insertAll(tx, author, seeds, rows)
}

/** Parts of a task that is there already keep its number. */
export async function enterParts(
  tx: Tx,
  author: Author,
  seeds: readonly Seed[],
  { year, number }: { year: number; number: number },
): Promise<void> {
  await insertAll(
    tx,
    author,
    seeds,
    seeds.map((seed) => rowOf(seed, author, year, number)),
  )
}

async function insertAll(
  tx: Tx,
  author: Author,
  seeds: readonly Seed[],
  rows: readonly Insertable<Schema['tasks']>[],
): Promise<void> {
  await insert(tx, rows)
  await append(
    tx,
    author,
    seeds.flatMap(({ id, events }) =>
      events.map((event, index) => ({ taskId: id, seq: index + 1, event })),
    ),
  )
  await refresh(
    tx,
    seeds.map(({ id, parentId, isContainer, events }) => ({
      task: { id, parentId, isContainer },
      events,
    })),
  )
}

function headNumber(seed: Seed, family: readonly Seed[], numbers: ReadonlyMap<Id, number>): number {
  const own = numbers.get(seed.id)
  if (own !== undefined) return own
  const parent = family.find(({ id }) => id === seed.parentId)
  return parent ? headNumber(parent, family, numbers) : 0
}

function rowOf(
  { draft, ...seed }: Seed,
  author: Author,
  year: number,
  number: number,
): Insertable<Schema['tasks']> {
  return {
    id: seed.id,
    issuer_id: draft.issuerId,
    issuer_unit_id: draft.issuerUnitId,
    year,
    number,
    part_no: seed.partNo,
    parent_id: seed.parentId,
    part_kind: seed.partKind,
    directive_id: draft.directiveId,
    document_id: draft.documentId,
    item: draft.item,
    title: seed.title,
    content: draft.content,
    product: draft.product,
    manner: seed.manner,
    origin: draft.origin,
    due_text: draft.dueText,
    due_source: draft.dueSource,
    text_due_on: draft.textDueOn,
    recurrence: seed.recurrence && JSON.stringify(seed.recurrence),
    period: seed.period,
    lead_id: seed.leadId,
    directed_by: draft.directedBy,
    tracker_code: seed.partNo === '' ? draft.trackerCode : null,
    is_container: seed.isContainer,
    created_by: author.accountId,
  }
}

/** The unit in whose name an issuer speaks on a day. */
export async function unitOf(db: Reader, agencyId: Id, day: PlainDate): Promise<Id> {
  const row = await db
    .selectFrom('agency_versions')
    .select('unit_id')
    .where('agency_id', '=', agencyId)
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .executeTakeFirst()
  if (row) return row.unit_id
  throw new AppError('rule', 'tasks.no_such_issuer', {
    vi: 'Cơ quan giao nhiệm vụ không hoạt động vào ngày này.',
    en: 'The issuing body does not exist on this day.',
  })
}

const DRAFT_COLUMNS = [
  'id',
  'issuer_id as issuerId',
  'issuer_unit_id as issuerUnitId',
  'year',
  'number',
  'part_no as partNo',
  'title',
  'content',
  'due_text as dueText',
  'due_source as dueSource',
  'text_due_on as textDueOn',
  'recurrence',
  'product',
  'directed_by as directedBy',
  'directive_id as directiveId',
  'document_id as documentId',
  'item',
  'origin',
  'manner',
  'state',
] as const

/** Standing duties that are in force, with the periods of which they have an instance. */
export async function listStanding(db: Reader, ids?: readonly Id[]) {
  let rows = db.selectFrom('tasks').select(DRAFT_COLUMNS).where('recurrence', 'is not', null)
  rows = ids
    ? rows.where('id', 'in', ids.length > 0 ? [...ids] : [NOBODY])
    : rows.where('is_given', '=', true)
  const found = await rows.execute()
  if (found.length === 0) return []
  const parts = await db
    .selectFrom('tasks')
    .select(['parent_id as parentId', 'period'])
    .where(
      'parent_id',
      'in',
      found.map(({ id }) => id),
    )
    .where('period', 'is not', null)
    .execute()
  return found.map((row) => ({
    ...row,
    recurrence: Recurrence.parse(row.recurrence),
    state: TaskState.parse(row.state),
    origin: TaskOrigin.parse(row.origin),
    manner: Manner.parse(row.manner),
    dueSource: DueSource.nullable().parse(row.dueSource),
    periods: parts.filter(({ parentId }) => parentId === row.id).map(({ period }) => period),
  }))
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

export type Standing = Awaited<ReturnType<typeof listStanding>>[number]

/** The tasks of directives that are heads, with their events. */
export async function listOfDirectives(db: Reader, directiveIds: readonly Id[]) {
  if (directiveIds.length === 0) return []
  const rows = await db
    .selectFrom('tasks')
    .select([
      'id',
      'issuer_id as issuerId',
      'directive_id as directiveId',
      'parent_id as parentId',
      'lead_id as leadId',
      'recurrence',
      'is_container as isContainer',
      'is_given as isGiven',
      'version',
    ])
    .select(sql<string>`state->>'phase'`.as('phase'))
    .where('directive_id', 'in', [...directiveIds])
    .where((where) => where.or([where('part_kind', 'is', null), where('part_kind', '=', 'copy')]))
    .orderBy('id')
    .execute()
  return rows
}

/** The day that the signed paper says is the document's, in its words. */
export async function takeSignedTerm(tx: Tx, id: Id, event: TaskEvent): Promise<void> {
  if (event.action !== 'issue' || event.dueOn === undefined) return
  const words = event.dueText === undefined ? {} : { due_text: event.dueText }
  await updateDraft(tx, [id], { due_source: 'document', text_due_on: event.dueOn, ...words })
}

/** What an edit of a draft may change, as it stands; lead, co-ordinators and term are of its story. */
export function getDraftWords(db: Reader, id: Id) {
  return db
    .selectFrom('tasks')
    .select(['title', 'content', 'product', 'item'])
    .select(['due_text as dueText', 'due_source as dueSource', 'text_due_on as textDueOn'])
    .select('directed_by as directedBy')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export async function updateDraft(
  tx: Tx,
  ids: readonly Id[],
  values: Partial<
    Pick<
      Insertable<Schema['tasks']>,
      | 'title'
      | 'content'
      | 'manner'
      | 'due_text'
      | 'due_source'
      | 'text_due_on'
      | 'product'
      | 'directed_by'
      | 'item'
      | 'document_id'
    >
  >,
): Promise<void> {
  await tx
    .updateTable('tasks')
    .set(values)
    .where('id', 'in', [...ids])
    .execute()
}
