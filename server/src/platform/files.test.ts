import { createHash, randomBytes, randomUUIDv7 as newId } from 'node:crypto'
import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import { strToU8, zipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { type Actor, createContext } from './context.ts'
import * as files from './files.ts'
import { systemContext } from './jobs-run.ts'

const { app, jobs, owner } = await aDatabase()
const now = new Date('2026-03-10T05:00:00Z')
const system = systemContext({ jobsDb: jobs, now: () => now })
const [uploader, other] = [aContext(), aContext()]
const record = newId()

// As a module does for its own kind of record: here, whoever has the role of chair sees it.
await sql`create policy of_records on file_links to hopluc_app
  using (subject_kind = 'record' and (select role from acting) = 'chair')
  with check (subject_kind = 'record')`.execute(owner)
beforeEach(() => sql`truncate file_blobs, files, file_links cascade`.execute(owner))

function aContext(role: Actor['role'] = 'officer') {
  const ids = { accountId: newId(), postId: newId(), agencyId: newId(), committeeId: null }
  return createContext(app, { ...ids, role, byWords: 'Người thử' }, '2026-03-10', now)
}

async function* inPieces(content: Buffer, size = 60_000) {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
}

async function upload(content: Buffer | string, name = 'Báo cáo.txt', by = uploader) {
  const received = await files.receive(name, inPieces(Buffer.from(content)))
  const stored = await by.write((tx) => files.store(tx, received))
  await received.dispose()
  return stored
}
const linkTo = (id: string, by = uploader) => by.write((tx) => files.link(tx, id, 'record', record))
const counts = async () => {
  const { rows } = await sql<{ files: number; blobs: number; chunks: number }>`
    select (select count(*)::int from files) as files, (select count(*)::int from file_blobs) as blobs,
      (select count(*)::int from file_chunks) as chunks`.execute(owner)
  return rows[0]
}
const text = (size: number) => Buffer.from(randomBytes(size / 2).toString('hex'))

describe('a file', () => {
  test('comes back as it went in, in parts, under its Vietnamese name', async () => {
    const content = text(1_700_000)
    const { id, size } = await upload(content, 'C:\\họp\\Báo cáo "quý I".txt')
    expect(size).toBe(content.length)
    const { body, headers } = await files.download(uploader, id)
    expect(Buffer.concat(await body.toArray()).equals(content)).toBe(true)
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-length': '1700000',
      'content-disposition': `attachment; filename="Bao cao quy I.txt"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%22qu%C3%BD%20I%22.txt`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    })
    expect((await files.content(uploader, id)).equals(content)).toBe(true)
  })

  test('of equal content is stored once, also when two come at the same time', async () => {
    const content = text(600_000)
    await Promise.all([upload(content), upload(content, 'khác.txt', other)])
    expect(await counts()).toEqual({ files: 2, blobs: 1, chunks: 3 })
  })

  test('leaves nothing on the disk after it is disposed of or refused', async () => {
    const received = await files.receive('a.txt', inPieces(Buffer.from('xin chào')))
    expect(existsSync(received.path)).toBe(true)
    await received.dispose()
    expect(existsSync(received.path)).toBe(false)
  })
})

describe('is refused', () => {
  const macro = zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="x"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    ),
    'word/document.xml': strToU8('<x/>'),
  })
  test.each<[string, string, Buffer | string, string]>([
    ['a page', 'a.txt', '<!DOCTYPE html><script>1</script>', 'wrong_type'],
    ['a drawing that can run', 'a.png', '  <svg onload="x"/>', 'wrong_type'],
    ['a program', 'a.pdf', Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0'), 'wrong_type'],
    ['a paper with macros', 'a.docx', Buffer.from(macro), 'wrong_type'],
    ['text in an old encoding', 'a.txt', Buffer.from([0x42, 0xb8, 0x6f]), 'wrong_type'],
    ['bytes without a type', 'a.txt', Buffer.from([1, 2, 3, 0]), 'wrong_type'],
    ['an empty file', 'a.txt', '', 'empty'],
    ['a file beyond 25 MB', 'a.txt', Buffer.alloc(files.MAX_FILE + 1, 'a'), 'too_large'],
  ])('%s', async (_, name, content, code) => {
    await expect(files.receive(name, inPieces(Buffer.from(content)))).rejects.toMatchObject({
      code: `files.${code}`,
    })
  })

  test('a file that the parser cut off at its limit', async () => {
    const source = Object.assign(inPieces(Buffer.from('abc')), { truncated: true })
    await expect(files.receive('a.txt', source)).rejects.toMatchObject({ code: 'files.too_large' })
  })

  test('but exactly 25 MB is taken', async () => {
    const received = await files.receive('a.txt', Buffer.alloc(files.MAX_FILE, 'a'))
    expect(received.size).toBe(files.MAX_FILE)
    await received.dispose()
  })
})

describe('who sees it', () => {
  const isSeen = (id: string, by: typeof uploader) =>
    files.download(by, id).then(
      () => true,
      () => false,
    )

  test('only the uploader, until it hangs on a record; then those who see the record', async () => {
    const { id } = await upload('nội dung')
    const chair = aContext('chair')
    expect([await isSeen(id, uploader), await isSeen(id, chair)]).toEqual([true, false])
    await linkTo(id)
    expect([await isSeen(id, uploader), await isSeen(id, chair)]).toEqual([false, true])
    await expect(files.download(uploader, id)).rejects.toMatchObject({ code: 'files.not_found' })
  })

  test('nobody hangs another person’s upload on a record of their own', async () => {
    const { id } = await upload('nội dung')
    await expect(linkTo(id, other)).rejects.toThrow('row-level security')
  })

  test('whoever sees it may hang it on a further record', async () => {
    const { id } = await upload('nội dung')
    await linkTo(id)
    const chair = aContext('chair')
    const further = newId()
    await chair.write((tx) => files.link(tx, id, 'record', further))
    const seen = () =>
      chair.read((db) => db.selectFrom('file_links').select('subject_id').execute())
    expect(await seen()).toHaveLength(2)
    await chair.write((tx) => files.unlink(tx, id, 'record', further))
    expect(await seen()).toEqual([{ subject_id: record }])
  })

  test('content is no way around the file: no rows of chunks or blobs without it', async () => {
    await upload('nội dung')
    const seen = await other.read(async (db) => [
      ...(await db.selectFrom('file_chunks').select('seq').execute()),
      ...(await db.selectFrom('file_blobs').select('size').execute()),
    ])
    expect(seen).toEqual([])
    const own = await uploader.read((db) => db.selectFrom('file_chunks').select('seq').execute())
    expect(own).toHaveLength(1)
  })
})

test('content is written by whoever claims it, in that transaction, and never added to', async () => {
  const text = 'một nội dung'
  const hash = createHash('sha256').update(text).digest()
  const chunk = (seq: number, bytes: Buffer) => ({ hash, seq, bytes })
  const put = (by: typeof uploader, row: ReturnType<typeof chunk>) =>
    by.write((tx) => tx.insertInto('file_chunks').values(row).execute())
  await upload(text)
  for (const by of [uploader, other])
    await expect(put(by, chunk(1, Buffer.from('thêm')))).rejects.toThrow('row-level security')
  const another = createHash('sha256').update('khác').digest()
  const oversized = other.write(async (tx) => {
    await sql`select claim_blob(${another}, 5, 'text/plain')`.execute(tx)
    await tx
      .insertInto('file_chunks')
      .values({ hash: another, seq: 1, bytes: Buffer.from('x') })
      .execute()
  })
  await expect(oversized).rejects.toThrow('row-level security')
  expect(await counts()).toEqual({ files: 1, blobs: 1, chunks: 1 })
})

test('what hangs on nothing goes after a day, its content with the last file', async () => {
  const [kept] = [await upload('chung'), await upload('chung', 'b.txt'), await upload('riêng')]
  await linkTo(kept.id)
  expect(await files.collect(system)).toBe(0)
  await sql`update files set created_at = now() - interval '2 days'`.execute(owner)
  await sql`update file_blobs set created_at = now() - interval '2 days'`.execute(owner)
  expect(await files.collect(system)).toBe(1)
  expect(await counts()).toEqual({ files: 1, blobs: 1, chunks: 1 })
  const again = await upload('riêng') // its content is written anew
  expect((await files.content(uploader, again.id)).toString()).toBe('riêng')
})
