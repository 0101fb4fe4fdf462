import { expect, test, vi } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { rollup } from './rollup.ts'

vi.setConfig({ testTimeout: 120_000 })
const { app: db, jobs: jobsDb, owner, connection } = await aDatabase()

test('tables of a small nation are the sums by hand, and are fresh after an acceptance', async () => {
  if (rollup.kind !== 'database') throw new Error('it needs a database')
  const progress = () => undefined
  const figures = await rollup.run({ db, jobsDb, owner, connection, isSmall: true, progress })
  expect(figures.map(({ name }) => name)).toEqual(rollup.names)
  expect(figures.find(({ name }) => name === 'rollup.fresh.seconds')?.value).toBeLessThan(10)
})
