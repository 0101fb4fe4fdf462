import type { Double, DoublePage } from '@hopluc/shared/entity-doubles'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { systemContext } from '../../platform/jobs-run.ts'
import { aRegister, assertDone } from '../../testing/papers.ts'
import { findAll, findChanged } from './finding.ts'

const { ask, get, post, jobsDb, owner, organisation } = await aRegister()
const { a } = organisation
const [east, west] = a.communes

interface Given {
  name: string
  unitId?: Id
  foundedOn?: string
  /** Without them it is registered on the day it was founded. */
  events?: object[]
  who?: string
  [attribute: string]: unknown
}

const UNREGISTERED = {
  foundedOn: '2022-05-05',
  events: [{ kind: 'canvassed', onDay: '2019-12-12' }],
}

async function entered({ name, unitId, foundedOn, events, who, ...more }: Given): Promise<Id> {
  const on = foundedOn ?? '2020-01-02'
  const response = await post(who ?? 'standing', '/entities', {
    attributes: { name, kind: 'cooperative', ...more },
    place: { unitId: unitId ?? east.unitId },
    fromOn: on,
    source: { from: 'certificate', on },
    events: events ?? [{ kind: 'registered', onDay: on }],
  })
  assertDone(response)
  return response.json().id
}

const system = () => systemContext({ jobsDb, now: () => new Date('2026-03-10T03:00:00Z') })
const found = async (who = 'standing', more = ''): Promise<DoublePage> =>
  (await get(who, `/entity-doubles${more}`)).json()
async function aPair(more: Partial<Given> = {}, other: Partial<Given> = {}): Promise<Double> {
  await entered({ name: 'Hợp tác xã nông nghiệp Minh Phát', phone: '0299 111 222', ...more })
  await entered({ name: 'HTX NN minh phat', foundedOn: '2021-01-01', workers: 7, ...other })
  await findChanged(system())
  const [double] = (await found()).items
  if (!double) throw new Error('no double was found')
  return double
}
const aProduct = (entityId: Id, name: string) =>
  owner
    .insertInto('entity_products')
    .values({
      id: crypto.randomUUID(),
      entity_id: entityId,
      name,
      from_on: '2022-01-01',
      updated_by: a.standing.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
const version = async (id: Id, who = 'standing'): Promise<number> =>
  (await get(who, `/entities/${id}`)).json().version
const entity = async (id: Id) => (await get('standing', `/entities/${id}`)).json()
const listed = async (more = ''): Promise<Id[]> =>
  (await get('standing', `/entities${more}`)).json().items.map(({ id }: { id: Id }) => id)
const state = async () => {
  const tables = `entities entity_versions entity_places entity_events entity_spans entity_products
    entity_certificates entity_managers`.split(/\s+/)
  const rows = await Promise.all(
    tables.map(async (table) => {
      const { rows: all } = await sql<{
        row: object
      }>`select to_jsonb(t) - 'version' - 'updated_at' - 'updated_by' as row
        from ${sql.table(table)} t order by 1`.execute(owner)
      return [table, all] as const
    }),
  )
  return Object.fromEntries(rows)
}
const audited = async () => (await sql`select from audit_entries`.execute(owner)).rows.length

async function merged(double: Double, more: object = {}, who = 'standing') {
  const [keptId, goneId] = [double.first.id, double.second.id]
  const versions = { keptVersion: await version(keptId), goneVersion: await version(goneId) }
  return post(who, `/entity-doubles/${double.id}/merge`, { keptId, goneId, ...versions, ...more })
}

beforeEach(async () => {
  await sql`truncate entity_merge_effects, entity_merges, entity_doubles, entity_double_queue, entity_search, entity_spans,
    entity_events, entity_places, entity_versions, entities cascade`.execute(owner)
})

describe('likely doubles', () => {
  test('are found with their reasons, and again only those that changed', async () => {
    const double = await aPair()
    expect((await entity(double.first.id)).attributes.name).toBe('Hợp tác xã nông nghiệp Minh Phát')
    expect(double.reasons).toEqual([
      { kind: 'sameName', points: 50 },
      { kind: 'samePlace', points: 25 },
    ])
    expect(double).toMatchObject({ score: 75, state: 'open', allowed: ['keep_apart', 'merge'] })
    expect(await findChanged(system())).toEqual({ changed: 0, found: 0 })
    const renamed = await ask('standing', 'PATCH', `/entities/${double.second.id}`, {
      version: 1,
      fromOn: '2021-01-01',
      attributes: { name: 'HTX Sen Hồng' },
      source: { from: 'commune', on: '2026-03-01' },
    })
    assertDone(renamed)
    expect(await findChanged(system())).toEqual({ changed: 1, found: 0 })
    expect((await found()).total).toBe(0)
  })

  test('are the same when everything is looked through', async () => {
    const double = await aPair()
    expect(await findAll(system())).toEqual({ found: 1 })
    expect((await found()).items.map(({ id }) => id)).toEqual([double.id])
  })

  test('are told to who reads both, and kept from others', async () => {
    const double = await aPair(
      {},
      { unitId: west.unitId, phone: '0299111222', foundedOn: '2020-01-02' },
    )
    expect((await found('standing')).total).toBe(1)
    expect((await found('commune')).total).toBe(0)
    expect((await found('strangerstanding')).total).toBe(0)
    expect((await get('commune', `/entity-doubles/${double.id}`)).statusCode).toBe(404)
    expect((await get('officer', `/entity-doubles/${double.id}`)).json().double.allowed).toEqual([])
  })

  test('are shown whole, with what hangs on each', async () => {
    const double = await aPair()
    const compared = (await get('standing', `/entity-doubles/${double.id}`)).json()
    expect(compared.first.attributes.phone).toBe('0299 111 222')
    expect(compared.second.attributes.workers).toBe(7)
    expect(compared.secondHolds).toEqual([])
  })
})

describe('two that are not one', () => {
  test('stay apart, also when they are looked for again', async () => {
    const double = await aPair()
    const said = await post('commune', `/entity-doubles/${double.id}/keep-apart`, {
      reason: 'Hai thôn',
    })
    assertDone(said)
    expect(said.json()).toMatchObject({ state: 'distinct', decided: { reason: 'Hai thôn' } })
    await findAll(system())
    expect((await found()).total).toBe(0)
    expect((await found('standing', '?state=distinct')).total).toBe(1)
    const again = await post('commune', `/entity-doubles/${double.id}/keep-apart`, {})
    expect(again.statusCode).toBe(409)
  })

  test.each(['commune2', 'officer', 'strangerstanding', 'observer', 'admin'])(
    'are not decided by %s, and nothing is recorded',
    async (who) => {
      const double = await aPair()
      const [before, entries] = [await state(), await audited()]
      const answers = [
        await post(who, `/entity-doubles/${double.id}/keep-apart`, {}),
        await merged(double, {}, who),
      ]
      expect(answers.every(({ statusCode }) => [403, 404].includes(statusCode))).toBe(true)
      expect(await state()).toEqual(before)
      expect(await audited()).toBe(entries)
    },
  )
})

describe('a merger', () => {
  test('keeps one, takes over what is chosen, and hands on what hangs there', async () => {
    const double = await aPair()
    const [keptId, goneId] = [double.first.id, double.second.id]
    const product = await aProduct(goneId, 'Tỏi')
    await sql`insert into entity_certificates (id, entity_id, product_id, kind, issued_on, updated_by)
      select gen_random_uuid(), ${goneId}, ${product.id}, 'vietgap', '2024-01-01', ${a.standing.accountId}`.execute(
      owner,
    )
    const done = await merged(double, { take: ['workers'] })
    assertDone(done)
    expect(done.json().effects).toEqual([
      { table: 'entity_certificates', moved: 1, left: 0 },
      { table: 'entity_products', moved: 1, left: 0 },
      { table: 'entity_versions', moved: 1, left: 0 },
    ])
    expect(await entity(keptId)).toMatchObject({
      attributes: { workers: 7, name: 'Hợp tác xã nông nghiệp Minh Phát', phone: '0299 111 222' },
    })
    expect(await entity(goneId)).toMatchObject({
      mergedInto: { id: keptId },
      status: null,
      allowed: [],
    })
    expect(await listed()).toEqual([keptId])
    expect((await found()).total).toBe(0)
    const suggested = await get('standing', '/entities/suggest?q=minh phat')
    expect(suggested.json().items).toHaveLength(1)
  })

  test('keeps the earlier days of the one that goes', async () => {
    const double = await aPair(UNREGISTERED, { foundedOn: '2020-03-03' })
    const { body } = await get('standing', `/entity-doubles/${double.id}`)
    const { events } = JSON.parse(body).second
    await merged(double, { events: events.map(({ id }: { id: Id }) => id) })
    expect(await listed('?asOf=2021-01-01')).toEqual([double.first.id])
  })

  test('does not register one twice', async () => {
    const double = await aPair()
    const before = await state()
    const { events } = (await get('standing', `/entity-doubles/${double.id}`)).json().second
    const refused = await merged(double, { events: events.map(({ id }: { id: Id }) => id) })
    expect(refused.json().code).toBe('entities.registered_twice')
    expect(await state()).toEqual(before)
  })

  test('keeps the earlier of two registrations; undone, the later holds again', async () => {
    const double = await aPair({ foundedOn: '2022-06-06' })
    const before = await state()
    const [{ id }] = (await get('standing', `/entity-doubles/${double.id}`)).json().second.events
    const done = await merged(double, { events: [id] })
    const voided = { onDay: '2022-06-06', voidReason: expect.stringContaining('sớm nhất') }
    expect((await entity(double.first.id)).events).toMatchObject([{ id, voidReason: null }, voided])
    await post('standing', `/entity-merges/${done.json().id}/undo`, { reason: 'Gộp nhầm' })
    expect(await state()).toEqual(before)
  })

  test('is undone to the letter', async () => {
    const double = await aPair(UNREGISTERED, { foundedOn: '2020-03-03', code: '0100109106' })
    await aProduct(double.second.id, 'Hành')
    const { events } = (await get('standing', `/entity-doubles/${double.id}`)).json().second
    const before = await state()
    const done = await merged(double, {
      take: ['code', 'name'],
      takePlace: true,
      events: [events[0].id],
    })
    assertDone(done)
    expect(await state()).not.toEqual(before)
    const foreign = await post('commune2', `/entity-merges/${done.json().id}/undo`, {
      reason: 'Nhầm',
    })
    expect(foreign.statusCode).toBe(404)
    const undone = await post('standing', `/entity-merges/${done.json().id}/undo`, {
      reason: 'Nhầm',
    })
    assertDone(undone)
    expect(undone.json()).toMatchObject({ state: 'open', allowed: ['keep_apart', 'merge'] })
    expect(await state()).toEqual(before)
    const twice = await post('standing', `/entity-merges/${done.json().id}/undo`, {
      reason: 'Nhầm',
    })
    expect(twice.json().code).toBe('doubles.rests')
  })

  test.each([
    [
      'description',
      async (id: Id) =>
        ask('standing', 'PATCH', `/entities/${id}`, {
          version: await version(id),
          fromOn: '2026-03-01',
          attributes: { workers: 99 },
          source: { from: 'commune', on: '2026-03-01' },
        }),
    ],
    [
      'event',
      async (id: Id) =>
        post('standing', `/entities/${id}/events`, {
          version: await version(id),
          kind: 'congress',
          onDay: '2026-03-05',
          details: { congress: 'yearly' },
        }),
    ],
  ] as const)('is not undone when a newer %s rests on it', async (_, change) => {
    const double = await aPair()
    const { id } = (await merged(double)).json()
    await sql`update entity_merges set merged_at = merged_at - interval '1 hour'`.execute(owner)
    const changed = await change(double.first.id)
    assertDone(changed)
    const before = await state()
    const undone = await post('standing', `/entity-merges/${id}/undo`, { reason: 'Nhầm' })
    expect(undone.json().code).toBe('doubles.rests')
    expect(await state()).toEqual(before)
  })

  test('of records that changed meanwhile is a conflict', async () => {
    const double = await aPair()
    expect((await merged(double, { goneVersion: 9 })).statusCode).toBe(409)
    const other = await merged(double, { keptId: double.second.id })
    expect(other.json().code).toBe('doubles.not_of_pair')
  })
})
