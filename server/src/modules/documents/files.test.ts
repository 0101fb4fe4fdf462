import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { sql } from 'kysely'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { anIncoming, aNotice, aRegister, assertDone } from '../../testing/papers.ts'
import { aPdf } from '../../testing/signed-paper.ts'

const { app, as, ask, get, post, counts, empty, owner, organisation } = await aRegister()
const { a } = organisation
const scratch = mkdtempSync(join(tmpdir(), 'hopluc-files-'))
vi.stubEnv('TMPDIR', scratch)
afterAll(() => {
  rmSync(scratch, { recursive: true })
  vi.unstubAllEnvs()
})

beforeEach(async () => {
  await empty()
  await sql`truncate files, file_blobs cascade`.execute(owner)
})

const BOUNDARY = 'hopluc-boundary'
const form = (name: string, content: Buffer | string) =>
  Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n` +
        'content-type: application/octet-stream\r\n\r\n',
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ])
const CONTENT_TYPE = `multipart/form-data; boundary=${BOUNDARY}`

const stated = Buffer.from(
  `--${BOUNDARY}\r\ncontent-disposition: form-data; name="statedOpen"\r\n\r\ntrue\r\n`,
)

async function send(who: string, name: string, content: Buffer | string, isStatedOpen = false) {
  const headers = { ...(await as(who)), 'content-type': CONTENT_TYPE }
  const whole = form(name, content)
  const payload = isStatedOpen ? Buffer.concat([stated, whole]) : whole
  return app.inject({ method: 'POST', url: '/api/files', headers, payload })
}

test('the same key takes the same file once, and no other', async () => {
  const headers = {
    ...(await as('standing')),
    'content-type': CONTENT_TYPE,
    'idempotency-key': 'one-key-for-a-file',
  }
  const sent = (content: string) =>
    app.inject({ method: 'POST', url: '/api/files', headers, payload: form('a.txt', content) })
  const first = await sent('Nội dung thứ nhất')
  assertDone(first)
  const again = await sent('Nội dung thứ nhất')
  expect(again.json()).toEqual(first.json())
  expect([again.statusCode, again.headers['idempotent-replay']]).toEqual([201, 'true'])
  expect((await sent('Nội dung thứ hai')).json()).toMatchObject({ code: 'request.key_reused' })
  expect(await owner.selectFrom('files').select('id').execute()).toHaveLength(1)
})

async function stored() {
  const { rows } = await sql<{ files: number; blobs: number; chunks: number }>`select
    (select count(*)::int from files) as files, (select count(*)::int from file_blobs) as blobs,
    (select count(*)::int from file_chunks) as chunks`.execute(owner)
  return rows[0]
}
const NOTHING = { files: 0, blobs: 0, chunks: 0 }

const PARAGRAPH = '<w:p><w:r><w:t>Kết luận cuộc họp Ban Chỉ đạo</w:t></w:r></w:p>'
const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const SECRET = '<w:p><w:r><w:t>MẬT</w:t></w:r></w:p>'
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const wordFile = (body = PARAGRAPH, parts: Record<string, string> = {}) =>
  Buffer.from(
    zipSync({
      ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, bytes(xml)])),
      '[Content_Types].xml': bytes(
        '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
      '_rels/.rels': bytes(
        '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      ),
      'word/document.xml': bytes(
        `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
      ),
    }),
  )

const CONCLUSION = wordFile()

/** The mark stands alone at the head of the second page. */
async function aTwoPager(mark: string) {
  const first = await PDFDocument.load(
    await aPdf([{ x: 80, y: 700, text: 'Báo cáo kết quả thực hiện nhiệm vụ quý I năm 2026' }]),
  )
  const second = await PDFDocument.load(await aPdf([{ x: 280, y: 810, text: mark }]))
  const [page] = await first.copyPages(second, [0])
  if (page) first.addPage(page)
  return Buffer.from(await first.save())
}

describe('a file', () => {
  test('sent ahead is read, and is the document’s once it is registered', async () => {
    const sent = await send('standing', 'Kết luận 05.docx', CONCLUSION)
    expect(sent.json()).toMatchObject({
      name: 'Kết luận 05.docx',
      mediaType: expect.stringContaining('wordprocessingml'),
      text: expect.stringContaining('Kết luận cuộc họp Ban Chỉ đạo'),
      same: [],
    })
    const { id: fileId, text } = sent.json()
    const files = [{ fileId, part: 'main' }]
    const registered = await post(
      'standing',
      '/documents',
      anIncoming({ files, text, readerIds: [a.departmentId] }),
    )
    const { id, version } = registered.json()
    assertDone(registered)
    expect(registered.json().files).toMatchObject([{ id: fileId, part: 'main' }])
    const download = await get('officer', `/files/${fileId}`)
    expect(download.headers).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment; .*filename\*=UTF-8''K%E1/),
      'x-content-type-options': 'nosniff',
    })
    expect(download.rawPayload).toEqual(CONCLUSION)
    const again = await send('standing', 'khác.docx', CONCLUSION)
    expect(again.json().same).toMatchObject([{ id }])
    for (const who of ['otherofficer', 'strangerstanding', 'cooperative'])
      expect((await get(who, `/files/${fileId}`)).statusCode).toBe(404)
    await ask('standing', 'PUT', `/documents/${id}/readers`, { agencyIds: [], version })
    expect((await get('officer', `/files/${fileId}`)).statusCode).toBe(404)
  })

  test('is put on a document and taken off by its own body only', async () => {
    const { id, version } = (
      await post('standing', '/documents', anIncoming({ readerIds: [a.departmentId] }))
    ).json()
    const { id: fileId } = (await send('standing', 'phu-luc.txt', 'Phụ lục 1')).json()
    const { id: foreign } = (await send('officer', 'khac.txt', 'Phụ lục 2')).json()
    const path = `/documents/${id}/files`
    const before = await counts()
    const stolen = await post('standing', path, { fileId: foreign, part: 'attachment', version })
    expect(stolen.statusCode).toBe(404)
    expect((await post('officer', path, { fileId, part: 'main', version })).statusCode).toBe(403)
    expect(await counts()).toEqual(before)
    const put = await post('standing', path, { fileId, part: 'attachment', version })
    expect(put.json().files).toMatchObject([{ id: fileId, part: 'attachment' }])
    const stale = await post('standing', path, { fileId, part: 'main', version })
    expect(stale.json().code).toBe('documents.changed')
    const removal = { fileId, version: put.json().version }
    const off = await post('standing', `/documents/${id}/file-removals`, removal)
    expect(off.json().files).toEqual([])
  })

  test('that is the signed paper comes with the issue', async () => {
    const { id, version } = (await post('standing', '/documents', aNotice())).json()
    const { id: signedFileId } = (await send('standing', 'ky.txt', 'Bản đã ký')).json()
    const facts = { issuedOn: '2026-03-09', signerName: 'Nguyễn Văn An', signedFileId }
    const issued = await post('standing', `/documents/${id}/steps`, {
      action: 'issue',
      version,
      ...facts,
    })
    expect(issued.json().files).toMatchObject([{ id: signedFileId, part: 'signed' }])
  })

  test.each<[string, string, Buffer | string, number, string]>([
    [
      'a program with the name of a PDF',
      'cv.pdf',
      Buffer.from('MZ\x90\x00\x03'),
      415,
      'files.wrong_type',
    ],
    ['HTML with the name of a text', 'a.txt', '<html><script>1</script>', 415, 'files.wrong_type'],
    ['nothing', 'a.pdf', '', 422, 'files.empty'],
    ['26 MB', 'a.txt', Buffer.alloc(26 * 1024 * 1024, 'a'), 413, 'files.too_large'],
    ['a Word file cut in half', 'a.docx', wordFile().subarray(0, 700), 422, 'reading.docx_broken'],
    ['a PDF of rubbish', 'a.pdf', `%PDF-1.7\n${'x'.repeat(500)}`, 422, 'papers.broken'],
    ['a state secret', 'a.txt', 'UBND TỈNH\nMẬT\nKế hoạch', 422, 'documents.state_secret'],
  ])('of %s is refused, and nothing is kept', async (_, name, content, status, code) => {
    const response = await send('standing', name, content)
    expect(response.json()).toMatchObject({ status, code })
    expect(await stored()).toEqual(NOTHING)
    expect(readdirSync(scratch)).toEqual([])
  })

  test('of a state secret in Word is refused as well', async () => {
    const mark = '<w:p><w:r><w:t>TUYỆT MẬT</w:t></w:r></w:p>'
    const response = await send('standing', 'a.docx', wordFile(mark + PARAGRAPH))
    expect(response.json().code).toBe('documents.state_secret')
    expect(await stored()).toEqual(NOTHING)
  })

  test.each([
    ['in a Word header', 'a.docx', () => wordFile(PARAGRAPH, { 'word/header1.xml': SECRET })],
    [
      'in a text box',
      'a.docx',
      () => wordFile(`<w:p><w:txbxContent>${SECRET}</w:txbxContent></w:p>`),
    ],
    ['in its name', 'Công văn (TỐI MẬT).docx', () => CONCLUSION],
    ['on a later page of a PDF', 'a.pdf', () => aTwoPager('MẬT')],
  ])('of a state secret marked %s is refused, and nothing is kept', async (_, name, content) => {
    const before = await counts()
    const response = await send('standing', name, await content(), true)
    expect(response.json()).toMatchObject({ status: 422, code: 'documents.state_secret' })
    expect(await stored()).toEqual(NOTHING)
    expect(await counts()).toEqual(before)
  })

  test.each([
    ['a scan', 'quet.pdf', () => aPdf([])],
    ['a picture', 'anh.png', () => Buffer.from(PIXEL, 'base64')],
  ])('that is %s is kept with its sender’s word only, which is recorded', async (_, name, make) => {
    const content = await make()
    const refused = await send('standing', name, content)
    expect(refused.json()).toMatchObject({ status: 422, code: 'files.unseen' })
    expect(await stored()).toEqual(NOTHING)
    expect((await send('standing', name, content, true)).json()).toMatchObject({ name, text: null })
    const recorded = await owner.selectFrom('audit_entries').select('event').execute()
    expect(recorded).toEqual([{ event: 'file.state_open' }])
  })

  test('whose sending breaks off leaves nothing', async () => {
    await app.listen({ port: 0, host: '127.0.0.1' })
    const address = app.server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { cookie } = await as('standing')
    const whole = form('lon.txt', Buffer.alloc(5 * 1024 * 1024, 'a'))
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(
      `POST /api/files HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n` +
        `content-type: ${CONTENT_TYPE}\r\ncontent-length: ${whole.length}\r\n\r\n`,
    )
    socket.write(whole.subarray(0, 2 * 1024 * 1024))
    await vi.waitFor(() => expect(readdirSync(scratch)).toHaveLength(1))
    socket.destroy()
    await vi.waitFor(() => expect(readdirSync(scratch)).toEqual([]), 5000)
    expect(await stored()).toEqual(NOTHING)
    await app.close()
  })
})
