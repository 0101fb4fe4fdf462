import type { NewTaskInput } from '@hopluc/shared/tasks'
import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { aTaskList } from '../../testing/tasks.ts'
import { SYSTEM_ACCOUNT, systemContext } from '../../platform/jobs-run.ts'
import { tell } from './index.ts'

const { organisation, db, jobsDb, owner, clock, get, post, aTask, empty } = await aTaskList()
const { a } = organisation

beforeEach(empty)

const context = () => createContext(db, a.standing.actor, '2026-03-10', clock.now)
const about = async (more: Partial<NewTaskInput> = {}) => {
  const { id } = await aTask(more)
  await owner.deleteFrom('notices').execute()
  return { subjectKind: 'task', subjectId: id, params: { title: 'Khảo sát' } } as const
}

test('the same thing is told once to a person, never to the doer, and only the addressee reads it', async () => {
  const own = context()
  const one = { ...(await about()), kind: 'task.issued', dedupe: 'one' } as const
  const to = { agencyIds: [a.departmentId], committeeId: a.committeeId }
  for (let count = 0; count < 2; count++) await own.write((tx) => tell(tx, own, { ...one, to }))
  const rows = await owner.selectFrom('notices').select('account_id').execute()
  expect(rows).toHaveLength(3) // officer, leader and clerk; the standing officer did it
  const inbox = (await get('officer', '/notices')).json()
  expect(inbox).toMatchObject({
    unseen: 1,
    items: [{ kind: 'task.issued', params: { title: 'Khảo sát' } }],
  })
  expect((await get('standing', '/notices')).json().items).toEqual([])
  expect((await get('otherofficer', '/notices')).json().items).toEqual([])
})

test('reach those who act for a body: the commune’s office for its people’s committee', async () => {
  const own = context()
  const [commune] = a.communes
  const to = { agencyIds: [commune.committeeId] }
  const task = await about({ leadIds: [commune.committeeId] })
  await own.write((tx) => tell(tx, own, { ...task, kind: 'task.issued', dedupe: 'two', to }))
  expect((await get('commune', '/notices')).json().unseen).toBe(1)
  expect((await get('communeleader', '/notices')).json().unseen).toBe(1)
  expect((await get('commune2', '/notices')).json().unseen).toBe(0)
})

test('go on where the cursor says, and are seen one by one or all', async () => {
  const own = context()
  const to = { accountIds: [a.officer.accountId] }
  const task = await about()
  for (let count = 0; count < 5; count++) {
    clock.now = new Date(clock.now.getTime() + 1000)
    const at = { ...own, now: clock.now }
    const dedupe = `${count}`
    await own.write((tx) => tell(tx, at, { ...task, kind: 'mention', dedupe, to }))
  }
  const first = (await get('officer', '/notices?limit=3')).json()
  const rest = (
    await get('officer', `/notices?limit=3&cursor=${encodeURIComponent(first.next)}`)
  ).json()
  expect([first.items.length, rest.items.length, rest.next]).toEqual([3, 2, null])
  const ids = [first.items[0].id]
  expect((await post('officer', '/notices/seen', { ids })).json()).toEqual({ unseen: 4 })
  expect((await post('leader', '/notices/seen', {})).json()).toEqual({ unseen: 0 })
  expect((await get('officer', '/notices?unseen=true')).json().items).toHaveLength(4)
  expect((await post('officer', '/notices/seen', {})).json()).toEqual({ unseen: 0 })
})

test('row security lets one tell those alone whom a record that one reads concerns', async () => {
  const { subjectId } = await about()
  const row = (account_id: string, more: object = {}) => {
    const base = { id: randomUUID(), account_id, kind: 'task.overdue', subject_kind: 'task' }
    return { ...base, subject_id: subjectId, dedupe: randomUUID(), ...more }
  }
  const telling = (person: typeof a.officer, notice: ReturnType<typeof row>) =>
    createContext(db, person.actor, '2026-03-10', clock.now).write((tx) =>
      tx.insertInto('notices').values(notice).execute(),
    )
  await telling(a.standing, row(a.officer.accountId))
  const refused: [typeof a.officer, ReturnType<typeof row>][] = [
    [a.standing, row(organisation.b.officer.accountId)], // whom it does not concern
    [a.standing, row(a.alliance.accountId)],
    [organisation.b.standing, row(a.officer.accountId)], // who does not read it
    [a.standing, row(a.officer.accountId, { told_by: SYSTEM_ACCOUNT })], // in the system's words
    [a.standing, row(organisation.b.officer.accountId, { subject_id: null })],
    [a.standing, row(a.officer.accountId, { subject_id: randomUUID() })],
    [a.standing, row(a.chair.accountId, { subject_kind: 'digest', subject_id: null })],
  ]
  for (const [person, notice] of refused)
    await expect(telling(person, notice)).rejects.toThrow('row-level security')
  expect(await owner.selectFrom('notices').select('id').execute()).toHaveLength(1)
})

test('nobody uses up the words in which the system would tell', async () => {
  const task = await about()
  const own = context()
  const dedupe = `task.due:${task.subjectId}:2026-03-20:-7`
  const to = { accountIds: [a.officer.accountId] }
  await own.write((tx) => tell(tx, own, { ...task, kind: 'task.due', dedupe, to }))
  const system = systemContext({ jobsDb, now: () => clock.now })
  await system.write((tx) => tell(tx, system, { ...task, kind: 'task.due', dedupe, to }))
  expect((await get('officer', '/notices')).json().unseen).toBe(2)
})

test('a person whom the record does not concern is left out, and the deed stands', async () => {
  const task = await about()
  const own = context()
  const to = { accountIds: [a.officer.accountId, organisation.b.officer.accountId] }
  await own.write((tx) => tell(tx, own, { ...task, kind: 'mention', dedupe: 'both', to }))
  const told = await owner.selectFrom('notices').select('account_id').execute()
  expect(told).toEqual([{ account_id: a.officer.accountId }])
})
