import type { Directive } from '@hopluc/shared/directives'
import { beforeEach, describe, expect, test } from 'vitest'
import { aNoticeRoom, FACTS } from '../../testing/notices.ts'
import { assertDone } from '../../testing/papers.ts'
import { aScan } from '../../testing/signed-paper.ts'

const room = await aNoticeRoom()
const { get, post, ask, organisation, aDraft, traces, empty, noticeOf, done, drop } = room
const { a } = organisation

beforeEach(empty)

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
    expect(asked.json()).toMatchObject({
      askedBack: { question: 'Giao cơ quan nào?', answer: null },
    })
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
    [
      'a body that did not exist',
      { leadIds: ['01900000-0000-7000-8000-00000000dead'] },
      'directives.agency_not_on_day',
    ],
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
