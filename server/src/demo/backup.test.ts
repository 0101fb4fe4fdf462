import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import * as audit from '../platform/audit.ts'
import { backup } from '../platform/backup.ts'
import { restore } from '../platform/backup-restore.ts'
import { systemContext } from '../platform/jobs-run.ts'
import { aDatabase } from '../testing/database.ts'
import { loadDemo } from './index.ts'

vi.setConfig({ testTimeout: 60_000 })

test('what was restored is whole: the audit’s chain has the root it had, and grows from there', async () => {
  const [source, target] = [await aDatabase(), await aDatabase()]
  const folder = await mkdtemp(join(tmpdir(), 'hopluc-demo-backup-'))
  await loadDemo(source.owner, '2026-03-10')
  const writeIn = (db: typeof source) =>
    systemContext({ jobsDb: db.jobs, now: () => new Date('2026-03-10T03:00:00Z') }).write
  await audit.seal(writeIn(source))
  const before = await audit.verify(source.jobs)
  expect(before).toMatchObject({ isWhole: true, unsealed: 0, entries: expect.any(Number) })
  expect(before.entries).toBeGreaterThan(0)

  const file = join(folder, 'demo.gz')
  const [from, into] = [source, target].map((one) => new pg.Client(one.connection('owner')))
  if (!from || !into) throw new Error('no clients')
  await Promise.all([from.connect(), into.connect()])
  await backup(from, file)
  await restore(into, file)
  await Promise.all([from.end(), into.end()])
  await rm(folder, { recursive: true })

  expect(await audit.verify(target.jobs, [{ root: before.root }])).toEqual(before)
  const id = crypto.randomUUID()
  await writeIn(target)((tx) => audit.record(tx, audit.SYSTEM, 'demo.later', id, {}))
  await audit.seal(writeIn(target))
  const after = await audit.verify(target.jobs, [{ root: before.root }])
  expect(after).toMatchObject({ isWhole: true, entries: before.entries + 1 })
  const { rows } = await sql<{ off: number }>`select count(*)::int as off from pg_trigger
    where tgenabled = 'D' and not tgisinternal`.execute(target.owner)
  expect(rows).toEqual([{ off: 0 }])
})
