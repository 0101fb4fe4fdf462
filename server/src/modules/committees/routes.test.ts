import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { aServer } from './server-for-test.ts'

vi.setConfig({ testTimeout: 30_000 })
const { owner, a, b, ask, send, textOf, events, forget } = await aServer()
const [east, west] = a.communes
const url = `/committees/${a.committeeId}`

const entityId = randomUUID()
await owner
  .insertInto('entities')
  .values({ id: entityId, kind: 'cooperative', name: 'HTX Minh Phát', from_on: '2020-01-01' })
  .execute()
await owner
  .insertInto('entity_places')
  .values({ entity_id: entityId, from_on: '2020-01-01', unit_id: east.unitId })
  .execute()

const seatId = randomUUID()
const chairSeatId = randomUUID()
const member = (id: string, office: string, part: string, agency: string) => ({
  id,
  committee_id: a.committeeId,
  name: '',
  office,
  part,
  agency_id: agency,
  from_on: '2020-01-01',
})
await owner
  .insertInto('committee_members')
  .values([
    member(seatId, 'Giám đốc Sở NN&MT', 'member', a.departmentId),
    member(chairSeatId, 'Phó Chủ tịch UBND tỉnh', 'head', a.peopleCommitteeId),
  ])
  .execute()

beforeEach(async () => {
  await forget()
  await sql`truncate duty_meetings, duties, inspection_remedies, inspections cascade`.execute(owner)
})

const version = async () => (await ask(a.standing, url)).version
const assign = async (person = a.standing, more = {}) =>
  send(
    person,
    `${url}/seats/${seatId}/duties`,
    {
      version: await version(),
      fromOn: '2026-01-01',
      unitIds: [east.unitId, west.unitId],
      entityIds: [entityId],
      ...more,
    },
    'PUT',
  )
const PLAN = {
  seatId,
  unitId: east.unitId,
  entityId: null,
  subject: 'Kiểm tra việc thực hiện Luật Hợp tác xã',
  plannedOn: '2026-03-20',
  place: null,
}
const RECORD = {
  madeOn: '2026-03-09',
  place: 'Trụ sở UBND xã',
  present: 'Lãnh đạo UBND xã\nGiám đốc HTX Minh Phát',
  findings: 'Chưa mở đủ sổ kế toán.',
  nextOn: '2026-06-15',
}

describe('who is in charge', () => {
  test('of communes and a cooperative is said from a day on, and read as of each day', async () => {
    const first = await assign()
    expect(first.json()).toMatchObject({ readsInspections: true, allowed: ['assign', 'inspect'] })
    const later = { fromOn: '2026-03-01', unitIds: [west.unitId], entityIds: [] }
    expect((await assign(a.chair, later)).statusCode).toBe(200)
    const on = async (day: string) => {
      const { seats, allowed } = await ask(a.standing, `${url}/work?asOf=${day}`)
      const own = seats.find((seat: { seatId: string }) => seat.seatId === seatId)
      expect(allowed).toEqual([])
      return own.duties.length
    }
    expect([await on('2025-12-31'), await on('2026-02-28'), await on('2026-03-01')]).toEqual([
      0, 3, 1,
    ])
    expect(await events()).toEqual(['committee.assign', 'committee.assign'])
  })

  test.each([
    ['another agency of the province', a.otherOfficer],
    ['the standing officer of another province', b.standing],
    ['a commune', east.officer],
  ])('is not said by %s, and nothing is recorded', async (_, person) => {
    expect((await assign(person)).json()).toMatchObject({ code: 'auth.forbidden' })
    expect(await events()).toEqual([])
  })

  test('is refused to who saw less, outside the seat, and for places elsewhere', async () => {
    const stale = await assign(a.standing, { version: 0 })
    expect(stale.json()).toMatchObject({ status: 409, code: 'committees.changed' })
    const early = await assign(a.standing, { fromOn: '2019-01-01' })
    expect(early.json()).toMatchObject({ status: 422, code: 'duties.outside' })
    const elsewhere = await assign(a.standing, { unitIds: [b.communes[0].unitId] })
    expect(elsewhere.json()).toMatchObject({ code: 'duties.unknown_place' })
    expect(await events()).toEqual([])
  })

  test('ends with the seat', async () => {
    await assign()
    const [held] = (await ask(a.standing, url)).membersOn.filter(
      (one: { seatId: string }) => one.seatId === seatId,
    )
    const decision = {
      version: await version(),
      decision: '20/QĐ-UBND',
      decidedOn: '2026-03-09',
      fromOn: '2026-03-10',
      standingAgencyId: a.standingAgencyId,
      leaving: [held.id],
      joining: [],
    }
    expect((await send(a.standing, `${url}/decisions`, decision)).statusCode).toBe(200)
    const last = await owner.selectFrom('duties').select('until_on').distinct().execute()
    expect(last).toEqual([{ until_on: '2026-03-09' }])
    await sql`update committee_members set until_on = '9999-12-31' where id = ${seatId}`.execute(
      owner,
    )
  })

  test('a meeting with the cooperative is noted by the member’s agency, and met is met', async () => {
    await assign()
    const list = await ask(a.leader, `${url}/seats/${seatId}/worklist`)
    expect(list).toMatchObject({ allowed: ['inspect', 'meet'], areas: [{}, {}] })
    const [{ duty }] = list.entities
    const meeting = { metOn: '2026-02-20', place: null, note: 'HTX đề nghị vay vốn mua máy sấy.' }
    const stranger = await send(b.standing, `/duties/${duty.id}/meetings`, meeting)
    expect(stranger.statusCode).toBe(404)
    const commune = await send(east.officer, `/duties/${duty.id}/meetings`, meeting)
    expect(commune.json()).toMatchObject({ code: 'auth.forbidden' })
    expect(await events()).toEqual(['committee.assign'])
    const early = { ...meeting, metOn: '2026-03-11' }
    expect((await send(a.leader, `/duties/${duty.id}/meetings`, early)).statusCode).toBe(422)
    expect((await send(a.leader, `/duties/${duty.id}/meetings`, meeting)).statusCode).toBe(201)
    const after = await ask(a.standing, `${url}/seats/${seatId}/worklist`)
    expect(after.entities[0]).toMatchObject({
      place: 'xã Minh An Đông',
      lastOn: '2026-02-20',
      quarters: [{ quarter: '2026-Q1', isMet: true }, { isMet: null }, {}, {}],
    })
    expect((await ask(b.standing, `${url}/seats/${seatId}/worklist`)).entities).toEqual([])
  })
})

describe('an inspection', () => {
  const planned = async (person = a.standing) => {
    const response = await send(person, `${url}/inspections`, PLAN)
    return response.json()
  }

  test('is planned, made, and its remedies become drafts of tasks', async () => {
    await assign()
    const { id, version: first } = await planned()
    const remedies = [
      { text: 'Hướng dẫn HTX mở sổ kế toán', agencyId: a.departmentId, dueOn: '2026-05-30' },
    ]
    const record = await send(a.leader, `/inspections/${id}/record`, {
      version: first,
      ...RECORD,
      remedies,
    })
    expect(record.json()).toMatchObject({
      state: 'made',
      remedies: [{ task: null }],
      allowed: ['record'],
    })
    const [remedy] = record.json().remedies
    const give = `/inspections/${id}/remedies/${remedy.id}/task`
    expect((await send(a.leader, give, { version: first + 1 })).statusCode).toBe(403)
    const given = await send(a.standing, give, { version: first + 1 })
    expect(given.json().remedies[0].task).toMatchObject({ status: 'drafted' })
    const again = await send(a.standing, give, { version: first + 2 })
    expect(again.json()).toMatchObject({ code: 'inspections.no_such_remedy' })
    expect(await events()).toEqual([
      'committee.assign',
      'inspection.plan',
      'inspection.record',
      'task.draft',
      'inspection.give_task',
    ])
    const { seats } = await ask(a.standing, `${url}/work`)
    const own = seats.find((seat: { seatId: string }) => seat.seatId === seatId)
    expect(own.inspections).toEqual({ state: 'part', on: '2026-03-09', done: 1, of: 2 })
    const text = await textOf(east.officer, `/inspections/${id}/paper`)
    expect(text).toContain('BIÊN BẢN')
    expect(text).toContain('Chưa mở đủ sổ kế toán')
    expect(text).toContain('thời hạn 30/05/2026')
  })

  test('is planned by the member’s own agency, too, and seen by the inspected once made', async () => {
    const { id, allowed, version: seen } = await planned(a.officer)
    expect(allowed).toEqual(['edit', 'record', 'cancel'])
    expect((await ask(east.officer, `/inspections/${id}`)).code).toBe('inspections.not_found')
    await send(a.standing, `/inspections/${id}/record`, { version: seen, ...RECORD, remedies: [] })
    expect(await ask(east.officer, `/inspections/${id}`)).toMatchObject({ allowed: [] })
    expect((await ask(west.officer, '/inspections')).items).toEqual([])
    expect((await ask(b.standing, '/inspections')).items).toEqual([])
    expect((await ask(a.standing, '/inspections')).items).toMatchObject([{ id, state: 'made' }])
    expect((await ask(a.standing, '/inspections?asOf=2026-03-08')).items).toMatchObject([
      { state: 'planned', madeOn: null },
    ])
  })

  test.each([
    ['an agency without a seat', a.otherOfficer],
    ['the inspected commune', east.leader],
    ['the standing officer of another province', b.standing],
  ])('is not planned or changed by %s, and nothing is recorded', async (_, person) => {
    expect((await send(person, `${url}/inspections`, PLAN)).statusCode).toBe(403)
    const { id, version: seen } = await planned()
    await forget()
    const change = await send(person, `/inspections/${id}`, { version: seen, place: 'x' }, 'PATCH')
    expect([403, 404]).toContain(change.statusCode)
    const cancel = await send(person, `/inspections/${id}/cancel`, { version: seen, reason: 'x' })
    expect([403, 404]).toContain(cancel.statusCode)
    expect(await events()).toEqual([])
  })

  test('is not made before its day, nor cancelled twice, nor changed by who saw less', async () => {
    const { id, version: seen } = await planned()
    const early = { version: seen, ...RECORD, madeOn: '2026-03-11', remedies: [] }
    expect((await send(a.standing, `/inspections/${id}/record`, early)).json()).toMatchObject({
      code: 'inspections.not_yet_made',
    })
    const reason = { version: seen, reason: 'Trùng lịch kiểm tra khác' }
    const moved = { version: seen, plannedOn: '2026-03-25' }
    expect((await send(a.standing, `/inspections/${id}`, moved, 'PATCH')).statusCode).toBe(200)
    expect((await send(a.standing, `/inspections/${id}/cancel`, reason)).json()).toMatchObject({
      code: 'inspections.changed',
    })
    const cancelled = await send(a.standing, `/inspections/${id}/cancel`, {
      ...reason,
      version: seen + 1,
    })
    expect(cancelled.json()).toMatchObject({ state: 'cancelled', allowed: [] })
    const twice = await send(a.standing, `/inspections/${id}/cancel`, {
      ...reason,
      version: seen + 2,
    })
    expect(twice.json()).toMatchObject({ code: 'inspections.wrong_state' })
  })
})
