import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { aRound } from '../../testing/returns.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const t = await aRound()
const { a, b, ask, send, owner, counted, officer, leader, read, cellOf, edit, patch, act, fill } = t
const [, second] = a.communes

interface FigureRow {
  code: string
  value: string | null
  weight: string | null
  seq: number
  state: string
  entity: string | null
}
const figures = async () => {
  const { rows } = await sql<FigureRow>`select i.code, f.value, f.weight, f.seq, f.state,
      (select name from entities e where e.id = f.entity_id) as entity
    from figures f join indicators i on i.id = f.indicator_id join breakdowns b on b.id = f.breakdown_id
    where f.unit_id = ${a.communes[0].unitId} and f.is_last and b.parts = '{}'
    order by i.code, entity nulls last`.execute(owner)
  return rows.map(({ value, weight, ...row }) => ({
    ...row,
    value: value && Number(value),
    weight: weight && Number(weight),
  }))
}

test('a round gives everyone asked a return by the decree’s window and tells them', async () => {
  expect(t.round).toMatchObject({
    cutoffOn: '2026-03-14',
    estimateOn: '2026-03-31',
    counts: { asked: 2, open: 2 },
    allowed: ['change', 'remind', 'close', 'accept'],
  })
  expect(t.round.deadlines[0]).toEqual({ level: 'commune', dueOn: '2026-03-16', isDayOff: false })
  const told = await sql<{ username: string }>`select a.username from notices n
    join accounts a on a.id = n.account_id where n.kind = 'return.asked' order by 1`.execute(owner)
  expect(told.rows.map(({ username }) => username)).toEqual([
    'commune',
    'commune2',
    'communeleader',
    'communeleader2',
  ])
  const mine = await ask(officer, '/returns?part=fill')
  expect(mine).toMatchObject({ items: [{ id: t.id, state: 'open' }], counts: { fill: 1 } })
})

test('rows are the cooperatives of the cut-off day and one line of groups, with what the register says', async () => {
  const one = await read()
  const [grid] = one.sections
  if (grid?.kind !== 'grid') throw new Error('the first section is a grid')
  expect(grid.rows.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    'HTX Minh Lợi entity',
    'HTX Minh Phát entity',
    '1 tổ hợp tác groups',
  ])
  const members = cellOf(one, t.otherId, 'H8:done')
  expect(members).toMatchObject({ register: 12, unchanged: { value: 12 }, version: 0 })
  expect(one.cells.filter(({ rowKey }) => rowKey === 'groups')).toHaveLength(3)
  expect(one.allowed).toEqual(['present', 'send', 'invite', 'take_offers'])
})

test('a conflict is a matter of one cell; the others are taken; the same number is answered the same', async () => {
  const one = await read()
  const members = cellOf(one, t.entityId, 'H8:done')
  const workers = cellOf(one, t.entityId, 'H9:done')
  const mine = await patch([edit(members, 41)])
  expect(mine.results).toMatchObject([{ status: 'applied', version: 1 }])
  const theirs = await send(
    leader,
    `/returns/${t.id}/cells`,
    { client: t.otherId, n: 1, edits: [edit(members, 45), edit(workers, 9)] },
    'PATCH',
  )
  expect(theirs.json().results).toMatchObject([
    { status: 'conflict', theirs: { value: 41 } },
    { status: 'applied' },
  ])
  const again = await send(
    leader,
    `/returns/${t.id}/cells`,
    { client: t.otherId, n: 1, edits: [edit(members, 99)] },
    'PATCH',
  )
  expect(again.json()).toMatchObject({ isRepeat: true, results: theirs.json().results })
  const same = await patch([edit(workers, 9)])
  expect(same.results).toMatchObject([{ status: 'applied', version: 1 }])
  expect(cellOf(await read(), t.entityId, 'H8:done').value).toBe(41)
})

test('neither a neighbour nor a stranger reads, fills or acts, and nothing is recorded', async () => {
  const before = await counted('return_cells')
  const one = await read()
  const body = { client: t.otherId, n: 7, edits: [edit(cellOf(one, t.entityId, 'H9:done'), 3)] }
  for (const person of [second.officer, b.standing, b.communes[0].officer, a.cooperative]) {
    expect((await ask(person, `/returns/${t.id}`)).status).toBe(404)
    const filled = await send(person, `/returns/${t.id}/cells`, body, 'PATCH')
    expect(filled.statusCode).toBe(404)
    const sent = await send(person, `/returns/${t.id}/deeds`, { action: 'send', version: 1 })
    expect(sent.statusCode).toBe(404)
  }
  const byReceiver = await send(a.standing, `/returns/${t.id}/cells`, body, 'PATCH')
  expect(byReceiver.statusCode).toBe(403)
  expect(
    (await ask(a.standing, `/returns/${t.id}`)).cells.every(
      (c: { version: number }) => c.version === 0,
    ),
  ).toBe(true)
  expect(await counted('return_cells')).toEqual(before)
})

test('blanks, wrong numbers and warnings without a reason bar sending, each at its place', async () => {
  const early = await act(officer, 'send')
  expect(early.json()).toMatchObject({ status: 422, code: 'returns.not_clean' })
  expect((await fill()).results.every(({ status }) => status !== 'refused')).toBe(true)
  const one = await read()
  const done = cellOf(one, t.entityId, 'H10:done')
  await patch([edit(done, 1320), edit(cellOf(one, t.entityId, 'H10:estimate'), 1265)])
  const wrong = await act(officer, 'send')
  expect(wrong.json().issues).toMatchObject([
    { vi: expect.stringContaining('HTX Minh Phát: Ước đến cuối kỳ là 1.265, đã có 1.320') },
  ])
  await patch([edit(cellOf(await read(), t.entityId, 'H10:estimate'), 1400)])
})

test('the unit sends, the receiver returns with remarks at cells, the unit answers and it is accepted', async () => {
  const sent = await act(officer, 'send')
  expect(sent.json()).toMatchObject({ state: 'sent', checkState: 'waiting', mayEdit: false })
  const late = await patch([edit(cellOf(await read(), t.entityId, 'H9:done'), 11)])
  expect(late).toMatchObject({ status: 409, code: 'returns.locked' })
  expect((await act(officer, 'accept')).statusCode).toBe(403)
  const cell = cellOf(await read(), t.entityId, 'H9:done')
  const { row, indicatorId, breakdownId } = cell
  const remark = { cell: { row, indicatorId, breakdownId }, text: 'Kỳ trước 14, xem lại' }
  const checked = await act(a.otherOfficer, 'check', { remarks: [remark] })
  expect(checked.json()).toMatchObject({ checkState: 'remarked', state: 'sent' })
  const returned = await act(a.standing, 'return', { remarks: [remark] })
  expect(returned.json()).toMatchObject({ state: 'returned', remarks: [{}, { line: 'receiver' }] })
  const mine = await ask(officer, '/returns?part=fill')
  expect(mine.items).toMatchObject([{ id: t.id, state: 'returned' }])
  const fixed = await patch([
    edit(cellOf(await read(), t.entityId, 'H9:done'), 14),
    edit(cellOf(await read(), t.entityId, 'H12:done'), 6.5),
  ])
  expect(fixed.results).toMatchObject([{ status: 'applied' }, { status: 'applied' }])
  expect((await read()).remarks.every(({ isAnswered }) => isAnswered)).toBe(true)
  expect((await act(officer, 'send')).json().state).toBe('sent')
  const accepted = await act(a.standing, 'accept')
  expect(accepted.json()).toMatchObject({ state: 'accepted', allowed: [] })
  expect(await figures()).toEqual([
    { code: 'H10', entity: 'HTX Minh Lợi', value: 10, weight: null, seq: 1, state: 'checked' },
    { code: 'H10', entity: 'HTX Minh Phát', value: 1320, weight: null, seq: 1, state: 'checked' },
    { code: 'H12', entity: 'HTX Minh Phát', value: 91, weight: 14, seq: 1, state: 'checked' },
    { code: 'H8', entity: 'HTX Minh Lợi', value: 10, weight: null, seq: 1, state: 'checked' },
    { code: 'H8', entity: 'HTX Minh Phát', value: 10, weight: null, seq: 1, state: 'checked' },
    { code: 'H9', entity: 'HTX Minh Lợi', value: 10, weight: null, seq: 1, state: 'checked' },
    { code: 'H9', entity: 'HTX Minh Phát', value: 14, weight: null, seq: 1, state: 'checked' },
    { code: 'T4', entity: null, value: 10, weight: null, seq: 1, state: 'checked' },
    { code: 'T5', entity: null, value: 10, weight: null, seq: 1, state: 'checked' },
  ])
})

test('a correction goes the same way, flows up as new versions, and shows the old value', async () => {
  const correction = { number: '15/BC-UBND', on: '2026-03-10', reason: 'Đảo chữ số' }
  const opened = await act(officer, 'correct', correction)
  expect(opened.json()).toMatchObject({ state: 'open', isCorrection: true, correction })
  await patch([edit(cellOf(await read(), t.entityId, 'H8:done'), 64)])
  expect(cellOf(await read(), t.entityId, 'H8:done')).toMatchObject({
    value: 64,
    accepted: { value: 10 },
  })
  expect(
    (await figures()).find(({ code, entity }) => code === 'H8' && entity === 'HTX Minh Phát'),
  ).toMatchObject({ value: 10 })
  const dropped = await act(officer, 'drop_correction')
  expect(dropped.json()).toMatchObject({ state: 'accepted', correction: null })
  expect(cellOf(await read(), t.entityId, 'H8:done').value).toBe(10)
  await act(officer, 'correct', correction)
  const was = cellOf(await read(), t.entityId, 'H8:done')
  await patch([edit(was, 16, { reason: 'Kết nạp 6 thành viên' })])
  await act(officer, 'send')
  expect((await act(a.standing, 'accept')).json().state).toBe('accepted')
  expect(cellOf(await read(), t.entityId, 'H8:done').corrected).toMatchObject({
    value: 10,
    number: '15/BC-UBND',
  })
  const now = await figures()
  expect(now.filter(({ seq }) => seq > 1)).toMatchObject([
    { code: 'H8', entity: 'HTX Minh Phát', value: 16, seq: 2 },
  ])
  const { rows } = await sql<{ source: object }>`select source from figures
    where entity_id = ${t.entityId} and seq = 2`.execute(owner)
  expect(rows[0]?.source).toMatchObject({
    from: 'return',
    returnId: t.id,
    correction: { number: '15/BC-UBND', old: 10 },
  })
  const stale = await sql`select from stale_sums where unit_id = ${a.communes[0].unitId}`.execute(
    owner,
  )
  expect(stale.rows.length).toBeGreaterThan(0)
})

test('where the leader approves, nothing leaves without', async () => {
  await sql`update agency_versions set needs_approval = true
    where agency_id = ${second.committeeId}`.execute(owner)
  const at = `/returns/${t.secondId}`
  const version = async () => (await ask(second.officer, at)).version
  const deed = async (person: typeof officer, action: string, more: object = {}) =>
    send(person, `${at}/deeds`, { action, version: await version(), ...more })
  expect((await ask(second.officer, at)).allowed).toContain('present')
  expect((await ask(second.officer, at)).allowed).not.toContain('send')
  const one = await ask(second.officer, at)
  const edits = one.cells.map((cell: Parameters<typeof edit>[0]) => edit(cell, 'none'))
  const texts = [{ key: 'kho_khan.chinh', seen: 0, text: 'Không' }]
  await send(second.officer, `${at}/cells`, { client: t.client, n: 1, edits, texts }, 'PATCH')
  expect((await deed(second.officer, 'send')).statusCode).toBe(422)
  expect((await deed(second.officer, 'present')).json()).toMatchObject({ state: 'with_leader' })
  expect((await ask(second.leader, '/returns?part=approve')).counts.approve).toBe(1)
  const remarks = [{ cell: null, text: 'Xem lại cột doanh thu' }]
  expect((await deed(second.leader, 'give_back', { remarks })).json().state).toBe('open')
  expect((await ask(a.standing, at)).remarks).toEqual([])
  await deed(second.officer, 'present')
  expect((await deed(second.leader, 'send')).json()).toMatchObject({ state: 'sent' })
  const stale = await send(second.officer, `${at}/deeds`, { action: 'take_back', version: 1 })
  expect(stale.json()).toMatchObject({ status: 409, code: 'returns.changed' })
  expect((await deed(second.officer, 'take_back')).json()).toMatchObject({ state: 'open' })
})
