import type { Id } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../app.ts'
import { readSheets } from '../../platform/excel.ts'
import { aDatabase } from '../../testing/database.ts'
import { anOrganisation, signIn, type TestPerson } from '../../testing/organisation.ts'

vi.setConfig({ testTimeout: 30_000 })
const { app: db, owner } = await aDatabase()
const jobs = {
  enqueue: async () => '',
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}
const now = () => new Date('2026-03-10T03:00:00Z')
const app = createApp({ db, now, jobs, isDemo: false, secureCookies: false })
const { a, b } = await anOrganisation(owner)
const [east, west] = a.communes

async function ask(person: TestPerson, path: string) {
  return app.inject({ url: `/api${path}`, headers: await signIn(app, person.username) })
}
async function send(
  person: TestPerson,
  path: string,
  payload: object,
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE' = 'POST',
) {
  const headers = await signIn(app, person.username)
  return app.inject({ method, url: `/api${path}`, headers, payload })
}
const deeds = async () =>
  (await owner.selectFrom('audit_entries').select('event').orderBy('id').execute()).map(
    ({ event }) => event,
  )

/** A cooperative of the commune, registered on the day. */
async function aCooperative(unitId: Id, name: string, on: string): Promise<Id> {
  const id = newId()
  await owner
    .insertInto('entities')
    .values({ id, kind: 'cooperative', name, from_on: on })
    .execute()
  await owner
    .insertInto('entity_places')
    .values({ entity_id: id, from_on: on, unit_id: unitId })
    .execute()
  await owner
    .insertInto('entity_versions')
    .values({ entity_id: id, from_on: on, name, kind: 'cooperative' })
    .execute()
  const event = { id: newId(), entity_id: id, kind: 'registered', on_day: on, recorded_by: newId() }
  await owner.insertInto('entity_events').values(event).execute()
  return id
}
const oldOne = await aCooperative(east.unitId, 'HTX Minh Phát', '2020-05-05')
await aCooperative(east.unitId, 'HTX Minh Khang', '2026-02-02')
await aCooperative(b.communes[0].unitId, 'HTX Minh Bình', '2026-02-02')

async function aFigure(unitId: Id, code: string, value: number, entityId?: Id) {
  await sql`insert into periods (kind, from_on, until_on) values ('half', '2025-07-01', '2025-12-31')
    on conflict do nothing`.execute(owner)
  await sql`insert into figures (unit_id, entity_id, indicator_id, year, period_id, value, state, source, stated_by, stated_at)
    select ${unitId}, coalesce(${entityId ?? null}::uuid, '00000000-0000-0000-0000-000000000000'), i.id, 2025, p.id,
      ${value}, 'published', '{}', ${newId()}, '2026-01-05'
    from indicators i, periods p where i.code = ${code} and p.kind = 'half' and p.from_on = '2025-07-01'`.execute(
    owner,
  )
}
for (const [unit, rated, effective, fair] of [
  [east.unitId, 6, 4, 3],
  [west.unitId, 5, 3, 1],
] as const) {
  await aFigure(unit, 'H4x', rated)
  await aFigure(unit, 'H4', effective)
  await aFigure(unit, 'H4k', fair)
}

const PLAN = {
  bodyId: a.committeeId,
  kind: 'period',
  unitId: a.unitId,
  title: 'Kế hoạch phát triển kinh tế tập thể 2026 – 2030',
  fromOn: '2026-01-01',
  untilOn: '2030-12-31',
  registerBy: '2026-06-30',
}
const atLeast = (value: number, as = 'number') => ({
  as,
  bounds: [{ year: null, bound: { op: 'at_least', value } }],
})
const FOUNDED = {
  words: 'Thành lập mới từ 5 HTX trở lên',
  measure: 'HTX',
  expression: atLeast(5),
  counted: { by: 'register', rule: 'founded' },
  isRegistered: true,
}
const figure = (code: string) => ({ by: 'figure', code })
const FAIR = {
  words: 'Trong đó, 50% hiệu quả khá trở lên',
  measure: '%',
  expression: atLeast(50, 'share'),
  counted: {
    by: 'share',
    part: figure('H4k'),
    wholes: [
      { label: 'HTX hiệu quả', of: figure('H4') },
      { label: 'HTX được xếp loại', of: figure('H4x') },
    ],
  },
}

beforeEach(async () => {
  await sql`truncate target_tasks, target_subjects, target_registrations, target_allotments, targets, plans,
    audit_entries cascade`.execute(owner)
})

async function aPlan(state: 'draft' | 'registering' | 'issued' = 'draft') {
  const made = (await send(a.standing, '/plans', PLAN)).json()
  const add = async (target: object, planVersion: number) =>
    (await send(a.standing, `/plans/${made.id}/targets`, { ...target, planVersion })).json().target
  const founded = await add(FOUNDED, 1)
  const fair = await add(FAIR, 2)
  const deed = (person: TestPerson, action: string, version: number, more = {}) =>
    send(person, `/plans/${made.id}/deeds`, { action, version, ...more })
  if (state !== 'draft') await deed(a.standing, 'open', 3)
  if (state === 'issued') {
    await deed(a.standing, 'submit', 4)
    await deed(a.chair, 'issue', 5, { number: '12/KH-UBND', issuedOn: '2026-03-09' })
  }
  await sql`truncate audit_entries cascade`.execute(owner)
  return { id: String(made.id), founded: String(founded.id), fair: String(fair.id), deed }
}
const plan = async (id: string, person = a.standing) => (await ask(person, `/plans/${id}`)).json()

describe('a plan', () => {
  test('is drawn up by the standing agency, laid open, submitted, issued by the chair', async () => {
    const { id, deed } = await aPlan()
    expect(await plan(id)).toMatchObject({
      state: 'draft',
      allowed: ['edit', 'open', 'submit', 'drop'],
    })
    expect((await deed(a.standing, 'open', 3)).json()).toMatchObject({ state: 'registering' })
    expect((await deed(a.standing, 'submit', 4)).json()).toMatchObject({ state: 'submitted' })
    const issue = { number: '12/KH-UBND', issuedOn: '2026-03-09' }
    expect((await deed(a.standing, 'issue', 5, issue)).statusCode).toBe(403)
    expect((await deed(a.chair, 'return', 5, { reason: 'Rà lại chỉ tiêu' })).json().state).toBe(
      'registering',
    )
    await deed(a.standing, 'submit', 6)
    const early = await deed(a.chair, 'issue', 7, { ...issue, issuedOn: '2026-03-11' })
    expect(early.json().code).toBe('plans.not_yet')
    const issued = (await deed(a.chair, 'issue', 7, issue)).json()
    expect(issued).toMatchObject({ state: 'issued', number: '12/KH-UBND', issuedOn: '2026-03-09' })
    expect(await deeds()).toEqual([
      'plan.open',
      'plan.submit',
      'plan.return',
      'plan.submit',
      'plan.issue',
    ])
    const then = (await ask(a.standing, `/plans/${id}?asOf=2026-03-08`)).json()
    expect(then).toMatchObject({ state: 'draft', number: null, allowed: [] })
  })

  test('is refused to other units, and nothing is recorded', async () => {
    const { id, founded, deed } = await aPlan('registering')
    const refused = [
      await send(b.standing, '/plans', PLAN),
      await send(a.officer, '/plans', PLAN),
      await deed(a.officer, 'submit', 4),
      await deed(b.chair, 'submit', 4),
      await deed(east.officer, 'submit', 4),
      await send(a.officer, `/targets/${founded}/allotments`, { version: 1, items: [] }, 'PUT'),
      await send(east.officer, `/targets/${founded}/allotments`, { version: 1, items: [] }, 'PUT'),
      await send(a.alliance, `/plans/${id}/targets`, { ...FOUNDED, planVersion: 4 }),
    ]
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([
      403, 403, 403, 404, 403, 403, 403, 403,
    ])
    expect(await deeds()).toEqual([])
    expect((await ask(b.standing, `/plans/${id}`)).statusCode).toBe(404)
    expect((await ask(b.communes[0].officer, `/targets/${founded}`)).statusCode).toBe(404)
    expect((await ask(a.cooperative, `/plans/${id}`)).statusCode).toBe(404)
  })

  test('of another unit’s area cannot be drawn up; one without targets is not laid open', async () => {
    const strange = await send(a.standing, '/plans', { ...PLAN, unitId: b.unitId })
    expect(strange.json().code).toBe('plans.strange_unit')
    const { id } = (await send(a.standing, '/plans', PLAN)).json()
    const opened = await send(a.standing, `/plans/${id}/deeds`, { action: 'open', version: 1 })
    expect(opened.json().code).toBe('plans.no_targets')
  })

  test('a draft is its body’s alone; laid open it is read by departments and communes', async () => {
    const { id, deed } = await aPlan()
    const read = async () =>
      Promise.all(
        [a.officer, east.officer, a.chair, b.chair].map(
          async (one) => (await ask(one, `/plans/${id}`)).statusCode,
        ),
      )
    expect(await read()).toEqual([404, 404, 200, 404])
    await deed(a.standing, 'open', 3)
    expect(await read()).toEqual([200, 200, 200, 404])
  })

  test('a stale version is refused; an issued plan is not edited, a draft may be dropped', async () => {
    const { id, deed, founded } = await aPlan()
    expect((await deed(a.standing, 'open', 2)).statusCode).toBe(409)
    const { bodyId: _body, ...content } = PLAN
    const changed = await send(
      a.standing,
      `/plans/${id}`,
      { ...content, title: 'Khác', version: 3 },
      'PATCH',
    )
    expect(changed.json()).toMatchObject({ title: 'Khác', version: 4 })
    expect((await send(a.standing, `/targets/${founded}?version=1`, {}, 'DELETE')).json()).toEqual({
      gone: true,
    })
    expect((await send(a.standing, `/plans/${id}?version=4`, {}, 'DELETE')).statusCode).toBe(200)
    expect(await deeds()).toEqual(['plan.change', 'target.remove', 'plan.drop'])
    const issued = await aPlan('issued')
    const late = await send(a.standing, `/plans/${issued.id}`, { ...content, version: 6 }, 'PATCH')
    expect(late.json().code).toBe('plans.wrong_state')
  })
})

describe('the table', () => {
  test('counts the register and figures by commune, the whole also where one sees one commune', async () => {
    const { id } = await aPlan('registering')
    for (const person of [a.standing, east.officer]) {
      const { rows, units } = await plan(id, person)
      expect(units.map(({ name }: { name: string }) => name)).toEqual([
        'Minh An Đông',
        'Minh An Tây',
      ])
      const [founded, fair] = rows
      expect(founded.readings).toEqual([{ label: null, value: 1, part: null, whole: null }])
      expect(founded.cells).toMatchObject([
        { unitId: east.unitId, done: 1, registered: null },
        { unitId: west.unitId, done: 0 },
      ])
      expect(fair.readings).toMatchObject([
        { label: 'HTX hiệu quả', part: 4, whole: 7 },
        { label: 'HTX được xếp loại', part: 4, whole: 11 },
      ])
      expect(fair.readings[0].value).toBeCloseTo(57.14, 2)
      expect(fair.verdict).toMatchObject({ light: 'amber', kind: 'two_readings' })
      expect(fair.cells).toMatchObject([
        { done: 3, whole: 4 },
        { done: 1, whole: 3 },
      ])
    }
  })

  test('as of a day before it was founded there is none', async () => {
    const { id } = await aPlan('registering')
    await sql`update plans set opened_on = '2026-01-05'`.execute(owner)
    const { rows, asOf } = (await ask(a.standing, `/plans/${id}?asOf=2026-02-01`)).json()
    expect(asOf).toBe('2026-02-01')
    expect(rows[0].readings[0].value).toBe(0)
  })

  test('goes out as Excel with the words of the plan', async () => {
    const { id } = await aPlan('registering')
    const { rawPayload } = await ask(a.standing, `/plans/${id}?format=xlsx`)
    const [sheet] = readSheets(rawPayload).sheets
    const words = JSON.stringify(sheet)
    expect(words).toContain('Thành lập mới từ 5 HTX trở lên')
    expect(words).toContain('Minh An Đông 3/4; Minh An Tây 1/3')
    expect(words).toContain('Hai cách tính')
  })
})

describe('a target', () => {
  test('is handed down, and what is left is shown; another province’s commune is refused', async () => {
    const { id, founded } = await aPlan()
    const give = (version: number, unitId: Id) =>
      send(
        a.standing,
        `/targets/${founded}/allotments`,
        {
          version,
          items: [
            { unitId: east.unitId, amount: 2 },
            { unitId, amount: 1 },
          ],
        },
        'PUT',
      )
    expect((await give(1, b.communes[0].unitId)).json().code).toBe('targets.strange_unit')
    const { target } = (await give(1, west.unitId)).json()
    expect(target).toMatchObject({ allotted: 3, unallotted: 2, version: 2 })
    expect((await give(1, west.unitId)).statusCode).toBe(409)
    const less = { version: 2, items: [{ unitId: east.unitId, amount: 5 }] }
    await send(a.standing, `/targets/${founded}/allotments`, less, 'PUT')
    expect((await plan(id)).rows[0]).toMatchObject({ allotted: 5, unallotted: 0 })
    expect(await deeds()).toEqual(['target.hand_down', 'target.hand_down'])
  })

  test('a commune registers for itself and names cooperatives; nobody does for another', async () => {
    const { id, founded, fair } = await aPlan('registering')
    const said = (unitId: Id, more = {}) => ({
      unitId,
      amount: 2,
      subjects: [{ name: 'HTX Minh Khang' }, { name: 'HTX Minh Tân', expectedOn: '2027-10-01' }],
      ...more,
    })
    const register = (person: TestPerson, unitId: Id, more = {}, target = founded) =>
      send(person, `/targets/${target}/registrations`, said(unitId, more))
    const refused = [
      await register(west.officer, east.unitId),
      await register(a.standing, east.unitId),
      await register(a.officer, east.unitId),
      await register(b.communes[0].officer, b.communes[0].unitId),
    ]
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 404])
    expect(await deeds()).toEqual([])
    const strange = await register(west.officer, west.unitId, {
      subjects: [{ name: 'HTX Minh Phát', entityId: oldOne }],
    })
    expect(strange.json().code).toBe('targets.strange_entity')
    const closed = await register(east.officer, east.unitId, {}, fair)
    expect(closed.json().code).toBe('targets.not_registered')
    const more = await register(east.officer, east.unitId, { amount: 1 })
    expect(more.statusCode).toBe(400)
    const { registrations, silent } = (await register(east.officer, east.unitId)).json()
    expect(registrations).toMatchObject([
      {
        amount: 2,
        subjects: [
          { name: 'HTX Minh Khang', isDone: true },
          { name: 'HTX Minh Tân', isDone: false },
        ],
      },
    ])
    expect(silent).toMatchObject([{ name: 'Minh An Tây' }])
    await register(west.officer, west.unitId, { amount: 0, subjects: [] })
    const [row] = (await plan(id)).rows
    expect(row).toMatchObject({
      registered: 2,
      forecast: { value: 2, by: 'committed', committed: 1, missing: 3 },
      verdict: { light: 'red', kind: 'short', missing: 3 },
    })
    expect(await deeds()).toEqual(['target.register', 'target.register'])
  })

  test('an open share is fixed by the standing agency with a note, and then has one reading', async () => {
    const { id, fair } = await aPlan('issued')
    const fix = (person: TestPerson, whole = 1) =>
      send(person, `/targets/${fair}/whole`, { version: 1, whole, note: 'Theo công văn 9/STC' })
    expect((await fix(a.officer)).statusCode).toBe(403)
    expect((await fix(a.standing, 7)).json().code).toBe('targets.no_such_whole')
    const { target } = (await fix(a.standing)).json()
    expect(target.readings).toMatchObject([{ label: 'HTX được xếp loại', part: 4, whole: 11 }])
    expect(target.verdict).toMatchObject({ light: 'red', kind: 'short' })
    const before = (await ask(a.standing, `/plans/${id}?asOf=2026-03-09`)).json()
    expect(before.rows[1].readings).toHaveLength(2)
  })

  test('once issued it is adjusted by the chair alone, by a paper', async () => {
    const { founded } = await aPlan('issued')
    const change = (person: TestPerson, paper: string | null) =>
      send(
        person,
        `/targets/${founded}`,
        { ...FOUNDED, expression: atLeast(4), version: 1, paper },
        'PATCH',
      )
    expect((await change(a.standing, '15/KH-UBND')).statusCode).toBe(403)
    expect((await change(a.chair, null)).json().code).toBe('targets.paper_missing')
    expect((await change(a.chair, '15/KH-UBND')).json().target).toMatchObject({
      adjusted: '15/KH-UBND',
      version: 2,
    })
    expect(await deeds()).toEqual(['target.adjust'])
  })

  test('an explanation asked by the chair is a task of the commune with its deadline', async () => {
    const { founded } = await aPlan('issued')
    const asked = (person: TestPerson, more = {}) =>
      send(person, `/targets/${founded}/explanations`, {
        version: 1,
        agencyIds: [west.committeeId],
        dueOn: '2026-03-31',
        text: 'Nêu nguyên nhân xã chưa đăng ký.',
        ...more,
      })
    expect((await asked(a.officer)).statusCode).toBe(403)
    expect((await asked(a.chair, { dueOn: '2026-03-10' })).json().code).toBe('targets.past_day')
    expect((await asked(a.chair, { agencyIds: [b.departmentId] })).json().code).toBe(
      'targets.strange_unit',
    )
    expect(await deeds()).toEqual([])
    const { tasks } = (await asked(a.chair)).json()
    expect(tasks).toMatchObject([
      {
        kind: 'explanation',
        dueOn: '2026-03-31',
        lead: { id: west.committeeId },
        status: 'waiting_notice',
      },
    ])
    expect(await deeds()).toEqual(['task.draft', 'target.ask_explanation'])
    const mine = (await ask(west.officer, `/tasks/${tasks[0].id}`)).json()
    expect(mine.title).toBe('Giải trình về chỉ tiêu: Thành lập mới từ 5 HTX trở lên')
    const drafted = (await asked(a.standing, { version: 2 })).json()
    expect(drafted.tasks.map(({ status }: { status: string }) => status)).toContain('drafted')
  })

  test('the chair’s page shows the running plan’s targets without its columns', async () => {
    await aPlan('issued')
    const { plan: shown, rows } = (await ask(a.chair, '/targets/summary')).json()
    expect(shown.title).toBe(PLAN.title)
    expect(rows).toHaveLength(2)
    expect(rows[0].cells).toBeUndefined()
    expect((await ask(b.chair, '/targets/summary')).json()).toMatchObject({ plan: null, rows: [] })
  })
})
