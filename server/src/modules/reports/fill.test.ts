import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type Filling, fillTemplate, type Row } from './fill.ts'
import { changesIn } from './signed-compare.ts'
import { SHIPPED_TEMPLATES, shippedWord } from './shipped.ts'
import { checkNames, checkTemplate } from './template-check.ts'
import { paragraphsOf } from './word-text.ts'

type Cell = string | string[]

/** A Word file of these paragraphs; what is nested stands in a table. */
async function aWord(...blocks: (string | Cell[][])[]): Promise<Buffer> {
  const lines = (cell: Cell) => (typeof cell === 'string' ? [cell] : cell)
  const paragraph = (text: string) =>
    // as Word keeps what was typed in several goes: each letter group its own run
    new Paragraph({ children: text.split(/(?=[ {}])/).map((part) => new TextRun(part)) })
  const children = blocks.map((block) =>
    typeof block === 'string'
      ? paragraph(block)
      : new Table({
          rows: block.map(
            (row) =>
              new TableRow({
                children: row.map(
                  (cell) => new TableCell({ children: lines(cell).map(paragraph) }),
                ),
              }),
          ),
        }),
  )
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

const wordOf = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
const textOf = (bytes: Uint8Array) => paragraphsOf(unzipSync(bytes)).map(({ text }) => text)

const units: Row[] = ['xã Minh An Đông', 'xã Minh An Tây'].map((name, index) => ({
  isRow: true,
  unitId: String(index + 1),
  texts: { stt: String(index + 1), 'tên đơn vị': name },
}))

const filling = (more: Partial<Filling> = {}): Filling => ({
  text: (name) => (name === 'cơ quan ban hành' ? 'Ban Chỉ đạo' : ''),
  rows: (loop) => (loop === 'các đơn vị' ? units : []),
  figure: ({ figure }, { unitId }) => `${figure.code}@${unitId ?? 'tỉnh'}`,
  holds: () => true,
  own: (title) => `${title}: một.\nHai & <ba>.`,
  address: null,
  was: () => undefined,
  ...more,
})

describe('a template is filled', () => {
  test('however Word has cut up what was typed, in paragraphs, loops and rows', async () => {
    const template = await aWord(
      'Của {{CƠ QUAN BAN HÀNH}}: {{H1}} và {{H8; so với: cùng kỳ}}.',
      '{{lặp: các đơn vị}}',
      '- {{tên đơn vị}}: {{H1}}, cả tỉnh {{H1; đơn vị: cấp báo cáo}}',
      '{{hết lặp}}',
      [
        ['TT', 'Đơn vị', 'Số'],
        ['{{lặp: các đơn vị}}{{stt}}', '{{tên đơn vị}}', '{{H1}}{{hết lặp}}'],
      ],
      '{{nếu: H3 > 0}}Có giải thể.{{hết nếu}}{{nếu không: H3 > 0}}Không giải thể.{{hết nếu}}',
      '{{đoạn: Khó khăn}}',
    )
    const { clean, placed, marked } = fillTemplate(template, filling())
    expect(textOf(clean)).toEqual([
      'Của BAN CHỈ ĐẠO: H1@tỉnh và H8@tỉnh.',
      '- xã Minh An Đông: H1@1, cả tỉnh H1@1',
      '- xã Minh An Tây: H1@2, cả tỉnh H1@2',
      'TT',
      'Đơn vị',
      'Số',
      '1',
      'xã Minh An Đông',
      'H1@1',
      '2',
      'xã Minh An Tây',
      'H1@2',
      'Có giải thể.',
      'Khó khăn: một.',
      'Hai & <ba>.',
    ])
    expect(marked).toBeNull()
    expect(placed.map(({ position, typed, place }) => [position, typed, place])).toEqual([
      [1, 'H1', 'Đoạn 1'],
      [2, 'H8; so với: cùng kỳ', 'Đoạn 1'],
      [3, 'H1', 'Đoạn 2'],
      [4, 'H1; đơn vị: cấp báo cáo', 'Đoạn 2'],
      [5, 'H1', 'Đoạn 3'],
      [6, 'H1; đơn vị: cấp báo cáo', 'Đoạn 3'],
      [7, 'H1', 'Bảng 1, dòng 2, cột 3'],
      [8, 'H1', 'Bảng 1, dòng 3, cột 3'],
    ])
  })

  test('and marks what changed, and nothing else, as tracked changes', async () => {
    const template = await aWord('Có {{H1}} HTX, {{H8}} người.', [['{{H1}}']])
    const was = (position: number) => (position === 2 ? '4 & <5>' : undefined)
    const { clean, marked } = fillTemplate(template, filling({ was }))
    expect(textOf(clean)).toEqual(['Có H1@tỉnh HTX, H8@tỉnh người.', 'H1@tỉnh'])
    const xml = wordOf(marked ?? Buffer.alloc(0))
    expect(xml.match(/<w:delText[^>]*>[^<]*/g)).toEqual([
      '<w:delText xml:space="preserve">4 &amp; &lt;5&gt;',
    ])
    expect(xml.match(/<w:ins [^]*?<\/w:ins>/g)?.map((one) => one.replace(/<[^>]+>/g, ''))).toEqual([
      'H8@tỉnh',
    ])
  })

  test('with the QR code as a picture that the file holds', async () => {
    const { clean } = fillTemplate(
      await aWord('Mã: {{mã QR}}.'),
      filling({ address: 'https://hopluc.example.vn/kiem-tra/ABCDEFGH2345' }),
    )
    const files = unzipSync(clean)
    expect(
      Buffer.from(files['word/media/ma-kiem-tra.png'] ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    expect(strFromU8(files['word/_rels/document.xml.rels'] ?? new Uint8Array())).toContain(
      'rIdMaKiemTra',
    )
    expect(wordOf(clean)).toContain('r:embed="rIdMaKiemTra"')
    expect(textOf(clean)).toEqual(['Mã: .'])
  })

  test('the same values give the same bytes', async () => {
    const template = await aWord('{{H1}} {{mã QR}}')
    const again = () => fillTemplate(template, filling({ address: 'https://a.vn' })).clean
    expect(Buffer.from(again()).equals(again())).toBe(true)
  })
})

describe('a template is checked', () => {
  const known = { codes: new Set(['h1', 'h8']), unitNames: new Set(['xã an lạc thôn']) }
  const findingsOf = async (...blocks: Parameters<typeof aWord>) => {
    const { found, findings } = checkTemplate(paragraphsOf(unzipSync(await aWord(...blocks))))
    return [...findings, ...checkNames(found, known)].map(({ kind, place, vi }) => [
      kind,
      place,
      vi,
    ])
  }

  test('each error with its place and what to do', async () => {
    const findings = await findingsOf(
      'Có {{H1}} và {{tổng HTX}}.',
      'Thiếu {{H1 ở đây.',
      '{{lặp: các đơn vị}}{{tên đơn vị}}',
      [
        ['{{H99}}', '{{nội dung}}'],
        ['{{H1; đơn vị: xã Không Có}}', '{{hết nếu}}'],
      ],
    )
    expect(findings.map(([kind, place]) => [kind, place])).toEqual([
      ['unknown_placeholder', 'Đoạn 1'],
      ['brace', 'Đoạn 2'],
      ['outside_loop', 'Bảng 1, dòng 1, cột 2'],
      ['unopened', 'Bảng 1, dòng 2, cột 2'],
      ['unclosed', 'Đoạn 3'],
      ['unknown_indicator', 'Bảng 1, dòng 1, cột 1'],
      ['unknown_unit', 'Bảng 1, dòng 2, cột 1'],
    ])
    for (const [, , vi] of findings) expect(vi).toMatch(/\p{L}.*[.?]$/u)
  })

  test('a loop that begins in a row of a table and ends elsewhere is refused', async () => {
    expect(await findingsOf([['{{lặp: các đơn vị}}{{H1}}']], '{{hết lặp}}')).toMatchObject([
      ['crosses_rows', 'Bảng 1, dòng 1, cột 1', expect.any(String)],
    ])
  })

  test.each(SHIPPED_TEMPLATES.map((one) => [one.key, one] as const))(
    '%s, as it is shipped, has no error',
    async (_, template) => {
      const paragraphs = paragraphsOf(unzipSync(await shippedWord(template)))
      const { found, findings } = checkTemplate(paragraphs)
      expect(findings).toEqual([])
      expect(found.length).toBeGreaterThan(100)
    },
  )
})

test('the signed paper is compared with what was made: what is filled in at signing is no change', () => {
  const made = 'Số:        /BC-BCĐ\nĐến nay có 448 hợp tác xã, 455.523 thành viên.\nTrân trọng.'
  expect(changesIn(made, made.replace('Số:        /', 'Số: 12/'))).toEqual([])
  expect(changesIn(made, made.replace('448', '450'))).toMatchObject([
    { removed: '448', added: '450' },
  ])
})
