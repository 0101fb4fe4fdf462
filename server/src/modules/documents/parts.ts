import type {
  DocumentBody,
  DocumentDirective,
  FilePart,
  StoredFile,
} from '@hopluc/shared/documents'
import type { Id, Named, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Actor } from '../../platform/context.ts'
import type { Reader, Tx } from '../../platform/db.ts'
import { fileMissing } from './refusals.ts'

/** The files of a document, in their order: signed paper, text, attachments. */
export function listFiles(db: Reader, id: Id): Promise<(StoredFile & { part: FilePart })[]> {
  return db
    .selectFrom('document_files as d')
    .innerJoin('files as f', 'f.id', 'd.file_id')
    .select((from) => [
      'f.id',
      'f.name',
      'f.size',
      'f.media_type as mediaType',
      from.ref('d.part').$castTo<FilePart>().as('part'),
    ])
    .where('d.document_id', '=', id)
    .orderBy(sql`array_position(array['signed', 'main', 'attachment'], d.part)`)
    .orderBy('d.position')
    .execute()
}

/**
 * The file is the document's from now on: who reads the document reads it. Only its uploader can
 * hand it over.
 */
export async function insertFile(tx: Tx, id: Id, fileId: Id, part: FilePart): Promise<void> {
  const file = await tx.selectFrom('files').select('id').where('id', '=', fileId).executeTakeFirst()
  if (!file) throw fileMissing()
  await tx
    .insertInto('file_links')
    .values({ file_id: fileId, subject_kind: 'document', subject_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .insertInto('document_files')
    .values({
      document_id: id,
      file_id: fileId,
      part,
      position: sql<number>`(select count(*)::int from document_files where document_id = ${id})`,
    })
    .onConflict((conflict) => conflict.columns(['document_id', 'file_id']).doUpdateSet({ part }))
    .execute()
}

/** @returns false where the document has no such file. */
export async function deleteFile(tx: Tx, id: Id, fileId: Id): Promise<boolean> {
  const gone = await tx
    .deleteFrom('document_files')
    .where('document_id', '=', id)
    .where('file_id', '=', fileId)
    .returning('file_id')
    .executeTakeFirst()
  await tx
    .deleteFrom('file_links')
    .where('file_id', '=', fileId)
    .where('subject_kind', '=', 'document')
    .where('subject_id', '=', id)
    .execute()
  return gone !== undefined
}

/** To whom it was made known, by the names of a day; a reader who is not the owner sees its own. */
export function listReaders(db: Reader, id: Id, day: PlainDate): Promise<Named[]> {
  return db
    .selectFrom('document_readers as r')
    .innerJoin('agency_versions as v', 'v.agency_id', 'r.agency_id')
    .select(['r.agency_id as id', 'v.name', 'v.short_name as shortName'])
    .where('r.document_id', '=', id)
    .where('v.from_on', '<=', day)
    .where('v.until_on', '>=', day)
    .orderBy('v.name')
    .execute()
}

export async function readerIds(db: Reader, id: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom('document_readers')
    .select('agency_id')
    .where('document_id', '=', id)
    .execute()
  return rows.map((row) => row.agency_id)
}

/** Gives it to agencies that do not have it yet. @returns those that are new. */
export async function addReaders(tx: Tx, id: Id, agencyIds: readonly Id[]): Promise<Id[]> {
  if (agencyIds.length === 0) return []
  const made = await tx
    .insertInto('document_readers')
    .values([...new Set(agencyIds)].map((agency) => ({ document_id: id, agency_id: agency })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('agency_id')
    .execute()
  return made.map((row) => row.agency_id)
}

export async function keepReaders(tx: Tx, id: Id, agencyIds: readonly Id[]): Promise<void> {
  let others = tx.deleteFrom('document_readers').where('document_id', '=', id)
  if (agencyIds.length > 0) others = others.where('agency_id', 'not in', [...agencyIds])
  await others.execute()
}

export interface HistoryStep {
  action: string
  note: string | null
  on: PlainDate
  by: string
  at: Date
}

export function listSteps(db: Reader, id: Id): Promise<HistoryStep[]> {
  return db
    .selectFrom('document_steps')
    .select(['action', 'note', 'on_day as on', 'by_words as by', 'recorded_at as at'])
    .where('document_id', '=', id)
    .orderBy('seq', 'desc')
    .limit(200)
    .execute()
}

/** Appends what was done; the document is locked by its writer, so the sequence has no race. */
export async function appendStep(
  tx: Tx,
  actor: Actor,
  id: Id,
  step: { action: string; on: PlainDate; note?: string | undefined },
): Promise<void> {
  await tx
    .insertInto('document_steps')
    .values({
      document_id: id,
      seq: sql<number>`(select coalesce(max(seq), 0) + 1 from document_steps where document_id = ${id})`,
      action: step.action,
      note: step.note || null,
      on_day: step.on,
      by_words: actor.byWords,
      account_id: actor.accountId,
      post_id: actor.postId,
    })
    .execute()
}

/** What somebody is told by this paper, or was found in it, with the task made from it. */
export async function listDirectives(db: Reader, id: Id): Promise<DocumentDirective[]> {
  const rows = await db
    .selectFrom('directives as d')
    .leftJoin('tasks as t', (join) =>
      join.onRef('t.directive_id', '=', 'd.id').on('t.parent_id', 'is', null),
    )
    .select(['d.id', 'd.position', 'd.item', 'd.text', 'd.due_on as dueOn', 't.id as taskId'])
    .where((from) => from.or([from('d.notice_id', '=', id), from('d.document_id', '=', id)]))
    .orderBy('d.position')
    .limit(500)
    .execute()
  const seen = new Set<Id>()
  return rows.filter((row) => !seen.has(row.id) && seen.add(row.id))
}

export function findMeeting(
  db: Reader,
  id: Id | null,
): Promise<{ id: Id; title: string; heldOn: PlainDate | null } | undefined> {
  return db
    .selectFrom('meetings')
    .select(['id', 'title', 'held_on as heldOn'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** An agency as of a day, with its unit. */
export function findBody(
  db: Reader,
  id: Id,
  day: PlainDate,
): Promise<(Named & { unitId: Id; symbol: string | null }) | undefined> {
  return db
    .selectFrom('agency_versions')
    .select(['agency_id as id', 'name', 'short_name as shortName', 'unit_id as unitId', 'symbol'])
    .where('agency_id', '=', id)
    .where('until_on', '>=', day)
    .orderBy('from_on')
    .executeTakeFirst()
}

/** Bodies of today in whose name the person at this post registers and issues. */
export async function listBodies(
  db: Reader,
  actor: Actor,
  day: PlainDate,
): Promise<DocumentBody[]> {
  const rows = await db
    .selectFrom('agency_versions')
    .select(['agency_id as id', 'name', 'short_name as shortName', 'symbol'])
    .where('from_on', '<=', day)
    .where('until_on', '>=', day)
    .where(sql<boolean>`agency_id in (select agency_id from visible_agencies)`)
    .orderBy('name')
    .execute()
  const own = actor.committeeId ?? actor.agencyId
  return rows
    .map((row) => ({ ...row, isDefault: row.id === own }))
    .sort((one, other) => Number(other.isDefault) - Number(one.isDefault))
}
