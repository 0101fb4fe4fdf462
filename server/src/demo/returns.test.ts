import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { aDatabase } from '../testing/database.ts'
import { loadDemo } from './index.ts'
import { agencyId, unitId } from './id.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const { owner } = await aDatabase()
const TODAY = '2026-11-23'
await loadDemo(owner, TODAY)

test('the quarter of Cần Thơ is half reported; only communes that are made up were returned or corrected', async () => {
  const { rows } = await sql<{ name: string; state: string; corrected: number }>`
    select v.name, r.state, (select count(*)::int from return_cells c where c.unit_id = r.unit_id
      and c.return_id = r.id and c.corrected is not null) as corrected
    from returns r join rounds o on o.id = r.round_id join unit_versions v on v.unit_id = r.unit_id
    where o.receiver_id = ${agencyId('ct-bcd')} and v.until_on = '9999-12-31' order by v.name`.execute(
    owner,
  )
  expect(rows).toEqual([
    { name: 'An Lạc Thôn', state: 'open', corrected: 0 },
    { name: 'Kế Sách', state: 'accepted', corrected: 0 },
    { name: 'Minh Giồng', state: 'accepted', corrected: 2 },
    { name: 'Minh Hậu', state: 'returned', corrected: 0 },
    { name: 'Thới An Hội', state: 'open', corrected: 0 },
    { name: 'Đại Hải', state: 'accepted', corrected: 0 },
  ])
})

test('the six months of Thái Bình in 2020 stand as its report prints them', async () => {
  const { rows } = await sql<{ code: string; value: number }>`
    select i.code, f.value::float8 as value from figures f join indicators i on i.id = f.indicator_id
    join periods p on p.id = f.period_id
    where f.unit_id = ${unitId('thai-binh')} and f.is_last and p.kind = 'half' and f.year = 2020
    order by i.code`.execute(owner)
  expect(Object.fromEntries(rows.map(({ code, value }) => [code, value]))).toEqual({
    H1: 448,
    H8: 455_523,
    H11: 45 * 448,
    L1: 1,
    M1: 404,
  })
})
