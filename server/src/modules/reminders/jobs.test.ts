import { beforeEach, describe, expect, test } from 'vitest'
import { SYSTEM_ACCOUNT } from '../../platform/jobs.ts'
import { systemContext } from '../../platform/jobs-run.ts'
import { aTaskList } from '../../testing/tasks.ts'
import { recurringHandler } from '../task-instances/index.ts'
import { handingOverHandler } from '../task-succession/index.ts'
import { remindingHandler } from './index.ts'

const { organisation, jobsDb, owner, clock, get, did, aTask, empty } = await aTaskList()
const { a } = organisation

beforeEach(empty)

/** As the jobs' role, under the system's account. */
function run(handler: typeof remindingHandler, payload: object = {}) {
  const system = systemContext({ jobsDb, now: () => clock.now })
  return handler.run({ payload, context: undefined, system })
}

const told = async (kind: string) => {
  const rows = await owner
    .selectFrom('notices')
    .innerJoin('accounts', 'accounts.id', 'notices.account_id')
    .select(['username', 'params'])
    .where('kind', '=', kind)
    .orderBy('username')
    .execute()
  return rows.map(({ username }) => username)
}

describe('reminders', () => {
  test('go to clerk and officers, or to the person it was passed to; never twice', async () => {
    await aTask()
    clock.now = new Date('2026-03-13T00:00:00Z') // Friday, 07:00 in Vietnam
    await run(remindingHandler)
    expect(await told('task.due')).toEqual(['clerk', 'officer'])
    await run(remindingHandler)
    expect(await told('task.due')).toEqual(['clerk', 'officer'])
    clock.now = new Date('2026-03-21T00:00:00Z')
    await run(remindingHandler)
    expect(await told('task.overdue')).toEqual(['clerk', 'officer'])
  })

  test('stop when the result is in, and begin anew with another term', async () => {
    const { id } = await aTask()
    await did('leader', id, 'take_up')
    await did('leader', id, 'submit', { text: 'Xong' })
    clock.now = new Date('2026-03-25T00:00:00Z')
    await run(remindingHandler)
    expect(await told('task.overdue')).toEqual([])
    await did('standing', id, 'return', { reason: 'Thiếu' })
    await run(remindingHandler)
    expect(await told('task.overdue')).toEqual(['clerk', 'officer'])
  })

  test('on Mondays tell the week to leaders, clerks and the committee', async () => {
    await aTask()
    clock.now = new Date('2026-03-16T00:00:00Z')
    await run(remindingHandler)
    expect(await told('digest.week')).toEqual(['chair', 'clerk', 'delegate', 'leader', 'standing'])
  })
})

describe('a standing duty', () => {
  const quarterly = { every: 'quarter', day: 15, isMonthAfter: true } as const

  test('has each quarter’s instance with its own term, made once', async () => {
    const { id } = await aTask({ recurrence: quarterly, dueOn: null, dueSource: null })
    expect((await get('standing', `/tasks/${id}`)).json().partRows).toMatchObject([
      { dueOn: '2026-04-15', title: expect.stringContaining('quý I/2026'), partKind: 'instance' },
    ])
    clock.now = new Date('2026-07-01T00:00:00Z')
    expect(await run(recurringHandler)).toEqual({ made: 2 })
    expect(await run(recurringHandler)).toEqual({ made: 0 })
    const page = (await get('standing', `/tasks/${id}`)).json()
    const dues = page.partRows.map(({ dueOn }: { dueOn: string }) => dueOn)
    expect(dues.toSorted()).toEqual(['2026-04-15', '2026-07-15', '2026-10-15'])
    expect(page.partRows[0]).toMatchObject({ dueOn: '2026-04-15', status: 'overdue' })
  })

  test('that is given to another lead has its next instances there', async () => {
    const leadIds = a.communes.map(({ committeeId }) => committeeId)
    const more = { recurrence: quarterly, dueOn: null, dueSource: null, leadIds, coIds: [] }
    const { id } = await aTask(more)
    const wish = { kind: 'change_lead', leadId: a.departmentId }
    const given = await did('chair', id, 'order', { wish, reason: 'Đổi phân công' })
    expect(given).toMatchObject({ lead: { id: a.departmentId }, status: 'not_taken_up' })
    expect((await did('officer', id, 'take_up')).status).toBe('standing')
    expect((await get('commune', `/tasks/${id}`)).json().allowed).toEqual([])
    clock.now = new Date('2026-04-01T00:00:00Z')
    await run(recurringHandler)
    const { partRows } = (await get('standing', `/tasks/${id}`)).json()
    expect(partRows.at(-1)).toMatchObject({ dueOn: '2026-07-15', lead: { id: a.departmentId } })
  })

  test('of several communes makes a container with their copies', async () => {
    const leadIds = a.communes.map(({ committeeId }) => committeeId)
    const { id, status } = await aTask({
      recurrence: quarterly,
      dueOn: null,
      dueSource: null,
      leadIds,
      coIds: [],
    })
    expect(status).toBe('standing')
    const { partRows } = (await get('standing', `/tasks/${id}`)).json()
    expect(partRows).toMatchObject([{ parts: { total: 2 }, lead: null, dueOn: '2026-04-15' }])
    const { items } = (await get('commune', '/tasks?parts=all')).json()
    expect(items.map(({ partKind }: { partKind: string }) => partKind)).toContain('copy')
    const author = await owner.selectFrom('task_events').select('account_id').execute()
    expect(author.every(({ account_id }) => account_id !== SYSTEM_ACCOUNT)).toBe(true)
  })
})

test('after a reorganisation tasks pass on by an event, once', async () => {
  const { id } = await aTask()
  await did('clerk', id, 'take_up')
  clock.now = new Date('2026-03-25T00:00:00Z')
  const fromId = a.departmentId
  const toId = a.otherDepartmentId
  const act = { fromId, toId, on: '2026-03-25', act: 'Nghị quyết sắp xếp' }
  expect(await run(handingOverHandler, act)).toEqual({ tasks: 1 })
  expect(await run(handingOverHandler, act)).toEqual({ tasks: 0 })
  const page = (await get('otherofficer', `/tasks/${id}`)).json()
  expect(page).toMatchObject({ lead: { id: toId }, status: 'overdue' })
  expect(page.allowed).toContain('progress')
  expect((await get('officer', `/tasks/${id}`)).json().allowed).not.toContain('progress')
  expect(page.leads).toMatchObject([{ daysLate: 4 }, { daysLate: 1 }])
})
