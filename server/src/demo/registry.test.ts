import type { PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { unitId } from './id.ts'
import { loadDemo } from './index.ts'
import { THAI_BINH_COUNTS } from './registry-thai-binh.ts'

const { owner } = await aDatabase()
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
