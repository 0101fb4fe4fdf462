import { type Block, type GridRow, WIDTH, grid, prose, section } from './layout.ts'
import type { ReviewVerdict, SelfReviewInput } from './list-types.ts'
import { pack } from './pack.ts'
import { foot, head, title } from './parts.ts'
import { clean, roman } from './words.ts'

const COLUMNS = [
  { header: 'STT', width: 12, align: 'center' },
  { header: 'Nội dung nhiệm vụ', width: 88 },
  { header: 'Văn bản giao', width: 45 },
  { header: 'Thời hạn', width: 28, align: 'center' },
  { header: 'Kết quả rà soát, lý do', width: 74 },
] as const

const GROUPS: readonly (readonly [ReviewVerdict, string])[] = [
  ['hoàn thành', 'Nhiệm vụ đã hoàn thành, đề nghị xác nhận'],
  ['tiếp tục', 'Nhiệm vụ còn hiệu lực, tiếp tục thực hiện'],
  ['đề nghị dừng', 'Nhiệm vụ đề nghị dừng thực hiện'],
  ['đề nghị gộp', 'Nhiệm vụ đề nghị gộp'],
]

/** An agency's quarterly review of its open tasks (rà soát quý), in landscape. */
export function makeSelfReview(input: SelfReviewInput): Promise<Buffer> {
  const { head: own, agency, quarter, rows } = input
  const groups = GROUPS.map(([verdict, name]) => ({
    name,
    rows: rows.filter((row) => row.verdict === verdict),
  })).filter((group) => group.rows.length > 0)
  let count = 0
  const cells = groups.flatMap(({ name, rows: own }, index): GridRow[] => [
    { across: `${roman(index + 1)}. ${name} (${own.length})` },
    ...own.map(({ text, source, due, reason }) => [
      String((count += 1)),
      text,
      source,
      due,
      reason,
    ]),
  ])
  const sums = groups.map(({ name, rows: own }) => `${own.length} ${name.toLocaleLowerCase('vi')}`)
  const width = WIDTH.landscape
  const abstract = `Kết quả rà soát nhiệm vụ quý ${roman(quarter)} năm ${own.year} của ${agency}`
  const children: Block[] = [
    head(own, { width }),
    ...title('Báo cáo', abstract, width),
    prose(
      `${clean(agency)} đã rà soát ${rows.length} nhiệm vụ${sums.length > 0 ? ': ' : ''}${sums.join('; ')}.`,
      { after: 6 },
    ),
    grid(COLUMNS, cells.length === 0 ? [{ across: 'Không có nhiệm vụ.' }] : cells),
    ...foot(
      { lines: ['Cơ quan Thường trực Ban Chỉ đạo (để tổng hợp)'], archive: 'Lưu: VT' },
      input.signature,
      width,
    ),
  ]
  const on = own.on ?? `${own.year}-01-01`
  return pack(section(children, 'landscape'), { title: abstract, author: own.issuer, on })
}
