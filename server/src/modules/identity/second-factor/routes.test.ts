import { NewFactor } from '@hopluc/shared/second-factor'
import { Secret, TOTP } from 'otpauth'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../../app.ts'
import { aDatabase } from '../../../testing/database.ts'
import { anOrganisation, PASSWORD, signIn } from '../../../testing/organisation.ts'

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
const passkeySite = { domain: 'localhost', origin: 'http://localhost:8080' }
const services = { db, now: () => now, jobs, isDemo: false, secureCookies: false, passkeySite }
const app = createApp(services)
const production = createApp({ ...services, isProduction: true })
const { a, b } = await anOrganisation(owner)

beforeEach(async () => {
  now = new Date('2026-03-10T03:00:00Z')
  await sql`truncate sessions, sign_in_attempts, sign_in_steps, audit_entries, totp_secrets,
    recovery_codes, passkeys, passkey_challenges, settings cascade`.execute(owner)
})

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}
type Headers = Record<string, string>
const post = (url: string, headers: Headers, payload: object = {}, of = app) =>
  of.inject({ method: 'POST', url: `/api${url}`, headers, payload })
const cookieOf = ({ cookies }: Awaited<ReturnType<typeof post>>) => ({
  cookie: cookies
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => `${name}=${value}`)
    .join('; '),
})
const codeOf = (secret: string, at = now) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })
const events = async () =>
  (await owner.selectFrom('audit_entries').select('event').orderBy('id').execute()).map(
    ({ event }) => event,
  )

/** An authenticator app for this person; answers its secret and the recovery codes. */
async function withApp(username: string, of = app) {
  const headers = await signIn(of, username)
  const { secret } = (await post('/second-factor/totp', headers, {}, of)).json()
  const done = await post('/second-factor/totp/confirm', headers, { code: codeOf(secret) }, of)
  expect(done.statusCode).toBe(200)
  later(31)
  return {
    secret: String(secret),
    codes: NewFactor.parse(done.json()).recoveryCodes ?? [],
    headers,
  }
}

const first = (username: string, of = app) =>
  post('/session', {}, { username, password: PASSWORD }, of)
async function step(username: string) {
  const response = await first(username)
  expect(response.json()).toMatchObject({ status: 401, code: 'session.second_factor' })
  return cookieOf(response)
}
const second = (headers: Headers, code: string, method = 'totp') =>
  post('/session/second-factor', headers, { method, code })

describe('an authenticator app', () => {
  test('is set up by a right code, and then asked for after the password', async () => {
    const { secret, codes } = await withApp('standing')
    expect(codes).toHaveLength(10)
    const headers = await step('standing')
    expect((await app.inject({ url: '/api/session', headers })).statusCode).toBe(401)
    const due = await app.inject({ url: '/api/session/second-factor', headers })
    expect(due.json()).toEqual({ name: a.standing.name, methods: ['totp', 'recovery'] })
    const opened = await second(headers, codeOf(secret))
    expect(opened.json()).toMatchObject({ account: { username: 'standing' } })
    const session = cookieOf(opened)
    expect((await app.inject({ url: '/api/session', headers: session })).statusCode).toBe(200)
    expect(await events()).toEqual(['account.add_second_factor', 'session.open'])
  })

  test('that was never confirmed is asked of nobody', async () => {
    const headers = await signIn(app, 'standing')
    const { uri } = (await post('/second-factor/totp', headers)).json()
    expect(uri).toMatch(/^otpauth:\/\/totp\/H%E1%BB%A3p%20L%E1%BB%B1c:standing\?/)
    const wrong = await post('/second-factor/totp/confirm', headers, { code: '000000' })
    expect(wrong.json()).toMatchObject({ status: 422, code: 'second_factor.wrong' })
    expect((await first('standing')).statusCode).toBe(200)
  })

  test('may be half a minute fast or slow, not more', async () => {
    const { secret } = await withApp('standing')
    const at = (seconds: number) => codeOf(secret, new Date(now.getTime() + seconds * 1000))
    expect((await second(await step('standing'), at(-90))).statusCode).toBe(401)
    expect((await second(await step('standing'), at(90))).statusCode).toBe(401)
    expect((await second(await step('standing'), at(30))).statusCode).toBe(200)
    later(120)
    expect((await second(await step('standing'), at(-30))).statusCode).toBe(200)
  })

  test('gives each code once, also at the same moment', async () => {
    const { secret } = await withApp('standing')
    const steps = [await step('standing'), await step('standing'), await step('standing')]
    const code = codeOf(secret)
    const answers = await Promise.all(steps.map((headers) => second(headers, code)))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    const again = await second(await step('standing'), code)
    expect(again.json()).toMatchObject({ code: 'session.second_factor_refused' })
    const before = codeOf(secret, new Date(now.getTime() - 30_000))
    expect((await second(await step('standing'), before)).statusCode).toBe(401)
  })

  test('cannot be guessed: five misses end the wait, and the account slows down', async () => {
    const { secret } = await withApp('standing')
    const headers = await step('standing')
    for (let turn = 0; turn < 5; turn += 1)
      expect((await second(headers, '123456')).statusCode).toBe(401)
    const sixth = await second(headers, codeOf(secret))
    expect(sixth.json()).toMatchObject({ status: 401, code: 'session.step_over' })
    const next = await second(await step('standing'), codeOf(secret))
    expect(next.json()).toMatchObject({ status: 429, code: 'session.wait' })
    expect(next.headers['retry-after']).toBe('5')
    expect((await events()).filter((event) => event === 'session.miss_second_factor')).toHaveLength(
      5,
    )
    later(40)
    expect((await second(await step('standing'), codeOf(secret))).statusCode).toBe(200)
  })

  test('waits ten minutes for its code, and a step is taken once', async () => {
    const { secret } = await withApp('standing')
    const headers = await step('standing')
    expect((await second(headers, codeOf(secret))).statusCode).toBe(200)
    later(60)
    expect((await second(headers, codeOf(secret))).json()).toMatchObject({
      code: 'session.step_over',
    })
    const slow = await step('standing')
    later(601)
    expect((await second(slow, codeOf(secret))).json()).toMatchObject({ code: 'session.step_over' })
    expect((await second({}, codeOf(secret))).json()).toMatchObject({ code: 'session.step_over' })
  })

  test('is of no use to another account', async () => {
    const { secret } = await withApp('standing')
    await withApp('strangerstanding')
    expect((await second(await step('strangerstanding'), codeOf(secret))).statusCode).toBe(401)
  })

  test('is removed by the password alone, and with it the recovery codes', async () => {
    const { headers, codes } = await withApp('standing')
    const wrong = await post('/second-factor/totp/remove', headers, { password: 'không phải' })
    expect(wrong.json()).toMatchObject({ status: 422, code: 'password.wrong' })
    const done = await post('/second-factor/totp/remove', headers, { password: PASSWORD })
    expect(done.statusCode).toBe(204)
    expect((await first('standing')).statusCode).toBe(200)
    const left = await owner.selectFrom('recovery_codes').select('hash').execute()
    expect([codes.length, left.length]).toEqual([10, 0])
    const again = await post('/second-factor/totp/remove', headers, { password: PASSWORD })
    expect(again.json()).toMatchObject({ status: 404, code: 'second_factor.not_found' })
  })

  test('that stands is not replaced by whoever holds the session', async () => {
    const { headers } = await withApp('standing')
    const again = await post('/second-factor/totp', headers)
    expect(again.json()).toMatchObject({ status: 409, code: 'second_factor.totp_present' })
  })
})

describe('a recovery code', () => {
  test('works once, however it is typed, and is kept as a hash', async () => {
    const { codes } = await withApp('standing')
    const [one = ''] = codes
    expect((await second(await step('standing'), one.toUpperCase(), 'recovery')).statusCode).toBe(
      200,
    )
    expect((await second(await step('standing'), one, 'recovery')).statusCode).toBe(401)
    const kept = await owner.selectFrom('recovery_codes').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(one)
    expect(kept.filter(({ used_at: at }) => at)).toHaveLength(1)
  })

  test('is void once new ones are made', async () => {
    const { codes, headers } = await withApp('standing')
    const renewed = await post('/second-factor/recovery-codes', headers, { password: PASSWORD })
    expect(renewed.json().codes).toHaveLength(10)
    expect((await second(await step('standing'), codes[1] ?? '', 'recovery')).statusCode).toBe(401)
    expect((await events()).at(-2)).toBe('account.renew_recovery_codes')
  })
})

describe('in production an administrator', () => {
  test('sets up a second factor before anything else', async () => {
    const opened = await first('admin', production)
    expect(opened.json()).toMatchObject({ mustSetSecondFactor: true })
    const headers = cookieOf(opened)
    const refused = await production.inject({ url: '/api/accounts', headers })
    expect(refused.json()).toMatchObject({ status: 403, code: 'session.must_set_second_factor' })
    const { secret } = (await post('/second-factor/totp', headers, {}, production)).json()
    const code = { code: codeOf(secret) }
    await post('/second-factor/totp/confirm', headers, code, production)
    expect((await production.inject({ url: '/api/accounts', headers })).statusCode).toBe(200)
    expect((await first('admin', production)).json()).toMatchObject({
      code: 'session.second_factor',
    })
  })

  test('is the only one of whom it is asked, until the rules say otherwise', async () => {
    expect((await first('standing', production)).json()).toMatchObject({
      mustSetSecondFactor: false,
    })
    const { headers } = await withApp('admin', production)
    const seen = { name: 'second_factor.roles', roles: ['admin', 'standing'], fromOn: '2026-03-10' }
    const rules = { ...seen, seen: ['admin'] }
    expect((await post('/sign-in-rules', headers, rules, production)).statusCode).toBe(200)
    expect((await first('standing', production)).json()).toMatchObject({
      mustSetSecondFactor: true,
    })
    expect((await first('standing')).json()).toMatchObject({ mustSetSecondFactor: true })
  })
})

test('a trial asks no administrator for a second factor', async () => {
  expect((await first('admin')).json()).toMatchObject({ mustSetSecondFactor: false })
})

test('nobody reads or uses the second factor of another', async () => {
  const { secret } = await withApp('standing')
  const read = await db
    .transaction()
    .execute((tx) => tx.selectFrom('totp_secrets').selectAll().execute())
  expect([secret.length > 0, read]).toEqual([true, []])
  const headers = await signIn(app, b.chair.username)
  const own = await app.inject({ url: '/api/second-factor', headers })
  expect(own.json()).toMatchObject({ hasTotp: false, passkeys: [], recoveryCodes: 0 })
})

test('a passkey is refused without a challenge of ours, and for another domain', async () => {
  const headers = await signIn(app, 'standing')
  const options = (await post('/second-factor/passkeys/options', headers)).json()
  expect(options).toMatchObject({ rp: { id: 'localhost' }, user: { name: 'standing' } })
  const clientData = { type: 'webauthn.create', challenge: 'x', origin: 'http://localhost:8080' }
  const response = {
    id: 'AAAA',
    rawId: 'AAAA',
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: Buffer.from(JSON.stringify(clientData)).toString('base64url'),
      attestationObject: 'oA',
    },
  }
  const made = await post('/second-factor/passkeys', headers, { name: 'Máy của tôi', response })
  expect(made.json()).toMatchObject({ status: 422, code: 'second_factor.passkey_refused' })
  expect(await events()).toEqual([])
})
