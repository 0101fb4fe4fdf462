import { PassThrough } from 'node:stream'
import type { ExportJob } from '@hopluc/shared/exports'
import { ExportPurpose, type ReadingPurpose } from '@hopluc/shared/personal-data'
import type { Id, Page } from '@hopluc/shared/values'
import { randomUUIDv7 } from 'node:crypto'
import * as z from 'zod'
import * as audit from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { writeCsv } from '../../platform/csv.ts'
import type { Reader } from '../../platform/db.ts'
import { AppError } from '../../platform/errors.ts'
import {
  type ExcelColumn,
  type ExcelRow,
  type SheetToWrite,
  writeSheet,
} from '../../platform/excel.ts'
import * as files from '../../platform/files.ts'
import { handle, jobKind, type Jobs } from '../../platform/jobs.ts'
import { tell } from '../notices/index.ts'
import { findPersonal, purposeWords } from '../personal-fields/index.ts'
import * as store from './store.ts'

/** A list as its module lets it be saved. */
export interface ExportedList<Query extends { cursor?: string | undefined; limit: number }> {
  /** Stable: work that waits names it. */
  name: string
  /** As in the address. */
  query: z.ZodType<Query>
  /** Of the file, without its ending; also the notice's words. */
  title: string
  sheetName: string
  /** A line above the heads. */
  heading?: string | ((query: Query) => string)
  /** Personal data in it, as declared: the file is marked with who took it for what, and that is kept. */
  personal?: readonly string[]
  columns: readonly ExcelColumn[]
  rows: (context: Context, query: Query) => Promise<Page<ExcelRow>>
}

interface AnyList {
  title: string
  personal: readonly string[]
  sheet: (context: Context, search: string) => SheetToWrite
}

/** More is written in the background. */
const MOST_STREAMED = 10_000
const ROWS_AT_ONCE = 200

const lists = new Map<string, AnyList>()
const exporting = jobKind('exports.sheet', z.object({ list: z.string(), search: z.string() }))

/** Makes a list known, so that the background can write it as the route would. */
export function declareList<Query extends { cursor?: string | undefined; limit: number }>(
  list: ExportedList<Query>,
): void {
  const { name, title, sheetName, heading, columns, personal = [] } = list
  lists.set(name, {
    title,
    personal,
    sheet: (context, search) => {
      const query = list.query.parse(Object.fromEntries(new URLSearchParams(search)))
      const rows = allRows(context, list, query)
      const title = typeof heading === 'function' ? heading(query) : heading
      return { sheetName, columns, rows, ...(title !== undefined && { title }) }
    },
  })
}

async function* allRows<Query extends { cursor?: string | undefined; limit: number }>(
  context: Context,
  { rows }: ExportedList<Query>,
  query: Query,
): AsyncGenerator<ExcelRow> {
  let cursor = query.cursor
  do {
    const page = await rows(context, { ...query, limit: ROWS_AT_ONCE, cursor })
    yield* page.items
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
}

const purposeIn = (search: string) =>
  ExportPurpose.parse(Object.fromEntries(new URLSearchParams(search)))

/** What is masked or sensitive leaves only for a purpose; of other lists the mark says "không nêu". */
function assertPurpose(
  fields: readonly string[],
  { purpose }: z.infer<typeof ExportPurpose>,
): void {
  const isKept = fields
    .map(findPersonal)
    .some((one) => one?.mask || one?.sensitivity === 'sensitive')
  if (!isKept || purpose !== undefined) return
  throw new AppError('rule', 'exports.purpose_missing', {
    vi: 'Danh sách này có dữ liệu cá nhân phải che. Hãy nêu mục đích rồi xuất lại.',
    en: 'This list holds masked personal data. State a purpose and save it again.',
  })
}

/** As the list's address asks for it. */
const inFormat = (search: string) =>
  new URLSearchParams(search).get('format') === 'csv'
    ? { ending: 'csv', type: 'text/csv; charset=utf-8', writeList: writeCsv }
    : {
        ending: 'xlsx',
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        writeList: writeSheet,
      }

/**
 * The list as a stream, or, beyond 10,000 rows, the work that writes it in the background.
 * @param search the query string of the list's address
 * @throws AppError `exports.purpose_missing`
 */
export async function exportList(
  context: Context,
  jobs: Jobs,
  name: string,
  search: string,
): Promise<{ fileName: string; type: string; stream: PassThrough } | { job: ExportJob }> {
  const { title, sheet, personal } = known(name)
  assertPurpose(personal, purposeIn(search))
  const { rows, ...whole } = sheet(context, search)
  const held: ExcelRow[] = []
  for await (const row of rows) {
    held.push(row)
    if (held.length > MOST_STREAMED) return { job: await ask(context, jobs, name, search) }
  }
  const mark = personal.length > 0 ? await takeAway(context, name, search, held.length) : undefined
  const { ending, type, writeList } = inFormat(search)
  const stream = new PassThrough()
  writeList(stream, { ...whole, mark, rows: held }).catch((error: unknown) =>
    stream.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return { fileName: `${title}.${ending}`, type, stream }
}

/** Records, before a row leaves, who takes which personal data away for what; answers the mark. */
export function takeAway(
  context: Context,
  list: string,
  search: string,
  rows: number | null,
): Promise<string> {
  const reference = randomUUIDv7()
  const said = purposeIn(search)
  const { purpose, purposeWords: words } = said
  const fields = known(list).personal
  assertPurpose(fields, said)
  return context.write(async (tx) => {
    const kept = { list, search, fields, purpose: purpose ?? null, words: words ?? null, rows }
    await audit.record(tx, context.actor, 'personal.export', reference, kept)
    return exportMark(tx, context, { purpose, purposeWords: words, reference })
  })
}

/** The line that goes with personal data wherever a file takes it. `reference` finds the audit's entry. */
export async function exportMark(
  db: Reader,
  { actor, now, today }: Context,
  said: { purpose: ReadingPurpose | undefined; purposeWords: string | undefined; reference: Id },
): Promise<string> {
  const username = await store.usernameOf(db, actor.accountId)
  const time = now.toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', timeStyle: 'short' })
  const day = today.split('-').toReversed().join('/')
  const purpose = purposeWords(said.purpose, said.purposeWords)
  return `Xuất bởi ${actor.byWords} (tài khoản ${username}) lúc ${time} ngày ${day}. Mục đích: ${purpose}. Mã xuất: ${said.reference}. Có dữ liệu cá nhân, chỉ dùng đúng mục đích.`
}

function known(name: string): AnyList {
  const list = lists.get(name)
  if (list) return list
  throw new Error(`no list is called ${name}`)
}

async function ask(context: Context, jobs: Jobs, list: string, search: string): Promise<ExportJob> {
  const { actor, write } = context
  return write(async (tx) => {
    const id = await jobs.enqueue(tx, actor, exporting, { list, search })
    await audit.record(tx, actor, 'export.ask', id, { list, search })
    return { id, state: 'waiting', file: null, error: null }
  })
}

/** The state of one's own work; that of others is not found. */
export function getJob({ read }: Context, id: Id): Promise<ExportJob> {
  return read((db) => store.getJob(db, id, exporting.name))
}

/** Writes the file with the rights of whoever asked, and tells them. */
export const exportingHandler = handle(exporting, {
  isUrgent: true,
  asPerson: async (context, { list, search }) => {
    const { title } = known(list)
    try {
      return { fileId: await write(context, list, search) }
    } catch (error) {
      if (error instanceof AppError) await tellOwn(context, 'export.failed', { title })
      throw error
    }
  },
})

async function write(context: Context, list: string, search: string): Promise<Id> {
  const { actor } = context
  const { title, sheet, personal } = known(list)
  const mark = personal.length > 0 ? await takeAway(context, list, search, null) : undefined
  const { ending, writeList } = inFormat(search)
  const stream = new PassThrough()
  const written = writeList(stream, { ...sheet(context, search), mark }).catch((error: unknown) => {
    stream.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  const received = await files.receive(`${title}.${ending}`, stream)
  try {
    await written
    return await context.write(async (tx) => {
      const { id } = await files.store(tx, received)
      await files.link(tx, id, 'export', actor.accountId)
      await tell(tx, ownTeller(context), telling(context, 'export.ready', { title }, id))
      return id
    })
  } finally {
    await received.dispose()
  }
}

/** Nobody's deed: the one who asked is told. */
const ownTeller = ({ today, now }: Context) => ({ today, now })

function telling(
  { actor }: Context,
  kind: 'export.ready' | 'export.failed',
  params: { title: string },
  fileId: Id | null,
) {
  const to = { accountIds: [actor.accountId] }
  const dedupe = `${kind} ${fileId ?? crypto.randomUUID()}`
  return { to, kind, subjectKind: 'digest' as const, subjectId: fileId, params, dedupe }
}

function tellOwn(context: Context, kind: 'export.failed', params: { title: string }) {
  return context.write((tx) => tell(tx, ownTeller(context), telling(context, kind, params, null)))
}

/** After seven days the collector takes the files away. */
export const exportsEndingHandler = handle(jobKind('exports.end', z.object({})), {
  cron: '5 2 * * *',
  asSystem: async ({ write: change }) => ({ ended: await change((tx) => store.endOld(tx)) }),
})
