import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { aRound, QUARTER } from '../../testing/returns.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const t = await aRound()
const { a, b, app, ask, send, owner, counted, officer, act, fill, read, cellOf, headersOf } = t
const [, second] = a.communes
const GRID = { kind: 'grid', key: 'htx', title: 'HTX', rows: 'entities' } as const
const withGrid = (indicators: object[], checks: object[] = []) => ({
  code: 'Biểu 9',
  name: 'Biểu thử',
  definition: { sections: [{ ...GRID, indicators }], checks },
})

test('a form with a code that is not there, or a check of nothing, is refused at its place', async () => {
  const wrong = withGrid(
    [
      { code: 'Z99', columns: ['done'] },
      { code: 'H12', columns: ['done'] },
      { code: 'H10b', columns: ['done'] },
      { code: 'H8', columns: ['previous'] },
    ],
    [{ kind: 'part', severity: 'error', part: { code: 'H9' }, whole: { code: 'H8' } }],
  )
  const { statusCode, json } = await send(a.standing, '/report-forms', wrong)
  expect(statusCode).toBe(422)
  const paths = json().issues.map(({ path }: { path: string }) => path)
  expect(paths).toEqual([
    'sections.0.indicators.0.code',
    'sections.0.indicators.1.weightCode',
    'sections.0.indicators.2.isReadOnly',
    'sections.0.indicators.3.columns',
    'checks.0.part',
    'checks.0.whole',
  ])
  const checked = await send(a.standing, '/report-forms/check', { definition: wrong.definition })
  expect(checked.json().findings).toHaveLength(paths.length)
})

test('the version that a round uses stays; changing the form begins the next', async () => {
  const before = await ask(a.standing, `/report-forms/${t.form.id}`)
  expect(before).toMatchObject({ no: 1, isFrozen: true, rounds: 1, mayChange: true })
  const change = { version: before.version, code: 'Biểu số 02/KTTT', name: 'Báo cáo nhanh' }
  const definition = { ...QUARTER, checks: [] }
  const path = `/report-forms/${t.form.id}`
  const after = await send(a.standing, path, { ...change, definition }, 'PUT')
  expect(after.json()).toMatchObject({ no: 2, isFrozen: false, definition: { checks: [] } })
  expect((await ask(a.standing, `${path}?no=1`)).definition.checks).toHaveLength(1)
  expect((await read()).checks).toHaveLength(1)
  const stale = await send(a.standing, path, { ...change, definition }, 'PUT')
  expect(stale.json()).toMatchObject({ status: 409, code: 'report_forms.changed' })
  expect((await ask(b.standing, path)).status).toBe(404)
})

test('the preview says days, how many are asked, and that it was opened before', async () => {
  const { json } = await send(a.standing, '/rounds/preview', t.opening)
  expect(json()).toMatchObject({
    cutoffOn: '2026-03-14',
    asked: 2,
    withoutAgency: [],
    already: [{ id: t.round.id }],
  })
  expect(json().deadlines).toMatchObject([
    { level: 'commune', dueOn: '2026-03-16' },
    { level: 'district', dueOn: '2026-03-18' },
    { level: 'department', dueOn: '2026-03-20' },
    { level: 'province', dueOn: '2026-03-25' },
  ])
})

test('nobody opens a round over another province or without the right, and nothing is recorded', async () => {
  const before = await counted('rounds')
  const elsewhere = { ...t.opening, asked: { by: 'level', level: 'commune', unitId: b.unitId } }
  expect((await send(a.standing, '/rounds', elsewhere)).json().code).toBe('rounds.not_below')
  expect((await send(b.standing, '/rounds', t.opening)).statusCode).toBe(404)
  expect((await send(a.cooperative, '/rounds', t.opening)).statusCode).toBe(403)
  for (const person of [officer, b.standing]) {
    const reminded = await send(person, `/rounds/${t.round.id}/reminders`, {})
    expect([403, 404]).toContain(reminded.statusCode)
  }
  expect(await counted('rounds')).toEqual(before)
})

test('new deadlines hold for those that have not sent; who is late is first and reminded once a day', async () => {
  await fill()
  expect((await act(officer, 'send')).json().state).toBe('sent')
  await sql`update rounds set cutoff_on = '2026-03-01' where id = ${t.round.id}`.execute(owner)
  const change = {
    version: 1,
    title: t.round.title,
    deadlines: [{ level: 'commune', dueOn: '2026-03-04' }],
    checkDueOn: null,
    paper: 'Báo cáo số 12/BC-BCĐ',
  }
  const changed = await send(a.standing, `/rounds/${t.round.id}`, change, 'PATCH')
  expect(changed.json()).toMatchObject({ counts: { asked: 2, sent: 1, open: 1, late: 1 } })
  const path = `/rounds/${t.round.id}/returns`
  const { items } = await ask(a.standing, path)
  expect(items).toMatchObject([
    { unit: { id: second.unitId }, dueOn: '2026-03-04', daysLate: 6, state: 'open' },
    { unit: { id: a.communes[0].unitId }, dueOn: '2026-03-16', daysLate: 0, state: 'sent' },
  ])
  expect((await ask(a.standing, `${path}?state=late`)).items).toHaveLength(1)
  const remind = async () => (await send(a.standing, `/rounds/${t.round.id}/reminders`, {})).json()
  expect(await remind()).toEqual({ reminded: 1, already: 0, withoutAccount: 0 })
  expect(await remind()).toEqual({ reminded: 0, already: 1, withoutAccount: 0 })
  const told = await sql`select from notices where kind = 'return.reminded'`.execute(owner)
  expect(told.rows).toHaveLength(2)
  const headers = await headersOf(a.standing)
  const sheet = await app.inject({ url: `/api${path}?format=xlsx`, headers })
  expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
})

test('a cooperative fills its own row when it is asked; the unit takes it over', async () => {
  expect((await act(officer, 'take_back')).json().state).toBe('open')
  expect((await ask(a.cooperative, '/own-returns')).items).toEqual([])
  const asked = await act(officer, 'invite', { entityIds: [t.entityId, t.otherId] })
  expect(asked.statusCode).toBe(200)
  const [own] = (await ask(a.cooperative, '/own-returns')).items
  expect(own).toMatchObject({ id: t.id, entity: { id: t.entityId }, isOpen: true, filledAt: null })
  const path = `/own-returns/${t.id}/${t.entityId}`
  const { cells } = await ask(a.cooperative, path)
  expect(
    cells.map(({ group, name }: { group: string; name: string }) => `${group} ${name}`),
  ).toContain('Thành viên, người Đến 01/03')
  const say = (value: unknown) => ({
    cells: cells.map(
      ({ indicatorId, breakdownId }: { indicatorId: string; breakdownId: number }) => ({
        indicatorId,
        breakdownId,
        value,
      }),
    ),
  })
  expect((await send(a.cooperative, path, say(1.5), 'PUT')).json().code).toBe('returns.bad_value')
  expect((await send(b.cooperative, path, say(30), 'PUT')).statusCode).toBe(404)
  const other = `/own-returns/${t.id}/${t.otherId}`
  expect((await send(a.cooperative, other, say(30), 'PUT')).statusCode).toBe(404)
  expect((await send(a.cooperative, path, say(30), 'PUT')).json()).toMatchObject({ isTaken: false })
  const offered = cellOf(await read(), t.entityId, 'H8:done')
  expect(offered).toMatchObject({ value: 10, offer: { value: 30 } })
  await act(officer, 'take_offers', { entityIds: [t.entityId] })
  expect(cellOf(await read(), t.entityId, 'H8:done')).toMatchObject({
    value: 30,
    source: 'self',
    offer: null,
  })
  expect((await ask(a.cooperative, '/own-returns')).items).toMatchObject([{ isTaken: true }])
})

test('a round is closed and opened again by who asked', async () => {
  const path = `/rounds/${t.round.id}/close`
  const closed = await send(a.standing, path, { version: 2, isClosed: true })
  expect(closed.json()).toMatchObject({ state: 'closed', allowed: ['change', 'close'] })
  expect((await send(officer, path, { version: 3, isClosed: false })).statusCode).toBe(403)
  expect((await send(a.standing, path, { version: 2, isClosed: false })).statusCode).toBe(409)
  expect((await ask(a.standing, '/rounds?state=closed')).items).toHaveLength(1)
  expect((await ask(b.standing, '/rounds')).items).toEqual([])
})
