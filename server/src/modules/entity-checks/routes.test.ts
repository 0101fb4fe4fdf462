import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { aServerWithEntities } from '../../testing/entities.ts'
import type { TestPerson } from '../../testing/organisation.ts'

const server = await aServerWithEntities()
const { owner, a, b, entityId, strangerId, send, ask, made, on } = server
const [commune] = a.communes
const neighbourId = await server.anEntity(commune.unitId, null, 'HTX Minh Tân')

beforeEach(async () => {
  on('2026-03-10')
  await sql`truncate entity_checks, entity_check_limits, audit_entries cascade`.execute(owner)
})

const aPlan = (more: object = {}) => ({
  items: [{ id: newId(), entityId }],
  kind: 'inspection',
  subject: 'Chấp hành Luật Hợp tác xã',
  plannedOn: '2026-05-12',
  ...more,
})
const planned = async (by: TestPerson = a.officer, more: object = {}) =>
  (await made(by, '/entity-checks', aPlan(more))).items[0]
const deed = (by: TestPerson, id: string, body: object) =>
  send(by, `/entity-checks/${id}/deeds`, body)
const counted = () => server.countedIn('entity_checks', 'entity_check_events', 'audit_entries')

const RECORD = {
  action: 'record',
  on: '2026-05-13',
  members: 'Trưởng đoàn: Phó trưởng phòng; 2 chuyên viên',
  findings: 'Chưa công khai báo cáo tài chính năm 2025',
  version: 1,
}

/** As far as the conclusion, on 20/05/2026. */
async function concluded() {
  const { id } = await planned()
  on('2026-05-20')
  await made(a.officer, `/entity-checks/${id}/deeds`, RECORD)
  return made(a.officer, `/entity-checks/${id}/deeds`, {
    action: 'conclude',
    on: '2026-05-20',
    paper: '12/KL-SNNMT',
    text: 'Công khai báo cáo tài chính trước ngày 30/6/2026',
    version: 2,
  })
}

describe('the plan of a year', () => {
  test('shows a cooperative that two agencies inspect, to both', async () => {
    const first = await planned()
    expect(first).toMatchObject({ state: 'planned', overlaps: [], isTooOften: false })
    const second = await planned(commune.officer, { plannedOn: '2026-09-01' })
    expect(second).toMatchObject({
      isTooOften: true,
      overlaps: [{ id: first.id, plannedOn: '2026-05-12', isOtherAgency: true }],
    })
    expect((await ask(a.officer, `/entity-checks/${first.id}`)).isTooOften).toBe(true)
    const board = await ask(a.standing, '/entity-checks/board?year=2026')
    expect(board).toMatchObject({ overlapping: 1, mayLimit: true })
    expect(board.rows).toMatchObject([
      { planned: 1, held: 0, tooOften: 1 },
      { planned: 1, held: 0, tooOften: 1 },
    ])
    const some = await ask(a.standing, '/entity-checks?overlapping=true')
    expect(some.items).toHaveLength(2)
    await made(a.officer, `/entity-checks/${first.id}/deeds`, {
      action: 'cancel',
      reason: 'Xã đã kiểm tra cùng nội dung',
      version: 1,
    })
    expect((await ask(a.officer, `/entity-checks/${second.id}`)).overlaps).toEqual([])
  })

  test('counts the same agency alone by a limit of the province, and another year not at all', async () => {
    await planned()
    await planned(a.officer, { plannedOn: '2027-01-05' })
    const twice = await planned(a.officer, { plannedOn: '2026-10-01' })
    expect(twice).toMatchObject({ isTooOften: false, overlaps: [{ isOtherAgency: false }] })
    const limit = { unitId: a.unitId, mostAYear: 1, legalBasis: null, version: 0 }
    const set = (by: TestPerson) =>
      server.inject(by, { method: 'PUT', url: '/api/entity-checks/limits', payload: limit })
    expect((await set(a.officer)).statusCode).toBe(403)
    expect((await set(b.standing)).statusCode).toBe(404)
    expect((await set(a.standing)).json().items).toMatchObject([{ mostAYear: 1, version: 1 }])
    expect((await set(a.standing)).statusCode).toBe(409)
    for (const reader of [a.officer, a.communes[0].officer])
      expect((await ask(reader, `/entity-checks/${twice.id}`)).isTooOften).toBe(true)
  })

  test('takes many at once, and the same once', async () => {
    const items = [entityId, neighbourId].map((one) => ({ id: newId(), entityId: one }))
    const body = aPlan({ items })
    expect((await made(a.officer, '/entity-checks', body)).items).toHaveLength(2)
    const before = await counted()
    expect((await made(a.officer, '/entity-checks', body)).items).toHaveLength(2)
    expect(await counted()).toEqual(before)
    const other = await send(a.officer, '/entity-checks', { ...body, subject: 'Khác' })
    expect(other.json().code).toBe('checks.used_id')
  })

  test.each([
    ['of another province', { items: [{ id: newId(), entityId: strangerId }] }, 404],
    ['named twice', { items: [1, 2].map(() => ({ id: newId(), entityId })) }, 422],
    ['on a day that is over', { plannedOn: '2026-03-09' }, 422],
    ['with a state secret', { subject: 'Kiểm tra theo văn bản MẬT số 01/CT, độ mật: MẬT' }, 422],
  ])('refuses one %s and keeps nothing', async (_, more, status) => {
    const before = await counted()
    expect((await send(a.officer, '/entity-checks', aPlan(more))).statusCode).toBe(status)
    expect(await counted()).toEqual(before)
  })
})

describe('an inspection', () => {
  test('is recorded, concluded and closed; another agency makes no task of it', async () => {
    const { id } = await concluded()
    const refused = await send(a.standing, '/tasks', {
      issuerId: a.committeeId,
      title: 'Khắc phục',
      leadIds: [commune.committeeId],
      checkId: id,
    })
    expect(refused.statusCode).toBe(403)
    const page = await made(a.officer, `/entity-checks/${id}/deeds`, {
      action: 'close',
      on: '2026-05-20',
      text: 'Đã công khai ngày 20/5/2026',
      version: 3,
    })
    expect(page.state).toBe('closed')
    expect(page.events.map(({ action }: { action: string }) => action)).toEqual([
      'plan',
      'record',
      'conclude',
      'close',
    ])
    expect(page.allowed).toEqual([])
  })

  test('has its remedies as tasks of the agency that inspects', async () => {
    const { items } = await made(a.standing, '/entity-checks', aPlan())
    const [{ id }] = items
    on('2026-05-20')
    await made(a.standing, `/entity-checks/${id}/deeds`, RECORD)
    const body = {
      issuerId: a.committeeId,
      title: 'Hướng dẫn HTX công khai tài chính',
      leadIds: [commune.committeeId],
      checkId: id,
    }
    const before = await server.countedIn('tasks', 'entity_check_events')
    await made(a.standing, '/tasks', body)
    expect((await ask(a.standing, `/entity-checks/${id}`)).events.at(-1)).toMatchObject({
      action: 'assign',
      task: { title: 'Hướng dẫn HTX công khai tài chính', status: 'drafted' },
    })
    const after = await server.countedIn('tasks', 'entity_check_events')
    expect(after.tasks).toBe((before.tasks ?? 0) + 1)
  })

  test('lets the cooperative read its own, the findings once they are concluded', async () => {
    const { id } = await planned()
    await planned(a.officer, { items: [{ id: newId(), entityId: neighbourId }] })
    on('2026-05-20')
    await made(a.officer, `/entity-checks/${id}/deeds`, RECORD)
    const seen = await ask(a.cooperative, '/entity-checks')
    expect(seen.items.map((one: { id: string }) => one.id)).toEqual([id])
    const own = await ask(a.cooperative, `/entity-checks/${id}`)
    expect(own.events.map(({ action }: { action: string }) => action)).toEqual(['plan'])
    expect(JSON.stringify(own)).not.toContain('Chưa công khai')
    await made(a.officer, `/entity-checks/${id}/deeds`, {
      action: 'conclude',
      on: '2026-05-20',
      paper: '12/KL-SNNMT',
      text: 'Công khai báo cáo tài chính',
      version: 2,
    })
    const told = await ask(a.cooperative, `/entity-checks/${id}`)
    expect(told.events.at(-1)).toMatchObject({ paper: '12/KL-SNNMT' })
    expect(told.allowed).toEqual([])
  })

  test.each([
    ['before it was made', { ...RECORD, on: '2026-05-21' }, 'checks.not_yet'],
    ['by a stale version', { ...RECORD, version: 7 }, 'checks.changed'],
    [
      'concluded before it is recorded',
      { action: 'conclude', on: '2026-05-20', paper: '1/KL', text: 'x', version: 1 },
      'checks.wrong_state',
    ],
    [
      'moved into the past',
      { action: 'move', on: '2026-05-01', reason: 'Bận', version: 1 },
      'checks.past',
    ],
  ])('is not %s', async (_, body, code) => {
    const { id } = await planned()
    on('2026-05-20')
    const before = await counted()
    expect((await deed(a.officer, id, body)).json().code).toBe(code)
    expect(await counted()).toEqual(before)
  })

  test('is nobody else’s to write, and nothing is recorded', async () => {
    const { id } = await planned()
    on('2026-05-20')
    const before = await counted()
    for (const [who, status] of [
      [commune.officer, 403],
      [a.standing, 403],
      [a.cooperative, 403],
      [b.officer, 404],
      [b.standing, 404],
    ] as const)
      expect((await deed(who, id, RECORD)).statusCode).toBe(status)
    expect((await send(a.cooperative, '/entity-checks', aPlan())).statusCode).toBe(403)
    expect(await counted()).toEqual(before)
  })

  test('is handed out as Excel', async () => {
    await planned()
    const sheet = await server.inject(a.officer, { url: '/api/entity-checks?format=xlsx' })
    expect(sheet.statusCode).toBe(200)
    expect(sheet.headers['content-type']).toContain('spreadsheet')
  })
})
