import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { ageOf } from './debts/domain.ts'
import { aRegister } from '../../testing/registry-parts.ts'

vi.setConfig({ testTimeout: 60_000 })
const { app, a, b, entityId, anEntity, ask, send, counted, owner, headersOf } = await aRegister()
const [{ officer: keeper }] = a.communes
const at = (path = '') => `/entities/${entityId}${path}`
const DEBT = {
  direction: 'owed_to',
  party: 'household',
  partyName: 'Hộ bà Minh',
  amount: 10_000_000,
  arisenOn: '2022-05-01',
  dueOn: '2023-05-01',
}
const settle = (debtId: string, amount: number, kind = 'paid', onDay = '2025-06-01') =>
  send(keeper, at('/settlements'), { debtId, amount, kind, onDay })

test.each([
  ['2025-03-11', 'under_1'],
  ['2025-03-10', 'from_1'],
  ['2024-03-10', 'from_2'],
  ['2023-03-10', 'from_3'],
  ['2023-03-11', 'from_2'],
])('a debt since %s is %s', (arisenOn, age) => {
  expect(ageOf(arisenOn, '2026-03-10')).toBe(age)
})

test('what stands is what arose less what was paid and written off, as of any day', async () => {
  const { id } = (await send(keeper, at('/debts'), DEBT)).json()
  expect((await settle(id, 4_000_000)).statusCode).toBe(201)
  expect((await settle(id, 1_000_000, 'written_off', '2025-12-31')).statusCode).toBe(201)
  const before = await counted('debt_settlements')
  expect((await settle(id, 5_000_001)).json().code).toBe('entity_parts.too_much_settled')
  expect(
    (
      await send(a.officer, at('/settlements'), {
        debtId: id,
        amount: 1,
        kind: 'paid',
        onDay: '2025-06-01',
      })
    ).statusCode,
  ).toBe(403)
  expect(await counted('debt_settlements')).toEqual(before)
  const now = await ask(keeper, at('/debts'))
  expect(now.items).toMatchObject([
    {
      id,
      paid: 4_000_000,
      writtenOff: 1_000_000,
      left: 5_000_000,
      age: 'from_3',
      isOverdue: true,
      partyName: 'Hộ bà Minh',
    },
  ])
  expect(now.warnings.map((one: { key: string }) => one.key)).toEqual(['debts.old'])
  expect((await ask(keeper, `${at('/debts')}?asOf=2025-07-01`)).items[0].left).toBe(6_000_000)
  expect((await ask(keeper, `${at('/debts')}?asOf=2022-04-30`)).items).toEqual([])
  const refused = await send(
    keeper,
    at(`/debts/${id}`),
    { ...DEBT, amount: 4_000_000, version: 1 },
    'PUT',
  )
  expect(refused.json().code).toBe('entity_parts.too_much_settled')
  const headers = await headersOf(keeper)
  const removal = await app.inject({
    method: 'DELETE',
    url: `/api${at(`/debts/${id}`)}?version=1`,
    headers,
  })
  expect(removal.json().code).toBe('entity_parts.still_used')
})

test('whoever only reads the entity gets sums without names', async () => {
  const list = await ask(a.officer, at('/debts'))
  expect(list).toMatchObject({ isOpen: false, mayChange: false, items: [] })
  expect(list.sums).toEqual([
    {
      direction: 'owed_to',
      party: 'household',
      count: 1,
      amount: 10_000_000,
      paid: 4_000_000,
      writtenOff: 1_000_000,
      left: 5_000_000,
      doubtful: 0,
      old: 5_000_000,
    },
  ])
  expect(JSON.stringify(list)).not.toContain('Minh')
})

test('progress is a line a commune of the day, within the reader’s area', async () => {
  const other = await anEntity({ unitId: a.communes[1].unitId, name: 'HTX Minh Tây' })
  await send(a.standing, `/entities/${other}/debts`, {
    ...DEBT,
    amount: 30_000_000,
    arisenOn: '2025-05-01',
    dueOn: null,
    plan: 'Thu theo vụ',
    isDoubtful: true,
  })
  const whole = await ask(a.chair, '/entities/debts')
  expect(whole.items).toMatchObject([
    {
      unit: { id: a.communes[1].unitId },
      left: 30_000_000,
      doubtful: 30_000_000,
      old: 0,
      withoutPlan: 0,
    },
    {
      unit: { id: a.communes[0].unitId },
      left: 5_000_000,
      doubtful: 0,
      old: 5_000_000,
      withoutPlan: 1,
    },
  ])
  expect(whole.parties).toEqual([{ party: 'household', left: 35_000_000 }])
  expect((await ask(keeper, '/entities/debts')).items).toHaveLength(1)
  expect((await ask(a.cooperative, '/entities/debts')).items).toHaveLength(1)
  expect((await ask(b.chair, '/entities/debts')).items).toEqual([])
  expect((await ask(a.chair, '/entities/debts?direction=owed_by')).items).toEqual([])
})

test('members of an Alliance and of a union are listed as of a day', async () => {
  const union = await anEntity({
    unitId: a.communes[0].unitId,
    kind: 'union',
    name: 'Liên hiệp HTX Minh Hải',
    members: 3,
  })
  const small = await anEntity({ unitId: a.communes[1].unitId, name: 'HTX Minh Ánh', members: 12 })
  const join = (id: string, body: object, person = keeper) =>
    send(person, `/entities/${id}/memberships`, body)
  const ofAlliance = { allianceId: a.allianceId, fromOn: '2018-04-04', decisionNo: '12/QĐ-LMHTX' }
  expect((await join(entityId, { ...ofAlliance, untilOn: '2025-12-31' })).statusCode).toBe(201)
  // The Alliance keeps its own list.
  expect((await join(small, { ...ofAlliance, fromOn: '2026-01-15' }, a.alliance)).statusCode).toBe(
    201,
  )
  expect((await join(small, { unionId: union, fromOn: '2026-01-15' }, a.alliance)).statusCode).toBe(
    403,
  )
  expect((await join(entityId, { unionId: union, fromOn: '2021-01-01' })).statusCode).toBe(201)
  expect((await join(entityId, { unionId: union, fromOn: '2022-01-01' })).json().code).toBe(
    'entity_parts.overlaps',
  )
  expect((await join(entityId, { unionId: small, fromOn: '2022-01-01' })).json().code).toBe(
    'entity_parts.one_body',
  )
  expect((await join(entityId, { ...ofAlliance, unionId: union })).json().code).toBe(
    'entity_parts.one_body',
  )
  expect((await join(entityId, ofAlliance, b.alliance)).statusCode).toBe(404)
  const names = async (asOf: string) =>
    (await ask(a.alliance, `/alliances/${a.allianceId}/members?asOf=${asOf}`)).items.map(
      (one: { name: string }) => one.name,
    )
  expect(await names('2025-12-31')).toEqual(['HTX Minh Phát'])
  expect(await names('2026-03-10')).toEqual(['HTX Minh Ánh'])
  const { total } = await ask(a.alliance, `/alliances/${a.allianceId}/members`)
  expect(total).toEqual({ count: 1, members: 12, came: 1, left: 0 })
  expect((await ask(keeper, `/entities/${union}/affiliates`)).items).toMatchObject([
    { name: 'HTX Minh Phát', fromOn: '2021-01-01' },
  ])
  expect((await ask(b.alliance, `/alliances/${a.allianceId}/members`)).total.count).toBe(0)
  const own = await ask(keeper, at('/memberships'))
  expect(own.items).toMatchObject([
    { name: 'Liên hiệp HTX Minh Hải', isCurrent: true },
    { name: expect.stringContaining('Liên minh HTX'), isCurrent: false },
  ])
})

test('an Alliance’s list holds those who joined the Alliances from which it came', async () => {
  const [{ id: old } = { id: '' }] = (
    await sql<{
      id: string
    }>`insert into agencies (id) values (gen_random_uuid()) returning id`.execute(owner)
  ).rows
  await sql`insert into agency_versions (agency_id, from_on, until_on, unit_id, kind, name, short_name)
    values (${old}, '2010-01-01', '2025-06-30', ${a.unitId}, 'alliance', 'Liên minh HTX tỉnh Minh Cũ', 'Liên minh HTX')`.execute(
    owner,
  )
  await sql`insert into agency_successions (from_id, to_id, on_day, act)
    values (${old}, ${a.allianceId}, '2025-07-01', 'NQ')`.execute(owner)
  const id = await anEntity({ unitId: a.communes[0].unitId, name: 'HTX Minh Xưa' })
  await send(keeper, `/entities/${id}/memberships`, { allianceId: old, fromOn: '2020-01-01' })
  const { items } = await ask(a.alliance, `/alliances/${a.allianceId}/members`)
  expect(items.map((one: { name: string }) => one.name)).toContain('HTX Minh Xưa')
})
