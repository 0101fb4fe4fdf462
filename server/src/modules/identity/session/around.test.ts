import { expect, test, vi } from 'vitest'
import { createApp } from '../../../app.ts'
import { aDatabase } from '../../../testing/database.ts'
import { anOrganisation, signIn } from '../../../testing/organisation.ts'

vi.setConfig({ testTimeout: 30_000 }) // passwords are costly, and a machine may be busy
const { app: db, owner } = await aDatabase()
const jobs = {
  enqueue: async () => '',
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}
const now = () => new Date('2026-03-10T03:00:00Z')
const app = createApp({ db, now, jobs, isDemo: false, secureCookies: true })
const { a } = await anOrganisation(owner)

async function counts(username: string) {
  const headers = await signIn(app, username)
  return (await app.inject({ url: '/api/session/counts', headers })).json()
}

test('what waits is counted within sight alone', async () => {
  await owner
    .insertInto('readings')
    .values({
      id: crypto.randomUUID(),
      owner_id: a.committeeId,
      title: 'Kết luận cuộc họp',
      text: 'x',
      text_hash: Buffer.alloc(32),
      proposal: '{}',
      review: '{}',
      scores: '{}',
      created_by_words: a.standing.name,
      saved_by_words: a.standing.name,
      created_by: a.standing.accountId,
    })
    .execute()
  expect(await counts('standing')).toEqual({ readings: 1 })
  expect(await counts('strangerstanding')).toEqual({})
})

test('behind TLS the cookie is sent over https only', async () => {
  const payload = { username: 'standing', password: 'một mật khẩu để thử' }
  const response = await app.inject({ method: 'POST', url: '/api/session', payload })
  expect(response.cookies).toMatchObject([{ secure: true, httpOnly: true }])
})

test('a demonstration names its accounts, another installation none', async () => {
  const response = await app.inject({ url: '/api/demo' })
  expect(response.json()).toEqual({ isDemo: false, password: null, accounts: [] })
})

test('everyone reads what each role may do', async () => {
  const ask = async (username: string, url: string) =>
    (await app.inject({ url: `/api${url}`, headers: await signIn(app, username) })).json()
  const table = await ask('commune', '/roles')
  const units = table.modules.find(({ module }: { module: string }) => module === 'units')
  expect(units.actions).toContainEqual({
    action: 'committee.delegate',
    vi: expect.any(String),
    en: expect.any(String),
    roles: ['chair', 'admin'],
  })
  expect((await ask('chair', '/session')).may).toContain('committee.delegate')
  expect((await ask('officer', '/session')).may).not.toContain('committee.delegate')
})
