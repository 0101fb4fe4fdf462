import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { PDFDocument, PDFHexString, PDFName } from 'pdf-lib'
import { aPdf } from '../../testing/signed-paper.ts'
import { markOf } from './marks.ts'

const paragraph = (...runs: string[]) =>
  `<w:p>${runs.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`
const BODY = `<w:document><w:body>${paragraph('Báo cáo kết quả')}</w:body></w:document>`
const word = (parts: Record<string, string> = {}, body = BODY) =>
  zipSync(
    Object.fromEntries(
      Object.entries({ 'word/document.xml': body, ...parts }).map(([name, xml]) => [
        name,
        strToU8(xml),
      ]),
    ),
  )
const book = (parts: Record<string, string>) => word({ 'xl/workbook.xml': '<workbook/>', ...parts })
const box = (text: string) =>
  `<w:document><w:body><w:p><w:r><w:t>UBND TỈNH</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${paragraph(text)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p></w:body></w:document>`
const rtf = `{\\rtf1 UBND\\par \\b M\\u7852?T\\b0\\par K\\u7871? ho\\u7841?ch}`
const core = (tag: string, text: string) =>
  `<cp:coreProperties><dc:creator>Vân</dc:creator><${tag}>${text}</${tag}></cp:coreProperties>`

test.each<[string, string | null, string, Uint8Array]>([
  ['a header', 'MẬT', 'a.docx', word({ 'word/header1.xml': paragraph('MẬT') })],
  ['a header, in pieces', 'MẬT', 'a.docx', word({ 'word/header2.xml': paragraph('M', 'ẬT') })],
  [
    'a header beside the page',
    'TỐI MẬT',
    'a.docx',
    word({ 'word/header1.xml': paragraph('TỐI MẬT', ' – Trang 1') }),
  ],
  ['a footer', 'TUYỆT MẬT', 'a.docx', word({ 'word/footer3.xml': paragraph('TUYỆT MẬT') })],
  ['a text box', 'MẬT', 'a.docx', word({}, box('MẬT'))],
  [
    'a watermark',
    'TỐI MẬT',
    'a.docx',
    word({
      'word/header1.xml':
        '<w:p><w:pict><v:shape><v:textpath string="TỐI MẬT"/></v:shape></w:pict></w:p>',
    }),
  ],
  [
    'decomposed letters',
    'MẬT',
    'a.docx',
    word({ 'word/header1.xml': paragraph('MẬT'.normalize('NFD')) }),
  ],
  ['a title', 'MẬT', 'a.docx', word({ 'docProps/core.xml': core('dc:title', 'Báo cáo (MẬT)') })],
  ['a keyword', 'TỐI MẬT', 'a.docx', word({ 'docProps/core.xml': core('cp:keywords', 'Tối mật') })],
  [
    'a custom property',
    'MẬT',
    'a.docx',
    word({
      'docProps/custom.xml':
        '<Properties><property name="Độ mật"><vt:lpwstr>Mật</vt:lpwstr></property></Properties>',
    }),
  ],
  ['its name', 'TỐI MẬT', 'TOI MAT_bao cao.docx', word()],
  ['its name, with diacritics', 'MẬT', '[MẬT] Báo cáo.pdf', strToU8('Báo cáo')],
  [
    'a sheet’s header',
    'MẬT',
    'a.xlsx',
    book({
      'xl/worksheets/sheet1.xml':
        '<worksheet><oddHeader>&amp;C&amp;"-,Bold"&amp;14MẬT</oddHeader></worksheet>',
    }),
  ],
  [
    'a cell',
    'TỐI MẬT',
    'a.xlsx',
    book({ 'xl/sharedStrings.xml': '<sst><si><t>TỐI MẬT</t></si></sst>' }),
  ],
  [
    'a slide',
    'MẬT',
    'a.pptx',
    word({ 'ppt/slides/slide1.xml': '<a:p><a:r><a:t>MẬT</a:t></a:r></a:p>' }),
  ],
  [
    'OpenDocument',
    'MẬT',
    'a.odt',
    word({
      'content.xml': '<office:document-content><text:p>MẬT</text:p></office:document-content>',
    }),
  ],
  ['RTF', 'MẬT', 'a.rtf', strToU8(rtf)],
  [
    'an old Word file',
    'MẬT',
    'a.doc',
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('UBND\rMẬT\rKế hoạch\r', 'utf16le'),
    ]),
  ],
  ['a page', 'MẬT', 'a.html', strToU8('<html><body><td>MẬT</td><p>Kế hoạch</p></body></html>')],
  ['no mark', null, 'Báo cáo tháng 3.docx', word({ 'word/header1.xml': paragraph('2') })],
  [
    'the word in its running text',
    null,
    'Mật ong HTX.docx',
    word({ 'docProps/core.xml': core('dc:title', 'Sản phẩm mật ong, bảo mật thông tin') }),
  ],
  ['a damaged file', null, 'a.docx', strToU8('PK\u0003\u0004 hỏng')],
])('%s', async (_, mark, name, bytes) => {
  expect(await markOf(bytes, name)).toBe(mark)
})

test('a PDF’s title, subject, and the stamp put on afterwards', async () => {
  const plain = await aPdf([{ x: 80, y: 700, text: 'Báo cáo kết quả' }])
  expect(await markOf(plain, 'a.pdf')).toBeNull()
  const titled = await PDFDocument.load(plain)
  titled.setTitle('TUYỆT MẬT – Kế hoạch')
  expect(await markOf(await titled.save(), 'a.pdf')).toBe('TUYỆT MẬT')
  const stamped = await PDFDocument.load(plain)
  const note = stamped.context.obj({
    Type: 'Annot',
    Subtype: 'FreeText',
    Rect: [80, 780, 200, 800],
  })
  note.set(PDFName.of('Contents'), PDFHexString.fromText('TỐI MẬT'))
  const [page] = stamped.getPages()
  page?.node.addAnnot(stamped.context.register(note))
  expect(await markOf(await stamped.save(), 'a.pdf')).toBe('TỐI MẬT')
})

test('what unpacks to more than can be looked through is refused', async () => {
  const bomb = zipSync({
    'word/document.xml': strToU8(BODY),
    'word/header1.xml': new Uint8Array(151_000_000),
  })
  await expect(markOf(bomb, 'a.docx')).rejects.toMatchObject({ code: 'reading.too_slow' })
})

test.each([
  ['deep', `${'<w:p>'.repeat(300_000)}x`],
  ['one tag for ever', `<w:p ${'a="'.repeat(200_000)}`],
  ['only openings', '<'.repeat(500_000)],
  ['entities', `<w:t>${'&lol;'.repeat(200_000)}</w:t>`],
])('malicious XML takes no time: %s', async (_, xml) => {
  const from = performance.now()
  expect(await markOf(word({ 'word/header1.xml': xml }), 'a.docx')).toBeNull()
  expect(performance.now() - from).toBeLessThan(3000)
})
