import { readFile } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { verify } from '../platform/audit.ts'
import { makeAnchorKey, readAnchors, writeAnchor } from '../platform/audit-anchor.ts'
import { backup } from '../platform/backup.ts'
import { restore } from '../platform/backup-restore.ts'
import { databaseAddresses, dataFolder, Refusal } from '../platform/config.ts'
import { type Database, openDatabase, withClient } from '../platform/config-database.ts'
import { connect, type Schema } from '../platform/db.ts'
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

/** 0 when the chain is whole and holds every root kept outside, 1 when not. */
export async function auditVerifyCommand(options: {
  anchor?: string
  anchors?: string
  key?: string
}): Promise<number> {
  const { anchor, anchors, key } = options
  if (anchors !== undefined && key === undefined)
    throw new Refusal({
      vi: 'Thiếu --key: khóa công khai để kiểm tra chữ ký của các tệp neo.',
      en: '--key is missing: the public key that the anchors are checked with.',
    })
  const kept = anchors && key ? await readAnchors(anchors, await readFile(key, 'utf8')) : []
  const all = anchor ? [...kept, { root: anchor }] : kept
  const verdict = await withJobs((db) => verify(db, all))
  console.log(JSON.stringify(verdict))
  return verdict.isWhole ? 0 : 1
}

export async function auditAnchorCommand(folder: string, key: string): Promise<void> {
  const secret = await readFile(key, 'utf8')
  const path = await withJobs((db) => writeAnchor(db, folder, secret, new Date()))
  console.log(path ?? 'Chưa có gì được niêm phong · Nothing is sealed yet')
}

export async function auditKeyCommand(file: string): Promise<void> {
  await makeAnchorKey(file)
  console.log(`${file}\n${file}.pub`)
}

async function withJobs<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  return withDatabase(async (database) => {
    await database.prepare()
    const db = connect({ ...database.connection('jobs'), max: 1 })
    try {
      return await work(db)
    } finally {
      await db.destroy()
    }
  })
}
