import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { aSupportServer } from '../../testing/support.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const server = await aSupportServer()
const { a, b, ask, send, made, owner, entityId, neighbourId } = server
const [east, west] = a.communes
let id = ''

const event = (more: object = {}) => ({
  programmeId: null,
  name: 'Hội chợ nông sản',
  kind: 'fair',
  place: 'Trung tâm hội chợ',
  fund: '',
  fromOn: '2026-03-01',
  untilOn: '2026-03-04',
  cost: 120_000_000,
  note: '',
  ...more,
})
const won = (version: number, more: object = {}) => ({
  products: 'Gạo',
  agreements: 1,
  contracts: 2,
  value: 850_000_000,
  version,
  ...more,
})
const put = (who: typeof a.officer, path: string, payload: object) =>
  server.inject(who, { method: 'PUT', url: `/api/trade-events/${id}${path}`, payload })
const at = (entity: string) => `/participants/${entity}`
const counted = async () => {
  const { rows } = await sql<object>`select (select count(*)::int from trade_events) as events,
    (select sum(version)::int from trade_events) as versions,
    (select count(*)::int from trade_participants) as participants,
    (select count(*)::int from audit_entries) as deeds`.execute(owner)
  return rows[0]
}

beforeEach(async () => {
  server.on('2026-03-10')
  await sql`truncate trade_events, audit_entries cascade`.execute(owner)
  id = newId()
  await made(a.standing, '/trade-events', { id, ...event() })
})

test('an event keeps who took part and what was won; its year is summed and goes out as Excel', async () => {
  await put(a.standing, at(entityId), won(1))
  await put(a.standing, at(neighbourId), won(2, { contracts: 0, value: 0 }))
  const again = await put(a.standing, at(entityId), won(3, { value: 900_000_000 }))
  expect(again.json()).toMatchObject({
    participants: 2,
    contracts: 2,
    value: 900_000_000,
    list: [{ entity: { id: entityId } }, { agreements: 1 }],
  })
  const { sums } = await ask(a.standing, '/trade-events?year=2026')
  expect(sums).toMatchObject({ events: 1, participants: 2, agreements: 2, contracts: 2 })
  expect(sums).toMatchObject({ value: 900_000_000, cost: 120_000_000 })
  const out = await put(a.standing, at(neighbourId), won(4, { isOut: true }))
  expect(out.json().participants).toBe(1)
  const { rawPayload } = await server.inject(a.standing, { url: '/api/trade-events?format=xlsx' })
  expect(JSON.stringify(readSheets(rawPayload).sheets[0])).toContain('Hội chợ nông sản')
})

test('a cooperative reads what it won itself; an authority what those of its area won', async () => {
  await put(a.standing, at(entityId), won(1))
  await put(a.standing, at(neighbourId), won(2))
  const seen = async (who: typeof a.officer) => (await ask(who, `/trade-events/${id}`)).list?.length
  expect(await seen(a.standing)).toBe(2)
  expect(await seen(a.cooperative)).toBe(1)
  expect(await seen(east.officer)).toBe(2)
  expect(await seen(west.officer)).toBe(0)
  expect(await seen(b.standing)).toBeUndefined()
})

test('is refused to others and where it does not fit, and nothing is recorded', async () => {
  await put(a.standing, at(entityId), won(1))
  const before = await counted()
  const refused = [
    await put(b.standing, at(entityId), won(2)),
    await put(east.officer, at(entityId), won(2)),
    await put(a.cooperative, '', { ...event(), version: 2 }),
    await send(a.cooperative, '/trade-events', { id: newId(), ...event() }),
    await put(a.standing, at(server.strangerId), won(2)),
    await put(a.standing, at(entityId), won(2, { contracts: 0 })),
    await put(a.standing, at(entityId), won(1)),
    await put(a.standing, '', { ...event({ untilOn: '2026-02-01' }), version: 2 }),
    await put(a.standing, '', { ...event({ programmeId: newId() }), version: 2 }),
  ]
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([
    404, 403, 403, 403, 422, 422, 409, 422, 422,
  ])
  expect(await counted()).toEqual(before)
})
