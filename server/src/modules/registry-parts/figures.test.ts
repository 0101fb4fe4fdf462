import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { aRegister } from '../../testing/registry-parts.ts'
import { shownOf } from './yearly/domain.ts'

vi.setConfig({ testTimeout: 60_000 })
const { a, b, entityId, ask, send, counted, owner, events } = await aRegister()
const [{ officer: keeper, unitId }] = a.communes
const path = `/entities/${entityId}/figures`
const source = { from: 'entity', note: null }
const put = (cells: object[], person = keeper) => send(person, path, { source, cells }, 'PUT')
const cell = (key: string, year: number, value: number | null, seq = 0, weight?: number) => ({
  key,
  year,
  value,
  seq,
  ...(weight !== undefined && { weight }),
})

test('figures are stated by year, with missing apart from zero', async () => {
  const saved = await put([
    cell('H10', 2024, 2390.5),
    cell('H10', 2025, 0),
    cell('H11', 2025, null),
    cell('H8/sex=female', 2025, 22),
  ])
  expect([saved.statusCode, saved.body.slice(0, 200)]).toEqual([200, expect.anything()])
  const list = await ask(a.chair, path)
  expect(list.mayChange).toBe(false)
  expect(list.years).toEqual([2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
  expect(list.rows[0]).toMatchObject({
    key: 'H8',
    name: 'Thành viên',
    measure: 'người',
    isMean: false,
  })
  const values = list.cells.map((one: { key: string; year: number; value: number | null }) => [
    one.key,
    one.year,
    one.value,
  ])
  expect(values).toEqual(
    expect.arrayContaining([
      ['H10', 2024, 2390.5],
      ['H10', 2025, 0],
      ['H11', 2025, null],
      ['H8/sex=female', 2025, 22],
    ]),
  )
  expect(values).toHaveLength(4)
  const { rows } =
    await sql<object>`select distinct unit_id from figures where entity_id = ${entityId}`.execute(
      owner,
    )
  expect(rows).toEqual([{ unit_id: unitId }])
})

test('a new value is a new version, and another version than was seen is refused', async () => {
  await put([cell('H13', 2025, 560)])
  const before = (await events()).length
  expect((await put([cell('H13', 2025, 680, 1)])).statusCode).toBe(200)
  expect((await events()).slice(before)).toEqual(['entity.state_figures'])
  const counts = await counted('figures')
  expect((await put([cell('H14', 2025, 1), cell('H13', 2025, 700, 1)])).json()).toMatchObject({
    status: 409,
    code: 'entity_parts.changed',
  })
  expect(await counted('figures')).toEqual(counts)
  // The same value says nothing new.
  await put([cell('H13', 2025, 680, 2)])
  expect(await counted('figures')).toEqual(counts)
  const history = await ask(keeper, `${path}/history?key=H13&year=2025`)
  expect(history.items).toMatchObject([
    { value: 680, seq: 2, by: keeper.name },
    { value: 560, seq: 1 },
  ])
  const { rows } =
    await sql<object>`select seq from figures f join indicators i on i.id = f.indicator_id
    where entity_id = ${entityId} and code = 'H13' and is_last`.execute(owner)
  expect(rows).toEqual([{ seq: 2 }])
})

test('a mean is stated by its two sums', async () => {
  expect((await put([cell('H12', 2025, 840)])).json().code).toBe('entity_parts.no_denominator')
  await put([cell('H12', 2025, 840, 0, 14)])
  const { cells } = await ask(keeper, path)
  expect(cells.find((one: { key: string }) => one.key === 'H12')).toMatchObject({
    value: 840,
    weight: 14,
    shown: 60,
  })
  expect([shownOf(null, 14, true), shownOf(840, 0, true), shownOf(0, null, false)]).toEqual([
    null,
    null,
    0,
  ])
})

test('what does not add up is said and not barred', async () => {
  await put([
    cell('H10', 2023, 100),
    cell('H10t', 2023, 60),
    cell('H10n', 2023, 50),
    cell('H8', 2023, 40),
    cell('H8/sex=female', 2023, 41),
  ])
  const { warnings } = await ask(keeper, path)
  expect(warnings.map((one: { key: string }) => one.key)).toEqual(['figures.sum', 'figures.part'])
})

test('a fund that grew by less than the law asks of the profit is warned of', async () => {
  const found = async (kind: string) => {
    await sql`update entity_versions set kind = ${kind} where entity_id = ${entityId}`.execute(
      owner,
    )
    const { warnings } = await ask(keeper, path)
    return warnings.filter((one: { key: string }) => one.key === 'figures.fund')
  }
  const { cells } = await ask(keeper, path)
  const profit = cells.find(
    (one: { key: string; year: number }) => one.key === 'H11' && one.year === 2025,
  )
  await put([cell('K2', 2024, 100), cell('K2', 2025, 106), cell('H11', 2025, 100, profit?.seq)])
  expect(await found('union')).toMatchObject([
    { basis: 'Luật Hợp tác xã số 17/2023/QH15, Điều 84', field: 'K2 2025' },
  ])
  expect(await found('cooperative')).toEqual([])
})

test('others are refused and nothing is recorded', async () => {
  const before = await counted('figures')
  for (const person of [a.communes[1].officer, a.officer, a.chair, a.cooperative, b.standing])
    expect([403, 404]).toContain((await put([cell('H9', 2025, 14)], person)).statusCode)
  expect((await put([cell('X1', 2025, 14)])).json().code).toBe('entity_parts.unknown_figure')
  expect(await counted('figures')).toEqual(before)
  expect((await put([cell('H9', 2025, 14)], a.standing)).statusCode).toBe(200)
  expect((await ask(a.cooperative, path)).cells.length).toBeGreaterThan(0)
  expect((await ask(b.standing, path)).code).toBe('entities.not_found')
})

test('a cell keeps the unit of its first version after the entity has moved', async () => {
  await put([cell('H15', 2024, 5)])
  const other = a.communes[1].unitId
  await sql`update entity_places set until_on = '2026-01-31' where entity_id = ${entityId}`.execute(
    owner,
  )
  await sql`insert into entity_places (entity_id, from_on, unit_id) values (${entityId}, '2026-02-01', ${other})`.execute(
    owner,
  )
  const later = a.communes[1].officer
  expect((await put([cell('H15', 2024, 6, 1), cell('H15', 2025, 7)], later)).statusCode).toBe(200)
  expect((await put([cell('H15', 2025, 8, 1)])).statusCode).toBe(403)
  const { rows } =
    await sql<object>`select f.year, f.unit_id, f.value::float8 as value from figures f
    join indicators i on i.id = f.indicator_id where code = 'H15' and is_last order by 1`.execute(
      owner,
    )
  expect(rows).toEqual([
    { year: 2024, unit_id: unitId, value: 6 },
    { year: 2025, unit_id: other, value: 7 },
  ])
})
