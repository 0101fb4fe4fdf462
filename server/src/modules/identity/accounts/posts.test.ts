import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { createApp } from '../../../app.ts'
import { aDatabase } from '../../../testing/database.ts'
import { anAgency, anOrganisation, signIn } from '../../../testing/organisation.ts'

const { app: db, owner } = await aDatabase()
const now = () => new Date('2026-03-10T03:00:00Z')
const jobs = {
  enqueue: async () => '',
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}
const app = createApp({ db, now, jobs, isDemo: false, secureCookies: false })
const { a } = await anOrganisation(owner)
const endedId = await anAgency(owner, {
  unitId: a.unitId,
  kind: 'department',
  name: 'Sở Kế hoạch và Đầu tư',
  shortName: 'Sở KH&ĐT',
  untilOn: '2025-02-28',
})

beforeEach(async () => {
  await sql`truncate sessions, audit_entries cascade`.execute(owner)
})

const POST = {
  role: 'officer',
  agencyId: a.departmentId,
  committeeId: null,
  title: 'Chuyên viên',
  authority: null,
  fromOn: '2026-03-10',
  untilOn: '9999-12-31',
}
const url = `/api/accounts/${a.officer.accountId}`
const recorded = async () =>
  (await owner.selectFrom('audit_entries').select('event').execute()).length
async function send(path: string, payload: object, method: 'POST' | 'PATCH' = 'POST') {
  const headers = await signIn(app, 'admin')
  const { version } = (await app.inject({ url, headers })).json()
  return app.inject({ method, url: url + path, headers, payload: { ...payload, version } })
}

test.each([
  ['of the same kind, held at the same time', {}, 'accounts.post_overlaps', 'Đã giữ chức vụ'],
  [
    'after the agency’s end',
    { agencyId: endedId },
    'accounts.outside_agency',
    'Sở KH&ĐT hoạt động từ 01/01/2020 đến hết 28/02/2025',
  ],
  [
    'before the agency began',
    { agencyId: a.otherDepartmentId, fromOn: '2019-12-31' },
    'accounts.outside_agency',
    'từ 01/01/2020;',
  ],
  [
    'at an agency that is none',
    { agencyId: '01890000-0000-7000-8000-000000000000' },
    'accounts.no_such_agency',
    'Không tìm thấy',
  ],
  [
    'of an officer at a cooperative',
    { agencyId: a.cooperativeId },
    'accounts.role_of_cooperative',
    'HTX',
  ],
  [
    'of a cooperative at a department',
    { role: 'cooperative' },
    'accounts.role_of_cooperative',
    'HTX',
  ],
  ['that ends before it begins', { untilOn: '2026-03-09' }, 'accounts.post_days', 'Ngày kết thúc'],
])('a post %s is refused with the reason', async (_, post, code, words) => {
  const response = await send('/posts', { ...POST, ...post })
  expect(response.json()).toMatchObject({ code, detail: expect.stringContaining(words) })
  expect(await recorded()).toBe(0)
})

test('several posts are held side by side, each for its time, and one after another', async () => {
  const lead = { ...POST, role: 'leader', untilOn: '2026-06-30' }
  expect((await send('/posts', lead)).statusCode).toBe(201)
  const next = { ...lead, fromOn: '2026-07-01', untilOn: '2026-12-31' }
  expect((await send('/posts', next)).statusCode).toBe(201)
  const between = { ...lead, fromOn: '2026-06-30', untilOn: '2026-07-01' }
  expect((await send('/posts', between)).json()).toMatchObject({ code: 'accounts.post_overlaps' })
  expect((await send('/posts', { ...POST, agencyId: a.otherDepartmentId })).statusCode).toBe(201)
})

test('an account in use keeps an agency: the last post stays, and no empty account is opened', async () => {
  const headers = await signIn(app, 'admin')
  const { accountId, postId } = a.otherOfficer
  const own = `/api/accounts/${accountId}`
  const ask = async (path: string, payload: object, method: 'POST' | 'PATCH' = 'POST') => {
    const { version } = (await app.inject({ url: own, headers })).json()
    return app.inject({ method, url: own + path, headers, payload: { ...payload, version } })
  }
  const end = await ask(`/posts/${postId}/end`, { untilOn: '2026-03-09' })
  expect(end.json()).toMatchObject({ status: 422, code: 'accounts.no_post_left' })
  expect(await recorded()).toBe(0)
  expect((await ask(`/posts/${postId}/end`, { untilOn: '2026-03-10' })).statusCode).toBe(200)
  expect((await ask('', { isActive: false }, 'PATCH')).statusCode).toBe(200)
  const until = { until_on: '2026-03-09' }
  await owner.updateTable('posts').set(until).where('id', '=', postId).execute()
  const opened = await ask('', { isActive: true }, 'PATCH')
  expect(opened.json()).toMatchObject({ status: 422, code: 'accounts.no_post_left' })
})
