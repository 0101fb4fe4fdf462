import type { FormDraft } from '@hopluc/shared/report-forms'
import type { Return } from '@hopluc/shared/returns'
import type { Id } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import type { TestPerson } from '../../testing/organisation.ts'
import { aRound } from '../../testing/returns.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const { a, b, ask, send, form, opening, edit, cellOf } = await aRound()
const [first, second] = a.communes
const officer = a.otherOfficer
const { period } = opening

/** Of the province itself: members, revenue, and what groups earn. */
const PROVINCE: FormDraft = {
  sections: [
    {
      kind: 'grid',
      key: 'chi_tieu',
      title: 'Chỉ tiêu chủ yếu',
      rows: 'indicators',
      indicators: [
        { code: 'H8', columns: ['plan', 'done'] },
        { code: 'H10', columns: ['done', 'estimate'] },
        { code: 'H12', columns: ['done'], weightCode: 'H9', isRequired: false },
        { code: 'T5', columns: ['done'] },
      ],
    },
  ],
}
const own = (
  await send(a.standing, '/report-forms', {
    code: 'Biểu 03',
    name: 'Báo cáo tỉnh',
    definition: PROVINCE,
  })
).json()
const above = (
  await send(a.standing, '/rounds', {
    formId: own.id,
    period,
    asked: { by: 'agencies', agencyIds: [a.otherDepartmentId] },
  })
).json()
const returnsOf = async (round: Id) => (await ask(a.standing, `/rounds/${round}/returns`)).items
const [{ id }] = await returnsOf(above.id)
const wanted = { ...opening, formId: form.id, parentId: above.id }
const read = (): Promise<Return> => ask(officer, `/returns/${id}`)
let n = 0
const client = newId()
const write = async (person: TestPerson, of: Id, edits: object[], texts: object[] = []) =>
  (
    await send(person, `/returns/${of}/cells`, { client, n: (n += 1), edits, texts }, 'PATCH')
  ).json()
const act = async (person: TestPerson, of: Id, action: string, more: object = {}) => {
  const { version } = await ask(a.standing, `/returns/${of}`)
  return send(person, `/returns/${of}/deeds`, { action, version, ...more })
}
const TEXTS = [{ key: 'kho_khan.chinh', seen: 0, text: 'Thiếu vốn' }]

test('a round flows into one of the same period in which its area is asked, and into no other', async () => {
  const preview = (await send(a.standing, '/rounds/preview', wanted)).json()
  expect(preview.parents).toEqual([{ id: above.id, title: above.title }])
  const other = { ...wanted, period: { ...period, part: 2 } }
  const wrong = await send(a.standing, '/rounds', other)
  expect(wrong.json()).toMatchObject({ status: 422, code: 'rounds.wrong_parent' })
})

const round = (await send(a.standing, '/rounds', wanted)).json()
const lower = await returnsOf(round.id)
const of = (unit: Id): Id =>
  lower.find((one: { unit: { id: Id } }) => one.unit.id === unit)?.id ?? ''
const [firstId, secondId] = [of(first.unitId), of(second.unitId)]

test('the plan stands beside what is done once it is issued: the unit’s own, of the year', async () => {
  const plan = {
    bodyId: a.committeeId,
    unitId: a.unitId,
    kind: 'year',
    title: 'Kế hoạch năm',
    fromOn: `${period.year}-01-01`,
    untilOn: `${period.year}-12-31`,
  }
  const target = {
    words: 'Có từ 80 thành viên',
    measure: 'người',
    expression: { as: 'number', bounds: [{ year: null, bound: { op: 'at_least', value: 80 } }] },
    counted: { by: 'figure', code: 'H8' },
    planVersion: 1,
  }
  const made = (await send(a.standing, '/plans', plan)).json()
  await send(a.standing, `/plans/${made.id}/targets`, target)
  await send(a.standing, `/plans/${made.id}/deeds`, { action: 'submit', version: 2 })
  expect(cellOf(await read(), 'H8', 'done').plan).toBeNull()
  const issue = { action: 'issue', version: 3, number: '9/KH-UBND', issuedOn: '2026-03-01' }
  expect((await send(a.chair, `/plans/${made.id}/deeds`, issue)).statusCode).toBe(200)
  const one = await read()
  expect(cellOf(one, 'H8', 'done')).toMatchObject({ plan: 80, isLimit: false })
  expect(cellOf(one, 'H10', 'done').plan).toBeNull()
})

test('nothing accepted is nothing, not zero', async () => {
  expect(round).toMatchObject({ parentId: above.id, parentTitle: above.title })
  const one = await read()
  expect(one.below).toMatchObject({
    rounds: [{ id: round.id }],
    units: [{ isAccepted: false, state: 'open' }, { isAccepted: false }],
  })
  expect(cellOf(one, 'H8', 'done')).toMatchObject({
    value: null,
    source: null,
    below: { value: null, stated: 0, silent: [] },
  })
  expect((await ask(b.standing, `/returns/${id}`)).status).toBe(404)
})

test('the sums of what was accepted stand in the cells, with who is not in them', async () => {
  const open: Return = await ask(first.officer, `/returns/${firstId}`)
  const values: Record<string, number> = { 'H9:done': 4, 'H12:done': 30 }
  const edits = open.cells.map((cell) => edit(cell, values[cell.columnKey] ?? 10))
  await write(first.officer, firstId, edits, TEXTS)
  expect((await act(first.officer, firstId, 'send')).json().state).toBe('sent')
  expect(cellOf(await read(), 'H8', 'done').value).toBeNull()
  await act(a.standing, firstId, 'accept')
  const one = await read()
  expect(cellOf(one, 'H8', 'done')).toMatchObject({
    value: 20,
    source: 'sum',
    version: 0,
    below: { value: 20, stated: 1 },
  })
  expect(cellOf(one, 'T5', 'done').value).toBe(10)
  expect(cellOf(one, 'H12', 'done')).toMatchObject({ value: 30, source: 'sum' })
  expect(one.below?.units.map(({ isAccepted }) => isAccepted)).toEqual([true, false])
})

test('a commune without cooperatives and groups sends without a key; its groups are zero, the rest is told as missing', async () => {
  const open: Return = await ask(second.officer, `/returns/${secondId}`)
  expect(open.cells.map(({ value, source }) => ({ value, source }))).toEqual(
    open.cells.map(() => ({ value: 0, source: 'register' })),
  )
  await write(second.officer, secondId, [], TEXTS)
  const sent: Return = (await act(second.officer, secondId, 'send')).json()
  expect(sent).toMatchObject({ state: 'sent' })
  expect(sent.cells.every(({ version, value }) => version === 1 && value === 0)).toBe(true)
  expect((await ask(second.officer, `/returns/${secondId}`)).cells).toMatchObject(
    sent.cells.map(({ value, version }) => ({ value, version })),
  )
  await act(a.standing, secondId, 'accept')
  const one = await read()
  expect(cellOf(one, 'T5', 'done').below).toMatchObject({ value: 10, stated: 2, silent: [] })
  expect(cellOf(one, 'H8', 'done').below).toMatchObject({
    value: 20,
    stated: 1,
    silent: [second.unitId],
  })
})

test('another number than the sum wants its reason; the sum can be taken again', async () => {
  await write(officer, id, [edit(cellOf(await read(), 'H8', 'done'), 25)])
  expect(cellOf(await read(), 'H8', 'done')).toMatchObject({ value: 25, source: null })
  const barred = (await act(officer, id, 'send')).json()
  expect(barred.issues).toMatchObject([{ vi: expect.stringContaining('được 20') }])
  await write(officer, id, [edit(cellOf(await read(), 'H8', 'done'), 20)])
  expect(cellOf(await read(), 'H8', 'done')).toMatchObject({ value: 20, source: 'sum', version: 2 })
  const sent: Return = (await act(officer, id, 'send')).json()
  expect(sent.events.at(-1)?.text).toBe('Tổng hợp từ 2/2 đơn vị cấp dưới.')
  expect(cellOf(sent, 'H10', 'estimate')).toMatchObject({ value: 20, source: 'sum', version: 1 })
  await act(officer, id, 'take_back')
})

test('a correction below is told in the open return above and by the bell, and taken over on request', async () => {
  const correction = { number: '15/BC-UBND', on: '2026-03-10', reason: 'Đảo chữ số' }
  await act(first.officer, firstId, 'correct', correction)
  const open: Return = await ask(first.officer, `/returns/${firstId}`)
  const cells = open.cells.filter(({ columnKey }) => columnKey === 'H8:done')
  await write(
    first.officer,
    firstId,
    cells.map((cell) => edit(cell, 12, { reason: 'Kết nạp thêm' })),
  )
  expect(cellOf(await read(), 'H8', 'done').below?.value).toBe(20)
  await act(first.officer, firstId, 'send')
  await act(a.standing, firstId, 'accept')
  const { items } = await ask(officer, '/notices')
  const told = items.filter((one: { kind: string }) => one.kind === 'return.sums_changed')
  expect(told).toMatchObject([{ subjectId: id, params: { title: above.title } }])
  expect((await ask(b.standing, '/notices')).items).toEqual([])
  const changed = cellOf(await read(), 'H8', 'done')
  expect(changed).toMatchObject({ value: 20, source: 'sum', below: { value: 24 } })
  const barred = (await act(officer, id, 'send')).json()
  expect(barred.issues).toMatchObject([{ vi: expect.stringContaining('nay được 24') }])
  await write(officer, id, [edit(changed, 24)])
  expect((await act(officer, id, 'send')).json()).toMatchObject({ state: 'sent' })
})
