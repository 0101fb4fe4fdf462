import { expect, test, vi } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { deadline } from './deadline.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })
const { app: db, jobs: jobsDb, owner, connection } = await aDatabase()

test('a hundredth of the communes submit at once: none is lost, none doubled', async () => {
  if (deadline.kind !== 'database') throw new Error('it needs a database')
  const said: string[] = []
  const progress = (words: string) => said.push(words)
  const figures = await deadline.run({ db, jobsDb, owner, connection, isSmall: true, progress })
  const value = (name: string) => figures.find((one) => one.name === name)?.value
  expect(figures.map(({ name }) => name)).toEqual(deadline.names)
  expect(value('deadline.lost')).toBe(0)
  expect(value('deadline.doubled')).toBe(0)
  expect(value('deadline.submissions_per_s')).toBeGreaterThan(0)
  expect(figures[0]?.note).toContain('; 0 refused;')
})
