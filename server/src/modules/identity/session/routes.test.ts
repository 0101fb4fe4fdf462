import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../../app.ts'
import { aDatabase } from '../../../testing/database.ts'
import { anOrganisation, aPost, PASSWORD, refresh, signIn } from '../../../testing/organisation.ts'
import { hashOf } from '../tokens.ts'

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
const { a, b, admin } = await anOrganisation(owner)

beforeEach(async () => {
  now = new Date('2026-03-10T03:00:00Z')
  await sql`truncate sessions, sign_in_attempts, audit_entries cascade`.execute(owner)
})

const NEW = 'lúa chín vàng đồng'
const enter = (username: string, password: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/api/session', headers, payload: { username, password } })
const whoAmI = (headers: Record<string, string>, query = '') =>
  app.inject({ url: `/api/session${query}`, headers })
const cookieOf = (response: Awaited<ReturnType<typeof enter>>) => {
  const [cookie] = response.cookies
  return { cookie: `${cookie?.name}=${cookie?.value}` }
}
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}
const events = async () =>
  (await owner.selectFrom('audit_entries').select('event').orderBy('id').execute()).map(
    ({ event }) => event,
  )

describe('sign-in', () => {
  test('opens a session whose secret is stored only as its hash', async () => {
    const response = await enter(' Standing ', PASSWORD)
    expect(response.json()).toMatchObject({
      account: { username: 'standing' },
      post: {
        role: 'standing',
        agency: { shortName: 'Sở Tài chính' },
        committee: { shortName: 'Ban Chỉ đạo KTTT' },
        place: { name: 'Tỉnh Minh An', under: null },
      },
      today: '2026-03-10',
      mustChangePassword: false,
      idleMinutes: 30,
    })
    const [cookie] = response.cookies
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    const { hash } = await owner.selectFrom('sessions').select('hash').executeTakeFirstOrThrow()
    expect(hash).toEqual(hashOf(cookie?.value ?? ''))
    expect(await events()).toEqual(['session.open'])
  })

  test('refuses somebody mistaken, unknown or inactive in the same words', async () => {
    await owner
      .updateTable('accounts')
      .set({ is_active: false })
      .where('id', '=', b.clerk.accountId)
      .execute()
    const answers = [
      await enter('standing', 'không phải mật khẩu'),
      await enter('nobody', PASSWORD),
      await enter('strangerclerk', PASSWORD),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401])
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(answers.flatMap(({ cookies }) => cookies)).toEqual([])
    expect(await events()).toEqual([])
  })

  test('takes a passphrase however its diacritics are composed', async () => {
    expect((await enter('standing', PASSWORD.normalize('NFD'))).statusCode).toBe(200)
  })

  test('ignores a secret that was planted before, and ends it', async () => {
    const planted = await signIn(app, 'standing')
    const response = await enter('standing', PASSWORD, planted)
    expect(cookieOf(response)).not.toEqual(planted)
    expect((await whoAmI(planted)).statusCode).toBe(401)
    expect((await whoAmI(cookieOf(response))).statusCode).toBe(200)
  })

  test('is refused from a page of another site', async () => {
    const origin = { origin: 'https://evil.example', host: 'hopluc.example' }
    const response = await enter('standing', PASSWORD, origin)
    expect(response.json()).toMatchObject({ status: 403, code: 'request.foreign_origin' })
    expect(await events()).toEqual([])
  })
})

describe('guessing', () => {
  test('waits longer and longer, also for who is unknown, and ends by itself', async () => {
    for (const username of ['standing', 'nobody']) {
      later(60)
      for (let turn = 0; turn < 5; turn += 1)
        expect((await enter(username, 'sai mật khẩu')).statusCode).toBe(401)
      const fifth = await enter(username, PASSWORD)
      expect(fifth.json()).toMatchObject({ status: 429, code: 'session.wait' })
      expect(fifth.headers['retry-after']).toBe('5')
      later(0.1)
      expect((await enter(username, 'sai mật khẩu')).statusCode).toBe(401)
      expect((await enter(username, 'sai mật khẩu')).headers['retry-after']).toBe('10')
    }
    later(0.2)
    expect((await enter('standing', PASSWORD)).statusCode).toBe(200)
  })

  test('at the same moment gains nothing', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => enter('standing', 'sai mật khẩu')),
    )
    const tried = answers.filter(({ statusCode }) => statusCode === 401)
    expect(tried).toHaveLength(5)
  })

  test('from elsewhere does not lock out who has signed in here before', async () => {
    await enter('standing', PASSWORD)
    const elsewhere = (turn: number) =>
      app.inject({
        method: 'POST',
        url: '/api/session',
        remoteAddress: `203.0.113.${turn % 10}`,
        payload: { username: 'standing', password: 'đoán mò thôi' },
      })
    for (let turn = 0; turn < 24; turn += 1) await elsewhere(turn)
    expect((await elsewhere(0)).statusCode).toBe(429)
    expect((await enter('standing', PASSWORD)).statusCode).toBe(200)
  })
})

describe('a session', () => {
  test('ends when idle, and lives on when used', async () => {
    const headers = cookieOf(await enter('standing', PASSWORD))
    later(29)
    expect((await whoAmI(headers)).statusCode).toBe(200)
    later(29)
    expect((await whoAmI(headers)).statusCode).toBe(200)
    later(31)
    expect((await whoAmI(headers)).json()).toMatchObject({ status: 401, code: 'session.none' })
  })

  test('is not kept alive by what a page asks by itself', async () => {
    const headers = cookieOf(await enter('standing', PASSWORD))
    later(20)
    await whoAmI({ ...headers, 'hopluc-background': '1' })
    later(11)
    expect((await whoAmI(headers)).statusCode).toBe(401)
  })

  test('ends after twelve hours whatever is done', async () => {
    const headers = cookieOf(await enter('standing', PASSWORD))
    for (let turn = 0; turn < 28; turn += 1) {
      later(25)
      expect((await whoAmI(headers)).statusCode).toBe(200)
    }
    later(25)
    expect((await whoAmI(headers)).statusCode).toBe(401)
  })

  test('is over after sign-out', async () => {
    const headers = await signIn(app, 'standing')
    const response = await app.inject({ method: 'DELETE', url: '/api/session', headers })
    expect(response.statusCode).toBe(204)
    expect((await whoAmI(headers)).statusCode).toBe(401)
    expect(await events()).toEqual(['session.close'])
  })

  test('of a delegate is over at 00:30 in Vietnam on the day after the delegation', async () => {
    now = new Date('2026-12-31T16:45:00Z') // 23:45
    const headers = await signIn(app, 'delegate')
    expect((await whoAmI(headers)).statusCode).toBe(200)
    now = new Date('2026-12-31T17:10:00Z')
    const response = await whoAmI(headers)
    expect(response.json()).toMatchObject({ status: 401, code: 'session.post_ended' })
    expect((await enter('delegate', PASSWORD)).json()).toMatchObject({ code: 'session.no_post' })
  })

  test('ends for one whose account is closed', async () => {
    const headers = await signIn(app, 'otherofficer')
    const set = (isActive: boolean) =>
      owner
        .updateTable('accounts')
        .set({ is_active: isActive })
        .where('id', '=', a.otherOfficer.accountId)
        .execute()
    await set(false)
    expect((await whoAmI(headers)).statusCode).toBe(401)
    await set(true)
  })

  test('is listed, and can be ended from another one of the same person only', async () => {
    const here = await signIn(app, 'standing')
    const there = await signIn(app, 'standing')
    const list = await app.inject({ url: '/api/sessions', headers: here })
    const items: { id: string; isThis: boolean }[] = list.json().items
    expect(items.filter(({ isThis }) => isThis)).toHaveLength(1)
    expect(items).toHaveLength(2)
    const other = items.find(({ isThis }) => !isThis)?.id
    const end = (headers: { cookie: string }) =>
      app.inject({ method: 'DELETE', url: `/api/sessions/${other}`, headers })
    expect((await end(await signIn(app, 'strangerstanding'))).statusCode).toBe(404)
    expect(await events()).toEqual([])
    expect((await end(here)).statusCode).toBe(204)
    expect((await whoAmI(there)).statusCode).toBe(401)
    expect(await events()).toEqual(['session.end'])
  })
})

describe('a post', () => {
  test('is switched with a new secret', async () => {
    const post = { role: 'leader', agencyId: a.allianceId, title: 'Chủ tịch Liên minh' } as const
    const postId = await aPost(owner, a.alliance.accountId, post)
    await refresh(owner)
    const headers = cookieOf(await enter('alliance', PASSWORD))
    const turn = (id: string) =>
      app.inject({ method: 'POST', url: '/api/session/post', headers, payload: { postId: id } })
    expect((await turn(a.chair.postId)).json()).toMatchObject({ code: 'session.not_own_post' })
    const target = (await whoAmI(headers)).json().post.id === postId ? a.alliance.postId : postId
    const response = await turn(target)
    expect(response.json()).toMatchObject({ post: { id: target }, posts: [{}, {}] })
    expect((await whoAmI(headers)).statusCode).toBe(401)
    expect((await whoAmI(cookieOf(response))).json()).toMatchObject({ post: { id: target } })
    expect(await events()).toEqual(['session.open', 'session.switch_post'])
    await owner.deleteFrom('sessions').execute()
    await owner.deleteFrom('scope_agencies').where('post_id', '=', postId).execute()
    await owner.deleteFrom('posts').where('id', '=', postId).execute()
  })
})

describe('a password', () => {
  const change = (headers: { cookie: string }, current: string, next: string) =>
    app.inject({
      method: 'POST',
      url: '/api/session/password',
      headers,
      payload: { current, next },
    })

  test('is changed; other sessions end, and this one has a new secret', async () => {
    const here = await signIn(app, 'otherofficer')
    const there = await signIn(app, 'otherofficer')
    expect((await change(here, 'sai mật khẩu', NEW)).json()).toMatchObject({
      code: 'password.wrong',
    })
    const response = await change(here, PASSWORD, NEW)
    expect(response.statusCode).toBe(200)
    expect((await whoAmI(here)).statusCode).toBe(401)
    expect((await whoAmI(there)).statusCode).toBe(401)
    expect((await whoAmI(cookieOf(response))).statusCode).toBe(200)
    expect((await enter('otherofficer', PASSWORD)).statusCode).toBe(401)
    expect((await enter('otherofficer', NEW)).statusCode).toBe(200)
    expect(await events()).toEqual(['account.change_password', 'session.open'])
  })

  test.each([
    ['otherofficer1', 'password.username'],
    ['matkhau12345', 'password.common'],
    ['1234567890', 'password.common'],
    ['aaaaaaaaaaaa', 'password.common'],
    [NEW, 'password.same'],
  ])('is not %s', async (next, code) => {
    const headers = await signIn(app, 'otherofficer')
    expect((await change(headers, NEW, next)).json()).toMatchObject({ status: 422, code })
    expect(await events()).toEqual([])
  })

  test('is changed first of all, where it was given', async () => {
    const ofAdmin = owner.updateTable('accounts').where('id', '=', admin.accountId)
    await ofAdmin.set({ must_change_password: true }).execute()
    const headers = await signIn(app, 'admin')
    expect((await whoAmI(headers)).json()).toMatchObject({ mustChangePassword: true })
    const refused = await app.inject({ url: '/api/sessions', headers })
    expect(refused.json()).toMatchObject({ code: 'session.must_change_password' })
    const response = await change(headers, PASSWORD, NEW)
    const after = await app.inject({ url: '/api/sessions', headers: cookieOf(response) })
    expect(after.statusCode).toBe(200)
    await ofAdmin.set({ must_change_password: false }).execute()
  })

  test('is never read by the application', async () => {
    const read = db.selectFrom('accounts').select('password_hash').execute()
    await expect(read).rejects.toThrow('permission denied')
  })
})
