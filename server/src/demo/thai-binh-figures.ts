import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import { unitId } from './id.ts'
import { accountId } from './organisation.ts'
import { entityId } from './registry.ts'
import { THAI_BINH_ENTITIES } from './registry-thai-binh.ts'

/** As the report of June 2020 states it for six months, in triệu đồng a cooperative. */
export const THAI_BINH_PROFIT = 45

/** Halves for which cooperatives stated figures, and how many members they had against June 2020. */
const HALVES: readonly (readonly [year: number, part: 1 | 2, members: number])[] = [
  [2018, 1, 0.982],
  [2018, 2, 0.985],
  [2019, 1, 0.991],
  [2019, 2, 0.996],
  [2020, 1, 1],
]

/**
 * Members and profit of Thái Bình's 448 cooperatives by halves: in June 2020 members add up to what the
 * report states, and profit is 45 triệu đồng on average. What lies before is made up.
 */
export async function loadThaiBinhFigures(tx: Tx): Promise<void> {
  const cooperatives = THAI_BINH_ENTITIES.filter(({ kind }) => kind === 'cooperative')
  const cells = HALVES.flatMap(([year, part, share]) => {
    const there = cooperatives.filter(
      ({ foundedOn }) => foundedOn < `${year}-${part === 1 ? '06-14' : '12-14'}`,
    )
    return there.flatMap((one, index) => {
      const unit = unitId(one.units[0])
      const entity = entityId(one.key)
      // Two by two they are as much above as below the average; the odd one out lies on it.
      const apart =
        index + 1 === there.length && there.length % 2 === 1 ? 0 : 3 + (((index >> 1) * 7) % 30)
      const profit = Math.round(THAI_BINH_PROFIT * share) + (index % 2 === 0 ? apart : -apart)
      return [
        { unit, entity, year, part, code: 'H8', value: Math.round(one.members * share) },
        { unit, entity, year, part, code: 'H11', value: profit },
      ]
    })
  })
  const rows = JSON.stringify(cells)
  await sql`insert into periods (kind, from_on, until_on)
    select 'half', period_start('half', c.year, c.part),
      (period_start('half', c.year, c.part) + interval '6 months')::date - 1
    from (select distinct year, part from jsonb_to_recordset(${rows}::jsonb) as c (year int, part int)) c
    on conflict (kind, from_on) do nothing`.execute(tx)
  await sql`insert into figures (unit_id, entity_id, indicator_id, year, period_id, value, state, source,
      stated_by, stated_at)
    select c.unit, c.entity, i.id, c.year, p.id, c.value, 'checked',
      '{"from": "entity", "note": null, "isDemo": true}', ${accountId('standing')}, p.until_on - 16
    from jsonb_to_recordset(${rows}::jsonb)
      as c (unit uuid, entity uuid, code text, year int, part int, value numeric)
    join indicators i on i.code = c.code
    join periods p on p.kind = 'half' and p.from_on = period_start('half', c.year, c.part)`.execute(
    tx,
  )
}
