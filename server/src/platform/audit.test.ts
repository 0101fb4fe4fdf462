import { randomUUIDv7 as newId } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import * as audit from './audit.ts'
import { type Actor, createContext } from './context.ts'
import { createJobs } from './jobs.ts'
import { systemContext } from './jobs-run.ts'

const { app, jobs, owner, connection } = await aDatabase()
const now = new Date('2026-03-10T05:00:00Z')
const system = systemContext({ jobsDb: jobs, now: () => now })
const chair = aPerson()

beforeEach(() => sql`truncate audit_entries, audit_payloads, audit_batches`.execute(owner))

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
const verify = (anchor?: string) => audit.verify(jobs, anchor)

/** Three batches of two. */
async function aChain() {
  for (const day of ['a', 'b', 'c']) {
    await write(chair, `${day}.first`, `${day}.second`)
    await seal()
  }
  return owner
    .selectFrom('audit_entries')
    .selectAll()
    .orderBy('batch')
    .orderBy('position')
    .execute()
}

test('a chain as it was written is whole, and says what is not sealed yet', async () => {
  await aChain()
  await write(chair, 'later')
  const verdict = await verify()
  expect(verdict).toMatchObject({ isWhole: true, batches: 3, entries: 6, unsealed: 1, purged: 0 })
  expect(await verify(verdict.root)).toMatchObject({ isWhole: true })
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

describe('verification names the first', () => {
  test.each<[string, (ids: string[]) => Promise<unknown>, number, number | null, string]>([
    [
      'entry that was changed, by its batch',
      ([, , id]) => sql`update audit_entries set event = 'x' where id = ${id}`.execute(owner),
      2,
      null,
      'an entry was changed',
    ],
    [
      'payload that was changed',
      ([, , , id]) =>
        sql`update audit_payloads set payload = '{}' where entry_id = ${id}`.execute(owner),
      2,
      3,
      'its payload was changed',
    ],
    [
      'payload that is gone without a purge',
      ([, , , id]) => sql`delete from audit_payloads where entry_id = ${id}`.execute(owner),
      2,
      3,
      'its payload is gone without a recorded purge',
    ],
    [
      'entry before which one is missing',
      ([, , id]) =>
        sql`with p as (delete from audit_payloads where entry_id = ${id})
          delete from audit_entries where id = ${id}`.execute(owner),
      2,
      3,
      'an entry before it is missing',
    ],
    [
      'batch before which one is missing',
      () =>
        sql`with p as (delete from audit_payloads where entry_id in
            (select id from audit_entries where batch = 1)),
          e as (delete from audit_entries where batch = 1)
          delete from audit_batches where seq = 1`.execute(owner),
      2,
      null,
      'a batch before it is missing',
    ],
    [
      'batch whose root was replaced',
      () => sql`update audit_batches set root = sha256('x') where seq = 2`.execute(owner),
      2,
      null,
      'an entry was changed',
    ],
  ])('%s', async (_, tamper, batch, index, why) => {
    const ids = (await aChain()).map(({ id }) => id)
    await tamper(ids)
    const entry = index === null ? null : (ids[index] ?? 'none')
    expect(await verify()).toMatchObject({ isWhole: false, broken: { batch, entry, why } })
  })

  test('tail that was cut off, by the root kept outside', async () => {
    const ids = (await aChain()).map(({ id }) => id)
    const { root } = await verify()
    await sql`delete from audit_payloads where entry_id in (${ids[4]}, ${ids[5]})`.execute(owner)
    await sql`delete from audit_entries where batch = 3`.execute(owner)
    await sql`delete from audit_batches where seq = 3`.execute(owner)
    expect(await verify()).toMatchObject({ isWhole: true })
    expect(await verify(root)).toMatchObject({ isWhole: false, broken: { batch: 2 } })
  })
})

test('a lawful purge erases the payload, and the chain stays whole', async () => {
  const [first] = await aChain()
  await audit.purge(system, first?.id ?? '', 'Yêu cầu xóa dữ liệu cá nhân')
  await seal()
  expect(await verify()).toMatchObject({ isWhole: true, entries: 7, purged: 1 })
})

describe('rights', () => {
  test('nobody writes in the name of another, nor changes or removes what was written', async () => {
    await write(chair, 'a')
    const forged = contextOf(chair).write((tx) => audit.record(tx, aPerson(), 'b', newId(), {}))
    await expect(forged).rejects.toThrow('row-level security')
    for (const statement of [
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
  await sql`update audit_entries set recorded_at = now() - interval '2 minutes'`.execute(owner)
  const age = sql<{ age: number }>`
    select extract(epoch from now() - audit_oldest_unsealed())::int as age`
  expect((await age.execute(app)).rows[0]?.age).toBeGreaterThanOrEqual(120)
  await seal()
  expect((await age.execute(app)).rows[0]?.age).toBeNull()
})
