import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { aTaskList } from '../../testing/tasks.ts'
import { tell } from './index.ts'

const { organisation, db, owner, clock, get, post, empty } = await aTaskList()
const { a } = organisation

beforeEach(empty)

const context = () => createContext(db, a.standing.actor, '2026-03-10', clock.now)
const about = {
  subjectKind: 'task',
  subjectId: randomUUID(),
  params: { title: 'Khảo sát' },
} as const

test('the same thing is told once to a person, never to the doer, and only the addressee reads it', async () => {
  const own = context()
  const one = { ...about, kind: 'task.issued', dedupe: 'one' } as const
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
  await own.write((tx) => tell(tx, own, { ...about, kind: 'task.issued', dedupe: 'two', to }))
  expect((await get('commune', '/notices')).json().unseen).toBe(1)
  expect((await get('communeleader', '/notices')).json().unseen).toBe(1)
  expect((await get('commune2', '/notices')).json().unseen).toBe(0)
})

test('go on where the cursor says, and are seen one by one or all', async () => {
  const own = context()
  const to = { accountIds: [a.officer.accountId] }
  for (let count = 0; count < 5; count++) {
    clock.now = new Date(clock.now.getTime() + 1000)
    const at = { ...own, now: clock.now }
    const dedupe = `${count}`
    await own.write((tx) => tell(tx, at, { ...about, kind: 'mention', dedupe, to }))
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
