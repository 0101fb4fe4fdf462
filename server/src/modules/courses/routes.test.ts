import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { aSupportServer } from '../../testing/support.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const server = await aSupportServer()
const { a, b, ask, send, made, owner, entityId, neighbourId } = server
const [east, west] = a.communes
let id = ''

const course = (more: object = {}) => ({
  programmeId: null,
  title: 'Bồi dưỡng giám đốc HTX',
  topic: 'Quản trị HTX theo Luật 2023',
  audience: 'Giám đốc, thành viên Hội đồng quản trị',
  place: 'Hội trường Liên minh HTX',
  fund: 'Ngân sách tỉnh',
  fromOn: '2026-03-09',
  untilOn: '2026-03-12',
  sessions: 4,
  places: 3,
  plannedCost: 30_000_000,
  cost: null,
  isCancelled: false,
  ...more,
})
const person = (more: object = {}) => ({
  id: newId(),
  name: 'Lê Thị Lan',
  post: 'Kế toán',
  ...more,
})
const at = (more = '') => `/courses/${id}${more}`
const put = (who: typeof a.officer, body: object) =>
  server.inject(who, { method: 'PUT', url: `/api${at()}`, payload: body })
const counted = async () => {
  const { rows } = await sql<object>`select (select count(*)::int from courses) as courses,
    (select coalesce(sum(version), 0)::int from courses) as versions,
    (select coalesce(sum(cardinality(attended)), 0)::int from course_people) as came,
    (select count(certificate_no)::int from course_people) as certified,
    (select count(*)::int from course_people) as people,
    (select count(*)::int from audit_entries) as deeds`.execute(owner)
  return rows[0]
}

beforeEach(async () => {
  server.on('2026-03-10')
  await sql`truncate courses, audit_entries cascade`.execute(owner)
  id = newId()
  await made(a.standing, '/courses', { id, ...course() })
})

describe('a course', () => {
  test('is planned, filled, attended, certified, and costs so much a head', async () => {
    await made(a.cooperative, at('/people'), person())
    await made(a.standing, at('/people'), person({ entityId: neighbourId, name: 'Trần Văn Nam' }))
    const { people, version } = await ask(a.standing, at())
    const [lan, nam] = ['Lê Thị Lan', 'Trần Văn Nam'].map((name) =>
      people.find((one: { name: string }) => one.name === name),
    )
    await made(a.standing, at('/attendance'), { session: 1, personIds: [lan.id, nam.id], version })
    await made(a.standing, at('/attendance'), { session: 2, personIds: [lan.id], version: 2 })
    const again = { session: 1, personIds: [lan.id], version: 3 }
    expect(await made(a.standing, at('/attendance'), again)).toMatchObject({ attended: 1 })
    const certificates = { on: '2026-03-10', items: [{ personId: lan.id, number: '01/CN' }] }
    await made(a.standing, at('/certificates'), { ...certificates, version: 4 })
    const absent = { session: 1, personIds: [], version: 5 }
    expect((await send(a.standing, at('/attendance'), absent)).json().code).toBeUndefined()
    const gone = { session: 2, personIds: [], version: 6 }
    expect((await send(a.standing, at('/attendance'), gone)).json().code).toBe(
      'courses.has_certificate',
    )
    await made(a.standing, at('/attendance'), { ...again, version: 6 })
    const fewer = await put(a.standing, { ...course({ sessions: 1 }), version: 7 })
    expect(fewer.json().code).toBe('courses.too_few_sessions')
    const paid = await put(a.standing, { ...course({ cost: 25_000_000 }), version: 7 })
    expect(paid.json()).toMatchObject({
      status: 'running',
      enrolled: 2,
      attended: 1,
      certified: 1,
      costPerHead: 25_000_000,
    })
    const { sums } = await ask(a.standing, '/courses?year=2026')
    expect(sums).toMatchObject({ courses: 1, places: 3, enrolled: 2, certified: 1 })
    expect(sums).toMatchObject({ plannedCost: 30_000_000, cost: 25_000_000 })
    const { rawPayload } = await server.inject(a.standing, { url: '/api/courses?format=xlsx' })
    expect(JSON.stringify(readSheets(rawPayload).sheets[0])).toContain('Bồi dưỡng giám đốc HTX')
  })

  test('shows names to who organises it, to the cooperative and its commune; others read counts', async () => {
    await made(a.cooperative, at('/people'), person())
    await made(a.standing, at('/people'), person({ entityId: neighbourId }))
    const seen = async (who: typeof a.officer) => {
      const { people, enrolled } = await ask(who, at())
      return [enrolled, people?.length]
    }
    expect(await seen(a.standing)).toEqual([2, 2])
    expect(await seen(a.cooperative)).toEqual([2, 1])
    expect(await seen(east.officer)).toEqual([2, 2])
    expect(await seen(west.officer)).toEqual([2, 0])
    expect(await seen(b.standing)).toEqual([undefined, undefined])
    const sheet = async (who: typeof a.officer) => {
      const url = `/api/course-people?course=${id}&purpose=report`
      return server.inject(who, { url })
    }
    const { rawPayload } = await sheet(a.standing)
    expect(JSON.stringify(readSheets(rawPayload).sheets[0])).toContain('Lê Thị Lan')
    expect((await sheet(b.standing)).statusCode).toBe(404)
  })

  test('takes the last place once, and one person once however often it is sent', async () => {
    const body = person()
    await Promise.all([1, 2].map(() => send(a.cooperative, at('/people'), body)))
    await made(a.standing, at('/people'), person({ entityId: neighbourId }))
    const last = await Promise.all(
      ['Một', 'Hai'].map((name) => send(a.cooperative, at('/people'), person({ name }))),
    )
    expect(last.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual([
      200, 422,
    ])
    expect(last.find(({ statusCode }) => statusCode === 422)?.json().code).toBe('courses.full')
    expect(await counted()).toMatchObject({ people: 3 })
  })
})

test('is refused to others and where it does not fit, and nothing is recorded', async () => {
  const lan = person()
  await made(a.cooperative, at('/people'), lan)
  const mark = { session: 1, personIds: [lan.id], version: 1 }
  const certificates = { on: '2026-03-10', items: [{ personId: lan.id, number: '01' }], version: 1 }
  const takeOut = (who: typeof a.officer, personId: string) =>
    server.inject(who, { method: 'DELETE', url: `/api${at(`/people/${personId}`)}` })
  const before = await counted()
  const refused = [
    await send(b.standing, at('/attendance'), mark),
    await send(a.cooperative, at('/attendance'), mark),
    await send(east.officer, at('/certificates'), certificates),
    await put(east.officer, { ...course(), version: 1 }),
    await send(b.cooperative, at('/people'), person()),
    await send(west.officer, at('/people'), person({ entityId })),
    await send(a.cooperative, '/courses', { id: newId(), ...course() }),
    await takeOut(west.officer, lan.id),
    await send(a.standing, at('/people'), person({ entityId: server.strangerId })),
    await send(a.standing, at('/attendance'), { ...mark, session: 5 }),
    await send(a.standing, at('/attendance'), { ...mark, version: 9 }),
    await send(a.standing, at('/certificates'), certificates),
    await put(a.standing, { ...course({ places: 1, untilOn: '2026-03-01' }), version: 1 }),
    await put(a.standing, { ...course({ programmeId: newId() }), version: 1 }),
    await send(a.cooperative, at('/people'), { ...lan, id: newId() }),
  ]
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([
    404, 403, 403, 403, 404, 422, 403, 404, 422, 422, 409, 422, 422, 422, 409,
  ])
  server.on('2026-03-20')
  expect((await send(a.cooperative, at('/people'), person({ name: 'Muộn' }))).json()).toMatchObject(
    { code: 'courses.closed' },
  )
  expect(await counted()).toEqual(before)
  expect((await takeOut(a.cooperative, lan.id)).statusCode).toBe(200)
})
