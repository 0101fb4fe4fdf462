import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../app.ts'
import { aDatabase } from '../../testing/database.ts'
import { anOrganisation, signIn, type TestPerson } from '../../testing/organisation.ts'

vi.setConfig({ testTimeout: 30_000 })
const { app: db, owner } = await aDatabase()
const jobs = {
  enqueue: async () => '',
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}
const now = () => new Date('2026-03-10T03:00:00Z')
const app = createApp({ db, now, jobs, isDemo: false, secureCookies: false })
const { a, b, observer } = await anOrganisation(owner)
const [east, west] = a.communes
const url = `/committees/${a.committeeId}`

beforeEach(async () => {
  await sql`truncate audit_entries cascade`.execute(owner)
})

async function ask(person: TestPerson, path: string) {
  const headers = await signIn(app, person.username)
  return (await app.inject({ url: `/api${path}`, headers })).json()
}
async function send(
  person: TestPerson,
  path: string,
  payload: object,
  method: 'POST' | 'PUT' | 'PATCH' = 'POST',
) {
  const headers = await signIn(app, person.username)
  return app.inject({ method, url: `/api${path}`, headers, payload })
}
const events = async () =>
  (await owner.selectFrom('audit_entries').select('event').orderBy('id').execute()).map(
    ({ event }) => event,
  )
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
  })

  test('are reminded in the app, and by a letter', async () => {
    const ids = [east.unitId, west.unitId]
    const done = await send(a.standing, `${url}/reminders`, { unitIds: ids, note: 'Gấp.' })
    expect(done.json()).toMatchObject({ reminded: 2 })
    expect(done.json().texts[0].text).toContain('chưa thành lập Ban Chỉ đạo')
    const [told] = (await ask(east.leader, '/notices')).items
    expect(told).toMatchObject({ kind: 'committee.reminded', subjectId: east.unitId })
    expect((await ask(b.communes[0].leader, '/notices')).items).toEqual([])
    const headers = await signIn(app, a.standing.username)
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

  test('come out as Excel', async () => {
    const headers = await signIn(app, a.standing.username)
    const sheet = await app.inject({ url: '/api/committees/levels?format=xlsx', headers })
    expect(sheet.headers['content-type']).toContain('spreadsheetml')
    expect(sheet.rawPayload.length).toBeGreaterThan(1000)
  })
})

describe('a work programme', () => {
  const draw = (person = a.standing, year = 2026, copyFrom: number | null = null) =>
    send(person, `${url}/programmes`, { year, copyFrom })
  const line = (text: string, kind: string, dueOn: string) => ({
    month: Number(dueOn.slice(5, 7)),
    kind,
    text,
    leadId: a.departmentId,
    seatId: null,
    product: null,
    dueOn,
  })

  test('is drawn up by the committee alone, and read by those who sit in it', async () => {
    for (const person of [a.officer, b.standing, east.officer])
      expect((await draw(person)).statusCode).toBe(403)
    expect(await events()).toEqual([])
    const { id, version } = (await draw()).json()
    expect((await draw()).json()).toMatchObject({ code: 'programmes.already_there' })
    const items = [
      line('Họp quý II', 'meeting', '2026-06-25'),
      line('Kiểm tra các xã', 'inspection', '2026-05-20'),
      line('Rà soát HTX', 'task', '2026-04-30'),
      line('Báo cáo quý I', 'report', '2026-03-05'),
    ]
    const saved = await send(a.standing, `/programmes/${id}/items`, { version, items }, 'PUT')
    expect(saved.json()).toMatchObject({ done: 0, late: 1, items: [{ state: 'late' }, {}, {}, {}] })
    const stale = await send(a.standing, `/programmes/${id}/items`, { version, items }, 'PUT')
    expect(stale.json()).toMatchObject({ status: 409, code: 'programmes.changed' })
    expect((await ask(b.standing, `${url}/programme?year=2026`)).programme).toBe(null)
    expect(await events()).toEqual(['programme.draw_up', 'programme.draw_up'])
  })

  test('makes its meetings, tasks and inspections, whose state it shows', async () => {
    const { programme } = await ask(a.standing, `${url}/programme`)
    const [report, task, inspection, meeting] = programme.items
    let version = programme.version - 1
    const make = (item: { id: string }, deed: object, person = a.standing) =>
      send(person, `/programmes/${programme.id}/items/${item.id}/deeds`, {
        version: person === a.standing ? (version += 1) : version,
        deed,
      })
    const refused = await make(task, { action: 'give_task', leadIds: [a.departmentId] }, a.officer)
    expect([403, 404]).toContain(refused.statusCode)
    const note = { action: 'note_done', doneOn: '2026-03-09', note: 'Báo cáo số 12/BC-BCĐ' }
    expect((await make(report, note)).json().items[0]).toMatchObject({ state: 'done_late' })
    const given = await make(task, { action: 'give_task', leadIds: [a.departmentId] })
    expect(given.json().items[1]).toMatchObject({ state: 'prepared' })
    const unitIds = [east.unitId, west.unitId]
    const planned = await make(inspection, { action: 'plan_inspections', unitIds })
    expect(planned.json().items[2].inspections).toHaveLength(2)
    const met = await make(meeting, { action: 'plan_meeting', heldOn: null })
    expect(met.json().items[3]).toMatchObject({ state: 'prepared', on: '2026-06-25' })
    const twice = await make(meeting, { action: 'plan_meeting', heldOn: null })
    expect(twice.json()).toMatchObject({ code: 'programmes.wrong_state' })
    const removed = await send(
      a.standing,
      `/programmes/${programme.id}/items`,
      { version, items: [] },
      'PUT',
    )
    expect(removed.json()).toMatchObject({ code: 'programmes.item_made' })
    const next = await draw(a.chair, 2027, 2026)
    expect(next.json().items).toMatchObject([
      { dueOn: '2027-03-05', state: 'open', meetingId: null },
      {},
      {},
      {},
    ])
  })
})

describe('an Alliance', () => {
  const CONGRESS = {
    number: 5,
    term: '2026 - 2031',
    heldOn: '2026-03-01',
    untilOn: '2031-02-28',
    place: null,
    delegates: 200,
    memberUnits: 404,
    resolution: 'Nghị quyết Đại hội V',
    resolutionId: null,
    charter: null,
    charterId: null,
  }
  const at = `/alliances/${a.allianceId}`
  const election = {
    kind: 'executive',
    version: 0,
    decision: 'Nghị quyết Đại hội V',
    decidedOn: '2026-03-01',
    fromOn: '2026-03-01',
    regulation: null,
    members: [{ ...head, office: 'Chủ tịch Liên minh', agencyId: a.allianceId }],
  }

  test('records its congress and elects its boards; nobody else does', async () => {
    for (const person of [a.standing, a.officer, b.alliance]) {
      expect((await send(person, `${at}/congresses`, CONGRESS)).statusCode).toBe(403)
      expect((await send(person, `${at}/boards`, election)).statusCode).toBe(403)
    }
    expect(await events()).toEqual([])
    expect((await send(a.alliance, `${at}/congresses`, CONGRESS)).json()).toMatchObject({
      term: { term: '2026 - 2031', memberUnits: 404 },
    })
    const twice = await send(a.alliance, `${at}/congresses`, CONGRESS)
    expect(twice.json()).toMatchObject({ code: 'alliances.number_taken' })
    const elected = await send(a.alliance, `${at}/boards`, election)
    const [board] = elected.json().boards
    expect(board).toMatchObject({ kind: 'executive', members: [{ office: 'Chủ tịch Liên minh' }] })
    const stale = await send(a.alliance, `${at}/boards`, election)
    expect(stale.json()).toMatchObject({ status: 409 })
    const again = {
      ...election,
      version: board.version,
      fromOn: '2026-03-08',
      members: [
        ...election.members,
        { ...head, part: 'member', office: 'Ủy viên', agencyId: null },
      ],
    }
    const anew = await send(a.alliance, `${at}/boards`, again)
    expect(anew.json().boards[0].members).toHaveLength(2)
    expect((await ask(b.chair, `${at}?asOf=2026-03-05`)).boards[0].members).toHaveLength(1)
    expect(await events()).toEqual(['alliance.congress', 'alliance.board', 'alliance.board'])
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
