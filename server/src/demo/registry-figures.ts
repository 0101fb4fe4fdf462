import { FOREVER, type PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'
import { unitId } from './id.ts'
import { accountId } from './organisation.ts'
import { entityId } from './registry.ts'
import { type DemoEntity, KE_SACH_ENTITIES } from './registry-data.ts'

const CHUNK = 800

/** As the reports of Minh Phát run: 2017 to 2020. */
const MINH_PHAT: Record<
  number,
  readonly [members: number, capital: number, revenue: number, profit: number]
> = {
  2017: [38, 420, 1350, 61],
  2018: [52, 420, 1720, 88],
  2019: [58, 560, 2105, 117],
  2020: [63, 680, 2390, 134],
}
const INDICATORS = ['H8', 'H13', 'H10', 'H11', 'H9'] as const
const FIRST_YEAR = 2017

/** Members, capital, revenue, profit, workers by year: what no report states grows evenly. */
function figuresOf(one: DemoEntity, year: number, lastYear: number): readonly number[] {
  const known = one.name === 'HTX Minh Phát' ? MINH_PHAT[year] : undefined
  if (known) return [...known, one.workers ?? 14]
  const capital = one.capital.findLast(([on]) => on <= `${year}-12-31`)?.[1] ?? 0
  const back = lastYear - year
  const members = Math.max(5, Math.round(one.members * (1 - 0.03 * back)))
  const seed = one.name.length % 7
  const revenue = Math.round((capital * (2 + seed / 4) + members * 6) * (1 - 0.05 * back))
  return [members, capital, revenue, Math.round(revenue * 0.055), one.workers ?? 6 + seed]
}

/** Yearly figures of Kế Sách's entities, from 2017 to last year. */
export async function loadFigures(tx: Tx, today: PlainDate): Promise<void> {
  const lastYear = Number(today.slice(0, 4)) - 1
  const years = Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at)
  await tx
    .insertInto('periods')
    .values(
      years.map((year) => ({ kind: 'year', from_on: `${year}-01-01`, until_on: `${year}-12-31` })),
    )
    .onConflict((on) => on.columns(['kind', 'from_on']).doNothing())
    .execute()
  const cells = KE_SACH_ENTITIES.flatMap((one) => {
    const end = one.events?.find(([kind]) => kind === 'dissolved')?.[1] ?? FOREVER
    return years
      .filter((year) => `${year}-12-31` >= one.foundedOn && `${year}-01-01` < end)
      .flatMap((year) => {
        // Stated early in the year after, in the unit of that day.
        const unit = unitId(year < 2025 ? one.units[0] : one.units[1])
        return figuresOf(one, year, lastYear).map((value, index) => ({
          unit,
          entity: entityId(one.key),
          code: INDICATORS[index],
          year,
          value,
        }))
      })
  })
  for (let at = 0; at < cells.length; at += CHUNK)
    await sql`insert into figures (unit_id, entity_id, indicator_id, year, period_id, value, state, source,
        stated_by, stated_at)
      select c.unit, c.entity, i.id, c.year, p.id, c.value, 'stated',
        '{"from": "entity", "note": null, "isDemo": true}', ${accountId('standing')},
        make_date(c.year + 1, 1, 12)
      from jsonb_to_recordset(${JSON.stringify(cells.slice(at, at + CHUNK))}::jsonb)
        as c (unit uuid, entity uuid, code text, year int, value numeric)
      join indicators i on i.code = c.code
      join periods p on p.kind = 'year' and p.from_on = make_date(c.year, 1, 1)`.execute(tx)
}
