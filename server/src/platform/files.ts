import { createHash, randomUUIDv7 } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Context } from './context.ts'
import type { Reader, Tx } from './db.ts'
import { AppError } from './errors.ts'
import { typeOf } from './files-types.ts'
import { handle, jobKind, type SystemContext } from './jobs-run.ts'

export const MAX_FILE = 25 * 1024 * 1024
const CHUNK = 256 * 1024
const CHUNKS_AT_ONCE = 4
const LONGEST_NAME = 200

export interface StoredFile {
  id: Id
  name: string
  /** Bytes. */
  size: number
  mediaType: string
}

/** A file that has come in whole and was looked at, but belongs to nothing yet. */
export interface ReceivedFile {
  name: string
  size: number
  mediaType: string
  hash: Buffer
  /** On the disk of this process until `dispose`. */
  path: string
  dispose: () => Promise<void>
}

/** `truncated` is set by a multipart parser that stopped reading at its limit. */
export type FileSource = AsyncIterable<Buffer> & { truncated?: boolean }

/**
 * Takes a file in before any transaction opens, so that a slow line holds no lock: at most `most`
 * bytes, 25 MB unless we made it ourselves; type by content. The caller disposes of it, also after an error of its own.
 */
export async function receive(
  name: string,
  source: FileSource | Buffer,
  accepted?: readonly string[],
  most = MAX_FILE,
): Promise<ReceivedFile> {
  const folder = await mkdtemp(join(tmpdir(), 'hopluc-upload-'))
  const dispose = () => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'content')
    const { size, hash } = await spool(path, source, most)
    const shortName = plainName(name)
    const mediaType = await typeOf(path, shortName, accepted)
    return { name: shortName, size, mediaType, hash, path, dispose }
  } catch (error) {
    await dispose()
    throw error
  }
}

/**
 * Keeps a received file as the acting account's. Equal content is stored once. Until it is linked
 * only the uploader sees it, and after a day the collector takes it away.
 */
export async function store(tx: Tx, file: ReceivedFile): Promise<StoredFile> {
  const { hash, size, name, mediaType } = file
  const claim = sql<{
    is_new: boolean
  }>`select claim_blob(${hash}, ${size}, ${mediaType}) as is_new`
  const { rows } = await claim.execute(tx)
  if (rows[0]?.is_new) await storeChunks(tx, file)
  const id = randomUUIDv7()
  await tx.insertInto('files').values({ id, hash, name, size, media_type: mediaType }).execute()
  return { id, name, size, mediaType }
}

/** Hangs an own upload on a record: from now on the record's policy says who sees it. */
export async function link(tx: Tx, fileId: Id, subjectKind: string, subjectId: Id): Promise<void> {
  const row = { file_id: fileId, subject_kind: subjectKind, subject_id: subjectId }
  await tx.insertInto('file_links').values(row).execute()
}

export async function unlink(
  tx: Tx,
  fileId: Id,
  subjectKind: string,
  subjectId: Id,
): Promise<void> {
  await tx
    .deleteFrom('file_links')
    .where('file_id', '=', fileId)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .execute()
}

export async function get(db: Reader, id: Id): Promise<StoredFile> {
  return db
    .selectFrom('files')
    .select(['id', 'name', 'size', 'media_type as mediaType'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(notFound)
}

export interface Download {
  file: StoredFile
  headers: Record<string, string>
  /** Read as it is sent, each part under the rights of that moment. */
  body: Readable
}

/** The file for whoever may see the record that it hangs on; else it is not found. */
export async function download(context: Context, id: Id): Promise<Download> {
  const file = await context.read((db) => get(db, id))
  return { file, headers: downloadHeaders(file), body: Readable.from(contentOf(context, file)) }
}

/** The whole content in memory, for reading a document's text. */
export async function content(context: Context, id: Id): Promise<Buffer> {
  const found: Buffer[] = []
  for await (const part of contentOf(context, await context.read((db) => get(db, id))))
    found.push(part)
  return Buffer.concat(found)
}

/** Saved, never shown in our own name: no sniffing, no scripts, no frames. */
export function downloadHeaders({ name, size, mediaType }: Omit<StoredFile, 'id'>) {
  const ascii = name.normalize('NFD').replace(/[^\x20-\x7E]|["\\%]/g, '') || 'file'
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return {
    'content-type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
    'content-length': String(size),
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-store',
  }
}

/**
 * Takes away uploads that nobody linked within a day, and content that no file names any more.
 * Answers how many contents went.
 */
export async function collect(system: SystemContext): Promise<number> {
  return system.write(async (tx) => {
    await sql`
      delete from files where created_at < now() - interval '1 day'
      and not exists (select from file_links where file_id = files.id)`.execute(tx)
    const { numAffectedRows } = await sql`
      delete from file_blobs where created_at < now() - interval '1 hour'
      and not exists (select from files where files.hash = file_blobs.hash)`.execute(tx)
    return Number(numAffectedRows ?? 0)
  })
}

export const collecting = handle(jobKind('files.collect', z.object({})), {
  cron: '15 2 * * *',
  asSystem: async (system) => ({ collected: await collect(system) }),
})

/** Part by part, each read under the rights of that moment. */
export async function* contentOf(
  context: Context,
  { id, size }: Pick<StoredFile, 'id' | 'size'>,
): AsyncGenerator<Buffer> {
  const count = Math.ceil(size / CHUNK)
  for (let from = 0; from < count; from += CHUNKS_AT_ONCE) {
    const chunks = await context.read((db) =>
      db
        .selectFrom('file_chunks')
        .innerJoin('files', 'files.hash', 'file_chunks.hash')
        .select('bytes')
        .where('files.id', '=', id)
        .where('seq', '>=', from)
        .where('seq', '<', from + CHUNKS_AT_ONCE)
        .orderBy('seq')
        .execute(),
    )
    if (chunks.length === 0) throw notFound() // taken from the record while it was being sent
    yield Buffer.concat(chunks.map(({ bytes }) => bytes))
  }
}

async function spool(path: string, source: FileSource | Buffer, most: number) {
  const hash = createHash('sha256')
  const target = await open(path, 'wx', 0o600)
  let size = 0
  try {
    for await (const chunk of Buffer.isBuffer(source) ? [source] : source) {
      size += chunk.length
      if (size > most) throw tooLarge()
      hash.update(chunk)
      await target.write(chunk)
    }
  } finally {
    await target.close()
  }
  if (!Buffer.isBuffer(source) && source.truncated) throw tooLarge()
  if (size === 0) throw empty()
  return { size, hash: hash.digest() }
}

async function storeChunks(tx: Tx, { path, hash }: ReceivedFile): Promise<void> {
  let seq = 0
  for await (const bytes of createReadStream(path, { highWaterMark: CHUNK })) {
    if (!Buffer.isBuffer(bytes)) continue
    await tx.insertInto('file_chunks').values({ hash, seq, bytes }).execute()
    seq += 1
  }
}

/** The last part of the name as given, without what confuses file systems and headers. */
function plainName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  const plain = last.replace(/[\u0000-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g, '').trim()
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 ? plain.slice(dot).slice(0, 20) : ''
  const stem = dot > 0 ? plain.slice(0, dot) : plain
  return `${stem.slice(0, LONGEST_NAME - ending.length)}${ending}` || 'tệp'
}

function notFound() {
  return new AppError('not_found', 'files.not_found', {
    vi: 'Không tìm thấy tệp trong phạm vi của đồng chí.',
    en: 'There is no such file within your scope.',
  })
}

function tooLarge() {
  return new AppError('too_large', 'files.too_large', {
    vi: 'Tệp lớn hơn 25 MB. Hãy chia nhỏ hoặc nén ảnh trong tệp rồi gửi lại.',
    en: 'The file is larger than 25 MB. Split it or compress its pictures and send it again.',
  })
}

function empty() {
  return new AppError('rule', 'files.empty', {
    vi: 'Tệp không có nội dung.',
    en: 'The file is empty.',
  })
}
