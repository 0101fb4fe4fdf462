import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { anAgency, aPerson, refresh, type TestPerson } from '../../testing/organisation.ts'
import { aRegistry, newEntity, TODAY } from './for-test.ts'

const { a, b, db, owner, send, create, addEvent, events } = await aRegistry()
const [commune, other] = a.communes
const { officer } = commune
const stranger = b.communes[0].officer
const get = async (id: string, asOf?: string) =>
  (await send(officer, 'GET', `/entities/${id}${asOf ? `?asOf=${asOf}` : ''}`)).json()
const list = async (person: TestPerson, search = '') =>
  (await send(person, 'GET', `/entities?${search}`)).json()
describe('legal events', () => {
  test('dissolve it; as of the day before it is found as it was; taken back it lives on', async () => {
    const made = await create(officer, newEntity(commune.unitId, { name: 'HTX Giải Thể' }))
    const dissolved = {
      version: 1,
      kind: 'dissolved' as const,
      onDay: '2026-03-01',
      decisionNo: '5/NQ-ĐHTV',
    }
    const after = (await addEvent(officer, made.id, dissolved)).json()
    expect(after).toMatchObject({ status: 'ended', version: 2 })
    expect((await list(officer, 'q=giải thể')).items).toEqual([])
    expect((await list(officer, 'q=giải thể&life=all')).items).toHaveLength(1)
    expect((await list(officer, 'q=giải thể&asOf=2026-02-28')).items).toMatchObject([
      { status: 'active' },
    ])
    const late = await addEvent(officer, made.id, {
      version: 2,
      kind: 'congress',
      onDay: '2026-03-05',
    })
    expect(late.json()).toMatchObject({ status: 422, code: 'entities.after_end' })
    const [, event] = after.events
    const path = `/entities/${made.id}/events/${event.id}/void`
    const back = await send(officer, 'POST', path, { version: 2, reason: 'Ghi nhầm đơn vị' })
    expect(back.json()).toMatchObject({ status: 'active', version: 3 })
    expect(back.json().events[1]).toMatchObject({ voidReason: 'Ghi nhầm đơn vị' })
    const first = `/entities/${made.id}/events/${after.events[0].id}/void`
    expect((await send(officer, 'POST', first, { version: 3, reason: 'x' })).json()).toMatchObject({
      code: 'entities.never_founded',
    })
    expect((await events()).slice(-3)).toEqual([
      'entity.create',
      'entity.add_event',
      'entity.void_event',
    ])
  })

  test('of a merger stand on both sides, in one transaction, and are taken back together', async () => {
    const [one, two, far] = [
      await create(officer, newEntity(commune.unitId, { name: 'HTX Sáp Một' })),
      await create(officer, newEntity(commune.unitId, { name: 'HTX Sáp Hai' })),
      await create(other.officer, newEntity(other.unitId, { name: 'HTX Xã Khác' })),
    ]
    const merge = { version: 1, kind: 'absorbed' as const, onDay: '2026-01-01' }
    const elsewhere = await addEvent(a.standing, one.id, { ...merge, otherIds: [far.id] })
    expect(elsewhere.json()).toMatchObject({ status: 'ended', successors: [{ id: far.id }] })
    const [, event] = elsewhere.json().events
    await send(a.standing, 'POST', `/entities/${one.id}/events/${event.id}/void`, {
      version: 2,
      reason: 'x',
    })
    const merged = await addEvent(officer, one.id, { ...merge, version: 3, otherIds: [two.id] })
    expect(merged.json()).toMatchObject({
      status: 'ended',
      successors: [{ id: two.id, name: 'HTX Sáp Hai', kind: 'absorbed' }],
    })
    const kept = await get(two.id)
    expect(kept).toMatchObject({ status: 'active', version: 2, predecessors: [{ id: one.id }] })
    expect(kept.events[1]).toMatchObject({ kind: 'absorbs', others: [{ id: one.id }] })
    const path = `/entities/${two.id}/events/${kept.events[1].id}/void`
    await send(officer, 'POST', path, { version: 2, reason: 'Chưa có nghị quyết' })
    expect(await get(one.id)).toMatchObject({ status: 'active', successors: [] })
    expect(await get(two.id)).toMatchObject({ predecessors: [], version: 3 })
    const alone = await addEvent(officer, one.id, { ...merge, version: 5 })
    expect(alone.json()).toMatchObject({ code: 'entities.others_missing' })
  })

  test('of two that each take over the other are recorded once, whoever is first', async () => {
    const [one, two] = [
      await create(officer, newEntity(commune.unitId, { name: 'HTX Chéo Một' })),
      await create(officer, newEntity(commune.unitId, { name: 'HTX Chéo Hai' })),
    ]
    const merge = { version: 1, kind: 'absorbed' as const, onDay: '2026-01-01' }
    const answers = await Promise.all([
      addEvent(officer, one.id, { ...merge, otherIds: [two.id] }),
      addEvent(officer, two.id, { ...merge, otherIds: [one.id] }),
    ])
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 409]))
    const statuses = [(await get(one.id)).status, (await get(two.id)).status]
    expect(new Set(statuses)).toEqual(new Set(['active', 'ended']))
    const [kept, gone] = statuses[0] === 'active' ? [one, two] : [two, one]
    const [, event] = (await get(kept.id)).events
    const takeBack = (id: string, eventId: string) =>
      send(officer, 'POST', `/entities/${id}/events/${eventId}/void`, { version: 2, reason: 'x' })
    const twice = await Promise.all([
      takeBack(kept.id, event.id),
      takeBack(gone.id, (await get(gone.id)).events[1].id),
    ])
    expect(twice.map(({ statusCode }) => statusCode).filter((code) => code === 200)).toHaveLength(1)
    expect((await get(one.id)).version + (await get(two.id)).version).toBe(6)
  })

  test('of the commune’s own officer do not reach an entity that another commune keeps', async () => {
    const mine = await create(a.standing, newEntity(commune.unitId, { name: 'HTX Gần' }))
    const wide = await aPerson(owner, 'wide', {
      role: 'officer',
      agencyId: other.officeId,
      title: 'x',
    })
    await refresh(owner)
    expect(
      (await addEvent(wide, mine.id, { version: 1, kind: 'congress', onDay: '2026-01-01' }))
        .statusCode,
    ).toBe(404)
  })

  test('make a group a cooperative with the same id and code, and convert it to a law', async () => {
    const made = await create(
      officer,
      newEntity(commune.unitId, { name: 'Tổ hợp tác Rau', kind: 'group', code: '0800000028' }),
    )
    const change = { version: 1, kind: 'kind_changed' as const, onDay: '2026-01-01' }
    expect((await addEvent(officer, made.id, change)).json()).toMatchObject({
      code: 'entities.detail_missing',
    })
    const became = await addEvent(officer, made.id, {
      ...change,
      details: { kind: 'cooperative', law: '2012' },
    })
    expect(became.json()).toMatchObject({
      id: made.id,
      attributes: { kind: 'cooperative', code: '0800000028', law: '2012' },
    })
    expect((await get(made.id, '2025-12-31')).attributes.kind).toBe('group')
    const law = {
      version: 2,
      kind: 'law_changed' as const,
      onDay: '2026-02-01',
      details: { law: '2023' as const },
    }
    const converted = await addEvent(officer, made.id, law)
    expect(converted.json().attributes.law).toBe('2023')
    const again = await addEvent(officer, made.id, {
      ...change,
      version: 3,
      details: { kind: 'union' },
    })
    expect(again.json()).toMatchObject({ code: 'entities.wrong_conversion' })
  })
})

describe('row security alone', () => {
  test('lets nobody write what another keeps', async () => {
    const made = await create(officer, newEntity(commune.unitId, { name: 'HTX Được Giữ' }))
    const as = (person: TestPerson) =>
      createContext(db, person.actor, TODAY, new Date(`${TODAY}T03:00:00Z`))
    const tries = [
      sql`insert into entity_versions (entity_id, from_on, name, kind) values (${made.id}, '2019-01-01', 'x', 'group')`,
      sql`insert into entity_events (id, entity_id, kind, on_day, recorded_by)
        values (gen_random_uuid(), ${made.id}, 'dissolved', '2026-01-01', ${stranger.accountId})`,
      sql`insert into entity_places (entity_id, from_on, until_on, unit_id)
        values (${made.id}, '2019-01-01', '2019-12-31', ${commune.unitId})`,
      sql`delete from entity_spans`,
    ]
    const ownTries = [
      sql`update entities set agency_id = ${a.allianceId} where id = ${made.id}`,
      sql`update entities set merged_into_id = ${made.id} where id = ${made.id}`,
      sql`insert into entities (id, kind, name, from_on, agency_id, updated_by)
        values (gen_random_uuid(), 'group', 'x', '2020-01-01', ${a.allianceId}, ${officer.accountId})`,
    ]
    for (const one of ownTries)
      await expect(as(officer).write((tx) => one.execute(tx))).rejects.toThrow(/permission denied/)
    for (const person of [stranger, a.officer, a.cooperative, a.chair])
      for (const one of tries)
        await expect(as(person).write((tx) => one.execute(tx))).rejects.toThrow(
          /row-level security|permission denied/,
        )
    const { numUpdatedRows } = await as(stranger).write((tx) =>
      tx
        .updateTable('entities')
        .set({ updated_at: new Date() })
        .where('id', '=', made.id)
        .executeTakeFirstOrThrow(),
    )
    expect(Number(numUpdatedRows)).toBe(0)
    expect((await get(made.id)).attributes.name).toBe('HTX Được Giữ')
  })

  test('shows an entity’s own account its own record and none beside', async () => {
    const made = await create(officer, newEntity(commune.unitId, { name: 'HTX Của Mình' }))
    const agencyId = await anAgency(owner, {
      unitId: commune.unitId,
      kind: 'cooperative',
      name: 'HTX Của Mình',
      shortName: 'HTX',
    })
    const manager = await aPerson(owner, 'manager', {
      role: 'cooperative',
      agencyId,
      title: 'Giám đốc',
    })
    await owner
      .updateTable('entities')
      .set({ agency_id: agencyId })
      .where('id', '=', made.id)
      .execute()
    await refresh(owner)
    expect((await list(manager, 'life=all')).items).toMatchObject([{ id: made.id }])
    expect((await send(manager, 'GET', `/entities/${made.id}`)).json()).toMatchObject({
      allowed: [],
    })
    expect((await list(a.cooperative, 'life=all')).items).toEqual([])
  })
})
