import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { anIncoming, aNotice, aRegister, assertDone } from '../../testing/papers.ts'

const { ask, get, post, key, counts, empty, owner, organisation } = await aRegister()
const { a, b } = organisation

beforeEach(empty)

async function registered(payload: object, username = 'standing') {
  const response = await post(username, '/documents', payload)
  assertDone(response)
  return response.json()
}

describe('a document', () => {
  test('is registered as a draft in the name of the committee, and recorded', async () => {
    const document = await registered(aNotice({ abstract: 'Kết luận cuộc họp quý I' }))
    expect(document).toMatchObject({
      state: 'draft',
      draftNo: 1,
      number: null,
      symbol: 'TB-BCĐ',
      issuerId: a.committeeId,
      issuerName: 'Ban Chỉ đạo KTTT tỉnh Minh An',
      owner: { id: a.committeeId },
      nextNumber: 1,
      history: [{ action: 'register', on: '2026-03-10' }],
    })
    expect(document.allowed).toEqual(expect.arrayContaining(['edit', 'submit', 'issue']))
    const audit = await owner.selectFrom('audit_entries').select('event').execute()
    expect(audit).toEqual([{ event: 'document.register' }])
  })

  test('that came in takes the next number of arrival and has been issued', async () => {
    const first = await registered(anIncoming())
    const second = await registered(anIncoming({ arrivedOn: '2026-03-09' }))
    expect(first).toMatchObject({ state: 'issued', arrivalNo: 1, arrivedOn: '2026-03-10' })
    expect(second).toMatchObject({ arrivalNo: 2, arrivedOn: '2026-03-09' })
    const taken = await post('standing', '/documents', anIncoming({ arrivalNo: 2 }))
    expect(taken.json()).toMatchObject({ status: 409, code: 'documents.number_taken' })
    expect(await registered(anIncoming())).toMatchObject({ arrivalNo: 3 })
  })

  test.each([
    ['standing', 'B', 'strangerstanding'],
    ['the observer', 'A', 'observer'],
    ['a cooperative', 'A', 'cooperative'],
  ])('is not registered by %s for a body of %s, and nothing is written', async (_, __, who) => {
    const before = await counts()
    const response = await post(who, '/documents', aNotice({ ownerId: a.committeeId }))
    expect(response.statusCode).toBe(403)
    expect(await counts()).toEqual(before)
  })

  test('is changed by its own body; others are refused, and nothing is written', async () => {
    const { id, version } = await registered(
      aNotice({ readerIds: [a.departmentId, b.committeeId] }),
    )
    const change = { abstract: 'Kết luận đã sửa', recipients: 'Các sở, ngành', version }
    const before = await counts()
    for (const who of ['officer', 'strangerstanding', 'observer']) {
      const refused = await ask(who, 'PATCH', `/documents/${id}`, change)
      expect([403, 404]).toContain(refused.statusCode)
    }
    expect(await counts()).toEqual(before)
    const changed = await ask('standing', 'PATCH', `/documents/${id}`, change)
    expect(changed.json()).toMatchObject({
      abstract: 'Kết luận đã sửa',
      recipients: 'Các sở, ngành',
      version: version + 1,
    })
    const stale = await ask('standing', 'PATCH', `/documents/${id}`, change)
    expect(stale.json()).toMatchObject({ status: 409, code: 'documents.changed' })
  })

  test('sent twice with one key is registered once', async () => {
    const once = key()
    const payload = aNotice()
    const first = await ask('standing', 'POST', '/documents', payload, once)
    const second = await ask('standing', 'POST', '/documents', payload, once)
    expect(second.json()).toEqual(first.json())
    expect(await counts()).toMatchObject({ documents: 1, audit: 1 })
  })

  test('pressed twice at once with one key is registered once', async () => {
    const once = key()
    const payload = aNotice()
    const answers = await Promise.all(
      [1, 2, 3].map(() => ask('standing', 'POST', '/documents', payload, once)),
    )
    expect(answers.map((answer) => answer.statusCode)).toContain(201)
    expect(await counts()).toMatchObject({ documents: 1, audit: 1 })
  })

  test('with the same text is recognised however it is spaced or composed', async () => {
    const text = 'Kết luận:\n1. Các xã kiện toàn Ban Chỉ đạo.'
    const { id } = await registered(anIncoming({ text }))
    const other = `${text.normalize('NFD').replace('\n', ' \r\n ')}  `
    const known = await post('standing', '/documents/recognitions', { text: other })
    expect(known.json().items).toMatchObject([{ id }])
    const again = await post('standing', '/documents', anIncoming({ text: other }))
    expect(again.json()).toMatchObject({
      status: 409,
      code: 'documents.same_text',
      issues: [{ path: `known.${id}` }],
    })
    const elsewhere = await post('strangerstanding', '/documents/recognitions', { text })
    expect(elsewhere.json().items).toEqual([])
  })

  test('with a number that is registered already is refused and named', async () => {
    const paper = anIncoming({ symbol: '05/KH-UBND' })
    const { id } = await registered(paper)
    const again = await post('standing', '/documents', { ...paper, symbol: 'Số: 5/kh-ubnd' })
    expect(again.json()).toMatchObject({
      code: 'documents.already_registered',
      issues: [{ path: `known.${id}` }],
    })
    const other = { ...paper, issuerName: 'UBND xã Minh An Đông' }
    await registered(other)
  })

  test('with a mark of secrecy is refused before anything is written', async () => {
    const before = await counts()
    const text = 'ỦY BAN NHÂN DÂN\nTỐI MẬT\nKế hoạch phòng thủ'
    const response = await post('standing', '/documents', anIncoming({ text }))
    expect(response.json()).toMatchObject({ status: 422, code: 'documents.state_secret' })
    expect(await counts()).toEqual(before)
    const { id, version } = await registered(anIncoming())
    const changed = await ask('standing', 'PATCH', `/documents/${id}`, { text, version })
    expect(changed.json()).toMatchObject({ code: 'documents.state_secret' })
  })

  test('may be known by number, day, issuer and place only, and be completed later', async () => {
    const stub = {
      direction: 'reference',
      kind: 'KL',
      symbol: '70-KL/TW',
      issuedOn: '2020-03-09',
      issuerName: 'Bộ Chính trị',
      keptAt: 'Văn thư, tủ số 3',
      isStub: true,
    }
    const made = await registered(stub)
    expect(made).toMatchObject({ isStub: true, abstract: 'Kết luận 70-KL/TW ngày 09/03/2020' })
    const withText = await post('standing', '/documents', {
      ...stub,
      symbol: '71-KL/TW',
      text: 'Nội dung',
    })
    expect(withText.json()).toMatchObject({ code: 'documents.stub_has_text' })
    const full = await registered({
      ...stub,
      isStub: false,
      abstract: 'Tiếp tục thực hiện Nghị quyết Trung ương 5 khóa IX',
    })
    expect(full).toMatchObject({ id: made.id, isStub: false, symbol: '70-KL/TW' })
  })

  test('cannot be of a day to come', async () => {
    const response = await post('standing', '/documents', anIncoming({ issuedOn: '2026-03-11' }))
    expect(response.json()).toMatchObject({
      status: 422,
      code: 'documents.future_day',
      issues: [{ path: 'issuedOn' }],
    })
  })

  test('that nobody has is answered with 404', async () => {
    const response = await get('standing', `/documents/${randomUUID()}`)
    expect(response.json()).toMatchObject({ status: 404, code: 'documents.not_found' })
  })
})

describe('the way of a draft', () => {
  test('goes to opinions, appraisal, submission, back to a second draft', async () => {
    let document = await registered(aNotice())
    for (const [action, state] of [
      ['ask_opinions', 'opinions'],
      ['ask_appraisal', 'appraisal'],
      ['submit', 'submitted'],
      ['redraft', 'draft'],
    ]) {
      const { id, version } = document
      const response = await post('standing', `/documents/${id}/steps`, { action, version })
      document = response.json()
      expect(document.state).toBe(state)
    }
    expect(document.draftNo).toBe(2)
    const steps = document.history.map(({ action }: { action: string }) => action)
    expect(steps).toEqual(['redraft', 'submit', 'ask_appraisal', 'ask_opinions', 'register'])
  })

  test.each([
    ['expire', 'draft'],
    ['redraft', 'draft'],
  ])('does not take %s as a %s', async (action) => {
    const { id, version } = await registered(aNotice())
    const before = await counts()
    const response = await post('standing', `/documents/${id}/steps`, { action, version })
    expect(response.json()).toMatchObject({ status: 422, code: 'documents.wrong_state' })
    expect(await counts()).toEqual(before)
  })

  test('shows its text to those it is made known to when it goes round for opinions', async () => {
    const { id, version } = await registered(aNotice({ readerIds: [a.departmentId] }))
    expect((await get('officer', `/documents/${id}`)).statusCode).toBe(404)
    await post('standing', `/documents/${id}/steps`, { action: 'ask_opinions', version })
    expect((await get('officer', `/documents/${id}`)).json()).toMatchObject({ allowed: [] })
    const submit = { action: 'submit', version: version + 1 }
    expect((await post('leader', `/documents/${id}/steps`, submit)).statusCode).toBe(403)
    await post('standing', `/documents/${id}/steps`, submit)
    expect((await get('officer', `/documents/${id}`)).statusCode).toBe(404)
  })

  test('is refused with a stale version and to other units, and nothing is written', async () => {
    const { id, version } = await registered(aNotice({ readerIds: [a.departmentId] }))
    const before = await counts()
    const submit = { action: 'submit', version }
    expect((await post('leader', `/documents/${id}/steps`, submit)).statusCode).toBe(404)
    expect((await post('strangerchair', `/documents/${id}/steps`, submit)).statusCode).toBe(404)
    const stale = await post('standing', `/documents/${id}/steps`, { ...submit, version: 9 })
    expect(stale.json()).toMatchObject({ code: 'documents.changed' })
    expect(await counts()).toEqual(before)
  })
})
