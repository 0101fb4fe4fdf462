import { randomUUIDv7 as newId } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { stateOf } from '../../bench/reorg-state.ts'
import { aReorganiser, mergeOf } from '../../testing/reorganisations.ts'
import { aRow } from '../../testing/rights-rows.ts'

const place = await aReorganiser()
const { owner, apply, ask, draw, look, undo } = place
const { a } = await place.setUp()
const [east, west] = a.communes
const by = { created_by: east.leader.accountId }
const own = { owner_id: east.committeeId, owner_unit_id: east.unitId }
const hash = (text: string) => Buffer.from(text.padEnd(20))

/** The older reading of a text is the one that goes on. */
const [reading = '', twin = ''] = [newId(), newId()].toSorted()
/** One row of each kind that is open, and one that is done. */
const rows = {
  planned: newId(),
  held: newId(),
  elsewhere: newId(),
  reading,
  twin,
  confirmed: newId(),
  draft: newId(),
  issued: newId(),
  directive: newId(),
  given: newId(),
  invitation: newId(),
  attended: newId(),
  congress: newId(),
  committeeDraft: newId(),
}
const meeting = (id: string, state: string, agency_id: string, agency_unit_id: string) =>
  aRow(owner, 'meetings', { id, state, kind: 'working', agency_id, agency_unit_id, ...by })
await meeting(rows.planned, 'planned', east.committeeId, east.unitId)
await meeting(rows.held, 'held', east.committeeId, east.unitId)
await meeting(rows.elsewhere, 'planned', a.committeeId, a.unitId)
for (const [id, meeting_id, attendance] of [
  [rows.invitation, rows.elsewhere, 'invited'],
  [rows.attended, rows.held, 'present'],
] as const)
  await aRow(owner, 'meeting_attendees', {
    id,
    meeting_id,
    attendance,
    agency_id: west.committeeId,
    name: 'Lãnh đạo UBND xã',
  })
for (const [id, owner_id, state] of [
  [rows.reading, east.committeeId, 'open'],
  [rows.twin, west.committeeId, 'open'],
  [rows.confirmed, west.committeeId, 'confirmed'],
] as const)
  await aRow(owner, 'readings', {
    id,
    owner_id,
    state,
    text_hash: hash(state),
    proposal: '{}',
    review: '{}',
    ...by,
  })
const paper = { issuer_id: east.committeeId, issuer_name: 'UBND xã Minh An Đông', kind: 'KH' }
for (const [id, state] of [
  [rows.draft, 'draft'],
  [rows.issued, 'issued'],
] as const)
  await aRow(owner, 'documents', { id, state, direction: 'outgoing', ...own, ...paper, ...by })
for (const [id, given_on] of [
  [rows.directive, null],
  [rows.given, '2026-02-01'],
] as const)
  await aRow(owner, 'directives', { id, given_on, ...own })
await aRow(owner, 'settings', {
  name: `notice.template.${east.committeeId}`,
  value: '{"words":"riêng"}',
  from_on: '2026-01-01',
})
await aRow(owner, 'congresses', {
  id: rows.congress,
  alliance_id: a.allianceId,
  held_on: '2025-10-01',
  until_on: '2030-10-01',
})
await aRow(owner, 'committee_drafts', {
  id: rows.committeeDraft,
  document_id: rows.draft,
  committee_id: a.committeeId,
  proposal: '{}',
})

const ownersIn = async (table: string, column: string): Promise<Record<string, string>> => {
  const { rows: found } = await sql<{ id: string; owner: string }>`
    select id, ${sql.ref(column)} as owner from ${sql.table(table)}`.execute(owner)
  return Object.fromEntries(found.map((row) => [row.id, row.owner]))
}
async function expectOwners(table: string, column: string, expected: Record<string, string>) {
  expect([table, column, await ownersIn(table, column)]).toEqual([
    table,
    column,
    expect.objectContaining(expected),
  ])
}

test('what is open passes to the successor, what is done stays, and all of it comes back', async () => {
  const { plan, newUnit, newCommittee } = mergeOf(a, 'Minh Chuyển')
  const before = await stateOf(owner)
  const draft = await draw(plan)
  const seen = await look(draft)
  const counted = Object.fromEntries(seen.held.map(({ kind, count }) => [kind, count]))
  expect(counted).toMatchObject({ meetings: 1, readings: 2, drafts: 1, templates: 1 })
  await apply(draft.id)

  await expectOwners('meetings', 'agency_id', {
    [rows.planned]: newCommittee,
    [rows.held]: east.committeeId,
    [rows.elsewhere]: a.committeeId,
  })
  await expectOwners('meetings', 'agency_unit_id', {
    [rows.planned]: newUnit,
    [rows.held]: east.unitId,
  })
  await expectOwners('meeting_attendees', 'agency_id', {
    [rows.invitation]: newCommittee,
    [rows.attended]: west.committeeId,
  })
  // of two readings of one text that would meet in one agency, one goes on
  await expectOwners('readings', 'owner_id', {
    [rows.reading]: newCommittee,
    [rows.twin]: west.committeeId,
    [rows.confirmed]: west.committeeId,
  })
  await expectOwners('documents', 'owner_id', {
    [rows.draft]: newCommittee,
    [rows.issued]: east.committeeId,
  })
  await expectOwners('documents', 'issuer_name', {
    [rows.draft]: 'UBND xã Minh Chuyển',
    [rows.issued]: paper.issuer_name,
  })
  await expectOwners('directives', 'owner_id', {
    [rows.directive]: newCommittee,
    [rows.given]: east.committeeId,
  })
  const wording = await owner
    .selectFrom('settings')
    .select(['name', 'value', 'from_on'])
    .where('name', '=', `notice.template.${newCommittee}`)
    .execute()
  expect(wording).toMatchObject([{ value: { words: 'riêng' }, from_on: '2026-03-01' }])
  await expectOwners('congresses', 'alliance_id', { [rows.congress]: a.allianceId })
  await expectOwners('committee_drafts', 'committee_id', { [rows.committeeDraft]: a.committeeId })
  // who is of the successor sees the meeting, and nobody else's people do
  expect((await ask('communeleader', 'GET', `/meetings/${rows.planned}`)).statusCode).toBe(200)
  expect((await ask('strangercommune', 'GET', `/meetings/${rows.planned}`)).statusCode).toBe(404)

  await undo(draft.id)
  expect(await stateOf(owner)).toEqual(before)
})

test('whoever was asked for an opinion and has not answered is asked in the successor', async () => {
  const start = { by: 'paper', number: '05/TB-BCĐ', signedOn: '2026-02-20' }
  const given = await ask('standing', 'POST', '/tasks', {
    issuerId: a.committeeId,
    title: 'Xây dựng kế hoạch',
    leadIds: [a.departmentId],
    coIds: [east.committeeId, west.committeeId],
    dueOn: '2026-05-20',
    dueSource: 'document',
    start,
  })
  const { id } = given.json()
  const event = async (username: string, path: string, body: object) => {
    const { version } = (await ask(username, 'GET', `/tasks/${id}`)).json()
    return (await ask(username, 'POST', `/tasks/${id}/${path}`, { ...body, version })).json()
  }
  await event('officer', 'events', { action: 'take_up' })
  const round = await event('officer', 'opinion-rounds', {
    title: 'Dự thảo Kế hoạch',
    text: 'Toàn văn',
    untilOn: '2026-03-20',
    agencyIds: [east.committeeId, west.committeeId],
  })
  const answers = `/opinion-rounds/${round.id}/answers`
  expect((await ask('communeleader', 'POST', answers, { answer: 'agree' })).statusCode).toBe(200)
  const before = await stateOf(owner)
  const { plan, newCommittee } = mergeOf(a, 'Minh Góp')
  const draft = await draw(plan)
  await apply(draft.id)
  const asked = await owner
    .selectFrom('opinions')
    .select(['agency_id', 'answer'])
    .where('round_id', '=', round.id)
    .orderBy('answer')
    .execute()
  expect(asked).toEqual([
    { agency_id: east.committeeId, answer: 'agree' },
    { agency_id: newCommittee, answer: null },
  ])
  await undo(draft.id)
  expect(await stateOf(owner)).toEqual(before)
})
