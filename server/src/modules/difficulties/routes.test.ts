import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { systemContext } from '../../platform/jobs-run.ts'
import { difficultiesOf, risingHandler } from './index.ts'
import { aListeningServer } from '../../testing/listening.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const server = await aListeningServer()
const { owner, a, b, clock, entityId, strangerId } = server
const { ask, send, inject, raised, deed, counted, told, topic } = server
const [east, west] = a.communes
await server.begin()
const LAND = topic('Đất đai, trụ sở')
const CREDIT = topic('Vốn, tín dụng')

beforeEach(server.begin)

const ANSWER = { action: 'answer', text: 'Xã đã đưa vào kế hoạch sử dụng đất', paper: '12/UBND-KT' }

describe('a cooperative', () => {
  test('raises it with a topic and words; its commune is told, answers, and the answer is rated', async () => {
    const one = await raised()
    expect(one).toMatchObject({
      entity: { id: entityId },
      unit: { id: east.unitId },
      handler: { id: east.committeeId },
      level: 'commune',
      way: 'own',
      state: 'waiting',
      answerDueOn: '2026-03-24',
      transferUntilOn: '2026-03-17',
      allowed: [],
    })
    expect(await told(east.officer)).toEqual(['difficulty.raised'])
    expect((await ask(east.officer, `/difficulties/${one.id}`)).allowed).toEqual([
      'answer',
      'transfer',
    ])
    const answered = await deed(east.officer, one.id, { ...ANSWER, version: 1 })
    expect(answered.json()).toMatchObject({ state: 'answered', answeredOn: '2026-03-10' })
    expect(await told(a.cooperative)).toEqual(['difficulty.answered'])
    const why = { action: 'rate', isSolved: false, version: 2 }
    expect((await deed(a.cooperative, one.id, why)).json().code).toBe('difficulties.no_reason')
    const again = await deed(a.cooperative, one.id, { ...why, text: 'Chưa rõ thời gian giao đất' })
    expect(again.json()).toMatchObject({ state: 'waiting', allowed: [] })
    await deed(east.officer, one.id, { ...ANSWER, version: 3 })
    const solved = await deed(a.cooperative, one.id, { action: 'rate', isSolved: true, version: 4 })
    expect(solved.json()).toMatchObject({ state: 'solved', allowed: [] })
    expect(solved.json().events.map(({ action }: { action: string }) => action)).toEqual([
      'raise',
      'answer',
      'rate',
      'answer',
      'rate',
    ])
    expect(solved.json().events[1]).toMatchObject({ paper: '12/UBND-KT', text: ANSWER.text })
    expect(await server.events()).toEqual([
      'difficulty.raise',
      'difficulty.answer',
      'difficulty.rate',
      'difficulty.answer',
      'difficulty.rate',
    ])
  })

  test('sends it twice and it is raised once', async () => {
    const body = { topicId: LAND, text: 'Thiếu nước tưới' }
    const key = { 'idempotency-key': 'neu-kho-khan-mot-lan' }
    const both = await Promise.all(
      [1, 2].map(() => send(a.cooperative, '/difficulties', body, 'POST', key)),
    )
    expect(both.filter(({ statusCode }) => statusCode >= 500)).toEqual([])
    await send(a.cooperative, '/difficulties', body, 'POST', key)
    expect(await counted()).toMatchObject({ difficulties: 1, audit_entries: 1 })
  })

  test('sees its own alone', async () => {
    await raised({ unitId: east.unitId, way: 'meeting' }, east.officer)
    const own = await raised()
    const items = async (person: typeof a.officer) =>
      (await ask(person, '/difficulties')).items.map(({ id }: { id: string }) => id)
    expect(await items(a.cooperative)).toEqual([own.id])
    expect(await items(east.officer)).toHaveLength(2)
    expect(await items(west.officer)).toEqual([])
    expect(await items(a.officer)).toHaveLength(2)
    expect(await items(b.standing)).toEqual([])
  })
})

describe('by the rules', () => {
  test('credit goes to the standing agency, or to whom the province names for it', async () => {
    expect(await raised({ topicId: CREDIT })).toMatchObject({
      level: 'department',
      handler: { id: a.standingAgencyId },
    })
    const rule = { unit_id: a.unitId, level: 'department' }
    await owner
      .insertInto('difficulty_rules')
      .values([
        { ...rule, topic_id: CREDIT, agency_id: a.allianceId },
        { ...rule, topic_id: null, agency_id: a.departmentId },
      ])
      .execute()
    const handlerOf = async (topicId: string) => (await raised({ topicId })).handler.id
    expect(await handlerOf(CREDIT)).toBe(a.allianceId)
    expect(await handlerOf(topic('Thuế, kế toán'))).toBe(a.departmentId)
  })

  test('it is passed on within its term, by who has it, to an agency of the area', async () => {
    const one = await raised()
    const pass = { action: 'transfer', reason: 'Thuộc thẩm quyền của Sở', version: 1 }
    const to = { ...pass, agencyId: a.departmentId }
    expect(
      (await deed(east.officer, one.id, { ...pass, agencyId: b.departmentId })).json().code,
    ).toBe('difficulties.strange_agency')
    const passed = (await deed(east.officer, one.id, to)).json()
    expect(passed).toMatchObject({
      handler: { id: a.departmentId },
      level: 'department',
      allowed: [],
    })
    expect(await told(a.officer)).toEqual(['difficulty.transferred'])
    clock.now = new Date('2026-03-18T03:00:00Z')
    const back = { ...pass, agencyId: east.committeeId, version: 2 }
    expect((await deed(a.officer, one.id, back)).json().code).toBe('difficulties.transfer_over')
    expect((await deed(a.officer, one.id, { ...ANSWER, version: 2 })).statusCode).toBe(200)
  })
})

describe('is refused, and nothing is recorded', () => {
  test('to other units, other sides, and who last saw another version', async () => {
    const one = await raised()
    const before = await counted()
    const pass = { action: 'transfer', reason: 'x', agencyId: a.departmentId, version: 1 }
    const refused = [
      await deed(west.officer, one.id, { ...ANSWER, version: 1 }),
      await deed(b.officer, one.id, { ...ANSWER, version: 1 }),
      await deed(b.officer, one.id, pass),
      await deed(b.cooperative, one.id, { action: 'rate', isSolved: true, version: 1 }),
      await deed(a.officer, one.id, { ...ANSWER, version: 1 }),
      await deed(a.officer, one.id, pass),
      await deed(a.cooperative, one.id, { ...ANSWER, version: 1 }),
      await deed(east.officer, one.id, { action: 'rate', isSolved: true, version: 1 }),
      await deed(east.officer, one.id, { ...ANSWER, version: 7 }),
      await deed(a.cooperative, one.id, { action: 'rate', isSolved: true, version: 1 }),
    ]
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([
      404, 404, 404, 404, 403, 403, 403, 403, 409, 422,
    ])
    expect((await ask(b.standing, `/difficulties/${one.id}`)).status).toBe(404)
    expect(await counted()).toEqual(before)
  })

  test('for a place or a cooperative of others, by who raises nothing, of a day to come', async () => {
    const body = { topicId: LAND, text: 'Thiếu kho', unitId: east.unitId }
    const before = await counted()
    const refused = [
      await send(b.officer, '/difficulties', body),
      await send(east.officer, '/difficulties', { ...body, entityId: strangerId }),
      await send(east.officer, '/difficulties', { ...body, unitId: null }),
      await send(east.officer, '/difficulties', { ...body, raisedOn: '2026-03-11' }),
      await send(east.officer, '/difficulties', { ...body, topicId: entityId }),
      await send(a.chair, '/difficulties', body),
    ]
    expect(refused.map((one) => [one.statusCode, one.json().code])).toEqual([
      [422, 'difficulties.no_place'],
      [422, 'difficulties.strange_entity'],
      [422, 'difficulties.no_place'],
      [422, 'difficulties.not_yet'],
      [422, 'difficulties.unknown_topic'],
      [403, 'auth.forbidden'],
    ])
    expect(await counted()).toEqual(before)
  })
})

describe('unanswered past its term', () => {
  const rise = () =>
    risingHandler.run({
      payload: {},
      context: undefined,
      system: systemContext({ jobsDb: server.jobsDb, now: () => clock.now }),
    })

  test('it rises to the standing agency, then to the province, and there it stays late', async () => {
    const { id } = await raised()
    clock.now = new Date('2026-03-24T10:00:00Z')
    expect(await rise()).toEqual({ risen: 0 })
    clock.now = new Date('2026-03-24T22:30:00Z') // 05:30 of the next day in Vietnam
    expect(await rise()).toEqual({ risen: 1 })
    expect(await rise()).toEqual({ risen: 0 })
    expect(await ask(a.standing, `/difficulties/${id}`)).toMatchObject({
      level: 'department',
      handler: { id: a.standingAgencyId },
      risenOn: '2026-03-25',
      isOverdue: true,
      allowed: ['answer', 'transfer'],
    })
    expect(await told(a.standing)).toEqual(['difficulty.risen'])
    expect((await deed(east.officer, id, { ...ANSWER, version: 2 })).statusCode).toBe(403)
    clock.now = new Date('2026-05-20T03:00:00Z')
    await rise()
    clock.now = new Date('2026-09-20T03:00:00Z')
    expect(await rise()).toEqual({ risen: 0 })
    const last = await ask(a.cooperative, `/difficulties/${id}`)
    expect(last).toMatchObject({ handler: { id: a.peopleCommitteeId }, risenOn: '2026-03-25' })
    expect(last.events.map(({ action }: { action: string }) => action)).toEqual([
      'raise',
      'rise',
      'rise',
    ])
    expect(await server.events()).toEqual([
      'difficulty.raise',
      'difficulty.rise',
      'difficulty.rise',
    ])
    expect((await deed(a.chair, id, { ...ANSWER, version: 3 })).json()).toMatchObject({
      state: 'answered',
      isOverdue: false,
    })
  })
})

describe('the board', () => {
  test('counts by commune and topic what one reads, and a report tells it as of the period’s end', async () => {
    const { id } = await raised()
    await raised({ topicId: CREDIT })
    await raised({ unitId: west.unitId, way: 'meeting' }, west.officer)
    await deed(east.officer, id, { ...ANSWER, version: 1 })
    clock.now = new Date('2026-03-25T03:00:00Z')
    const cell = (topicId: string, raisedCount: number, waiting: number, overdue: number) => ({
      topicId,
      raised: raisedCount,
      waiting,
      overdue,
    })
    const { rows } = await ask(a.standing, '/difficulties/board')
    expect(rows).toMatchObject([
      {
        unit: { id: east.unitId },
        cells: expect.arrayContaining([cell(LAND, 1, 0, 0), cell(CREDIT, 1, 1, 1)]),
      },
      { unit: { id: west.unitId }, cells: [cell(LAND, 1, 1, 1)] },
    ])
    expect((await ask(b.standing, '/difficulties/board')).rows).toEqual([])
    expect((await ask(a.standing, `/difficulties/board?unit=${west.unitId}`)).rows).toHaveLength(1)
    const period = { fromOn: '2026-01-01', untilOn: '2026-03-31' }
    const units = [east.unitId, west.unitId]
    const items = await difficultiesOf(owner, units, period)
    const states = (of: string) =>
      items.flatMap(({ unitId, state }) => (unitId === of ? [state] : [])).join(' ')
    expect(states(east.unitId).split(' ')).toEqual(expect.arrayContaining(['answered', 'waiting']))
    expect(states(west.unitId)).toBe('waiting')
    expect(items).toHaveLength(3)
    expect(await difficultiesOf(owner, units, { ...period, untilOn: '2026-03-09' })).toEqual([])
  })
})

describe('the list', () => {
  test('goes on page by page, by topic, place, state and what is late', async () => {
    for (const on of ['2026-03-05', '2026-03-06', '2026-03-09'])
      await raised({ unitId: east.unitId, entityId, way: 'meeting', raisedOn: on }, east.officer)
    await raised({ unitId: west.unitId, topicId: CREDIT }, west.officer)
    const first = await ask(a.standing, '/difficulties?limit=3')
    expect(first.items.map(({ raisedOn }: { raisedOn: string }) => raisedOn)).toEqual([
      '2026-03-10',
      '2026-03-09',
      '2026-03-06',
    ])
    const second = await ask(a.standing, `/difficulties?limit=3&cursor=${first.next}`)
    expect([second.items.length, second.next]).toEqual([1, null])
    const count = async (search: string) =>
      (await ask(a.standing, `/difficulties?${search}`)).items.length
    expect(await count(`topic=${LAND}`)).toBe(3)
    expect(await count(`unit=${west.unitId}`)).toBe(1)
    expect(await count('state=answered')).toBe(0)
    expect(await count('overdue=true')).toBe(0)
    expect(await count('mine=true')).toBe(1)
    clock.now = new Date('2026-03-25T03:00:00Z')
    expect(await count('overdue=true')).toBe(4)
  })

  test('goes out as Excel', async () => {
    await raised()
    const { rawPayload } = await inject(a.cooperative, { url: '/api/difficulties?format=xlsx' })
    expect(JSON.stringify(readSheets(rawPayload).sheets[0])).toContain(
      'Chưa có đất xây dựng trụ sở',
    )
  })
})
