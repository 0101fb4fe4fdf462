import { expect, test, vi } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { assess } from './assess.ts'

vi.setConfig({ testTimeout: 120_000 })
const { app: db, jobs: jobsDb, owner, connection } = await aDatabase()

test('everyone in the register at the end of the year is scored, and again under a changed set', async () => {
  if (assess.kind !== 'database') throw new Error('it needs a database')
  const said: string[] = []
  const progress = (words: string) => said.push(words)
  const figures = await assess.run({ db, jobsDb, owner, connection, isSmall: true, progress })
  expect(figures.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['assess.score.seconds', 'assess.rescore.seconds']),
  )
  expect(figures[0]?.note).toMatch(/^350 scored, [1-9]\d* by every criterion/)
  expect(figures[1]?.note).toMatch(/^[1-9]\d* in another band/)
})
