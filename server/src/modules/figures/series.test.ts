import { type Id, type PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { aDatabase } from '../../testing/database.ts'
import { anOrganisation, aUnit, refresh } from '../../testing/organisation.ts'
import { chance, randomTree } from '../../testing/random-tree.ts'
import { seriesOn } from './index.ts'

vi.setConfig({ testTimeout: 60_000 })
const { owner, app } = await aDatabase()
const organisation = await anOrganisation(owner)
const BEFORE = { untilOn: '2025-06-30' }
const AFTER = { fromOn: '2025-07-01' }
const [OLD_DAY, NEW_DAY] = ['2025-06-30', '2025-07-01']

async function anIndicator(addsUp: string) {
  const row = { id: newId(), code: newId(), name: 'Thành viên', measure: 'người', adds_up: addsUp }
  await owner.insertInto('indicators').values(row).execute()
  return row.id
}
async function aPeriod(fromOn: PlainDate, untilOn: PlainDate) {
  const days = { from_on: fromOn, until_on: untilOn }
  const row = await owner
    .insertInto('periods')
    .values({ kind: 'quarter', ...days })
    .onConflict((on) => on.columns(['kind', 'from_on']).doUpdateSet(days))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
const Q1 = await aPeriod('2025-01-01', '2025-03-31')
const Q3 = await aPeriod('2025-07-01', '2025-09-30')

async function states(
  indicatorId: Id,
  periodId: number,
  unitId: Id,
  value: number | null,
  weight: number | null = null,
  entityId?: Id,
) {
  await owner
    .insertInto('figures')
    .values({
      unit_id: unitId,
      ...(entityId && { entity_id: entityId }),
      indicator_id: indicatorId,
      year: 2025,
      period_id: periodId,
      value: value === null ? null : String(value),
      weight: weight === null ? null : String(weight),
      state: 'stated',
      source: JSON.stringify({}),
      stated_by: newId(),
    })
    .execute()
}
const line = (fromId: Id, toId: Id, share?: string | null) =>
  owner
    .insertInto('unit_successions')
    .values({
      from_id: fromId,
      to_id: toId,
      on_day: NEW_DAY,
      act: 'NQ',
      is_whole: share === undefined,
      share: share ?? null,
    })
    .execute()

/** A and B become X; C is split between X and Y, D between Y and Z without a share; all in P, then Q. */
async function aMerger() {
  const [p, q] = [
    await aUnit(owner, { level: 'province', kind: 'tỉnh', name: 'P', ...BEFORE }),
    await aUnit(owner, { level: 'province', kind: 'tỉnh', name: 'Q', ...AFTER }),
  ]
  const at = (name: string, parentId: Id, days: object) =>
    aUnit(owner, { level: 'commune', kind: 'xã', name, parentId, ...days })
  const [a, b, c, d] = [
    await at('A', p, BEFORE),
    await at('B', p, BEFORE),
    await at('C', p, BEFORE),
    await at('D', p, BEFORE),
  ]
  const [x, y, z] = [await at('X', q, AFTER), await at('Y', q, AFTER), await at('Z', q, AFTER)]
  await line(p, q)
  await line(a, x)
  await line(b, x)
  await line(c, x, '0.25')
  await line(c, y, '0.75')
  await line(d, y, null)
  await line(d, z, null)
  await refresh(owner)
  return { p, q, a, b, c, d, x, y, z }
}
type Point = Awaited<ReturnType<typeof seriesOn>>[number]
const short = ({ unitId, value, isEstimate, isIncomplete, straddling }: Point) => ({
  unitId,
  value,
  isEstimate,
  isIncomplete,
  straddling,
})
const m = await aMerger()

test('sums are added on new boundaries, split by stated shares, and say what cannot be told', async () => {
  const indicatorId = await anIndicator('sum')
  for (const [unit, value] of [
    [m.a, 10],
    [m.b, 20],
    [m.c, 40],
    [m.d, 8],
  ] as const)
    await states(indicatorId, Q1, unit, value)
  const unitIds = [m.x, m.y, m.z, m.q]
  const on = { indicatorId, unitIds, periods: [Q1, Q3], boundariesOn: NEW_DAY }
  const points = await seriesOn(owner, on)
  const exact = { isIncomplete: false, straddling: [] }
  const byUnit = new Map(points.map((point) => [point.unitId, short(point)]))
  expect(points).toHaveLength(4)
  expect(byUnit.get(m.x)).toEqual({ unitId: m.x, value: 40, isEstimate: true, ...exact })
  expect(byUnit.get(m.y)).toEqual({
    unitId: m.y,
    value: 30,
    isEstimate: true,
    isIncomplete: true,
    straddling: [m.d],
  })
  expect(byUnit.get(m.z)).toMatchObject({ value: null, isIncomplete: true, straddling: [m.d] })
  expect(byUnit.get(m.q)).toEqual({ unitId: m.q, value: 78, isEstimate: false, ...exact })
  const [traced] = await seriesOn(owner, { ...on, unitIds: [m.x], isTraced: true })
  const by = { entityId: null, isEstimate: false, weight: null }
  expect(traced?.origins.toSorted((one, other) => Number(one.value) - Number(other.value))).toEqual(
    [
      { unitId: m.a, share: 1, value: 10, ...by },
      { unitId: m.b, share: 1, value: 20, ...by },
      { unitId: m.c, share: 0.25, value: 40, ...by },
    ],
  )
  const then = await seriesOn(owner, { ...on, unitIds: [m.a, m.p], boundariesOn: OLD_DAY })
  expect(new Set(then.map(({ value }) => value))).toEqual(new Set([10, 78]))
})

test('new figures on old boundaries are exact in the old province and unknown in its communes', async () => {
  const indicatorId = await anIndicator('sum')
  await states(indicatorId, Q3, m.x, 100)
  await states(indicatorId, Q3, m.y, 50)
  const then = { indicatorId, periods: [Q3], boundariesOn: OLD_DAY }
  const [province] = await seriesOn(owner, { ...then, unitIds: [m.p] })
  expect(province).toMatchObject({ value: 150, isIncomplete: false, isEstimate: false })
  const [old] = await seriesOn(owner, { ...then, unitIds: [m.a] })
  expect(old).toMatchObject({ value: null, isIncomplete: true, straddling: [m.x] })
})

test('means are weighed anew, and are missing where their weight is nothing', async () => {
  const indicatorId = await anIndicator('mean')
  await states(indicatorId, Q1, m.a, 600, 10)
  await states(indicatorId, Q1, m.b, 200, 30)
  await states(indicatorId, Q1, m.d, 0, 0)
  const on = { indicatorId, periods: [Q1], boundariesOn: NEW_DAY }
  const [x] = await seriesOn(owner, { ...on, unitIds: [m.x] })
  expect(x).toMatchObject({ value: 20, weight: 40, isEstimate: false })
  const [d] = await seriesOn(owner, { ...on, unitIds: [m.d], boundariesOn: OLD_DAY })
  expect(d).toMatchObject({ value: null, weight: 0 })
})

test('what a unit states itself stands in place of what is below it; "không có số" adds nothing', async () => {
  const indicatorId = await anIndicator('sum')
  const on = { indicatorId, periods: [Q1], unitIds: [m.q], boundariesOn: NEW_DAY }
  const value = async (unitIds = [m.q]) => (await seriesOn(owner, { ...on, unitIds }))[0]?.value
  await states(indicatorId, Q1, m.a, 10)
  await states(indicatorId, Q1, m.b, null)
  await states(indicatorId, Q1, m.b, 4, null, newId())
  expect(await value()).toBe(10) // the commune's own "không có số" holds
  await states(indicatorId, Q1, m.c, 5, null, newId())
  expect(await value()).toBe(15)
  await states(indicatorId, Q1, m.p, 99)
  expect(await value()).toBe(99)
  expect(await value([m.x])).toBe(11.25)
})

test.each([11, 12, 13, 14])(
  'random trees and acts: what comes together is added once, on any day (%i)',
  async (seed) => {
    const random = chance(seed)
    const { rootId, days } = await randomTree(owner, random)
    await refresh(owner)
    const indicatorId = await anIndicator('sum')
    const { rows: communes } = await sql<{ unit_id: Id }>`
      select unit_id from unit_versions join unit_ancestry a on a.descendant_id = unit_id
      where level = 'commune' and a.ancestor_id = ${rootId} and '2025-03-31' between a.from_on and a.until_on
        and '2025-03-31' between unit_versions.from_on and unit_versions.until_on`.execute(owner)
    let total = 0
    for (const { unit_id: unit } of communes) {
      const value = Math.floor(random() * 1000)
      total += value
      await states(indicatorId, Q1, unit, value)
    }
    expect(communes.length).toBeGreaterThan(5)
    const read = (unitIds: Id[], boundariesOn: PlainDate) =>
      seriesOn(owner, { indicatorId, unitIds, periods: [Q1], boundariesOn })
    for (const day of days) {
      const [nation] = await read([rootId], day)
      expect(nation).toMatchObject({ isIncomplete: false })
      expect(nation?.value).toBeCloseTo(total, 4)
      const { rows } = await sql<{ unit_id: Id }>`select unit_id from unit_versions
        where level = 'province' and kind = 'province' and ${day}::date between from_on and until_on
        and parent_id = ${rootId}`.execute(owner)
      const provinces = await read(
        rows.map(({ unit_id: id }) => id),
        day,
      )
      const sum = provinces.reduce((all, { value }) => all + (value ?? 0), 0)
      expect(sum).toBeLessThan(total + 1e-4)
      const isOpen = provinces.some(({ isIncomplete }) => isIncomplete)
      expect(isOpen || Math.abs(sum - total) < 1e-4).toBe(true)
    }
  },
)

test('a stranger reads no figure, whatever the boundaries', async () => {
  const indicatorId = await anIndicator('sum')
  const { a, b } = organisation
  const [one] = a.communes
  await states(indicatorId, Q1, one.unitId, 7)
  const read = (actor: typeof a.standing.actor) =>
    createContext(app, actor, '2026-03-10', new Date('2026-03-10T03:00:00Z')).read((db) =>
      seriesOn(db, {
        indicatorId,
        unitIds: [one.unitId, a.unitId, organisation.nationId],
        periods: [Q1],
        boundariesOn: NEW_DAY,
      }),
    )
  expect((await read(a.standing.actor)).map(({ value }) => value)).toEqual([7, 7, 7])
  expect((await read(organisation.observer.actor)).length).toBe(3)
  expect(await read(b.standing.actor)).toEqual([])
  expect(await read(b.communes[0].officer.actor)).toEqual([])
})
