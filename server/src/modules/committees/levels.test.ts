import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { lastSaid } from '../../testing/audit.ts'
import { aServer } from './server-for-test.ts'

vi.setConfig({ testTimeout: 30_000 })
const { app, owner, a, b, observer, headersOf, ask, send, events, forget } = await aServer()
const [east, west] = a.communes
const url = `/committees/${a.committeeId}`

beforeEach(forget)

const REQUIREMENT = {
  version: 0,
  isRequired: true,
  words: 'Thông báo số 05/TB-BCĐ, mục 11',
  documentId: null,
  item: 'mục 11',
  decidedSince: '2026-01-01',
}
const head = { name: '', office: 'Chủ tịch UBND xã', part: 'head', inChargeOf: null }

describe('the communes below', () => {
  test('need no committee until somebody says so', async () => {
    expect(await ask(a.standing, '/committees/levels')).toMatchObject({
      items: [{ state: 'nobody' }, { state: 'nobody' }],
      counts: { total: 2, required: 0 },
      allowed: ['require', 'remind'],
    })
  })

  test.each([
    ['an officer', a.officer],
    ['a commune', east.leader],
    ['another province', b.standing],
  ])('are not told what they need by %s, and nothing is recorded', async (_, person) => {
    expect((await send(person, `${url}/requirement`, REQUIREMENT, 'PUT')).statusCode).toBe(403)
    const reminder = { unitIds: [east.unitId], note: null }
    expect((await send(person, `${url}/reminders`, reminder)).statusCode).toBe(403)
    expect(await events()).toEqual([])
  })

  test('need one from the day of the requirement; who saw less does not change it', async () => {
    const said = await send(a.standing, `${url}/requirement`, REQUIREMENT, 'PUT')
    expect(said.json()).toMatchObject({
      counts: { required: 2, inOrder: 0, byState: { missing: 2 } },
      requirements: [{ words: REQUIREMENT.words, version: 1 }],
    })
    const stale = await send(a.chair, `${url}/requirement`, REQUIREMENT, 'PUT')
    expect(stale.json()).toMatchObject({ status: 409, code: 'levels.changed' })
    const before = await ask(a.standing, '/committees/levels?asOf=2026-03-09')
    expect(before).toMatchObject({ counts: { required: 0 }, allowed: [] })
    expect((await ask(b.standing, '/committees/levels')).counts.required).toBe(0)
    expect((await ask(observer, '/committees/levels')).counts.required).toBe(2)
    expect(await events()).toEqual(['committee.require'])
    await send(a.chair, `${url}/requirement`, { ...REQUIREMENT, version: 1, item: null }, 'PUT')
    expect(await lastSaid(owner, 'committee.require')).toEqual({
      before: { item: 'mục 11' },
      item: null,
    })
  })

  test('are reminded in the app, and by a letter', async () => {
    const ids = [east.unitId, west.unitId]
    const done = await send(a.standing, `${url}/reminders`, { unitIds: ids, note: 'Gấp.' })
    expect(done.json()).toMatchObject({ reminded: 2 })
    expect(done.json().texts[0].text).toContain('chưa thành lập Ban Chỉ đạo')
    const [told] = (await ask(east.leader, '/notices')).items
    expect(told).toMatchObject({ kind: 'committee.reminded', subjectId: east.unitId })
    expect((await ask(b.communes[0].leader, '/notices')).items).toEqual([])
    const headers = await headersOf(a.standing)
    const letter = await app.inject({
      url: `/api${url}/reminders/letter?units=${ids.join(',')}`,
      headers,
    })
    expect(letter.headers['content-type']).toContain('wordprocessingml')
    expect((await ask(a.standing, '/committees/levels')).items[0]).toMatchObject({
      remindedOn: '2026-03-10',
      reminders: 1,
    })
    expect(await events()).toEqual(['committee.remind'])
  })

  test('found their own, which is then theirs to keep, and in order', async () => {
    const body = {
      unitId: east.unitId,
      name: 'Ban Chỉ đạo KTTT xã Minh An Đông',
      shortName: 'BCĐ KTTT xã',
      symbol: 'BCĐ',
      decision: '36/QĐ-UBND',
      decidedOn: '2026-02-10',
      fromOn: '2026-02-10',
      standingAgencyId: east.officeId,
      members: [{ ...head, agencyId: east.committeeId }],
    }
    expect((await send(west.officer, '/committees', body)).statusCode).toBe(403)
    expect((await send(a.officer, '/committees', body)).statusCode).toBe(403)
    expect(await events()).toEqual([])
    const founded = await send(east.officer, '/committees', body)
    expect(founded.json()).toMatchObject({ allowed: ['decide', 'change_members'] })
    const own = `/committees/${founded.json().id}`
    expect(await ask(west.officer, own)).toMatchObject({ allowed: [] })
    expect((await ask(a.standing, '/committees/levels')).counts).toMatchObject({
      inOrder: 1,
      byState: { current: 1, missing: 1 },
    })
    const nothing = { unitIds: [east.unitId], note: null }
    const refused = await send(a.standing, `${url}/reminders`, nothing)
    expect(refused.json()).toMatchObject({ status: 422 })
    await sql`update agency_versions set until_on = '2026-03-01' where agency_id = ${east.officeId}`.execute(
      owner,
    )
    const [late] = (await ask(a.standing, '/committees/levels?state=out_of_date')).items
    expect(late).toMatchObject({ id: east.unitId, lacks: ['standing_agency_over'] })
    await sql`update agency_versions set until_on = '9999-12-31' where agency_id = ${east.officeId}`.execute(
      owner,
    )
  })

  test('have a committee out of date that was decided before the unit was formed, or that a member left', async () => {
    const lacks = async () => {
      const { items } = await ask(a.standing, '/committees/levels')
      return items.find(({ id }: { id: string }) => id === east.unitId).lacks
    }
    expect(await lacks()).toEqual([])
    const formed = (day: string) =>
      sql`update unit_versions set from_on = ${day} where unit_id = ${east.unitId}`.execute(owner)
    await formed('2026-03-01')
    expect(await lacks()).toEqual(['decision_before_unit'])
    await formed('2000-01-01')
    await sql`update committee_members set name = (select name from accounts where id = ${east.leader.actor.accountId}),
      agency_id = ${east.leader.actor.agencyId} where committee_id in (
        select agency_id from agency_versions where unit_id = ${east.unitId} and kind = 'steering_committee')`.execute(
      owner,
    )
    expect(await lacks()).toEqual([])
    const held = (day: string) =>
      sql`update posts set until_on = ${day} where account_id = ${east.leader.actor.accountId}`.execute(
        owner,
      )
    await held('2026-03-05')
    expect(await lacks()).toEqual(['member_post_over'])
    await held('9999-12-31')
  })

  test('come out as Excel', async () => {
    const headers = await headersOf(a.standing)
    const sheet = await app.inject({ url: '/api/committees/levels?format=xlsx', headers })
    expect(sheet.headers['content-type']).toContain('spreadsheetml')
    expect(sheet.rawPayload.length).toBeGreaterThan(1000)
  })
})

describe('a leader in charge', () => {
  const leader = {
    holderName: 'Minh Văn Bình',
    holderOffice: 'Phó Chủ tịch UBND xã',
    entityId: null,
    decision: null,
    fromOn: '2026-02-01',
  }

  test('is named by the commune alone, suffices where no committee is asked for, and ends', async () => {
    for (const person of [a.standing, a.officer])
      expect((await send(person, '/leaders', leader)).statusCode).toBe(403)
    expect(await events()).toEqual([])
    const named = await send(west.officer, '/leaders', leader)
    const [own] = named.json().items
    expect(own).toMatchObject({ holder: 'Minh Văn Bình', allowed: ['end'] })
    const levels = await ask(a.standing, `/committees/levels?asOf=2026-03-09`)
    expect(levels.items.find((one: { id: string }) => one.id === west.unitId)).toMatchObject({
      state: 'leader',
      leader: 'Minh Văn Bình, Phó Chủ tịch UBND xã',
    })
    const end = { version: own.version, untilOn: '2026-03-09' }
    expect((await send(east.officer, `/leaders/${own.id}/end`, end)).statusCode).toBe(403)
    const stale = await send(west.officer, `/leaders/${own.id}/end`, { ...end, version: 9 })
    expect(stale.json()).toMatchObject({ status: 409, code: 'duties.changed' })
    expect((await send(west.officer, `/leaders/${own.id}/end`, end)).json().items).toEqual([])
    expect(await events()).toEqual(['committee.lead', 'committee.lead'])
  })
})
