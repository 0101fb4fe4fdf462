import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../../app.ts'
import { createContext } from '../../../platform/context.ts'
import { aDatabase } from '../../../testing/database.ts'
import { anOrganisation, signIn, type TestPerson } from '../../../testing/organisation.ts'

vi.setConfig({ testTimeout: 30_000 })
const { app: db, owner } = await aDatabase()
let now: Date
const jobs = {
  enqueue: async () => '',
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}
const app = createApp({ db, now: () => now, jobs, isDemo: false, secureCookies: false })
const { a, b, admin } = await anOrganisation(owner)
const HEAD = {
  name: 'Lê Văn An',
  office: 'Phó Chủ tịch UBND tỉnh',
  part: 'head',
  agencyId: a.peopleCommitteeId,
  inChargeOf: 'Chỉ đạo chung',
}
const MEMBER = { ...HEAD, name: '', office: 'Giám đốc Sở NN&MT', part: 'member' }

beforeEach(async () => {
  now = new Date('2026-03-10T03:00:00Z')
  await sql`truncate audit_entries cascade`.execute(owner)
})

async function ask(person: TestPerson, url: string) {
  const headers = await signIn(app, person.username)
  return (await app.inject({ url: `/api${url}`, headers })).json()
}
async function send(
  person: TestPerson,
  url: string,
  payload: object,
  method = 'POST' as 'POST' | 'PATCH',
) {
  const headers = await signIn(app, person.username)
  return app.inject({ method, url: `/api${url}`, headers, payload })
}
const events = async () =>
  (await owner.selectFrom('audit_entries').select('event').orderBy('id').execute()).map(
    ({ event }) => event,
  )

describe('a committee', () => {
  test('is consolidated by its standing officer, and keeps who sat there before', async () => {
    const url = `/committees/${a.committeeId}`
    const { version } = await ask(a.standing, url)
    const decision = {
      decision: '15/QĐ-UBND',
      decidedOn: '2026-01-20',
      fromOn: '2026-02-01',
      standingAgencyId: a.standingAgencyId,
    }
    const body = { version, ...decision, leaving: [], joining: [HEAD, MEMBER] }
    const first = await send(a.standing, `${url}/decisions`, body)
    expect(first.json()).toMatchObject({
      head: 'Lê Văn An, Phó Chủ tịch UBND tỉnh',
      members: 2,
      membersOn: [{ part: 'head' }, { part: 'member', name: '' }],
      decisions: [{ decision: '15/QĐ-UBND', joined: 2 }, { untilOn: '2026-01-31' }],
    })
    const [, member] = first.json().membersOn
    const area = { version: version + 1, fromOn: '2026-03-01', inChargeOf: 'Xã Minh An Đông' }
    const changed = await send(a.chair, `${url}/members/${member.id}`, area, 'PATCH')
    expect(changed.json().membersOn[1]).toMatchObject({
      inChargeOf: 'Xã Minh An Đông',
      fromOn: '2026-03-01',
    })
    const last = changed.json().membersOn[1].id
    const end = { version: version + 2, untilOn: '2026-03-08' }
    const ended = await send(a.standing, `${url}/members/${last}/end`, end)
    expect(ended.json()).toMatchObject({
      members: 1,
      formerMembers: [{ id: last, seatId: member.id }],
    })
    expect(await ask(b.chair, `${url}?asOf=2026-03-08`)).toMatchObject({ members: 2, allowed: [] })
    expect(await ask(b.chair, `${url}?asOf=2026-01-15`)).toMatchObject({
      members: 0,
      membersOn: [],
    })
    const stale = await send(a.standing, `${url}/members/${last}/end`, end)
    expect(stale.json()).toMatchObject({ status: 409, code: 'committees.changed' })
    expect(await events()).toEqual([
      'committee.decide',
      'committee.change_members',
      'committee.change_members',
    ])
  })

  test.each([
    ['an officer of the same province', a.officer],
    ['the standing officer of another province', b.standing],
    ['the chair of another province', b.chair],
  ])('is not changed by %s, and nothing is recorded', async (_, person) => {
    const { version } = await ask(person, `/committees/${a.committeeId}`)
    const body = {
      version,
      decision: '99/QĐ-UBND',
      decidedOn: '2026-03-01',
      fromOn: '2026-03-02',
      standingAgencyId: b.standingAgencyId,
      leaving: [],
      joining: [],
    }
    const response = await send(person, `/committees/${a.committeeId}/decisions`, body)
    expect(response.json()).toMatchObject({ status: 403, code: 'auth.forbidden' })
    expect(await events()).toEqual([])
  })

  test('of another province is out of reach of a forgotten check, too', async () => {
    const { write } = createContext(db, b.standing.actor, '2026-03-10', now)
    const changed = await write((tx) =>
      tx
        .updateTable('committee_versions')
        .set({ decision: 'x' })
        .where('committee_id', '=', a.committeeId)
        .executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
  })

  test('is founded by the administrator; communes without one are listed', async () => {
    const under = `?under=${b.unitId}`
    const missing = async () =>
      (await ask(b.standing, `/committees/missing${under}`)).items.map(
        ({ name }: { name: string }) => name,
      )
    expect(await missing()).toEqual(['Minh Bình Đông', 'Minh Bình Tây'])
    const body = {
      unitId: b.communes[0].unitId,
      name: 'Ban Chỉ đạo phát triển KTTT xã Minh Bình Đông',
      shortName: 'BCĐ KTTT xã',
      symbol: 'BCĐ',
      decision: '36/QĐ-UBND',
      decidedOn: '2026-02-10',
      fromOn: '2026-02-10',
      standingAgencyId: b.communes[0].officeId,
      members: [{ ...HEAD, agencyId: b.communes[0].committeeId }],
    }
    expect((await send(b.chair, '/committees', body)).statusCode).toBe(403)
    expect(await events()).toEqual([])
    expect((await send(admin, '/committees', body)).statusCode).toBe(201)
    expect(await missing()).toEqual(['Minh Bình Tây'])
    const { items } = await ask(b.standing, `/committees${under}`)
    expect(items).toMatchObject([
      { shortName: 'Ban Chỉ đạo KTTT', kind: 'steering_committee', members: 0 },
      { shortName: 'BCĐ KTTT xã', members: 1, standingAgency: { shortName: 'Phòng Kinh tế' } },
    ])
  })
})

describe('a delegation', () => {
  const body = {
    accountId: a.leader.accountId,
    agencyId: a.departmentId,
    title: 'Giám đốc Sở NN&MT',
    authority: '20/UQ-BCĐ ngày 01/03/2026',
    fromOn: '2026-03-01',
    untilOn: '2026-03-31',
  }
  const url = `/committees/${a.committeeId}/delegations`

  test('is given and ended by the chair, and reaches no further than its days', async () => {
    const given = await send(a.chair, url, body)
    expect(given.statusCode).toBe(201)
    const delegations: { authority: string; postId: string }[] = given.json().delegations
    const { postId } = delegations.find(({ authority }) => authority === body.authority) ?? {}
    const actor = { ...a.leader.actor, role: 'delegate' as const, postId: postId ?? '' }
    const sees = (day: string) =>
      createContext(db, actor, day, now).read((reader) =>
        reader.selectFrom('visible_units').select('unit_id').execute(),
      )
    expect((await sees('2026-03-31')).length).toBeGreaterThan(0)
    expect(await sees('2026-04-01')).toEqual([])
    const ended = await send(a.chair, `${url}/${postId}/end`, { untilOn: '2026-03-09' })
    expect(ended.statusCode).toBe(200)
    expect(await sees('2026-03-10')).toEqual([])
    expect(await events()).toEqual(['committee.delegate', 'committee.delegate'])
  })

  test.each([
    ['the standing officer', a.standing],
    ['a delegate', a.delegate],
    ['the chair of another province', b.chair],
  ])('is not given by %s, and nothing is recorded', async (_, person) => {
    expect((await send(person, url, body)).statusCode).toBe(403)
    expect(await events()).toEqual([])
  })

  test.each([
    ['another agency of the province', a.otherDepartmentId],
    ['another province', b.departmentId],
  ])('does not open %s, whatever the server forgets', async (_, agencyId) => {
    const response = await send(a.chair, url, { ...body, agencyId })
    expect(response.json()).toMatchObject({ status: 422, code: 'committees.not_at_agency' })
    expect(await events()).toEqual([])
    const { write } = createContext(db, a.chair.actor, '2026-03-10', now)
    const forged = write((tx) =>
      tx
        .insertInto('posts')
        .values({
          id: crypto.randomUUID(),
          account_id: body.accountId,
          agency_id: agencyId,
          committee_id: a.committeeId,
          role: 'delegate',
          title: 'x',
          authority: 'x',
          from_on: '2026-03-01',
        })
        .execute(),
    )
    await expect(forged).rejects.toThrow('row-level security')
    const moved = write((tx) => tx.updateTable('posts').set({ agency_id: agencyId }).execute())
    await expect(moved).rejects.toThrow('permission denied')
  })

  test('is the only post that a chair can make, whatever the server forgets', async () => {
    const { write } = createContext(db, a.chair.actor, '2026-03-10', now)
    const post = {
      id: crypto.randomUUID(),
      account_id: a.chair.accountId,
      agency_id: a.departmentId,
      role: 'admin',
      title: 'x',
      from_on: '2026-03-01',
    }
    const forged = write((tx) => tx.insertInto('posts').values(post).execute())
    await expect(forged).rejects.toThrow('row-level security')
  })
})
