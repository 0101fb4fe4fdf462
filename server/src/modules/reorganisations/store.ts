import type { ReorganisationReport } from '@hopluc/shared/reorganisation-report'
import {
  type NewReorganisation,
  ReorganisationPlan,
  type ReorganisationQuery,
  ReorganisationState,
} from '@hopluc/shared/reorganisations'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Reader, Tx } from '../../platform/db.ts'
import { changed, notFound } from './refusals.ts'

const COLUMNS = [
  'id',
  'act',
  'decided_on as decidedOn',
  'on_day as onDay',
  'title',
  'document_id as documentId',
  'state',
  'plan',
  'version',
  'applied_at as appliedAt',
  'undone_at as undoneAt',
  'scheduled_by as scheduledBy',
] as const

export interface ReorganisationRecord {
  id: Id
  act: string
  decidedOn: PlainDate | null
  onDay: PlainDate
  title: string
  documentId: Id | null
  state: ReorganisationState
  plan: ReorganisationPlan
  version: number
  appliedAt: Date | null
  undoneAt: Date | null
  /** Who set it down for its day. */
  scheduledBy: Id | null
}

function recordOf<T extends { state: string; plan: unknown }>(row: T) {
  return {
    ...row,
    state: ReorganisationState.parse(row.state),
    plan: ReorganisationPlan.parse(row.plan),
  }
}

/** Latest day first. */
export async function list(db: Reader, { state, limit, cursor }: ReorganisationQuery) {
  let rows = db.selectFrom('reorganisations').select(COLUMNS)
  if (state) rows = rows.where('state', '=', state)
  if (cursor) {
    const [day, id] = cursor.split('_')
    rows = rows.where(sql<boolean>`(on_day, id) < (${day}::date, ${id}::uuid)`)
  }
  const found = await rows
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = found.slice(0, limit).map(recordOf)
  const last = found.length > limit ? items.at(-1) : undefined
  return { items, next: last ? `${last.onDay}_${last.id}` : null }
}

export async function get(db: Reader, id: Id): Promise<ReorganisationRecord> {
  const row = await db
    .selectFrom('reorganisations')
    .select(COLUMNS)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound)
  return recordOf(row)
}

/** Held until the transaction ends; refuses a caller who last saw another version. */
export async function lock(tx: Tx, id: Id, version: number): Promise<ReorganisationRecord> {
  const row = await tx
    .selectFrom('reorganisations')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow(notFound)
  if (row.version !== version) throw changed()
  return recordOf(row)
}

/** What is to be carried out or taken back; undefined while another process is at it. */
export async function take(tx: Tx, id: Id): Promise<ReorganisationRecord | undefined> {
  const row = await tx
    .selectFrom('reorganisations')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('state', 'in', ['applying', 'undoing'])
    .forNoKeyUpdate() // progress is written beside, and points here
    .skipLocked()
    .executeTakeFirst()
  return row && recordOf(row)
}

export async function listUnderWay(db: Reader): Promise<Id[]> {
  const rows = await db
    .selectFrom('reorganisations')
    .select('id')
    .where('state', 'in', ['applying', 'undoing'])
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Waiting for their day, the nearest first; of one day in the order in which they were drawn up. */
export async function listScheduled(
  db: Reader,
): Promise<(ReorganisationRecord & { told: string[] })[]> {
  const rows = await db
    .selectFrom('reorganisations')
    .select([...COLUMNS, 'told'])
    .where('state', '=', 'scheduled')
    .orderBy('on_day')
    .orderBy('id')
    .execute()
  return rows.map(recordOf)
}

/** What who set it down has been told of. */
export async function putTold(tx: Tx, id: Id, told: readonly string[]): Promise<void> {
  await tx
    .updateTable('reorganisations')
    .set({ told: [...told] })
    .where('id', '=', id)
    .execute()
}

function headOf({ act, decidedOn, onDay, title, documentId, plan }: NewReorganisation) {
  return {
    act,
    decided_on: decidedOn,
    on_day: onDay,
    title,
    document_id: documentId,
    plan: JSON.stringify(plan),
  }
}

export async function insert(
  tx: Tx,
  id: Id,
  command: NewReorganisation,
  createdBy: Id,
): Promise<void> {
  await tx
    .insertInto('reorganisations')
    .values({ id, ...headOf(command), created_by: createdBy })
    .execute()
}

export async function change(tx: Tx, id: Id, command: NewReorganisation): Promise<void> {
  await tx
    .updateTable('reorganisations')
    .set((row) => ({ ...headOf(command), version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function enter(
  tx: Tx,
  id: Id,
  state: ReorganisationState,
  more: {
    applied_by?: Id
    scheduled_by?: Id | null
    applied_at?: Date
    undone_by?: Id
    undone_at?: Date
    report?: ReorganisationReport
  } = {},
): Promise<void> {
  const { report, ...rest } = more
  await tx
    .updateTable('reorganisations')
    .set((row) => ({
      ...rest,
      ...(report && { report: JSON.stringify(report) }),
      state,
      version: row('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export async function findReport(db: Reader, id: Id): Promise<unknown> {
  const row = await db
    .selectFrom('reorganisations')
    .select('report')
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound)
  return row.report
}

const Words = z.object({ vi: z.string(), en: z.string() })
const Progress = z.object({
  step: z.int(),
  steps: z.int(),
  doing: Words,
  failure: Words.nullable(),
})
export type Progress = z.infer<typeof Progress>

export async function findProgress(db: Reader, id: Id): Promise<Progress | null> {
  const row = await db
    .selectFrom('reorganisation_progress')
    .select(['step', 'steps', 'doing', 'failure'])
    .where('reorganisation_id', '=', id)
    .executeTakeFirst()
  return row ? Progress.parse(row) : null
}

export async function putProgress(tx: Tx, id: Id, progress: Progress, at: Date): Promise<void> {
  const row = {
    step: progress.step,
    steps: progress.steps,
    doing: JSON.stringify(progress.doing),
    failure: progress.failure && JSON.stringify(progress.failure),
    at,
  }
  await tx
    .insertInto('reorganisation_progress')
    .values({ reorganisation_id: id, ...row })
    .onConflict((conflict) => conflict.column('reorganisation_id').doUpdateSet(row))
    .execute()
}

/** Units and agencies are changed by one act at a time. */
export async function lockSubjects(
  tx: Tx,
  unitIds: readonly Id[],
  agencyIds: readonly Id[],
): Promise<void> {
  for (const [table, ids] of [
    ['units', unitIds],
    ['agencies', agencyIds],
  ] as const)
    await tx
      .selectFrom(table)
      .select('id')
      .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
      .orderBy('id')
      .forUpdate()
      .execute()
}

/** Who refers to these records, table by table. */
export async function referencesTo(
  db: Reader,
  kind: 'units' | 'agencies' | 'posts',
  ids: readonly Id[],
): Promise<{ table: string; column: string; rows: number }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom(
      sql<{ table: string; column: string; rows: number }>`(
        select referrer as "table", on_column as "column", rows::int
        from references_to(${kind}, ${[...ids]}::uuid[]))`.as('found'),
    )
    .selectAll('found')
    .execute()
}

/** Ids of the units and agencies that the acting person reaches. */
export async function reachOf(db: Reader): Promise<Set<Id>> {
  const units = await db.selectFrom('visible_units').select('unit_id as id').execute()
  const own = await db.selectFrom('own_units').select('unit_id as id').execute()
  const agencies = await db.selectFrom('visible_agencies').select('agency_id as id').execute()
  return new Set([...units, ...own, ...agencies].flatMap(({ id }) => id ?? []))
}

export async function findDocument(db: Reader, id: Id) {
  const row = await db
    .selectFrom('documents')
    .select(['id', 'symbol', 'abstract'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}
