import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { aDatabase } from '../testing/database.ts'
import { anOrganisation, signIn } from '../testing/organisation.ts'
import { readConfig } from './config.ts'
import { LIMITS } from './limits.ts'

const { app: db, owner } = await aDatabase()
await anOrganisation(owner)
const jobs = {
  enqueue: async () => '',
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}
const limits = { uploads: 2, readings: 2, exports: 2, search: 3 }
const process = () =>
  createApp({
    db,
    jobs,
    limits,
    isDemo: false,
    secureCookies: false,
    now: () => new Date('2026-03-10T03:00:00Z'),
  })
const one = process()
const other = process()

/** The test must not begin at the end of a minute. */
async function beginOfMinute() {
  const second = new Date().getSeconds()
  if (second > 45) await new Promise((resolve) => setTimeout(resolve, (61 - second) * 1000))
}

test('an account is refused beyond its limit by whichever process answers, others are not', async () => {
  const officer = await signIn(one, 'officer')
  const leader = await signIn(one, 'leader')
  await beginOfMinute()
  const ask = (app: typeof one, url: string, headers = officer) =>
    app.inject({ method: 'GET', url: `/api${url}`, headers })
  const search = '/search?q=hop'
  const answers = [await ask(one, search), await ask(other, search), await ask(one, search)]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  const refused = await ask(other, search)
  expect(refused.json()).toMatchObject({ status: 429, code: 'request.too_many' })
  expect(refused.json().detail).toContain('Hãy chờ')
  const wait = Number(refused.headers['retry-after'])
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60)
  expect((await ask(one, search, leader)).statusCode).toBe(200)
  const sheets = []
  for (const app of [one, other, one]) sheets.push(await ask(app, '/tasks?format=xlsx'))
  expect(sheets.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429])
  expect((await ask(one, '/tasks')).statusCode).toBe(200)
}, 60_000)

test('a new minute counts anew', async () => {
  await sql`update request_counts set minute = minute - interval '1 minute'`.execute(owner)
  const headers = await signIn(one, 'officer')
  const answer = await one.inject({ method: 'GET', url: '/api/search?q=hop', headers })
  expect(answer.statusCode).toBe(200)
})

test('the limits are said in the environment, by name', () => {
  const read = (said: string) =>
    readConfig({ HOPLUC_LIMITS: said, HOPLUC_DATA: '/tmp/x' }, { isProduction: false }).limits
  expect(read('search=600, uploads=5')).toEqual({ ...LIMITS, search: 600, uploads: 5 })
  expect(() => read('serach=1')).toThrow('HOPLUC_LIMITS')
  expect(() => read('search=0')).toThrow('HOPLUC_LIMITS')
})
