import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { aServerWithEntities } from '../../testing/entities.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const server = await aServerWithEntities()
const { a, b, ask, send, made, inject, entityId, owner } = server
const neighbourId = await server.anEntity(a.communes[0].unitId, null, 'HTX Minh Tân')
const dues = `/alliances/${a.allianceId}/dues`
const counted = () => server.countedIn('alliance_dues', 'audit_entries')

beforeEach(async () => {
  await sql`truncate alliance_dues, audit_entries, entity_memberships`.execute(owner)
  for (const [entity, fromOn, untilOn] of [
    [entityId, '2020-01-01', '9999-12-31'],
    [neighbourId, '2024-05-01', '2025-06-30'],
  ])
    await sql`insert into entity_memberships (id, entity_id, alliance_id, from_on, until_on, updated_by)
      values (${newId()}, ${entity}, ${a.allianceId}, ${fromOn}, ${untilOn}, ${a.alliance.accountId})`.execute(
      owner,
    )
})

test('who was a member of the year is listed once, and what is paid is kept with its day', async () => {
  expect(await ask(a.alliance, `${dues}?year=2025`)).toMatchObject({ unlisted: 2, mayKeep: true })
  await made(a.alliance, dues, { year: 2025, due: 600_000 })
  const again = await made(a.alliance, dues, { year: 2025, due: 900_000 })
  expect(again).toMatchObject({
    unlisted: 0,
    total: { count: 2, open: 2, due: 1_200_000, paid: 0 },
  })
  expect(await made(a.alliance, dues, { year: 2026, due: 700_000 })).toMatchObject({
    items: [{ entity: { id: entityId }, due: 700_000 }],
  })
  const [{ id }] = again.items
  const paid = { version: 1, due: 600_000, paid: 600_000, paidOn: '2026-03-09', note: null }
  expect(await made(a.alliance, `/alliance-dues/${id}`, paid, 'PUT')).toMatchObject({
    total: { open: 1, paid: 600_000 },
  })
  const page = await ask(a.alliance, `${dues}?year=2025&limit=1`)
  const rest = await ask(a.alliance, `${dues}?year=2025&limit=1&cursor=${page.next}`)
  expect([page, rest].map(({ items }) => items[0].entity.name)).toEqual([
    'HTX Minh Phát',
    'HTX Minh Tân',
  ])
  expect((await ask(a.alliance, `${dues}?year=2025&open=true`)).items).toHaveLength(1)
  const { rawPayload } = await inject(a.alliance, { url: `/api${dues}?year=2025&format=xlsx` })
  expect(JSON.stringify(readSheets(rawPayload).sheets[0])).toContain('HTX Minh Tân')
})

test('a member reads its own line; others see nothing and change nothing', async () => {
  const { items } = await made(a.alliance, dues, { year: 2025, due: 600_000 })
  const own = await ask(a.cooperative, `${dues}?year=2025`)
  expect(own).toMatchObject({ items: [{ entity: { id: entityId } }], mayKeep: false, unlisted: 0 })
  for (const stranger of [a.officer, b.standing])
    expect(await ask(stranger, `${dues}?year=2025`)).toMatchObject({
      items: [],
      total: { count: 0, due: 0 },
    })
  const before = await counted()
  const line = { version: 1, due: 1, paid: 0, paidOn: null, note: null }
  const at = `/alliance-dues/${items[0].id}`
  const answers = [
    await send(a.cooperative, at, line, 'PUT'),
    await send(b.standing, at, line, 'PUT'),
    await send(a.chair, dues, { year: 2026, due: 1 }),
    await send(b.standing, dues, { year: 2026, due: 1 }),
    await send(a.alliance, dues, { year: 2028, due: 1 }),
    await send(a.alliance, at, { ...line, version: 7 }, 'PUT'),
    await send(a.alliance, at, { ...line, paid: 5 }, 'PUT'),
    await send(a.alliance, at, { ...line, paid: 5, paidOn: '2026-03-11' }, 'PUT'),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([
    403, 404, 403, 403, 422, 409, 422, 422,
  ])
  expect(await counted()).toEqual(before)
})

test('of two who list the same year at once each member stands once', async () => {
  const both = await Promise.all([1, 2].map((due) => send(a.alliance, dues, { year: 2025, due })))
  expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  expect((await ask(a.alliance, `${dues}?year=2025`)).total.count).toBe(2)
})
