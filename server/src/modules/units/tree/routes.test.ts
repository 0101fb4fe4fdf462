import { UnitTree } from '@hopluc/shared/units'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { createApp } from '../../../app.ts'
import { aDatabase } from '../../../testing/database.ts'
import { anOrganisation, aUnit, refresh, signIn } from '../../../testing/organisation.ts'

vi.setConfig({ testTimeout: 30_000 })
const { app: db, owner } = await aDatabase()
const jobs = {
  enqueue: async () => '',
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}
const now = () => new Date('2026-03-10T03:00:00Z')
const app = createApp({ db, now, jobs, isDemo: false, secureCookies: false })
const { a } = await anOrganisation(owner)
const district = await aUnit(owner, {
  level: 'district',
  kind: 'huyện',
  name: 'Minh Hà',
  parentId: a.unitId,
  untilOn: '2025-06-30',
})
await refresh(owner)

async function ask(search: string, more: Record<string, string> = {}) {
  const headers = { ...(await signIn(app, 'officer')), ...more }
  return app.inject({ url: `/api/units/tree${search}`, headers })
}
const tree = async (search: string) => UnitTree.parse((await ask(search)).json())

test('the tree of a day names each unit after the one above it', async () => {
  const { day, units } = await tree('')
  expect(day).toBe('2026-03-10')
  expect(units.map(([, level]) => level)).toEqual([
    'nation',
    ...Array.from({ length: 2 }, () => 'province'),
    ...Array.from({ length: 4 }, () => 'commune'),
  ])
  for (const [place, unit] of units.entries()) expect(unit[5] ?? -1).toBeLessThan(place)
  const communes = units.filter(([, , , , , above]) => units[above ?? -1]?.[0] === a.unitId)
  expect(communes.map(([id]) => id).toSorted()).toEqual(
    a.communes.map(({ unitId }) => unitId).toSorted(),
  )
})

test('a past day has its districts; below a unit there are only its own', async () => {
  const { units } = await tree(`?asOf=2025-06-30&under=${a.unitId}`)
  expect(units.map(([id]) => id)).toContain(district)
  expect(units).toHaveLength(4)
  expect((await tree(`?asOf=2025-07-01&under=${a.unitId}`)).units).toHaveLength(3)
})

test('is sent again only when something has changed', async () => {
  const first = await ask('')
  const tag = String(first.headers.etag)
  const again = await ask('', { 'if-none-match': tag })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  await sql`update unit_versions set name = 'Minh Tân' where unit_id = ${a.unitId}`.execute(owner)
  const changed = await ask('', { 'if-none-match': tag })
  expect(changed.statusCode).toBe(200)
  expect(changed.body).toContain('Minh Tân')
})

test('is closed to who is not signed in', async () => {
  expect((await app.inject({ url: '/api/units/tree' })).statusCode).toBe(401)
})
