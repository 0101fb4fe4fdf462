import type { Directive, Notice } from '@hopluc/shared/directives'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { assertDone } from '../../testing/papers.ts'
import { aReadingRoom, CONCLUSION, tablesHolding } from '../../testing/readings.ts'
import { aScan, aSignedPaper } from '../../testing/signed-paper.ts'
import { directiveSentence } from '../papers/index.ts'
import { printed } from './present.ts'

const room = await aReadingRoom()
const { app, as, get, post, ask, owner, organisation, aDraft, traces, empty } = room
const { a } = organisation

beforeEach(empty)

const noticeOf = async (id: string, username = 'standing'): Promise<Notice> => {
  const response = await get(username, `/documents/${id}/notice`)
  assertDone(response)
  return response.json()
}
const step = async (id: string, name: string, payload: object = {}, username = 'standing') => {
  const { version } = await noticeOf(id)
  return post(username, `/documents/${id}/notice/${name}`, { version, ...payload })
}
const done = async (id: string, name: string, payload: object = {}, username = 'standing') => {
  const response = await step(id, name, payload, username)
  assertDone(response)
  const notice: Notice = response.json()
  return notice
}
const drop = async (id: string, pdf: Buffer, username = 'standing') => {
  const { version } = await noticeOf(id)
  const edge = 'x-edge'
  return app.inject({
    method: 'POST',
    url: `/api/documents/${id}/notice/signed-paper`,
    headers: {
      'content-type': `multipart/form-data; boundary=${edge}`,
      ...(await as(username)),
    },
    payload: Buffer.concat([
      Buffer.from(
        `--${edge}\r\ncontent-disposition: form-data; name="version"\r\n\r\n${version}\r\n` +
          `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="05-TB-BCĐ.pdf"\r\ncontent-type: application/pdf\r\n\r\n`,
      ),
      pdf,
      Buffer.from(`\r\n--${edge}--\r\n`),
    ]),
  })
}
const sentences = ({ directives }: Notice) =>
  directives.map((directive) => directiveSentence(printed(directive)))
const FACTS = {
  number: 5,
  symbol: '05/TB-BCĐ',
  issuedOn: '2026-03-10',
  signerName: 'Nguyễn Văn Minh',
}

describe('a draft notice', () => {
  test('is written from the template of its issuer and the confirmed directives', async () => {
    const { noticeId, id } = await aDraft(CONCLUSION)
    const notice = await noticeOf(noticeId)
    expect(notice).toMatchObject({
      state: 'draft',
      draftNo: 1,
      symbol: 'TB-BCĐ',
      issuedOn: null,
      readingId: id,
      tasks: 4,
      content: {
        kind: 'committee',
        superior: 'Ủy ban nhân dân tỉnh Minh An',
        chair: { name: 'Nguyễn Văn Minh' },
        meeting: { on: '2026-03-06' },
      },
    })
    expect(notice.directives.map(({ position, gaps }) => [position, gaps])).toEqual([
      [1, []],
      [2, ['no_deadline']],
      [3, ['no_deadline']],
      [4, ['no_assignee', 'no_deadline']],
      [5, []],
    ])
    expect(notice.allowed).toEqual(['edit', 'submit', 'take_signed'])
    expect((await noticeOf(noticeId, 'chair')).allowed).toContain('start_by_word')
  })

  test('goes out as a Word file', async () => {
    const { noticeId } = await aDraft()
    const response = await get('standing', `/documents/${noticeId}/notice.docx`)
    expect(response.headers['content-type']).toContain('wordprocessingml')
    expect(response.rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await get('strangerstanding', `/documents/${noticeId}/notice.docx`)).statusCode).toBe(404)
  })

  test('has its written parts changed; a stale version is refused', async () => {
    const { noticeId } = await aDraft()
    const { version, content } = await noticeOf(noticeId)
    const changed = { ...content, evaluation: ['Các sở, ngành đã tích cực triển khai.'] }
    const url = `/documents/${noticeId}/notice`
    const response = await ask('standing', 'PUT', url, { version, content: changed })
    expect(response.json()).toMatchObject({ content: changed, version: version + 1 })
    const before = await traces()
    const stale = await ask('chair', 'PUT', url, { version, content })
    expect(stale.json()).toMatchObject({ status: 409, code: 'notices.changed' })
    expect(await traces()).toEqual(before)
  })

  test.each(['strangerstanding', 'officer', 'otherofficer', 'cooperative'])(
    'is not found by %s, and nothing is written',
    async (who) => {
      const { noticeId } = await aDraft()
      const { version, content } = await noticeOf(noticeId)
      const before = await traces()
      const url = `/documents/${noticeId}/notice`
      expect((await get(who, url)).statusCode).toBe(404)
      expect((await ask(who, 'PUT', url, { version, content })).statusCode).toBe(404)
      for (const name of ['submit', 'approve', 'start-by-word'])
        expect((await post(who, `${url}/${name}`, { version })).statusCode).toBe(404)
      expect(await traces()).toEqual(before)
    },
  )
})

describe('its way', () => {
  test('leads from the officer to the chair and back, with remarks', async () => {
    const { noticeId } = await aDraft()
    expect(await done(noticeId, 'submit')).toMatchObject({ state: 'submitted', allowed: ['take_signed'] })
    const told = await get('chair', '/notices')
    expect(told.json().items).toContainEqual(
      expect.objectContaining({ kind: 'document.submitted', subjectId: noticeId }),
    )
    const returned = await done(noticeId, 'return', { note: 'Bổ sung thời hạn mục 2' }, 'chair')
    expect(returned).toMatchObject({
      state: 'draft',
      draftNo: 2,
      remarks: [{ text: 'Bổ sung thời hạn mục 2' }],
    })
    await done(noticeId, 'submit')
    expect(await done(noticeId, 'approve', {}, 'delegate')).toMatchObject({ state: 'approved' })
  })

  test.each(['approve', 'return', 'start-by-word'])(
    'the standing officer does not %s, and nothing is written',
    async (name) => {
      const { noticeId } = await aDraft()
      await done(noticeId, 'submit')
      const before = await traces()
      const response = await step(noticeId, name, { note: 'x' })
      expect(response.json()).toMatchObject({ status: 403 })
      expect(await traces()).toEqual(before)
    },
  )

  test('no step is taken twice, nor before its turn', async () => {
    const { noticeId } = await aDraft()
    expect((await step(noticeId, 'approve', {}, 'chair')).json()).toMatchObject({
      code: 'directives.wrong_state',
    })
    await done(noticeId, 'submit')
    expect((await step(noticeId, 'submit')).json()).toMatchObject({ code: 'directives.wrong_state' })
    expect((await step(noticeId, 'issue', FACTS)).json()).toMatchObject({
      code: 'directives.wrong_state',
    })
  })

  test('work starts on the chair’s word, and is never late before the notice', async () => {
    const { noticeId } = await aDraft()
    const notice = await done(noticeId, 'start-by-word', { note: 'Làm ngay' }, 'chair')
    expect(notice.startedByWordOn).toBe('2026-03-10')
    const { items } = (await get('otherofficer', '/tasks')).json()
    expect(items).toMatchObject([{ status: 'waiting_notice' }])
    const seen = (await get('otherofficer', '/directives')).json().items
    expect(seen.map(({ position }: Directive) => position)).toEqual([2])
  })
})

describe('the signed paper', () => {
  test('is read and compared: nothing changed, and its tasks are given with its day', async () => {
    const { noticeId } = await aDraft()
    const pdf = await aSignedPaper({ items: sentences(await noticeOf(noticeId)) })
    const response = await drop(noticeId, pdf)
    assertDone(response)
    const { signed } = await noticeOf(noticeId)
    expect(signed).toMatchObject({
      hasText: true,
      number: 5,
      symbol: '05/TB-BCĐ',
      issuedOn: '2026-03-10',
      signerName: 'Nguyễn Văn Minh',
      signature: 'none',
    })
    expect(signed?.comparison?.directives.map(({ status }) => status)).toEqual(
      Array.from({ length: 5 }, () => 'same'),
    )
    const notice = await done(noticeId, 'issue', FACTS, 'chair')
    expect(notice).toMatchObject({ state: 'issued', symbol: '05/TB-BCĐ', issuedOn: '2026-03-10' })
    const { items } = (await get('otherofficer', '/tasks')).json()
    expect(items).toMatchObject([
      {
        status: 'not_taken_up',
        assignedOn: '2026-03-10',
        source: { label: expect.stringContaining('05/TB-BCĐ'), item: 'mục 2' },
      },
    ])
    expect((await get('otherofficer', `/documents/${noticeId}`)).statusCode).toBe(200)
    const duties = (await get('commune', '/tasks')).json().items
    expect(duties.map(({ recurrence, dueOn }: { recurrence: unknown; dueOn: string | null }) =>
      recurrence ? 'rule' : dueOn,
    )).toContain('2026-03-31')
    const told = (await get('otherofficer', '/notices')).json().items
    expect(told.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['document.issued', 'task.issued']),
    )
    const files = (await get('otherofficer', `/documents/${noticeId}`)).json().files
    expect(files).toMatchObject([{ part: 'signed' }])
  })

  test('shows what the signer changed, left out and added; it is taken over at the issue', async () => {
    const { noticeId } = await aDraft()
    const items = sentences(await noticeOf(noticeId))
    const [first = '', second = '', , ...rest] = items
    const pdf = await aSignedPaper({
      items: [
        first.replace('30/4/2026', '15/5/2026'),
        second,
        ...rest,
        'Giao Sở Công Thương báo cáo kết quả chuyển đổi số trong hợp tác xã với Ban Chỉ đạo.',
      ],
    })
    assertDone(await drop(noticeId, pdf))
    const { signed, version } = await noticeOf(noticeId)
    expect(signed?.comparison).toMatchObject({
      directives: [
        { status: 'changed', dueOn: '2026-05-15' },
        { status: 'same' },
        { status: 'missing' },
        { status: 'same' },
        { status: 'same' },
      ],
      added: [{ text: expect.stringContaining('chuyển đổi số') }],
      summary: { vi: 'Lãnh đạo đã sửa 1 chỗ, bỏ 1 nhiệm vụ, thêm 1 nội dung.' },
    })
    const response = await post('standing', `/documents/${noticeId}/notice/issue`, {
      version,
      ...FACTS,
      added: [
        {
          text: 'Báo cáo kết quả chuyển đổi số trong hợp tác xã với Ban Chỉ đạo',
          leadIds: [a.otherDepartmentId],
          manner: 'assign',
          dueOn: '2026-06-30',
        },
      ],
    })
    assertDone(response)
    const { directives }: Notice = response.json()
    expect(directives.map(({ item, dueOn }) => [item, dueOn])).toEqual([
      ['1', '2026-05-15'],
      ['2', null],
      ['3', null],
      ['4', null],
      ['5', '2026-06-30'],
    ])
    expect(directives[0]?.text).toMatch(/^Rà soát các HTX ngừng hoạt động.*15\/5\/2026$/)
    const { items: tasks } = (await get('otherofficer', '/tasks')).json()
    expect(tasks.map(({ dueOn }: { dueOn: string | null }) => dueOn).toSorted()).toEqual([
      '2026-06-30',
      null,
    ])
    const alliance = await owner
      .selectFrom('tasks')
      .select('id')
      .where('lead_id', '=', a.massOrganisationId)
      .where('state', '@>', sql`'{"phase":"issued"}'::jsonb`)
      .execute()
    expect(alliance).toEqual([])
  })

  test('a scan is kept; number, day and signer are typed by hand', async () => {
    const { noticeId } = await aDraft()
    assertDone(await drop(noticeId, await aScan()))
    expect((await noticeOf(noticeId)).signed).toMatchObject({ hasText: false, comparison: null, number: null })
    expect(await done(noticeId, 'issue', FACTS)).toMatchObject({ state: 'issued', symbol: '05/TB-BCĐ' })
  })

  test.each([
    ['another number', { number: 6, symbol: '06/TB-BCĐ' }, 'directives.not_this_paper'],
    ['another day', { issuedOn: '2026-03-09' }, 'directives.not_this_paper'],
  ])('%s than the paper’s is refused', async (_, wrong, code) => {
    const { noticeId } = await aDraft()
    assertDone(await drop(noticeId, await aSignedPaper({ items: sentences(await noticeOf(noticeId)) })))
    const before = await traces()
    expect((await step(noticeId, 'issue', { ...FACTS, ...wrong })).json()).toMatchObject({ code })
    expect(await traces()).toEqual(before)
  })

  test.each([
    ['before the meeting', '2026-03-05', 'directives.issued_before_meeting'],
    ['in the days to come', '2026-03-11', 'directives.issued_later'],
  ])('a day %s is refused', async (_, issuedOn, code) => {
    const { noticeId } = await aDraft()
    assertDone(await drop(noticeId, await aScan()))
    const before = await traces()
    expect((await step(noticeId, 'issue', { ...FACTS, issuedOn })).json()).toMatchObject({ code })
    expect(await traces()).toEqual(before)
  })

  test('marked secret, or no PDF at all, is refused before anything is kept', async () => {
    const { noticeId } = await aDraft()
    const words = 'kho lương thực dự trữ số chín'
    const items = [`Giao Sở Tài chính kiểm kê ${words}.`]
    const before = await traces()
    const secret = await drop(noticeId, await aSignedPaper({ items, mark: 'MẬT' }))
    expect(secret.json()).toMatchObject({ status: 422, code: 'notices.state_secret' })
    const word = await drop(noticeId, Buffer.from('PK\u0003\u0004 không phải PDF'))
    expect(word.json()).toMatchObject({ code: 'papers.not_pdf' })
    expect(await traces()).toEqual(before)
    expect(await tablesHolding(room, words)).toEqual([])
  })

  test('is not issued by the address of the document, past its tasks', async () => {
    const { noticeId } = await aDraft()
    const { version } = (await get('standing', `/documents/${noticeId}`)).json()
    const before = await traces()
    const response = await post('standing', `/documents/${noticeId}/steps`, {
      action: 'issue',
      version,
      ...FACTS,
    })
    expect(response.json()).toMatchObject({ status: 422, code: 'documents.is_notice' })
    expect(await traces()).toEqual(before)
  })

  test('issued twice at the same moment is issued once', async () => {
    const { noticeId } = await aDraft()
    assertDone(await drop(noticeId, await aScan()))
    const { version } = await noticeOf(noticeId)
    const answers = await Promise.all(
      [1, 2, 3].map(() => post('standing', `/documents/${noticeId}/notice/issue`, { version, ...FACTS })),
    )
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    expect((await get('otherofficer', '/tasks')).json().items).toHaveLength(1)
  })
})

describe('a directive', () => {
  const unclear = async (): Promise<{ directive: Directive; noticeId: string }> => {
    const { noticeId } = await aDraft()
    const directive = (await noticeOf(noticeId)).directives[3]
    if (!directive) throw new Error('no directive')
    return { directive, noticeId }
  }

  test('without a body is asked back to the chair, whose answer makes it a task', async () => {
    const { directive, noticeId } = await unclear()
    const { id } = directive
    const gaps = (await get('chair', '/directives?pending=gap')).json().items
    expect(gaps.map((one: Directive) => one.id)).toContain(id)
    const asked = await post('standing', `/directives/${id}/ask`, {
      version: directive.version,
      question: 'Giao cơ quan nào?',
    })
    expect(asked.json()).toMatchObject({ askedBack: { question: 'Giao cơ quan nào?', answer: null } })
    const waiting = (await get('chair', '/directives?pending=asked')).json().items
    expect(waiting).toMatchObject([{ id, allowed: ['edit', 'answer'] }])
    const { version } = waiting[0]
    const answered = await post('chair', `/directives/${id}/answer`, {
      version,
      answer: 'Giao Sở Công Thương, trong tháng 6',
      leadIds: [a.otherDepartmentId],
      due: { on: '2026-06-30', recurrence: null, isStanding: false, source: 'proposed' },
    })
    expect(answered.json()).toMatchObject({
      askedBack: { answer: 'Giao Sở Công Thương, trong tháng 6' },
      leads: [{ id: a.otherDepartmentId }],
      dueOn: '2026-06-30',
      gaps: [],
      hasTask: true,
    })
    expect((await noticeOf(noticeId)).tasks).toBe(5)
    expect((await get('chair', '/directives?pending=asked')).json().items).toEqual([])
  })

  test('answered after the issue becomes a task of the issued paper', async () => {
    const { directive, noticeId } = await unclear()
    const { id } = directive
    assertDone(
      await post('standing', `/directives/${id}/ask`, {
        version: directive.version,
        question: 'Giao cơ quan nào?',
      }),
    )
    assertDone(await drop(noticeId, await aScan()))
    await done(noticeId, 'issue', FACTS)
    const { version } = (await get('chair', `/directives/${id}`)).json()
    const before = (await get('otherofficer', '/tasks')).json().items.length
    assertDone(
      await post('chair', `/directives/${id}/answer`, {
        version,
        answer: 'Giao Sở Công Thương',
        leadIds: [a.otherDepartmentId],
      }),
    )
    const { items } = (await get('otherofficer', '/tasks')).json()
    expect(items).toHaveLength(before + 1)
  })

  test('is answered by who decides, not by who asked; others do not find it', async () => {
    const { directive } = await unclear()
    const { id, version } = directive
    assertDone(await post('standing', `/directives/${id}/ask`, { version, question: 'Ai?' }))
    const before = await traces()
    const answer = { version: version + 1, answer: 'Sở Công Thương' }
    expect((await post('standing', `/directives/${id}/answer`, answer)).statusCode).toBe(403)
    for (const who of ['strangerchair', 'leader'])
      expect((await post(who, `/directives/${id}/answer`, answer)).statusCode).toBe(404)
    const stale = await post('chair', `/directives/${id}/answer`, { ...answer, version })
    expect(stale.json()).toMatchObject({ status: 409, code: 'directives.changed' })
    expect(await traces()).toEqual(before)
  })

  test.each([
    ['a body that did not exist', { leadIds: ['01900000-0000-7000-8000-00000000dead'] }, 'directives.agency_not_on_day'],
    [
      'a proposed term before the text’s own',
      { due: { on: '2026-04-01', recurrence: null, isStanding: false, source: 'proposed' } },
      'directives.earlier_than_text',
    ],
  ])('is not changed to %s', async (_, patch, code) => {
    const { noticeId } = await aDraft()
    const directive = (await noticeOf(noticeId)).directives[0]
    const before = await traces()
    const response = await ask('standing', 'PUT', `/directives/${directive?.id}`, {
      version: directive?.version,
      ...patch,
    })
    expect(response.json()).toMatchObject({ status: 422, code })
    expect(await traces()).toEqual(before)
  })

  test('is no longer changed once its notice is issued', async () => {
    const { noticeId } = await aDraft()
    assertDone(await drop(noticeId, await aScan()))
    const { directives } = await done(noticeId, 'issue', FACTS)
    const response = await ask('standing', 'PUT', `/directives/${directives[0]?.id}`, {
      version: directives[0]?.version,
      text: 'Khác',
    })
    expect(response.json()).toMatchObject({ code: 'directives.wrong_state' })
  })
})
