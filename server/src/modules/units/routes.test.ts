import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../app.ts'
import { createContext } from '../../platform/context.ts'
import { aDatabase } from '../../testing/database.ts'
import {
  anAgency,
  anOrganisation,
  aUnit,
  refresh,
  signIn,
  type TestPerson,
} from '../../testing/organisation.ts'
import { agenciesByIds, communesUnder, knownAgencies } from './index.ts'

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
const { a, b, admin, observer, nationId } = await anOrganisation(owner)

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
  method: 'POST' | 'PATCH' | 'PUT',
  url: string,
  payload: object,
) {
  const headers = await signIn(app, person.username)
  return app.inject({ method, url: `/api${url}`, headers, payload })
}
const events = async () =>
  (await owner.selectFrom('audit_entries').select('event').orderBy('id').execute()).map(
    ({ event }) => event,
  )
const names = (page: { items: { name: string }[] }) => page.items.map(({ name }) => name)

describe('units', () => {
  test('are read from the nation down, in Vietnamese order', async () => {
    expect(await ask(a.officer, '/units')).toMatchObject({
      items: [{ id: nationId, children: 2, parent: null }],
      next: null,
    })
    const provinces = await ask(a.officer, `/units?parent=${nationId}`)
    expect(names(provinces)).toEqual(['Minh An', 'Minh Bình'])
    expect(names(await ask(a.officer, '/units?q=minh%20an%20dong'))).toEqual(['Minh An Đông'])
  })

  test('go on where the cursor says', async () => {
    const first = await ask(a.officer, '/units?level=commune&limit=3')
    const rest = await ask(a.officer, `/units?level=commune&limit=3&cursor=${first.next}`)
    expect([...names(first), ...names(rest)]).toEqual([
      'Minh An Đông',
      'Minh An Tây',
      'Minh Bình Đông',
      'Minh Bình Tây',
    ])
    expect(rest.next).toBeNull()
  })

  test('are renamed from a day on, and keep the name they had', async () => {
    const { unitId } = b.communes[1]
    const { version } = await ask(admin, `/units/${unitId}`)
    const rename = { version, fromOn: '2026-02-01', kind: 'phường', name: 'Minh Hòa' }
    const response = await send(admin, 'PATCH', `/units/${unitId}`, rename)
    expect(response.json()).toMatchObject({
      kind: 'phường',
      name: 'Minh Hòa',
      fromOn: '2026-02-01',
      versions: [{ name: 'Minh Hòa' }, { name: 'Minh Bình Tây', untilOn: '2026-01-31' }],
    })
    expect(await ask(a.chair, `/units/${unitId}?asOf=2026-01-31`)).toMatchObject({
      kind: 'xã',
      name: 'Minh Bình Tây',
      path: [{ name: 'Việt Nam' }, { name: 'Minh Bình' }],
      allowed: [],
    })
    const stale = await send(admin, 'PATCH', `/units/${unitId}`, rename)
    expect(stale.json()).toMatchObject({ status: 409, code: 'units.changed' })
    const past = { version: version + 1, fromOn: '2026-01-01', name: 'Minh' }
    const early = await send(admin, 'PATCH', `/units/${unitId}`, past)
    expect(early.json()).toMatchObject({ status: 422, code: 'organisation.too_early' })
    const below = { version: version + 1, fromOn: '2026-03-01', parentId: unitId }
    const circle = await send(admin, 'PATCH', `/units/${unitId}`, below)
    expect(circle.json()).toMatchObject({ status: 422, code: 'units.circular' })
    expect(await events()).toEqual(['unit.change'])
  })

  test('that are new come into the sight of those who oversee them, and not of others', async () => {
    const commune = { level: 'commune', kind: 'xã', name: 'Minh Mới', code: '31531' }
    const body = { ...commune, parentId: a.unitId, fromOn: '2026-03-01' }
    const response = await send(admin, 'POST', '/units', body)
    expect(response.statusCode).toBe(201)
    const { id } = response.json()
    const sees = ({ actor }: TestPerson, day = '2026-03-10') =>
      createContext(db, actor, day, now).read((reader) =>
        reader
          .selectFrom('visible_units')
          .select('unit_id')
          .where('unit_id', '=', id)
          .execute()
          .then(({ length }) => length > 0),
      )
    expect(await sees(a.chair)).toBe(true)
    expect(await sees(observer)).toBe(true)
    expect(await sees(a.officer)).toBe(false)
    expect(await sees(b.chair)).toBe(false)
    expect(await sees(a.delegate, '2026-12-31')).toBe(true)
    expect(await sees(a.delegate, '2027-01-01')).toBe(false)
    const ended = await send(admin, 'POST', `/units/${id}/end`, {
      version: 2,
      untilOn: '2026-03-05',
    })
    expect(ended.json()).toMatchObject({ untilOn: '2026-03-05' })
    expect(names(await ask(a.chair, `/units?parent=${a.unitId}`))).not.toContain('Minh Mới')
  })

  test('are kept by the administrator alone; nothing is recorded else', async () => {
    const body = { level: 'commune', kind: 'xã', name: 'X', code: null, parentId: a.unitId }
    for (const person of [a.chair, a.standing, b.leader, observer]) {
      const response = await send(person, 'POST', '/units', { ...body, fromOn: '2026-03-01' })
      expect(response.json()).toMatchObject({ status: 403, code: 'auth.forbidden' })
    }
    expect(await events()).toEqual([])
  })
})

describe('agencies', () => {
  test('are found by short and other names without diacritics, within a unit', async () => {
    const found = await ask(a.officer, `/agencies?q=so%20nn&under=${a.unitId}`)
    expect(found.items).toMatchObject([
      { id: a.departmentId, manner: 'assign', needsApproval: true },
    ])
    const { version } = await ask(admin, `/agencies/${a.departmentId}`)
    const name = 'Sở Nông nghiệp và Môi trường'
    const period = { fromOn: '2025-03-01', untilOn: '9999-12-31' }
    const body = { version, names: [{ name, ...period }] }
    expect((await send(b.chair, 'PUT', `/agencies/${a.departmentId}/names`, body)).statusCode).toBe(
      403,
    )
    expect(await events()).toEqual([])
    await send(admin, 'PUT', `/agencies/${a.departmentId}/names`, body)
    const other = await ask(a.officer, '/agencies?q=nong%20nghiep%20va%20moi')
    expect(other.items).toMatchObject([{ id: a.departmentId }])
    expect(
      (await ask(a.officer, '/agencies?q=nong%20nghiep%20va%20moi&asOf=2025-02-28')).items,
    ).toEqual([])
    expect((await ask(a.officer, '/agencies?q=100%25')).items).toEqual([])
    expect(await events()).toEqual(['agency.name'])
  })

  test('that act for another say so; those who act for it see what it sees', async () => {
    const body = {
      unitId: a.communes[0].unitId,
      kind: 'office',
      name: 'Phòng Văn hóa - Xã hội xã Minh An Đông',
      shortName: 'Phòng VH - XH',
      symbol: null,
      manner: 'assign',
      actsForId: a.communes[0].committeeId,
      needsApproval: false,
      fromOn: '2026-03-01',
    }
    const response = await send(admin, 'POST', '/agencies', body)
    expect(response.json()).toMatchObject({
      actsFor: { id: a.communes[0].committeeId },
      unit: { name: 'Minh An Đông' },
      under: 'tỉnh Minh An',
    })
    const change = { version: 2, fromOn: '2026-03-05', actsForId: null, shortName: 'Phòng VHXH' }
    const changed = await send(admin, 'PATCH', `/agencies/${response.json().id}`, change)
    expect(changed.json()).toMatchObject({
      shortName: 'Phòng VHXH',
      actsFor: null,
      versions: [{ fromOn: '2026-03-05' }, { shortName: 'Phòng VH - XH', untilOn: '2026-03-04' }],
    })
    const end = { version: 3, untilOn: '2026-03-09' }
    const ended = await send(admin, 'POST', `/agencies/${response.json().id}/end`, end)
    expect(ended.json()).toMatchObject({ untilOn: '2026-03-09' })
    expect(await events()).toEqual(['agency.found', 'agency.change', 'agency.end'])
  })

  test('name the people who hold posts there on the day', async () => {
    const { people } = await ask(a.officer, `/agencies/${a.departmentId}`)
    expect(people.map(({ role }: { role: string }) => role)).toEqual(['clerk', 'leader', 'officer'])
    const asOwn = await ask(a.cooperative, `/agencies/${a.departmentId}`)
    expect(asOwn.people).toEqual([])
  })
})

describe('for other modules', () => {
  test('agencies are known by all names of a day', async () => {
    const known = await createContext(db, a.standing.actor, '2026-03-10', now).read((reader) =>
      knownAgencies(reader, '2026-03-10', a.communes[0].unitId),
    )
    const ids = known.map(({ id }) => id)
    expect(ids).toContain(a.departmentId)
    expect(ids).toContain(a.communes[1].committeeId)
    expect(ids).not.toContain(b.departmentId)
    expect(known.find(({ id }) => id === a.committeeId)).toMatchObject({
      shortNames: ['Ban Chỉ đạo KTTT', 'BCĐ'],
      unitName: 'Minh An',
      unitKind: 'tỉnh',
    })
  })

  test('communes come with their UBND, agencies by their ids', async () => {
    const context = createContext(db, a.standing.actor, '2026-03-10', now)
    const communes = await context.read((reader) => communesUnder(reader, a.unitId, '2026-03-10'))
    expect(communes).toMatchObject([
      { name: 'Minh An Đông', agencyId: a.communes[0].committeeId },
      { name: 'Minh An Tây', agencyId: a.communes[1].committeeId },
    ])
    const both = [a.allianceId, a.departmentId]
    const found = await context.read((reader) => agenciesByIds(reader, both, '2026-03-10'))
    expect(found.map(({ manner }) => manner).toSorted((x, y) => x.localeCompare(y))).toEqual([
      'assign',
      'request',
    ])
  })
})

test('an office of a past day is found where a reorganisation joined it to a new one', async () => {
  const district = await aUnit(owner, {
    level: 'district',
    kind: 'huyện',
    name: 'Minh Cũ',
    parentId: a.unitId,
    untilOn: '2025-06-30',
  })
  const office = await anAgency(owner, {
    unitId: district,
    kind: 'department',
    name: 'Phòng TC - KH huyện Minh Cũ',
    shortName: 'Phòng TC - KH',
    untilOn: '2025-06-30',
  })
  const joined = await anAgency(owner, {
    unitId: a.communes[0].unitId,
    kind: 'office',
    name: 'Phòng Kinh tế mới',
    shortName: 'Phòng Kinh tế mới',
    fromOn: '2025-07-01',
  })
  const act = { on_day: '2025-07-01', act: 'Nghị quyết 202/2025/QH15' }
  await owner
    .insertInto('agency_successions')
    .values({ from_id: office, to_id: joined, ...act })
    .execute()
  await owner
    .updateTable('posts')
    .set({ agency_id: joined })
    .where('id', '=', a.communes[0].officer.postId)
    .execute()
  await refresh(owner)
  const then = await ask(a.communes[0].officer, '/session?asOf=2021-07-12')
  expect(then).toMatchObject({
    today: '2026-03-10',
    may: [],
    post: {
      id: a.communes[0].officer.postId,
      agency: { id: office, shortName: 'Phòng TC - KH' },
      place: { name: 'Huyện Minh Cũ', under: 'Tỉnh Minh An' },
    },
  })
  expect(await ask(a.officer, `/agencies/${joined}`)).toMatchObject({
    cameFrom: [{ onDay: '2025-07-01', agency: { id: office } }],
  })
})
