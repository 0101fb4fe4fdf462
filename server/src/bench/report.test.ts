import { expect, test, vi } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { report } from './report.ts'

vi.setConfig({ testTimeout: 120_000 })
const { app: db, jobs: jobsDb, owner, connection } = await aDatabase()

test('a report of a small nation is made in a few seconds', async () => {
  if (report.kind !== 'database') throw new Error('it needs a database')
  const progress = () => undefined
  const figures = await report.run({ db, jobsDb, owner, connection, isSmall: true, progress })
  expect(figures.map(({ name }) => name)).toEqual(['report.make.seconds'])
  expect(figures[0]?.value).toBeLessThan(30)
  expect(figures[0]?.value).toBeGreaterThan(0)
})
