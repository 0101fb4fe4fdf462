import { TaskAction } from '@hopluc/shared/task-deeds'
import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db.ts'
import { createContext } from '../../platform/context.ts'
import { aTaskList } from '../../testing/tasks.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { MAY } from './index.ts'

const { organisation, owner, db, clock, did, aTask, counts, empty } = await aTaskList()
const { a, b } = organisation
type Person = typeof a.officer

beforeEach(empty)

const acting = (person: Person) => createContext(db, person.actor, '2026-03-10', clock.now).write

/** An event as a faulty service might append it: whatever the state, and as the next one. */
async function appending(person: Person, taskId: string, event: object) {
  const row = { task_id: taskId, seq: 90, event: JSON.stringify(event), by_words: 'x' }
  const { accountId, postId } = person.actor
  return acting(person)((tx) =>
    tx
      .insertInto('task_events')
      .values({ ...row, account_id: accountId, post_id: postId })
      .execute(),
  )
}

test('the table of rights in the database is the policy’s', async () => {
  const rows = await owner.selectFrom('task_rights').select(['action', 'capacity']).execute()
  const kept = rows.map(({ action, capacity }) => `${action} ${capacity}`)
  const wanted = TaskAction.options.flatMap((action) =>
    MAY[action].map((capacity) => `${action} ${capacity}`),
  )
  expect(kept.toSorted()).toEqual(wanted.toSorted())
})

describe('row security, whatever the server forgets', () => {
  const people: [string, Person][] = [
    ['chair', a.chair],
    ['delegate', a.delegate],
    ['standing', a.standing],
    ['leader', a.leader],
    ['officer', a.officer],
    ['clerk', a.clerk],
    ['co', a.otherOfficer],
    ['outsider', a.alliance],
    ['observer', organisation.observer],
    ['admin', organisation.admin],
    ['stranger', b.chair],
  ]

  test.each<[string, readonly string[], object?]>([
    ['draft', ['chair', 'delegate', 'standing']],
    ['import', ['chair', 'delegate', 'standing']],
    ['confirm', ['chair', 'delegate', 'standing']],
    ['decide', ['chair', 'delegate']],
    ['order', ['chair', 'delegate']],
    ['resume', ['chair', 'delegate']],
    ['take_up', ['leader', 'officer', 'clerk']],
    ['progress', ['leader', 'officer']],
    ['prepare', ['officer']],
    ['submit', ['leader']], // the department's leader approves what leaves
    ['explain', ['leader']],
    ['open_opinions', ['leader', 'officer']],
    ['hand_over', []],
    ['no_such_deed', []],
    ['give_opinion', [], { roundId: randomUUID(), agencyId: a.otherDepartmentId }],
  ])('%s is recorded by %j alone', async (action, who, more = {}) => {
    const { id } = await aTask()
    const done: string[] = []
    for (const [name, person] of people) {
      const put = appending(person, id, { action, on: '2026-03-10', ...more })
      const isDone = await put.then(
        () => true,
        (error: unknown) => {
          expect(String(error)).toContain('row-level security')
          return false
        },
      )
      if (isDone) done.push(name)
      await owner.deleteFrom('task_events').where('seq', '=', 90).execute()
    }
    expect(done).toEqual(who)
  })

  test('an opinion is given for the own agency when it was asked', async () => {
    const { id } = await aTask()
    const round = { id: randomUUID(), task_id: id, title: 'x', text: 'x', until_on: '2026-03-20' }
    await owner
      .insertInto('opinion_rounds')
      .values({ ...round, opened_on: '2026-03-10', created_by: a.officer.accountId })
      .execute()
    await owner
      .insertInto('opinions')
      .values({ round_id: round.id, agency_id: a.otherDepartmentId })
      .execute()
    const given = { action: 'give_opinion', roundId: round.id, on: '2026-03-10' }
    const own = { ...given, agencyId: a.otherDepartmentId }
    await expect(appending(a.officer, id, own)).rejects.toThrow('row-level security')
    const other = { ...given, agencyId: a.allianceId }
    await expect(appending(a.alliance, id, other)).rejects.toThrow('row-level security')
    await appending(a.otherOfficer, id, own)
  })

  test('nobody confirms the result of the own agency', async () => {
    const { id } = await aTask({ leadIds: [a.standingAgencyId], coIds: [] })
    const confirm = { action: 'confirm', on: '2026-03-10' }
    await expect(appending(a.standing, id, confirm)).rejects.toThrow('row-level security')
    await appending(a.chair, id, confirm)
  })

  test('nothing of a task is written without an event of one’s own in the same step', async () => {
    const { id } = await aTask()
    await did('officer', id, 'take_up') // an event of their own, but of another step
    const before = await look(id)
    const span = { from_on: '2020-01-01', until_on: '2020-01-02', status: 'done_in_time' }
    const party = { agency_id: a.allianceId, part: 'lead', from_on: '2026-03-10' }
    const writes: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) =>
        tx
          .insertInto('task_spans')
          .values({ ...span, task_id: id, lead_id: a.departmentId })
          .execute(),
      (tx) =>
        tx
          .insertInto('task_parties')
          .values({ ...party, task_id: id })
          .execute(),
      (tx) => tx.updateTable('tasks').set({ title: 'x' }).where('id', '=', id).execute(),
      (tx) => tx.updateTable('task_spans').set({ status: 'x' }).where('task_id', '=', id).execute(),
    ]
    const answers: string[] = []
    for (const person of [a.otherOfficer, a.officer, a.standing, b.standing])
      for (const write of writes)
        answers.push(
          await acting(person)(async (tx) => void (await write(tx))).then(() => '', String),
        )
    const refusals = answers.filter((answer) => answer !== '')
    // an update that finds no row of one's own is no error
    expect(refusals.length).toBeGreaterThanOrEqual(answers.length - 1)
    for (const refusal of refusals) expect(refusal).toMatch(/row-level security|permission denied/)
    for (const person of [a.otherOfficer, a.officer, a.standing])
      await acting(person)(async (tx) => {
        await tx.deleteFrom('task_spans').where('task_id', '=', id).execute()
        await tx
          .updateTable('task_parties')
          .set({ until_on: '2026-03-11' })
          .where('task_id', '=', id)
          .execute()
      })
    expect(await look(id)).toEqual(before)
  })

  test('a co-ordinator plans no steps, passes nothing on, presses nobody and directs nobody', async () => {
    const { id } = await aTask()
    const before = await counts()
    const one = { id: randomUUID(), task_id: id }
    const said = { ...one, account_id: a.otherOfficer.accountId, by_words: 'x', text: 'x' }
    const passed = { task_id: id, post_id: a.officer.postId, account_id: a.officer.accountId }
    const own = { agency_id: a.otherDepartmentId, passed_by: a.otherOfficer.accountId }
    const writes: ((tx: Tx) => Promise<unknown>)[] = [
      (tx) =>
        tx
          .insertInto('task_milestones')
          .values({ ...one, title: 'x', due_on: '2026-03-11', position: 0 })
          .execute(),
      (tx) =>
        tx
          .insertInto('task_dunnings')
          .values({ ...one, rung: 'reminder', on_day: '2026-03-10', by_words: 'x' })
          .execute(),
      (tx) =>
        tx
          .insertInto('task_persons')
          .values({ ...passed, ...own })
          .execute(),
      (tx) =>
        tx
          .insertInto('task_comments')
          .values({ ...said, kind: 'direction' })
          .execute(),
      (tx) =>
        tx
          .insertInto('opinion_rounds')
          .values({
            ...one,
            title: 'x',
            text: 'x',
            opened_on: '2026-03-10',
            until_on: '2026-03-11',
            created_by: a.otherOfficer.accountId,
          })
          .execute(),
    ]
    for (const write of writes)
      await expect(acting(a.otherOfficer)(write)).rejects.toThrow('row-level security')
    expect(await counts()).toEqual(before)
    await acting(a.otherOfficer)((tx) => tx.insertInto('task_comments').values(said).execute())
  })

  test('a task is given in the own body’s name alone, by those who prepare', async () => {
    const { id } = await aTask()
    const row = await owner
      .selectFrom('tasks')
      .select(['issuer_unit_id', 'year', 'title', 'manner', 'origin', 'lead_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const giving = (person: Person, issuer_id: string, number: number) =>
      acting(person)((tx) =>
        tx
          .insertInto('tasks')
          .values({ ...row, id: randomUUID(), issuer_id, number, created_by: person.accountId })
          .execute(),
      )
    await giving(a.standing, a.committeeId, 91)
    await giving(a.officer, a.departmentId, 92)
    for (const [person, issuerId] of [
      [a.officer, a.committeeId],
      [a.clerk, a.departmentId],
      [b.standing, a.committeeId],
    ] as const)
      await expect(giving(person, issuerId, 93)).rejects.toThrow('row-level security')
  })
})

function look(id: string) {
  return Promise.all([
    owner.selectFrom('tasks').selectAll().where('id', '=', id).execute(),
    owner.selectFrom('task_spans').selectAll().where('task_id', '=', id).execute(),
    owner.selectFrom('task_parties').selectAll().where('task_id', '=', id).execute(),
  ])
}
