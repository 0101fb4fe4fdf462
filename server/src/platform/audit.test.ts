import { randomUUIDv7 as newId } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import * as audit from './audit.ts'
import { makeAnchorKey, readAnchors, writeAnchor } from './audit-anchor.ts'
import { type Actor, createContext } from './context.ts'
import { createJobs } from './jobs.ts'
import { systemContext } from './jobs-run.ts'

const { app, jobs, owner, connection } = await aDatabase()
const now = new Date('2026-03-10T05:00:00Z')
const system = systemContext({ jobsDb: jobs, now: () => now })
const chair = aPerson()

beforeEach(() =>
  sql`truncate audit_entries, audit_payloads, audit_batches, audit_open`.execute(owner),
)

function aPerson(role: Actor['role'] = 'chair'): Actor {
  const ids = { accountId: newId(), postId: newId(), agencyId: newId(), committeeId: null }
  return { ...ids, role, byWords: 'Người thử' }
}
const contextOf = (actor: Actor) => createContext(app, actor, '2026-03-10', now)

async function write(actor: Actor, ...events: string[]) {
  for (const event of events)
    await contextOf(actor).write((tx) => audit.record(tx, actor, event, newId(), { event }))
}
const seal = () => audit.seal(system.write)
const verify = (...anchors: audit.Anchor[]) => audit.verify(jobs, anchors)

/** Three batches of two; the ids in their order. */
async function aChain(): Promise<string[]> {
  for (const day of ['a', 'b', 'c']) {
    await write(chair, `${day}.first`, `${day}.second`)
    await seal()
  }
  const entries = owner.selectFrom('audit_entries').select('id')
  const rows = await entries.orderBy('recorded_at').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

test('a chain as it was written is whole, and says what is not sealed yet', async () => {
  await aChain()
  await write(chair, 'later')
  const verdict = await verify()
  expect(verdict).toMatchObject({ isWhole: true, batches: 3, entries: 6, unsealed: 1, purged: 0 })
  expect(await verify({ root: verdict.root })).toMatchObject({ isWhole: true })
})

test('the system writes under its own account', async () => {
  await system.write((tx) => audit.record(tx, audit.SYSTEM, 'mail.sent', newId(), {}))
  await seal()
  expect(await verify()).toMatchObject({ isWhole: true, entries: 1 })
})

test('the running program seals by itself', async () => {
  await write(chair, 'a', 'b')
  const log = { error: (error: unknown) => expect.fail(String(error)) }
  const services = { db: app, jobsDb: jobs, now: () => now, connection: connection('jobs'), log }
  const queue = createJobs({ ...services, handlers: [audit.sealing] })
  await queue.start()
  await expect.poll(() => verify()).toMatchObject({ entries: 2, unsealed: 0 })
  await queue.stop()
})

test('sealers at the same time give every entry one place', async () => {
  await write(chair, ...Array.from({ length: 20 }, (_, index) => `event.${index}`))
  const sealed = await Promise.all([seal(), seal(), seal()])
  expect(sealed.reduce((sum, count) => sum + count)).toBe(20)
  expect(await verify()).toMatchObject({ isWhole: true, entries: 20, unsealed: 0 })
})

/** As somebody does who holds the database's owner; `ids` are the chain's. */
const TAMPER: Record<string, (ids: string[]) => Promise<unknown>> = {
  'one byte of an entry': ([, , id]) =>
    sql`update audit_entries set event = 'b.firsT' where id = ${id}`.execute(owner),
  'who did it': ([, , id]) =>
    sql`update audit_entries set account_id = ${newId()} where id = ${id}`.execute(owner),
  'the role': ([, , id]) =>
    sql`update audit_entries set role = null where id = ${id}`.execute(owner),
  'one byte of a payload': ([, , , id]) =>
    sql`update audit_payloads set payload = overlay(payload placing 'X' from 3) where entry_id = ${id}`.execute(
      owner,
    ),
  'payload erased': ([, , , id]) =>
    sql`delete from audit_payloads where entry_id = ${id}`.execute(owner),
  'entry deleted': ([, , id]) =>
    sql`with p as (delete from audit_payloads where entry_id = ${id})
      delete from audit_entries where id = ${id}`.execute(owner),
  'entry inserted': ([, , id]) =>
    sql`insert into audit_entries (agency_id, id, account_id, event, subject_id, payload_hash, recorded_at)
      select agency_id, ${STRANGER}, account_id, 'b.forged', subject_id, payload_hash, recorded_at
      from audit_entries where id = ${id}`.execute(owner),
  'entry inserted and sealed late': async ([id]) => {
    await sql`insert into audit_entries (agency_id, id, account_id, event, subject_id, payload_hash, recorded_at)
      select agency_id, ${STRANGER}, account_id, 'a.forged', subject_id, payload_hash,
        recorded_at - interval '2 days' from audit_entries where id = ${id}`.execute(owner)
    await sql`insert into audit_payloads select agency_id, ${STRANGER}, salt, payload
      from audit_payloads where entry_id = ${id}`.execute(owner)
    await sql`insert into audit_open select agency_id, id, recorded_at
      from audit_entries where id = ${STRANGER}`.execute(owner)
    await seal()
  },
  'two entries swapped': ([, , one, other]) =>
    sql`update audit_entries e set event = o.event from audit_entries o
      where (e.id, o.id) in ((${one}, ${other}), (${other}, ${one}))`.execute(owner),
  'two places swapped': () =>
    sql`update audit_batches set members = substr(members, 65) || substr(members, 1, 64)
      where seq = 2`.execute(owner),
  'two payloads swapped': ([, , one, other]) =>
    sql`update audit_payloads p set salt = o.salt, payload = o.payload from audit_payloads o
      where p.entry_id = ${one} and o.entry_id = ${other}`.execute(owner),
  'batch deleted': () => sql`delete from audit_batches where seq = 1`.execute(owner),
  'root replaced': () =>
    sql`update audit_batches set root = sha256('x') where seq = 2`.execute(owner),
  'payload not yet sealed': async () => {
    await write(chair, 'later')
    await sql`update audit_payloads set payload = '{}' where payload like '%later%'`.execute(owner)
  },
}
const STRANGER = newId()

/** Each finds the entry by its place in the chain, `new` for one that was put in. */
describe('verification says where', () => {
  test.each<[keyof typeof TAMPER, number | null, number | 'new' | null, string]>([
    ['one byte of an entry', 2, 2, 'the entry was changed'],
    ['who did it', 2, 2, 'the entry was changed'],
    ['the role', 2, 2, 'the entry was changed'],
    ['one byte of a payload', 2, 3, 'its payload was changed'],
    ['payload erased', 2, 3, 'its payload is gone without a recorded purge'],
    ['entry deleted', 2, 2, 'the entry is missing'],
    ['entry inserted', null, 'new', 'it was inserted: no batch knows it'],
    ['entry inserted and sealed late', 4, 'new', 'it was slipped in later'],
    ['two entries swapped', 2, 2, 'the entry was changed'],
    ['two entries swapped', 2, 3, 'the entry was changed'],
    ['two places swapped', 2, 2, 'it is not in its place'],
    ['two payloads swapped', 2, 2, 'its payload was changed'],
    ['batch deleted', 2, null, 'a batch before it is missing'],
    ['root replaced', 2, null, 'the batch was changed'],
    ['payload not yet sealed', null, 6, 'its payload was changed'],
  ])('%s', async (name, batch, index, why) => {
    const ids = await aChain()
    await TAMPER[name]?.(ids)
    const now = await owner.selectFrom('audit_entries').select('id').orderBy('id').execute()
    const entry =
      index === null ? null : index === 'new' ? STRANGER : (ids[index] ?? now.at(-1)?.id ?? '?')
    const verdict = await verify()
    expect(verdict.isWhole).toBe(false)
    expect(verdict.faults).toContainEqual({ batch, entry, why })
  })

  test('tail that was cut off, by the root kept outside', async () => {
    const ids = await aChain()
    const { root } = await verify()
    await sql`delete from audit_payloads where entry_id in (${ids[4]}, ${ids[5]})`.execute(owner)
    await sql`delete from audit_entries where id in (${ids[4]}, ${ids[5]})`.execute(owner)
    await sql`delete from audit_batches where seq = 3`.execute(owner)
    expect(await verify()).toMatchObject({ isWhole: true })
    const why = expect.stringContaining('the root kept outside (2026-03-09)')
    const anchor = { root, batch: 3, from: '2026-03-09' }
    expect((await verify(anchor)).faults).toEqual([{ batch: 3, entry: null, why }])
  })

  test('everything made anew, by the signed files of the days; a forged file is refused', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hopluc-anchor-'))
    const key = join(folder, 'key')
    await makeAnchorKey(key)
    const [secret, open] = [await readFile(key, 'utf8'), await readFile(`${key}.pub`, 'utf8')]
    await aChain()
    const path = await writeAnchor(jobs, join(folder, 'days'), secret, now)
    await write(chair, 'next day')
    await seal()
    expect(await verify(...(await readAnchors(join(folder, 'days'), open)))).toMatchObject({
      isWhole: true,
      batches: 4,
    })
    await sql`truncate audit_batches`.execute(owner)
    await sql`insert into audit_open select agency_id, id, recorded_at from audit_entries`.execute(
      owner,
    )
    await seal()
    const found = await verify(...(await readAnchors(join(folder, 'days'), open)))
    expect(found.faults).toMatchObject([{ batch: 3, why: expect.stringContaining('2026-03-10') }])
    const forged = (await readFile(path ?? '', 'utf8')).replace(
      /"root":"\w+"/,
      `"root":"${found.root}"`,
    )
    await writeFile(path ?? '', forged)
    await expect(readAnchors(join(folder, 'days'), open)).rejects.toThrow('not signed')
    await rm(folder, { recursive: true })
  })

  test('everything made anew, by the root kept outside', async () => {
    await aChain()
    const { root } = await verify()
    await sql`truncate audit_batches`.execute(owner)
    await sql`update audit_entries set account_id = ${newId()} where event = 'a.first'`.execute(
      owner,
    )
    await sql`insert into audit_open select agency_id, id, recorded_at from audit_entries`.execute(
      owner,
    )
    await seal()
    expect(await verify()).toMatchObject({ isWhole: true, entries: 6 })
    expect(await verify({ root })).toMatchObject({ isWhole: false })
  })
})

test('a lawful purge erases the payload, and the chain stays whole', async () => {
  const [first] = await aChain()
  await audit.purge(system, first ?? '', 'Yêu cầu xóa dữ liệu cá nhân')
  await seal()
  expect(await verify()).toMatchObject({ isWhole: true, entries: 7, purged: 1 })
})

describe('rights', () => {
  test('nobody writes in the name of another, nor changes or removes what was written', async () => {
    await write(chair, 'a')
    const forged = contextOf(chair).write((tx) => audit.record(tx, aPerson(), 'b', newId(), {}))
    await expect(forged).rejects.toThrow("in one's own name")
    for (const statement of [
      sql`insert into audit_entries (id, account_id, event, subject_id, payload_hash) values
        (${newId()}, ${chair.accountId}, 'b', ${newId()}, sha256('x'))`,
      sql`delete from audit_open`,
      sql`update audit_entries set event = 'x'`,
      sql`delete from audit_entries`,
      sql`delete from audit_payloads`,
      sql`update audit_payloads set payload = ''`,
      sql`insert into audit_batches (seq, previous, root, entries) values (9, '', '', 1)`,
    ]) {
      const sneak = contextOf(chair).write((tx) => statement.execute(tx))
      await expect(sneak).rejects.toThrow('permission denied')
    }
  })

  test('one reads own deeds and those of agencies in scope, the administrator that there were others', async () => {
    const officer = aPerson('officer')
    const overseer = aPerson('standing')
    await write(chair, 'chair.deed')
    await write(officer, 'officer.deed')
    await sql`insert into scope_agencies values
      (${overseer.accountId}, ${overseer.postId}, ${officer.agencyId}, '2026-01-01', '2026-12-31')`.execute(
      owner,
    )
    const seenBy = async (actor: Actor) =>
      contextOf(actor).read(async (db) => {
        const entries = await db
          .selectFrom('audit_entries')
          .select('event')
          .orderBy('event')
          .execute()
        const payloads = await db.selectFrom('audit_payloads').select('entry_id').execute()
        return [...entries.map(({ event }) => event), payloads.length]
      })
    expect(await seenBy(chair)).toEqual(['chair.deed', 1])
    expect(await seenBy(overseer)).toEqual(['officer.deed', 1])
    expect(await seenBy(aPerson('admin'))).toEqual(['chair.deed', 'officer.deed', 0])
    expect(await seenBy(aPerson())).toEqual([0])
  })
})

test('the age of the oldest open entry is known to the alarm', async () => {
  await write(chair, 'a')
  await sql`update audit_open set recorded_at = now() - interval '2 minutes'`.execute(owner)
  const age = sql<{ age: number }>`
    select extract(epoch from now() - audit_oldest_unsealed())::int as age`
  expect((await age.execute(app)).rows[0]?.age).toBeGreaterThanOrEqual(120)
  await seal()
  expect((await age.execute(app)).rows[0]?.age).toBeNull()
})
