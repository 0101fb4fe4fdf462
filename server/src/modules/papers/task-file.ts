import { type Block, WIDTH, grid, line, section } from './layout.ts'
import type { TaskFileInput } from './list-types.ts'
import { pack } from './pack.ts'
import { plainHead, signatures, title } from './parts.ts'
import { clean, dateLine, slashDay } from './words.ts'

const COLUMNS = [
  { header: 'STT', width: 10, align: 'center' },
  { header: 'Số, ký hiệu', width: 27 },
  { header: 'Ngày, tháng', width: 23, align: 'center' },
  { header: 'Tác giả', width: 27 },
  { header: 'Tên loại và trích yếu nội dung', width: 48 },
  { header: 'Tờ số, tệp', width: 13 },
  { header: 'Ghi chú', width: 12 },
] as const

/** The list of the papers in the file of a matter (mục lục văn bản trong hồ sơ). */
export function makeTaskFile(input: TaskFileInput): Promise<Buffer> {
  const { head: own, papers, from, to } = input
  const rows = papers.map(({ numberSymbol, on, author, abstract, place, note }, index) => [
    String(index + 1),
    numberSymbol ?? '',
    on === null ? '' : slashDay(on),
    author,
    abstract,
    place,
    note ?? '',
  ])
  const until = to === null ? 'nay' : `ngày ${slashDay(to)}`
  const children: Block[] = [
    plainHead(own, WIDTH.portrait),
    ...title('Mục lục văn bản trong hồ sơ', input.title),
    ...(input.code === null ? [] : [line(`Số, ký hiệu hồ sơ: ${clean(input.code)}`)]),
    line(`Thời gian: từ ngày ${slashDay(from)} đến ${until}`),
    ...(input.keptFor === null ? [] : [line(`Thời hạn lưu trữ: ${clean(input.keptFor)}`)]),
    line('', { size: 6 }),
    grid(COLUMNS, rows.length === 0 ? [{ across: 'Hồ sơ chưa có văn bản.' }] : rows, { size: 11 }),
    line(`Hồ sơ gồm ${papers.length} văn bản.`, { italics: true, before: 6 }),
    line(dateLine(own.place, own.on, own.year), { italics: true, align: 'right', before: 6 }),
    ...signatures([null, { role: 'Người lập', name: input.madeBy }], WIDTH.portrait),
  ]
  const on = own.on ?? `${own.year}-01-01`
  return pack(section(children), { title: input.title, author: own.issuer, on })
}
