import type { Id } from '@hopluc/shared/values'
import type { TestPerson } from '../../testing/organisation.ts'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { aPlanServer } from '../../testing/plans.ts'

vi.setConfig({ testTimeout: 30_000 })
const { a, b, ask, send, deeds, aPlan, plan, empty, oldOne, PLAN, FOUNDED, atLeast } =
  await aPlanServer()
const [east, west] = a.communes

beforeEach(async () => {
  await empty()
})

describe('a target', () => {
  test('that a formula tells is measured, forecast and explained by its figures', async () => {
    const { id } = await aPlan()
    const target = {
      words: 'Từ 50% HTX được xếp loại đạt khá, tốt',
      measure: '%',
      expression: atLeast(50),
      counted: { by: 'figure', code: 'H4kp' },
    }
    const made = (
      await send(a.standing, `/plans/${id}/targets`, { ...target, planVersion: 3 })
    ).json()
    expect(made.target).toMatchObject({
      readings: [{ value: (4 / 11) * 100 }],
      figuresOn: '2025-12-31',
      forecast: { now: 36.36, by: 'held', missing: 13.64 },
      verdict: { light: 'red', kind: 'short', missing: 13.64 },
    })
    expect(made.target.cells).toMatchObject([
      { unitId: east.unitId, done: 50 },
      { unitId: west.unitId, done: 20 },
    ])
    const [source] = made.sources
    expect(source).toEqual({
      code: 'H4kp',
      name: 'Tỷ lệ HTX khá, tốt',
      nameEn: 'Share rated fair or good',
      period: '2025h2',
      unitId: a.unitId,
      boundaries: 'today',
    })
    const { period, unitId, code } = source
    const path = `/figures/explain?unit=${unitId}&code=${code}&period=${period}`
    const explained = (await ask(a.standing, path)).json()
    expect(explained).toMatchObject({
      way: 'formula',
      sum: { value: (4 / 11) * 100 },
      parts: [
        { code: 'H4k', value: 4 },
        { code: 'H4x', value: 11 },
      ],
    })
    await send(a.standing, `/plans/${id}/deeds`, { action: 'open', version: 4 })
    const ofCommune = (await ask(east.officer, `/targets/${made.target.id}`)).json().target
    expect(ofCommune.verdict).toEqual({ light: 'grey', kind: 'hidden', missing: 0 })
    expect(ofCommune.cells).toMatchObject([{ done: 50 }, { done: null }])
  })

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
        {
          ...FOUNDED,
          words: 'Thành lập mới từ 4 HTX trở lên',
          expression: atLeast(4),
          version: 1,
          paper,
          reason: 'Hai xã sáp nhập',
        },
        'PATCH',
      )
    expect((await change(a.standing, '15/KH-UBND')).statusCode).toBe(403)
    expect((await change(a.chair, null)).json().code).toBe('targets.paper_missing')
    expect((await change(a.chair, '15/KH-UBND')).json().target).toMatchObject({
      adjusted: '15/KH-UBND',
      version: 2,
    })
    expect(await deeds()).toEqual(['target.adjust'])
    expect((await ask(east.officer, `/targets/${founded}`)).json().wordings).toMatchObject([
      {
        words: FOUNDED.words,
        changedOn: '2026-03-10',
        paper: '15/KH-UBND',
        reason: 'Hai xã sáp nhập',
      },
    ])
    const then = (await ask(a.standing, `/targets/${founded}?asOf=2026-03-09`)).json()
    expect(then).toMatchObject({
      wordings: [],
      target: { words: FOUNDED.words, expression: atLeast(5), adjusted: null },
    })
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
