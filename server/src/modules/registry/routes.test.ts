import { describe, expect, test } from 'vitest'
import { aUnit, refresh, type TestPerson } from '../../testing/organisation.ts'
import { aRegistry, newEntity } from './for-test.ts'

const { a, b, owner, send, create, addEvent, events } = await aRegistry()
const [commune, other] = a.communes
const { officer } = commune
const stranger = b.communes[0].officer
const get = async (id: string, asOf?: string) =>
  (await send(officer, 'GET', `/entities/${id}${asOf ? `?asOf=${asOf}` : ''}`)).json()
const list = async (person: TestPerson, search = '') =>
  (await send(person, 'GET', `/entities?${search}`)).json()
const SOURCE = { from: 'certificate', on: '2026-03-01' }
const nobodyWrote = async (work: () => Promise<unknown>) => {
  const before = await events()
  await work()
  expect(await events()).toEqual(before)
}
describe('entering', () => {
  test('is the commune’s; it is described as of any day, listed, counted and audited', async () => {
    const more = {
      code: '0800000010',
      law: '2012' as const,
      officialMembers: 6,
      lines: ['0111'],
      commodities: ['lua'],
    }
    const made = await create(officer, newEntity(commune.unitId, more))
    expect(made).toMatchObject({
      status: 'active',
      statusWords: { vi: 'Đang hoạt động' },
      field: 'agriculture',
      sector: 'agriculture',
      size: 'micro',
      version: 1,
      place: { unit: { name: 'Minh An Đông' } },
      sources: { code: { from: 'certificate' } },
      allowed: ['change', 'add_event', 'void_event'],
      events: [{ kind: 'registered', onDay: '2020-01-01', others: [] }],
    })
    expect(made.warnings.map(({ key }) => key)).toEqual([
      'members.below_minimum',
      'law.not_converted',
      'code.check_digit',
      'congress.revocation_ground',
    ])
    expect(await events()).toEqual(['entity.create'])
    expect((await send(officer, 'GET', `/entities/${made.id}?asOf=2019-12-31`)).statusCode).toBe(
      404,
    )
    expect(await list(officer, 'q=HTX NN minh phat')).toMatchObject({
      items: [{ id: made.id, size: 'micro', certificates: [] }],
      next: null,
      total: { count: 1, members: 6 },
    })
    expect(await list(officer, 'q=lúa')).toMatchObject({ items: [{ id: made.id }] })
    expect(await list(officer, 'q=080000001')).toMatchObject({ items: [{ id: made.id }] })
    expect((await list(stranger)).items).toEqual([])
    expect((await send(stranger, 'GET', `/entities/${made.id}`)).statusCode).toBe(404)
    const counts = await send(officer, 'GET', '/entities/counts?by=sector,province')
    expect(counts.json().rows).toEqual([{ keys: ['agriculture', a.unitId], count: 1, members: 6 }])
  })

  test('sent twice with one key enters one', async () => {
    const key = { 'idempotency-key': 'nhap-htx-mot-lan' }
    const body = newEntity(commune.unitId, { name: 'HTX gửi hai lần' })
    const [one, two] = [
      await send(officer, 'POST', '/entities', body, key),
      await send(officer, 'POST', '/entities', body, key),
    ]
    expect(two.json().id).toBe(one.json().id)
    expect((await list(officer, 'q=gửi hai lần')).items).toHaveLength(1)
  })

  test.each([
    [
      'a code that another bears',
      { code: '0800000010' },
      {},
      'entities.code_taken',
      'Hợp tác xã nông nghiệp Minh Phát, xã Minh An Đông',
    ],
    [
      'a commodity that no list has',
      { commodities: ['vang'] },
      {},
      'entities.unknown_code',
      'vang',
    ],
    [
      'a day before its unit was',
      {},
      { fromOn: '2019-12-31' },
      'entities.unknown_unit',
      '31/12/2019',
    ],
    ['a day to come', {}, { fromOn: '2026-03-11' }, 'entities.not_yet', 'Chưa đến ngày'],
    [
      'no founding',
      {},
      { events: [{ kind: 'congress', onDay: '2021-01-01' }] },
      'entities.never_founded',
      'thành lập',
    ],
  ])('refuses %s', async (_, attributes, more, code, words) => {
    await nobodyWrote(async () => {
      const body = { ...newEntity(commune.unitId, { name: 'HTX khác', ...attributes }), ...more }
      const answer = await send(officer, 'POST', '/entities', body)
      expect(answer.statusCode).toBe(422)
      expect(answer.json()).toMatchObject({ code })
      expect(answer.json().detail).toContain(words)
    })
  })

  test('is refused for a unit that another keeps, and to those who keep none', async () => {
    await nobodyWrote(async () => {
      for (const person of [stranger, other.officer, a.cooperative, a.officer, a.chair]) {
        const answer = await send(person, 'POST', '/entities', newEntity(commune.unitId))
        expect(answer.statusCode).toBe(403)
      }
    })
  })

  test('is offered to who keeps a unit, today only', async () => {
    for (const person of [officer, a.standing])
      expect((await list(person, 'limit=1')).allowed).toEqual(['add'])
    for (const person of [a.cooperative, a.officer, a.chair])
      expect((await list(person, 'limit=1')).allowed).toEqual([])
    expect((await list(officer, 'asOf=2026-03-09')).allowed).toEqual([])
  })

  test('in a unit that has gone lies in its heir afterwards; where it was divided it has to be said', async () => {
    const old = (name: string) =>
      aUnit(owner, {
        level: 'commune',
        kind: 'xã',
        name,
        parentId: a.unitId,
        untilOn: '2025-06-30',
      })
    const [merged, split] = [await old('Cũ Nhập'), await old('Cũ Chia')]
    const line = { on_day: '2025-07-01', act: 'NQ' }
    for (const to of [commune.unitId])
      await owner
        .insertInto('unit_successions')
        .values({ ...line, from_id: merged, to_id: to, is_whole: true })
        .execute()
    for (const { unitId } of a.communes)
      await owner
        .insertInto('unit_successions')
        .values({ ...line, from_id: split, to_id: unitId, is_whole: false })
        .execute()
    await refresh(owner)
    const made = await create(officer, newEntity(merged, { name: 'HTX xã cũ' }))
    expect(made.place.unit.name).toBe('Minh An Đông')
    expect((await get(made.id, '2025-06-30')).place.unit.name).toBe('Cũ Nhập')
    expect(
      (await send(officer, 'GET', `/entities/${made.id}/versions`)).json().places,
    ).toHaveLength(2)
    const answer = await send(a.standing, 'POST', '/entities', newEntity(split))
    expect(answer.json()).toMatchObject({ code: 'entities.unclear_unit' })
  })
})

describe('changing', () => {
  test('the first unit to one that has gone since lets it lie in the heir afterwards', async () => {
    const gone = await aUnit(owner, {
      level: 'commune',
      kind: 'xã',
      name: 'Cũ Sửa',
      parentId: a.unitId,
      untilOn: '2025-06-30',
    })
    await owner
      .insertInto('unit_successions')
      .values({
        on_day: '2025-07-01',
        act: 'NQ',
        from_id: gone,
        to_id: commune.unitId,
        is_whole: true,
      })
      .execute()
    await refresh(owner)
    const made = await create(officer, newEntity(commune.unitId, { name: 'HTX Sửa Địa Bàn' }))
    const place = { unitId: gone }
    const change = { version: 1, fromOn: '2020-01-01', attributes: {}, place, source: SOURCE }
    const answer = await send(officer, 'PATCH', `/entities/${made.id}`, change)
    expect(answer.json()).toMatchObject({ place: { unit: { name: 'Minh An Đông' } } })
    expect((await get(made.id, '2025-06-30')).place.unit.name).toBe('Cũ Sửa')
    const { places } = (await send(officer, 'GET', `/entities/${made.id}/versions`)).json()
    expect(places).toMatchObject([
      { fromOn: '2025-07-01' },
      { fromOn: '2020-01-01', untilOn: '2025-06-30' },
    ])
  })

  test('splits what was described, keeps both, and refuses who saw an older version', async () => {
    const made = await create(
      officer,
      newEntity(commune.unitId, { name: 'HTX Đổi', officialMembers: 10 }),
    )
    const change = {
      version: 1,
      fromOn: '2024-05-01',
      attributes: { name: 'HTX Đã Đổi', officialMembers: 20 },
      source: SOURCE,
    }
    const path = `/entities/${made.id}`
    expect((await send(officer, 'PATCH', path, change)).json()).toMatchObject({
      version: 2,
      attributes: { name: 'HTX Đã Đổi', officialMembers: 20 },
    })
    expect((await get(made.id, '2024-04-30')).attributes.name).toBe('HTX Đổi')
    expect((await send(officer, 'PATCH', path, change)).statusCode).toBe(409)
    const { items } = (await send(officer, 'GET', `${path}/versions`)).json()
    expect(items).toMatchObject([
      { fromOn: '2024-05-01', changed: ['name', 'officialMembers'], recordedBy: officer.name },
      { fromOn: '2020-01-01', untilOn: '2024-04-30', changed: [] },
    ])
    expect((await list(officer, 'q=đã đổi&asOf=2024-04-30')).items).not.toMatchObject([
      { name: 'HTX Đã Đổi' },
    ])
    await nobodyWrote(async () => {
      expect((await send(other.officer, 'PATCH', path, { ...change, version: 2 })).statusCode).toBe(
        404,
      )
      expect((await send(a.officer, 'PATCH', path, { ...change, version: 2 })).statusCode).toBe(403)
    })
  })

  test('of the commune is a legal event: the new one keeps it, the old one reads what was', async () => {
    const made = await create(officer, newEntity(commune.unitId, { name: 'HTX Chuyển' }))
    const move = {
      version: 1,
      fromOn: '2026-02-01',
      attributes: {},
      place: { unitId: other.unitId, address: 'Thôn 1' },
      source: SOURCE,
    }
    const moved = (await send(officer, 'PATCH', `/entities/${made.id}`, move)).json()
    expect(moved).toMatchObject({
      place: { unit: { name: 'Minh An Tây' }, address: 'Thôn 1' },
      allowed: [],
    })
    expect(moved.events).toMatchObject([
      { kind: 'registered' },
      { kind: 'relocated', onDay: '2026-02-01' },
    ])
    expect((await list(other.officer, 'q=chuyển')).items).toHaveLength(1)
    expect((await list(officer, 'q=chuyển')).items).toEqual([])
    expect((await list(officer, 'asOf=2026-01-31')).items).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ id: made.id })]),
    )
    const congress = { version: 2, kind: 'congress' as const, onDay: '2026-03-01' }
    expect((await addEvent(officer, made.id, congress)).statusCode).toBe(403)
    expect((await addEvent(other.officer, made.id, congress)).statusCode).toBe(200)
  })
})
