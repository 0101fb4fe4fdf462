import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { expect, test } from 'vitest'
import { aRegistry, newEntity } from './for-test.ts'

const { a, owner, send, create } = await aRegistry()
const keeper = a.communes[0].officer
const { unitId } = a.communes[0]

async function stateRevenue(entityId: string, year: number, million: number) {
  await sql`insert into periods (kind, from_on, until_on) values ('year', make_date(${year}, 1, 1), make_date(${year}, 12, 31))
    on conflict do nothing`.execute(owner)
  await sql`insert into figures (unit_id, entity_id, indicator_id, year, period_id, value, state, source, stated_by)
    select ${unitId}, ${entityId}, i.id, ${year}, p.id, ${million}, 'stated', '{}', ${newId()}
    from indicators i, periods p
    where i.code = 'H10' and p.kind = 'year' and p.from_on = make_date(${year}, 1, 1)`.execute(
    owner,
  )
}

test('follows the thresholds of the day, the revenue of the year before, and what holds on the day', async () => {
  const { id } = await create(
    keeper,
    newEntity(unitId, { lines: ['0111'], officialMembers: 250, charterCapital: 900_000_000 }),
  )
  await stateRevenue(id, 2024, 12_000)
  const sizeOn = async (day: string) =>
    (await send(keeper, 'GET', `/entities/${id}?asOf=${day}`)).json().size
  expect(await sizeOn('2024-10-31')).toBeNull()
  expect(await sizeOn('2024-11-01')).toBe('micro')
  expect(await sizeOn('2025-01-01')).toBe('medium')
  expect(await sizeOn('2025-12-31')).toBe('medium')
  expect(await sizeOn('2026-01-01')).toBe('micro')
  await stateRevenue(id, 2025, 60_000)
  expect(await sizeOn('2026-01-01')).toBe('medium')
  const listed = async (query: string) =>
    (await send(keeper, 'GET', `/entities?${query}`))
      .json()
      .items.map((one: { id: string }) => one.id)
  expect(await listed('size=medium')).toEqual([id])
  expect(await listed('size=medium&asOf=2024-12-01')).toEqual([])
  expect(await listed('size=micro&asOf=2024-12-01')).toEqual([id])
})

test('is known or told to be unknown on every day of every span, once', async () => {
  const { rows } = await sql`select s.entity_id from entity_spans s where (
      select coalesce(sum(least(z.until_on, s.until_on, date '2030-01-01') - greatest(z.from_on, s.from_on) + 1), 0)
      from entity_sizes z where z.entity_id = s.entity_id and z.from_on <= least(s.until_on, '2030-01-01')
        and z.until_on >= s.from_on
    ) <> least(s.until_on, '2030-01-01') - s.from_on + 1`.execute(owner)
  expect(rows).toEqual([])
})
