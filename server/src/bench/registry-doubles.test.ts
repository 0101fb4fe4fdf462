import { expect, test, vi } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { registryDoubles } from './registry-doubles.ts'

vi.setConfig({ testTimeout: 240_000 })
const { app: db, jobs: jobsDb, owner, connection } = await aDatabase()

test('of a small register nearly all doubles are found, and hardly anything else', async () => {
  if (registryDoubles.kind !== 'database') throw new Error('it needs a database')
  const said: string[] = []
  const progress = (words: string) => {
    said.push(words)
  }
  const figures = await registryDoubles.run({
    db,
    jobsDb,
    owner,
    connection,
    isSmall: true,
    progress,
  })
  expect(figures.map(({ name }) => name)).toEqual([...registryDoubles.names])
  const [, recall, precision] = figures.map(({ value }) => value)
  expect(recall).toBeGreaterThan(97)
  expect(precision).toBeGreaterThan(97)
  const found = said.flatMap((words) => /found (\d+) of (\d+)/.exec(words) ?? [])
  expect(found.length).toBeGreaterThan(0)
})
