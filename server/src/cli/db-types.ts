import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../platform/embedded.ts'
import { prepareEmbedded } from '../platform/migrate.ts'
import { databaseTypes } from '../platform/migrate-types.ts'

/** Writes `platform/schema.ts` from a database that the migrations have just made. */
const folder = await mkdtemp(join(tmpdir(), 'hopluc-types-'))
const embedded = await startEmbedded(folder, { settings: { fsync: 'off' } })
try {
  await prepareEmbedded(embedded)
  const client = new pg.Client(embedded.connection('owner'))
  await client.connect()
  await writeFile(new URL('../platform/schema.ts', import.meta.url), await databaseTypes(client))
  await client.end()
} finally {
  await embedded.stop()
  await rm(folder, { recursive: true })
}
