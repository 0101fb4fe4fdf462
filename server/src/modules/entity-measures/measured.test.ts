import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { beforeAll, expect, test, vi } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { aDatabase } from '../../testing/database.ts'
import { anOrganisation, type TestPerson } from '../../testing/organisation.ts'
import { type MeasureQuery, measuresOf } from './index.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const { app, owner } = await aDatabase()
const { a, b } = await anOrganisation(owner)
const [east] = a.communes
const [entityId, strangerId] = [newId(), newId()]

const asked: MeasureQuery = {
  of: { unitIds: [a.unitId, b.unitId], kinds: ['cooperative'] },
  asOf: '2025-12-31',
  year: 2025,
}
const NOW = new Date('2026-03-10T03:00:00Z')
const seenBy = ({ actor }: TestPerson, query = asked) =>
  createContext(app, actor, '2026-03-10', NOW).read((db) => measuresOf(db, query))

beforeAll(async () => {
  await sql`insert into periods (kind, from_on, until_on)
    values ('year', '2024-01-01', '2024-12-31'), ('year', '2025-01-01', '2025-12-31')
    on conflict do nothing`.execute(owner)
  for (const [id, unitId, agencyId] of [
    [entityId, east.unitId, a.cooperativeId],
    [strangerId, b.communes[0].unitId, null],
  ] as const) {
    await sql`insert into entities (id, kind, name, from_on, agency_id)
      values (${id}, 'cooperative', 'HTX Minh Phát', '2020-01-01', ${agencyId})`.execute(owner)
    await sql`insert into entity_places (entity_id, from_on, unit_id)
      values (${id}, '2020-01-01', ${unitId})`.execute(owner)
    await sql`insert into entity_versions (entity_id, from_on, name, kind, lines, commodities, official_members)
      values (${id}, '2020-01-01', 'HTX Minh Phát', 'cooperative', '{0111}', '{}', 45)`.execute(
      owner,
    )
    await sql`insert into entity_events (id, entity_id, kind, on_day, recorded_by, until_on)
      values (gen_random_uuid(), ${id}, 'registered', '2020-01-15', ${id}, null),
        (gen_random_uuid(), ${id}, 'congress', '2025-03-20', ${id}, null),
        (gen_random_uuid(), ${id}, 'suspended', '2025-06-01', ${id}, '2025-06-30')`.execute(owner)
    await sql`select refresh_entity_spans(array[${id}]::uuid[])`.execute(owner)
    await sql`insert into entity_managers (id, entity_id, office, name, birth_year, training, from_on, updated_by)
      values (gen_random_uuid(), ${id}, 'director', 'Lê Văn Mười', 1990, 'university', '2020-01-01', ${id})`.execute(
      owner,
    )
    await sql`insert into figures (unit_id, entity_id, indicator_id, year, period_id, value, weight, state, source, stated_by)
      select ${unitId}, ${id}, i.id, y.year, p.id, y.value, y.weight, 'stated', '{}', ${id}
      from (values ('H10', 2025, 1200, null), ('H10', 2024, 1000, null), ('H12', 2025, 480, 8), ('H11', 2025, null, null))
        y (code, year, value, weight) join indicators i on i.code = y.code
      join periods p on p.kind = 'year' and p.from_on = make_date(y.year, 1, 1)`.execute(owner)
  }
})

test('reads the register and the figures of a year for those one sees, and says why one is missing', async () => {
  const found = await seenBy(east.officer)
  expect(found.map((one) => one.entityId)).toEqual([entityId])
  const of = (code: string) => found[0]?.measures.get(code)
  expect(
    Object.fromEntries(
      ['age_months', 'stopped_days', 'months_since_congress', 'members', 'managers_college']
        .concat([
          'managers_under_40',
          'H10',
          'H10_before',
          'H12',
          'ocop_products',
          'congress_in_year',
        ])
        .map((code) => [code, of(code)]),
    ),
  ).toEqual({
    age_months: { value: 71 },
    stopped_days: { value: 30 },
    months_since_congress: { value: 9 },
    members: { value: 45 },
    managers_college: { value: 1 },
    managers_under_40: { value: 1 },
    H10: { value: 1200 },
    H10_before: { value: 1000 },
    H12: { value: 60 },
    ocop_products: { value: 0 },
    congress_in_year: { value: true },
  })
  expect(of('H11')).toEqual({ missing: 'chưa có số liệu năm 2025: lãi trước thuế' })
  expect(of('debts_by')).toEqual({ missing: 'danh sách HTX chưa ghi: nợ phải trả còn lại' })
})

test('gives a cooperative its own, and only what is asked', async () => {
  const found = await seenBy(a.cooperative, {
    ...asked,
    of: { entityIds: [entityId, strangerId] },
    codes: ['H10', 'members'],
  })
  expect(found.map((one) => [one.entityId, [...one.measures.keys()]])).toEqual([
    [entityId, ['members', 'H10']],
  ])
})
