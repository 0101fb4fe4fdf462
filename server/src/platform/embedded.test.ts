import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { postgresPids } from '../testing/program.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { prepareEmbedded } from './migrate.ts'

const place = await mkdtemp(join(tmpdir(), 'hl-'))
const running: Embedded[] = []
const settings = { fsync: 'off' }
const LONG = { timeout: 60_000 }

afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
})
afterAll(() => rm(place, { recursive: true }))

async function start(name: string): Promise<Embedded> {
  const embedded = await startEmbedded(join(place, name), { settings })
  running.push(embedded)
  return embedded
}

async function ask(embedded: Embedded, text: string, role: 'postgres' | 'app' = 'postgres') {
  const client = new pg.Client(embedded.connection(role, role === 'app' ? 'hopluc' : 'postgres'))
  await client.connect()
  const { rows } = await client.query<{ answer: unknown }>(`select (${text}) as answer`)
  await client.end()
  return rows[0]?.answer
}

describe('the embedded database', () => {
  test('is closed to others: secrets, socket and data are the owner’s, no TCP', LONG, async () => {
    const embedded = await start('plain')
    const mode = async (name: string) =>
      (await stat(join(place, 'plain/database', name))).mode & 0o777
    expect(await mode('secrets.json')).toBe(0o600)
    expect([await mode('socket'), await mode('postgres'), await mode('.')]).toEqual([
      0o700, 0o700, 0o700,
    ])
    expect(await ask(embedded, `current_setting('listen_addresses')`)).toBe('')
    expect(await ask(embedded, `current_setting('fsync')`)).toBe('off') // this test's
    const guess = new pg.Client({ ...embedded.connection('postgres', 'postgres'), password: 'x' })
    await expect(guess.connect()).rejects.toThrow('password authentication failed')
  })

  test('knows Vietnamese letters and order', LONG, async () => {
    const embedded = await start('plain')
    expect(await ask(embedded, `lower('ĐẶNG VĂN BÉ ƯỚC')`)).toBe('đặng văn bé ước')
    const sorted = `select string_agg(x, ' ' order by x collate "vi-x-icu") from unnest(array['đ', 'e', 'd', 'á', 'ă', 'a']) x`
    expect(await ask(embedded, sorted)).toBe('a á ă d đ e')
  })

  test.each([
    ['deep', 'a'.repeat(60) + '/' + 'b'.repeat(60)],
    ['strange', `Dữ liệu "của" tôi, it's here`],
  ])('runs below a %s path', LONG, async (_, name) => {
    const embedded = await start(name)
    expect(await ask(embedded, 'select 1')).toBe(1)
    expect(Buffer.byteLength(join(embedded.connection('app').host, '.s.PGSQL.5432'))).toBeLessThan(
      107,
    )
    expect((await stat(embedded.connection('app').host)).mode & 0o077).toBe(0)
    await prepareEmbedded(embedded)
    expect(await ask(embedded, 'select current_user::text', 'app')).toBe('hopluc_app')
  })

  test('is made once by two that start at the same time', LONG, async () => {
    const both = await Promise.all([start('twice'), start('twice')])
    const secrets = both.map((one) => one.connection('postgres').password)
    expect(secrets[0]).toBe(secrets[1])
    expect(await readdir(join(place, 'twice'))).not.toContainEqual(expect.stringContaining('.new-'))
  })

  test('is stopped by the last who used it', LONG, async () => {
    const [first, second] = [await start('plain'), await start('plain')]
    await first.stop()
    expect(await ask(second, 'select 1')).toBe(1)
    await second.stop()
    expect(postgresPids(join(place, 'plain'))).toEqual([])
  })

  test('has one server at a time', LONG, async () => {
    const [first, second] = [await start('plain'), await start('plain')]
    await first.claim('http://first')
    await expect(second.claim('http://second')).rejects.toThrow(/in use by another.*http:\/\/first/)
    await first.stop()
    await second.claim('http://second')
  })

  test('believes no pid file of a process that is somebody else today', LONG, async () => {
    const data = join(place, 'plain/database/postgres')
    await writeFile(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1\n5432\n`)
    await writeFile(join(place, 'plain/database/socket/.s.PGSQL.5432.lock'), `${process.pid}\n`)
    expect(await ask(await start('plain'), 'select 1')).toBe(1)
  })

  test('comes back by itself when it is killed under a running server', LONG, async () => {
    const embedded = await start('plain')
    await embedded.claim('http://here')
    for (const pid of postgresPids(join(place, 'plain'))) process.kill(pid, 'SIGKILL')
    const again = () => ask(embedded, 'select 1').catch(() => undefined)
    await expect.poll(again, { timeout: 20_000 }).toBe(1)
    const other = await start('plain')
    await expect(other.claim('http://there')).rejects.toThrow('in use')
  })

  test('leaves alone what a start left half-made, when that still runs', LONG, async () => {
    const [dead, alive] = ['database.new-999999999-x', `database.new-${process.pid}-x`]
    for (const name of [dead, alive]) await mkdir(join(place, 'half', name), { recursive: true })
    await start('half')
    expect(existsSync(join(place, 'half', dead))).toBe(false)
    expect(existsSync(join(place, 'half', alive))).toBe(true)
  })
})

test(
  'a server PostgreSQL gets its roles, and the application may step into two of them',
  LONG,
  async () => {
    const { makeServerRoles, prepareServer } = await import('./migrate.ts')
    const embedded = await start('server')
    const { host } = embedded.connection('postgres')
    const url = (user: string, password: string) =>
      `postgres://${user}:${encodeURIComponent(password)}@localhost/postgres?host=${encodeURIComponent(host)}`
    const owner = url('postgres', embedded.connection('postgres').password)
    await makeServerRoles({ owner, app: url('hopluc_app', 'secret one') })
    expect(await prepareServer({ owner, app: url('hopluc_app', 'secret one') })).not.toEqual([])
    expect(await prepareServer({ owner })).toEqual([]) // done already

    const { openDatabase, withClient } = await import('./config-database.ts')
    const database = await openDatabase({
      addresses: { app: url('hopluc_app', 'secret one') },
      dataFolder: '/nowhere',
    })
    await database.prepare()
    for (const role of ['app', 'jobs', 'portal'] as const)
      expect(
        await withClient(database.connection(role), async (client) => {
          const { rows } = await client.query(`select current_user::text as me,
          (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as is_mighty`)
          return rows[0]
        }),
      ).toEqual({ me: `hopluc_${role}`, is_mighty: false })
    expect(() => database.connection('owner')).toThrow('DATABASE_OWNER_URL is missing')
    const mighty = await openDatabase({ addresses: { app: owner }, dataFolder: '/nowhere' })
    await expect(mighty.prepare()).rejects.toThrow('bypasses row security')
  },
)
