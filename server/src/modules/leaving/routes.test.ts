import type { Duty } from '@hopluc/shared/hand-overs'
import type { Id } from '@hopluc/shared/values'
import mammoth from 'mammoth'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { aPerson, refresh, signIn } from '../../testing/organisation.ts'
import { aTaskList } from '../../testing/tasks.ts'

const { app, owner, clock, organisation, get, post, ask, aTask, empty } = await aTaskList()
const { a, b } = organisation
const colleague = await aPerson(owner, 'colleague', {
  role: 'officer',
  agencyId: a.departmentId,
  title: 'Chuyên viên chính',
})
await refresh(owner)

let serial = 0
/** Somebody of the department who holds a task, a draft and a meeting. */
async function anOfficerWithWork() {
  clock.now = new Date(clock.now.getTime() + 1000)
  serial += 1
  const person = await aPerson(owner, `leaving${serial}`, {
    role: 'officer',
    agencyId: a.departmentId,
    title: 'Chuyên viên Sở NN&MT',
  })
  await refresh(owner)
  const task = await aTask({ title: `Khảo sát lần ${serial}` })
  const passed = await post('clerk', `/tasks/${task.id}/persons`, {
    postIds: [person.postId],
    note: null,
  })
  expect(passed.statusCode).toBe(200)
  await owner
    .insertInto('documents')
    .values({
      id: crypto.randomUUID(),
      owner_id: a.departmentId,
      owner_unit_id: a.unitId,
      direction: 'outgoing',
      kind: 'BC',
      issuer_name: 'Sở NN&MT',
      abstract: 'Dự thảo báo cáo chuỗi lúa gạo',
      state: 'draft',
      created_by: person.accountId,
    })
    .execute()
  const meeting = { agencyId: a.departmentId, kind: 'working', title: 'Họp chuỗi lúa', agenda: [] }
  expect((await post(person.username, '/meetings', meeting)).statusCode).toBe(201)
  return { ...person, url: `/accounts/${person.accountId}`, taskId: task.id }
}

const dutiesOf = async (url: string): Promise<Duty[]> =>
  (await get('admin', `${url}/duties`)).json().items
const versionOf = async (url: string) => (await get('admin', url)).json().version
async function command(url: string, to: Id = colleague.accountId) {
  const takers = (await dutiesOf(url)).map(({ kind, id }) => ({ kind, id, accountId: to }))
  const basis = 'Quyết định số 12/QĐ-SNN ngày 09/03/2026 về việc điều động'
  return { version: await versionOf(url), basis, note: 'Khóa tủ số 3 giao văn thư', takers }
}
async function traces() {
  const { rows } = await sql`select
    (select count(*)::int from audit_entries) as audit,
    (select count(*)::int from hand_overs) as acts,
    (select count(*)::int from accounts where not is_active) as locked,
    (select count(*)::int from task_persons where ended_at is not null) as ended`.execute(owner)
  return rows[0]
}

beforeEach(async () => {
  await sql`truncate meetings, hand_overs cascade`.execute(owner)
  await empty()
})

test('what a person holds is listed, with colleagues who can take it', async () => {
  const { url, accountId } = await anOfficerWithWork()
  const { items, takers } = (await get('admin', `${url}/duties`)).json()
  expect(items.map(({ kind }: Duty) => kind)).toEqual(['document', 'meeting', 'task'])
  const able: { accountId: Id }[] = takers[a.departmentId]
  const ids = able.map((one) => one.accountId)
  expect(ids).toContain(colleague.accountId)
  expect(ids).not.toContain(accountId)
  expect(ids).not.toContain(a.otherOfficer.accountId)
})

test('one act locks the account, ends sessions and tokens, and passes everything on', async () => {
  const { url, username, accountId, taskId } = await anOfficerWithWork()
  const headers = await signIn(app, username)
  const payload = { name: 'Đồng bộ', isReadOnly: true, nouns: null, days: 5 }
  const made = await app.inject({ method: 'POST', url: '/api/tokens', headers, payload })
  const bearer = { authorization: `Bearer ${made.json().token}` }
  const done = await post('admin', `${url}/hand-overs`, await command(url))
  expect([done.statusCode, done.json()]).toMatchObject([201, { before: 3, remaining: 0 }])
  for (const gone of [headers, bearer])
    expect((await app.inject({ url: '/api/session', headers: gone })).statusCode).toBe(401)
  const account = (await get('admin', url)).json()
  expect(account).toMatchObject({ isActive: false, allPosts: [{ untilOn: '2026-03-10' }] })
  const persons = await owner
    .selectFrom('task_persons')
    .select(['account_id', 'ended_at'])
    .where('task_id', '=', taskId)
    .where('ended_at', 'is', null)
    .execute()
  expect(persons.map((one) => one.account_id)).toEqual([colleague.accountId])
  const kept = await owner.selectFrom('meetings').select(['keeper_id', 'created_by']).execute()
  expect(kept).toEqual([{ keeper_id: colleague.accountId, created_by: accountId }])
  const told = (await get('colleague', '/notices')).json().items
  expect(told).toContainEqual(expect.objectContaining({ kind: 'task.passed', subjectId: taskId }))
  const next = await dutiesOf(`/accounts/${colleague.accountId}`)
  expect(next).toHaveLength(3)
})

test('the minutes name both sides and every duty, in Word', async () => {
  const { url, name } = await anOfficerWithWork()
  const { id } = (await post('admin', `${url}/hand-overs`, await command(url))).json()
  const response = await get('admin', `${url}/hand-overs/${id}/minutes`)
  expect(response.headers['content-type']).toContain('wordprocessingml')
  const { value } = await mammoth.extractRawText({ buffer: response.rawPayload })
  for (const words of [
    name,
    colleague.name,
    'Quyết định số 12/QĐ-SNN',
    'Dự thảo báo cáo chuỗi lúa gạo',
    'Họp chuỗi lúa',
    'Khảo sát lần',
    'Khóa tủ số 3',
  ])
    expect(value).toContain(words)
  expect((await get('strangerleader', `${url}/hand-overs/${id}/minutes`)).statusCode).toBe(404)
})

test('nothing happens while one duty has no fit taker', async () => {
  const { url } = await anOfficerWithWork()
  const whole = await command(url)
  const before = await traces()
  const answers = [
    await post('admin', `${url}/hand-overs`, { ...whole, takers: whole.takers.slice(1) }),
    await post('admin', `${url}/hand-overs`, await command(url, a.otherOfficer.accountId)),
  ]
  for (const one of answers)
    expect(one.json()).toMatchObject({ status: 422, code: 'hand_over.no_taker' })
  expect(await traces()).toEqual(before)
})

test('a stale page, a locked account and two at once: one act is done', async () => {
  const { url } = await anOfficerWithWork()
  const whole = await command(url)
  const stale = { ...whole, version: whole.version - 1 }
  expect((await post('admin', `${url}/hand-overs`, stale)).json()).toMatchObject({
    status: 409,
    code: 'accounts.changed',
  })
  const both = await Promise.all([
    post('admin', `${url}/hand-overs`, whole),
    post('admin', `${url}/hand-overs`, whole),
  ])
  expect(both.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
  expect(both.every(({ statusCode }) => statusCode < 500)).toBe(true)
  const third = { ...whole, version: await versionOf(url) }
  expect((await post('admin', `${url}/hand-overs`, third)).json()).toMatchObject({
    code: 'accounts.inactive',
  })
})

test('the own leader hands over too; others neither see nor do it', async () => {
  const { url } = await anOfficerWithWork()
  const whole = await command(url)
  const before = await traces()
  for (const who of ['strangerleader', 'chair', 'otherofficer', 'observer', 'clerk']) {
    expect((await get(who, `${url}/duties`)).statusCode).toBe(403)
    expect((await post(who, `${url}/hand-overs`, whole)).statusCode).toBe(403)
  }
  expect(await traces()).toEqual(before)
  expect((await get('leader', url)).json().allowed).toEqual(['hand_over'])
  expect((await post('leader', `${url}/hand-overs`, whole)).statusCode).toBe(201)
})

test('a leader hands over neither oneself nor who serves the committee; no last administrator goes', async () => {
  for (const person of [a.leader, a.standing, b.officer])
    expect((await get('leader', `/accounts/${person.accountId}/duties`)).statusCode).toBe(403)
  const url = `/accounts/${organisation.admin.accountId}`
  const whole = { version: await versionOf(url), basis: 'Nghỉ việc', note: null, takers: [] }
  expect((await post('admin', `${url}/hand-overs`, whole)).json()).toMatchObject({
    status: 422,
    code: 'accounts.last_admin',
  })
  expect((await ask('admin', 'GET', url)).json()).toMatchObject({ isActive: true })
})
