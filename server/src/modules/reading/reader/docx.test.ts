import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docxText } from './docx.ts'
import { secretMark } from './secret.ts'

const MOTTO = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']

/** A report whose letterhead is a table with these cells, a paragraph a line. */
async function withHead(...cells: string[][]): Promise<Uint8Array> {
  const children = cells.map(
    (lines) => new TableCell({ children: lines.map((line) => new Paragraph(line)) }),
  )
  const head = new Table({ rows: [new TableRow({ children })] })
  const document = new Document({ sections: [{ children: [head, new Paragraph('BÁO CÁO')] }] })
  return new Uint8Array(await Packer.toBuffer(document))
}

test('a letterhead keeps its lines', async () => {
  const text = docxText(await withHead(['UBND TỈNH A', 'Số: 12/BC-UBND'], MOTTO))
  expect(text.split('\n')).toEqual(['UBND TỈNH A', 'Số: 12/BC-UBND', ...MOTTO, 'BÁO CÁO'])
})

test.each([
  ['below the number', [['UBND TỈNH A', 'Số: 12/BC-UBND', 'MẬT'], MOTTO], 'MẬT'],
  ['in a cell between', [['UBND TỈNH A', 'Số: 12/BC-UBND'], ['TỐI MẬT'], MOTTO], 'TỐI MẬT'],
  ['in a table of its own', [['TUYỆT MẬT']], 'TUYỆT MẬT'],
])('a mark of secrecy %s is seen', async (_, cells, mark) => {
  expect(secretMark(docxText(await withHead(...cells)))?.mark).toBe(mark)
})

test('a mark of secrecy drawn as a box stands apart from the words around it', () => {
  const box = '<w:r><w:txbxContent><w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:txbxContent></w:r>'
  const xml = `<w:p><w:r><w:t>UBND TỈNH A</w:t></w:r>${box}</w:p>`
  expect(docxText(zipSync({ 'word/document.xml': strToU8(xml) })).trim()).toBe('UBND TỈNH A\nMẬT')
})

test.each([
  ['tags that do not end', '<a'.repeat(100_000)],
  ['a name without end', `<${'a'.repeat(200_000)}`],
  ['quotes that do not close', `<a ${'"'.repeat(199_999)}`],
])('%s cost no more than their length', (_, xml) => {
  const started = performance.now()
  docxText(zipSync({ 'word/document.xml': strToU8(xml) }))
  expect(performance.now() - started).toBeLessThan(5000) // took minutes when each looked to the end
})
