import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import * as z from 'zod'
import { aDatabase } from '../testing/database.ts'
import { makeAnchorKey, readAnchors } from './audit-anchor.ts'
import { anchoring } from './audit-anchoring.ts'
import * as audit from './audit.ts'
import { Refusal } from './config.ts'
import { createJobs, jobKind } from './jobs.ts'
import { systemContext } from './jobs-run.ts'

const { app: db, jobs: jobsDb, connection } = await aDatabase()
const now = () => new Date('2026-03-10T03:00:00Z')
const folder = await mkdtemp(join(tmpdir(), 'hopluc-anchoring-'))
afterAll(() => rm(folder, { recursive: true }))
const key = join(folder, 'key')
await makeAnchorKey(key)
const anchors = join(folder, 'anchors')
const ENV = { HOPLUC_ANCHORS: anchors, HOPLUC_ANCHOR_KEY: key }

test('the running program writes the root to a signed file as often as it is told', async () => {
  const system = systemContext({ jobsDb, now })
  await system.write((tx) => audit.record(tx, audit.SYSTEM, 'mail.sent', crypto.randomUUID(), {}))
  await audit.seal(system.write)
  const handlers = anchoring(ENV)
  expect(handlers).toMatchObject([{ kind: { name: 'audit.anchor' }, cron: '55 23 * * *' }])
  const log = { error: (error: unknown) => expect.fail(String(error)) }
  const jobs = createJobs({ db, jobsDb, now, connection: connection('jobs'), log, handlers })
  await system.write((tx) => jobs.enqueueSystem(tx, jobKind('audit.anchor', z.object({})), {}))
  expect(await jobs.drain()).toBe(1)
  await jobs.stop()
  const kept = await readAnchors(anchors, await readFile(`${key}.pub`, 'utf8'))
  expect(kept).toMatchObject([{ batch: 1, from: '2026-03-10-000000001.json' }])
  expect(await audit.verify(jobsDb, kept)).toMatchObject({ isWhole: true })
})

test('nothing recurs without a folder; half of it is refused, as are a lost key and an odd time', () => {
  expect(anchoring({})).toEqual([])
  for (const env of [
    { HOPLUC_ANCHORS: anchors },
    { HOPLUC_ANCHOR_KEY: key },
    { ...ENV, HOPLUC_ANCHOR_KEY: join(folder, 'none') },
    { ...ENV, HOPLUC_ANCHOR_CRON: 'daily' },
  ])
    expect(() => anchoring(env)).toThrow(Refusal)
})
