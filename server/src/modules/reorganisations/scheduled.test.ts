import { expect, test } from 'vitest'
import { stateOf } from '../../bench/reorg-state.ts'
import { systemContext } from '../../platform/jobs-run.ts'
import { aReorganiser, mergeOf } from '../../testing/reorganisations.ts'
import { carryOutDue, lookAhead } from './scheduled.ts'

const place = await aReorganiser()
const { owner, ask, clock, draw, undo, jobsDb } = place
const { a } = await place.setUp()
const [east] = a.communes
const LATER = { onDay: '2026-04-01' }

const system = () => systemContext({ jobsDb, now: () => clock.now })
const read = async (id: string) => (await ask('admin', 'GET', `/reorganisations/${id}`)).json()
const step = async (username: string, id: string, name: string) => {
  const { version } = await read(id)
  return ask(username, 'POST', `/reorganisations/${id}/${name}`, { version })
}
const told = async () => {
  const { items } = (await ask('admin', 'GET', '/notices')).json()
  return items.filter(({ kind }: { kind: string }) => kind === 'reorganisation.waits')
}
const audits = async () =>
  (await owner.selectFrom('audit_entries').select('event').orderBy('id').execute()).map(
    ({ event }) => event,
  )

test('waits for its day, on which the system carries it out', async () => {
  clock.now = new Date('2026-03-10T03:00:00Z')
  const { id } = await draw(mergeOf(a, 'Minh Sớm').plan, LATER)
  expect(await read(id)).toMatchObject({ allowed: ['change', 'preview', 'schedule'] })
  expect((await step('admin', id, 'apply')).json()).toMatchObject({
    code: 'reorganisations.not_yet',
  })
  const before = await stateOf(owner)
  const scheduled = (await step('admin', id, 'schedule')).json()
  expect(scheduled).toMatchObject({ state: 'scheduled', allowed: ['preview', 'unschedule'] })
  await carryOutDue(system())
  await lookAhead(system())
  expect([(await read(id)).state, await told()]).toEqual(['scheduled', []])
  expect(await stateOf(owner)).toEqual(before)

  clock.now = new Date('2026-03-31T16:59:00Z') // 23:59 in Vietnam
  await carryOutDue(system())
  expect((await read(id)).state).toBe('scheduled')
  clock.now = new Date('2026-03-31T17:01:00Z')
  await carryOutDue(system())
  expect(await read(id)).toMatchObject({ state: 'applied', allowed: ['undo'] })
  const posts = await owner
    .selectFrom('posts')
    .select(['from_on', 'until_on'])
    .where('account_id', '=', east.officer.accountId)
    .orderBy('from_on')
    .execute()
  expect(posts).toMatchObject([{ until_on: '2026-03-31' }, { from_on: '2026-04-01' }])
  const [applied] = await owner
    .selectFrom('reorganisations')
    .select('applied_by')
    .where('id', '=', id)
    .execute()
  expect(applied?.applied_by).toBe((await adminOf()).id)
  expect((await undo(id)).state).toBe('undone')
  expect(await stateOf(owner)).toEqual(before)
})

test('an act that was changed at that moment does not keep the next from its day', async () => {
  clock.now = new Date('2026-03-10T03:00:00Z')
  const [first, second] = [
    await draw(mergeOf(a, 'Minh Trước').plan, LATER),
    await draw(mergeOf(a, 'Minh Sau').plan, { onDay: '2026-04-02' }),
  ]
  for (const { id } of [first, second])
    expect((await step('admin', id, 'schedule')).json()).toMatchObject({ state: 'scheduled' })
  clock.now = new Date('2026-04-02T03:00:00Z')
  const base = system()
  const changedFirst: typeof base = {
    ...base,
    read: async (work) => {
      const found = await base.read(work)
      await owner
        .updateTable('reorganisations')
        .set(({ eb }) => ({ version: eb('version', '+', 1) }))
        .where('id', '=', first.id)
        .where('state', '=', 'scheduled')
        .execute()
      return found
    },
  }
  await expect(carryOutDue(changedFirst)).rejects.toMatchObject({ code: 'reorganisations.changed' })
  expect([(await read(first.id)).state, (await read(second.id)).state]).toEqual([
    'scheduled',
    'applied',
  ])
  expect((await undo(second.id)).state).toBe('undone')
  expect((await step('admin', first.id, 'unschedule')).json().state).toBe('draft')
})

test('is the administrator’s, and a refused step leaves nothing behind', async () => {
  clock.now = new Date('2026-03-10T03:00:00Z')
  const { id, version } = await draw(mergeOf(a, 'Minh Riêng').plan, LATER)
  const before = await audits()
  for (const username of ['standing', 'chair', 'commune', 'strangerstanding', 'observer'])
    for (const name of ['schedule', 'unschedule'])
      expect((await step(username, id, name)).statusCode).toBe(403)
  const stale = await ask('admin', 'POST', `/reorganisations/${id}/schedule`, {
    version: version + 1,
  })
  expect(stale.json()).toMatchObject({ code: 'reorganisations.changed' })
  expect((await step('admin', id, 'unschedule')).json()).toMatchObject({
    code: 'reorganisations.wrong_state',
  })
  expect(await audits()).toEqual(before)
  const due = await draw(mergeOf(a, 'Minh Nay').plan)
  expect((await step('admin', due.id, 'schedule')).json()).toMatchObject({
    code: 'reorganisations.due',
  })
})

test('is changed only after it was taken off, and then does not happen', async () => {
  clock.now = new Date('2026-03-10T03:00:00Z')
  const { id, act, onDay, title, plan } = await draw(mergeOf(a, 'Minh Thôi').plan, LATER)
  await step('admin', id, 'schedule')
  const { version } = await read(id)
  const edit = { act, onDay, title, plan, version }
  expect((await ask('admin', 'PUT', `/reorganisations/${id}`, edit)).json()).toMatchObject({
    code: 'reorganisations.wrong_state',
  })
  expect((await step('admin', id, 'unschedule')).json()).toMatchObject({
    state: 'draft',
    allowed: ['change', 'preview', 'schedule'],
  })
  clock.now = new Date('2026-04-01T03:00:00Z')
  await carryOutDue(system())
  expect((await read(id)).state).toBe('draft')
})

test('tells who set it down of what has come up since, once, and goes on when it is settled', async () => {
  clock.now = new Date('2026-03-10T03:00:00Z')
  const { id } = await draw(mergeOf(a, 'Minh Hỏi').plan, LATER)
  await step('admin', id, 'schedule')
  // another act founds a unit with the successor's id in the meantime: the plan cannot hold
  const { plan } = await read(id)
  const [founded] = plan.units.founded
  await owner.insertInto('units').values({ id: founded.id }).execute()
  await owner
    .insertInto('unit_versions')
    .values({
      unit_id: founded.id,
      from_on: '2026-03-11',
      level: 'commune',
      kind: 'xã',
      name: 'Minh Chen',
      parent_id: a.unitId,
    })
    .execute()
  await lookAhead(system())
  await lookAhead(system())
  const [notice, ...more] = await told()
  expect(more).toEqual([])
  expect(notice).toMatchObject({ subjectKind: 'reorganisation', subjectId: id })
  expect(notice.params.text).toContain('Minh')

  clock.now = new Date('2026-04-01T03:00:00Z')
  const before = await stateOf(owner)
  await expect(carryOutDue(system())).rejects.toThrow('have to be settled')
  expect(await stateOf(owner)).toEqual(before)
  expect(await read(id)).toMatchObject({
    state: 'draft',
    allowed: ['change', 'preview', 'apply'],
    progress: { failure: { vi: expect.stringContaining('nội dung phải xử lý') } },
  })
  expect(await told()).toHaveLength(2)

  await owner.deleteFrom('unit_versions').where('unit_id', '=', founded.id).execute()
  await owner.deleteFrom('units').where('id', '=', founded.id).execute()
  expect((await place.apply(id)).state).toBe('applied')
})

function adminOf() {
  return owner
    .selectFrom('accounts')
    .select('id')
    .where('username', '=', 'admin')
    .executeTakeFirstOrThrow()
}

test('an undo is refused to every other role, and nothing is recorded of it', async () => {
  const { items } = (await ask('admin', 'GET', '/reorganisations?state=applied')).json()
  const [{ id }] = items
  const [state, recorded] = [await stateOf(owner), await audits()]
  for (const username of ['standing', 'chair', 'officer', 'commune', 'communeleader', 'observer'])
    expect((await step(username, id, 'undo')).statusCode).toBe(403)
  for (const username of ['strangerstanding', 'strangercommune', 'strangerofficer'])
    expect((await step(username, id, 'undo')).statusCode).toBe(403)
  expect([await stateOf(owner), await audits()]).toEqual([state, recorded])
  expect((await read(id)).state).toBe('applied')
})
