import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type MatterJob, MatterRequest } from '@hopluc/shared/matters'
import type { Id } from '@hopluc/shared/values'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { AppError, assertAllowed } from '../../platform/errors.ts'
import { type SheetToWrite, writeSheet } from '../../platform/excel.ts'
import * as files from '../../platform/files.ts'
import { handle, jobKind, type Jobs } from '../../platform/jobs.ts'
import { tell } from '../notices/index.ts'
import { exportMark } from '../exports/index.ts'
import { makeTaskFile } from '../papers/index.ts'
import { templateFor } from '../templates/index.ts'
import { type MatterPaper, placesOf, plainName } from './domain.ts'
import { deedSheet, deedText, listDeeds } from './history.ts'
import { type Entry, zipped } from './pack.ts'
import { listPapers } from './papers.ts'
import { mayArchive } from './policy.ts'
import * as store from './store.ts'

const archiving = jobKind('matters.archive', MatterRequest)
const ZIP = ['application/zip']
/** Bytes; more is asked for record by record. */
const MOST = 1024 * 1024 * 1024

/**
 * Asks for the file of a matter (hồ sơ công việc) as one archive, made in the background with the
 * rights of whoever asks.
 */
export function ask(context: Context, jobs: Jobs, request: MatterRequest): Promise<MatterJob> {
  const { actor } = context
  assertAllowed(mayArchive(actor))
  return context.write(async (tx) => {
    await store.gather(tx, request.kind, request.id)
    const id = await jobs.enqueue(tx, actor, archiving, request)
    await audit.record(tx, actor, 'matter.archive', request.id, { kind: request.kind, jobId: id })
    return { id, state: 'waiting', file: null, error: null, progress: null }
  })
}

export function getJob({ read }: Context, id: Id): Promise<MatterJob> {
  return read((db) => store.getJob(db, id, archiving.name))
}

export const archivingHandler = handle(archiving, {
  isUrgent: true,
  retries: 0,
  asPerson: async (context, request, report) => {
    try {
      return await archive(context, request, report)
    } catch (error) {
      if (error instanceof AppError)
        await context.write((tx) =>
          tell(tx, context, telling(context, 'export.failed', 'Hồ sơ công việc', null)),
        )
      throw error
    }
  },
})

async function archive(
  context: Context,
  { kind, id }: MatterRequest,
  report: (done: number, total: number) => Promise<void>,
): Promise<{ fileId: Id }> {
  assertAllowed(mayArchive(context.actor))
  const { title, papers, deeds, body, mark } = await context.read(async (db) => {
    const members = await store.gather(db, kind, id)
    const bodyId = context.actor.committeeId ?? context.actor.agencyId
    return {
      title: members.title,
      papers: await listPapers(context, db, members),
      deeds: await listDeeds(db, members),
      mark: await exportMark(db, context, {
        purpose: undefined,
        purposeWords: 'Lưu hồ sơ công việc',
        reference: id,
      }),
      body: (await templateFor(db, bodyId, context.today)).template,
    }
  })
  const places = placesOf(papers)
  const entries: Entry[] = [
    whole('Mục lục văn bản, tài liệu.docx', () => listWord(context, title, papers, places, body)),
    whole('Mục lục văn bản, tài liệu.xlsx', () => sheet(listSheet(title, papers, places, mark))),
    whole('Nhật ký.xlsx', () => sheet(deedSheet(title, deeds, mark))),
    whole('Nhật ký.csv', () => Promise.resolve(deedText(deeds, mark))),
    ...papers.flatMap((paper, at) =>
      paper.files.map(({ content }, file) => ({ name: places[at]?.[file] ?? '', content })),
    ),
  ]
  const name = `Hồ sơ ${plainName(title)}.zip`
  const parts = zipped(entries, (done) => report(done, entries.length))
  const received = await files.receive(name, parts, ZIP, MOST)
  try {
    const sha256 = await hashOf(received.path)
    return await context.write(async (tx) => {
      const file = await files.store(tx, received)
      await files.link(tx, file.id, 'export', context.actor.accountId)
      const made = { kind, files: entries.length, size: file.size, sha256 }
      await audit.record(tx, context.actor, 'matter.save', id, made)
      await tell(tx, context, telling(context, 'export.ready', name, file.id))
      return { fileId: file.id }
    })
  } finally {
    await received.dispose()
  }
}

function whole(name: string, make: () => Promise<Buffer>): Entry {
  return {
    name,
    content: async function* () {
      yield await make()
    },
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part)
  return hash.digest('hex')
}

async function sheet(what: SheetToWrite): Promise<Buffer> {
  const stream = new PassThrough()
  const [content] = await Promise.all([buffer(stream), writeSheet(stream, what)])
  return content
}

/** The number of the folder: the column is narrow, and the Excel list has the whole names. */
const place = (at: readonly string[] | undefined) => at?.[0]?.split(' ')[0] ?? ''

function listWord(
  { actor, today }: Context,
  title: string,
  papers: readonly MatterPaper[],
  places: readonly string[][],
  { superior, issuer, place: town }: { superior: string | null; issuer: string; place: string },
): Promise<Buffer> {
  const days = papers.flatMap(({ on }) => on ?? []).toSorted()
  return makeTaskFile({
    head: { superior, issuer, place: town, on: today, year: Number(today.slice(0, 4)) },
    title,
    code: null,
    from: days[0] ?? today,
    to: null,
    keptFor: null,
    papers: papers.map(({ on, numberSymbol, author, abstract, marks }, at) => ({
      numberSymbol,
      on,
      author,
      abstract,
      place: place(places[at]),
      note: marks.join('; '),
    })),
    madeBy: actor.byWords.split(',')[0] ?? '',
  })
}

function listSheet(
  title: string,
  papers: readonly MatterPaper[],
  places: readonly string[][],
  mark: string,
): SheetToWrite {
  return {
    sheetName: 'Mục lục',
    mark,
    title: `Mục lục văn bản, tài liệu: ${title}`,
    columns: [
      { header: 'STT', key: 'number', width: 6, kind: 'number' },
      { header: 'Số, ký hiệu', key: 'symbol', width: 20, kind: 'text' },
      { header: 'Ngày, tháng', key: 'on', width: 12, kind: 'date' },
      { header: 'Tác giả', key: 'author', width: 34, kind: 'text' },
      { header: 'Tên loại và trích yếu nội dung', key: 'abstract', width: 60, kind: 'text' },
      { header: 'Tệp trong hồ sơ', key: 'files', width: 60, kind: 'text' },
      { header: 'Ghi chú', key: 'note', width: 36, kind: 'text' },
    ],
    rows: papers.map(({ on, numberSymbol, author, abstract, marks }, at) => ({
      number: at + 1,
      symbol: numberSymbol,
      on,
      author,
      abstract,
      files: places[at]?.join('\n'),
      note: marks.join('; '),
    })),
  }
}

function telling(
  { actor }: Context,
  kind: 'export.ready' | 'export.failed',
  title: string,
  fileId: Id | null,
) {
  const to = { accountIds: [actor.accountId] }
  const dedupe = `${kind} ${fileId ?? crypto.randomUUID()}`
  return { to, kind, subjectKind: 'digest' as const, subjectId: fileId, params: { title }, dedupe }
}
