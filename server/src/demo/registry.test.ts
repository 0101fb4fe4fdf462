import { EntityQuery } from '@hopluc/shared/entity-lists'
import type { PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { listEntities } from '../modules/registry/index.ts'
import { createContext } from '../platform/context.ts'
import { aDatabase } from '../testing/database.ts'
import { demoActors } from '../testing/rights.ts'
import { agencyId, unitId } from './id.ts'
import { loadDemo } from './index.ts'
import { THAI_BINH_COUNTS } from './registry-thai-binh.ts'

const { app, owner } = await aDatabase()
await loadDemo(owner, '2026-03-10')

async function countOn(day: PlainDate, unit: string) {
  const { rows } = await sql<{ kind: string; count: number; members: number }>`
    select kind, count(*)::int as count, sum(members)::int as members from entity_spans s
    where ${day} between from_on and until_on and is_live and exists (select from unit_ancestry a
      where a.ancestor_id = ${unitId(unit)} and a.descendant_id = s.unit_id
        and ${day} between a.from_on and a.until_on)
    group by kind order by kind`.execute(owner)
  return rows
}

/** As the ministry finds it in the list. */
async function listed(unit: string, asOf: PlainDate, more: object = {}) {
  const actors = await demoActors(owner)
  const [, reader] = [...actors].find(([name]) => name.startsWith('ministry ')) ?? []
  if (!reader) throw new Error('the demo has no ministry')
  const query = EntityQuery.parse({ unit: unitId(unit), asOf, limit: '100', ...more })
  const today = '2026-03-10'
  return listEntities(createContext(app, reader, today, new Date(`${today}T03:00:00Z`)), query)
}

test('the list of 30/06/2020 in Thái Bình and of today in Hưng Yên says the same', async () => {
  const cooperatives = { count: THAI_BINH_COUNTS.cooperatives, members: THAI_BINH_COUNTS.members }
  const alliance = { memberOf: agencyId('tb-lmhtx') }
  for (const [unit, day] of [
    ['thai-binh', '2020-06-30'],
    ['hung-yen', '2026-03-10'],
  ] as const) {
    expect((await listed(unit, day, { kind: 'cooperative' })).total).toMatchObject(cooperatives)
    expect((await listed(unit, day, { kind: 'union' })).total?.count).toBe(THAI_BINH_COUNTS.unions)
    expect((await listed(unit, day, alliance)).total?.count).toBe(THAI_BINH_COUNTS.ofAlliance)
  }
})

test('the list places what Kế Sách’s report names in the communes of then and of today', async () => {
  const placed = async (units: readonly string[], day: PlainDate) => {
    const pages = await Promise.all(units.map((unit) => listed(unit, day)))
    return new Map(pages.flatMap(({ items }) => items.map((one) => [one.name, one.unit.name])))
  }
  const then = await placed(['ke-sach-huyen'], '2021-07-12')
  const now = await placed(['an-lac-thon', 'ke-sach', 'dai-hai', 'thoi-an-hoi'], '2026-03-10')
  expect(
    Object.fromEntries([...now].map(([name, unit]) => [name, [then.get(name), unit]])),
  ).toEqual({
    'HTX Trinh Phú': ['Trinh Phú', 'An Lạc Thôn'],
    'HTX Lộc Mãi': ['Trinh Phú', 'An Lạc Thôn'],
    'HTX 22 tháng 12': ['Trinh Phú', 'An Lạc Thôn'],
    'HTX Quyết Thắng': ['Xuân Hòa', 'An Lạc Thôn'],
    'HTX Thành Công': ['Kế Thành', 'Kế Sách'],
    'HTX Tín Phát': ['Kế Thành', 'Kế Sách'],
    'HTX An Thạnh': ['An Lạc Tây', 'Thới An Hội'],
    'HTX 2 tháng 9': ['Đại Hải', 'Đại Hải'],
    'HTX 19 tháng 5': ['Kế An', 'Kế Sách'],
    'HTX Thành Phú': ['Kế Sách', 'Kế Sách'],
    'HTX Đại Đoàn Kết': ['Ba Trinh', 'Đại Hải'],
    'Tổ hợp tác Tiến Lợi': ['Thới An Hội', 'Thới An Hội'],
  })
})

test('Thái Bình has what its report of 2020 states, and the same entities lie in Hưng Yên today', async () => {
  const stated = [
    {
      kind: 'cooperative',
      count: THAI_BINH_COUNTS.cooperatives,
      members: THAI_BINH_COUNTS.members,
    },
    { kind: 'union', count: THAI_BINH_COUNTS.unions, members: 5 },
  ]
  expect(await countOn('2020-06-30', 'thai-binh')).toEqual(stated)
  expect(await countOn('2026-03-10', 'hung-yen')).toEqual(stated)
  expect(await countOn('2026-03-10', 'thai-binh')).toEqual([])
})

test('Kế Sách has twenty cooperatives and a group in July 2021, in four communes and those called Minh today', async () => {
  expect(await countOn('2021-07-12', 'ke-sach-huyen')).toEqual([
    { kind: 'cooperative', count: 20, members: expect.any(Number) },
    { kind: 'group', count: 1, members: 22 },
  ])
  const today = await Promise.all(
    ['an-lac-thon', 'ke-sach', 'dai-hai', 'thoi-an-hoi'].map((unit) => countOn('2026-03-10', unit)),
  )
  expect(today.flat().reduce((sum, { count }) => sum + count, 0)).toBe(12)
})

test('404 of Thái Bình’s are members of the Alliance, five of the union, and still stand', async () => {
  const { rows } = await sql<{ alliance: number; unions: number }>`select
      count(*) filter (where alliance_id = ${agencyId('tb-lmhtx')})::int as alliance,
      count(*) filter (where union_id is not null)::int as unions
    from entity_memberships m where '2020-06-30' between m.from_on and m.until_on and exists (
      select from entity_spans s where s.entity_id = m.entity_id and s.is_live
        and '2026-03-10' between s.from_on and s.until_on)`.execute(owner)
  expect(rows).toEqual([{ alliance: THAI_BINH_COUNTS.ofAlliance, unions: 5 }])
})

test('Minh Phát’s revenue runs as its reports say, up to last year', async () => {
  const { rows } = await sql<{
    year: number
    value: number
  }>`select f.year::int as year, f.value::float8 as value
    from figures f join entities e on e.id = f.entity_id and e.name = 'HTX Minh Phát'
    join indicators i on i.id = f.indicator_id and i.code = 'H10' order by f.year`.execute(owner)
  expect(rows.slice(0, 4).map(({ value }) => value)).toEqual([1350, 1720, 2105, 2390])
  expect(rows.at(-1)?.year).toBe(2025)
})

test('debts and what is unfavourable stand only under names that are made up', async () => {
  const { rows } = await sql<{ name: string }>`select e.name from entities e where e.id in (
    select entity_id from entity_debts union select entity_id from commune_works where is_demo
      and kind in ('dissolve', 'consolidate', 'congress', 'convert'))`.execute(owner)
  expect(rows.length).toBeGreaterThan(3)
  expect(rows.every(({ name }) => name.startsWith('HTX Minh'))).toBe(true)
})

test('no two bear one code', async () => {
  const { rows } = await sql<{ code: string }>`select code from entity_spans
    where code is not null and '2026-03-10' between from_on and until_on
    group by code having count(*) > 1`.execute(owner)
  expect(rows).toEqual([])
})
