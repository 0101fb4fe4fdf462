import { verify } from '../platform/audit.ts'
import { backup } from '../platform/backup.ts'
import { restore } from '../platform/backup-restore.ts'
import { databaseAddresses, dataFolder } from '../platform/config.ts'
import { type Database, openDatabase, withClient } from '../platform/config-database.ts'
import { connect } from '../platform/db.ts'
import {
  makeEmbedded,
  makeServerRoles,
  prepareEmbedded,
  prepareServer,
} from '../platform/migrate.ts'

/** Opens the database that the environment names, and closes it whatever happens. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const addresses = databaseAddresses(process.env)
  const database = await openDatabase({ addresses, dataFolder: dataFolder(process.env) })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

export async function migrateCommand(): Promise<void> {
  const addresses = databaseAddresses(process.env)
  const isServer = addresses.owner !== undefined || addresses.app !== undefined
  const applied = isServer
    ? await prepareServer(addresses)
    : await withDatabase(async ({ embedded }) => (embedded ? prepareEmbedded(embedded) : []))
  for (const name of applied) console.log(name)
  console.log(applied.length > 0 ? 'Đã cập nhật · Migrated' : 'Không có gì mới · Up to date')
}

export async function backupCommand(file: string): Promise<void> {
  const { tables, rows } = await withDatabase((database) =>
    withClient(database.connection('owner'), (owner) => backup(owner, file)),
  )
  console.log(`${file}: ${tables} bảng, ${rows} dòng · ${tables} tables, ${rows} rows`)
}

export async function restoreCommand(file: string): Promise<void> {
  const { tables, rows } = await withDatabase(async (database) => {
    if (database.embedded) await makeEmbedded(database.embedded)
    else await makeServerRoles(databaseAddresses(process.env))
    return withClient(database.connection('owner'), (owner) => restore(owner, file))
  })
  console.log(`${file}: ${tables} bảng, ${rows} dòng · ${tables} tables, ${rows} rows`)
}

/** 0 when the chain is whole, 1 when it is not. */
export async function auditVerifyCommand(anchor?: string): Promise<number> {
  const verdict = await withDatabase(async (database) => {
    await database.prepare()
    const db = connect({ ...database.connection('jobs'), max: 1 })
    try {
      return await verify(db, anchor ? [{ root: anchor }] : [])
    } finally {
      await db.destroy()
    }
  })
  console.log(JSON.stringify(verdict))
  return verdict.isWhole ? 0 : 1
}
