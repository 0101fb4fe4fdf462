import type { PeriodKind } from '@hopluc/shared/periods'
import { makeReportTemplate, type ReportPart } from '../papers/index.ts'
import { ANNEXES, FIGURES_TABLE, NOTE, TARGETS_ANNEX } from './shipped-annexes.ts'
import { annex, control, heading, prose, subheading } from './shipped-parts.ts'

/** A template that comes with the program; officers take it and make it their own. */
export interface ShippedTemplate {
  key: string
  name: string
  periodKind: PeriodKind
  abstract: string
  parts: readonly ReportPart[]
}

const OPENING = (purpose: string) =>
  `Thực hiện chế độ báo cáo định kỳ theo Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ, {{cơ quan ban hành}} báo cáo ${purpose} trên địa bàn {{tên đơn vị}} (số liệu tính từ ngày {{ngày đầu kỳ}} đến ngày {{ngày chốt số liệu}}) như sau:`

/** What every report says of cooperatives, unions and groups. */
const RESULTS: readonly ReportPart[] = [
  subheading('1. Hợp tác xã'),
  prose(
    'Đến ngày {{ngày chốt số liệu}}, trên địa bàn có {{H1}} hợp tác xã, {{H1; so với: cùng kỳ}}; trong đó {{H1a}} hợp tác xã đang hoạt động, {{H1b}} hợp tác xã ngừng hoạt động, chờ giải thể. Trong kỳ thành lập mới {{H2}} hợp tác xã ({{H2; so với: kế hoạch}}), giải thể {{H3}} hợp tác xã.',
  ),
  prose(
    'Tổng số thành viên hợp tác xã: {{H8; kèm đơn vị tính}}{{nếu: có số liệu H8}}, {{H8; so với: cùng kỳ}}{{hết nếu}}; lao động làm việc thường xuyên: {{H9; kèm đơn vị tính}}.',
  ),
  prose(
    'Doanh thu bình quân: {{H10b; kèm đơn vị tính}}{{nếu: có số liệu H10b}}, {{H10b; so với: cùng kỳ}}{{hết nếu}}; lãi bình quân: {{H11b; kèm đơn vị tính}}{{nếu: có số liệu H11b}}, {{H11b; so với: cùng kỳ}}{{hết nếu}}; thu nhập bình quân của lao động thường xuyên: {{H12; kèm đơn vị tính}}.',
  ),
  prose(
    'Tỷ lệ hợp tác xã hoạt động hiệu quả: {{H4p; kèm đơn vị tính}}; tỷ lệ xếp loại khá, tốt trong số hợp tác xã được đánh giá, xếp loại: {{H4kp; kèm đơn vị tính}}. Có {{H5}} hợp tác xã ứng dụng công nghệ cao, {{H6}} hợp tác xã liên kết theo chuỗi giá trị, {{H7}} hợp tác xã có sản phẩm OCOP.',
  ),
  subheading('2. Liên hiệp hợp tác xã'),
  prose(
    'Có {{L1}} liên hiệp hợp tác xã với {{L4}} hợp tác xã thành viên; trong kỳ thành lập mới {{L2}} liên hiệp hợp tác xã.',
  ),
  subheading('3. Tổ hợp tác'),
  prose(
    'Có {{T1}} tổ hợp tác, {{T1; so với: cùng kỳ}}; thành lập mới {{T2}}, chấm dứt {{T3}} tổ hợp tác trong kỳ. Tổng số thành viên tổ hợp tác: {{T4; kèm đơn vị tính}}.',
  ),
]

/** How the tasks stand that were given. */
const TASKS: readonly ReportPart[] = [
  prose(
    'Tính đến ngày {{ngày chốt số liệu}}, có {{số nhiệm vụ được giao}} nhiệm vụ được giao; đã hoàn thành {{số nhiệm vụ hoàn thành}} nhiệm vụ, trong đó {{số nhiệm vụ đúng hạn}} nhiệm vụ đúng hạn; đang thực hiện, còn trong hạn {{số nhiệm vụ đang thực hiện}} nhiệm vụ; chưa hoàn thành, quá hạn {{số nhiệm vụ quá hạn}} nhiệm vụ.',
  ),
  control('{{nếu: có nhiệm vụ quá hạn}}'),
  prose('Các nhiệm vụ quá hạn, cơ quan chủ trì nêu tại Phụ lục III.'),
  control('{{hết nếu}}'),
]

/** How far the targets of plans in force have come. */
const TARGETS: readonly ReportPart[] = [
  control('{{nếu: có chỉ tiêu kế hoạch}}'),
  prose(
    `Kế hoạch đã ban hành, còn hiệu lực trong kỳ có {{số chỉ tiêu kế hoạch}} chỉ tiêu; đã đạt {{số chỉ tiêu đạt}} chỉ tiêu; không đạt, vượt mức hoặc dự báo thiếu {{số chỉ tiêu dự báo thiếu}} chỉ tiêu (${TARGETS_ANNEX}).`,
  ),
  control('{{hết nếu}}'),
]

/** What cooperatives raised, what became of it, and what nobody has answered yet. */
const RAISED: readonly ReportPart[] = [
  control('{{nếu: có kiến nghị trong kỳ}}'),
  prose(
    'Trong kỳ, các hợp tác xã, tổ hợp tác nêu {{số kiến nghị}} khó khăn, kiến nghị; đã được trả lời {{số kiến nghị đã trả lời}}, trong đó {{số kiến nghị đã giải quyết}} được bên nêu xác nhận đã giải quyết; chưa được trả lời {{số kiến nghị chưa trả lời}}{{nếu: có kiến nghị chưa trả lời}}, gồm:{{hết nếu}}{{nếu không: có kiến nghị chưa trả lời}}.{{hết nếu}}',
  ),
  control('{{lặp: kiến nghị chưa trả lời}}'),
  prose('- {{chủ đề}}: {{nội dung}} ({{tổ chức nêu}}).'),
  control('{{hết lặp}}'),
  control('{{hết nếu}}'),
]

const JUDGEMENT = (first: number): readonly ReportPart[] => [
  heading(`${ROMAN[first] ?? ''}. ĐÁNH GIÁ CHUNG`),
  subheading('1. Kết quả nổi bật'),
  prose('{{đoạn: Kết quả nổi bật}}'),
  subheading('2. Khó khăn, vướng mắc và nguyên nhân'),
  ...RAISED,
  prose('{{đoạn: Khó khăn, vướng mắc và nguyên nhân}}'),
  heading(`${ROMAN[first + 1] ?? ''}. NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM THỜI GIAN TỚI`),
  prose('{{đoạn: Nhiệm vụ, giải pháp trọng tâm}}'),
  heading(`${ROMAN[first + 2] ?? ''}. KIẾN NGHỊ, ĐỀ XUẤT`),
  prose('{{đoạn: Kiến nghị, đề xuất}}'),
]
const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI']

const CLOSING = prose('Trên đây là báo cáo {{kỳ báo cáo}} của {{cơ quan ban hành}}./.')

const committee = (key: string, name: string, periodKind: PeriodKind): ShippedTemplate => ({
  key,
  name,
  periodKind,
  abstract: 'Tình hình phát triển kinh tế tập thể, hợp tác xã {{kỳ báo cáo}}',
  parts: [
    prose(OPENING('tình hình phát triển kinh tế tập thể, hợp tác xã {{kỳ báo cáo}}')),
    heading('I. KẾT QUẢ PHÁT TRIỂN KINH TẾ TẬP THỂ'),
    ...RESULTS,
    heading('II. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH'),
    prose('{{đoạn: Công tác chỉ đạo, điều hành}}'),
    ...TARGETS,
    ...TASKS,
    ...JUDGEMENT(3),
    CLOSING,
    ...ANNEXES,
  ],
})

const alliance = (key: string, name: string, periodKind: PeriodKind): ShippedTemplate => ({
  key,
  name,
  periodKind,
  abstract: 'Kết quả hoạt động của Liên minh Hợp tác xã {{kỳ báo cáo}}',
  parts: [
    prose(OPENING('kết quả hoạt động và tình hình kinh tế tập thể, hợp tác xã {{kỳ báo cáo}}')),
    heading('I. TÌNH HÌNH KINH TẾ TẬP THỂ, HỢP TÁC XÃ'),
    ...RESULTS,
    heading('II. KẾT QUẢ HOẠT ĐỘNG CỦA LIÊN MINH HỢP TÁC XÃ'),
    subheading('1. Phát triển thành viên'),
    prose('Liên minh Hợp tác xã hiện có {{M1}} thành viên, {{M1; so với: cùng kỳ}}.'),
    subheading('2. Tư vấn, hỗ trợ, đào tạo, bồi dưỡng'),
    prose('{{đoạn: Tư vấn, hỗ trợ, đào tạo, bồi dưỡng}}'),
    subheading('3. Bảo vệ quyền, lợi ích hợp pháp của thành viên'),
    prose('{{đoạn: Bảo vệ quyền, lợi ích hợp pháp của thành viên}}'),
    subheading('4. Thực hiện nhiệm vụ được giao'),
    ...TASKS,
    ...JUDGEMENT(3),
    CLOSING,
    ...ANNEXES,
  ],
})

const commune: ShippedTemplate = {
  key: 'commune-quarter',
  name: 'Báo cáo quý của xã, phường, đặc khu',
  periodKind: 'quarter',
  abstract: 'Tình hình kinh tế tập thể, hợp tác xã {{kỳ báo cáo}}',
  parts: [
    prose(OPENING('tình hình kinh tế tập thể, hợp tác xã {{kỳ báo cáo}}')),
    heading('I. TÌNH HÌNH HỢP TÁC XÃ, TỔ HỢP TÁC'),
    prose(
      'Trên địa bàn có {{H1}} hợp tác xã, {{H1; so với: cùng kỳ}}, trong đó {{H1a}} hợp tác xã đang hoạt động; {{T1}} tổ hợp tác. Trong quý thành lập mới {{H2}} hợp tác xã{{nếu: H3 > 0}}, giải thể {{H3}} hợp tác xã{{hết nếu}}.',
    ),
    prose(
      'Tổng số thành viên hợp tác xã: {{H8; kèm đơn vị tính}}{{nếu: có số liệu H8m}}, trong quý kết nạp {{H8m}} thành viên mới{{hết nếu}}. Doanh thu bình quân: {{H10b; kèm đơn vị tính}}; lãi bình quân: {{H11b; kèm đơn vị tính}}.',
    ),
    heading('II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ'),
    prose(
      'Đơn vị được giao {{số nhiệm vụ được giao}} nhiệm vụ; đã hoàn thành {{số nhiệm vụ hoàn thành}} nhiệm vụ, đang thực hiện {{số nhiệm vụ đang thực hiện}} nhiệm vụ{{nếu: có nhiệm vụ quá hạn}}, quá hạn {{số nhiệm vụ quá hạn}} nhiệm vụ{{hết nếu}}.',
    ),
    prose('{{đoạn: Gặp gỡ, đối thoại với hợp tác xã trong quý}}'),
    heading('III. KHÓ KHĂN, VƯỚNG MẮC'),
    ...RAISED,
    prose('{{đoạn: Khó khăn, vướng mắc}}'),
    heading('IV. NHIỆM VỤ QUÝ TỚI; KIẾN NGHỊ, ĐỀ XUẤT'),
    prose('{{đoạn: Nhiệm vụ quý tới; kiến nghị, đề xuất}}'),
    CLOSING,
    annex('Phụ lục', 'CÁC CHỈ TIÊU CHỦ YẾU VỀ KINH TẾ TẬP THỂ {{KỲ BÁO CÁO}}'),
    FIGURES_TABLE,
    NOTE,
  ],
}

export const SHIPPED_TEMPLATES: readonly ShippedTemplate[] = [
  committee('committee-half', 'Báo cáo 6 tháng của Ban Chỉ đạo', 'half'),
  committee('committee-year', 'Báo cáo năm của Ban Chỉ đạo', 'year'),
  alliance('alliance-half', 'Báo cáo 6 tháng của Liên minh Hợp tác xã', 'half'),
  alliance('alliance-year', 'Báo cáo năm của Liên minh Hợp tác xã', 'year'),
  commune,
]

const made = new Map<string, Promise<Buffer>>()

/** A shipped template as a Word file; made once. */
export function shippedWord(template: ShippedTemplate): Promise<Buffer> {
  const known = made.get(template.key) ?? makeReportTemplate(template)
  made.set(template.key, known)
  return known
}

export const shippedTemplate = (key: string): ShippedTemplate | undefined =>
  SHIPPED_TEMPLATES.find((one) => one.key === key)
