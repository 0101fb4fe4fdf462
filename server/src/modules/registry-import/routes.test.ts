import { EntityImportPreview } from '@hopluc/shared/entity-import'
import { beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { anImport, type Cell, newEntity } from './for-test.ts'

const { a, b, owner, importing, send, create, events } = await anImport()
const { standing } = a
const [commune] = a.communes

const { rows: names } = await sql<{ id: string; name: string }>`
  select unit_id as id, name from unit_versions where level = 'commune'`.execute(owner)
const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? ''
const HERE = nameOf(commune.unitId)
const THERE = nameOf(b.communes[0].unitId)

const HEADS = [
  'Tên HTX',
  'Loại hình',
  'Mã số',
  'Xã, phường',
  'Ngày thành lập',
  'Vốn điều lệ (triệu đồng)',
  'Số thành viên',
]
const GOOD: Cell[] = [
  'Hợp tác xã Minh Phát',
  'Hợp tác xã',
  '0800000001',
  HERE,
  '05/03/2018',
  '1.234,5',
  '1.024',
]

beforeEach(async () => {
  await sql`truncate entities cascade`.execute(owner)
})

const previewOf = async (
  rows: readonly (readonly Cell[])[] | Buffer,
  more: object = {},
  who = standing,
) => {
  const answer = await importing(who, '/preview', rows, more)
  expect(answer.statusCode).toBe(200)
  return EntityImportPreview.parse(answer.json())
}
const listed = async () => {
  const { rows } = await sql<
    Record<string, unknown>
  >`select s.name, s.code, s.kind, s.status, s.members,
    s.capital::float8 as capital, s.unit_id, s.from_on from entity_spans s order by s.name, s.from_on`.execute(
    owner,
  )
  return rows
}

describe('a list of cooperatives', () => {
  test('is entered as it is written here', async () => {
    const preview = await previewOf([HEADS, GOOD])
    expect(preview).toMatchObject({ counts: { create: 1, problem: 0 }, errors: 0, headerLine: 1 })
    const before = (await events()).length
    const answer = await importing(standing, '', [HEADS, GOOD])
    expect(answer.json()).toMatchObject({ state: 'done', counts: { create: 1 } })
    expect(await listed()).toMatchObject([
      {
        name: 'Hợp tác xã Minh Phát',
        code: '0800000001',
        status: 'active',
        members: 1024,
        capital: 1_234_500_000,
      },
    ])
    expect((await events()).slice(before)).toEqual(['entity.create', 'entity.import'])
  })

  test('imported twice changes nothing; what is otherwise is a change from the day of the list', async () => {
    await importing(standing, '', [HEADS, GOOD])
    expect((await previewOf([HEADS, GOOD])).counts).toEqual({
      create: 0,
      change: 0,
      same: 1,
      problem: 0,
    })
    const other = GOOD.with(6, 900)
    const preview = await previewOf([HEADS, other])
    expect(preview.rows).toMatchObject([
      { action: 'change', changes: [{ field: 'officialMembers', before: '1.024', after: '900' }] },
    ])
    expect((await importing(standing, '', [HEADS, other])).json().counts).toMatchObject({
      change: 1,
    })
    expect(await listed()).toMatchObject([{ members: 900, from_on: '2026-03-10' }])
    await importing(standing, '', [HEADS, GOOD.with(6, 800)])
    const { rows } = await sql<{ before: number; after: number; isFile: boolean }>`
      select (p.payload::jsonb #>> '{before,officialMembers}')::int as before,
        (p.payload::jsonb ->> 'officialMembers')::int as after,
        exists (select from files f where f.id::text = p.payload::jsonb ->> 'fileId') as "isFile"
      from audit_entries a join audit_payloads p on p.entry_id = a.id
      join entities e on e.id = a.subject_id where a.event = 'entity.change' order by a.id`.execute(
      owner,
    )
    expect(rows).toEqual([
      { before: 1024, after: 900, isFile: true },
      { before: 900, after: 800, isFile: true },
    ])
  })

  test('with one error is refused whole, the good lines alone when that is asked; the rest comes back', async () => {
    const bad: Cell[] = [
      'Hợp tác xã Minh Lỗi',
      'Hợp tác xã',
      '2.2E+09',
      HERE,
      '31/02/2018',
      'nhiều',
      '5',
    ]
    const preview = await previewOf([HEADS, GOOD, bad])
    expect(preview.counts).toMatchObject({ create: 1, problem: 1 })
    expect(preview.issues.map(({ line, column }) => `${column}${line}`)).toEqual(['C3', 'E3', 'F3'])
    const refused = await importing(standing, '', [HEADS, GOOD, bad])
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({ code: 'entity_import.errors' })
    expect(await listed()).toEqual([])
    const remarks = await importing(standing, '/remarks', [HEADS, GOOD, bad])
    expect(remarks.statusCode).toBe(200)
    const again = await previewOf(remarks.rawPayload)
    expect(again.headers).toEqual([...HEADS, 'Nội dung cần sửa'])
    expect(again.counts).toMatchObject({ problem: 1, create: 0 })
    const partial = await importing(standing, '', [HEADS, GOOD, bad], { isPartial: true })
    expect(partial.json()).toMatchObject({ state: 'done', counts: { create: 1, problem: 1 } })
    expect(await listed()).toHaveLength(1)
    const past = await send(commune.officer, 'GET', '/entities/imports')
    expect(past.json().items).toEqual([])
    const [last] = (await send(standing, 'GET', '/entities/imports?limit=1')).json().items
    expect(last).toMatchObject({
      fileName: 'danh-sach.xlsx',
      hasFile: true,
      isPartial: true,
      counts: { create: 1, problem: 1 },
      rejected: 1,
    })
    const back = await send(standing, 'GET', `/entities/imports/${last.id}/rejected`)
    expect((await previewOf(back.rawPayload)).counts).toMatchObject({ problem: 1, create: 0 })
    const other = await send(commune.officer, 'GET', `/entities/imports/${last.id}/rejected`)
    expect(other.statusCode).toBe(404)
  })

  test('of another area is refused to a commune and to another province', async () => {
    const foreign = GOOD.with(3, THERE)
    const preview = await previewOf([HEADS, foreign], {}, commune.officer)
    expect(preview.issues[0]).toMatchObject({ line: 2, column: 'D', isError: true })
    expect(preview.issues[0]?.vi).toContain('không thuộc địa bàn')
    const before = (await events()).length
    expect((await importing(commune.officer, '', [HEADS, foreign])).statusCode).toBe(422)
    expect((await importing(a.chair, '', [HEADS, GOOD])).statusCode).toBe(403)
    expect((await events()).slice(before)).toEqual([])
    await importing(commune.officer, '', [HEADS, GOOD])
    const stranger = await previewOf([HEADS, GOOD.with(3, THERE)], {}, b.standing)
    expect(stranger.issues[0]?.vi).toContain('địa phương khác')
  })

  test('of one’s own commune need not name it', async () => {
    const preview = await previewOf(
      [HEADS.toSpliced(3, 1), GOOD.toSpliced(3, 1)],
      {},
      commune.officer,
    )
    expect(preview.counts).toMatchObject({ create: 1, problem: 0 })
  })

  test('says which commune may be meant, and which line is one of before', async () => {
    const [near] = (await previewOf([HEADS, GOOD.with(3, `${HERE}x`)])).issues
    expect(near?.vi).toContain(`${HERE}`)
    const twice = await previewOf([HEADS, GOOD, GOOD])
    expect(twice.issues[0]).toMatchObject({ line: 3, column: 'C' })
    expect(twice.issues[0]?.vi).toContain('dòng 2')
  })

  test('mends what Excel spoiled and says so', async () => {
    const spoiled: Cell[] = [
      'Hợp tác xã Minh Phát'.normalize('NFD'),
      'HTX',
      800000001,
      HERE,
      new Date(Date.UTC(2018, 2, 5)),
      1234.5,
      '1,024',
    ]
    const preview = await previewOf([HEADS, spoiled])
    expect(preview).toMatchObject({ errors: 0, warnings: 1 })
    await importing(standing, '', [HEADS, spoiled])
    expect(await listed()).toMatchObject([
      { name: 'Hợp tác xã Minh Phát', code: '0800000001', members: 1024, capital: 1_234_500_000 },
    ])
    expect((await previewOf([HEADS, GOOD])).counts.same).toBe(1)
  })

  test('whose columns were matched once is matched so again', async () => {
    const heads = ['Đơn vị', 'Ký hiệu', 'Nơi', 'Năm']
    const row: Cell[] = ['Tổ hợp tác Minh Tân', 'x', HERE, 2020]
    const answer = await importing(standing, '/preview', [heads, row])
    expect(answer.json().code).toBe('entity_import.no_heads')
    const mapping = [
      { column: 0, field: 'name' },
      { column: 2, field: 'commune' },
      { column: 3, field: 'foundedOn' },
    ]
    expect((await importing(standing, '', [heads, row], { mapping })).statusCode).toBe(200)
    expect(await previewOf([heads, row])).toMatchObject({
      isKept: true,
      mapping,
      counts: { same: 1 },
    })
    const { items } = (await send(standing, 'GET', '/entities/import-mappings')).json()
    expect(items).toMatchObject([{ headers: heads }])
    expect((await send(b.standing, 'GET', '/entities/import-mappings')).json().items).toEqual([])
  })
})

describe('an export of the national register', () => {
  test('shows new, changed, gone and same; what is accepted has its source', async () => {
    const here = await create(
      standing,
      newEntity(commune.unitId, { code: '0800000001', officialMembers: 9 }),
    )
    const gone = await create(
      standing,
      newEntity(commune.unitId, { name: 'HTX Minh Cũ', code: '0800000002' }),
    )
    const rows = [
      HEADS,
      ['Hợp tác xã nông nghiệp Minh Phát', 'HTX', '0800000001', HERE, '01/01/2020', null, 12],
      ['HTX Minh Mới', 'HTX', '0800000003', HERE, '05/05/2021', null, 8],
    ]
    const preview = await previewOf(rows, { source: 'national' })
    expect(preview.counts).toEqual({ create: 1, change: 1, same: 0, problem: 0 })
    expect(preview.gone).toMatchObject([{ id: gone.id, code: '0800000002' }])
    const one = await importing(standing, '', rows, { source: 'national', lines: [2] })
    expect(one.json().counts).toMatchObject({ change: 1, create: 0 })
    const entity = (await send(standing, 'GET', `/entities/${here.id}`)).json()
    expect(entity.attributes.officialMembers).toBe(12)
    expect(entity.sources.code).toMatchObject({ from: 'national', on: '2026-03-10' })
    const unsaid = await importing(standing, '', rows, { source: 'national', gone: [gone.id] })
    expect(unsaid.json().code).toBe('entity_import.gone_unsaid')
    const away = { source: 'national', gone: [gone.id], goneAs: 'not_at_address' }
    await importing(standing, '', rows, away)
    expect((await send(standing, 'GET', `/entities/${gone.id}`)).json().status).toBe(
      'not_at_address',
    )
    expect(await listed()).toHaveLength(5)
  })
})

describe('one change for many', () => {
  test('is shown beforehand and carried out for all or for those that can be', async () => {
    const one = await create(standing, newEntity(commune.unitId, { name: 'HTX Minh Một' }))
    const two = await create(
      standing,
      newEntity(commune.unitId, { name: 'HTX Minh Hai', commodities: ['lua'] }),
    )
    const there = await create(b.standing, newEntity(b.communes[0].unitId, { name: 'HTX Xa' }))
    const change = { fromOn: '2026-03-01', addCommodities: ['lua'], set: { law: '2023' } }
    const shown = await send(standing, 'POST', '/entities/bulk-changes/preview', {
      ...change,
      filter: {},
    })
    expect(shown.json()).toMatchObject({ counts: { change: 2, problem: 0 } })
    const both = { ...change, ids: [one.id, two.id] }
    const foreign = { ...both, ids: [one.id, there.id] }
    const before = (await events()).length
    expect((await send(standing, 'POST', '/entities/bulk-changes', foreign)).statusCode).toBe(404)
    expect((await send(a.chair, 'POST', '/entities/bulk-changes', both)).statusCode).toBe(403)
    expect((await events()).slice(before)).toEqual([])
    const done = await send(standing, 'POST', '/entities/bulk-changes', both)
    expect(done.json()).toMatchObject({ change: 2, problem: 0 })
    expect((await events()).slice(before)).toEqual([
      'entity.change',
      'entity.change',
      'entity.change_many',
    ])
    const entity = (await send(standing, 'GET', `/entities/${one.id}`)).json()
    expect(entity.attributes).toMatchObject({ law: '2023', commodities: ['lua'] })
    const past = (await send(standing, 'GET', `/entities/${one.id}?asOf=2026-02-28`)).json()
    expect(past.attributes).toMatchObject({ law: null, commodities: [] })
  })

  test('adds a step to each life into which it fits', async () => {
    const one = await create(standing, newEntity(commune.unitId))
    const change = { ids: [one.id], fromOn: '2026-03-01', event: { kind: 'congress' } }
    expect((await send(standing, 'POST', '/entities/bulk-changes', change)).json()).toMatchObject({
      change: 1,
    })
    const resumed = { ...change, event: { kind: 'resumed' } }
    const shown = await send(standing, 'POST', '/entities/bulk-changes/preview', resumed)
    expect(shown.json().counts).toMatchObject({ problem: 1 })
  })
})
