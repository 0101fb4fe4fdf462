import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../../app.ts'
import { record } from '../../../platform/audit.ts'
import { createContext } from '../../../platform/context.ts'
import { aDatabase } from '../../../testing/database.ts'
import { anOrganisation, signIn, type TestPerson } from '../../../testing/organisation.ts'

vi.setConfig({ testTimeout: 30_000 }) // passwords are costly, and a machine may be busy
const { app: db, owner } = await aDatabase()
let now: Date
const jobs = {
  enqueue: async () => '',
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}
const app = createApp({ db, now: () => now, jobs, isDemo: false, secureCookies: false })
const { a, b, admin, observer } = await anOrganisation(owner)

beforeEach(async () => {
  now = new Date('2026-03-10T03:00:00Z')
  await sql`truncate sessions, audit_entries cascade`.execute(owner)
})

async function ask(person: TestPerson, url: string) {
  const headers = await signIn(app, person.username)
  return (await app.inject({ url: `/api${url}`, headers })).json()
}
async function send(
  person: TestPerson,
  method: 'POST' | 'PATCH' | 'DELETE',
  url: string,
  payload?: object,
) {
  const headers = await signIn(app, person.username)
  return app.inject({ method, url: `/api${url}`, headers, ...(payload && { payload }) })
}
const enter = (username: string, password: string) =>
  app.inject({ method: 'POST', url: '/api/session', payload: { username, password } })
const events = async () =>
  (await owner.selectFrom('audit_entries').select('event').orderBy('id').execute()).map(
    ({ event }) => event,
  )
const POST = {
  role: 'officer',
  agencyId: a.departmentId,
  committeeId: null,
  title: 'Chuyên viên Sở NN&MT',
  authority: null,
  fromOn: '2026-03-10',
  untilOn: '9999-12-31',
}

describe('an account', () => {
  test('is made with a first password that is shown once and changed at once', async () => {
    const body = { username: 'Tran.Hanh', name: 'Trần Thị Hạnh', post: POST }
    const response = await send(admin, 'POST', '/accounts', body)
    expect(response.statusCode).toBe(201)
    const { account, password } = response.json()
    expect(account).toMatchObject({
      username: 'tran.hanh',
      mustChangePassword: true,
      posts: [{ role: 'officer', agency: { id: a.departmentId } }],
    })
    const payloads = await owner.selectFrom('audit_payloads').select('payload').execute()
    expect(JSON.stringify(payloads)).not.toContain(password)
    expect((await enter('tran.hanh', password)).json()).toMatchObject({ mustChangePassword: true })
    const again = await send(admin, 'POST', '/accounts', body)
    expect(again.json()).toMatchObject({ status: 409, code: 'accounts.username_taken' })
    expect(await events()).toEqual(['account.create', 'session.open'])
  })

  test('leaves no password behind where the request is sent with a key', async () => {
    const headers = { ...(await signIn(app, 'admin')), 'idempotency-key': 'một-lần-thôi' }
    const payload = { username: 'once', name: 'Một Lần', post: POST }
    const once = () => app.inject({ method: 'POST', url: '/api/accounts', headers, payload })
    const first = await once()
    expect(first.statusCode).toBe(201)
    expect((await once()).json()).toMatchObject({ status: 409, code: 'request.already_done' })
    const kept = await owner.selectFrom('idempotency_keys').select('response').execute()
    expect(JSON.stringify(kept)).not.toContain(first.json().password)
  })

  test('sees what its post reaches, from the first day to the last', async () => {
    const chair = {
      ...POST,
      role: 'chair',
      committeeId: a.committeeId,
      agencyId: a.peopleCommitteeId,
    }
    const { version } = await ask(admin, `/accounts/${a.clerk.accountId}`)
    const url = `/accounts/${a.clerk.accountId}/posts`
    const lacking = await send(admin, 'POST', url, { ...chair, committeeId: null, version })
    expect(lacking.json()).toMatchObject({ status: 422, code: 'accounts.committee_of_post' })
    const added = await send(admin, 'POST', url, { ...chair, version })
    const postId = added.json().allPosts[0].id
    const reach = () =>
      owner.selectFrom('scope_units').select('unit_id').where('post_id', '=', postId).execute()
    expect((await reach()).length).toBeGreaterThan(2)
    const stale = await send(admin, 'POST', `${url}/${postId}/end`, {
      version,
      untilOn: '2026-03-09',
    })
    expect(stale.json()).toMatchObject({ status: 409, code: 'accounts.changed' })
    const end = { version: version + 1, untilOn: '2026-03-09' }
    const ended = await send(admin, 'POST', `${url}/${postId}/end`, end)
    expect(ended.json().posts.map(({ role }: { role: string }) => role)).toEqual(['clerk'])
    expect(await events()).toEqual(['account.add_post', 'account.end_post'])
  })

  test('that is closed is signed out everywhere, and can be opened again', async () => {
    const headers = await signIn(app, 'strangerclerk')
    const { version } = await ask(admin, `/accounts/${b.clerk.accountId}`)
    const set = (isActive: boolean, seen: number) =>
      send(admin, 'PATCH', `/accounts/${b.clerk.accountId}`, { version: seen, isActive })
    expect((await set(false, version)).json()).toMatchObject({ isActive: false })
    expect((await app.inject({ url: '/api/session', headers })).statusCode).toBe(401)
    const link = await send(admin, 'POST', `/accounts/${b.clerk.accountId}/reset-link`)
    expect(link.json()).toMatchObject({ status: 422, code: 'accounts.inactive' })
    await set(true, version + 1)
    expect((await app.inject({ url: '/api/session', headers })).statusCode).toBe(401)
    expect(await events()).toEqual(['account.change', 'account.change'])
  })

  test('of the last administrator stays', async () => {
    const { version } = await ask(admin, `/accounts/${admin.accountId}`)
    const close = { version, isActive: false }
    const response = await send(admin, 'PATCH', `/accounts/${admin.accountId}`, close)
    expect(response.json()).toMatchObject({ status: 422, code: 'accounts.last_admin' })
    expect(await events()).toEqual([])
  })

  test.each([
    ['the chair', a.chair],
    ['a leader of another province', b.leader],
    ['the ministry', observer],
  ])('is not kept by %s, and nothing is recorded', async (_, person) => {
    const url = `/accounts/${a.officer.accountId}`
    const before = await owner.selectFrom('posts').select('id').execute()
    const answers = [
      await send(person, 'POST', '/accounts', { username: 'x1', name: 'X', post: POST }),
      await send(person, 'PATCH', url, { version: 1, isActive: false }),
      await send(person, 'POST', `${url}/posts`, { ...POST, version: 1 }),
      await send(person, 'POST', `${url}/reset-link`),
      await send(person, 'DELETE', `${url}/sessions`),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403, 403])
    expect(await events()).toEqual([])
    expect(await owner.selectFrom('posts').select('id').execute()).toHaveLength(before.length)
  })
})

describe('a list of accounts', () => {
  test('is found by name without diacritics, by agency and role', async () => {
    const list = await ask(a.chair, '/accounts?q=communeleader2')
    expect(list.items.map(({ username }: { username: string }) => username)).toEqual([
      'communeleader2',
      'strangercommuneleader2',
    ])
    const leaders = await ask(a.chair, `/accounts?agency=${a.departmentId}&role=leader`)
    expect(leaders.items).toMatchObject([{ username: 'leader', lastSeenAt: null }])
  })

  test('holds for a cooperative only itself', async () => {
    const list = await ask(a.cooperative, '/accounts')
    expect(list.items).toMatchObject([{ username: 'cooperative' }])
    const other = await ask(a.cooperative, `/accounts/${a.chair.accountId}`)
    expect(other).toMatchObject({ status: 404, code: 'accounts.not_found' })
  })
})

describe('a one-time link', () => {
  const NEW = 'ruộng bậc thang'
  const use = (token: string, next = NEW) =>
    app.inject({ method: 'POST', url: '/api/password-resets', payload: { token, next } })
  async function aLink() {
    const response = await send(admin, 'POST', `/accounts/${a.otherOfficer.accountId}/reset-link`)
    const path: string = response.json().path
    return path.replace('/reset#', '')
  }

  test('sets a password once, and ends all sessions', async () => {
    const headers = await signIn(app, 'otherofficer')
    const token = await aLink()
    expect((await use(token, 'ngắn')).statusCode).toBe(400)
    expect((await use(token)).statusCode).toBe(204)
    expect((await app.inject({ url: '/api/session', headers })).statusCode).toBe(401)
    expect((await enter('otherofficer', NEW)).statusCode).toBe(200)
    expect((await use(token)).json()).toMatchObject({ status: 404, code: 'password.reset_used' })
    expect(await events()).toEqual(['account.make_reset', 'account.reset_password', 'session.open'])
  })

  test('is void after a day, and when another is made', async () => {
    const earlier = await aLink()
    now = new Date(now.getTime() + 60_000)
    const token = await aLink()
    expect((await use(earlier)).statusCode).toBe(404)
    now = new Date(now.getTime() + 25 * 3_600_000)
    expect((await use(token)).statusCode).toBe(404)
    expect((await use('đoán')).statusCode).toBe(404)
  })
})

test('an administrator sees and ends the sessions of others', async () => {
  const headers = await signIn(app, 'standing')
  const url = `/accounts/${a.standing.accountId}/sessions`
  const { items } = await ask(admin, url)
  expect(items).toMatchObject([{ device: 'Vitest', isThis: false }])
  expect((await ask(b.chair, url)).items).toEqual([])
  expect((await send(admin, 'DELETE', `${url}/${items[0].id}`)).statusCode).toBe(204)
  expect((await app.inject({ url: '/api/session', headers })).statusCode).toBe(401)
  expect(await events()).toEqual(['session.end'])
})

describe('the audit', () => {
  test('says who did what, when, on which record, to the administrator without the contents', async () => {
    const url = `/committees/${a.committeeId}/delegations`
    const delegation = {
      accountId: a.leader.accountId,
      agencyId: a.departmentId,
      title: 'Giám đốc Sở NN&MT',
      authority: '20/UQ-BCĐ',
      fromOn: '2026-03-01',
      untilOn: '2026-03-31',
    }
    expect((await send(a.chair, 'POST', url, delegation)).statusCode).toBe(201)
    const own = await ask(a.chair, `/audit?subject=${a.committeeId}`)
    expect(own.items).toMatchObject([
      {
        event: 'committee.delegate',
        words: { vi: 'Ủy quyền quyết định thay Trưởng ban' },
        subject: { kind: 'committee', name: 'Ban Chỉ đạo KTTT' },
        by: { name: 'Người chair', post: 'Phó Chủ tịch UBND tỉnh' },
        payload: { authority: '20/UQ-BCĐ' },
        isSealed: false,
      },
    ])
    const seen = await ask(admin, '/audit?event=committee')
    expect(seen.items).toMatchObject([{ event: 'committee.delegate', payload: null }])
    expect((await ask(b.chair, '/audit')).items).toEqual([])
    expect((await ask(b.chair, `/audit?subject=${a.committeeId}`)).items).toEqual([])
    const forCooperative = await ask(a.cooperative, '/audit')
    expect(forCooperative).toMatchObject({ status: 403 })
  })

  test('of a record is read by whoever reads the record', async () => {
    const id = crypto.randomUUID()
    await owner
      .insertInto('documents')
      .values({
        id,
        owner_id: a.departmentId,
        owner_unit_id: a.unitId,
        direction: 'outgoing',
        kind: 'CV',
        issuer_name: 'Sở NN&MT',
        abstract: 'Về chuỗi giá trị lúa',
        state: 'issued',
        created_by: a.officer.accountId,
      })
      .execute()
    const reader = { document_id: id, agency_id: a.allianceId }
    await owner.insertInto('document_readers').values(reader).execute()
    const { write } = createContext(db, a.officer.actor, '2026-03-10', now)
    await write((tx) => record(tx, a.officer.actor, 'document.issue', id, { number: 7 }))
    const url = `/audit?subject=${id}`
    expect((await ask(a.alliance, url)).items).toMatchObject([
      { event: 'document.issue', subject: { kind: 'document' }, payload: { number: 7 } },
    ])
    expect((await ask(a.otherOfficer, url)).items).toEqual([])
    expect((await ask(b.chair, url)).items).toEqual([])
    expect((await ask(a.alliance, '/audit')).items).toEqual([])
  })

  test('goes back by day and page, last first', async () => {
    for (const day of ['2026-03-08', '2026-03-09', '2026-03-10']) {
      now = new Date(`${day}T03:00:00Z`)
      await send(admin, 'POST', `/accounts/${a.officer.accountId}/reset-link`)
    }
    const first = await ask(admin, '/audit?event=account.make_reset&limit=2')
    expect(first.items).toHaveLength(2)
    const rest = await ask(admin, `/audit?event=account.make_reset&limit=2&cursor=${first.next}`)
    expect(rest.items).toHaveLength(1)
    expect(rest.next).toBeNull()
  })
})
