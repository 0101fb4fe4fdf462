import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../../app.ts'
import { aDatabase } from '../../../testing/database.ts'
import { anOrganisation, signIn } from '../../../testing/organisation.ts'

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
  await sql`truncate sessions, api_tokens, audit_entries, settings cascade`.execute(owner)
})

const later = (days: number) => {
  now = new Date(now.getTime() + days * 86_400_000)
}
const WHOLE = { name: 'Đồng bộ văn bản', isReadOnly: false, nouns: null, days: 30 }
async function make(username: string, scope: object = {}) {
  const headers = await signIn(app, username)
  return app.inject({
    method: 'POST',
    url: '/api/tokens',
    headers,
    payload: { ...WHOLE, ...scope },
  })
}
async function aToken(username: string, scope: object = {}) {
  const { id, token } = (await make(username, scope)).json()
  return { id: String(id), headers: { authorization: `Bearer ${token}` }, token: String(token) }
}
type Headers = Record<string, string>
const get = (url: string, headers: Headers) => app.inject({ url: `/api${url}`, headers })
const MEETING = { kind: 'working', title: 'Họp tổ giúp việc', agenda: [] }
const entries = () =>
  owner.selectFrom('audit_entries').select(['event', 'session_id as by']).orderBy('id').execute()

describe('a token', () => {
  test('acts under the post in use; it is shown once and kept as a hash', async () => {
    const { id, headers, token } = await aToken('standing')
    const session = (await get('/session', headers)).json()
    expect(session.post).toMatchObject({ id: a.standing.postId, role: 'standing' })
    const kept = await owner.selectFrom('api_tokens').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(token)
    const payloads = await owner.selectFrom('audit_payloads').select('payload').execute()
    expect(JSON.stringify(payloads)).not.toContain(token)
    const { items, nouns } = (await get('/tokens', await signIn(app, 'standing'))).json()
    expect(items).toMatchObject([
      {
        id,
        isAlive: true,
        post: 'Thường trực Ban Chỉ đạo',
        lastUsedAt: '2026-03-10T03:00:00.000Z',
      },
    ])
    expect(nouns).toEqual(expect.arrayContaining(['tasks', 'documents', 'meetings']))
    expect(nouns).not.toContain('accounts')
  })

  test('is named by the audit of what was done with it', async () => {
    const { id, headers } = await aToken('standing')
    const payload = { ...MEETING, agencyId: a.committeeId }
    const made = await app.inject({ method: 'POST', url: '/api/meetings', headers, payload })
    expect([made.statusCode, await entries()]).toMatchObject([
      201,
      [{ event: 'token.create' }, { event: 'meeting.create', by: id }],
    ])
  })

  test('that only reads writes nothing', async () => {
    const { headers } = await aToken('standing', { isReadOnly: true })
    expect((await get('/meetings', headers)).statusCode).toBe(200)
    const payload = { ...MEETING, agencyId: a.committeeId }
    const made = await app.inject({ method: 'POST', url: '/api/meetings', headers, payload })
    expect(made.json()).toMatchObject({ status: 403, code: 'token.read_only' })
    expect(await entries()).toHaveLength(1)
  })

  test('stays within the parts it names', async () => {
    const { headers } = await aToken('standing', { nouns: ['meetings'] })
    expect((await get('/meetings', headers)).statusCode).toBe(200)
    expect((await get('/tasks', headers)).json()).toMatchObject({ code: 'token.out_of_scope' })
    expect((await make('standing', { nouns: ['accounts'] })).json()).toMatchObject({
      status: 422,
      code: 'token.unknown_noun',
    })
  })

  test('does nothing to persons: neither tokens nor passwords nor second factors', async () => {
    const { headers } = await aToken('admin')
    for (const url of ['/tokens', '/accounts', '/sessions', '/second-factor'])
      expect((await get(url, headers)).json()).toMatchObject({
        status: 403,
        code: 'token.personal',
      })
    const payload = { current: 'x', next: 'y'.repeat(20) }
    const change = { method: 'POST', url: '/api/session/password', headers, payload } as const
    expect((await app.inject(change)).json()).toMatchObject({ code: 'token.personal' })
  })

  test('ends on its day, when revoked, and with the account', async () => {
    const { headers } = await aToken('standing', { days: 2 })
    later(1.9)
    expect((await get('/session', headers)).statusCode).toBe(200)
    later(0.2)
    expect((await get('/session', headers)).json()).toMatchObject({ code: 'session.none' })
    const other = await aToken('standing')
    const stranger = await signIn(app, 'strangerstanding')
    const end = (by: Headers) =>
      app.inject({ method: 'DELETE', url: `/api/tokens/${other.id}`, headers: by })
    const before = await entries()
    expect((await end(stranger)).statusCode).toBe(404)
    expect(await entries()).toHaveLength(before.length)
    expect((await end(await signIn(app, 'standing'))).statusCode).toBe(204)
    expect((await end(await signIn(app, 'standing'))).statusCode).toBe(404)
    expect((await get('/session', other.headers)).statusCode).toBe(401)
    const third = await aToken('clerk')
    const close = (isActive: boolean) =>
      owner
        .updateTable('accounts')
        .set({ is_active: isActive })
        .where('id', '=', a.clerk.accountId)
        .execute()
    await close(false)
    expect((await get('/session', third.headers)).statusCode).toBe(401)
    await close(true)
  })

  test('of a delegate is worth nothing after the delegation', async () => {
    now = new Date('2026-12-30T03:00:00Z')
    const { headers } = await aToken('delegate')
    expect((await get('/session', headers)).statusCode).toBe(200)
    later(2)
    expect((await get('/session', headers)).json()).toMatchObject({ code: 'session.post_ended' })
  })

  test('lives no longer than the rules allow', async () => {
    const { json, statusCode } = await make('standing', { days: 400 })
    expect([statusCode, json()]).toMatchObject([422, { code: 'token.too_long' }])
  })

  test('that is guessed or half right opens nothing', async () => {
    const { token } = await aToken('standing')
    for (const wrong of ['hopluc_x', token.slice(0, -1), token.replace('hopluc_', '')])
      expect((await get('/session', { authorization: `Bearer ${wrong}` })).statusCode).toBe(401)
  })
})

test('an administrator sees and revokes the tokens of others, a stranger neither', async () => {
  const { id, headers } = await aToken('standing')
  const url = `/accounts/${a.standing.accountId}/tokens`
  expect((await get(url, await signIn(app, 'strangerchair'))).json().items).toEqual([])
  const admin = await signIn(app, 'admin')
  expect((await get(url, admin)).json().items).toMatchObject([{ id }])
  const ended = await app.inject({ method: 'DELETE', url: `/api${url}/${id}`, headers: admin })
  expect(ended.statusCode).toBe(204)
  expect((await get('/session', headers)).statusCode).toBe(401)
  expect((await entries()).map(({ event }) => event)).toEqual(['token.create', 'token.end'])
})
