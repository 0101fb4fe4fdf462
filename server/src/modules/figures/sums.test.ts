import type { Sum } from '@hopluc/shared/figures'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { systemContext } from '../../platform/jobs-run.ts'
import { aDatabase } from '../../testing/database.ts'
import { anOrganisation, refresh } from '../../testing/organisation.ts'
import { chance, randomTree } from '../../testing/random-tree.ts'
import { refreshSums, seriesOn, type SumQuery, sumsOn } from './index.ts'

vi.setConfig({ testTimeout: 60_000 })
const { owner, app, jobs } = await aDatabase()
const organisation = await anOrganisation(owner)
const { a, b, nationId } = organisation
const DAY = '2026-03-10'
const instant = new Date(`${DAY}T03:00:00Z`)
const system = (day: PlainDate = DAY) =>
  systemContext({ jobsDb: jobs, now: () => new Date(`${day}T03:00:00Z`) })

async function anIndicator(addsUp: string, more: object = {}) {
  const row = { id: newId(), code: newId(), name: 'Thành viên', measure: 'người', adds_up: addsUp }
  await owner
    .insertInto('indicators')
    .values({ ...row, ...more })
    .execute()
  return row
}
async function aPeriod(fromOn: PlainDate, untilOn: PlainDate) {
  const row = await owner
    .insertInto('periods')
    .values({ kind: 'quarter', from_on: fromOn, until_on: untilOn })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
const Q1 = await aPeriod('2025-01-01', '2025-03-31')
const Q3 = await aPeriod('2025-07-01', '2025-09-30')

interface Statement {
  indicatorId: Id
  periodId?: number
  unitId: Id
  value: number | null
  weight?: number | null
  entityId?: Id
  breakdownId?: number
}
async function state(statements: readonly Statement[]) {
  const text = (value: number | null | undefined) => (value == null ? null : String(value))
  await owner
    .insertInto('figures')
    .values(
      statements.map((one) => ({
        unit_id: one.unitId,
        ...(one.entityId && { entity_id: one.entityId }),
        indicator_id: one.indicatorId,
        year: 2025,
        period_id: one.periodId ?? Q1,
        breakdown_id: one.breakdownId ?? 0,
        value: text(one.value),
        weight: text(one.weight),
        state: 'stated',
        source: '{}',
        stated_by: newId(),
      })),
    )
    .execute()
}
/** What the owner reads on a day. */
const readOn = (day: PlainDate, query: SumQuery): Promise<Sum[]> =>
  owner.transaction().execute(async (tx) => {
    await sql`select set_config('hopluc.day', ${day}, true)`.execute(tx)
    return sumsOn(tx, query)
  })
const read = (query: Partial<SumQuery> & Pick<SumQuery, 'unitIds'>) =>
  readOn(DAY, { periodIds: [Q1], boundaries: 'then', ...query })
const KIND = { group: newId(), cooperative: newId(), union: newId() }
await owner
  .insertInto('entities')
  .values(
    Object.entries(KIND).map(([kind, id]) => ({ id, kind, name: kind, from_on: '2020-01-01' })),
  )
  .execute()
const [one, two] = a.communes

test('sums of a province are those of its communes, and say who is missing', async () => {
  const { id } = await anIndicator('sum')
  await state([{ indicatorId: id, unitId: one.unitId, value: 12 }])
  await refreshSums(system())
  const [province, nation, commune] = await read({
    unitIds: [a.unitId, nationId, one.unitId],
    indicatorIds: [id],
  }).then((sums) =>
    [a.unitId, nationId, one.unitId].map((unit) => sums.find((s) => s.unitId === unit)),
  )
  expect(province).toMatchObject({ value: 12, expected: 2, reported: 1, missing: 1 })
  expect(nation).toMatchObject({ value: 12, expected: 4, reported: 1, missing: 3 })
  expect(commune).toMatchObject({ value: 12, expected: 1, reported: 1, missing: 0 })
  await state([{ indicatorId: id, unitId: two.unitId, value: null }])
  await refreshSums(system())
  const [after] = await read({ unitIds: [a.unitId], indicatorIds: [id] })
  expect(after).toMatchObject({ value: 12, reported: 2, missing: 0 })
})

test('only the units that a round asks are awaited', async () => {
  const { id } = await anIndicator('sum')
  const asks = { period_id: Q3, unit_id: two.unitId }
  await owner.insertInto('expected_reporters').values(asks).execute()
  await state([{ indicatorId: id, unitId: one.unitId, value: 5, periodId: Q3 }])
  await refreshSums(system())
  const [sum] = await read({ unitIds: [a.unitId], indicatorIds: [id], periodIds: [Q3] })
  expect(sum).toMatchObject({ value: 5, expected: 1, reported: 0, missing: 1 })
})

test('a union is not counted beside its members, a group under its own code', async () => {
  const members = await anIndicator('latest', { entity_kinds: ['cooperative', 'credit_fund'] })
  const ofGroups = await anIndicator('latest', { entity_kinds: ['group'], stated_as: members.id })
  const cell = { indicatorId: members.id, unitId: one.unitId }
  await state([
    { ...cell, entityId: KIND.cooperative, value: 40 },
    { ...cell, entityId: KIND.union, value: 100 },
    { ...cell, entityId: KIND.group, value: 7 },
  ])
  await refreshSums(system())
  const ids = [members.id, ofGroups.id]
  const sums = await read({ unitIds: [a.unitId, one.unitId], indicatorIds: ids })
  expect(sums.map(({ unitId, value, weight }) => [unitId === one.unitId, value, weight])).toEqual(
    expect.arrayContaining([
      [true, 40, 1],
      [true, 7, 1],
      [false, 40, 1],
      [false, 7, 1],
    ]),
  )
  for (const id of ids) {
    const series = { indicatorId: id, unitIds: [a.unitId], periods: [Q1] }
    const [point] = await seriesOn(owner, { ...series, boundariesOn: '2025-03-31' })
    expect(point?.value).toBe(id === members.id ? 40 : 7)
  }
})

test('a formula is computed from sums, with its denominator; what is missing is not zero', async () => {
  const [total, count] = [
    await anIndicator('sum', { code: 'F1' }),
    await anIndicator('sum', { code: 'F2' }),
  ]
  const average = await anIndicator('ratio', { origin: 'formula', formula: '[F1] / [F2]' })
  const byReported = await anIndicator('ratio', {
    origin: 'formula',
    formula: '[F1] / reported([F1], [F2]) * 100',
  })
  // Published for the whole nation at the end of 2024: revenue in tỷ đồng over cooperatives.
  await state([
    { indicatorId: total.id, unitId: b.unitId, value: 95_273.695 },
    { indicatorId: count.id, unitId: b.unitId, value: 33_557 },
    { indicatorId: total.id, unitId: one.unitId, entityId: KIND.cooperative, value: 30 },
  ])
  await refreshSums(system())
  const ids = { indicatorIds: [average.id, byReported.id] }
  const inB = await read({ unitIds: [b.unitId], ...ids })
  const found = inB.find(({ indicatorId }) => indicatorId === average.id)
  expect(found?.value?.toFixed(3)).toBe('2.839')
  expect(found).toMatchObject({ total: 95_273.695, weight: 33_557 })
  const inA = await read({ unitIds: [a.unitId], ...ids })
  const of = (id: Id) => inA.find(({ indicatorId }) => indicatorId === id)
  expect(of(average.id)).toMatchObject({ value: null })
  expect(of(byReported.id)).toMatchObject({ value: 3000, weight: 1 })
})

test('another province reads none of these sums; the observer reads all', async () => {
  const { id } = await anIndicator('sum')
  await state([{ indicatorId: id, unitId: one.unitId, value: 3 }])
  await refreshSums(system())
  const as = (actor: typeof a.standing.actor) =>
    createContext(app, actor, DAY, instant).read((db) =>
      sumsOn(db, {
        unitIds: [a.unitId, one.unitId, nationId],
        indicatorIds: [id],
        periodIds: [Q1],
        boundaries: 'then',
      }),
    )
  expect((await as(organisation.observer.actor)).map(({ value }) => value)).toEqual([3, 3, 3])
  expect((await as(a.officer.actor)).map(({ value }) => value)).toEqual([3, 3])
  expect((await as(one.officer.actor)).map(({ value }) => value)).toEqual([3])
  expect(await as(b.standing.actor)).toEqual([])
})

test('what adds up with its owner’s rights asks first who wants to know', async () => {
  const { id } = await anIndicator('sum')
  await state([{ indicatorId: id, unitId: one.unitId, value: 3 }])
  const told = (actor: typeof a.standing.actor) =>
    createContext(app, actor, DAY, instant).write(async (tx) => {
      const units = sql`array[${one.unitId}::uuid, ${a.unitId}::uuid]`
      const { rows } = await sql<{ sums: number; awaited: number; missing: number }>`select
          (select count(*)::int from area_sums(${units}, array[${Q1}::int], array[${id}::uuid], null, null, null)) as sums,
          (select count(*)::int from area_awaited(${units}, array[${Q1}::int], null)) as awaited,
          (select count(*)::int from area_missing(${a.unitId}, ${Q3}::int, ${DAY}::date, null)) as missing`.execute(
        tx,
      )
      return rows[0]
    })
  const own = await told(a.officer.actor)
  expect(own?.sums).toBe(2)
  expect(own?.awaited).toBeGreaterThan(1)
  expect(own?.missing).toBeGreaterThan(0)
  expect(await told(b.standing.actor)).toEqual({ sums: 0, awaited: 0, missing: 0 })
})

test.each([21, 22])(
  'random acts: sums are the series, then and on any later boundaries (%i)',
  async (seed) => {
    const random = chance(seed)
    const { rootId, days } = await randomTree(owner, random)
    await refresh(owner)
    const { id } = await anIndicator('sum')
    const mean = await anIndicator('mean')
    const { rows: units } = await sql<{ id: Id; level: string }>`
      select v.unit_id as id, v.level from unit_versions v join unit_ancestry u on u.descendant_id = v.unit_id
      where u.ancestor_id = ${rootId} and '2025-03-31' between u.from_on and u.until_on
        and '2025-03-31' between v.from_on and v.until_on and v.level <> 'nation'`.execute(owner)
    const chosen = units.filter(({ level }) => random() < (level === 'commune' ? 0.8 : 0.2))
    await state(
      chosen.flatMap(({ id: unitId, level }) => {
        const value = Math.floor(random() * 1000)
        const cell = { unitId, indicatorId: id }
        const weighed = {
          unitId,
          indicatorId: mean.id,
          value,
          weight: 1 + Math.floor(random() * 9),
        }
        const isByEntities = level === 'commune' && random() < 0.3
        if (!isByEntities) return [{ ...cell, value }, weighed]
        return [newId(), newId()].map((entityId) => ({ ...cell, value, entityId }))
      }),
    )
    const ids = [id, mean.id]
    for (const day of days.filter((one) => one >= '2025-01-01' || random() < 0.4)) {
      // On the clock of another day what is kept of today's boundaries is made anew.
      await refreshSums(system(day))
      const { rows } = await sql<{ id: Id }>`select v.unit_id as id from unit_versions v
        join unit_ancestry u on u.descendant_id = v.unit_id and u.ancestor_id = ${rootId}
          and ${day}::date between u.from_on and u.until_on
        where ${day}::date between v.from_on and v.until_on`.execute(owner)
      const unitIds = rows.map((row) => row.id)
      const sums = await readOn(day, {
        unitIds,
        indicatorIds: ids,
        periodIds: [Q1],
        boundaries: 'today',
      })
      for (const indicatorId of ids) {
        const query = { indicatorId, unitIds, periods: [Q1], boundariesOn: day }
        const points = await seriesOn(owner, query)
        const made = new Map(
          sums.filter((sum) => sum.indicatorId === indicatorId).map((sum) => [sum.unitId, sum]),
        )
        for (const point of points) {
          const sum = made.get(point.unitId)
          const rounded = (value: number | null | undefined) =>
            value == null ? null : Number(value.toFixed(4))
          expect([point.unitId, rounded(sum?.value), sum?.isEstimate, sum?.isIncomplete]).toEqual([
            point.unitId,
            rounded(point.value),
            point.isEstimate,
            point.isIncomplete,
          ])
        }
        expect(made.size).toBe(points.length)
      }
    }
  },
)
