import { CompiledQuery, sql } from 'kysely'
import { expect, test } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { AT_COMMIT } from './db-commit.ts'

const { owner } = await aDatabase()
await sql`create table said (words text primary key)`.execute(owner)

const say = (words: string | null) =>
  CompiledQuery.raw(`${AT_COMMIT} insert into said values ($1)`, [words])
async function said() {
  const { rows } = await sql<{ words: string }>`delete from said returning words`.execute(owner)
  return rows.map(({ words }) => words).toSorted()
}

test('goes with the commit, whatever it says, and several at once', async () => {
  const words = ["O'Brien", '\\', '$1 $2', "'; drop table said; --", 'dòng\nmới "nháy"']
  await owner.transaction().execute(async (tx) => {
    for (const one of words) await tx.executeQuery(say(one))
    const { rows } = await sql`select from said`.execute(tx)
    expect(rows).toHaveLength(0)
  })
  expect(await said()).toEqual(words.toSorted())
})

test('is not said when the transaction rolls back, nor by the next one', async () => {
  const failed = owner.transaction().execute(async (tx) => {
    await tx.executeQuery(say('never'))
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  for (let turn = 0; turn < 6; turn += 1)
    await owner.transaction().execute((tx) => sql`select`.execute(tx))
  expect(await said()).toEqual([])
})

test('what fails in it fails the commit, and all with it', async () => {
  const failed = owner.transaction().execute(async (tx) => {
    await sql`insert into said values ('first')`.execute(tx)
    await tx.executeQuery(say('first'))
  })
  await expect(failed).rejects.toThrow('duplicate key')
  expect(await said()).toEqual([])
})

test('a savepoint takes back what was said after it, and keeps what was said before', async () => {
  const tx = await owner.startTransaction().execute()
  await tx.executeQuery(say('before'))
  const inner = await tx.savepoint('inner').execute()
  await inner.executeQuery(say('after'))
  await inner.rollbackToSavepoint('inner').execute()
  await tx.executeQuery(say('later'))
  await tx.commit().execute()
  expect(await said()).toEqual(['before', 'later'])
})

test('without a transaction it goes at once', async () => {
  await owner.executeQuery(say('at once'))
  expect(await said()).toEqual(['at once'])
})
