import { expect, test, vi } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { reorg } from './reorg.ts'

vi.setConfig({ testTimeout: 120_000 })
const { app: db, jobs: jobsDb, owner, connection } = await aDatabase()

test('communes are merged and parted again on a small nation: sums and views are equal', async () => {
  if (reorg.kind !== 'database') throw new Error('it needs a database')
  const progress = () => undefined
  const figures = await reorg.run({ db, jobsDb, owner, connection, isSmall: true, progress })
  const byName = new Map(figures.map(({ name, value }) => [name, value]))
  expect(byName.get('reorg.merge.seconds')).toBeLessThan(60)
  expect(byName.get('reorg.sums_equal')).toBe(1)
  expect(byName.get('reorg.undo_identical')).toBe(1)
})
