import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { writeSheet } from '../../platform/excel.ts'
import * as files from '../../platform/files.ts'
import { aRegister } from '../../testing/registry-parts.ts'

vi.setConfig({ testTimeout: 60_000 })
const { app, a, b, entityId, anEntity, ask, send, counted, headersOf, owner, events } =
  await aRegister()
const [{ officer: keeper, unitId }] = a.communes
const at = (path = '') => `/entities/${entityId}/members${path}`

const MEMBER = {
  kind: 'official_a',
  subject: 'person',
  name: 'Trần Thị Minh',
  paperNo: '094080001234',
  phone: '0912345678',
  share: 250_000_000,
  joinedOn: '2020-01-01',
}

async function aFile(heads: readonly string[], lines: readonly (readonly (string | number)[])[]) {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const columns = heads.map((header, index) => ({
    header,
    key: String(index),
    width: 20,
    kind: 'text' as const,
  }))
  const rows = lines.map((cells) =>
    Object.fromEntries(cells.map((cell, index) => [String(index), cell])),
  )
  await writeSheet(stream, {
    sheetName: 'Thành viên',
    title: 'SỔ ĐĂNG KÝ THÀNH VIÊN',
    columns,
    rows,
  })
  const received = await files.receive('thanh-vien.xlsx', await bytes)
  const { write } = createContext(
    app.services.db,
    keeper.actor,
    '2026-03-10',
    new Date('2026-03-10T03:00:00Z'),
  )
  const stored = await write((tx) => files.store(tx, received))
  await received.dispose()
  return stored.id
}

test('persons are read by the entity and its keeper, others get counts', async () => {
  await send(keeper, at(), MEMBER)
  await send(keeper, at(), {
    ...MEMBER,
    name: 'Công ty Minh',
    paperNo: '0312345678',
    subject: 'organisation',
    kind: 'linked_capital',
    share: 150_000_000,
  })
  await send(keeper, at(), { ...MEMBER, name: 'Lê Văn Minh', paperNo: null, leftOn: '2025-06-30' })
  for (const person of [keeper, a.standing, a.cooperative]) {
    const list = await ask(person, at())
    expect(list).toMatchObject({
      isOpen: true,
      mayChange: true,
      total: { members: 2, share: 400_000_000 },
    })
    expect(list.items.map((one: { name: string }) => one.name)).toEqual([
      'Công ty Minh',
      'Trần Thị Minh',
    ])
    expect(list.items[1]).toMatchObject({
      percent: 25,
      paperNo: { shown: '•••• 234', isMasked: true },
    })
  }
  for (const person of [a.officer, a.chair]) {
    const list = await ask(person, at())
    expect(list).toMatchObject({
      isOpen: false,
      mayChange: false,
      items: [],
      total: { members: 2 },
    })
    expect(list.counts).toEqual([
      { kind: 'linked_capital', subject: 'organisation', members: 1, share: 150_000_000 },
      { kind: 'official_a', subject: 'person', members: 1, share: 250_000_000 },
    ])
  }
  expect((await ask(a.communes[1].officer, at())).code).toBe('entities.not_found')
  const then = await ask(keeper, `${at()}?asOf=2025-06-29`)
  expect([then.total.members, then.mayChange]).toEqual([3, false])
  expect((await ask(keeper, `${at()}?withLeft=true`)).items).toHaveLength(3)
  expect((await ask(keeper, `${at()}?q=tran`)).items).toHaveLength(1)
  const first = await ask(keeper, `${at()}?limit=1`)
  expect((await ask(keeper, `${at()}?limit=1&cursor=${first.next}`)).items[0].name).toBe(
    'Trần Thị Minh',
  )
})

test('row security alone hides persons from whoever only reads the entity', async () => {
  const seen = async (person: typeof keeper) => {
    const { read } = createContext(app.services.db, person.actor, '2026-03-10', new Date())
    return (await read((db) => db.selectFrom('entity_members').select('id').execute())).length
  }
  expect(await seen(keeper)).toBeGreaterThan(0)
  expect(
    await Promise.all([a.officer, a.chair, b.standing, b.communes[0].officer].map(seen)),
  ).toEqual([0, 0, 0, 0])
})

test('the audit keeps that a member was changed, not who and which number', async () => {
  const { id } = (
    await send(keeper, at(), { ...MEMBER, name: 'Nguyễn Minh Bí', paperNo: '094080009999' })
  ).json()
  await send(keeper, at(`/${id}`), { ...MEMBER, name: 'Nguyễn Minh Bí Mật', version: 1 }, 'PUT')
  const { rows } = await sql<{ said: string }>`select string_agg(p.payload::text, ' ') as said
    from audit_entries e join audit_payloads p on p.entry_id = e.id where e.subject_id = ${entityId}`.execute(
    owner,
  )
  expect(rows[0]?.said).toContain('"fields"')
  expect(rows[0]?.said).not.toContain('Minh Bí')
  expect(rows[0]?.said).not.toContain('094080009999')
  expect(rows[0]?.said).not.toContain('0912345678')
  await sql`delete from entity_members where id = ${id}`.execute(owner)
})

const HEADS = [
  'STT',
  'Họ và tên',
  'Loại thành viên',
  'Số CCCD',
  'Điện thoại',
  'Vốn góp (đồng)',
  'Ngày vào',
]
const GOOD = [
  1,
  'Phạm Minh Một',
  'Chính thức',
  '94080000001',
  '912000111',
  '10.000.000',
  '01/02/2020',
]
const LINES = [
  GOOD,
  [2, 'Phạm Minh Hai', 'Liên kết góp vốn', '094080000002', '', '5 triệu', '15/03/2021'],
  [3, 'Phạm Minh Ba', 'Thành viên vàng', '094080000003', '', '5000000', '15/03/2021'],
  [4, '', 'Chính thức', '094080000004', '', 'nhiều', '31/02/2021'],
  [5, 'Phạm Minh Năm', 'Chính thức', '094080000002', '', '', '15/03/2021'],
  [6, 'Phạm Minh Sáu', 'Chính thức', '094080000006', '', '=1+1', ''],
  ['Tổng cộng', '', '', '', '', '', ''],
]

test('a list is shown cell by cell before anything is written, and entered whole or in part', async () => {
  const id = await anEntity({ unitId, name: 'HTX Minh Nhập' })
  const path = `/entities/${id}/members/import`
  const fileId = await aFile(HEADS, LINES)
  const before = await counted('entity_members')
  const shown = (await send(keeper, `${path}/preview`, { fileId })).json()
  expect(await counted('entity_members')).toEqual(before)
  expect(shown.mapping).toEqual({ name: 1, kind: 2, paperNo: 3, phone: 4, share: 5, joinedOn: 6 })
  expect(shown.counts).toEqual({ add: 2, change: 0, same: 0, skip: 4 })
  const cells = shown.issues.map(
    (one: { line: number; column: string | null }) => `${one.line} ${one.column}`,
  )
  expect(cells.toSorted()).toEqual(['5 C', '6 B', '6 F', '6 G', '7 null', '8 F'])
  const refused = await send(keeper, path, { fileId })
  expect(refused.json()).toMatchObject({ status: 422, code: 'entity_parts.has_errors' })
  expect(await counted('entity_members')).toEqual(before)
  const done = await send(keeper, path, { fileId, isPartial: true })
  expect(done.json()).toEqual({ added: 2, changed: 0, same: 0, skipped: 4 })
  expect((await events()).at(-1)).toBe('entity.import_members')
  const { rows } =
    await sql<object>`select name, kind, paper_no, phone, share::float8 as share, joined_on
    from entity_members where entity_id = ${id} order by name`.execute(owner)
  expect(rows).toEqual([
    {
      name: 'Phạm Minh Hai',
      kind: 'linked_capital',
      paper_no: '094080000002',
      phone: null,
      share: 5_000_000,
      joined_on: '2021-03-15',
    },
    {
      name: 'Phạm Minh Một',
      kind: 'official_a',
      paper_no: '094080000001',
      phone: '0912000111',
      share: 10_000_000,
      joined_on: '2020-02-01',
    },
  ])
  const again = await aFile(HEADS, [
    GOOD,
    [2, 'Phạm Minh Hai', '', '094080000002', '', '6 triệu', ''],
  ])
  expect((await send(keeper, path, { fileId: again })).json()).toEqual({
    added: 0,
    changed: 1,
    same: 1,
    skipped: 0,
  })
  const { items } = await ask(keeper, `/entities/${id}/members?kind=linked_capital`)
  expect(items).toMatchObject([{ name: 'Phạm Minh Hai', share: 6_000_000, joinedOn: '2021-03-15' }])
  const changed = await aFile(HEADS, [LINES[0]?.with(5, '9000000') ?? []])
  expect((await send(keeper, path, { fileId: changed })).json()).toMatchObject({ changed: 1 })
  const { rows: kept } = await sql<{ before: number; after: number; file: string }>`
    select (p.payload::jsonb #>> '{before,share}')::float8 as before,
      (p.payload::jsonb ->> 'share')::float8 as after, p.payload::jsonb ->> 'fileId' as file
    from audit_entries a join audit_payloads p on p.entry_id = a.id
    where a.event = 'entity.change_member' order by a.id desc limit 1`.execute(owner)
  expect(kept).toEqual([{ before: 10_000_000, after: 9_000_000, file: changed }])
})

test('a list is not entered into the register of another commune', async () => {
  const fileId = await aFile(HEADS, [GOOD])
  const before = await counted('entity_members')
  for (const person of [a.officer, a.communes[1].officer, b.standing])
    expect([403, 404]).toContain((await send(person, at('/import'), { fileId })).statusCode)
  expect(await counted('entity_members')).toEqual(before)
})

test('the register is saved as Excel with masked numbers, and that is recorded', async () => {
  const headers = await headersOf(keeper)
  const before = await events()
  const unsaid = await app.inject({ url: `/api${at()}?format=xlsx`, headers })
  expect([unsaid.statusCode, unsaid.json().code]).toEqual([422, 'exports.purpose_missing'])
  expect(await events()).toEqual(before)
  const url = `/api${at()}?format=xlsx&purpose=verify`
  const { statusCode, rawPayload } = await app.inject({ url, headers })
  expect([statusCode, rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  expect((await events()).at(-1)).toBe('personal.export')
})

test('heads nobody knows come back, and the lines follow what is said of the columns', async () => {
  const id = await anEntity({ unitId, name: 'HTX Cột lạ' })
  const path = `/entities/${id}/members/import`
  const fileId = await aFile(['Cột một', 'Cột hai'], [['x', 'Lê Thị Lạ']])
  const shown = (await send(keeper, `${path}/preview`, { fileId })).json()
  expect(shown).toMatchObject({ mapping: {}, rows: [], headers: ['Cột một', 'Cột hai'] })
  const before = await counted('entity_members')
  const refused = await send(keeper, path, { fileId })
  expect(refused.json()).toMatchObject({ status: 422, code: 'entity_parts.no_name_column' })
  expect(await counted('entity_members')).toEqual(before)
  const mapping = { name: 1 }
  const mapped = (await send(keeper, `${path}/preview`, { fileId, mapping })).json()
  expect(mapped.rows).toMatchObject([{ name: 'Lê Thị Lạ' }])
})

test('no contribution within six months of the admission is warned of, to who reads persons', async () => {
  const id = await anEntity({ unitId, name: 'HTX Chưa góp' })
  const path = `/entities/${id}/members`
  const keys = async (person: typeof keeper) =>
    (await ask(person, path)).warnings.map((one: { key: string }) => one.key)
  const member = { ...MEMBER, paperNo: '094080005678', contributedOn: '2020-03-01' }
  expect((await send(keeper, path, member)).statusCode).toBeLessThan(300)
  expect(await keys(keeper)).not.toContain('members.not_paid_in')
  const late = { ...MEMBER, name: 'Trần Chưa Góp', paperNo: '094080009999' }
  expect((await send(keeper, path, late)).statusCode).toBeLessThan(300)
  expect(await keys(keeper)).toContain('members.not_paid_in')
  expect(await keys(a.chair)).not.toContain('members.not_paid_in')
})
