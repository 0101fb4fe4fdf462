import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { hashPassword } from '../modules/identity/index.ts'
import * as audit from '../platform/audit.ts'
import { calendarDay } from '../platform/clock.ts'
import { Refusal } from '../platform/config.ts'
import { connect, type Tx } from '../platform/db.ts'
import { SYSTEM_ACCOUNT } from '../platform/jobs.ts'
import { withDatabase } from './database.ts'

/** Since when the state has borne its name; an installation's own agency is as old as it likes. */
const NATION = { name: 'Việt Nam', since: '1976-07-02' }
const OFFICE = { name: 'Đơn vị quản trị hệ thống Hợp Lực', shortName: 'Quản trị hệ thống' }
const LEAST_PASSWORD = 10

/**
 * Makes an account with the installation's administrator's post, to begin with in an empty database.
 * The first password comes from HOPLUC_PASSWORD or is drawn and printed once; it has to be changed.
 */
export async function createAdminCommand(username: string, name: string): Promise<void> {
  const plain = username.trim().toLowerCase()
  if (!/^[a-z0-9][a-z0-9._-]{1,99}$/.test(plain)) throw badUsername()
  const given = process.env.HOPLUC_PASSWORD
  if (given !== undefined && given.length < LEAST_PASSWORD) throw shortPassword()
  const password = given ?? randomBytes(12).toString('base64url')
  const hash = await hashPassword(password)
  const today = calendarDay(new Date())
  await withDatabase(async (database) => {
    if (database.embedded) await database.prepare()
    const owner = connect({ ...database.connection('owner'), max: 1 })
    try {
      await owner.transaction().execute(async (tx) => {
        const id = await createAccount(tx, plain, name.trim(), hash)
        const post = { id: randomUUIDv7(), account_id: id, agency_id: await findOffice(tx) }
        await tx
          .insertInto('posts')
          .values({ ...post, role: 'admin', title: 'Quản trị hệ thống', from_on: today })
          .execute()
        await sql`select refresh_scopes(${id})`.execute(tx)
        await sql`set local hopluc.account = ${sql.lit(SYSTEM_ACCOUNT)}`.execute(tx)
        await audit.record(tx, audit.SYSTEM, 'account.create_admin', id, { username: plain })
      })
    } finally {
      await owner.destroy()
    }
  })
  console.log(`Đã tạo tài khoản quản trị · Administrator created: ${plain}`)
  if (!given) console.log(`Mật khẩu ban đầu, phải đổi khi đăng nhập · First password: ${password}`)
}

async function createAccount(tx: Tx, username: string, name: string, hash: string) {
  const row = await tx
    .insertInto('accounts')
    .values({ id: randomUUIDv7(), username, name, password_hash: hash })
    .onConflict((conflict) => conflict.column('username').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) return row.id
  throw new Refusal({
    vi: `Tên đăng nhập "${username}" đã có người dùng. Hãy chọn tên khác.`,
    en: `The user name "${username}" is taken. Choose another.`,
  })
}

/** The agency of earlier administrators; in an empty database one of its own, at the nation. */
async function findOffice(tx: Tx): Promise<string> {
  const earlier = await tx
    .selectFrom('posts')
    .select('agency_id')
    .where('role', '=', 'admin')
    .limit(1)
    .executeTakeFirst()
  if (earlier) return earlier.agency_id
  const id = randomUUIDv7()
  await tx.insertInto('agencies').values({ id }).execute()
  await tx
    .insertInto('agency_versions')
    .values({
      agency_id: id,
      unit_id: await findNation(tx),
      kind: 'other',
      name: OFFICE.name,
      short_name: OFFICE.shortName,
      manner: 'never',
      from_on: NATION.since,
    })
    .execute()
  return id
}

async function findNation(tx: Tx): Promise<string> {
  const known = await tx
    .selectFrom('unit_versions')
    .select('unit_id')
    .where('level', '=', 'nation')
    .limit(1)
    .executeTakeFirst()
  if (known) return known.unit_id
  const id = randomUUIDv7()
  await tx.insertInto('units').values({ id }).execute()
  const version = { unit_id: id, level: 'nation', kind: 'nước', name: NATION.name }
  await tx
    .insertInto('unit_versions')
    .values({ ...version, from_on: NATION.since })
    .execute()
  await sql`select refresh_ancestry()`.execute(tx)
  await sql`select refresh_unit_parts()`.execute(tx)
  return id
}

function badUsername(): Refusal {
  return new Refusal({
    vi: 'Tên đăng nhập gồm chữ thường không dấu, số và . _ - (từ 2 ký tự).',
    en: 'A user name has at least two lower-case letters, digits, or . _ - and begins with a letter or digit.',
  })
}

function shortPassword(): Refusal {
  return new Refusal({
    vi: `HOPLUC_PASSWORD phải có ít nhất ${LEAST_PASSWORD} ký tự.`,
    en: `HOPLUC_PASSWORD needs at least ${LEAST_PASSWORD} characters.`,
  })
}
