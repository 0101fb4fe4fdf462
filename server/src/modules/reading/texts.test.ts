import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { expect, test } from 'vitest'
import { AppError } from '../../platform/errors.ts'
import { textFrom } from './texts.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function codeOf(bytes: Uint8Array, filename: string): Promise<string> {
  try {
    await textFrom(bytes, filename)
    return 'read'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}

/** The smallest PDF of one page that draws these lines, or nothing. */
function pdf(lines: readonly string[]): Uint8Array {
  const content = lines
    .map((line, index) => `BT /F1 12 Tf 72 ${700 - index * 20} Td (${line}) Tj ET`)
    .join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 6\n0000000000 65535 f \n${rows}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`
  return bytesOf(text)
}

test('a .docx keeps the numbers of its lists and the rows of its tables', async () => {
  const config = [
    {
      reference: 'tasks',
      levels: [
        { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.' },
        { level: 1, format: LevelFormat.DECIMAL, text: '%2.' },
        { level: 2, format: LevelFormat.LOWER_LETTER, text: '%3)' },
      ],
    },
  ]
  const item = (text: string, level: number) =>
    new Paragraph({ text, numbering: { reference: 'tasks', level } })
  const row = (cells: string[]) =>
    new TableRow({
      children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })),
    })
  const document = new Document({
    numbering: { config },
    sections: [
      {
        children: [
          item('NHIỆM VỤ', 0),
          item('Sở Tài chính', 1),
          item('Rà soát & báo cáo', 2),
          item('Bố trí vốn', 2),
          item('Sở Nội vụ', 1),
          item('TỔ CHỨC', 0),
          new Table({ rows: [row(['TT', 'Nội dung']), row(['1', 'Mở lớp'])] }),
        ],
      },
    ],
  })
  const { text, kind } = await textFrom(new Uint8Array(await Packer.toBuffer(document)), 'a.docx')
  expect(kind).toBe('docx')
  expect(text.split('\n').filter((line) => line !== '')).toEqual([
    'I. NHIỆM VỤ',
    '1. Sở Tài chính',
    'a) Rà soát & báo cáo',
    'b) Bố trí vốn',
    '2. Sở Nội vụ',
    'II. TỔ CHỨC',
    'TT | Nội dung',
    '1 | Mở lớp',
  ])
})

test('a .pdf with text gives its lines from top to bottom', async () => {
  const { text, kind } = await textFrom(
    pdf(['Cuoc hop ban chi dao tinh', 'Yeu cau cac so ra soat']),
    'a.pdf',
  )
  expect(kind).toBe('pdf')
  expect(text).toBe('Cuoc hop ban chi dao tinh\nYeu cau cac so ra soat')
})

test('an .html page gives its text without menus and scripts', async () => {
  const html =
    '<!doctype html><html><head><title>x</title></head><body><nav>Trang chủ</nav><script>var a</script><h1>Họp&nbsp;Ban</h1><p>Sở A <b>rà soát</b>.</p><ol start="3"><li>Một</li><li>Hai</li></ol><table><tr><td>TT</td><td>Việc</td></tr></table><footer>Bản quyền</footer></body></html>'
  const { text } = await textFrom(bytesOf(html), 'a.html')
  expect(text.split('\n').filter((line) => line !== '')).toEqual([
    'Họp Ban',
    'Sở A rà soát.',
    '3. Một',
    '4. Hai',
    'TT | Việc',
    'Bản quyền',
  ])
})

const WORDS = 'Các hợp tác xã của tỉnh và huyện được hỗ trợ'

test('text is read as UTF-8, UTF-16, Windows-1258 and TCVN3', async () => {
  expect((await textFrom(bytesOf(WORDS), 'a.txt')).text).toBe(WORDS)
  const wide = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from(WORDS, (char) => char.charCodeAt(0)).buffer),
  ])
  expect((await textFrom(wide, 'a.txt')).text).toBe(WORDS)
  // "của các xã và tỉnh được" with combining marks, and in the ABC table
  const windows = Uint8Array.from([
    0x63, 0x75, 0xd2, 0x61, 0x20, 0x63, 0x61, 0xec, 0x63, 0x20, 0x78, 0x61, 0xde, 0x20, 0x76, 0x61,
    0xcc,
  ])
  expect((await textFrom(windows, 'a.txt')).text).toBe('của các xã và')
  const abc = Uint8Array.from([
    0x63, 0xf1, 0x61, 0x20, 0x63, 0xb8, 0x63, 0x20, 0x78, 0xb7, 0x20, 0x76, 0xb5,
  ])
  expect((await textFrom(abc, 'a.txt')).text).toBe('của các xã và')
})

test('what cannot be read is refused, each for its reason', async () => {
  expect(await codeOf(pdf([]), 'quet.pdf')).toBe('reading.pdf_scanned')
  expect(await codeOf(bytesOf('%PDF-1.4 hỏng'), 'a.pdf')).toBe('reading.pdf_broken')
  expect(await codeOf(bytesOf('PK\u0003\u0004 hỏng'), 'a.docx')).toBe('reading.docx_broken')
  expect(await codeOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'a.doc')).toBe(
    'reading.unknown_kind',
  )
  expect(await codeOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), 'a.png')).toBe(
    'reading.unknown_kind',
  )
  expect(await codeOf(Uint8Array.from([0x80, 0x81, 0xff, 0x9d]), 'a.txt')).toBe(
    'reading.unknown_encoding',
  )
  expect(await codeOf(new Uint8Array(), 'a.txt')).toBe('reading.file_empty')
  expect(await codeOf(bytesOf('a'.repeat(5_000_001)), 'a.txt')).toBe('reading.too_long')
})
