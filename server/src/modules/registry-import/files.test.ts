import { EntityImportPreview } from '@hopluc/shared/entity-import'
import { sql } from 'kysely'
import { deflateRawSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { anImport, type Cell, newEntity, workbook } from './for-test.ts'

const { a, b, db, owner, asked, importing, sendFile, send, create } = await anImport()
const { standing } = a
const [commune] = a.communes
const { rows: names } = await sql<{ id: string; name: string }>`
  select unit_id as id, name from unit_versions where level = 'commune'`.execute(owner)
const HERE = names.find((one) => one.id === commune.unitId)?.name ?? ''
const HEADS = ['Tên HTX', 'Mã số', 'Xã, phường', 'Ngày thành lập']
const LINE: Cell[] = ['HTX Minh Phát', '0800000001', HERE, '05/03/2018']
const TODAY = '2026-03-10'

beforeEach(async () => {
  await sql`truncate entities cascade`.execute(owner)
})

const look = async (content: Buffer | string, name: string, more: object = {}) => {
  const fileId = await sendFile(standing, content, name)
  return send(standing, 'POST', '/entities/imports/preview', { fileId, day: TODAY, ...more })
}
const codeOf = async (content: Buffer | string, name = 'a.xlsx', more: object = {}) =>
  (await look(content, name, more)).json().code
const count = async () => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from entities`.execute(owner)
  return rows[0]?.n
}
/** Parts under their names, packed; checksums are left out, for no reader here looks at them. */
function zipOf(parts: Record<string, Buffer>): Buffer {
  const [files, entries]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content, { level: 1 })
    const both = Buffer.alloc(26) // version, flags, method, time, checksum, sizes, length of the name
    both.writeUInt16LE(8, 4)
    both.writeUInt32LE(packed.length, 14)
    both.writeUInt32LE(content.length, 18)
    both.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const head = [Buffer.from('PK\u0003\u0004'), both, Buffer.from(name), packed]
    files.push(...head)
    at += head.reduce((length, piece) => length + piece.length, 0)
    entries.push(Buffer.from('PK\u0001\u0002\0\0'), both, place, Buffer.from(name))
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(parts).length, 4)
  end.writeUInt16LE(Object.keys(parts).length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...files, directory, Buffer.from('PK\u0005\u0006'), end])
}

const csv = (rows: readonly (readonly Cell[])[]) =>
  rows
    .map((row) =>
      row
        .map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? cell : ''))
        .join(';'),
    )
    .join('\r\n')

describe('a CSV', () => {
  test.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with its mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['letters apart from their marks', (text: string) => Buffer.from(text.normalize('NFD'))],
  ])('in %s is read', async (_, encode) => {
    const answer = await look(encode(csv([HEADS, LINE])), 'a.csv')
    expect(answer.json()).toMatchObject({ counts: { create: 1, problem: 0 } })
  })

  test('in another encoding is refused with words', async () => {
    const garbled = Buffer.from(csv([HEADS, LINE]), 'latin1')
    await expect(sendFile(standing, garbled, 'a.csv')).rejects.toMatchObject({
      code: 'files.wrong_type',
    })
  })
})

describe('a file that is no list', () => {
  test('is told so', async () => {
    expect(await codeOf(await workbook([]))).toBe('entity_import.no_rows')
    expect(await codeOf(await workbook([LINE, LINE]))).toBe('entity_import.no_heads')
    expect(await codeOf(await workbook([HEADS, LINE]), 'a.xlsx', { sheet: 'Khác' })).toBe(
      'entity_import.no_such_sheet',
    )
    const whole = await workbook([HEADS, LINE])
    expect(await codeOf(Buffer.concat([whole.subarray(0, whole.length / 2)]))).toBe('excel.broken')
    expect(await count()).toBe(0)
  })

  test('that unpacks to too much is refused before it is', async () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(1000)}</t></is></c></row>`
    const bomb = zipOf({
      '[Content_Types].xml': Buffer.from(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      ),
      'xl/workbook.xml': Buffer.from(
        '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': Buffer.from(
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/sharedStrings.xml': Buffer.alloc(130_000_000, `<si><t>${'x'.repeat(10_000)}</t></si>`),
      'xl/worksheets/sheet1.xml': Buffer.from(
        `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      ),
    })
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await codeOf(bomb)).toBe('excel.too_large')
  }, 60_000)

  test('with too many lines is refused', async () => {
    const many = [HEADS, ...Array.from({ length: 60_001 }, (_, n): Cell[] => [`HTX ${n}`])]
    expect(await codeOf(csv(many), 'a.csv')).toBe('entity_import.too_many_lines')
  }, 60_000)
})

describe('heads', () => {
  test('of two lines are read together, two of one meaning are told', async () => {
    const two = await workbook(
      [
        ['Danh sách HTX năm 2026'],
        ['Tên HTX', 'Mã số', 'Nơi đăng ký', null, 'Ngày thành lập'],
        [null, null, 'Xã, phường', 'Tỉnh', null],
        ['HTX Minh Phát', '0800000001', HERE, null, '05/03/2018'],
      ],
      (sheet) => {
        sheet.mergeCells('A2:A3')
        sheet.mergeCells('B2:B3')
        sheet.mergeCells('C2:D2')
        sheet.mergeCells('E2:E3')
      },
    )
    expect((await look(two, 'a.xlsx')).json()).toMatchObject({
      headerLine: 3,
      counts: { create: 1, problem: 0 },
    })
    const twice = await look(
      await workbook([
        [...HEADS, 'Mã số thuế'],
        [...LINE, 'x'],
      ]),
      'a.xlsx',
    )
    expect(twice.json().issues).toMatchObject([{ line: 1, column: 'E', isError: false }])
  })
})

test('formulas give what was worked out for them, faults are told by cell', async () => {
  const cells: Cell[] = [
    { formula: '"HTX "&"Minh"', result: 'HTX Minh' },
    '0800000001',
    HERE,
    '#REF!',
  ]
  const found = EntityImportPreview.parse(
    (await look(await workbook([HEADS, cells]), 'a.xlsx')).json(),
  )
  expect(found.rows[0]?.name).toBe('HTX Minh')
  expect(found.issues).toMatchObject([{ line: 2, column: 'D', isError: true }])
})

test('what is saved with all columns is imported again without a change, as Excel and as CSV', async () => {
  await create(
    standing,
    newEntity(commune.unitId, {
      name: '=HTX "Minh"; +Phát',
      code: '0012345678',
      phone: '0912345678',
      law: '2023',
      governance: 'reduced',
      lines: ['0118', '01'],
      commodities: ['lua', 'rau'],
      charterCapital: 1_234_567_890,
      officialMembers: 1024,
      representative: '@Nguyễn Văn A',
    }),
  )
  const twin = {
    ...newEntity(commune.unitId),
    place: { unitId: commune.unitId, address: '-Thôn 1', lat: 20.446123, lon: 106.5 },
  }
  await create(standing, twin)
  await create(standing, newEntity(commune.unitId, { name: 'THT 05/03', kind: 'group' }))
  const { body } = await send(standing, 'GET', '/entities/full?format=csv')
  expect(body.startsWith('\uFEFFMã hồ sơ;Tên HTX, THT')).toBe(true)
  expect(body).toContain(`"'=HTX ""Minh""; +Phát"`)
  for (const format of ['xlsx', 'csv']) {
    const saved = await send(standing, 'GET', `/entities/full?format=${format}`)
    expect(saved.statusCode).toBe(200)
    const found = await look(saved.rawPayload, `a.${format}`)
    expect(found.json()).toMatchObject({
      counts: { create: 0, change: 0, same: 3, problem: 0 },
      errors: 0,
      warnings: 0,
    })
  }
})

test('an import that dies in the middle leaves nothing behind', async () => {
  const lines = Array.from({ length: 5 }, (_, n): Cell[] => [
    `HTX Minh ${n}`,
    `08000000${10 + n}`,
    HERE,
    2018,
  ])
  // the last thing that an import writes fails, as if the process had ended there
  await sql`create function fails() returns trigger language plpgsql as
    $$ begin raise exception 'ended'; end $$`.execute(owner)
  await sql`create trigger fails before insert on audit_entries for each row execute function fails()`.execute(
    owner,
  )
  const answer = await importing(standing, '', [HEADS, ...lines])
  expect(answer.statusCode).toBe(500)
  await sql`drop trigger fails on audit_entries`.execute(owner)
  expect(await count()).toBe(0)
  expect(await sql`select from entity_spans`.execute(owner)).toMatchObject({ rows: [] })
  expect((await importing(standing, '', [HEADS, ...lines])).statusCode).toBe(200)
  expect(await count()).toBe(5)
})

test('more than a thousand lines go on in the background, for whoever asked', async () => {
  const many = Array.from({ length: 1001 }, (_, n): Cell[] => [`HTX ${n}`, null, HERE, 2018])
  const fileId = await sendFile(standing, csv([HEADS, ...many]), 'a.csv')
  const answer = await send(standing, 'POST', '/entities/imports', { fileId, day: TODAY })
  expect(answer.statusCode).toBe(202)
  expect(answer.json()).toMatchObject({ state: 'waiting', counts: null })
  expect(asked).toEqual(['entities.import'])
  expect(await count()).toBe(0)
  const strange = await send(b.standing, 'GET', `/entities/imports/${answer.json().job}`)
  expect(strange.statusCode).toBe(404)
})

test('the template is one of its own', async () => {
  const saved = await send(standing, 'GET', '/entities/imports/template')
  const found = await look(saved.rawPayload, 'a.xlsx')
  expect(found.json()).toMatchObject({ lines: 0, errors: 0, headerLine: 2 })
  expect(found.json().mapping.length).toBe(found.json().headers.length)
})

test('first figures are stated by whoever keeps the entity, and nobody else', async () => {
  await importing(standing, '', [[...HEADS], LINE])
  const { rows } = await sql<{ id: string }>`select id from entities`.execute(owner)
  const given = [{ entity_id: rows[0]?.id, unit_id: commune.unitId, year: 2025, values: [5] }]
  const state = (person: typeof standing) =>
    createContext(db, person.actor, TODAY, new Date()).write(async (tx) => {
      await sql`select year_period(2025)`.execute(tx)
      await sql`select enter_first_figures(${JSON.stringify(given)}::json, array['H10'], '{}')`.execute(
        tx,
      )
    })
  await expect(state(b.standing)).rejects.toMatchObject({ code: '42501' })
  await state(standing)
  const { rows: figures } = await sql<{ value: number }>`
    select value::float8 as value from figures where entity_id = ${rows[0]?.id}`.execute(owner)
  expect(figures).toEqual([{ value: 5 }])
})
