import type { Explanation, FigureTable } from '@hopluc/shared/figures'
import type { Indicator, IndicatorList } from '@hopluc/shared/indicators'
import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { systemContext } from '../../platform/jobs-run.ts'
import { aDatabase } from '../../testing/database.ts'
import { anOrganisation, signIn } from '../../testing/organisation.ts'
import { refreshSums } from './index.ts'

const { app: db, jobs: jobsDb, owner } = await aDatabase()
const { a, b, nationId, observer } = await anOrganisation(owner)
const now = () => new Date('2026-03-10T03:00:00Z')
const jobs = {
  enqueue: async () => newId(),
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}
const app = createApp({ db, jobsDb, now, jobs, isDemo: true, secureCookies: false })
const [one, two] = a.communes
const ENTITY = newId()

async function ask(
  username: string,
  method: 'GET' | 'POST' | 'PATCH' | 'PUT',
  url: string,
  payload?: object,
) {
  const headers = await signIn(app, username)
  return app.inject({ method, url: `/api${url}`, headers, ...(payload && { payload }) })
}

interface Statement {
  unit: Id
  code: string
  value: number | null
  year?: number
  entity?: Id
  seq?: number
  source?: object
  isLast?: boolean
}
async function state(statements: readonly Statement[]) {
  for (const {
    unit,
    code,
    value,
    year = 2025,
    entity,
    seq = 1,
    source = {},
    isLast = true,
  } of statements)
    await sql`insert into figures (unit_id, entity_id, indicator_id, year, period_id, seq, is_last, value, state,
        source, stated_by)
      select ${unit}, coalesce(${entity ?? null}::uuid, '00000000-0000-0000-0000-000000000000'), i.id, ${year},
        p.id, ${seq}, ${isLast}, ${value}, 'checked', ${JSON.stringify(source)}, ${one.officer.actor.accountId}
      from indicators i join periods p on p.kind = 'half' and p.from_on = make_date(${year}, 1, 1)
      where i.code = ${code}`.execute(owner)
}

beforeAll(async () => {
  for (const year of [2024, 2025])
    await sql`insert into periods (kind, from_on, until_on)
      values ('half', make_date(${year}, 1, 1), make_date(${year}, 6, 30))`.execute(owner)
  const entity = { id: ENTITY, kind: 'cooperative', name: 'HTX Minh Phát', from_on: '2020-01-01' }
  await owner.insertInto('entities').values(entity).execute()
  const place = { entity_id: ENTITY, unit_id: one.unitId, from_on: '2020-01-01' }
  await owner.insertInto('entity_places').values(place).execute()
  await state([
    { unit: one.unitId, code: 'H8', value: 100, isLast: false, source: { from: 'return' } },
    {
      unit: one.unitId,
      code: 'H8',
      value: 120,
      seq: 2,
      source: {
        from: 'return',
        statedWords: 'Phạm Thị Lan',
        acceptedWords: 'Trần Thị Hạnh',
        correction: { number: '18/UBND', reason: 'đảo chữ số' },
      },
    },
    { unit: one.unitId, code: 'H8', value: 90, year: 2024 },
    { unit: one.unitId, code: 'H10', value: 500, entity: ENTITY },
  ])
  await refreshSums(systemContext({ jobsDb, now }))
})

test('the table compares, counts who is missing and knows its denominator', async () => {
  const answer = await ask('standing', 'GET', '/figures?period=2025h1&codes=H8,H10b')
  const table: FigureTable = answer.json()
  expect(table.area.name).toBe('Minh An')
  expect(table.total.cells).toMatchObject([
    { value: 120, same: 90, missing: 1 },
    { value: 500, weight: 1 },
  ])
  expect(table.missing.map(({ id }) => id)).toEqual([two.unitId])
  const [members] = table.columns
  const ofMembers = ({ cells }: FigureTable['total']) =>
    cells.find(({ indicatorId }) => indicatorId === members?.id)?.value
  expect(table.rows.map(ofMembers)).toEqual([120, undefined])
  expect(table.period).toMatchObject({ windowFrom: '2024-12-15', windowUntil: '2025-06-14' })
})

test('the same table is an Excel file', async () => {
  const answer = await ask('standing', 'GET', '/figures?period=2025h1&codes=H8&format=xlsx')
  expect(answer.statusCode).toBe(200)
  expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
})

test('what an issued plan aims at stands beside, of communes what they were given', async () => {
  const [plan, draft, target] = [newId(), newId(), newId()]
  const bound = { op: 'at_least', value: 160 }
  for (const [id, state] of [
    [plan, 'issued'],
    [draft, 'draft'],
  ] as const) {
    const own = id === plan ? target : newId()
    await sql`insert into plans (id, body_id, unit_id, kind, title, from_on, until_on, state, issued_on, created_by)
      values (${id}, ${a.committeeId}, ${a.unitId}, 'year', 'Kế hoạch năm', '2025-01-01', '2025-12-31',
        ${state}, ${id === plan ? '2025-01-15' : null}, ${one.officer.actor.accountId})`.execute(
      owner,
    )
    await sql`insert into targets (id, plan_id, position, words, measure, expression, counted)
      values (${own}, ${id}, 1, 'Từ 160 thành viên', 'người', ${JSON.stringify({
        as: 'number',
        bounds: [{ year: null, bound: id === plan ? bound : { op: 'exact', value: 1 } }],
      })}, '{"by": "figure", "code": "H8"}')`.execute(owner)
  }
  await sql`insert into target_allotments (target_id, unit_id, on_day, amount)
    values (${target}, ${one.unitId}, '2025-02-01', 100)`.execute(owner)
  const read = async (who: string): Promise<FigureTable> =>
    (await ask(who, 'GET', '/figures?period=2025h1&codes=H8')).json()
  const { total, rows } = await read('standing')
  expect(total.cells[0]?.plan).toEqual({
    targetId: target,
    bound,
    untilYear: 2025,
    isAllotted: false,
    isSame: true,
    done: 75,
  })
  expect(rows.map(({ cells }) => cells[0]?.plan)).toMatchObject([
    { isAllotted: true, bound: { value: 100 }, done: 120 },
    undefined,
  ])
  expect((await read('strangerstanding')).total.cells[0]?.plan ?? null).toBeNull()
  await sql`truncate target_allotments, targets, plans cascade`.execute(owner)
})

test('a figure is explained down to the cell, its correction and the cooperative', async () => {
  const at = (unit: Id, code: string, more = '') =>
    ask('standing', 'GET', `/figures/explain?unit=${unit}&code=${code}&period=2025h1${more}`)
  const province: Explanation = (await at(a.unitId, 'H8')).json()
  expect(province).toMatchObject({ way: 'units', isEven: true, sum: { value: 120 } })
  const [line] = province.units.filter(({ unit }) => unit.id === one.unitId)
  expect(line).toMatchObject({ value: 120, isCorrected: true, canOpen: true })
  const cell: Explanation = (await at(one.unitId, 'H8')).json()
  expect(cell.way).toBe('cell')
  expect(cell.versions).toMatchObject([
    { value: 120, statedBy: 'Phạm Thị Lan', source: { paper: '18/UBND', reason: 'đảo chữ số' } },
    { value: 100 },
  ])
  const formula: Explanation = (await at(a.unitId, 'H10b')).json()
  expect(formula).toMatchObject({ way: 'formula', sum: { value: 500, weight: 1 } })
  expect(formula.parts.map(({ code, isCount, value }) => [code, isCount, value])).toEqual([
    ['H10', false, 500],
    ['H10', true, 1],
  ])
  const entities: Explanation = (await at(one.unitId, 'H10')).json()
  expect(entities).toMatchObject({
    way: 'entities',
    entities: [{ name: 'HTX Minh Phát', value: 500 }],
  })
  const own: Explanation = (await at(one.unitId, 'H10', `&entity=${ENTITY}`)).json()
  expect(own.versions).toMatchObject([{ value: 500 }])
})

test('the trend has a gap where nothing is known', async () => {
  const answer = await ask(
    'standing',
    'GET',
    `/figures/trend?unit=${a.unitId}&code=H8&period=2025h1`,
  )
  const values = answer.json().points.map(({ value }: { value: number | null }) => value)
  expect(values.slice(-3)).toEqual([90, null, 120])
})

test('as of a past day the table tells what was known then, and so do its sources', async () => {
  const days = (seq: number) => (seq === 1 ? '2025-07-01' : '2025-09-01')
  for (const seq of [1, 2])
    await sql`update figures set stated_at = ${days(seq)}::date where unit_id = ${one.unitId} and seq = ${seq}
      and period_id = (select id from periods where from_on = '2025-01-01' and kind = 'half')`.execute(
      owner,
    )
  await refreshSums(systemContext({ jobsDb, now }))
  const at = async (day: string): Promise<FigureTable> =>
    (await ask('standing', 'GET', `/figures?period=2025h1&codes=H8,H10b&asOf=${day}`)).json()
  const values = ({ total }: FigureTable) => total.cells.map(({ value }) => value)
  expect(values(await at('2025-06-30')).filter((value) => value !== null)).toEqual([])
  const july = await at('2025-07-01')
  expect(values(july)).toEqual([100, 500])
  expect(july.asOf).toBeNull()
  expect(values(await at('2025-09-01'))).toEqual([120, 500])
  expect(values(await at('2026-03-10'))).toEqual([120, 500])
  const explained: Explanation = (
    await ask(
      'standing',
      'GET',
      `/figures/explain?unit=${one.unitId}&code=H8&period=2025h1&asOf=2025-08-01`,
    )
  ).json()
  expect(explained.sum?.value).toBe(100)
  expect(explained.versions).toMatchObject([{ value: 100, seq: 1 }])
})

test('what lies outside one’s area is not found; a cooperative reads none of it', async () => {
  for (const [who, unit] of [
    ['strangerstanding', a.unitId],
    ['commune', a.unitId],
    ['cooperative', one.unitId],
  ] as const) {
    const answer = await ask(who, 'GET', `/figures?unit=${unit}&period=2025h1`)
    expect([who, answer.statusCode]).toEqual([who, 404])
    const explained = await ask(who, 'GET', `/figures/explain?unit=${unit}&code=H8&period=2025h1`)
    expect([who, explained.statusCode]).toEqual([who, 404])
  }
  expect(
    (await ask('observer', 'GET', '/figures?period=2025h1&codes=H8')).json().total.cells[0].value,
  ).toBe(120)
  expect(observer.actor.role).toBe('observer')
  expect(b.unitId).not.toBe(a.unitId)
})

test('the nation names the provinces that have stated something and are not in its sums yet', async () => {
  const nation = async (): Promise<FigureTable> =>
    (await ask('observer', 'GET', `/figures?unit=${nationId}&period=2025h1&codes=H8`)).json()
  await state([{ unit: b.communes[0].unitId, code: 'H8', value: 30 }])
  const { waiting, total } = await nation()
  expect(waiting.map(({ id }) => id)).toEqual([b.unitId])
  expect(total.cells).toMatchObject([{ value: 120, reported: 1, missing: 3 }])
  await refreshSums(systemContext({ jobsDb, now }))
  expect(await nation()).toMatchObject({ waiting: [], total: { cells: [{ value: 150 }] } })
})

test('an indicator is changed by the administrator, with checks; what was said is kept', async () => {
  const list: IndicatorList = (await ask('admin', 'GET', '/indicators')).json()
  expect(list.items.length).toBeGreaterThan(60)
  const average = list.items.find(({ code }) => code === 'H10b')
  const change = (who: string, said: object) =>
    ask(who, 'PATCH', `/indicators/${average?.id}`, said)
  expect((await change('standing', { version: 1, name: 'Khác' })).statusCode).toBe(403)
  const wrong = await change('admin', { version: 1, formula: '[H10] / [H404]' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.json().detail).toContain('H404')
  expect((await change('admin', { version: 1, formula: null })).json().code).toBe(
    'indicators.no_formula',
  )
  const done: Indicator = (
    await change('admin', { version: 1, name: 'Doanh thu bình quân' })
  ).json()
  expect(done).toMatchObject({ name: 'Doanh thu bình quân', version: 2 })
  expect((await change('admin', { version: 1, name: 'Lần nữa' })).statusCode).toBe(409)
  const kept = await owner.selectFrom('indicator_versions').select('version').execute()
  expect(kept).toEqual([{ version: 1 }])
  const used = list.items.find(({ code }) => code === 'H10')
  const retired = await ask('admin', 'PATCH', `/indicators/${used?.id}`, {
    version: 1,
    isActive: false,
  })
  expect(retired.json().code).toBe('indicators.still_used')
})

test('what others have published is entered once, with its source, by the administrator', async () => {
  const entry = {
    place: 'Minh An',
    code: 'H8',
    period: '2025h1',
    value: 130,
    agency: 'Báo tỉnh',
    source: 'Số ra ngày 01/07/2025',
  }
  expect((await ask('standing', 'POST', '/figures/published', entry)).statusCode).toBe(403)
  const added = await ask('admin', 'POST', '/figures/published', entry)
  expect(added.statusCode).toBe(201)
  expect((await ask('admin', 'POST', '/figures/published', entry)).statusCode).toBe(409)
  const table: FigureTable = (await ask('standing', 'GET', '/figures?period=2025h1')).json()
  expect(table.published).toMatchObject([{ value: 130, agency: 'Báo tỉnh' }])
  const { id, version } = added.json()
  const put = (said: object) =>
    ask('admin', 'PUT', `/figures/published/${id}`, { ...entry, ...said })
  expect((await put({ version, value: 131 })).json().value).toBe(131)
  expect((await put({ version, value: 132 })).statusCode).toBe(409)
})
