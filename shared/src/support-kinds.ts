import type { SupportKind } from './support.ts'

/** What comes of support, in a figure. */
export interface ResultField {
  readonly code: string
  readonly vi: string
  readonly en: string
  readonly unit: string
}

interface KindOfSupport {
  readonly vi: string
  readonly en: string
  /** Papers of an application as a new programme proposes them; each programme has its own. */
  readonly checklist: readonly string[]
  readonly results: readonly ResultField[]
}

const field = (code: string, unit: string, vi: string, en: string): ResultField => ({
  code,
  vi,
  en,
  unit,
})
const MEMBERS = field('members', 'người', 'Thành viên được hưởng lợi', 'Members who benefit')
const WORKERS = field('workers', 'người', 'Việc làm mới', 'New jobs')
const REVENUE = field('revenue', 'triệu đồng', 'Doanh thu tăng thêm một năm', 'More revenue a year')
const AREA = field('area', 'ha', 'Diện tích áp dụng', 'Area')
const APPLICATION = 'Đơn đề nghị hỗ trợ'
const RESOLUTION = 'Nghị quyết đại hội thành viên hoặc quyết định của Hội đồng quản trị'
const PLAN = 'Phương án sản xuất, kinh doanh'

/** What works out of the box of each kind: its words, papers and results. */
export const SUPPORT_KINDS: Readonly<Record<SupportKind, KindOfSupport>> = {
  machinery: {
    vi: 'Máy móc, thiết bị',
    en: 'Machinery',
    checklist: [APPLICATION, RESOLUTION, PLAN, 'Báo giá máy móc, thiết bị', 'Cam kết vốn đối ứng'],
    results: [
      field('machines', 'máy', 'Máy, thiết bị đã lắp đặt, bàn giao', 'Machines in use'),
      field('served', 'ha', 'Diện tích được phục vụ', 'Area served'),
      MEMBERS,
      REVENUE,
    ],
  },
  investment: {
    vi: 'Đầu tư, hạ tầng',
    en: 'Investment',
    checklist: [
      APPLICATION,
      RESOLUTION,
      'Đề xuất chủ trương đầu tư hoặc báo cáo kinh tế – kỹ thuật',
      'Giấy tờ về quyền sử dụng đất',
      'Cam kết vốn đối ứng và vận hành, bảo trì',
    ],
    results: [
      field('works', 'công trình', 'Công trình đưa vào sử dụng', 'Works in use'),
      MEMBERS,
      WORKERS,
      REVENUE,
    ],
  },
  model: {
    vi: 'Mô hình HTX',
    en: 'Model cooperative',
    checklist: [APPLICATION, RESOLUTION, PLAN, 'Hợp đồng liên kết, bao tiêu sản phẩm'],
    results: [
      field('contracts', 'hợp đồng', 'Hợp đồng liên kết đã ký', 'Contracts of the chain'),
      field('replicated', 'HTX', 'HTX học tập, nhân rộng', 'Cooperatives that follow'),
      MEMBERS,
      REVENUE,
    ],
  },
  high_tech: {
    vi: 'Công nghệ cao',
    en: 'High technology',
    checklist: [
      APPLICATION,
      RESOLUTION,
      PLAN,
      'Thuyết minh công nghệ áp dụng',
      'Văn bản của đơn vị chuyển giao công nghệ',
    ],
    results: [
      field('technologies', 'công nghệ', 'Công nghệ đã áp dụng', 'Technologies in use'),
      AREA,
      field('traceable', 'sản phẩm', 'Sản phẩm có truy xuất nguồn gốc', 'Traceable products'),
      REVENUE,
    ],
  },
  ocop: {
    vi: 'OCOP',
    en: 'OCOP',
    checklist: [
      APPLICATION,
      'Phương án, kế hoạch kinh doanh sản phẩm',
      'Giấy chứng nhận an toàn thực phẩm hoặc bản tự công bố (nếu thuộc diện)',
      'Mẫu bao bì, nhãn sản phẩm',
    ],
    results: [
      field('products', 'sản phẩm', 'Sản phẩm được công nhận OCOP', 'Products recognised'),
      field('stars', 'sao', 'Hạng sao cao nhất', 'Highest stars'),
      REVENUE,
    ],
  },
  trade: {
    vi: 'Xúc tiến thương mại',
    en: 'Trade promotion',
    checklist: [APPLICATION, 'Danh mục sản phẩm tham gia', 'Kế hoạch tham gia sự kiện'],
    results: [
      field('events', 'sự kiện', 'Sự kiện đã tham gia', 'Events'),
      field('agreements', 'biên bản', 'Biên bản ghi nhớ', 'Agreements'),
      field('contracts', 'hợp đồng', 'Hợp đồng đã ký', 'Contracts'),
      field('value', 'triệu đồng', 'Giá trị hợp đồng', 'Value of contracts'),
    ],
  },
  consulting: {
    vi: 'Tư vấn khoa học, công nghệ',
    en: 'Science and technology consulting',
    checklist: [APPLICATION, 'Thuyết minh nội dung cần tư vấn', 'Hồ sơ năng lực đơn vị tư vấn'],
    results: [
      field('advices', 'nội dung', 'Nội dung tư vấn đã chuyển giao', 'Pieces of advice'),
      field('procedures', 'quy trình', 'Quy trình đã áp dụng', 'Procedures in use'),
      field('certificates', 'chứng nhận', 'Chứng nhận, nhãn hiệu đạt được', 'Certificates won'),
    ],
  },
  extension: {
    vi: 'Khuyến công, khuyến thương, khuyến nông',
    en: 'Extension',
    checklist: [
      APPLICATION,
      'Đề án khuyến công, khuyến thương hoặc dự án khuyến nông',
      'Dự toán kinh phí',
      'Cam kết vốn đối ứng',
    ],
    results: [
      field('models', 'mô hình', 'Mô hình trình diễn', 'Demonstrations'),
      field('trained', 'người', 'Người được tập huấn', 'People trained'),
      field('households', 'hộ', 'Hộ, thành viên áp dụng', 'Households that follow'),
      AREA,
    ],
  },
  training: {
    vi: 'Đào tạo, bồi dưỡng',
    en: 'Training',
    checklist: [APPLICATION, 'Danh sách người được cử đi học', 'Chương trình, thời gian khóa học'],
    results: [
      field('trained', 'người', 'Người hoàn thành khóa học', 'People trained'),
      field('certified', 'người', 'Người được cấp chứng nhận', 'People certified'),
    ],
  },
  graduate: {
    vi: 'Cán bộ trẻ về HTX',
    en: 'Young graduates',
    checklist: [
      APPLICATION,
      'Văn bằng của người lao động',
      'Dự thảo hợp đồng lao động',
      'Kế hoạch sử dụng lao động của HTX',
    ],
    results: [
      field('people', 'người', 'Người về làm việc tại HTX', 'People at the cooperative'),
      field('months', 'tháng', 'Số tháng được hỗ trợ', 'Months supported'),
      field('stayed', 'người', 'Người ở lại sau hỗ trợ', 'People who stayed'),
    ],
  },
}

/**
 * Measures by which those that qualify are put in order unless a programme says otherwise: more members,
 * more of them disabled, of a minority, insured, women who manage (Luật Hợp tác xã 2023, Điều 18, khoản 3).
 */
export const LEGAL_PRIORITY: readonly string[] = [
  'members',
  'H8_disabled',
  'H8_minority',
  'H9_insured',
  'managers_female',
]
