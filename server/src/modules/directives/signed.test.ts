import type { Notice } from '@hopluc/shared/directives'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { aNoticeRoom, FACTS, sentences } from '../../testing/notices.ts'
import { assertDone } from '../../testing/papers.ts'
import { tablesHolding } from '../../testing/readings.ts'
import { aScan, aSignedPaper } from '../../testing/signed-paper.ts'

const room = await aNoticeRoom()
const { get, post, owner, organisation, aDraft, traces, empty, noticeOf, step, done, drop } = room
const { a } = organisation

beforeEach(empty)

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
    expect(
      duties.map(({ recurrence, dueOn }: { recurrence: unknown; dueOn: string | null }) =>
        recurrence ? 'rule' : dueOn,
      ),
    ).toContain('2026-03-31')
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
    const before = await traces()
    const unstated = await drop(noticeId, await aScan(), 'standing', { isStatedOpen: false })
    expect(unstated.json()).toMatchObject({ status: 422, code: 'files.unseen' })
    expect(await traces()).toEqual(before)
    assertDone(await drop(noticeId, await aScan()))
    expect((await noticeOf(noticeId)).signed).toMatchObject({
      hasText: false,
      comparison: null,
      number: null,
    })
    expect(await done(noticeId, 'issue', FACTS)).toMatchObject({
      state: 'issued',
      symbol: '05/TB-BCĐ',
    })
  })

  test.each([
    ['another number', { number: 6, symbol: '06/TB-BCĐ' }, 'directives.not_this_paper'],
    ['another day', { issuedOn: '2026-03-09' }, 'directives.not_this_paper'],
  ])('%s than the paper’s is refused', async (_, wrong, code) => {
    const { noticeId } = await aDraft()
    assertDone(
      await drop(noticeId, await aSignedPaper({ items: sentences(await noticeOf(noticeId)) })),
    )
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
      [1, 2, 3].map(() =>
        post('standing', `/documents/${noticeId}/notice/issue`, { version, ...FACTS }),
      ),
    )
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    expect((await get('otherofficer', '/tasks')).json().items).toHaveLength(1)
  })
})
