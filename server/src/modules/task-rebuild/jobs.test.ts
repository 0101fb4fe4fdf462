import { beforeEach, expect, test } from 'vitest'
import { systemContext } from '../../platform/jobs-run.ts'
import { aTaskList } from '../../testing/tasks.ts'
import { rebuildingHandler } from './index.ts'

const { organisation, jobsDb, owner, clock, get, did, aTask, empty } = await aTaskList()
const { a } = organisation

beforeEach(empty)

const rebuild = () => {
  const system = systemContext({ jobsDb, now: () => clock.now })
  return rebuildingHandler.run({ payload: {}, context: undefined, system })
}
const look = () =>
  Promise.all([
    owner.selectFrom('task_spans').selectAll().orderBy('task_id').orderBy('from_on').execute(),
    owner.selectFrom('tasks').select(['id', 'version', 'state']).orderBy('id').execute(),
  ])

test('changes nothing when nothing has changed', async () => {
  await aTask({ leadIds: a.communes.map(({ committeeId }) => committeeId), coIds: [] })
  const { id } = await aTask()
  await did('clerk', id, 'take_up')
  const before = await look()
  expect(await rebuild()).toEqual({ tasks: 4 })
  expect(await look()).toEqual(before)
})

test('takes over how many days are soon, from the day on from which it holds', async () => {
  const { id } = await aTask()
  await did('clerk', id, 'take_up')
  const value = JSON.stringify(3)
  await owner
    .insertInto('settings')
    .values({ name: 'tasks.due_soon_days', value, from_on: '2026-03-14' })
    .execute()
  await rebuild()
  const statusOn = async (day: string) => {
    clock.now = new Date('2026-03-30T03:00:00Z')
    return (await get('officer', `/tasks/${id}?asOf=${day}`)).json().status
  }
  expect(await statusOn('2026-03-13')).toBe('due_soon')
  expect(await statusOn('2026-03-14')).toBe('in_term')
  expect(await statusOn('2026-03-17')).toBe('due_soon')
  await owner.deleteFrom('settings').where('name', '=', 'tasks.due_soon_days').execute()
})
