import { once } from 'node:events'
import { createServer } from 'node:http'
import { sql } from 'kysely'
import Provider from 'oidc-provider'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { createApp } from '../../../app.ts'
import { aDatabase } from '../../../testing/database.ts'
import { anOrganisation, signIn } from '../../../testing/organisation.ts'
import { freePort } from '../../../testing/program.ts'

vi.setConfig({ testTimeout: 30_000 })
vi.spyOn(console, 'error').mockImplementation(() => undefined) // refusals of the provider are logged
const { app: db, owner } = await aDatabase()
const jobs = {
  enqueue: async () => '',
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}
const ADDRESS = 'http://127.0.0.1:8080'
const { a } = await anOrganisation(owner)

/** A real provider: it knows everyone, and calls them what they type. */
const issuer = `http://127.0.0.1:${await freePort()}`
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'hopluc',
      client_secret: 'a secret for the test',
      redirect_uris: ['lgsp', 'other'].map((id) => `${ADDRESS}/api/session/outside/${id}/callback`),
    },
  ],
  pkce: { required: () => true },
  claims: { profile: ['preferred_username'] },
  conformIdTokenClaims: false,
  cookies: { keys: ['a key for the test'] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id }) }),
})
const answer = provider.callback()
const server = createServer((request, response) => void answer(request, response)).listen(
  Number(new URL(issuer).port),
  '127.0.0.1',
)
await once(server, 'listening')
afterAll(() => server.close())

const settings = {
  label: 'LGSP',
  issuer,
  clientId: 'hopluc',
  clientSecret: 'a secret for the test',
  scope: 'openid profile',
  claim: 'preferred_username',
}
const app = createApp({
  db,
  now: () => new Date(),
  jobs,
  isDemo: false,
  secureCookies: false,
  publicAddress: ADDRESS,
  outsideProviders: [
    { ...settings, id: 'lgsp', isUsername: false },
    { ...settings, id: 'other', isUsername: true },
    { ...settings, id: 'broken', isUsername: true, issuer: 'http://127.0.0.1:9' },
  ],
})

beforeEach(async () => {
  await sql`truncate sessions, sign_in_steps, account_identities, audit_entries cascade`.execute(
    owner,
  )
})

/** A browser's part at the provider: follows, types the name, agrees; answers where it is sent back. */
async function atProvider(start: string, name: string): Promise<string> {
  const jar = new Map<string, string>()
  const visit = async (url: string, form?: Record<string, string>) => {
    const response = await fetch(new URL(url, issuer), {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return { to: response.headers.get('location'), page: await response.text() }
  }
  let step = await visit(start)
  for (let turn = 0; turn < 12; turn += 1) {
    if (step.to?.startsWith(ADDRESS)) return step.to
    if (step.to) step = await visit(step.to)
    else {
      const action = /action="([^"]+)"/.exec(step.page)?.[1] ?? ''
      const prompt = /name="prompt" value="([^"]+)"/.exec(step.page)?.[1] ?? ''
      step = await visit(action, { prompt, login: name, password: 'x' })
    }
  }
  throw new Error(`lost at the provider: ${step.page.slice(0, 300)}`)
}

async function begin(id: string, back = '/tasks') {
  const url = `/api/session/outside/${id}?return=${encodeURIComponent(back)}`
  const response = await app.inject({ url })
  const [cookie] = response.cookies
  return {
    to: String(response.headers.location),
    headers: { cookie: `${cookie?.name}=${cookie?.value}` },
  }
}
async function through(id: string, name: string, back?: string) {
  const { to, headers } = await begin(id, back)
  const answer = new URL(await atProvider(to, name))
  return {
    url: answer.pathname + answer.search,
    headers,
    response: await app.inject({ url: answer.pathname + answer.search, headers }),
  }
}
const opened = (response: Awaited<ReturnType<typeof through>>['response']) =>
  response.cookies.find(({ name, value }) => name === 'hopluc_session' && value !== '')
const events = async () =>
  (await owner.selectFrom('audit_entries').select('event').orderBy('id').execute()).map(
    ({ event }) => event,
  )
async function link(value: string, provided = 'lgsp') {
  const headers = await signIn(app, 'admin')
  const url = `/api/accounts/${a.officer.accountId}`
  const { version } = (await app.inject({ url, headers })).json()
  return app.inject({
    method: 'POST',
    url: `${url}/identities`,
    headers,
    payload: { provider: provided, value, version },
  })
}

test('a person whom the provider names comes in under the account that is noted for it', async () => {
  expect((await link('cccd-001')).statusCode).toBe(201)
  const { response } = await through('lgsp', 'cccd-001')
  expect([response.statusCode, response.headers.location]).toEqual([302, '/tasks'])
  const session = opened(response)
  const headers = { cookie: `${session?.name}=${session?.value}` }
  expect((await app.inject({ url: '/api/session', headers })).json()).toMatchObject({
    account: { username: 'officer' },
  })
  expect(await events()).toEqual(['account.link_identity', 'session.open'])
})

test('whoever has no account gets none', async () => {
  const before = await owner.selectFrom('accounts').select('id').execute()
  const { response } = await through('lgsp', 'officer')
  expect(response.headers.location).toBe('/sign-in?return=%2Ftasks&refused=session.outside_unknown')
  expect(opened(response)).toBeUndefined()
  expect(await owner.selectFrom('accounts').select('id').execute()).toHaveLength(before.length)
  expect(await events()).toEqual([])
})

test('a provider that is trusted with user names needs nothing noted', async () => {
  const { response } = await through('other', 'officer')
  expect(opened(response)).toBeDefined()
})

test('a locked account stays locked', async () => {
  const of = owner.updateTable('accounts').where('id', '=', a.clerk.accountId)
  await of.set({ is_active: false }).execute()
  expect(opened((await through('other', 'clerk')).response)).toBeUndefined()
  await of.set({ is_active: true }).execute()
})

test('an answer works once, in the browser that began, for the provider asked', async () => {
  const { url, headers, response } = await through('other', 'officer')
  expect(opened(response)).toBeDefined()
  expect(opened(await app.inject({ url, headers }))).toBeUndefined()
  const { to } = await begin('other')
  const stolen = new URL(await atProvider(to, 'officer'))
  const elsewhere = await app.inject({ url: stolen.pathname + stolen.search })
  expect(elsewhere.headers.location).toContain('refused=session.outside_over')
  const mixed = await begin('lgsp')
  const crossed = await app.inject({ url: stolen.pathname + stolen.search, headers: mixed.headers })
  expect(crossed.headers.location).toContain('refused=session.outside_over')
  const forged = await begin('other')
  const other = await app.inject({ url: stolen.pathname + stolen.search, headers: forged.headers })
  expect(other.headers.location).toContain('refused=session.outside_failed')
})

test('a provider that does not answer is said so, and nobody is sent to another site', async () => {
  expect((await begin('broken')).to).toContain('refused=session.outside_failed')
  const { response } = await through('other', 'officer', '//evil.example/')
  expect(response.headers.location).toBe('/')
  const missing = await app.inject({ url: '/api/session/outside/none' })
  expect(missing.json()).toMatchObject({ status: 404, code: 'session.no_such_provider' })
})

test('an identity belongs to one account, is noted by the administrator, and can be taken away', async () => {
  const { version } = (await link('cccd-002')).json()
  expect(version).toBeUndefined()
  expect((await link('cccd-002')).json()).toMatchObject({
    status: 409,
    code: 'accounts.identity_taken',
  })
  expect((await link('x', 'nobody')).json()).toMatchObject({ code: 'accounts.no_such_provider' })
  const url = `/api/accounts/${a.officer.accountId}`
  const headers = await signIn(app, 'admin')
  const security = await app.inject({ url: `${url}/security`, headers })
  const [identity] = security.json().identities
  expect(identity.value).toMatchObject({ shown: '•••• 002', isMasked: true, mayReveal: true })
  const payload = { provider: 'lgsp', value: 'cccd-002', identityId: identity.id, version: 1 }
  const stranger = await signIn(app, 'strangerchair')
  const before = await events()
  for (const path of ['identities', 'identities/remove']) {
    const by = { method: 'POST', url: `${url}/${path}`, headers: stranger, payload } as const
    expect((await app.inject(by)).statusCode).toBe(403)
  }
  expect(await events()).toEqual(before)
  const admin = await signIn(app, 'admin')
  const stale = {
    method: 'POST',
    url: `${url}/identities/remove`,
    headers: admin,
    payload,
  } as const
  expect((await app.inject(stale)).json()).toMatchObject({ status: 409, code: 'accounts.changed' })
  const now = (await app.inject({ url, headers: admin })).json()
  const removed = await app.inject({ ...stale, payload: { ...payload, version: now.version } })
  expect(removed.json()).toMatchObject({ identities: [] })
})
