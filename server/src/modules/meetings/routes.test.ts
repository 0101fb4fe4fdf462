import mammoth from 'mammoth'
import { beforeEach, describe, expect, test } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { aDraftTask, anInvited, aMeeting, aRegister, assertDone } from '../../testing/papers.ts'

const { ask, get, post, key, counts, empty, owner, db, organisation } = await aRegister()
const { a } = organisation

beforeEach(empty)

async function planned(more: object = {}, who = 'standing') {
  const response = await post(who, '/meetings', aMeeting(more))
  assertDone(response)
  return response.json()
}

const step = (who: string, { id, version }: { id: string; version: number }, action: string) =>
  post(who, `/meetings/${id}/steps`, { action, version })
const told = () => owner.selectFrom('notices').select(['kind', 'account_id']).execute()

describe('a meeting', () => {
  test('is planned in the committee’s name, and recorded', async () => {
    const meeting = await planned({ invited: [anInvited(a.departmentId)] })
    expect(meeting).toMatchObject({
      state: 'planned',
      agency: { id: a.committeeId },
      startsAt: '07:30',
      invited: 1,
      inviteBy: '2026-03-18',
      attendees: [{ agencyId: a.departmentId, attendance: 'invited' }],
      warnings: ['no_papers'],
      history: [{ action: 'create' }],
    })
    expect(meeting.allowed).toEqual(['edit', 'attend', 'invite', 'hold', 'cancel'])
    expect(await counts()).toMatchObject({ meetings: 1, attendees: 1, audit: 1 })
  })

  test.each(['strangerstanding', 'officer', 'observer', 'cooperative'])(
    'is not planned by %s for the committee, and nothing is written',
    async (who) => {
      const before = await counts()
      const response = await post(who, '/meetings', aMeeting({ agencyId: a.committeeId }))
      expect(response.statusCode).toBe(403)
      expect(await counts()).toEqual(before)
    },
  )

  test('sent twice with one key is planned once', async () => {
    const [once, payload] = [key(), aMeeting()]
    const first = await ask('standing', 'POST', '/meetings', payload, once)
    const second = await ask('standing', 'POST', '/meetings', payload, once)
    expect(second.json()).toEqual(first.json())
    expect(await counts()).toMatchObject({ meetings: 1, audit: 1 })
  })

  test('is changed by its own body; a stale version and others are refused', async () => {
    const first = await planned({ invited: [anInvited(a.departmentId)] })
    const { id, version } = (await step('standing', first, 'invite')).json()
    const path = `/meetings/${id}`
    const change = { place: 'Phòng họp số 2', endsAt: '11:00', version }
    const before = await counts()
    expect((await ask('officer', 'PATCH', path, change)).statusCode).toBe(403)
    expect((await ask('otherofficer', 'PATCH', path, change)).statusCode).toBe(404)
    const early = await ask('standing', 'PATCH', path, { endsAt: '07:00', version })
    expect(early.json().code).toBe('meetings.ends_before_start')
    expect(await counts()).toEqual(before)
    const changed = await ask('standing', 'PATCH', path, change)
    expect(changed.json()).toMatchObject({ place: 'Phòng họp số 2', startsAt: '07:30' })
    expect((await ask('standing', 'PATCH', path, change)).json().code).toBe('meetings.changed')
  })

  test('is seen by those invited once the invitation has left, with their own line of the list', async () => {
    const meeting = await planned({
      invited: [anInvited(a.departmentId), anInvited(a.otherDepartmentId)],
    })
    const { id } = meeting
    expect((await get('officer', `/meetings/${id}`)).statusCode).toBe(404)
    expect((await get('officer', '/meetings?q=quy%20I')).json().items).toEqual([])
    const early = createContext(db, a.officer.actor, '2026-03-10', new Date())
    const lines = await early.read(async (tx) => [
      ...(await tx.selectFrom('meetings').select('id').execute()),
      ...(await tx.selectFrom('meeting_attendees').select('id').execute()),
      ...(await tx.selectFrom('meeting_steps').select('action').execute()),
    ])
    expect(lines).toEqual([])
    assertDone(await step('standing', meeting, 'invite'))
    expect((await get('officer', '/meetings?q=quy%20I')).json().items).toHaveLength(1)
    const seen = (await get('officer', `/meetings/${id}`)).json()
    expect(seen).toMatchObject({ allowed: [], attendees: [{ agencyId: a.departmentId }] })
    expect((await get('alliance', `/meetings/${id}`)).statusCode).toBe(404)
    expect((await get('strangerchair', `/meetings/${id}`)).statusCode).toBe(404)
    const context = createContext(db, a.otherOfficer.actor, '2026-03-10', new Date())
    const rows = await context.read((tx) =>
      tx.selectFrom('meeting_attendees').select('agency_id').execute(),
    )
    expect(rows).toEqual([{ agency_id: a.otherDepartmentId }])
    expect((await get('observer', `/meetings/${id}`)).statusCode).toBe(200)
  })
})

describe('the invitation', () => {
  test('leaves with a note to each invited body; a later change is told as well', async () => {
    const meeting = await planned({ invited: [anInvited(a.departmentId)] })
    const invited = await step('standing', meeting, 'invite')
    expect(invited.json()).toMatchObject({ invitedOn: '2026-03-10', warnings: ['no_papers'] })
    const people = [a.officer, a.leader, a.clerk].map(({ accountId }) => accountId)
    expect((await told()).map(({ account_id }) => account_id)).toEqual(
      expect.arrayContaining(people),
    )
    const { id, version } = invited.json()
    await ask('standing', 'PATCH', `/meetings/${id}`, { heldOn: '2026-03-24', version })
    const kinds = new Set((await told()).map(({ kind }) => kind))
    expect(kinds).toEqual(new Set(['meeting.invited', 'meeting.changed']))
  })

  test('less than two working days before is warned of, over the weekend too', async () => {
    const monday = await planned({ heldOn: '2026-03-16', invited: [anInvited(a.departmentId)] })
    expect(monday).toMatchObject({ inviteBy: '2026-03-12' })
    const tomorrow = await planned({ heldOn: '2026-03-11', invited: [anInvited(a.departmentId)] })
    expect(tomorrow.warnings).toContain('short_notice')
  })

  test.each([
    ['nobody', { invited: [] }, 'meetings.nobody_invited'],
    ['no day', { heldOn: null, invited: [anInvited(a.departmentId)] }, 'meetings.day_missing'],
  ])('does not leave with %s', async (_, more, code) => {
    const meeting = await planned(more)
    const before = await counts()
    expect((await step('standing', meeting, 'invite')).json().code).toBe(code)
    expect(await counts()).toEqual(before)
  })

  test('is written in Word, and as a draft of the register', async () => {
    const meeting = await planned({
      invited: [anInvited(a.departmentId)],
      agenda: [{ text: 'Kết quả quý I', presenter: 'Sở Tài chính', fileIds: [], taskIds: [] }],
    })
    const paper = await get('standing', `/meetings/${meeting.id}/papers/invitation`)
    const { value } = await mammoth.extractRawText({ buffer: paper.rawPayload })
    expect(value).toContain('GIẤY MỜI')
    expect(value).toContain('Sở NN&MT tỉnh Minh An')
    expect(value).toContain('7 giờ 30')
    expect(value).toContain('Kết quả quý I (Sở Tài chính trình bày)')
    const { version } = meeting
    const made = await post('standing', `/meetings/${meeting.id}/drafts`, {
      paper: 'invitation',
      version,
    })
    const document = await get('standing', `/documents/${made.json().documentId}`)
    expect(document.json()).toMatchObject({
      kind: 'GM',
      symbol: 'GM-BCĐ',
      state: 'draft',
      paper: `/meetings/${meeting.id}/papers/invitation`,
      meeting: { id: meeting.id },
      readers: [{ id: a.departmentId }],
    })
    expect((await get('officer', `/documents/${made.json().documentId}`)).statusCode).toBe(404)
  })
})

describe('attendance', () => {
  test('records who came in whose place, and is printed', async () => {
    const meeting = await planned({
      heldOn: '2026-03-10',
      invited: [anInvited(a.departmentId), anInvited(a.otherDepartmentId)],
    })
    const [first, second] = meeting.attendees
    const substituted = {
      ...first,
      attendance: 'substituted',
      person: 'Trần Văn Bình',
      personTitle: 'Phó Giám đốc',
    }
    const guest = {
      id: null,
      agencyId: null,
      name: 'Lê Thị Cúc',
      title: 'Giám đốc HTX Minh Phát',
      attendance: 'present',
      person: null,
      personTitle: null,
      note: null,
    }
    const path = `/meetings/${meeting.id}/attendees`
    const attendees = [substituted, { ...second, attendance: 'absent', note: 'Đi công tác' }, guest]
    const put = await ask('standing', 'PUT', path, { attendees, version: meeting.version })
    expect(put.json()).toMatchObject({
      invited: 3,
      present: 2,
      attendees: [{ id: first.id, attendance: 'substituted' }, {}, { name: 'Lê Thị Cúc' }],
    })
    const before = await counts()
    const stale = await ask('standing', 'PUT', path, { attendees, version: meeting.version })
    expect(stale.json().code).toBe('meetings.changed')
    const other = await ask('leader', 'PUT', path, { attendees: [], version: meeting.version + 1 })
    expect(other.statusCode).toBe(404) // no invitation has left
    expect(await counts()).toEqual(before)
    const list = await get('standing', `/meetings/${meeting.id}/papers/attendance`)
    const { value } = await mammoth.extractRawText({ buffer: list.rawPayload })
    expect(value).toContain('Trần Văn Bình')
    expect(value).toContain('Dự thay')
    const minutes = await get('standing', `/meetings/${meeting.id}/papers/minutes`)
    const text = (await mammoth.extractRawText({ buffer: minutes.rawPayload })).value
    expect(text).toContain('BIÊN BẢN')
    expect(text).toContain('Đi công tác')
  })
})

describe('the way of a meeting', () => {
  test('is held, concluded with a conclusion, and opened again', async () => {
    const meeting = await planned({ heldOn: '2026-03-10' })
    const held = (await step('standing', meeting, 'hold')).json()
    expect(held.state).toBe('held')
    expect((await step('standing', held, 'conclude')).json().code).toBe('meetings.no_conclusion')
    const { id, version } = held
    const conclusion = 'Giao Sở Tài chính trình kế hoạch.'
    const written = await ask('standing', 'PATCH', `/meetings/${id}`, { conclusion, version })
    const concluded = (await step('standing', written.json(), 'conclude')).json()
    expect(concluded.state).toBe('concluded')
    const closed = await ask('standing', 'PATCH', `/meetings/${id}`, {
      place: 'x',
      version: concluded.version,
    })
    expect(closed.json().code).toBe('meetings.wrong_state')
    expect((await step('chair', concluded, 'reopen')).json().state).toBe('held')
  })

  test('is not held before its day, nor cancelled after it', async () => {
    const meeting = await planned()
    const before = await counts()
    expect((await step('standing', meeting, 'hold')).json().code).toBe('meetings.not_yet_held')
    expect((await step('standing', meeting, 'conclude')).json().code).toBe('meetings.wrong_state')
    expect(await counts()).toEqual(before)
    const held = await step('standing', await planned({ heldOn: '2026-03-09' }), 'hold')
    expect((await step('standing', held.json(), 'cancel')).json().code).toBe('meetings.wrong_state')
  })

  test('is not taken by other bodies, and nothing is written', async () => {
    const first = await planned({ invited: [anInvited(a.departmentId)] })
    const meeting = (await step('standing', first, 'invite')).json()
    const before = await counts()
    expect((await step('leader', meeting, 'cancel')).statusCode).toBe(403)
    expect((await step('strangerchair', meeting, 'cancel')).statusCode).toBe(404)
    const stale = await step('standing', { ...meeting, version: 9 }, 'cancel')
    expect(stale.json().code).toBe('meetings.changed')
    expect(await counts()).toEqual(before)
    expect((await step('standing', meeting, 'cancel')).json().state).toBe('cancelled')
  })

  test('brings the committee’s open tasks to its next meeting, and keeps them with it', async () => {
    const open = await aDraftTask(owner, a, { status: 'overdue', title: 'Kiện toàn Ban Chỉ đạo' })
    await aDraftTask(owner, a, { status: 'done_in_time', title: 'Đã xong' })
    const later = await planned({ heldOn: '2026-04-20' })
    const next = await planned({ heldOn: '2026-03-10' })
    const read = async (id: string) => (await get('standing', `/meetings/${id}`)).json()
    expect((await read(next.id)).openTasks).toMatchObject([
      { id: open, title: 'Kiện toàn Ban Chỉ đạo', status: 'overdue', lead: 'Sở NN&MT' },
    ])
    expect((await read(later.id)).openTasks).toEqual([])
    const paper = await get('standing', `/meetings/${next.id}/papers/invitation`)
    const { value } = await mammoth.extractRawText({ buffer: paper.rawPayload })
    expect(value).toContain('1 nhiệm vụ chưa hoàn thành')
    await step('standing', next, 'hold')
    expect(await read(next.id)).toMatchObject({
      openTasks: [{ id: open }],
      agenda: [{ taskIds: [open] }],
    })
    expect((await read(later.id)).openTasks).toMatchObject([{ id: open }])
  })
})

describe('a list', () => {
  test('has the nearest first of what is to come, the latest first of what is past', async () => {
    const [soon, past, far] = [
      await planned({ title: 'Họp sắp tới' }),
      await planned({ title: 'Họp đã qua', heldOn: '2026-03-02' }),
      await planned({ title: 'Hội nghị sơ kết', heldOn: '2026-07-10', kind: 'conference' }),
    ]
    const ids = async (query: string) =>
      (await get('standing', `/meetings${query}`)).json().items.map(({ id }: { id: string }) => id)
    expect(await ids('?when=upcoming')).toEqual([soon.id, far.id])
    expect(await ids('?when=past')).toEqual([past.id])
    expect(await ids('?kind=conference')).toEqual([far.id])
    expect(await ids('?from=2026-03-01&until=2026-03-31')).toEqual([soon.id, past.id])
    expect(await ids('?q=so%20ket')).toEqual([far.id])
    const first = (await get('standing', '/meetings?limit=2')).json()
    expect(first.items).toHaveLength(2)
    expect(await ids(`?limit=2&cursor=${first.next}`)).toEqual([past.id])
    expect((await get('strangerchair', '/meetings')).json().items).toEqual([])
    const sheet = await get('standing', '/meetings?format=xlsx')
    expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })
})
