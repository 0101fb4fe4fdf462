import { type Block, type GridColumn, WIDTH, grid, line, section } from './layout.ts'
import type { DocumentBookInput } from './list-types.ts'
import { pack } from './pack.ts'
import { plainHead, title } from './parts.ts'
import { slashDay } from './words.ts'

// The columns of the registers in Decree 30/2020, Annex IV.
const OUTGOING: readonly GridColumn[] = [
  { header: 'Số, ký hiệu văn bản', width: 30 },
  { header: 'Ngày, tháng văn bản', width: 24, align: 'center' },
  { header: 'Tên loại và trích yếu nội dung văn bản', width: 72 },
  { header: 'Người ký', width: 30 },
  { header: 'Nơi nhận văn bản', width: 35 },
  { header: 'Đơn vị, người nhận bản lưu', width: 24 },
  { header: 'Số lượng bản', width: 14, align: 'center' },
  { header: 'Ghi chú', width: 18 },
]
const INCOMING: readonly GridColumn[] = [
  { header: 'Ngày đến', width: 22, align: 'center' },
  { header: 'Số đến', width: 14, align: 'center' },
  { header: 'Tác giả', width: 34 },
  { header: 'Số, ký hiệu', width: 28 },
  { header: 'Ngày, tháng', width: 22, align: 'center' },
  { header: 'Tên loại và trích yếu nội dung', width: 53 },
  { header: 'Đơn vị hoặc người nhận', width: 24 },
  { header: 'Ngày chuyển', width: 22, align: 'center' },
  { header: 'Ký nhận', width: 12 },
  { header: 'Ghi chú', width: 16 },
]

const day = (on: string | null) => (on === null ? '' : slashDay(on))

/** The register of outgoing or incoming papers (sổ đăng ký văn bản đi, đến), in landscape. */
export function makeDocumentBook(input: DocumentBookInput): Promise<Buffer> {
  const { head: own, year, from, to, volume, book } = input
  const heads = book.kind === 'đi' ? OUTGOING : INCOMING
  const rows =
    book.kind === 'đi'
      ? book.rows.map((row) => [
          row.numberSymbol,
          slashDay(row.on),
          row.abstract,
          row.signer,
          row.recipients,
          row.archivedAt,
          row.copies === null ? '' : String(row.copies),
          row.note ?? '',
        ])
      : book.rows.map((row) => [
          slashDay(row.arrivedOn),
          row.arrivalNumber,
          row.author,
          row.numberSymbol,
          day(row.on),
          row.abstract,
          row.receiver,
          day(row.forwardedOn),
          '',
          row.note ?? '',
        ])
  const range = `Năm ${year} (từ ngày ${slashDay(from)} đến ngày ${slashDay(to)})`
  const children: Block[] = [
    plainHead(own, WIDTH.landscape),
    ...title(`Sổ đăng ký văn bản ${book.kind}`, range, WIDTH.landscape),
    ...(volume === null ? [] : [line(`Quyển số: ${volume}`, { align: 'center', after: 6 })]),
    grid(heads, rows, { size: 11, isNumbered: true }),
    line(`Tổng số: ${rows.length} văn bản.`, { italics: true, before: 6 }),
  ]
  const name = `Sổ đăng ký văn bản ${book.kind} năm ${year}`
  return pack(section(children, 'landscape'), { title: name, author: own.issuer, on: to })
}
