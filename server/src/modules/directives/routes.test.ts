import type { Directive } from '@hopluc/shared/directives'
import { beforeEach, describe, expect, test } from 'vitest'
import { aNoticeRoom, FACTS } from '../../testing/notices.ts'
import { CONCLUSION } from '../../testing/readings.ts'

const room = await aNoticeRoom()
const { get, post, ask, aDraft, traces, empty, noticeOf, step, done } = room

beforeEach(empty)

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
    expect((await get('strangerstanding', `/documents/${noticeId}/notice.docx`)).statusCode).toBe(
      404,
    )
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
    expect(await done(noticeId, 'submit')).toMatchObject({
      state: 'submitted',
      allowed: ['take_signed'],
    })
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
    expect((await step(noticeId, 'submit')).json()).toMatchObject({
      code: 'directives.wrong_state',
    })
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
