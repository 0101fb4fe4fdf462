import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createApp } from '../../app.ts'
import { jobHandlers } from '../../job-list.ts'
import { createContext } from '../../platform/context.ts'
import { readSheets } from '../../platform/excel.ts'
import { createJobs } from '../../platform/jobs.ts'
import { systemContext } from '../../platform/jobs-run.ts'
import { aDatabase } from '../../testing/database.ts'
import { anOrganisation, signIn } from '../../testing/organisation.ts'
import { declareList, exportList } from './service.ts'

const { app: db, owner, jobs: jobsDb, connection } = await aDatabase()
const now = () => new Date('2026-03-10T03:00:00Z')
const jobs = createJobs({
  db,
  jobsDb,
  connection: connection('jobs'),
  handlers: jobHandlers.filter(({ kind }) => kind.name.startsWith('exports.')),
  now,
  log: { error: () => undefined },
})
afterAll(() => jobs.stop())
const app = createApp({ db, now, jobs, isDemo: false, secureCookies: false })
const { a } = await anOrganisation(owner)
const cookies = new Map<string, { cookie: string }>()
async function get(username: string, url: string) {
  const headers = cookies.get(username) ?? (await signIn(app, username))
  cookies.set(username, headers)
  return app.inject({ method: 'GET', url: url.startsWith('/api') ? url : `/api${url}`, headers })
}
const rowsOf = (bytes: Uint8Array) => readSheets(bytes).sheets[0]?.rows ?? []

/** Who took personal data away: above the heads, and after an empty line below the rows. */
const MARKS = 3
const MARKED = ['/audit?event=account', '/accounts', '/committees', '/documents', '/meetings']

/** Papers that came in, all of one office. */
const papers = (count: number) =>
  sql`insert into documents (id, owner_id, owner_unit_id, direction, kind, symbol, issued_on,
      issuer_name, abstract, state, created_by)
    select gen_random_uuid(), ${a.departmentId}, ${a.unitId}, 'reference', 'khác', null, '2026-03-01',
      'UBND', 'Văn bản ' || n, 'issued', ${a.officer.accountId} from generate_series(1, ${count}) n`.execute(
    owner,
  )

describe('a list of more than 10,000 rows', () => {
  test('is written in the background, for whoever asked and nobody else', async () => {
    await papers(10_001)
    const asked = await get('officer', '/documents?format=xlsx')
    expect(asked.statusCode).toBe(202)
    const address = String(asked.headers.location)
    expect(address).toBe(`/api/jobs/${asked.json().id}`)
    expect((await get('officer', address)).json()).toMatchObject({ state: 'waiting', file: null })
    expect((await get('leader', address)).statusCode).toBe(404)
    expect(await jobs.drain()).toBe(1)
    const { state, file } = (await get('officer', address)).json()
    expect({ state, name: file.name }).toEqual({ state: 'done', name: 'Danh sách văn bản.xlsx' })
    expect((await get('leader', `/files/${file.id}`)).statusCode).toBe(404)
    const saved = await get('officer', `/files/${file.id}`)
    expect(rowsOf(saved.rawPayload)).toHaveLength(10_002 + MARKS)
    const told = (await get('officer', '/notices')).json().items
    expect(told).toMatchObject([
      { kind: 'export.ready', subjectId: file.id, params: { title: 'Danh sách văn bản' } },
    ])
    expect((await get('leader', '/notices')).json().items).toEqual([])
  }, 120_000)

  test('keeps its filters; fewer rows are streamed', async () => {
    await owner
      .updateTable('documents')
      .set({ direction: 'incoming' })
      .where('abstract', 'like', 'Văn bản 10%')
      .execute()
    const streamed = await get('officer', '/documents?format=xlsx&direction=incoming')
    expect(streamed.statusCode).toBe(200)
    const count = rowsOf(streamed.rawPayload).length - 1
    expect(count).toBeGreaterThan(100)
    expect(count).toBeLessThan(2000)
  }, 120_000)

  test('whose file is a week old is nobody’s any more', async () => {
    await sql`update file_links set created_at = now() - interval '8 days'
      where subject_kind = 'export'`.execute(owner)
    const handler = jobHandlers.find(({ kind }) => kind.name === 'exports.end')
    const system = systemContext({ jobsDb, now })
    expect(await handler?.run({ payload: {}, context: undefined, system })).toEqual({ ended: 1 })
    expect(await sql`select from file_links`.execute(owner)).toMatchObject({ rows: [] })
  })

  test('is written as CSV in the background too, where that is asked for', async () => {
    const from = (at: number) => Array.from({ length: 200 }, (_, n) => ({ number: at + n }))
    declareList({
      name: 'numbers',
      query: z.object({ cursor: z.string().optional(), limit: z.coerce.number().default(200) }),
      title: 'Số',
      sheetName: 'Số',
      columns: [{ header: 'Số', key: 'number', width: 9, kind: 'number' }],
      rows: async (_context, { cursor = '0' }) => ({
        items: from(Number(cursor)),
        next: cursor === '10000' ? null : String(Number(cursor) + 200),
      }),
    })
    const context = createContext(db, a.leader.actor, '2026-03-10', now())
    const asked = await exportList(context, jobs, 'numbers', 'format=csv')
    expect(await jobs.drain()).toBe(1)
    const id = 'job' in asked ? asked.job.id : ''
    const { file } = (await get('leader', `/jobs/${id}`)).json()
    expect(file.name).toBe('Số.csv')
    const lines = (await get('leader', `/files/${file.id}`)).body.split('\r\n')
    expect(lines).toHaveLength(10_202)
    expect([lines[0], lines[1], lines.at(-2)]).toEqual(['\uFEFFSố', '0', '10199'])
  })
})

test.each([
  ['agencies', 'Danh sách cơ quan', '/agencies', 'standing'],
  ['units', 'Danh sách đơn vị hành chính', `/units?parent=${a.unitId}`, 'standing'],
  ['committees', 'Danh sách Ban Chỉ đạo', '/committees', 'standing'],
  ['accounts', 'Danh sách tài khoản', '/accounts', 'admin'],
  ['meetings', 'Danh sách cuộc họp', '/meetings', 'standing'],
  ['tasks', 'Danh mục theo dõi nhiệm vụ', '/tasks', 'standing'],
  ['readings', 'Danh sách văn bản đã trích', '/readings', 'standing'],
  ['directives', 'Danh sách nội dung chỉ đạo', '/directives', 'standing'],
  ['deeds', 'Nhật ký hệ thống', '/audit?event=account', 'admin'],
])('the list of %s is a sheet with the same rows', async (_, title, url, who) => {
  const { items } = (await get(who, `${url}${url.includes('?') ? '&' : '?'}limit=200`)).json()
  const saved = await get(who, `${url}${url.includes('?') ? '&' : '?'}format=xlsx`)
  expect(saved.statusCode).toBe(200)
  expect(saved.headers['content-disposition']).toContain(encodeURIComponent(`${title}.xlsx`))
  const marks = MARKED.includes(url) ? MARKS : 0
  const heads = (url === '/tasks' ? 2 : 1) + marks
  expect(rowsOf(saved.rawPayload)).toHaveLength(items.length + heads)
})
