import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { writeSheet } from '../../platform/excel.ts'
import * as files from '../../platform/files.ts'
import { aRegister } from '../../testing/papers.ts'

const { app, as, clock, db, organisation } = await aRegister()
const { a } = organisation
await app.listen({ port: 0, host: '127.0.0.1' })
afterAll(() => app.close())
const address = app.server.address()
const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const word = (parts: Record<string, Uint8Array>) =>
  zipSync({ '[Content_Types].xml': strToU8(TYPES), ...parts })
const BODY = strToU8('<w:p><w:r><w:t>Kết luận</w:t></w:r></w:p>')

async function sheet(rows: Iterable<Record<string, string>>) {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const columns = ['Nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn hoàn thành'].map((header) => ({
    header,
    key: header,
    width: 20,
    kind: 'text' as const,
  }))
  await writeSheet(stream, { sheetName: 'Nhiệm vụ', columns, rows })
  return bytes
}

/** How long each of the server's signs of life took while the work went on, in milliseconds. */
async function pulseDuring<T>(work: Promise<T>): Promise<{ answer: T; pulse: number[] }> {
  const pulse: number[] = []
  const state = { isOver: false }
  const beating = (async () => {
    while (!state.isOver) {
      const from = performance.now()
      expect((await fetch(`${origin}/api/health`)).status).toBe(200)
      pulse.push(performance.now() - from)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  try {
    return { answer: await work, pulse }
  } finally {
    state.isOver = true
    await beating
  }
}

/** On the request's own thread each of these files takes many seconds; others have the processors too. */
function expectAlive(pulse: readonly number[]) {
  const sorted = pulse.toSorted((one, other) => one - other)
  expect(sorted[Math.floor(sorted.length / 2)] ?? 0).toBeLessThan(100)
  expect(sorted.at(-1) ?? 0).toBeLessThan(2000)
}

async function send(path: string, name: string, bytes: Uint8Array) {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  const headers = await as('standing')
  const response = await fetch(`${origin}/api${path}`, { method: 'POST', headers, body: form })
  return { status: response.status, body: await response.json() }
}

/** Packing takes longer than what is tried: once for both paths. */
function once(make: () => Uint8Array): () => Uint8Array {
  let made: Uint8Array | undefined
  return () => (made ??= make())
}
const huge = once(() => word({ 'word/document.xml': new Uint8Array(3e8) }))
const hugeHeader = once(() =>
  word({ 'word/document.xml': BODY, 'word/header1.xml': new Uint8Array(3e8) }),
)
const deep = once(() =>
  word({ 'word/document.xml': strToU8('<w:tbl><w:tr><w:tc>'.repeat(400_000)) }),
)

describe.each(['/files', '/readings'])('while a malicious file is sent to %s', (path) => {
  test.each<[string, string, () => Uint8Array]>([
    ['unpacks to 300 MB', 'bom.docx', huge],
    ['has a header that unpacks to 300 MB', 'bom.docx', hugeHeader],
    ['is 400,000 tags deep', 'sau.docx', deep],
  ])(
    'that %s, the server answers, and says what is the matter',
    async (_, name, make) => {
      const bytes = make()
      const { answer, pulse } = await pulseDuring(send(path, name, bytes))
      // deep tags without a word are an empty paper: nothing to read, no harm in keeping it
      const isKept = answer.status === 201 && answer.body.text === null
      const isRefused = answer.status === 422 && /^readings?\./.test(answer.body.code)
      expect({ answer, isFine: isKept || isRefused }).toMatchObject({ isFine: true })
      expectAlive(pulse)
    },
    120_000,
  )
})

describe('while a list is read', () => {
  async function importing(bytes: Buffer, name = 'danh-muc.xlsx') {
    const received = await files.receive(name, bytes)
    const { write } = createContext(db, a.standing.actor, '2026-03-10', clock.now)
    const { id: fileId } = await write((tx) => files.store(tx, received))
    await received.dispose()
    const response = await fetch(`${origin}/api/tasks/import/preview`, {
      method: 'POST',
      headers: { ...(await as('standing')), 'content-type': 'application/json' },
      body: JSON.stringify({ fileId, issuerId: a.committeeId }),
    })
    return { status: response.status, body: await response.json() }
  }

  test('of 19,000 lines the server answers, and says that it is too long', async () => {
    const rows = Array.from({ length: 19_000 }, (_, at) => ({
      'Nhiệm vụ': `Nhiệm vụ ${at}`,
      'Cơ quan chủ trì': 'Sở Tài chính',
      'Thời hạn hoàn thành': '20/03/2026',
    }))
    const { answer, pulse } = await pulseDuring(importing(await sheet(rows)))
    expect(answer).toMatchObject({ status: 422, body: { code: 'tasks.import_too_long' } })
    expectAlive(pulse)
  }, 120_000)

  test('that unpacks to 300 MB it is refused', async () => {
    const parts = unzipSync(await sheet([]))
    const bomb = zipSync({ ...parts, 'xl/worksheets/sheet2.xml': new Uint8Array(3e8) })
    const { answer, pulse } = await pulseDuring(importing(Buffer.from(bomb)))
    expect(answer).toMatchObject({ status: 413, body: { code: 'excel.too_large' } })
    expectAlive(pulse)
  }, 120_000)
})
