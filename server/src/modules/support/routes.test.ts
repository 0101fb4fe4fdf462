import { randomUUIDv7 as newId } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { aSupportServer } from '../../testing/support.ts'
import { afterBecause, byPriority } from './ranking.ts'
import { trancheHandler } from './telling.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const server = await aSupportServer()
const { a, b, ask, send, made, on, entityId } = server
const [east, west] = a.communes
let callId = ''
let programmeId = ''

beforeEach(async () => {
  ;({ callId, programmeId } = await server.begin())
})

const wish = (more: object = {}) => ({
  id: newId(),
  callId,
  title: 'Mua máy sấy',
  asked: 300_000_000,
  ownCapital: 100_000_000,
  checks: [{ name: 'Đơn đề nghị', fileId: null }],
  ...more,
})
const opinion = (more: object = {}) => ({
  isFor: true,
  amount: 250_000_000,
  text: 'Khả thi',
  version: 0,
  ...more,
})
const approval = (more: object = {}) => ({
  action: 'approve',
  amount: 250_000_000,
  paper: '15/QĐ-STC',
  on: '2026-03-10',
  reason: 'Chưa có số liệu năm trước, HTX mới kê khai',
  version: 1,
  ...more,
})
const at = (id: string, more = '') => `/support-applications/${id}${more}`
const applied = async (more: object = {}) =>
  (await made(a.cooperative, '/support-applications', wish(more))).id
const codes = (answers: readonly { statusCode: number; json: () => { code: string } }[]) =>
  answers.map((one) => [one.statusCode, one.json().code])

describe('an application', () => {
  test('goes from the call through appraisal by two agencies, decision and tranches to what came of it', async () => {
    const own = await ask(a.cooperative, '/support-entities/own')
    expect(own).toMatchObject({ entity: { id: entityId }, mayApply: true, received: [] })
    expect(own.open[0].explained.conditions[0].vi).toContain('cần từ 30 người trở lên')
    const id = await applied()
    const both = await Promise.all([
      send(a.standing, at(id, '/opinions'), opinion()),
      send(a.officer, at(id, '/opinions'), opinion({ amount: 200_000_000 })),
    ])
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    const seen = await ask(a.standing, at(id))
    expect(seen.opinions).toHaveLength(2)
    expect(seen.allowed).toEqual(['approve', 'return', 'refuse'])
    expect((await ask(a.cooperative, at(id))).opinions).toEqual([])
    const paper = await server.inject(a.standing, { url: `/api${at(id, '/decision')}` })
    expect([paper.statusCode, paper.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    const deed = (body: object) => send(a.standing, at(id, '/deeds'), body)
    expect(codes([await deed(approval({ reason: null }))])).toEqual([[422, 'support.needs_reason']])
    expect((await deed(approval())).json()).toMatchObject({ state: 'approved', version: 2 })
    await deed({ action: 'contract', paper: '02/HĐ', on: '2026-03-10', version: 2 })
    const tranche = { action: 'disburse', amount: 150_000_000, on: '2026-03-10' }
    const first = { ...tranche, id: newId(), version: 3 }
    const lent = await deed(first)
    expect((await deed(first)).json()).toEqual(lent.json())
    const above = await deed({ ...tranche, id: newId(), version: 4 })
    expect(above.json()).toMatchObject({
      code: 'support.above_approved',
      detail: expect.stringContaining('100.000.000 đồng'),
    })
    await deed({ ...tranche, id: newId(), amount: 100_000_000, version: 4 })
    const results = [{ code: 'machines', value: 2 }]
    const done = { action: 'accept', on: '2026-03-10', text: 'Máy đã chạy', version: 5, results }
    const odd = await deed({ ...done, results: [{ code: 'stars', value: 5 }] })
    expect(odd.json().code).toBe('support.wrong_result')
    expect((await deed(done)).json()).toMatchObject({
      state: 'accepted',
      disbursed: 250_000_000,
      results,
      allowed: [],
    })
    const { received } = await ask(a.cooperative, '/support-entities/own')
    expect(received).toMatchObject([{ id, state: 'accepted' }])
  })

  test('is given back, completed, decided, its next tranche due; each is told once to whom it concerns', async () => {
    const id = await applied()
    const deed = (who: typeof a.officer, body: object) => send(who, at(id, '/deeds'), body)
    const back = { action: 'return', reason: 'Thiếu nghị quyết', version: 1 }
    expect((await deed(a.standing, back)).json()).toMatchObject({ state: 'returned' })
    const checks = [{ name: 'Nghị quyết', fileId: null }]
    const more = { action: 'complete', reason: 'Đã bổ sung', checks, version: 2 }
    expect((await deed(a.standing, more)).statusCode).toBe(403)
    expect((await deed(a.cooperative, more)).json()).toMatchObject({
      state: 'submitted',
      checks: [{ name: 'Đơn đề nghị' }, { name: 'Nghị quyết' }],
    })
    await send(a.officer, at(id, '/opinions'), opinion())
    await deed(a.standing, approval({ version: 3 }))
    const contract = { action: 'contract', paper: '1/HĐ', on: '2026-03-10', version: 4 }
    await deed(a.standing, { ...contract, nextDueOn: '2026-03-12' })
    for (const _run of [1, 2]) await server.runJob(trancheHandler)
    const told = async (person: typeof a.officer) =>
      (await server.told(person)).map((kind) => kind.replace('support.', '')).toSorted()
    expect(await told(a.cooperative)).toEqual(['approved', 'returned'])
    expect(await told(a.standing)).toEqual(['applied', 'completed', 'tranche_due'])
    expect(await told(a.officer)).toEqual(['applied'])
    expect(await told(b.standing)).toEqual([])
  })

  test('overlaps with what the same cooperative was granted within a year', async () => {
    const id = await applied()
    await send(a.standing, at(id, '/opinions'), opinion())
    await send(a.standing, at(id, '/deeds'), approval())
    const next = await made(a.standing, '/support-calls', server.aCall(programmeId))
    const other = await applied({
      callId: next.calls.find((one: { id: string }) => one.id !== callId).id,
    })
    expect((await ask(a.standing, at(other))).overlaps).toMatchObject([
      { id, approved: 250_000_000 },
    ])
  })

  test('is one however often it is sent, and one in a call', async () => {
    const body = wish()
    await Promise.all([1, 2].map(() => send(a.cooperative, '/support-applications', body)))
    expect((await send(a.cooperative, '/support-applications', body)).statusCode).toBe(201)
    expect(codes([await send(a.cooperative, '/support-applications', wish())])).toEqual([
      [409, 'support.applied_before'],
    ])
    expect(await server.counted()).toMatchObject({ applications: 1, events: 1 })
  })

  test('is ranked by its programme’s priority', async () => {
    await applied()
    const ranked = await ask(a.standing, `/support-calls/${callId}/ranking`)
    expect(ranked).toMatchObject({ measures: [{ code: 'members' }], rows: [{ place: 1 }] })
    await made(a.standing, '/support-applications', wish({ entityId: server.neighbourId }))
    const both = await ask(a.officer, `/support-calls/${callId}/ranking`)
    expect(both.rows).toMatchObject([
      { after: null, sum: 300_000_000 },
      { after: 'day', sum: 600_000_000, isWithinBudget: true },
    ])
    for (const other of [a.cooperative, east.officer])
      expect((await ask(other, `/support-calls/${callId}/ranking`)).status).toBe(403)
    const one = (outcome: 'met' | 'unknown', ...values: (number | null)[]) => ({
      item: { outcome },
      values,
    })
    const sorted = [one('unknown', 90), one('met', null), one('met', 40, 1), one('met', 40, 8)]
    expect(sorted.toSorted(byPriority).map(({ values }) => values)).toEqual([
      [40, 8],
      [40, 1],
      [null],
      [90],
    ])
    const codes = ['members', 'H8_disabled']
    expect(
      [one('met', 40, 8), one('met', 40, 1), one('met', 40, 1), one('unknown', 9)].map(
        (row, at, all) => {
          const above = all[at - 1]
          return above ? afterBecause(above, row, codes) : null
        },
      ),
    ).toEqual([null, 'H8_disabled', 'day', 'outcome'])
  })
})

describe('is refused, and nothing is recorded', () => {
  test('after the close, before the opening, above the maximum', async () => {
    const before = await server.counted()
    const over = await send(a.cooperative, '/support-applications', wish({ asked: 500_000_001 }))
    on('2026-04-01')
    const late = await send(a.cooperative, '/support-applications', wish())
    on('2026-02-27')
    const early = await send(a.cooperative, '/support-applications', wish())
    expect(codes([over, late, early])).toEqual([
      [422, 'support.above_most'],
      [422, 'support.closed'],
      [422, 'support.not_open'],
    ])
    expect(late.json().detail).toContain('31/03/2026')
    expect(await server.counted()).toEqual(before)
  })

  test('of two people of one agency the second, by the name of the first', async () => {
    const id = await applied()
    const [one, other] = await Promise.all([
      send(a.officer, at(id, '/opinions'), opinion()),
      send(a.leader, at(id, '/opinions'), opinion({ text: 'Không cần' })),
    ])
    expect(one.statusCode + other.statusCode).toBe(200 + 409)
    expect([one, other].find(({ statusCode }) => statusCode === 409)?.json().code).toBe(
      'support.said_before',
    )
    const [kept] = (await ask(a.officer, at(id))).opinions
    const again = opinion({ text: 'Sửa lại', version: kept.version })
    expect((await send(a.leader, at(id, '/opinions'), again)).statusCode).toBe(200)
  })

  test('to other units, other sides, in a wrong state, and who last saw another version', async () => {
    const id = await applied()
    const before = await server.counted()
    const deeds = at(id, '/deeds')
    const refused = [
      await send(b.standing, deeds, approval()),
      await send(west.officer, deeds, approval()),
      await send(b.cooperative, deeds, { action: 'withdraw', version: 1 }),
      await send(b.officer, at(id, '/opinions'), opinion()),
      await send(east.officer, at(id, '/opinions'), opinion()),
      await send(east.officer, deeds, approval()),
      await send(a.cooperative, deeds, approval()),
      await send(a.officer, deeds, approval()),
      await send(a.standing, deeds, { action: 'withdraw', version: 1 }),
      await send(a.standing, deeds, approval({ version: 9 })),
      await send(a.standing, deeds, approval()),
      await send(a.standing, deeds, { action: 'accept', on: '2026-03-10', text: 'x', version: 1 }),
      await send(b.cooperative, '/support-applications', wish()),
      await send(a.standing, '/support-applications', wish({ entityId: server.strangerId })),
      await send(b.standing, '/support-calls', server.aCall(programmeId)),
      await send(
        a.standing,
        '/support-programmes',
        server.aProgramme({ rule: [{ by: 'is', code: 'nothing', value: true }] }),
      ),
    ]
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([
      404, 404, 404, 404, 403, 403, 403, 403, 403, 409, 422, 422, 404, 422, 404, 422,
    ])
    expect(await server.counted()).toEqual(before)
  })
})

describe('the list', () => {
  test('shows a cooperative its own alone, an authority those of its area; it goes out as Excel', async () => {
    const id = await applied()
    await made(a.standing, '/support-applications', wish({ entityId: server.neighbourId }))
    const items = async (person: typeof a.officer) =>
      (await ask(person, '/support-applications')).items.length
    expect(await items(a.cooperative)).toBe(1)
    expect(await items(a.standing)).toBe(2)
    expect(await items(east.officer)).toBe(2)
    expect(await items(west.officer)).toBe(0)
    expect(await items(b.standing)).toBe(0)
    expect((await ask(a.cooperative, `/support-entities/${server.neighbourId}`)).code).toBe(
      'support.no_applicant',
    )
    expect((await ask(b.standing, at(id))).code).toBe('support.not_found')
    const { rawPayload } = await server.inject(a.standing, {
      url: '/api/support-applications?format=xlsx',
    })
    expect(JSON.stringify(readSheets(rawPayload).sheets[0])).toContain('Mua máy sấy')
  })
})
