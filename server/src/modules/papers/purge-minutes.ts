import type { PlainDate } from '@hopluc/shared/values'
import { type Block, WIDTH, grid, heading, line, prose, section } from './layout.ts'
import { pack } from './pack.ts'
import { plainHead, signatures, title } from './parts.ts'
import type { PaperHead } from './types.ts'
import { clean, dateLine, longDay, open } from './words.ts'

export interface PurgeMinutesInput {
  head: Pick<PaperHead, 'superior' | 'issuer' | 'place' | 'on' | 'year'>
  decision: string
  decidedOn: PlainDate
  decidedBy: string
  ground: string
  by: string
  rows: readonly { label: string; issuer: string; note: string }[]
  kept: readonly { label: string; reason: string }[]
}

const DESTROYED = [
  { header: 'STT', width: 12, align: 'center' },
  { header: 'Số, ký hiệu, ngày tháng tài liệu', width: 62 },
  { header: 'Tác giả', width: 50 },
  { header: 'Ghi chú', width: 36 },
] as const

const KEPT = [
  { header: 'STT', width: 12, align: 'center' },
  { header: 'Tài liệu', width: 84 },
  { header: 'Lý do giữ lại', width: 64 },
] as const

/** Minutes of destroying records under a decision (biên bản tiêu hủy tài liệu). */
export function makePurgeMinutes(input: PurgeMinutesInput): Promise<Buffer> {
  const { head: own, rows, kept, decision, decidedOn } = input
  const on = own.on ?? `${own.year}-01-01`
  const name = 'Tiêu hủy tài liệu trên Hệ thống Hợp Lực'
  const children: Block[] = [
    plainHead(own, WIDTH.portrait),
    ...title('Biên bản', name),
    prose(
      `Căn cứ Quyết định số ${clean(decision)} ${longDay(decidedOn)} của ${open(clean(input.decidedBy))};`,
      { italics: true },
    ),
    prose(`Lý do: ${open(clean(input.ground))}.`),
    prose(
      `Hôm nay, ${longDay(on)}, đã tiêu hủy ${rows.length} tài liệu dưới đây: nội dung bị xóa khỏi cơ sở dữ liệu, ` +
        'tệp, chỉ mục tìm kiếm và phần nội dung của nhật ký; số, ngày và dấu vết tiêu hủy được giữ lại, chuỗi ' +
        'niêm phong nhật ký còn nguyên.',
    ),
    heading(`I. TÀI LIỆU ĐÃ TIÊU HỦY (${rows.length})`),
    line('', { size: 4 }),
    grid(
      DESTROYED,
      rows.length === 0
        ? [{ across: 'Không có.' }]
        : rows.map(({ label, issuer, note }, at) => [String(at + 1), label, issuer, note]),
      { size: 11 },
    ),
    heading(`II. TÀI LIỆU CÓ TRONG DANH MỤC NHƯNG GIỮ LẠI (${kept.length})`),
    line('', { size: 4 }),
    grid(
      KEPT,
      kept.length === 0
        ? [{ across: 'Không có.' }]
        : kept.map(({ label, reason }, at) => [String(at + 1), label, reason]),
      { size: 11 },
    ),
    prose(
      'Các bản sao lưu được lập trước ngày tiêu hủy phải được hủy riêng. Biên bản được lập thành 02 bản./.',
      { keepNext: true },
    ),
    line(dateLine(own.place, own.on, own.year), { italics: true, align: 'right', before: 6 }),
    ...signatures(
      [
        { role: 'Người thực hiện', name: input.by },
        { role: 'Đại diện cơ quan', name: null },
      ],
      WIDTH.portrait,
    ),
  ]
  return pack(section(children), { title: name, author: own.issuer, on })
}
