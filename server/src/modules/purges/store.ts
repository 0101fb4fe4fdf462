import type { PurgeGround, PurgeKind } from '@hopluc/shared/purges'
import type { Id } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/db.ts'
import { rowsOf } from '../units/index.ts'
import { withoutWords } from './domain.ts'

/** Everything that holds the words of what is destroyed. */
export interface Reach {
  documents: Id[]
  meetings: Id[]
  readings: Id[]
  directives: Id[]
  tasks: Id[]
  rounds: Id[]
  files: Id[]
}

const TABLES: Readonly<Record<PurgeKind, string>> = {
  document: 'documents',
  meeting: 'meetings',
  reading: 'readings',
  file: 'files',
  task: 'tasks',
}

/**
 * From a record to what was read from it, made of it and given by it. What is unlawful to keep goes
 * wherever its words are; what is merely old leaves copies in other files, and files that others hold.
 */
export async function reach(
  db: Reader,
  kind: PurgeKind,
  id: Id,
  ground: PurgeGround,
): Promise<Reach | undefined> {
  const ids = async (query: RawBuilder<unknown>) =>
    (await rowsOf(db, sql<{ id: Id | null }>`${query}`)).flatMap((row) => row.id ?? [])
  const known = await ids(sql`select id from ${sql.table(TABLES[kind])} where id = ${id}`)
  if (known.length === 0) return undefined
  const meetings = kind === 'meeting' ? [id] : []
  // What is written of a meeting goes with it; a notice that it concluded with is a paper of its own.
  const first =
    kind === 'document'
      ? [id]
      : await ids(sql`select id from documents
          where meeting_id = any (${meetings}::uuid[]) and kind in ('GM', 'BB')`)
  const readings =
    await ids(sql`select id from readings where id = ${kind === 'reading' ? id : null}
    or document_id = any (${first}::uuid[]) or notice_id = any (${first}::uuid[])
    or ${ground !== 'expired'} and text_hash in (
      select text_hash from documents where id = any (${first}::uuid[]))`)
  const documents = [
    ...new Set([
      ...first,
      ...(await ids(sql`select unnest(array[document_id, notice_id]) as id from readings
        where id = any (${readings}::uuid[])`)),
    ]),
  ]
  const directives =
    await ids(sql`select id from directives where reading_id = any (${readings}::uuid[])
    or document_id = any (${documents}::uuid[]) or notice_id = any (${documents}::uuid[])`)
  const tasks = await ids(sql`with recursive part (id) as (
      select id from tasks where id = ${kind === 'task' ? id : null}
        or document_id = any (${documents}::uuid[]) or directive_id = any (${directives}::uuid[])
      union select t.id from tasks t join part on t.parent_id = part.id)
    select id from part`)
  const rounds = await ids(
    sql`select id from opinion_rounds where task_id = any (${tasks}::uuid[])`,
  )
  const files = await ids(sql`select ${kind === 'file' ? id : null}::uuid as id
    union select file_id from meeting_files where meeting_id = any (${meetings}::uuid[])
    union select file_id from document_files where document_id = any (${documents}::uuid[])
    union select signed_file_id from conclusion_notices where document_id = any (${documents}::uuid[])
    union select file_id from readings where id = any (${readings}::uuid[])
    union select file_id from opinion_rounds where id = any (${rounds}::uuid[])
    union select file_id from file_links
      where subject_id = any (${[...documents, ...meetings, ...readings, ...tasks]}::uuid[])`)
  const found = { documents, meetings, readings, directives, tasks, rounds, files }
  return ground === 'expired' ? { ...found, files: await ids(ofNoOther(found)) } : found
}

/** Files that nothing else holds. */
const ofNoOther = ({ documents, meetings, readings, tasks, rounds, files }: Reach) => sql`
  select id from unnest(${files}::uuid[]) one (id)
  where not exists (select from document_files l
      where l.file_id = one.id and l.document_id <> all (${documents}::uuid[]))
    and not exists (select from conclusion_notices l
      where l.signed_file_id = one.id and l.document_id <> all (${documents}::uuid[]))
    and not exists (select from meeting_files l
      where l.file_id = one.id and l.meeting_id <> all (${meetings}::uuid[]))
    and not exists (select from readings l
      where l.file_id = one.id and l.id <> all (${readings}::uuid[]))
    and not exists (select from opinion_rounds l
      where l.file_id = one.id and l.id <> all (${rounds}::uuid[]))
    and not exists (select from file_links l where l.file_id = one.id
      and l.subject_id <> all (${[...documents, ...meetings, ...readings, ...tasks]}::uuid[]))`

/** What was done, table by table: the list that is shown before, and kept afterwards. */
export type Places = Record<string, number>

/** Takes the words out of every row that holds them; the rows' numbers, days and ids stay. */
export async function destroy(tx: Tx, found: Reach, gone: string): Promise<Places> {
  const { documents, meetings, readings, directives, tasks, rounds, files } = found
  const all = [...documents, ...meetings, ...readings, ...directives, ...tasks, ...rounds, ...files]
  const steps: [string, RawBuilder<unknown>][] = [
    ['notices', sql`delete from notices where subject_id = any (${all}::uuid[])`],
    [
      'idempotency_keys',
      sql`delete from idempotency_keys k where exists (
      select from unnest(${all}::text[]) one where k.response::text like '%' || one || '%')`,
    ],
    [
      'jobs',
      sql`update jobs set result = null where exists (
      select from unnest(${all}::text[]) one where result::text like '%' || one || '%')`,
    ],
    ['finds', sql`delete from finds where document_id = any (${documents}::uuid[])`],
    [
      'conclusion_notices',
      sql`delete from conclusion_notices where document_id = any (${documents}::uuid[])`,
    ],
    [
      'committee_drafts',
      sql`delete from committee_drafts where document_id = any (${documents}::uuid[])`,
    ],
    [
      'document_files',
      sql`delete from document_files
      where document_id = any (${documents}::uuid[]) or file_id = any (${files}::uuid[])`,
    ],
    [
      'document_steps',
      sql`update document_steps set note = ${gone}
      where document_id = any (${documents}::uuid[]) and note is not null`,
    ],
    [
      'document_links',
      sql`update document_links set words = null where words is not null
      and (from_id = any (${documents}::uuid[]) or to_id = any (${documents}::uuid[]))`,
    ],
    [
      'directives',
      sql`update directives set text = ${gone}, quote = null, lead_words = null, due_text = null,
      product = null, proposed = null, asked_back = null, start_at = null, end_at = null, reading_id = null
      where id = any (${directives}::uuid[])`,
    ],
    ['readings', sql`delete from readings where id = any (${readings}::uuid[])`],
    [
      'documents',
      sql`update documents set abstract = ${gone}, text = null, text_hash = null, note = null,
      content = null, is_stub = true, version = version + 1 where id = any (${documents}::uuid[])`,
    ],
    [
      'task_comments',
      sql`update task_comments set text = ${gone} where task_id = any (${tasks}::uuid[])`,
    ],
    [
      'task_milestones',
      sql`update task_milestones set title = ${gone} where task_id = any (${tasks}::uuid[])`,
    ],
    [
      'task_dunnings',
      sql`update task_dunnings set note = null where task_id = any (${tasks}::uuid[])`,
    ],
    [
      'task_persons',
      sql`update task_persons set note = null where task_id = any (${tasks}::uuid[])`,
    ],
    [
      'self_reviews',
      sql`update self_reviews set note = null where task_id = any (${tasks}::uuid[])`,
    ],
    ['opinions', sql`update opinions set remarks = '[]' where round_id = any (${rounds}::uuid[])`],
    [
      'opinion_rounds',
      sql`update opinion_rounds set title = ${gone}, text = ${gone}, file_id = null
      where id = any (${rounds}::uuid[])`,
    ],
    [
      'meeting_files',
      sql`delete from meeting_files
      where meeting_id = any (${meetings}::uuid[]) or file_id = any (${files}::uuid[])`,
    ],
    [
      'meetings',
      sql`update meetings set title = ${gone}, place = null, agenda = '[]', course = null, conclusion = null,
      note = null, chair_name = null, chair_title = null, secretary_name = null, secretary_title = null,
      version = version + 1 where id = any (${meetings}::uuid[])`,
    ],
    [
      'meeting_attendees',
      sql`update meeting_attendees set name = ${gone}, title = null, person = null, person_title = null,
      note = null where meeting_id = any (${meetings}::uuid[])`,
    ],
    [
      'meeting_steps',
      sql`update meeting_steps set note = null
      where meeting_id = any (${meetings}::uuid[]) and note is not null`,
    ],
    [
      'file_links',
      sql`delete from file_links where file_id = any (${files}::uuid[])
      or subject_id = any (${[...documents, ...meetings, ...readings, ...tasks]}::uuid[])`,
    ],
    [
      'tasks',
      sql`update tasks set title = ${gone}, content = null, product = null, due_text = null
      where id = any (${tasks}::uuid[])`,
    ],
    [
      // Saved lists and archives may hold its words: they end for everyone, and are made anew.
      'files',
      sql`delete from files where id = any (${files}::uuid[])
      or id in (select file_id from file_links where subject_kind = 'export')`,
    ],
    [
      'file_blobs',
      sql`delete from file_blobs b where not exists (select from files f where f.hash = b.hash)`,
    ],
  ]
  const places: Places = {}
  for (const [name, step] of steps) {
    const { numAffectedRows } = await step.execute(tx)
    if (numAffectedRows) places[name] = Number(numAffectedRows)
  }
  const events = await takeWords(tx, tasks, gone)
  return events > 0 ? { ...places, task_events: events } : places
}

async function takeWords(tx: Tx, tasks: readonly Id[], gone: string): Promise<number> {
  if (tasks.length === 0) return 0
  const events = await tx
    .selectFrom('task_events')
    .select(['task_id', 'seq', 'event'])
    .where('task_id', 'in', [...tasks])
    .execute()
  for (const { task_id, seq, event } of events)
    await tx
      .updateTable('task_events')
      .set({ event: JSON.stringify(withoutWords(event, gone)) })
      .where('task_id', '=', task_id)
      .where('seq', '=', seq)
      .execute()
  return events.length
}

/** Ids in a payload, wherever they stand. */
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/**
 * Entries of the audit that still hold what is destroyed; their hashes stay, their payloads go. Reads
 * every payload once, so it is asked once for all ids of a decision.
 */
export async function takePayloads(tx: Tx, ids: readonly Id[]): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    delete from audit_payloads p using audit_entries e
    where e.agency_id = p.agency_id and e.id = p.entry_id and e.event not in ('audit.purge', 'record.destroy')
      and (e.subject_id = any (${[...ids]}::uuid[]) or e.document_id = any (${[...ids]}::uuid[])
        or exists (select from regexp_matches(p.payload, ${UUID}, 'g') found
          where found[1] = any (${[...ids]}::text[])))
    returning p.entry_id as id`.execute(tx)
  return rows.map(({ id }) => id)
}
