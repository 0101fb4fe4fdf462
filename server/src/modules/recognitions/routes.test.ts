import { sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { A_PNG, aServerWithEntities } from '../../testing/entities.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const server = await aServerWithEntities()
const { a, b, ask, send, made, entityId, owner } = server
const neighbourId = await server.anEntity(a.communes[0].unitId, null, 'HTX Minh Tân')
const [east, west] = a.communes
const TABLES = [
  'recognitions',
  'recognition_events',
  'recognition_lists',
  'file_links',
  'audit_entries',
]

beforeEach(async () => {
  await sql`truncate recognitions, recognition_lists, audit_entries, file_links cascade`.execute(
    owner,
  )
})

const said = (more: object = {}) => ({
  form: 'Chuỗi giá trị',
  title: 'Trồng tỏi theo chuỗi',
  story: 'Quy vùng, thống nhất giống, bán theo hợp đồng.',
  toAgencyId: a.standingAgencyId,
  year: 2025,
  stated: [{ name: 'Diện tích', value: 12.5, unit: 'ha', year: 2025, source: 'HTX báo cáo' }],
  pictures: [],
  checks: [],
  ...more,
})
const model = (more: object = {}) => ({
  ...said(),
  id: newId(),
  kind: 'model',
  entityId: null,
  ...more,
})
const at = (id: string) => `/recognitions/${id}`
const prepared = async (more: object = {}, by = a.cooperative) =>
  (await made(by, '/recognitions', model(more))).id
const deed = (id: string, action: string, version: number, by = a.standing, more: object = {}) =>
  send(by, `${at(id)}/deeds`, { action, version, ...more })
const codes = (answers: readonly { statusCode: number; json: () => { code: string } }[]) =>
  answers.map((one) => [one.statusCode, one.json().code])
const LISTS = {
  models: [{ name: 'Chuỗi giá trị', checklist: ['Báo cáo tóm tắt'] }],
  commendations: [{ name: 'Bằng khen', checklist: ['Tờ trình', 'Báo cáo thành tích'] }],
  version: 0,
}

describe('a model', () => {
  test('goes from the cooperative over the province to everyone there, with pictures and known figures', async () => {
    const picture = await server.upload(a.cooperative, 'vuon.png', A_PNG)
    const pictures = [{ fileId: picture, caption: 'Vườn tỏi' }]
    const one = await made(a.cooperative, '/recognitions', model({ pictures }))
    expect(one).toMatchObject({
      state: 'draft',
      coverId: picture,
      mayEdit: true,
      allowed: ['submit', 'withdraw'],
    })
    expect(one.figures).toContainEqual(
      expect.objectContaining({ name: 'Diện tích', isKnown: false, source: 'HTX báo cáo' }),
    )
    expect(one.figures).toContainEqual(
      expect.objectContaining({
        isKnown: true,
        value: 45,
        source: 'Danh sách HTX ngày 10/03/2026',
      }),
    )
    expect((await ask(a.standing, at(one.id))).code).toBe('recognitions.not_found')
    expect((await deed(one.id, 'submit', 1, a.cooperative)).statusCode).toBe(200)
    expect((await ask(a.standing, at(one.id))).allowed).toEqual(['verify', 'return'])
    expect((await deed(one.id, 'verify', 2)).json()).toMatchObject({ state: 'verified' })
    expect((await ask(west.officer, at(one.id))).code).toBe('recognitions.not_found')
    expect((await deed(one.id, 'publish', 3)).json()).toMatchObject({
      state: 'published',
      allowed: ['withdraw'],
    })
    const seen = await ask(west.officer, at(one.id))
    expect(seen).toMatchObject({ state: 'published', events: [], checks: [], allowed: [] })
    const image = await server.inject(west.officer, { url: `/api/files/${picture}` })
    expect([image.statusCode, image.headers['content-type']]).toEqual([200, 'image/png'])
    expect((await ask(b.standing, at(one.id))).code).toBe('recognitions.not_found')
    const out = await deed(one.id, 'withdraw', 4, a.standing, { reason: 'HTX đã giải thể' })
    expect(out.json()).toMatchObject({ state: 'withdrawn', allowed: [] })
    expect((await ask(west.officer, at(one.id))).code).toBe('recognitions.not_found')
  })

  test('is returned with reasons, put right and submitted again; what was taken out is gone', async () => {
    const [first, second] = [
      await server.upload(east.officer, 'a.png', A_PNG),
      await server.upload(east.officer, 'b.png', A_PNG),
    ]
    const id = await prepared(
      { entityId: neighbourId, pictures: [{ fileId: first, caption: '' }] },
      east.officer,
    )
    await deed(id, 'submit', 1, east.officer)
    expect(codes([await deed(id, 'return', 2)])).toEqual([[400, 'request.invalid']])
    await deed(id, 'return', 2, a.standing, { reason: 'Cần ảnh khác' })
    const back = await ask(east.officer, at(id))
    expect(back).toMatchObject({ state: 'returned', mayEdit: true })
    expect(back.events.at(-1)).toMatchObject({ action: 'return', text: 'Cần ảnh khác' })
    const body = { ...said({ pictures: [{ fileId: second, caption: 'Mới' }] }), version: 3 }
    expect((await send(east.officer, at(id), body, 'PUT')).json()).toMatchObject({
      coverId: second,
      version: 4,
    })
    const image = await server.inject(a.standing, { url: `/api/files/${first}` })
    expect(image.statusCode).toBe(404)
    expect((await deed(id, 'submit', 4, east.officer)).json()).toMatchObject({ state: 'submitted' })
  })

  test('that was never submitted stays its own agency’s when it is withdrawn', async () => {
    const id = await prepared({ entityId: neighbourId }, east.officer)
    expect((await deed(id, 'withdraw', 1, east.officer, { reason: 'Nhầm HTX' })).statusCode).toBe(
      200,
    )
    for (const reader of [a.standing, a.cooperative])
      expect((await ask(reader, at(id))).code).toBe('recognitions.not_found')
  })

  test('is one however often it is sent, and an id is not used twice', async () => {
    const body = model()
    await Promise.all([1, 2].map(() => send(a.cooperative, '/recognitions', body)))
    expect((await send(a.cooperative, '/recognitions', body)).statusCode).toBe(201)
    const other = await send(a.cooperative, '/recognitions', { ...body, title: 'Khác' })
    expect(codes([other])).toEqual([[409, 'recognitions.used_id']])
    expect((await ask(a.cooperative, '/recognitions')).items).toHaveLength(1)
  })
})

test('a commendation is submitted when its checklist is there, and decided with number, day and authority', async () => {
  await made(a.standing, '/recognition-lists', LISTS, 'PUT')
  const kind = { kind: 'commendation', form: 'Bằng khen', entityId }
  const id = await prepared({ ...kind, checks: [{ name: 'Tờ trình', fileId: null }] }, east.officer)
  expect((await ask(east.officer, at(id))).missing).toEqual(['Báo cáo thành tích'])
  const early = await deed(id, 'submit', 1, east.officer)
  expect([early.statusCode, early.json().detail]).toEqual([
    422,
    'Hồ sơ còn thiếu: Báo cáo thành tích.',
  ])
  const checks = ['Tờ trình', 'Báo cáo thành tích'].map((name) => ({ name, fileId: null }))
  const body = { ...said({ form: 'Bằng khen', checks }), version: 1 }
  await made(east.officer, at(id), body, 'PUT')
  await deed(id, 'submit', 2, east.officer)
  const decision = { number: '12/QĐ-UBND', on: '2026-03-09', by: 'Chủ tịch UBND tỉnh' }
  const late = await deed(id, 'decide', 3, a.standing, { ...decision, on: '2026-03-11' })
  expect(codes([late])).toEqual([[422, 'recognitions.not_yet']])
  const done = await deed(id, 'decide', 3, a.standing, decision)
  expect(done.json()).toMatchObject({ state: 'decided', decision, allowed: [] })
  const { items } = await ask(a.cooperative, `/recognitions?kind=commendation&entity=${entityId}`)
  expect(items).toMatchObject([{ id, decision }])
  const { rawPayload } = await server.inject(a.standing, {
    url: '/api/recognitions?kind=commendation&format=xlsx',
  })
  expect(JSON.stringify(readSheets(rawPayload).sheets[0])).toContain('12/QĐ-UBND')
})

test('lists are the province’s own; who saw another version is told so', async () => {
  expect(await made(a.standing, '/recognition-lists', LISTS, 'PUT')).toMatchObject({ version: 1 })
  const again = await send(a.officer, '/recognition-lists', LISTS, 'PUT')
  const commune = await send(east.officer, '/recognition-lists', { ...LISTS, version: 1 }, 'PUT')
  expect(codes([again, commune])).toEqual([
    [409, 'recognitions.changed'],
    [422, 'recognitions.no_province'],
  ])
  expect(await ask(a.cooperative, '/recognition-lists')).toMatchObject({
    mayKeep: false,
    version: 1,
  })
  expect(await ask(b.standing, '/recognition-lists')).toMatchObject({ models: [], version: 0 })
  const { lists, years, usualAgencyId } = await ask(a.cooperative, '/recognition-options')
  expect([lists.models, years.length, usualAgencyId]).toEqual([LISTS.models, 3, a.standingAgencyId])
})

test('is refused to others, in a wrong state, and with files that do not fit: nothing is recorded', async () => {
  const id = await prepared()
  const paper = await server.upload(a.cooperative, 'a.txt', Buffer.from('Báo cáo'))
  const submitted = await prepared({ entityId: neighbourId }, east.officer)
  await deed(submitted, 'submit', 1, east.officer)
  const before = await server.countedIn(...TABLES)
  const put = (by: typeof a.officer, more: object = {}) =>
    send(by, at(id), { ...said(), version: 1, ...more }, 'PUT')
  const refused = [
    await send(west.officer, '/recognitions', model({ entityId })),
    await send(b.standing, '/recognitions', model({ entityId })),
    await send(a.chair, '/recognitions', model({ entityId })),
    await send(a.cooperative, '/recognitions', model({ toAgencyId: b.standingAgencyId })),
    await send(
      a.cooperative,
      '/recognitions',
      model({ pictures: [{ fileId: paper, caption: '' }] }),
    ),
    await put(b.cooperative),
    await put(a.standing),
    await put(a.cooperative, { version: 9 }),
    await deed(id, 'verify', 1, a.cooperative),
    await deed(submitted, 'submit', 2, east.officer),
    await deed(submitted, 'verify', 2, b.standing),
    await deed(submitted, 'verify', 2, east.officer),
    await deed(submitted, 'verify', 2, a.officer),
    await deed(submitted, 'publish', 2),
    await deed(submitted, 'verify', 1),
    await deed(submitted, 'decide', 2, a.standing, { number: '1', on: '2026-03-01', by: 'UBND' }),
  ]
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([
    404, 404, 403, 422, 422, 404, 404, 409, 403, 422, 404, 403, 403, 422, 409, 422,
  ])
  expect(await server.countedIn(...TABLES)).toEqual(before)
})
