import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { expect, test } from 'vitest'
import { stateOf } from '../../bench/reorg-state.ts'
import { aReorganiser, mergeOf } from '../../testing/reorganisations.ts'

const place = await aReorganiser()
const { owner, draw, look, apply, undo, ask } = place
const { a } = await place.setUp()
const [east, west] = a.communes
const FOREVER = '9999-12-31'

/** A seat of the committee, in charge of both communes. */
const seat = newId()
const body = { body_id: a.committeeId, created_by: a.standing.accountId }
await owner
  .insertInto('committee_members')
  .values({
    id: seat,
    committee_id: a.committeeId,
    name: 'Trần Minh Thử',
    office: 'Giám đốc Sở Công Thương',
    part: 'deputy',
    agency_id: a.otherDepartmentId,
    from_on: '2025-01-01',
  })
  .execute()
for (const { unitId } of [east, west]) {
  const common = { ...body, seat_id: seat, unit_id: unitId }
  await owner
    .insertInto('duties')
    .values({ id: newId(), from_on: '2026-01-01', ...common })
    .execute()
  await owner
    .insertInto('inspections')
    .values([
      {
        id: newId(),
        subject: 'Đã kiểm tra',
        state: 'made',
        planned_on: '2026-02-01',
        made_on: '2026-02-02',
        findings: 'Tốt',
        ...common,
      },
      {
        id: newId(),
        subject: 'Sắp kiểm tra',
        state: 'planned',
        planned_on: '2026-06-01',
        ...common,
      },
    ])
    .execute()
}
const programme = newId()
await owner
  .insertInto('programmes')
  .values({ id: programme, year: 2026, ...body })
  .execute()
const item = (text: string, due: string, lead: string) => ({
  id: newId(),
  programme_id: programme,
  month: Number(due.slice(5, 7)),
  kind: 'report',
  text,
  lead_id: lead,
  due_on: due,
  position: 1,
})
await owner
  .insertInto('programme_items')
  .values([
    item('Việc đã qua', '2026-02-20', east.committeeId),
    item('Việc của xã', '2026-06-20', east.committeeId),
    item('Việc của sở', '2026-07-20', a.departmentId),
  ])
  .execute()

const duties = async () =>
  (
    await owner
      .selectFrom('duties')
      .select(['unit_id', 'from_on', 'until_on'])
      .orderBy('from_on')
      .orderBy('until_on')
      .orderBy('unit_id')
      .execute()
  ).map((row) => [row.unit_id, row.from_on, row.until_on])
const inspections = async (state: string) =>
  (
    await owner.selectFrom('inspections').select('unit_id').where('state', '=', state).execute()
  ).map(({ unit_id }) => unit_id)
const items = async () =>
  (
    await owner
      .selectFrom('programme_items')
      .select(['text', 'lead_id', 'cancelled_on', 'note'])
      .orderBy('due_on')
      .execute()
  ).map((row) => [row.text, row.lead_id, row.cancelled_on, row.note])

test('one in charge of two communes is in charge of the one they become; what was done stays', async () => {
  const before = await stateOf(owner)
  const { plan, newUnit, newCommittee } = mergeOf(a, 'Minh Phụ')
  const draft = await draw(plan)
  const { held } = await look(draft)
  expect(held).toContainEqual(expect.objectContaining({ kind: 'duties', count: 2 }))
  expect(held).toContainEqual(expect.objectContaining({ kind: 'inspections', count: 2 }))
  await apply(draft.id)
  const old = [east.unitId, west.unitId].toSorted()
  expect(await duties()).toEqual([
    ...old.map((unitId) => [unitId, '2026-01-01', '2026-02-28']),
    [newUnit, '2026-03-01', FOREVER],
  ])
  expect((await inspections('made')).toSorted()).toEqual(old)
  expect(await inspections('planned')).toEqual([newUnit, newUnit])
  expect(await items()).toEqual([
    ['Việc đã qua', east.committeeId, null, null],
    ['Việc của xã', newCommittee, null, null],
    ['Việc của sở', a.departmentId, null, null],
  ])
  await undo(draft.id)
  expect(await stateOf(owner)).toEqual(before)
})

test('with its body everything ends that was still to come, the boards of an Alliance too', async () => {
  const board = newId()
  await owner.insertInto('agencies').values({ id: board }).execute()
  await owner
    .insertInto('agency_versions')
    .values({
      agency_id: board,
      from_on: '2025-01-01',
      unit_id: a.unitId,
      kind: 'board',
      name: 'Ban Chấp hành Liên minh Minh An',
      short_name: 'BCH',
      manner: 'never',
    })
    .execute()
  await owner
    .insertInto('boards')
    .values({ body_id: board, alliance_id: a.allianceId, kind: 'executive' })
    .execute()
  const before = await stateOf(owner)
  const ended = [a.committeeId, a.allianceId]
  const plan = {
    agencies: { ended, successions: ended.map((fromId) => ({ fromId, toId: a.standingAgencyId })) },
  }
  const first = await look(await draw(plan))
  const answers = Object.fromEntries(
    first.questions
      .filter(({ isOpen }) => isOpen)
      .map(({ key, choices }) => [key, choices.find(({ value }) => value !== 'none')?.value ?? '']),
  )
  const draft = await draw({ ...plan, answers })
  expect(await look(draft)).toMatchObject({ errors: [], canApply: true })
  await apply(draft.id)
  expect((await duties()).map(([, , until]) => until)).toEqual(['2026-02-28', '2026-02-28'])
  expect(await inspections('planned')).toEqual([])
  expect(await inspections('made')).toHaveLength(2)
  expect((await items()).map(([text, , on]) => [text, on])).toEqual([
    ['Việc đã qua', null],
    ['Việc của xã', '2026-03-01'],
    ['Việc của sở', '2026-03-01'],
  ])
  const { rows } = await sql<{ until: string }>`select until_on::text as until
    from agency_versions where agency_id = ${board}`.execute(owner)
  expect(rows).toEqual([{ until: '2026-02-28' }])
  await undo(draft.id)
  expect(await stateOf(owner)).toEqual(before)
})

test('an undo is refused while a meeting was noted under a duty that passed over', async () => {
  const { plan } = mergeOf(a, 'Minh Gặp')
  const { id } = await draw(plan)
  const { version } = await apply(id)
  const duty = await owner
    .selectFrom('duties')
    .select('id')
    .where('from_on', '=', '2026-03-01')
    .executeTakeFirstOrThrow()
  const meeting = newId()
  await owner
    .insertInto('duty_meetings')
    .values({
      id: meeting,
      duty_id: duty.id,
      met_on: '2026-03-05',
      note: 'Đã làm việc',
      by_words: 'Trần Minh Thử',
      created_by: a.standing.accountId,
    })
    .execute()
  const refused = await ask('admin', 'POST', `/reorganisations/${id}/undo`, { version })
  expect(refused.json()).toMatchObject({
    code: 'reorganisations.rested_on',
    issues: [{ path: 'committee-work' }],
  })
  await owner.deleteFrom('duty_meetings').where('id', '=', meeting).execute()
  expect(await undo(id)).toMatchObject({ state: 'undone' })
})
