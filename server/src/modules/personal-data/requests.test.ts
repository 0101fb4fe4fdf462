import type { DataRequest } from '@hopluc/shared/personal-data'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { systemContext } from '../../platform/jobs-run.ts'
import { signIn } from '../../testing/organisation.ts'
import { aRegister } from '../../testing/papers.ts'
import { requestedHandler } from './index.ts'

const { app, ask, owner, jobsDb, organisation, clock } = await aRegister()
const { a, b } = organisation
const PHONE = '02920000123'
const officer = `/accounts/${a.officer.accountId}/contact`

beforeEach(async () => {
  clock.now = new Date('2026-03-10T03:00:00Z') // a Tuesday
  await sql`truncate account_contacts, data_requests, audit_entries cascade`.execute(owner)
  await owner
    .insertInto('account_contacts')
    .values({ account_id: a.officer.accountId, phone: PHONE, email: 'officer@minhan.example' })
    .execute()
})

const deeds = async () =>
  (
    await sql<{ event: string; subject_id: string; payload: string }>`
      select event, subject_id, payload from audit_entries e
      join audit_payloads p on p.entry_id = e.id order by e.id`.execute(owner)
  ).rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) }))
const reveal = (username: string, more: object = {}) =>
  ask(username, 'POST', '/personal-data/reveal', {
    field: 'account_contacts.phone',
    recordId: a.officer.accountId,
    purpose: 'contact',
    words: 'Mời họp Ban Chỉ đạo ngày 12/3',
    ...more,
  })

const REQUEST = {
  kind: 'access',
  subjectId: a.officer.accountId,
  subjectName: a.officer.name,
  askerName: null,
  askerPhone: null,
  askerEmail: null,
  identifiedBy: 'paper',
  identityNote: 'Xem căn cước tại chỗ',
  text: 'Xin biết đang giữ dữ liệu gì về tôi',
  receivedOn: '2026-03-10',
}
const register = (username: string, more: object = {}) =>
  ask(username, 'POST', '/personal-data/requests', { ...REQUEST, ...more })
async function aRequest(more: object = {}): Promise<DataRequest> {
  const answer = await register('admin', more)
  expect([answer.statusCode, answer.body]).toEqual([201, expect.anything()])
  return answer.json()
}
const act = (username: string, { id, version }: DataRequest, deed: object) =>
  ask(username, 'POST', `/personal-data/requests/${id}/steps`, { version, ...deed })

describe('a request of a data subject', () => {
  test('is answered within two working days; the weekend does not count', async () => {
    const made = await aRequest({ receivedOn: '2026-03-06' }) // a Friday
    expect(made).toMatchObject({
      answerDueOn: '2026-03-10',
      completeDueOn: '2026-03-16',
      overdue: null,
      state: 'received',
    })
    clock.now = new Date('2026-03-10T17:30:00Z') // 00:30 on the 11th in Vietnam
    const headers = await signIn(app, 'admin') // the session of before has ended by then
    const url = '/personal-data/requests?state=overdue'
    const late = (await ask('admin', 'GET', url, undefined, headers)).json()
    expect(late).toMatchObject({
      items: [{ id: made.id, overdue: 'answer' }],
      counts: { open: 1, overdue: 1, closed: 0 },
    })
  })

  test('goes from receipt over the answer and one extension to its end', async () => {
    const made = await aRequest()
    const answered = (await act('admin', made, { action: 'answer', note: 'Đã gửi thư' })).json()
    expect(answered).toMatchObject({ state: 'answered', answeredOn: '2026-03-10' })
    const more = { action: 'extend', days: 15, note: 'Nhiều hồ sơ' }
    const extended = (await act('admin', answered, more)).json()
    expect(extended).toMatchObject({ completeDueOn: '2026-04-04', isExtended: true })
    expect((await act('admin', extended, more)).json()).toMatchObject({ code: 'personal.not_now' })
    const done = (
      await act('admin', extended, { action: 'complete', note: 'Đã trao bản sao' })
    ).json()
    expect(done).toMatchObject({ state: 'completed', closedOn: '2026-03-10', allowed: [] })
    expect(done.steps.map(({ action }: { action: string }) => action)).toEqual([
      'complete',
      'extend',
      'answer',
      'register',
    ])
    expect((await deeds()).map(({ event }) => event)).toEqual([
      'personal.register',
      'personal.answer',
      'personal.extend',
      'personal.complete',
    ])
  })

  test('is refused with a reason, and not on an older state', async () => {
    const made = await aRequest()
    const stale = { ...made, version: made.version - 1 }
    const refusal = { action: 'refuse', note: 'Hồ sơ phải lưu trữ' }
    expect((await act('admin', stale, refusal)).json()).toMatchObject({
      status: 409,
      code: 'personal.request_changed',
    })
    expect((await act('admin', made, { ...refusal, note: '' })).statusCode).toBe(400)
    expect((await act('admin', made, refusal)).json()).toMatchObject({ state: 'refused' })
  })

  test('others neither see, do nor enter it, and nothing is recorded', async () => {
    const made = await aRequest()
    const before = await deeds()
    for (const who of ['leader', 'strangerchair', 'strangerofficer', 'cooperative']) {
      expect((await ask(who, 'GET', '/personal-data/requests')).json().items).toEqual([])
      expect((await ask(who, 'GET', `/personal-data/requests/${made.id}`)).statusCode).toBe(404)
      expect((await act(who, made, { action: 'answer', note: 'x' })).statusCode).toBe(403)
      for (const way of ['search', 'copy']) {
        const url = `/personal-data/requests/${made.id}/${way}`
        expect((await ask(who, 'POST', url, { with: ['accounts.name:x'] })).statusCode).toBe(403)
      }
      expect((await register(who)).statusCode).toBe(403)
    }
    expect(await deeds()).toEqual(before)
  })

  test('is sent by the person from their own account, who follows it', async () => {
    const own = { identifiedBy: 'signed_in', identityNote: 'Từ tài khoản của mình' }
    const made: DataRequest = (await register('officer', own)).json()
    expect(made).toMatchObject({ code: '1/2026', state: 'received', allowed: [] })
    const mine = (await ask('officer', 'GET', '/personal-data/requests')).json()
    expect(mine).toMatchObject({ items: [{ id: made.id }], mayKeep: false })
    expect((await register('officer', { ...own, receivedOn: '2026-03-01' })).statusCode).toBe(422)
    expect((await deeds()).map(({ event }) => event)).toEqual(['personal.request'])
  })

  test('is told to the administrators by the system, but to who entered it', async () => {
    const system = systemContext({ jobsDb, now: () => clock.now })
    const asked = vi.spyOn(app.services.jobs, 'enqueueSystem')
    const own = { identifiedBy: 'signed_in', receivedOn: '2026-03-10', identityNote: 'Tài khoản' }
    const { id, code, answerDueOn } = (await register('officer', own)).json()
    const payload = { requestId: id, code, kind: 'access', answerDueOn, byId: a.officer.accountId }
    const kind = expect.objectContaining({ name: 'personal.requested' })
    expect(asked).toHaveBeenCalledExactlyOnceWith(expect.anything(), kind, payload)
    asked.mockRestore()
    const run = (byId: string) =>
      requestedHandler.run({ payload: { ...payload, byId }, context: undefined, system })
    expect(await run(organisation.admin.accountId)).toEqual({ told: 0 })
    expect(await run(a.officer.accountId)).toEqual({ told: 1 })
    expect((await ask('admin', 'GET', '/notices')).json().items).toMatchObject([
      { kind: 'personal.requested', subjectId: id, params: { title: code, dueOn: answerDueOn } },
    ])
    expect((await ask('officer', 'GET', '/notices')).json().items).toEqual([])
  })

  test('has the deadlines that the administrator set, from the day they were set', async () => {
    const url = '/personal-data/deadlines'
    const change = { name: 'access', days: 20, seen: 10 }
    const before = await deeds()
    for (const who of ['officer', 'leader', 'strangerchair'])
      expect((await ask(who, 'POST', url, change)).statusCode).toBe(403)
    expect((await ask('admin', 'POST', url, { ...change, seen: 11 })).statusCode).toBe(409)
    expect(await deeds()).toEqual(before)
    const set = (await ask('admin', 'POST', url, change)).json()
    expect(set.items).toContainEqual({ name: 'access', days: 20, usual: 10, fromOn: '2026-03-10' })
    expect((await ask('officer', 'GET', url)).json()).toMatchObject({ maySet: false })
    expect(await deeds()).toMatchObject([
      {
        event: 'personal.set_deadline',
        payload: { name: 'access', before: { days: 10 }, days: 20 },
      },
    ])
    expect(await aRequest()).toMatchObject({ completeDueOn: '2026-03-30' })
    await owner.deleteFrom('settings').where('name', 'like', 'personal.%').execute()
  })

  test('of another’s receipt in the future is refused', async () => {
    expect((await register('admin', { receivedOn: '2026-03-11' })).json()).toMatchObject({
      status: 422,
      code: 'personal.received_later',
    })
  })
})

describe('what is kept of a person', () => {
  const search = async (made: DataRequest) =>
    (await ask('admin', 'POST', `/personal-data/requests/${made.id}/search`)).json()

  test('is found by the account and, to be looked through, by the name; the copy is marked', async () => {
    await owner
      .insertInto('meetings')
      .values({
        id: crypto.randomUUID(),
        agency_id: b.departmentId,
        agency_unit_id: b.unitId,
        kind: 'working',
        title: 'Họp',
        chair_name: a.officer.name,
        state: 'planned',
        created_by: b.officer.accountId,
      })
      .execute()
    const made = await aRequest()
    const { items } = await search(made)
    expect(items).toContainEqual(
      expect.objectContaining({ field: 'account_contacts.phone', shown: '•••• 123', isSure: true }),
    )
    expect(items).toContainEqual(
      expect.objectContaining({ field: 'meetings.chair_name', isSure: false }),
    )
    expect(JSON.stringify(items)).not.toContain(PHONE)
    const chosen = items.flatMap((one: { key: string; isSure: boolean }) =>
      one.isSure ? [one.key] : [],
    )
    const url = `/personal-data/requests/${made.id}/copy`
    const file = await ask('admin', 'POST', url, { with: chosen })
    expect(file.statusCode).toBe(200)
    const rows = readSheets(file.rawPayload).sheets[0]?.rows.map((row) => row.join(' ')) ?? []
    expect(rows.some((row) => row.includes(PHONE))).toBe(true)
    expect(rows.some((row) => row.includes('meetings.chair_name'))).toBe(false)
    const marks = rows.filter((row) => row.includes(`Mã xuất: ${made.id}`))
    expect(marks).toHaveLength(2)
    expect(marks[0]).toContain('tài khoản admin')
    expect(marks[0]).toContain(`Yêu cầu số ${made.code}`)
    expect((await deeds()).slice(1)).toMatchObject([
      { event: 'personal.search', subject_id: made.id },
      { event: 'personal.export', payload: { rows: chosen.length } },
    ])
  })

  test('is not searched for a request that is closed, nor by another role in the database', async () => {
    const made = await aRequest()
    await act('admin', made, { action: 'refuse', note: 'Không xác định được danh tính' })
    const closed = await ask('admin', 'POST', `/personal-data/requests/${made.id}/search`)
    expect(closed.json()).toMatchObject({ code: 'personal.not_now' })
  })

  test('is corrected and deleted from the request; masks in the history', async () => {
    const made = await aRequest({ kind: 'correct' })
    expect(made.correctable.map(({ field }) => field)).toEqual([
      'accounts.name',
      'account_contacts.phone',
      'account_contacts.email',
    ])
    const fix = { action: 'correct', recordId: a.officer.accountId, note: 'Theo đề nghị' }
    const phone = { ...fix, field: 'account_contacts.phone', value: '0292 0000 999' }
    const fixed = (await act('admin', made, phone)).json()
    expect(fixed.steps[0]).toMatchObject({ before: '•••• 123', after: '•••• 999' })
    const contact = async () => (await ask('officer', 'GET', officer)).json()
    expect((await contact()).phone.shown).toBe('02920000999')
    const gone = (
      await act('admin', fixed, { ...fix, field: 'account_contacts.email', value: null })
    ).json()
    expect((await contact()).email).toBeNull()
    for (const [field, value] of [
      ['accounts.name', null],
      ['accounts.username', 'khac'],
      ['account_contacts.phone', 'không phải số'],
    ])
      expect((await act('admin', gone, { ...fix, field, value })).statusCode).toBe(422)
    const stranger = { ...phone, recordId: b.officer.accountId }
    expect((await act('admin', gone, stranger)).statusCode).toBe(404)
  })

  test('is not read while a restriction stands, until it is lifted', async () => {
    const made = await aRequest({ kind: 'restrict' })
    const answered = (await act('admin', made, { action: 'answer', note: 'Đã nhận' })).json()
    const done = (
      await act('admin', answered, { action: 'complete', note: 'Hạn chế từ nay' })
    ).json()
    expect(done).toMatchObject({ isRestricting: true, allowed: ['lift'] })
    expect((await reveal('leader')).json()).toMatchObject({ code: 'personal.restricted' })
    expect((await reveal('admin', { purpose: 'subject_request' })).statusCode).toBe(200)
    await act('admin', done, { action: 'lift', note: 'Người yêu cầu rút' })
    expect((await reveal('leader')).statusCode).toBe(200)
  })
})
