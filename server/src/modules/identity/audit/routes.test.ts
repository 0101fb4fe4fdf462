import type { AuditPage } from '@hopluc/shared/audit'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import * as audit from '../../../platform/audit.ts'
import { createContext } from '../../../platform/context.ts'
import { PASSWORD } from '../../../testing/organisation.ts'
import { aMeeting, aNotice, aRegister, assertDone } from '../../../testing/papers.ts'

const { ask, as, app, owner, organisation, db, clock } = await aRegister()
const { a } = organisation

async function entries(username: string, search = ''): Promise<AuditPage['items']> {
  const response = await ask(username, 'GET', `/audit?limit=200${search}`)
  assertDone(response)
  return response.json().items
}

test('a deed tells role, address and session to who did it and to the administrator alone', async () => {
  const created = await app.inject({
    method: 'POST',
    url: '/api/documents',
    headers: await as('standing'),
    payload: aNotice(),
    remoteAddress: '10.1.2.3',
  })
  assertDone(created)
  const subject = `&subject=${created.json().id}`
  const session = await owner
    .selectFrom('sessions')
    .select('id')
    .where('account_id', '=', a.standing.accountId)
    .executeTakeFirstOrThrow()
  const from = { address: '10.1.2.3', sessionId: session.id }
  for (const username of ['standing', 'admin'])
    expect((await entries(username, subject))[0]).toMatchObject({ role: 'standing', from })
  expect((await entries('delegate', subject))[0]).toMatchObject({ role: 'standing', from: null })
  expect(await entries('strangerstanding', subject)).toEqual([])
})

test('a change tells before and after', async () => {
  const account = await ask('admin', 'GET', `/accounts/${a.officer.accountId}`)
  const { version } = account.json()
  const change = { version, name: 'Tên mới' }
  assertDone(await ask('admin', 'PATCH', `/accounts/${a.officer.accountId}`, change))
  const [entry] = await entries('admin', `&subject=${a.officer.accountId}&event=account.change`)
  expect(entry?.changes).toEqual([{ field: 'name', before: a.officer.name, after: 'Tên mới' }])
})

test('search is by person, by what was done and by day', async () => {
  const account = `&account=${a.standing.accountId}`
  expect((await entries('admin', account)).length).toBeGreaterThan(0)
  expect(await entries('admin', `${account}&event=account.change`)).toEqual([])
  expect(await entries('admin', `${account}&until=2001-01-01`)).toEqual([])
})

test('the successor reads what its predecessor did', async () => {
  const { departmentId, otherDepartmentId, officer, otherOfficer } = a
  const subject = crypto.randomUUID()
  await createContext(db, officer.actor, '2026-03-10', clock.now).write((tx) =>
    audit.record(tx, officer.actor, 'task.progress', subject, { text: 'Đã làm' }),
  )
  expect(await entries('otherofficer', `&subject=${subject}`)).toEqual([])
  await owner
    .insertInto('agency_successions')
    .values({ from_id: departmentId, to_id: otherDepartmentId, on_day: '2026-03-01', act: 'NQ 1' })
    .execute()
  await sql`select refresh_scopes(${otherOfficer.accountId})`.execute(owner)
  expect(await entries('otherofficer', `&subject=${subject}`)).toMatchObject([
    { payload: { text: 'Đã làm' } },
  ])
})

test('a sign-in tells the address and the session it opened', async () => {
  const response = await app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username: 'officer', password: PASSWORD },
    remoteAddress: '10.9.8.7',
  })
  assertDone(response)
  const [entry] = await entries('admin', '&event=session.open')
  expect(entry?.from).toEqual({ address: '10.9.8.7', sessionId: expect.any(String) })
})

test('edits of papers and meetings tell what was before', async () => {
  const paper = await ask('standing', 'POST', '/documents', aNotice())
  assertDone(paper)
  const { id, version, abstract } = paper.json()
  const facts = { version, abstract: 'Trích yếu đã sửa', urgency: 'urgent' }
  assertDone(await ask('standing', 'PATCH', `/documents/${id}`, facts))
  const [edit] = await entries('standing', `&subject=${id}&event=document.edit`)
  expect(edit?.changes).toEqual([
    { field: 'abstract', before: abstract, after: 'Trích yếu đã sửa' },
    { field: 'urgency', before: 'normal', after: 'urgent' },
  ])
  const meeting = await ask('standing', 'POST', '/meetings', aMeeting({ agencyId: a.committeeId }))
  assertDone(meeting)
  const { id: at, version: first, place } = meeting.json()
  const change = { version: first, place: 'Hội trường lớn' }
  assertDone(await ask('standing', 'PATCH', `/meetings/${at}`, change))
  const [moved] = await entries('standing', `&subject=${at}&event=meeting.edit`)
  expect(moved?.changes).toEqual([{ field: 'place', before: place, after: 'Hội trường lớn' }])
})
