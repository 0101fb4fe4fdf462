import { beforeEach, describe, expect, test } from 'vitest'
import { lastSaid } from '../../testing/audit.ts'
import { anAgency } from '../../testing/organisation.ts'
import { aGivenTask, aTaskList } from '../../testing/tasks.ts'

const { organisation, owner, clock, get, post, ask, act, did, aTask, counts, empty } =
  await aTaskList()
const { a } = organisation

beforeEach(empty)

describe('a draft', () => {
  test('is its issuer’s alone until it is given', async () => {
    const { id } = await aTask({ start: null })
    for (const who of ['officer', 'leader', 'observer', 'otherofficer'])
      expect((await get(who, `/tasks/${id}`)).statusCode).toBe(404)
    const paper = { number: '07/TB-BCĐ', signedOn: '2026-03-09' }
    const before = await counts()
    expect((await act('officer', id, 'issue', paper)).statusCode).toBe(404)
    const ahead = await act('standing', id, 'issue', { ...paper, signedOn: '2026-03-11' })
    expect(ahead.json()).toMatchObject({ status: 422, code: 'tasks.signed_ahead' })
    expect(await counts()).toEqual(before)
    const issued = await did('standing', id, 'issue', paper)
    expect(issued).toMatchObject({ assignedOn: '2026-03-09', status: 'not_taken_up' })
    expect(issued.source?.label).toBe('Thông báo số 07/TB-BCĐ ngày 09/03/2026')
    for (const who of ['officer', 'leader', 'observer', 'otherofficer'])
      expect((await get(who, `/tasks/${id}`)).statusCode).toBe(200)
  })

  test('is drawn up again with another lead and term; a given task is not', async () => {
    const { id, version } = await aTask({ start: null })
    const edit = {
      title: 'Khảo sát lại',
      leadId: a.otherDepartmentId,
      dueOn: '2026-04-01',
      dueSource: 'proposed',
      textDueOn: '2026-03-31',
      version,
    }
    const early = await ask('standing', 'PUT', `/tasks/${id}`, { ...edit, dueOn: '2026-03-30' })
    expect(early.json()).toMatchObject({ code: 'tasks.due_before_text' })
    const edited = (await ask('standing', 'PUT', `/tasks/${id}`, edit)).json()
    expect(edited).toMatchObject({ dueOn: '2026-04-01', lead: { id: a.otherDepartmentId }, co: [] })
    expect(await lastSaid(owner, 'task.edit_draft')).toMatchObject({
      before: { leadId: a.departmentId, dueOn: '2026-03-20' },
      leadId: a.otherDepartmentId,
      dueOn: '2026-04-01',
      title: 'Khảo sát lại',
    })
    const stale = await ask('standing', 'PUT', `/tasks/${id}`, edit)
    expect(stale.json()).toMatchObject({ status: 409, code: 'tasks.changed' })
    await did('standing', id, 'issue', { number: '07/TB-BCĐ', signedOn: '2026-03-09' })
    const late = await ask('standing', 'PUT', `/tasks/${id}`, { ...edit, version: version + 2 })
    expect(late.json()).toMatchObject({ code: 'tasks.wrong_state' })
  })

  test('issued with another day than the text’s takes the words of the signed paper', async () => {
    const more = { start: null, dueText: 'trước ngày 21/3/2026', textDueOn: '2026-03-20' }
    const { id } = await aTask(more)
    const paper = { number: '07/TB-BCĐ', signedOn: '2026-03-09' }
    const before = await counts()
    for (const dueOn of ['2026-05-01', '2026-03-15']) {
      const refused = await act('standing', id, 'issue', { ...paper, dueOn })
      expect(refused.json()).toMatchObject({ status: 422, code: 'tasks.due_other_than_text' })
    }
    expect(await counts()).toEqual(before)
    const dueText = 'xong trước ngày 02/5/2026'
    const issued = await did('standing', id, 'issue', { ...paper, dueOn: '2026-05-01', dueText })
    expect(issued).toMatchObject({ dueOn: '2026-05-01', dueText, dueSource: 'document' })
    const same = await aTask({ ...more, dueOn: '2026-03-25', dueSource: 'proposed' })
    const asWritten = await did('standing', same.id, 'issue', { ...paper, dueOn: '2026-03-20' })
    expect(asWritten).toMatchObject({ dueOn: '2026-03-20', dueSource: 'document' })
  })

  test('on the chair’s word is worked on and never overdue', async () => {
    const { id } = await aTask({ start: { by: 'word', text: 'tại cuộc họp 09/03' } })
    clock.now = new Date('2026-06-01T03:00:00Z')
    const { status } = (await get('officer', `/tasks/${id}`)).json()
    expect(status).toBe('waiting_notice')
    expect((await did('officer', id, 'progress', { percent: 40, text: 'Đang làm' })).percent).toBe(
      40,
    )
  })

  test.each([
    ['by the agency that would lead', 'leader', {}, 403],
    ['in another committee’s name', 'strangerstanding', {}, 403],
    ['for a body of the Party', 'standing', { leadIds: ['party'] }, 422],
    ['without the source of its term', 'standing', { dueSource: null }, 422],
  ])('is not made %s, and nothing is recorded', async (_, who, more, status) => {
    const partyId = await party()
    const leadIds = 'leadIds' in more ? [partyId] : [a.departmentId]
    const before = await counts()
    const response = await post(who, '/tasks', { ...aGivenTask(a), ...more, leadIds })
    expect(response.statusCode).toBe(status)
    expect(await counts()).toEqual(before)
  })
})

let madeParty: Promise<string> | undefined
function party() {
  madeParty ??= anAgency(owner, {
    unitId: a.unitId,
    kind: 'party',
    name: 'Tỉnh ủy Minh An',
    shortName: 'Tỉnh ủy',
    manner: 'never',
  })
  return madeParty
}

describe('a request to an equal', () => {
  test('comes from the relation, and is neither dunned nor asked to explain itself', async () => {
    const { id, manner, allowed } = await aTask({ leadIds: [a.allianceId], coIds: [] }, 'chair')
    expect(manner).toBe('request')
    expect(allowed).not.toContain('remind')
    const asked = await act('chair', id, 'ask_explanation', {
      text: 'Vì sao?',
      untilOn: '2026-03-20',
    })
    expect(asked.statusCode).toBe(403)
  })
})

describe('a sub-task', () => {
  test('is handed down by the lead, within its term, and the parent waits for it', async () => {
    const { id } = await aTask()
    await did('leader', id, 'take_up')
    const part = {
      issuerId: a.departmentId,
      parentId: id,
      title: 'Tổng hợp số liệu',
      leadIds: [a.otherDepartmentId],
      dueOn: '2026-03-15',
      dueSource: 'proposed',
      start: { by: 'paper', number: '9/SNN', signedOn: '2026-03-10' },
    }
    expect((await post('otherofficer', '/tasks', part)).statusCode).toBe(403)
    const late = await post('officer', '/tasks', { ...part, dueOn: '2026-03-21' })
    expect(late.json()).toMatchObject({ code: 'tasks.part_after_whole' })
    const made = await post('officer', '/tasks', part)
    expect(made.json()).toMatchObject({ partKind: 'subtask', parent: { id } })
    clock.now = new Date('2026-03-17T03:00:00Z')
    expect((await get('standing', `/tasks/${id}`)).json()).toMatchObject({ status: 'overdue' })
  })
})

describe('people', () => {
  test('the clerk passes a task to a person, who is told and is seen to have seen it', async () => {
    const { id } = await aTask()
    const { items } = (await get('clerk', `/tasks/${id}/people`)).json()
    const officer = items.find(({ postId }: { postId: string }) => postId === a.officer.postId)
    expect(officer).toMatchObject({ isColleague: true })
    const before = await counts()
    const pass = { postIds: [a.officer.postId], note: 'Chủ trì tham mưu' }
    expect((await post('officer', `/tasks/${id}/persons`, pass)).statusCode).toBe(403)
    const stranger = { postIds: [a.otherOfficer.postId] }
    expect((await post('clerk', `/tasks/${id}/persons`, stranger)).statusCode).toBe(422)
    expect(await counts()).toEqual(before)
    const passed = (await post('clerk', `/tasks/${id}/persons`, pass)).json()
    expect(passed.persons).toMatchObject([{ accountId: a.officer.accountId, seenAt: null }])
    const mine = (await get('officer', '/tasks/mine')).json()
    expect(mine.items).toMatchObject([{ id }])
    const inbox = (await get('officer', '/notices')).json()
    expect(inbox.items).toContainEqual(
      expect.objectContaining({ kind: 'task.passed', subjectId: id }),
    )
    await post('officer', `/tasks/${id}/seen`)
    const seen = (await get('clerk', `/tasks/${id}`)).json()
    expect(seen.persons[0].seenAt).toBe('2026-03-10T03:00:00.000Z')
  })

  test('the chair’s direction is an exchange, a notice and a draft directive', async () => {
    const { id } = await aTask()
    const words = { text: 'Làm ngay trong tuần', kind: 'direction' }
    expect((await post('standing', `/tasks/${id}/comments`, words)).statusCode).toBe(403)
    const said = (await post('chair', `/tasks/${id}/comments`, words)).json()
    expect(said.comments).toMatchObject([{ kind: 'direction', text: words.text }])
    const directives = await owner.selectFrom('directives').select(['text', 'lead_ids']).execute()
    expect(directives).toEqual([{ text: words.text, lead_ids: [a.departmentId] }])
    const inbox = (await get('leader', '/notices')).json()
    expect(inbox.items.map(({ kind }: { kind: string }) => kind)).toContain('task.direction')
  })
})
