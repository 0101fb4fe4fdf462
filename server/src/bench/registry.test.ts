import { expect, test, vi } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { registry } from './registry.ts'

vi.setConfig({ testTimeout: 120_000 })
const { app: db, jobs: jobsDb, owner, connection } = await aDatabase()

test('lists and counts of a small register are those of hand-written SQL', async () => {
  if (registry.kind !== 'database') throw new Error('it needs a database')
  const said: string[] = []
  const progress = (words: string) => said.push(words)
  const figures = await registry.run({ db, jobsDb, owner, connection, isSmall: true, progress })
  expect(figures.map(({ name }) => name)).toEqual(['registry.list.p95', 'registry.count_as_of.p95'])
  expect(said.filter((words) => words.startsWith('list 0')).length).toBe(12)
})
