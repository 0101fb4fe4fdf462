import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { connect } from './db.ts'

const webRoot = await mkdtemp(join(tmpdir(), 'hopluc-web-'))
await mkdir(join(webRoot, 'assets'))
await writeFile(join(webRoot, 'index.html'), '<style nonce="__CSP_NONCE__"></style>')
await writeFile(join(webRoot, 'assets', 'app.js'), 'export {}')
const jobs = {
  enqueue: async () => '',
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}
const db = connect({ host: '127.0.0.1', port: 1 }) // never asked
const app = createApp({
  db,
  now: () => new Date(),
  jobs,
  isDemo: false,
  secureCookies: true,
  webRoot,
})

afterAll(async () => {
  await app.close()
  await db.destroy()
  await rm(webRoot, { recursive: true })
})

test.each(['/', '/tasks/1', '/index.html'])('%s is the page, under its policy', async (url) => {
  const { body, headers } = await app.inject({ url })
  const [nonce] = /(?<=nonce=")[^"]+/.exec(body) ?? []
  expect(nonce).toMatch(/^[\w+/]{22}==$/)
  expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
})

test('an answer of the API is data, never a page', async () => {
  const { statusCode, headers } = await app.inject({ url: '/api/tasks' })
  expect(statusCode).toBe(401)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  })
})

test('what is named by its content is kept for a year', async () => {
  const { headers } = await app.inject({ url: '/assets/app.js' })
  expect(headers['cache-control']).toContain('immutable')
  expect(headers['x-content-type-options']).toBe('nosniff')
})
