import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { databaseTypes } from './migrate-types.ts'

test('schema.ts is what the migrations make', async () => {
  const { connection } = await aDatabase()
  const client = new pg.Client(connection('owner'))
  await client.connect()
  const types = await databaseTypes(client)
  await client.end()
  const kept = await readFile(new URL('./schema.ts', import.meta.url), 'utf8')
  expect(types, 'run "npm run db:types"').toBe(kept)
})
