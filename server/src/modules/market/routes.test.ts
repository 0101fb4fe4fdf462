import { sql } from 'kysely'
import { beforeEach, expect, test, vi } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { aServerWithEntities } from '../../testing/entities.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const server = await aServerWithEntities()
const { a, b, ask, send, made, owner } = server

beforeEach(async () => {
  await sql`truncate market_prices, audit_entries`.execute(owner)
})

const line = (more: object = {}) => ({
  commodity: 'lua',
  place: 'Chợ huyện',
  measure: 'kg',
  price: 7_200,
  source: 'Phòng Kinh tế',
  seen: null,
  ...more,
})
const entry = (more: object = {}, onDay = '2026-03-09') => ({ onDay, lines: [line(more)] })
const put = (by: typeof a.officer, body: object) => send(by, '/market-prices', body, 'PUT')

test('prices of weeks become a series with its trend, seen in the whole province and taken out as Excel', async () => {
  await made(a.officer, '/market-prices', entry({ price: 7_000 }, '2026-03-02'), 'PUT')
  const body = entry()
  await made(a.officer, '/market-prices', body, 'PUT')
  expect((await put(a.officer, body)).statusCode).toBe(200)
  const { items, mayEnter } = await ask(a.cooperative, '/market-board')
  expect(mayEnter).toBe(false)
  expect(items).toMatchObject([
    {
      commodity: 'lua',
      price: 7_200,
      onDay: '2026-03-09',
      isOwn: false,
      trend: [
        { onDay: '2026-03-02', price: 7_000 },
        { onDay: '2026-03-09', price: 7_200 },
      ],
    },
  ])
  expect((await ask(b.standing, '/market-board')).items).toEqual([])
  const list = await ask(a.standing, '/market-prices?commodity=lua&limit=1')
  expect([list.items.length, list.items[0].onDay]).toEqual([1, '2026-03-09'])
  const rest = await ask(a.standing, `/market-prices?commodity=lua&limit=1&cursor=${list.next}`)
  expect(rest.items).toMatchObject([{ onDay: '2026-03-02' }])
  const { rawPayload } = await server.inject(a.standing, { url: '/api/market-prices?format=xlsx' })
  expect(JSON.stringify(readSheets(rawPayload).sheets[0])).toContain('Chợ huyện')
})

test('of two colleagues at once the second is told; what is wrong is refused whole, and nothing is recorded', async () => {
  const both = await Promise.all([put(a.officer, entry()), put(a.leader, entry({ price: 7_500 }))])
  expect(both.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual([
    200, 409,
  ])
  const [{ price }] = (await ask(a.officer, '/market-board')).items
  await made(a.leader, '/market-prices', entry({ price: 8_000, seen: price }), 'PUT')
  const before = await server.countedIn('market_prices', 'audit_entries')
  const refused = [
    await put(a.officer, entry({ price: 9_000, seen: price })),
    await put(a.officer, entry({}, '2026-03-11')),
    await put(a.officer, {
      onDay: '2026-03-09',
      lines: [line({ place: 'A' }), line({ place: 'A' })],
    }),
    await put(a.officer, entry({ commodity: 'khong-co' })),
    await put(a.officer, entry({ price: 0 })),
    await put(a.cooperative, entry()),
    await put(a.chair, entry()),
  ]
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([409, 422, 422, 422, 400, 403, 403])
  expect(await server.countedIn('market_prices', 'audit_entries')).toEqual(before)
})
