import type { ReportPart } from '../papers/index.ts'
import { annex, control, prose } from './shipped-parts.ts'

const LINES: readonly (readonly [code: string, name: string, measure: string])[] = [
  ['H1', 'Tổng số hợp tác xã', 'HTX'],
  ['H1a', '- Đang hoạt động', 'HTX'],
  ['H1b', '- Ngừng hoạt động, chờ giải thể', 'HTX'],
  ['H2', 'Hợp tác xã thành lập mới', 'HTX'],
  ['H3', 'Hợp tác xã giải thể', 'HTX'],
  ['H4p', 'Tỷ lệ hợp tác xã hoạt động hiệu quả', '%'],
  ['H5', 'Hợp tác xã ứng dụng công nghệ cao', 'HTX'],
  ['H6', 'Hợp tác xã liên kết theo chuỗi giá trị', 'HTX'],
  ['H7', 'Hợp tác xã có sản phẩm OCOP', 'HTX'],
  ['H8', 'Tổng số thành viên hợp tác xã', 'người'],
  ['H8m', '- Thành viên mới', 'người'],
  ['H9', 'Lao động thường xuyên', 'người'],
  ['H10b', 'Doanh thu bình quân 1 hợp tác xã', 'triệu đồng'],
  ['H11b', 'Lãi bình quân 1 hợp tác xã', 'triệu đồng'],
  ['H12', 'Thu nhập bình quân lao động thường xuyên', 'triệu đồng/ người/năm'],
  ['H13', 'Tổng vốn điều lệ', 'triệu đồng'],
  ['H14', 'Tổng tài sản', 'triệu đồng'],
  ['H15', 'Nộp ngân sách nhà nước', 'triệu đồng'],
  ['H16p', 'Tỷ lệ cán bộ quản lý từ trung cấp trở lên', '%'],
  ['L1', 'Số liên hiệp hợp tác xã', 'LHHTX'],
  ['L4', 'Hợp tác xã thành viên của liên hiệp', 'HTX'],
  ['T1', 'Số tổ hợp tác', 'THT'],
  ['T4', 'Thành viên tổ hợp tác', 'người'],
]

/** Same period, plan, done to the cut-off, estimate, shares of both. */
export const FIGURES_TABLE: ReportPart = {
  kind: 'table',
  heads: [
    { header: 'TT', width: 8, align: 'center' },
    { header: 'Chỉ tiêu', width: 42 },
    { header: 'Đơn vị tính', width: 19, align: 'center' },
    { header: 'Cùng kỳ năm trước', width: 18, align: 'right' },
    { header: 'Kế hoạch', width: 16, align: 'right' },
    { header: 'Thực hiện', width: 18, align: 'right' },
    { header: 'Ước cả kỳ', width: 17, align: 'right' },
    { header: '% so KH', width: 11, align: 'right' },
    { header: '% so cùng kỳ', width: 11, align: 'right' },
  ],
  rows: LINES.map(([code, name, measure], index) => [
    String(index + 1),
    name,
    measure,
    `{{${code}; kỳ: cùng kỳ}}`,
    `{{${code}; kế hoạch}}`,
    `{{${code}}}`,
    `{{${code}; ước}}`,
    `{{${code}; so với: kế hoạch; dạng: phần trăm}}`,
    `{{${code}; so với: cùng kỳ; dạng: phần trăm}}`,
  ]),
}

export const NOTE = prose(
  'Ghi chú: dấu “…” là chưa có kế hoạch, chưa có số ước hoặc chưa có số liệu để so sánh; “chưa có số liệu” là chưa đơn vị nào báo cáo chỉ tiêu đó trong kỳ.',
)

const UNITS_TABLE: ReportPart = {
  kind: 'table',
  heads: [
    { header: 'TT', width: 9, align: 'center' },
    { header: 'Đơn vị', width: 43 },
    { header: 'Số HTX', width: 16, align: 'right' },
    { header: 'Đang hoạt động', width: 17, align: 'right' },
    { header: 'Thành lập mới', width: 16, align: 'right' },
    { header: 'Thành viên (người)', width: 20, align: 'right' },
    { header: 'Lãi bình quân (triệu đồng)', width: 21, align: 'right' },
    { header: 'Số THT', width: 18, align: 'right' },
  ],
  rows: [
    [
      '{{lặp: các đơn vị}}{{stt}}',
      '{{tên đơn vị}}',
      '{{H1}}',
      '{{H1a}}',
      '{{H2}}',
      '{{H8}}',
      '{{H11b}}',
      '{{T1}}{{hết lặp}}',
    ],
    ['', 'Tổng số', '{{H1}}', '{{H1a}}', '{{H2}}', '{{H8}}', '{{H11b}}', '{{T1}}'],
  ],
}

const TASKS_TABLE: ReportPart = {
  kind: 'table',
  heads: [
    { header: 'TT', width: 9, align: 'center' },
    { header: 'Nội dung nhiệm vụ', width: 60 },
    { header: 'Văn bản giao', width: 37 },
    { header: 'Cơ quan chủ trì', width: 30 },
    { header: 'Thời hạn', width: 24, align: 'center' },
  ],
  rows: [
    [
      '{{lặp: nhiệm vụ quá hạn}}{{stt}}',
      '{{nội dung}}',
      '{{nguồn giao}}',
      '{{cơ quan chủ trì}}',
      '{{thời hạn}}{{hết lặp}}',
    ],
  ],
}

/** The annex after that of late tasks, where there is such. */
export const TARGETS_ANNEX =
  'Phụ lục {{nếu: có nhiệm vụ quá hạn}}IV{{hết nếu}}{{nếu không: có nhiệm vụ quá hạn}}III{{hết nếu}}'

const TARGETS_TABLE: ReportPart = {
  kind: 'table',
  heads: [
    { header: 'TT', width: 9, align: 'center' },
    { header: 'Chỉ tiêu', width: 46 },
    { header: 'Mức', width: 17, align: 'right' },
    { header: 'Thực hiện', width: 20, align: 'right' },
    { header: 'Dự báo cuối kỳ', width: 17, align: 'right' },
    { header: 'So chỉ tiêu', width: 25 },
    { header: 'Cơ quan chịu trách nhiệm', width: 26 },
  ],
  rows: [
    [
      '{{lặp: chỉ tiêu kế hoạch}}{{stt}}',
      '{{lời văn}} ({{đơn vị tính}})',
      '{{mức chỉ tiêu}}',
      '{{kết quả thực hiện}}',
      '{{dự báo cuối kỳ}}',
      '{{so chỉ tiêu}}',
      '{{cơ quan chịu trách nhiệm}}{{hết lặp}}',
    ],
  ],
}

export const ANNEXES: readonly ReportPart[] = [
  annex('Phụ lục I', 'CÁC CHỈ TIÊU CHỦ YẾU VỀ KINH TẾ TẬP THỂ {{KỲ BÁO CÁO}}'),
  FIGURES_TABLE,
  NOTE,
  annex('Phụ lục II', 'SỐ LIỆU THEO ĐƠN VỊ HÀNH CHÍNH'),
  UNITS_TABLE,
  control('{{nếu: có các đơn vị chưa báo cáo}}'),
  prose(
    'Chưa có số liệu của {{số đơn vị chưa báo cáo}}/{{số đơn vị phải báo cáo}} đơn vị: {{lặp: các đơn vị chưa báo cáo}}{{tên đơn vị}}; {{hết lặp}}số liệu tổng hợp nêu trên chưa gồm các đơn vị này.',
  ),
  control('{{hết nếu}}'),
  control('{{nếu: có nhiệm vụ quá hạn}}'),
  annex('Phụ lục III', 'NHIỆM VỤ QUÁ HẠN CHƯA HOÀN THÀNH'),
  TASKS_TABLE,
  control('{{hết nếu}}'),
  control('{{nếu: có chỉ tiêu kế hoạch}}'),
  annex(TARGETS_ANNEX, 'TÌNH HÌNH THỰC HIỆN CHỈ TIÊU KẾ HOẠCH'),
  TARGETS_TABLE,
  prose(
    'Ghi chú: xanh là đã đạt; xám là đủ theo số đã có và số đăng ký, hoặc chưa có số liệu; vàng là dự báo thiếu ít hoặc còn hai cách tính; đỏ là không đạt, vượt mức hoặc dự báo thiếu nhiều.',
  ),
  control('{{hết nếu}}'),
]
