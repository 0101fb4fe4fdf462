import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../../app.ts'
import { aDatabase } from '../../../testing/database.ts'
import { anOrganisation, signIn } from '../../../testing/organisation.ts'

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
const { a } = await anOrganisation(owner)

beforeEach(async () => {
  now = new Date('2026-03-10T03:00:00Z')
  await sql`truncate sessions, sign_in_attempts, password_resets, sign_in_links, audit_entries,
    settings cascade`.execute(owner)
})

const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000)
}
const send = (url: string, payload: object, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: `/api${url}`, headers, payload })
const asAdmin = async (url: string, payload: object = {}) =>
  send(url, payload, await signIn(app, 'admin'))
const events = async () =>
  (await owner.selectFrom('audit_entries').select('event').orderBy('id').execute()).map(
    ({ event }) => event,
  )
const tokenOf = (path: string) => path.slice(path.indexOf('#') + 1)
const GOOD = 'Vụ-lúa-2026'

const invited = (username: string) => ({
  username,
  name: 'Nguyễn Văn Mới',
  isInvited: true,
  post: {
    role: 'cooperative',
    agencyId: a.cooperativeId,
    committeeId: null,
    title: 'Giám đốc HTX',
    authority: null,
    fromOn: '2026-03-10',
    untilOn: '9999-12-31',
  },
})

describe('an invitation', () => {
  test('greets by name, sets the password once, and lets the person in', async () => {
    const made = (await asAdmin('/accounts', invited('htx.moi'))).json()
    expect(made).toMatchObject({ password: null, invitation: { path: expect.stringMatching(/#/) } })
    const token = tokenOf(made.invitation.path)
    expect((await send('/password-resets/look', { token })).json()).toMatchObject({
      name: 'Nguyễn Văn Mới',
      username: 'htx.moi',
      isInvitation: true,
    })
    const early = await send('/session', { username: 'htx.moi', password: GOOD })
    expect(early.json()).toMatchObject({ status: 401, code: 'session.refused' })
    expect((await send('/password-resets', { token, next: GOOD })).statusCode).toBe(204)
    const again = await send('/password-resets', { token, next: `${GOOD}!` })
    expect(again.json()).toMatchObject({ status: 404, code: 'password.reset_used' })
    const opened = await send('/session', { username: 'htx.moi', password: GOOD })
    expect(opened.json()).toMatchObject({
      mustChangePassword: false,
      post: { role: 'cooperative' },
    })
    expect(await events()).toEqual(['account.create', 'account.reset_password', 'session.open'])
  })

  test('is void after a week, after another one, and as the rules say', async () => {
    const { account, invitation } = (await asAdmin('/accounts', invited('htx.hai'))).json()
    const look = (token: string) => send('/password-resets/look', { token })
    const second = (await asAdmin(`/accounts/${account.id}/invitation`)).json()
    expect((await look(tokenOf(invitation.path))).json()).toBeNull()
    later(167)
    expect((await look(tokenOf(second.path))).json()).toMatchObject({ username: 'htx.hai' })
    later(2)
    expect((await look(tokenOf(second.path))).json()).toBeNull()
    const rule = { name: 'link.invitation_hours', value: 2, seen: 168, fromOn: '2026-03-17' }
    expect((await asAdmin('/sign-in-rules', rule)).statusCode).toBe(200)
    const short = (await asAdmin(`/accounts/${account.id}/invitation`)).json()
    later(3)
    expect((await look(tokenOf(short.path))).json()).toBeNull()
  })
})

describe('a sign-in link', () => {
  const url = `/accounts/${a.cooperative.accountId}/sign-in-link`
  const enter = (token: string, code: string) => send('/session/link', { token, code })
  async function aLink() {
    const { path, code } = (await asAdmin(url)).json()
    return { token: tokenOf(path), code: String(code) }
  }
  const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

  test('opens a session with its code, once', async () => {
    const { token, code } = await aLink()
    expect((await enter(token, `${code.slice(0, 3)} ${code.slice(3)}`)).json()).toMatchObject({
      account: { username: 'cooperative' },
    })
    expect((await enter(token, code)).json()).toMatchObject({
      status: 401,
      code: 'session.link_used',
    })
    expect(await events()).toEqual(['account.make_sign_in_link', 'session.open'])
    const kept = await owner.selectFrom('sign_in_links').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(token)
  })

  test('is used up by five wrong codes', async () => {
    const { token, code } = await aLink()
    for (let turn = 0; turn < 5; turn += 1)
      expect((await enter(token, wrong(code))).json()).toMatchObject({ code: 'session.wrong_code' })
    later(1)
    expect((await enter(token, code)).json()).toMatchObject({ code: 'session.link_used' })
    expect(await events()).toEqual(['account.make_sign_in_link'])
  })

  test('opens one session when two come at the same moment', async () => {
    const { token, code } = await aLink()
    const answers = await Promise.all([enter(token, code), enter(token, code), enter(token, code)])
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  })

  test('is void after a day and when another is made', async () => {
    const first = await aLink()
    const second = await aLink()
    expect((await enter(first.token, first.code)).statusCode).toBe(401)
    later(25)
    expect((await enter(second.token, second.code)).statusCode).toBe(401)
  })

  test('is made for cooperatives and leaders alone, by the administrator alone', async () => {
    const leader = await asAdmin(`/accounts/${a.leader.accountId}/sign-in-link`)
    expect(leader.statusCode).toBe(201)
    const officer = await asAdmin(`/accounts/${a.officer.accountId}/sign-in-link`)
    expect(officer.json()).toMatchObject({ status: 422, code: 'accounts.no_code_for_role' })
    const before = await events()
    expect((await send(url, {}, await signIn(app, 'strangerchair'))).statusCode).toBe(403)
    expect(await events()).toEqual(before)
  })
})

describe('rules of sign-in', () => {
  const rule = (change: object) => asAdmin('/sign-in-rules', change)
  const LENGTH = { name: 'password.min_length', value: 12, seen: 8, fromOn: '2026-03-10' }

  test('change from a day on, with bounds, not in the past, and not over another’s change', async () => {
    const answers = [
      await rule({ ...LENGTH, fromOn: '2026-03-09' }),
      await rule({ ...LENGTH, value: 4 }),
      await rule({ ...LENGTH, seen: 9 }),
    ]
    expect(answers.map((one) => one.json().code)).toEqual([
      'rules.past',
      'rules.bounds',
      'rules.changed',
    ])
    expect(await events()).toEqual([])
    expect((await rule({ ...LENGTH, fromOn: '2026-03-11' })).statusCode).toBe(200)
    const asked = async () => (await app.inject({ url: '/api/sign-in-rules/password' })).json()
    expect(await asked()).toEqual({ least: 8, kinds: 3, phrase: 15 })
    later(24)
    expect(await asked()).toEqual({ least: 12, kinds: 3, phrase: 15 })
    expect(await events()).toEqual(['account.change_rules'])
  })

  test('are read by everyone and changed by the administrator', async () => {
    const headers = await signIn(app, 'strangerchair')
    const read = (await app.inject({ url: '/api/sign-in-rules', headers })).json()
    expect(read.mayChange).toBe(false)
    expect((await send('/sign-in-rules', LENGTH, headers)).statusCode).toBe(403)
    expect(await events()).toEqual([])
  })

  test.each([
    ['ngắn1A', 400],
    ['toànchữthường', 'password.simple'],
    ['Lúa-2026', 204],
    ['một câu dài dễ nhớ', 204],
  ])('judge the password %s', async (next, outcome) => {
    const { path } = (await asAdmin(`/accounts/${a.clerk.accountId}/reset-link`)).json()
    const response = await send('/password-resets', { token: tokenOf(path), next })
    expect([response.statusCode, response.body && response.json()?.code]).toContain(outcome)
  })

  test('lock a name after many failures, but not where its holder has been; unlocked by hand', async () => {
    await rule({ name: 'sign_in.lock_after', value: 12, seen: 30, fromOn: '2026-03-10' })
    const from = (remoteAddress: string, password = 'đoán mò thôi') =>
      app.inject({
        method: 'POST',
        url: '/api/session',
        remoteAddress,
        payload: { username: 'otherofficer', password },
      })
    await from('198.51.100.7', 'một mật khẩu để thử')
    for (let turn = 0; turn < 12; turn += 1) await from(`203.0.113.${turn}`)
    const locked = await from('203.0.113.99', 'một mật khẩu để thử')
    expect(locked.json()).toMatchObject({ status: 429, detail: expect.stringContaining('60 phút') })
    const known = await from('198.51.100.7', 'một mật khẩu để thử')
    expect(known.statusCode).toBe(200)
    const stranger = await signIn(app, 'strangerchair')
    const unlock = `/accounts/${a.otherOfficer.accountId}/unlock`
    expect((await send(unlock, {}, stranger)).statusCode).toBe(403)
    expect((await asAdmin(unlock)).statusCode).toBe(204)
    expect((await from('203.0.113.99', 'một mật khẩu để thử')).statusCode).toBe(200)
  })
})
