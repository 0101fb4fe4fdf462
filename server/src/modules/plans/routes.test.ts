import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { anAgency, aPerson, refresh } from '../../testing/organisation-parts.ts'
import { aPlanServer } from '../../testing/plans.ts'

vi.setConfig({ testTimeout: 30_000 })
const server = await aPlanServer()
const { owner, a, b, nationId, ministryId, ask, send, deeds, aPlan, plan, empty, PLAN, FOUNDED } =
  server
const [east, west] = a.communes

beforeEach(async () => {
  await empty()
})

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

  test('of the nation is handed down to provinces, the sum checked; a province reads what it was given', async () => {
    const name = 'Ban Chỉ đạo Trung ương'
    const body = { unitId: nationId, kind: 'steering_committee', name, shortName: name }
    const committeeId = await anAgency(owner, body)
    const post = { agencyId: ministryId, committeeId, title: 'Chuyên viên' }
    const standing = await aPerson(owner, 'nationstanding', { ...post, role: 'standing' })
    await refresh(owner)
    const content = { ...PLAN, bodyId: committeeId, unitId: nationId }
    const { id } = (await send(standing, '/plans', content)).json()
    const founded = (
      await send(standing, `/plans/${id}/targets`, { ...FOUNDED, planVersion: 1 })
    ).json().target
    const made = await plan(id, standing)
    expect(made.units.map((unit: { id: string }) => unit.id)).toEqual([a.unitId, b.unitId])
    expect(made.rows).toMatchObject([
      { readings: [{ value: 2 }], cells: [{ done: 1 }, { done: 1 }] },
    ])
    const allot = (items: object[], version: number) =>
      send(standing, `/targets/${founded.id}/allotments`, { version, items }, 'PUT')
    const strange = await allot([{ unitId: east.unitId, amount: 3, note: null }], 1)
    expect(strange.json().code).toBe('targets.strange_unit')
    const given = [
      { unitId: a.unitId, amount: 3, note: null },
      { unitId: b.unitId, amount: 1, note: null },
    ]
    expect((await allot(given, 1)).json().target).toMatchObject({ allotted: 4, unallotted: 1 })
    await send(standing, `/plans/${id}/deeds`, { action: 'open', version: 2 })
    const ofProvince = (await ask(a.standing, `/targets/${founded.id}`)).json()
    expect(ofProvince.target.cells).toMatchObject([{ allotted: 3, done: 1 }, { allotted: 1 }])
    expect(
      (
        await send(
          a.standing,
          `/targets/${founded.id}/allotments`,
          { version: 2, items: [] },
          'PUT',
        )
      ).statusCode,
    ).toBe(403)
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

  test('says how great a gap is amber, also once issued; the next plan of the body begins with it', async () => {
    const { id, deed } = await aPlan('issued')
    const lights = async () =>
      (await plan(id)).rows.map(({ verdict }: { verdict: { light: string } }) => verdict.light)
    const [before] = await lights()
    expect((await deed(a.officer, 'set_near', 6, { nearPercent: 20 })).statusCode).toBe(403)
    expect((await deed(b.standing, 'set_near', 6, { nearPercent: 20 })).statusCode).toBe(404)
    expect((await deed(a.standing, 'set_near', 5, { nearPercent: 20 })).statusCode).toBe(409)
    expect((await deed(a.standing, 'set_near', 6, { nearPercent: 51 })).statusCode).toBe(400)
    expect(await deeds()).toEqual([])
    const set = await deed(a.standing, 'set_near', 6, { nearPercent: 20 })
    expect(set.json()).toMatchObject({ nearPercent: 20, state: 'issued' })
    expect(await deeds()).toEqual(['plan.set_near'])
    expect(before).toBe('red')
    const { bodies } = (await ask(a.standing, '/plans')).json()
    expect(bodies.map((one: { nearPercent: number }) => one.nearPercent)).toEqual([20, 10])
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
