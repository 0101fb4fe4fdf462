import type { PaperKind } from '@hopluc/shared/documents'
import { type MatterJob, MatterJob as Job, type MatterKind } from '@hopluc/shared/matters'
import { Id, type PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import * as z from 'zod'
import type { Reader } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import { rowsOf } from '../units/index.ts'

/** What belongs to one matter, as far as whoever asks may see it: row security leaves out the rest. */
export interface Members {
  title: string
  documents: Id[]
  meetings: Id[]
  /** Whole tasks; their parts are in `parts`, and those with a story of their own in `told` too. */
  tasks: Id[]
  parts: Id[]
  told: Id[]
  directives: Id[]
}

/** From a record to the papers it rests on, was concluded in, and brought about. */
export async function gather(db: Reader, kind: MatterKind, id: Id): Promise<Members> {
  const ids = async (query: RawBuilder<{ id: Id | null }>) => [
    ...new Set((await rowsOf(db, query)).flatMap((row) => (row.id ? [row.id] : []))),
  ]
  const title = await titleOf(db, kind, id)
  const first = kind === 'document' ? [id] : []
  const meetings =
    kind === 'meeting'
      ? [id]
      : await ids(
          sql<{
            id: Id | null
          }>`select meeting_id as id from documents where id = any (${first}::uuid[])`,
        )
  const started =
    kind === 'task'
      ? await ids(sql<{
          id: Id | null
        }>`select unnest(array[t.document_id, d.document_id, d.notice_id]) as id
          from tasks t left join directives d on d.id = t.directive_id where t.id = ${id}`)
      : kind === 'meeting'
        ? await ids(sql<{ id: Id | null }>`select id from documents where meeting_id = ${id}
            union select unnest(array[document_id, notice_id]) from directives where meeting_id = ${id}`)
        : first
  const directives =
    kind === 'task'
      ? await ids(sql<{ id: Id | null }>`select directive_id as id from tasks where id = ${id}`)
      : await ids(sql<{
          id: Id | null
        }>`select id from directives where document_id = any (${started}::uuid[])
          or notice_id = any (${started}::uuid[]) or meeting_id = any (${kind === 'meeting' ? [id] : []}::uuid[])`)
  const tasks =
    kind === 'task'
      ? [id]
      : await ids(sql<{
          id: Id | null
        }>`select id from tasks where (parent_id is null or not exists (select from tasks p where p.id = tasks.parent_id))
          and (document_id = any (${started}::uuid[]) or directive_id = any (${directives}::uuid[]))`)
  const parts = await ids(sql<{ id: Id | null }>`with recursive part (id) as (
      select id from tasks where parent_id = any (${tasks}::uuid[])
      union select t.id from tasks t join part on t.parent_id = part.id)
    select id from part`)
  const told = await ids(sql<{ id: Id | null }>`select id from tasks
    where id = any (${parts}::uuid[]) and part_kind <> 'copy'`)
  const documents = await ids(sql<{ id: Id | null }>`select unnest(${started}::uuid[]) as id
    union select notice_id from directives where id = any (${directives}::uuid[])
    union select document_id from directives where id = any (${directives}::uuid[])
    union select to_id from document_links where from_id = any (${started}::uuid[])
    union select from_id from document_links where to_id = any (${started}::uuid[])
    union select document_id from task_dunnings where task_id = any (${[...tasks, ...parts]}::uuid[])`)
  return { title, documents, meetings, tasks, parts, told, directives }
}

async function titleOf(db: Reader, kind: MatterKind, id: Id): Promise<string> {
  const [table, column] = {
    document: ['documents', 'abstract'],
    meeting: ['meetings', 'title'],
    task: ['tasks', 'title'],
  }[kind]
  const [row] = await rowsOf(
    db,
    sql<{
      title: string
    }>`select ${sql.ref(column ?? '')} as title from ${sql.table(table ?? '')} where id = ${id}`,
  )
  if (row) return row.title
  throw new AppError('not_found', 'matters.not_found', {
    vi: 'Không tìm thấy hồ sơ trong phạm vi của đồng chí.',
    en: 'There is no such record within your scope.',
  })
}

export interface DocumentFacts {
  id: Id
  kind: PaperKind
  symbol: string | null
  issuedOn: PlainDate | null
  issuerName: string
  abstract: string
  state: string
  draftNo: number
  urgency: string
  isInternal: boolean
  isStub: boolean
  keptAt: string | null
  text: string | null
  note: string | null
  paper: string | null
  hasNotice: boolean
}

export function listDocuments(db: Reader, ids: readonly Id[]): Promise<DocumentFacts[]> {
  return rowsOf(
    db,
    sql<DocumentFacts>`select d.id, d.kind, d.symbol, d.issued_on as "issuedOn", d.issuer_name as "issuerName", d.abstract,
      d.state, d.draft_no as "draftNo", d.urgency, d.is_internal as "isInternal", d.is_stub as "isStub",
      d.kept_at as "keptAt", d.text, d.note, d.content ->> 'paper' as paper,
      exists (select from conclusion_notices c where c.document_id = d.id) as "hasNotice"
      from documents d where d.id = any (${[...ids]}::uuid[]) order by d.id`,
  )
}

export interface MeetingFacts {
  id: Id
  title: string
  heldOn: PlainDate | null
  body: string
}

export function listMeetings(db: Reader, ids: readonly Id[]): Promise<MeetingFacts[]> {
  return rowsOf(
    db,
    sql<MeetingFacts>`select m.id, m.title, m.held_on as "heldOn", coalesce((select v.name from agency_versions v
        where v.agency_id = m.agency_id order by v.from_on desc limit 1), '') as body
      from meetings m where m.id = any (${[...ids]}::uuid[]) order by m.id`,
  )
}

interface RoundFile {
  id: Id
  name: string
  size: number
  title: string
  on: PlainDate
  author: string
}

/** The texts on which opinions were asked. */
export function listRoundFiles(db: Reader, tasks: readonly Id[]) {
  return rowsOf(
    db,
    sql<RoundFile>`select f.id, f.name, f.size, r.title, r.opened_on as on, coalesce((select v.name from agency_versions v
        join tasks t on t.lead_id = v.agency_id where t.id = r.task_id order by v.from_on desc limit 1), '') as author
      from opinion_rounds r join files f on f.id = r.file_id where r.task_id = any (${[...tasks]}::uuid[])
      order by r.opened_on`,
  )
}

export interface HistoryRow {
  recordedAt: Date
  event: string
  name: string
  post: string | null
  subject: string
  payload: string | null
}

/** The audit of these records, first deed first. */
export function listHistory(db: Reader, ids: readonly Id[], most: number): Promise<HistoryRow[]> {
  return rowsOf(
    db,
    sql<HistoryRow>`select e.recorded_at as "recordedAt", e.event, coalesce(a.name, '?') as name, o.title as post, p.payload,
      coalesce((select title from tasks t where t.id = e.subject_id),
        (select concat_ws(' ', d.symbol, d.abstract) from documents d where d.id = e.subject_id),
        (select title from meetings m where m.id = e.subject_id),
        (select text from directives r where r.id = e.subject_id), '') as subject
      from audit_entries e
      left join audit_payloads p on p.agency_id = e.agency_id and p.entry_id = e.id
      left join accounts a on a.id = e.account_id left join posts o on o.id = e.post_id
      where e.subject_id = any (${[...ids]}::uuid[]) order by e.id limit ${most}`,
  )
}

const Result = z.object({ fileId: Id }).nullable().catch(null)
const Progress = Job.shape.progress.catch(null)

/** One's own work; that of others is not found. */
export async function getJob(db: Reader, id: Id, name: string): Promise<MatterJob> {
  const job = await db
    .selectFrom('jobs')
    .select(['id', 'state', 'result', 'error', 'progress'])
    .where('id', '=', id)
    .where('name', '=', name)
    .executeTakeFirst()
  if (!job)
    throw new AppError('not_found', 'matters.job_not_found', {
      vi: 'Không tìm thấy yêu cầu tải hồ sơ này trong các yêu cầu của đồng chí.',
      en: 'There is no such archive among those you asked for.',
    })
  const fileId = Result.parse(job.result)?.fileId
  const file = fileId
    ? await db
        .selectFrom('files')
        .select(['id', 'name', 'size'])
        .where('id', '=', fileId)
        .executeTakeFirst()
    : undefined
  const state = Job.shape.state.parse(job.state)
  const progress = Progress.parse(job.progress)
  return { id, state, error: job.error, file: file ?? null, progress }
}
