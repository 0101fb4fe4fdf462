export type UnitKind =
  | 'cooperative'
  | 'union'
  | 'group'
  | 'fund'
  | 'money'
  | 'share'
  | 'area'
  | 'member'
  | 'person'
  | 'staff'
  | 'youth'
  | 'trainee'
  | 'turn'
  | 'course'
  | 'product'
  | 'model'
  | 'project'
  | 'entity'
  | 'event'
  | 'output'

/** Things counted in such texts. A number before any other word is no figure. */
export const UNITS: readonly (readonly [string, UnitKind])[] = [
  [String.raw`(?:lượt |hồ sơ )(?:htx|hợp tác xã|tht|tổ hợp tác)`, 'turn'],
  [
    String.raw`lượt (?:người|cán bộ|thành viên|học viên|hộ|cán bộ, thành viên|đại biểu|lao động|xã viên)`,
    'trainee',
  ],
  [String.raw`(?:liên hiệp|lh) ?(?:hợp tác xã|htx)`, 'union'],
  [String.raw`htx|hợp tác xã(?: \(htx\))?`, 'cooperative'],
  [String.raw`quỹ tín dụng nhân dân|quỹ tdnd|quỹ tín dụng|qtdnd`, 'fund'],
  [String.raw`tht|tổ hợp tác(?: \(tht\))?|tổ, nhóm hợp tác`, 'group'],
  [
    String.raw`học viên|cán bộ quản lý|cán bộ trẻ|trí thức trẻ|trí thức|sinh viên|lao động trẻ|kỹ sư|cử nhân|kế toán`,
    'youth',
  ],
  [String.raw`hộ thành viên|thành viên|xã viên|tổ viên|hội viên|tv`, 'member'],
  [String.raw`lao động|nhân công|công nhân`, 'person'],
  [String.raw`cán bộ|nhân viên|giám đốc`, 'staff'],
  [String.raw`người|nhân khẩu`, 'person'],
  [String.raw`hộ dân|hộ nông dân|hộ nghèo|hộ gia đình|nông hộ|hộ`, 'entity'],
  [String.raw`sản phẩm`, 'product'],
  [
    String.raw`lớp tập huấn|lớp bồi dưỡng|lớp|khóa (?:đào tạo|tập huấn|bồi dưỡng)|khóa(?= học)`,
    'course',
  ],
  [String.raw`mô hình|điển hình`, 'model'],
  [String.raw`dự án|phương án`, 'project'],
  [String.raw`ha|héc-ta|hecta|héc ta|m2|mét vuông|km|công đất|sào|mẫu`, 'area'],
  [
    String.raw`lượt khách|khách(?! hàng)|tấn|tạ|yến|kg|lít|con|cây|m3|khối|bộ hồ sơ|gốc|trứng`,
    'output',
  ],
  [
    String.raw`hội thảo|hội chợ|hội nghị|cuộc|đợt|buổi|phiên chợ|gian hàng|điểm bán|cửa hàng|chuyến`,
    'event',
  ],
  [
    String.raw`hồ sơ|giấy chứng nhận|nhãn hiệu|mã số vùng trồng|mã vùng trồng|chuỗi liên kết|chuỗi giá trị|chuỗi|liên kết|hợp đồng|doanh nghiệp|công ty|trang trại|cơ sở|hội quán|đơn vị|nhà máy|nhà kho|kho lạnh|kho|trụ sở|máy|công trình|trạm bơm|cánh đồng|vùng nguyên liệu|vùng sản xuất|vùng|chi hội|chủ thể|tờ rơi|khách hàng|trung tâm|xưởng|nhà màng|nhà lưới|lò sấy|lồng bè|tàu cá|tàu|website|sàn giao dịch|tiêu chuẩn|điểm cầu(?!)|sáng lập viên|tin, bài|tin bài|chuyên mục|chuyên đề|phóng sự`,
    'entity',
  ],
]

/** Multipliers of money: the number is in đồng once multiplied. */
export const MONEY = String.raw`(?:(nghìn|ngàn|triệu|trăm triệu|tỷ|tỉ|nghìn tỷ|nghìn tỉ|ngàn tỷ|tr\.?|tr\.?đ)\s?)?(?:đồng(?! (?:bộ|chí|bào|thời|ý|hành|loạt))|đ(?![\p{L}])|vnđ|vnd)|(tỷ|tỉ|triệu|nghìn tỷ)(?! (?:lệ|trọng|suất|số|héc|ha|con|tấn|lượt|người|cây))(?=[ /,.;)]|$)`

export const MULTIPLIERS: Record<string, number> = {
  nghìn: 1e3,
  ngàn: 1e3,
  triệu: 1e6,
  'tr.': 1e6,
  tr: 1e6,
  'tr.đ': 1e6,
  trđ: 1e6,
  'trăm triệu': 1e8,
  tỷ: 1e9,
  tỉ: 1e9,
  'nghìn tỷ': 1e12,
  'nghìn tỉ': 1e12,
  'ngàn tỷ': 1e12,
}
/** Units of a table's column, as far as they are money. */
export const COLUMN_MONEY =
  /^(?:(nghìn|ngàn|triệu|tỷ|tỉ|tr\.?)\s?(?:đồng|đ\b|đ(?=$|\/))|(tr\.đ|trđ|tr\.đồng|tỷ đ)|đồng)(?:\s?\/.+)?$/u

export const NUMBER_WORDS: Record<string, number> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
}
