import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { aSupportServer } from '../../testing/support.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const server = await aSupportServer()
const { a, b, ask, send, made, owner, entityId } = server
const [east, west] = a.communes

const floor = (more: object = {}) => ({
  id: newId(),
  region: 3,
  fromOn: '2026-01-01',
  monthly: 3_000_001,
  legalBasis: 'Nghị định thử',
  ...more,
})
const graduate = (more: object = {}) => ({
  id: newId(),
  entityId,
  programmeId: null,
  name: 'Trần Minh Khôi',
  birthYear: 2001,
  training: 'Kỹ sư trồng trọt',
  post: 'Cán bộ kỹ thuật',
  decision: '120/QĐ-STC',
  fromOn: '2026-01-15',
  untilOn: '2026-12-31',
  region: 3,
  monthly: 4_500_002,
  ...more,
})
const pay = (month: string, version: number, more: object = {}) => ({
  action: 'pay',
  id: newId(),
  month,
  amount: 4_500_002,
  on: '2026-03-05',
  version,
  ...more,
})
const counted = async () => {
  const { rows } = await sql<object>`select (select count(*)::int from graduates) as people,
    (select coalesce(sum(paid), 0)::bigint from graduates) as paid,
    (select count(*)::int from graduate_steps) as steps, (select count(*)::int from wage_floors) as floors,
    (select count(*)::int from audit_entries) as deeds`.execute(owner)
  return rows[0]
}

beforeEach(async () => {
  server.on('2026-03-10')
  await sql`truncate graduates, wage_floors, audit_entries cascade`.execute(owner)
})

test('a graduate is paid month by month, extended, and what became of them is kept', async () => {
  await made(a.standing, '/wage-floors', floor())
  const { id, wage, nextMonth } = await made(a.standing, '/graduates', graduate())
  expect([wage, nextMonth]).toEqual([3_000_001, '2026-01-01'])
  const deed = (body: object) => made(a.standing, `/graduates/${id}/deeds`, body)
  const january = pay('2026-01-20', 1)
  expect(await deed(january)).toMatchObject({ paidMonths: 1, nextMonth: '2026-02-01' })
  expect(await deed(january)).toMatchObject({ paidMonths: 1 })
  await deed(pay('2026-02-01', 2, { amount: 4_000_000 }))
  const extension = { action: 'extend', id: newId(), on: '2026-03-01', paper: '9/QĐ-STC' }
  expect(await deed({ ...extension, untilOn: '2027-03-31', version: 3 })).toMatchObject({
    months: 15,
  })
  const end = {
    action: 'end',
    id: newId(),
    on: '2026-03-09',
    outcome: 'stayed',
    text: 'Ký hợp đồng',
  }
  expect(await deed({ ...end, version: 4 })).toMatchObject({
    outcome: 'stayed',
    paid: 8_500_002,
    allowed: ['pay'],
    steps: [{ action: 'start' }, {}, {}, { action: 'extend' }, { action: 'end' }],
  })
  const { sums } = await ask(a.cooperative, '/graduates')
  expect(sums).toMatchObject({ people: 1, entities: 1, stayed: 1, left: 0, paid: 8_500_002 })
  const { rawPayload } = await server.inject(a.standing, { url: '/api/graduates?format=xlsx' })
  expect(JSON.stringify(readSheets(rawPayload).sheets[0])).toContain('Trần Minh Khôi')
})

test('below one and a half of the minimum wage it is refused with the wage and its paper', async () => {
  expect(await made(a.standing, '/graduates', graduate({ monthly: 1 }))).toMatchObject({
    wage: null,
  })
  await made(a.standing, '/wage-floors', floor())
  await made(a.standing, '/wage-floors', floor({ fromOn: '2026-06-01', monthly: 9_000_000 }))
  const before = await counted()
  const low = await send(a.standing, '/graduates', graduate({ monthly: 4_500_001 }))
  expect(low.json()).toMatchObject({
    code: 'graduates.below_floor',
    detail:
      'Mức hỗ trợ thấp hơn 1,5 lần mức lương tối thiểu vùng III: cần từ 4.500.002 đồng/tháng (lương tối thiểu 3.000.001 đồng, Nghị định thử).',
  })
  expect(await counted()).toEqual(before)
  await made(a.standing, '/graduates', graduate())
  await made(a.standing, '/graduates', graduate({ region: 4, monthly: 1 }))
})

test('is seen by who pays, the cooperative and its commune alone', async () => {
  const { id } = await made(a.standing, '/graduates', graduate())
  const seen = async (person: typeof a.officer) =>
    (await server.inject(person, { url: `/api/graduates/${id}` })).statusCode
  expect(await Promise.all([a.standing, a.cooperative, east.officer].map(seen))).toEqual([
    200, 200, 200,
  ])
  expect(await Promise.all([west.officer, a.officer, b.standing].map(seen))).toEqual([
    404, 404, 404,
  ])
})

test('is refused to others and where it does not fit, and nothing is recorded', async () => {
  const known = floor()
  await made(a.standing, '/wage-floors', known)
  const { id } = await made(a.standing, '/graduates', graduate())
  await made(a.standing, `/graduates/${id}/deeds`, pay('2026-01-01', 1))
  const deeds = `/graduates/${id}/deeds`
  const end = { action: 'end', id: newId(), on: '2026-03-09', outcome: 'left', version: 2 }
  const extension = { action: 'extend', id: newId(), on: '2026-03-01', paper: '9', version: 2 }
  const before = await counted()
  const refused = [
    await send(b.standing, deeds, end),
    await send(east.officer, deeds, end),
    await send(a.cooperative, deeds, end),
    await send(a.cooperative, '/graduates', graduate()),
    await send(a.standing, '/graduates', graduate({ entityId: server.strangerId })),
    await send(a.standing, '/graduates', graduate({ untilOn: '2026-01-01' })),
    await send(a.standing, '/graduates', graduate({ programmeId: newId() })),
    await send(a.standing, deeds, pay('2026-01-05', 2)),
    await send(a.standing, deeds, pay('2026-04-01', 2)),
    await send(a.standing, deeds, pay('2026-02-01', 2, { amount: 4_500_003 })),
    await send(a.standing, deeds, pay('2026-02-01', 1)),
    await send(a.standing, deeds, { ...extension, untilOn: '2026-12-31' }),
    await send(a.standing, deeds, { ...end, on: '2026-03-11' }),
    await send(a.cooperative, '/wage-floors', floor({ region: 1 })),
    await send(a.standing, '/wage-floors', floor()),
    await send(a.communes[0].officer, '/wage-floors', floor({ region: 4 })),
    await server.inject(b.standing, { method: 'DELETE', url: `/api/wage-floors/${known.id}` }),
  ]
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([
    404, 403, 403, 403, 422, 422, 422, 409, 422, 422, 409, 422, 422, 403, 409, 403, 404,
  ])
  expect(await counted()).toEqual(before)
})
