import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freePort, killAll, startProgram } from '../testing/program.ts'

const place = await mkdtemp(join(tmpdir(), 'hopluc-serve-'))
const folder = join(place, 'data')

afterAll(async () => {
  await killAll()
  await rm(place, { recursive: true, force: true })
}, 60_000)

test('production refuses a folder that was made as a demo, and says what to do', async () => {
  const port = await freePort()
  const demo = startProgram({ folder, port })
  await demo.ready()
  demo.child.kill('SIGTERM')
  await demo.ended()
  const script = 'server/bin/hopluc.js'
  const production = startProgram({ folder, port, script, args: ['serve'] })
  expect(await production.ended()).toBe(1)
  expect(production.output()).toContain('chứa dữ liệu dùng thử')
  expect(production.output()).toContain('Set HOPLUC_DATA to a new folder')
  expect(await fetch(`${production.url}/api/health`).catch(() => undefined)).toBeUndefined()
}, 200_000)
