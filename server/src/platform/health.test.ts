import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createApp } from '../app.ts'
import { aDatabase } from '../testing/database.ts'
import { readConfig } from './config.ts'

const { app: db } = await aDatabase()
const jobs = {
  enqueue: async () => '',
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}
const services = { db, now: () => new Date(), jobs, isDemo: false, secureCookies: false }
const [plain, withToken] = [
  createApp(services),
  createApp({ ...services, metricsToken: 'một-mã-dài' }),
]

vi.setConfig({ testTimeout: 30_000 })
beforeAll(async () => void (await Promise.all([plain.ready(), withToken.ready()])))
afterAll(async () => void (await Promise.all([plain.close(), withToken.close()])))

const read = async (app: typeof plain, remoteAddress: string, headers = {}) =>
  (await app.inject({ url: '/metrics', remoteAddress, headers })).statusCode

test('metrics are read on this machine, and elsewhere with the token alone', async () => {
  const from = (client: string) => ({ 'x-forwarded-for': client })
  const bearing = (token: string) => ({ authorization: `Bearer ${token}` })
  expect(await read(plain, '127.0.0.1')).toBe(200)
  expect(await read(plain, '::1')).toBe(200)
  expect(await read(plain, '10.0.0.9')).toBe(403)
  expect(await read(plain, '10.0.0.9', from('127.0.0.1'))).toBe(403) // of no proxy of ours
  expect(await read(plain, '127.0.0.1', from('203.0.113.7'))).toBe(403) // through a proxy here
  expect(await read(plain, '10.0.0.9', bearing(''))).toBe(403)
  expect(await read(withToken, '10.0.0.9', bearing('một-mã-dài'))).toBe(200)
  expect(await read(withToken, '10.0.0.9', bearing('một-mã'))).toBe(403)
  expect(await read(withToken, '10.0.0.9')).toBe(403)
})

test('the token comes from the environment', () => {
  const read = (env: Record<string, string>) => readConfig(env, { isProduction: false })
  expect(read({ HOPLUC_METRICS_TOKEN: 'abc' }).metricsToken).toBe('abc')
  expect(read({}).metricsToken).toBeUndefined()
})

test('whether it lives and is ready is told to everyone', async () => {
  for (const url of ['/api/health', '/api/ready'])
    expect((await plain.inject({ url, remoteAddress: '10.0.0.9' })).statusCode).toBe(200)
})
