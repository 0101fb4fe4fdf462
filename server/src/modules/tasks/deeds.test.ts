import type { Task } from '@hopluc/shared/tasks'
import { beforeEach, describe, expect, test } from 'vitest'
import { lastSaid } from '../../testing/audit.ts'
import { aTaskList } from '../../testing/tasks.ts'

const { organisation, owner, get, post, ask, act, did, aTask, counts, empty } = await aTaskList()
const { a } = organisation

beforeEach(empty)

const CAUSE = { text: 'Mưa lũ kéo dài', isObjective: true }
const PAUSE = { wish: { kind: 'pause', isObjective: true }, reason: 'Chờ Nghị định mới' }

/** A deed with what comes before it, whose it is, and what it leaves. */
interface Case {
  action: string
  by: string
  more: object
  before: (id: string) => Promise<unknown>
  leaves: object
  /** Who may not, though they may read it. */
  not: readonly string[]
}

const CASES: readonly Case[] = [
  {
    action: 'answer',
    by: 'standing',
    more: { text: 'Theo mẫu số 2' },
    before: (id) => did('leader', id, 'question', { text: 'Theo mẫu nào?' }),
    leaves: { waiting: [], history: [{ action: 'answer', text: 'Theo mẫu số 2' }] },
    not: ['leader', 'officer', 'otherofficer', 'observer'],
  },
  {
    action: 'resume',
    by: 'chair',
    more: { reason: 'Đã có Nghị định' },
    before: (id) => did('chair', id, 'order', PAUSE),
    leaves: { status: 'in_term', history: [{ action: 'resume' }] },
    not: ['standing', 'leader', 'otherofficer', 'observer'],
  },
  {
    action: 'explain',
    by: 'leader',
    more: CAUSE,
    before: (id) =>
      did('chair', id, 'ask_explanation', { text: 'Vì sao chậm?', untilOn: '2026-03-13' }),
    leaves: { waiting: [], history: [{ action: 'explain', text: CAUSE.text }] },
    not: ['officer', 'standing', 'chair', 'otherofficer', 'observer'],
  },
  {
    action: 'judge_cause',
    by: 'chair',
    more: CAUSE,
    before: async () => undefined,
    leaves: { history: [{ action: 'judge_cause', text: CAUSE.text }] },
    not: ['standing', 'leader', 'otherofficer', 'observer'],
  },
  {
    action: 'add_paper',
    by: 'leader',
    more: { seq: 4, paper: { number: '58/BC-SNN', on: '2026-03-10' } },
    before: (id) => did('leader', id, 'submit', { text: 'Đã xong' }),
    leaves: { history: [{ action: 'add_paper', papers: [{ number: '58/BC-SNN' }] }] },
    not: ['standing', 'chair', 'otherofficer', 'observer'],
  },
]

async function begun({ before }: Pick<Case, 'before'>): Promise<string> {
  const { id } = await aTask()
  await did('officer', id, 'take_up')
  await before(id)
  return id
}

describe.each(CASES)('$action', (one) => {
  const { action, by, more, leaves, not } = one

  test(`is done by ${by} and told in the history`, async () => {
    const id = await begun(one)
    const done = await did(by, id, action, more)
    expect({ ...done, history: done.history.slice(0, 1) }).toMatchObject(leaves)
    const audit = await owner
      .selectFrom('audit_entries')
      .select('event')
      .where('event', '=', `task.${action}`)
      .execute()
    expect(audit).toHaveLength(1)
  })

  test('is refused to others and to other units, and nothing is recorded', async () => {
    const id = await begun(one)
    const before = await counts()
    for (const who of not) expect((await act(who, id, action, more)).statusCode).toBe(403)
    for (const who of ['commune', 'strangerchair', 'strangerleader', 'strangerstanding'])
      expect((await act(who, id, action, more)).statusCode).toBe(404)
    expect(await counts()).toEqual(before)
  })

  test('is refused to who saw another version, and nothing is recorded', async () => {
    const id = await begun(one)
    const before = await counts()
    const stale = await act(by, id, action, { ...more, version: 1 })
    expect(stale.json()).toMatchObject({ status: 409, code: 'tasks.changed' })
    expect(await counts()).toEqual(before)
  })
})

test.each<[string, string, object, string, string]>([
  ['answer', 'standing', { text: 'x' }, 'wrong_state', 'nobody asked'],
  ['resume', 'chair', { reason: 'x' }, 'wrong_state', 'it is not paused'],
  ['explain', 'leader', CAUSE, 'wrong_state', 'nobody wants it explained'],
  [
    'add_paper',
    'standing',
    { seq: 3, paper: { number: '1', on: '2026-03-10' } },
    'no_such_event',
    'the deed has no paper',
  ],
])('%s is not taken from %s with %j: %s, for %s', async (action, by, more, code) => {
  const id = await begun({ before: async () => undefined })
  const before = await counts()
  const refused = await act(by, id, action, more)
  expect(refused.json()).toMatchObject({ status: 422, code: `tasks.${code}` })
  expect(await counts()).toEqual(before)
})

test('the cause of a draft is not judged', async () => {
  const { id } = await aTask({ start: null })
  const before = await counts()
  const refused = await act('chair', id, 'judge_cause', CAUSE)
  expect(refused.json()).toMatchObject({ status: 422, code: 'tasks.wrong_state' })
  expect(await counts()).toEqual(before)
})

describe('milestones', () => {
  const plan = (who: string, { id, version }: Pick<Task, 'id' | 'version'>, title = 'Dự thảo 1') =>
    ask(who, 'PUT', `/tasks/${id}/milestones`, {
      version,
      milestones: [{ title, dueOn: '2026-03-15', doneOn: null }],
    })
  const kept = () => owner.selectFrom('task_milestones').select('title').execute()

  test('are planned by who works on it or prepares it, anew each time', async () => {
    const task = await aTask()
    const planned = await plan('officer', task)
    expect(planned.json()).toMatchObject({ milestones: [{ title: 'Dự thảo 1', doneOn: null }] })
    await plan('standing', task, 'Dự thảo 2')
    expect(await kept()).toEqual([{ title: 'Dự thảo 2' }])
    expect(await lastSaid(owner, 'task.plan_milestones')).toMatchObject({
      before: { milestones: [{ title: 'Dự thảo 1', dueOn: '2026-03-15' }] },
      milestones: [{ title: 'Dự thảo 2' }],
    })
  })

  test('are refused to others and other units, in a stale version and when it is over', async () => {
    const task = await aTask()
    await plan('officer', task)
    const before = await counts()
    for (const who of ['otherofficer', 'clerk', 'observer'])
      expect((await plan(who, task, 'x')).statusCode).toBe(403)
    for (const who of ['commune', 'strangerofficer', 'strangerchair'])
      expect((await plan(who, task, 'x')).statusCode).toBe(404)
    const stale = await plan('officer', { ...task, version: task.version + 1 }, 'x')
    expect(stale.json()).toMatchObject({ status: 409, code: 'tasks.changed' })
    expect(await counts()).toEqual(before)
    const over = await did('chair', task.id, 'order', { wish: { kind: 'cancel' }, reason: 'Thôi' })
    const cancelled = await counts()
    expect((await plan('officer', over, 'x')).statusCode).toBe(403)
    expect(await counts()).toEqual(cancelled)
    expect(await kept()).toEqual([{ title: 'Dự thảo 1' }])
  })
})

describe('what was passed to a person', () => {
  async function passed() {
    const { id } = await aTask()
    await post('clerk', `/tasks/${id}/persons`, { postIds: [a.officer.postId], note: null })
    return { id, url: `/tasks/${id}/persons/${a.officer.postId}/end` }
  }

  test('is taken back by the clerk, once', async () => {
    const { id, url } = await passed()
    expect((await get('officer', '/tasks/mine')).json().items).toMatchObject([{ id }])
    const ended = await post('clerk', url)
    expect(ended.json()).toMatchObject({ id })
    expect((await get('officer', '/tasks/mine')).json().items).toEqual([])
    const before = await counts()
    expect((await post('clerk', url)).json()).toMatchObject({
      status: 422,
      code: 'tasks.not_colleague',
    })
    expect(await counts()).toEqual(before)
  })

  test('is not taken back by others or other units, and nothing is recorded', async () => {
    const { url } = await passed()
    const before = await counts()
    for (const who of ['officer', 'standing', 'otherofficer', 'observer'])
      expect((await post(who, url)).statusCode).toBe(403)
    for (const who of ['commune', 'strangerclerk', 'strangerchair'])
      expect((await post(who, url)).statusCode).toBe(404)
    expect(await counts()).toEqual(before)
    expect((await get('officer', '/tasks/mine')).json().items).toHaveLength(1)
  })
})
