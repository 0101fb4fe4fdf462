import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { aServerWithEntities } from '../../testing/entities.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const server = await aServerWithEntities()
const { a, b, ask, send, made, entityId, owner } = server
const [east] = a.communes

beforeEach(async () => {
  await sql`truncate activities, audit_entries`.execute(owner)
})

const words = (more: object = {}) => ({
  title: 'Chương trình phối hợp tiêu thụ nông sản',
  topic: null,
  fromOn: '2026-01-01',
  untilOn: '2028-12-31',
  document: '05/CTPH-LMHTX-SCT',
  partners: ['Sở Công Thương'],
  channels: [],
  content: null,
  tasks: [{ what: 'Hội chợ', lead: 'Sở Công Thương', dueOn: '2026-06-30', state: 'open' }],
  reach: [],
  results: [],
  state: 'running',
  ...more,
})
const activity = (more: object = {}) => ({
  ...words(),
  id: newId(),
  kind: 'coordination',
  entityId: null,
  ...more,
})
const advice = (more: object = {}) =>
  activity({ kind: 'advice', entityId, title: 'Lập sổ kế toán', topic: 'accounting', ...more })
const titles = async (person: typeof a.officer, kind: string) =>
  (await ask(person, `/activities?kind=${kind}`)).items.map((one: { title: string }) => one.title)

test('a co-ordination programme is known to those below; its tasks and yearly results are kept', async () => {
  const body = activity()
  await Promise.all([1, 2].map(() => send(a.alliance, '/activities', body)))
  const one = await made(a.alliance, '/activities', body)
  expect(one).toMatchObject({ mayEdit: true, version: 1, entity: null })
  const done = words({
    tasks: [{ ...body.tasks[0], state: 'done' }],
    results: [{ year: 2026, text: 'Ba hội chợ' }],
  })
  const at = `/activities/${one.id}`
  expect(await made(a.alliance, at, { ...done, version: 1 }, 'PUT')).toMatchObject({
    version: 2,
    results: [{ year: 2026 }],
  })
  expect(await ask(a.cooperative, at)).toMatchObject({ mayEdit: false, version: 2 })
  expect(await titles(east.officer, 'coordination')).toEqual([one.title])
  expect(await titles(b.standing, 'coordination')).toEqual([])
  expect((await ask(a.alliance, '/activities?kind=coordination&year=2025')).items).toEqual([])
  const { rawPayload } = await server.inject(a.alliance, {
    url: '/api/activities?kind=coordination&format=xlsx',
  })
  expect(JSON.stringify(readSheets(rawPayload).sheets[0])).toContain('2026: Ba hội chợ')
})

test('advice is read by who gave it, the province and whom it advised, and by no other', async () => {
  const { id } = await made(a.alliance, '/activities', advice())
  expect(await titles(a.cooperative, 'advice')).toEqual(['Lập sổ kế toán'])
  expect(await titles(a.standing, 'advice')).toEqual(['Lập sổ kế toán'])
  expect(await titles(east.officer, 'advice')).toEqual([])
  expect((await ask(b.cooperative, `/activities/${id}`)).code).toBe('activities.not_found')
  expect((await ask(a.standing, `/activities?kind=advice&entity=${entityId}`)).items).toHaveLength(
    1,
  )
})

test('is refused to others, with wrong days, and who saw another version: nothing is recorded', async () => {
  const body = activity()
  const { id } = await made(a.alliance, '/activities', body)
  const before = await server.countedIn('activities', 'audit_entries')
  const put = (by: typeof a.officer, more: object = {}) =>
    send(by, `/activities/${id}`, { ...words(), version: 1, ...more }, 'PUT')
  const refused = [
    await send(a.cooperative, '/activities', activity()),
    await send(a.chair, '/activities', activity()),
    await send(a.alliance, '/activities', activity({ untilOn: '2025-12-31' })),
    await send(a.alliance, '/activities', advice({ entityId: null })),
    await send(a.alliance, '/activities', advice({ entityId: server.strangerId })),
    await send(a.alliance, '/activities', { ...body, title: 'Khác' }),
    await send(a.alliance, '/activities', activity({ title: '' })),
    await put(a.standing),
    await put(b.standing),
    await put(east.officer),
    await put(a.alliance, { version: 9 }),
  ]
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([
    403, 403, 422, 404, 404, 409, 400, 403, 404, 403, 409,
  ])
  expect(await server.countedIn('activities', 'audit_entries')).toEqual(before)
})
