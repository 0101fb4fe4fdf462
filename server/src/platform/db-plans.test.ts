import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { PLANNED_ONCE } from './db-plans.ts'

const { owner } = await aDatabase()
await sql`create table said (n int primary key)`.execute(owner)

test('a marked statement is kept by its connection, once, and answers for each value', async () => {
  await owner.connection().execute(async (db) => {
    const say = (n: number) =>
      sql`${PLANNED_ONCE} insert into said values (${n}) on conflict do nothing`.execute(db)
    const find = (n: number) =>
      sql<{ n: number }>`${PLANNED_ONCE} select n from said where n = ${n}`.execute(db)
    for (const n of [1, 2, 3, 3]) await say(n)
    for (const n of [1, 2, 3]) expect((await find(n)).rows).toEqual([{ n }])
    expect((await find(4)).rows).toEqual([])
    const { rows } = await sql<{
      kept: number
    }>`select count(*)::int as kept from pg_prepared_statements
      where statement like '%from said%' or statement like '%into said%'`.execute(db)
    expect(rows).toEqual([{ kept: 2 }])
  })
})

test('a statement without the mark is not kept', async () => {
  await owner.connection().execute(async (db) => {
    await sql`select n + 1 from said where n = ${1}`.execute(db)
    const { rows } =
      await sql`select from pg_prepared_statements where statement like '%n + 1%'`.execute(db)
    expect(rows).toEqual([])
  })
})
