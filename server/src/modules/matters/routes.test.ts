import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../app.ts'
import { jobHandlers } from '../../job-list.ts'
import { readSheets } from '../../platform/excel.ts'
import { createJobs } from '../../platform/jobs.ts'
import { signIn } from '../../testing/organisation.ts'
import { aMeeting, aNotice, assertDone } from '../../testing/papers.ts'
import { aReadingRoom } from '../../testing/readings.ts'
import { textFrom } from '../reading/index.ts'

vi.setConfig({ testTimeout: 60_000 })
const room = await aReadingRoom()
const { db, jobsDb, connection, owner, post, organisation } = room
const { a } = organisation
const now = () => room.clock.now
const jobs = createJobs({
  db,
  jobsDb,
  connection: connection('jobs'),
  handlers: jobHandlers.filter(({ kind }) => kind.name.startsWith('matters.')),
  now,
  log: { error: () => undefined },
})
afterAll(() => jobs.stop())
const app = createApp({ db, now, jobs, isDemo: false, secureCookies: false })

async function send(username: string, method: 'GET' | 'POST', url: string, payload?: object) {
  const headers = await signIn(app, username)
  return app.inject({ method, url: `/api${url}`, headers, ...(payload && { payload }) })
}

async function aFile(username: string, name: string, text: string): Promise<string> {
  const boundary = 'ranhgioi'
  const payload = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--${boundary}--\r\n`
  const headers = {
    ...(await signIn(app, username)),
    'content-type': `multipart/form-data; boundary=${boundary}`,
  }
  const response = await app.inject({ method: 'POST', url: '/api/files', headers, payload })
  assertDone(response)
  return response.json().id
}

/** What is in the archive that this person gets of a record. */
async function archive(username: string, kind: string, id: string) {
  const asked = await send(username, 'POST', '/matters', { kind, id })
  assertDone(asked)
  expect(asked.statusCode).toBe(202)
  expect(await jobs.drain()).toBe(1)
  const job = (await send(username, 'GET', `/matters/${asked.json().id}`)).json()
  expect(job).toMatchObject({ state: 'done', error: null })
  const saved = await send(username, 'GET', `/files/${job.file.id}`)
  expect(saved.headers['content-type']).toBe('application/zip')
  const files = unzipSync(saved.rawPayload)
  const names = Object.keys(files)
  const text = (name: string) => Buffer.from(files[name] ?? []).toString()
  return { job, names, text, files }
}

const isIn = (names: readonly string[], part: string) => names.some((name) => name.includes(part))

/** A meeting with a paper on its agenda, its notice with a file, and a task that was answered for. */
async function aMatter() {
  const agenda = await aFile('standing', 'Báo cáo trình họp.txt', 'Báo cáo tại cuộc họp')
  const meeting = await post('standing', '/meetings', aMeeting({ fileIds: [agenda] }))
  assertDone(meeting)
  const notice = await post(
    'standing',
    '/documents',
    aNotice({ meetingId: meeting.json().id, isInternal: true }),
  )
  assertDone(notice)
  const { id: documentId, version } = notice.json()
  const scan = await aFile('standing', 'bản gốc.txt', 'Nội dung thông báo kết luận')
  assertDone(
    await post('standing', `/documents/${documentId}/files`, {
      version,
      fileId: scan,
      part: 'main',
    }),
  )
  const task = await post('standing', '/tasks', {
    issuerId: a.committeeId,
    title: 'Rà soát HTX ngừng hoạt động',
    content: null,
    leadIds: [a.departmentId],
    dueOn: '2026-03-20',
    dueSource: 'document',
    dueText: 'trước ngày 21/3/2026',
    documentId,
    start: { by: 'paper', number: '05/TB-BCĐ', signedOn: '2026-03-01' },
  })
  assertDone(task)
  const { id, version: first } = task.json()
  assertDone(await post('officer', `/tasks/${id}/events`, { action: 'take_up', version: first }))
  const report = await aFile('officer', 'Báo cáo kết quả.txt', 'Đã rà soát 12 HTX')
  const at = (await room.get('officer', `/tasks/${id}`)).json().version
  const evidence = { action: 'progress', version: at, percent: 40, text: 'Đã rà soát' }
  assertDone(await post('officer', `/tasks/${id}/events`, { ...evidence, fileIds: [report] }))
  return { meetingId: meeting.json().id, documentId, taskId: id }
}

describe('the file of a matter', () => {
  test('holds papers, evidence, list and history, with the SHA-256 of each', async () => {
    const { meetingId, taskId } = await aMatter()
    const { job, names, files, text } = await archive('standing', 'meeting', meetingId)
    expect(job.progress.done).toBe(job.progress.total)
    for (const part of ['Báo cáo trình họp.txt', 'bản gốc.txt', 'Báo cáo kết quả.txt'])
      expect(isIn(names, part)).toBe(true)
    expect(names.filter((name) => /^\d\d .*\//.test(name)).toSorted()).toEqual(
      names.filter((name) => /^\d\d .*\//.test(name)),
    )
    const sums = text('SHA256SUMS.txt').trim().split('\n')
    expect(sums).toHaveLength(names.length - 1)
    for (const line of sums) {
      const [sum, name] = [line.slice(0, 64), line.slice(66)] as const
      expect(
        createHash('sha256')
          .update(files[name] ?? '')
          .digest('hex'),
      ).toBe(sum)
    }
    const rows = readSheets(files['Mục lục văn bản, tài liệu.xlsx'] ?? new Uint8Array()).sheets[0]
      ?.rows
    expect(JSON.stringify(rows)).toContain('Lưu hành nội bộ')
    expect(JSON.stringify(rows)).not.toContain('Sản phẩm của nhiệm vụ')
    const word = await textFrom(
      Buffer.from(files['Mục lục văn bản, tài liệu.docx'] ?? []),
      'Mục lục.docx',
    )
    expect(JSON.stringify(word)).toContain('Tài liệu họp')
    expect(text('Nhật ký.csv')).toContain('Rà soát HTX ngừng hoạt động')
    expect(text('Nhật ký.csv')).toMatch(/"\d\d\/\d\d\/20\d\d \d\d:\d\d:\d\d"/)
    const deeds = readSheets(files['Nhật ký.xlsx'] ?? new Uint8Array()).sheets[0]?.rows ?? []
    expect(deeds.length).toBeGreaterThan(3)
    for (const sheet of [rows ?? [], deeds])
      for (const row of [sheet[1], sheet.at(-1)]) {
        expect(row?.join(' ')).toContain('Xuất bởi')
        expect(row?.join(' ')).toContain(`Mã xuất: ${meetingId}`)
      }
    expect(text('Nhật ký.csv')).toContain(`Mã xuất: ${meetingId}`)
    const fromTask = await archive('officer', 'task', taskId)
    expect(isIn(fromTask.names, 'Báo cáo kết quả.txt')).toBe(true)
    const { rows: told } = await sql<{ event: string }>`select event from audit_entries
      where subject_id in (${meetingId}, ${taskId}) and event like 'matter.%' order by id`.execute(
      owner,
    )
    expect(told.map(({ event }) => event)).toEqual([
      'matter.archive',
      'matter.save',
      'matter.archive',
      'matter.save',
    ])
  })

  test('shows nobody more than the records do', async () => {
    const { documentId, taskId } = await aMatter()
    // The department has the task, and not the committee's draft for internal use.
    const { names, text } = await archive('officer', 'task', taskId)
    expect(isIn(names, 'bản gốc.txt')).toBe(false)
    expect(text('Nhật ký.csv')).not.toContain('document')
    const before = await room.traces()
    for (const username of ['strangerstanding', 'officer'])
      expect(
        (await send(username, 'POST', '/matters', { kind: 'document', id: documentId })).statusCode,
      ).toBe(404)
    expect((await send('admin', 'POST', '/matters', { kind: 'task', id: taskId })).statusCode).toBe(
      403,
    )
    expect(await room.traces()).toEqual(before)
    const asked = await send('standing', 'POST', '/matters', { kind: 'document', id: documentId })
    const other = await send('officer', 'GET', `/matters/${asked.json().id}`)
    expect(other.statusCode).toBe(404)
    await jobs.drain()
  })

  test('leaves out what bears a mark of secrecy, and the list says so', async () => {
    const { documentId } = await aMatter()
    await sql`update documents set text = 'TỐI MẬT' || chr(10) || 'Nội dung' where id = ${documentId}`.execute(
      owner,
    )
    const { names, files } = await archive('standing', 'document', documentId)
    expect(isIn(names, 'bản gốc.txt')).toBe(false)
    const rows = readSheets(files['Mục lục văn bản, tài liệu.xlsx'] ?? new Uint8Array()).sheets[0]
      ?.rows
    expect(JSON.stringify(rows)).toContain('không đưa vào hồ sơ điện tử')
  })
})
