import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type ExcelRow, type SheetToWrite, readSheets, writeSheet } from './excel.ts'

const COLUMNS = [
  { header: 'Tên', key: 'name', width: 30, kind: 'text' },
  { header: 'Ngày', key: 'on', width: 12, kind: 'date' },
  { header: 'Vốn', key: 'capital', width: 14, kind: 'number' },
  { header: 'Tỷ lệ', key: 'share', width: 10, kind: 'percent' },
] as const

async function written(sheet: Partial<SheetToWrite> & Pick<SheetToWrite, 'rows'>) {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  await writeSheet(stream, { sheetName: 'Danh sách', columns: COLUMNS, ...sheet })
  return bytes
}

async function made(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet('Sheet1'), book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

const rowsOf = (bytes: Uint8Array) => readSheets(bytes).sheets[0]?.rows
const codeOf = (bytes: Uint8Array) => {
  try {
    readSheets(bytes)
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : 'no code'
  }
  return 'read'
}

test('what was written is read again: text, day, number, share, gaps', async () => {
  const rows = [
    { name: 'HTX Lộc Mãi', on: '2026-02-05', capital: 1_482.5, share: 0.705 },
    { name: 'HTX Trường Phát', on: null, capital: 0, share: null },
  ]
  expect(rowsOf(await written({ rows, title: 'Danh sách HTX' }))).toEqual([
    ['Danh sách HTX'],
    ['Tên', 'Ngày', 'Vốn', 'Tỷ lệ'],
    ['HTX Lộc Mãi', '2026-02-05', '1482.5', '0.705'],
    ['HTX Trường Phát', '', '0'],
  ])
})

test('heads are bold, frozen and filtered; days are days; shares show as per cent', async () => {
  const rows = [{ name: 'A', on: '2026-02-05', capital: 3, share: 0.5 }]
  const book = new ExcelJS.Workbook()
  const bytes = await written({ rows, title: 'T' })
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  const sheet = book.getWorksheet('Danh sách')
  expect(sheet?.getCell('A2').font).toMatchObject({ bold: true })
  expect(sheet?.views).toMatchObject([{ state: 'frozen', ySplit: 2 }])
  expect(sheet?.autoFilter).toBe('A2:D2')
  expect(sheet?.getCell('B3').value).toEqual(new Date('2026-02-05T00:00:00Z'))
  expect(sheet?.getCell('B3').numFmt).toBe('dd/mm/yyyy')
  expect(sheet?.getCell('D3').numFmt).toBe('0.0%')
})

test.each(['=1+1', '+84 901', '-5', '@SUM(A1)', '=HYPERLINK("http://x","y")', '\t=1', '"=1'])(
  '%s stays text',
  async (name) => {
    const bytes = await written({ rows: [{ name }] })
    const xml = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString()
    expect(xml).not.toContain('<f>')
    expect(rowsOf(bytes)?.[1]).toEqual([name.trim()])
  },
)

test('nasty values: control characters, half characters, long text, bad days, infinity', async () => {
  const rows = [
    { name: 'a\u0000b\u0008\ud800c', on: '2026-02-31', capital: Infinity },
    { name: 'x'.repeat(40_000), on: 'sau', capital: Number.NaN },
  ]
  const read = rowsOf(await written({ rows, sheetName: "a/b:c*'".repeat(9) }))
  expect(read?.[1]).toEqual(['ab\ufffdc', '2026-02-31', 'Infinity'])
  expect(read?.[2]?.[0]).toHaveLength(32_767)
})

test('twenty thousand rows stream from a generator', async () => {
  async function* many(): AsyncGenerator<ExcelRow> {
    for (let at = 1; at < 20_000; at += 1)
      yield await Promise.resolve({ name: `HTX ${at}`, capital: at })
  }
  const read = rowsOf(await written({ rows: many() }))
  expect(read).toHaveLength(20_000)
  expect(read?.at(-1)).toEqual(['HTX 19999', '', '19999'])
})

test('equal rows give equal files', async () => {
  const files = async () => unzipSync(await written({ rows: [{ name: 'A' }] }))
  expect(await files()).toEqual(await files())
})

test('rich text, formulas, links, booleans and errors are read as text', async () => {
  const bytes = await made((sheet) => {
    sheet.getCell('A1').value = {
      richText: [{ text: 'Sở ' }, { font: { bold: true }, text: 'Tài chính' }],
    }
    sheet.getCell('B1').value = { formula: '1+1', result: 2 }
    sheet.getCell('C1').value = { text: 'văn bản', hyperlink: 'https://example.vn' }
    sheet.getCell('D1').value = true
    sheet.getCell('E1').value = { error: '#N/A' }
    sheet.getCell('F1').value = 0.1 + 0.2
    sheet.getCell('G1').value = 'Nguyễn'.normalize('NFD')
  })
  expect(rowsOf(bytes)).toEqual([['Sở Tài chính', '2', 'văn bản', 'TRUE', '#N/A', '0.3', 'Nguyễn']])
})

test('a cell merged over rows stands in each, one over columns in the first', async () => {
  const bytes = await made((sheet) => {
    sheet.getCell('A1').value = 'Tiêu đề'
    sheet.mergeCells('A1:C1')
    sheet.getCell('A2').value = 'Sở Tài chính'
    sheet.mergeCells('A2:A4')
    for (const row of [2, 3, 4]) sheet.getCell(`B${row}`).value = `việc ${row}`
  })
  expect(rowsOf(bytes)).toEqual([
    ['Tiêu đề'],
    ['Sở Tài chính', 'việc 2'],
    ['Sở Tài chính', 'việc 3'],
    ['Sở Tài chính', 'việc 4'],
  ])
})

test('days of every format are days, counted from 1900 or from 1904', async () => {
  const fill = (sheet: ExcelJS.Worksheet) => {
    for (const [at, numFmt] of [
      'dd/mm/yyyy',
      'd-mmm-yy',
      '[$-42A]dd mmmm yyyy',
      '0.00',
    ].entries()) {
      sheet.getCell(1, at + 1).value = 46_058
      sheet.getCell(1, at + 1).numFmt = numFmt
    }
  }
  expect(rowsOf(await made(fill))).toEqual([['2026-02-05', '2026-02-05', '2026-02-05', '46058']])
  const late = await made((sheet, book) => {
    book.properties.date1904 = true
    sheet.getCell('A1').value = 46_058 - 1462
    sheet.getCell('A1').numFmt = 'dd/mm/yyyy'
  })
  expect(rowsOf(late)).toEqual([['2026-02-05']])
})

test('hidden sheets are left out', async () => {
  const bytes = await made((sheet, book) => {
    sheet.getCell('A1').value = 'thấy'
    book.addWorksheet('ẩn', { state: 'hidden' }).getCell('A1').value = 'không'
  })
  expect(readSheets(bytes).sheets.map(({ name }) => name)).toEqual(['Sheet1'])
})

test.each([
  [';', 'Tên;Ngày\r\n"Hợp; ""tác""";05/02/2026\r\n'],
  [',', '\ufeffTên,Ngày\n"Hợp; ""tác""",05/02/2026\n'],
  ['tab', 'Tên\tNgày\nHợp; "tác"\t05/02/2026'],
])('reads CSV with %s', (_, text) => {
  expect(rowsOf(Buffer.from(text))).toEqual([
    ['Tên', 'Ngày'],
    ['Hợp; "tác"', '05/02/2026'],
  ])
})

test('CSV in an old encoding is refused, for it would garble Vietnamese', () => {
  expect(codeOf(Buffer.from('T\u00ean;Ng\u00e0y\nH\u00f5p;1\n', 'latin1'))).toBe('excel.encoding')
})

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
test.each([
  ['excel.old_format', Buffer.concat([OLE, Buffer.from('Workbook', 'utf16le')])],
  ['excel.locked', Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')])],
  ['excel.not_excel', Buffer.from('%PDF-1.7, no; sheet')],
  ['excel.not_excel', Buffer.from('<html><table><tr><td>a;b</td></tr></table></html>')],
  ['excel.not_excel', Buffer.from('một dòng chữ')],
  ['excel.not_excel', Buffer.alloc(0)],
  ['excel.not_excel', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])],
  ['excel.not_excel', Buffer.from(zipSync({ 'word/document.xml': strToU8('<a/>') }))],
  ['excel.broken', Buffer.from('PK\u0003\u0004 torn off')],
  ['excel.too_large', Buffer.alloc(20 * 1024 * 1024 + 1)],
])('refuses with %s', (code, bytes) => {
  expect(codeOf(bytes)).toBe(code)
})

test('a file that unpacks to hundreds of megabytes is refused', async () => {
  const files = unzipSync(await made((sheet) => (sheet.getCell('A1').value = 'a')))
  const huge = zipSync({ ...files, 'xl/worksheets/sheet2.xml': new Uint8Array(260 * 1024 * 1024) })
  expect(huge.length).toBeLessThan(2 * 1024 * 1024)
  expect(codeOf(huge)).toBe('excel.too_large')
})

test('a file that says it unpacks to little is unpacked to no more', async () => {
  const files = unzipSync(await made((sheet) => (sheet.getCell('A1').value = 'a')))
  const sheet = '<worksheet><sheetData><row><c t="str"><v>b</v></c></row>'
  const path = 'xl/worksheets/sheet1.xml'
  const huge = Buffer.from(zipSync({ ...files, [path]: strToU8(sheet.padEnd(50_000_000)) }))
  const entry = huge.lastIndexOf(path) - 46
  huge.writeUInt32LE(100, entry + 24)
  expect(rowsOf(huge)).toEqual([['b']])
})

test('too many rows, and a value in the last row of all, are told', async () => {
  const bytes = await made((sheet) => (sheet.getCell('A1048576').value = 'x'))
  expect(codeOf(bytes)).toBe('excel.too_many_rows')
})

test('a workbook without cells is empty', async () => {
  expect(codeOf(await made(() => undefined))).toBe('excel.empty')
})

test('XML that goes on for ever in one tag takes no time', async () => {
  const files = unzipSync(await made((sheet) => (sheet.getCell('A1').value = 'a')))
  const nasty = `<row r="1"><c r="A1" ${'a="'.repeat(50_000)}`
  const bytes = zipSync({ ...files, 'xl/worksheets/sheet1.xml': strToU8(nasty) })
  const from = performance.now()
  expect(codeOf(bytes)).toBe('excel.empty')
  expect(performance.now() - from).toBeLessThan(1000)
})
