import type { FigureIndicator } from '@hopluc/shared/finds'
import type { UnitKind } from './units.ts'

/** One rule: the unit, and what must (not) stand around the number. First match decides. */
export interface IndicatorRule {
  id: string
  units: readonly UnitKind[]
  /** Words of the same clause before the number, nearest last. */
  left?: RegExp
  /** Words after the unit up to the next number or separator. */
  right?: RegExp
  /** Either side. */
  near?: RegExp
  not?: RegExp
  per?: RegExp
  gives: FigureIndicator
}

const COOP = ['cooperative', 'fund'] as const
const BAND = String.raw`(?:xếp loại|đạt loại|loại|phân loại)|(?:khá|tốt|giỏi|trung bình|yếu|kém)`

export const INDICATOR_RULES: readonly IndicatorRule[] = [
  // Shares
  {
    id: 'share_contribution',
    units: ['share'],
    near: /grdp|gdp|tổng sản phẩm|tổng giá trị sản xuất/u,
    not: /dư nợ/u,
    gives: 'contribution_share',
  },
  {
    id: 'share_bad_debt',
    units: ['share'],
    left: /nợ (?:xấu|quá hạn|đọng|thuế)[^,;]*$/u,
    gives: 'debt_amount',
  },
  {
    id: 'share_growth',
    units: ['share'],
    left: /(?:tăng|giảm|cao hơn|thấp hơn|vượt)(?: \p{L}+){0,3}? ?(?:ít nhất|tối thiểu|khoảng|gần|trên|hơn|từ|bình quân)* ?$/u,
    not: /tỷ lệ|tỉ lệ/u,
    gives: 'other',
  },
  {
    id: 'share_of_plan',
    units: ['share'],
    right: /^ ?(?:so với |của )?(?:kế hoạch|kh\b|chỉ tiêu|mục tiêu|cùng kỳ|dự toán|nhu cầu|năm)/u,
    gives: 'other',
  },
  {
    id: 'share_staff',
    units: ['share'],
    near: /cán bộ[^;]*(?:trình độ|qua đào tạo|đại học|cao đẳng|trung cấp|bồi dưỡng|tập huấn|đào tạo)|(?:trình độ|đại học|cao đẳng)[^;]*cán bộ|qua đào tạo|trình độ (?:sơ|trung|cao|đại)/u,
    gives: 'staff_qualified',
  },
  {
    id: 'share_growth_side',
    units: ['share'],
    left: /(?:chi phí|giá|doanh thu|sản lượng|thu nhập|lợi nhuận)[^;]*(?:tăng|giảm)[^;]*$/u,
    gives: 'other',
  },
  {
    id: 'share_rated',
    units: ['share'],
    near: new RegExp(
      String.raw`(?:htx|hợp tác xã|xếp loại|loại|tỷ lệ|số|trong đó|hiệu quả)[^;]*${BAND}|^ ?(?:htx )?(?:loại |xếp loại |đạt loại )?(?:khá|tốt|giỏi|trung bình|yếu|kém)|(?:yếu|kém|khá|tốt|giỏi|trung bình)[^;]*$`,
      'u',
    ),
    not: /^ số htx hoạt động có hiệu quả$/u,
    gives: 'cooperatives_rated',
  },
  {
    id: 'share_effective',
    units: ['share'],
    near: /hiệu quả/u,
    not: /ngừng|doanh thu/u,
    gives: 'cooperatives_effective_share',
  },
  { id: 'share_other', units: ['share'], gives: 'other' },

  // Money
  {
    id: 'money_fund_capital',
    units: ['money'],
    left: /(?:vốn điều lệ|nguồn vốn|vốn hoạt động|bổ sung vốn|vốn)(?: \p{L}+){0,4} quỹ|quỹ hỗ trợ[^;]*(?:vốn (?:điều lệ|hoạt động)|đạt|nguồn vốn|quy mô)(?![^;]*(?:cho vay|dư nợ|giải ngân))/u,
    not: /dư nợ|cho vay|giải ngân|vay vốn/u,
    gives: 'other',
  },
  {
    id: 'money_debt',
    units: ['money'],
    left: /(?:nợ (?:xấu|quá hạn|đọng|thuế|tồn đọng|phải trả|phải thu|bảo hiểm|cũ|khó đòi)|công nợ|nợ đọng|các khoản nợ|còn nợ|nợ )[^;]*$/u,
    not: /dư nợ (?:tín dụng|cho vay|đạt|đến|của|là|\d)[^;,]*$/u,
    gives: 'debt_amount',
  },
  {
    id: 'money_budget',
    units: ['money'],
    left: /ngân sách(?: \p{L}+){0,8}? ?(?:hỗ trợ|bố trí|đầu tư|cấp|trung ương|tỉnh|huyện|địa phương)?[^;]*$/u,
    not: /nộp (?:ngân sách|thuế)|doanh thu/u,
    gives: 'support_amount',
  },
  { id: 'money_paid_tax', units: ['money'], left: /nộp (?:ngân sách|thuế)/u, gives: 'other' },
  {
    id: 'money_per_member',
    units: ['money'],
    per: /^\/(?:thành viên|xã viên|kg|lít|ha|con|hộ|công|tấn)/u,
    not: /thu nhập/u,
    gives: 'other',
  },
  {
    id: 'money_income',
    units: ['money'],
    left: /(?:thu nhập|tiền lương|lương|tiền công)[^;]*$/u,
    not: /hộ (?:dân|nông|gia)/u,
    gives: 'income_per_worker',
  },
  {
    id: 'money_income_per',
    units: ['money'],
    per: /^\/(?:người|lao động)/u,
    gives: 'income_per_worker',
  },
  { id: 'money_income_after', units: ['money'], left: /thu nhập/u, gives: 'income_per_worker' },
  {
    id: 'money_profit',
    units: ['money'],
    left: /(?:lợi nhuận|lãi|lợi nhuận sau thuế|lãi ròng)(?! suất)[^;]*$/u,
    gives: 'profit_per_cooperative',
  },
  {
    id: 'money_revenue_each',
    units: ['money'],
    left: /doanh thu bình quân[^;]*$|doanh thu[^;]*bình quân[^;]*$/u,
    gives: 'revenue_per_cooperative',
  },
  {
    id: 'money_revenue_per',
    units: ['money'],
    left: /doanh thu/u,
    per: /^\/(?:htx|hợp tác xã|đơn vị)/u,
    gives: 'revenue_per_cooperative',
  },
  { id: 'money_revenue', units: ['money'], left: /doanh thu[^;]*$/u, gives: 'revenue_total' },
  {
    id: 'money_capital',
    units: ['money'],
    left: /(?:vốn điều lệ|vốn đăng ký|đăng ký vốn)[^;]*$/u,
    gives: 'charter_capital',
  },
  {
    id: 'money_loans',
    units: ['money'],
    near: /(?:dư nợ|cho vay|vay vốn|vay|doanh số|giải ngân|hạn mức|mức vay|vốn vay|tín dụng|được vay)/u,
    not: /kinh phí|hỗ trợ (?:htx|hợp tác)/u,
    gives: 'loans_amount',
  },
  {
    id: 'money_support',
    units: ['money'],
    left: /(?:kinh phí|hỗ trợ|bố trí|đầu tư|nguồn (?:vốn|lực)|chương trình)[^;]*$/u,
    not: /giá trị|hợp đồng|doanh thu|đối ứng/u,
    gives: 'support_amount',
  },
  { id: 'money_other', units: ['money'], gives: 'other' },

  // Cooperatives
  {
    id: 'coop_difference',
    units: COOP,
    left: /(?:tăng|giảm|nhiều hơn|ít hơn|cao hơn|thấp hơn)(?: thêm)? ?$/u,
    right: /^ ?(?:so với|htx)?/u,
    not: /trở lên/u,
    gives: 'other',
  },
  {
    id: 'coop_new',
    units: COOP,
    left: /(?:thành lập(?: mới| được| thêm)*|mới thành lập(?: được)?|phát triển (?:mới|thêm)|đăng ký (?:thành lập )?mới|ra đời|thành lập mới[^;.]{0,40}|cấp giấy chứng nhận đăng ký cho) ?(?:được |là |từ |thêm |trong năm là |ít nhất |thêm ít nhất |trên |hơn |khoảng )*$/u,
    gives: 'cooperatives_new',
  },
  {
    id: 'coop_new_after',
    units: COOP,
    right: /^ (?:được )?(?:thành lập mới|mới thành lập|mới được thành lập)/u,
    gives: 'cooperatives_new',
  },
  {
    id: 'coop_dissolved',
    units: COOP,
    left: /(?:giải thể|thu hồi|xóa tên|chấm dứt hoạt động|hoàn thành giải thể|giải thể bắt buộc)(?: được| xong| tự nguyện| bắt buộc| \p{L}+){0,3} ?$/u,
    not: /chưa giải thể|chờ giải thể/u,
    gives: 'cooperatives_dissolved',
  },
  {
    id: 'coop_dissolved_after',
    units: COOP,
    right: /^ (?:đã )?(?:được |bị |tự )?(?:giải thể|thu hồi giấy)/u,
    gives: 'cooperatives_dissolved',
  },
  {
    id: 'coop_rated_effective',
    units: COOP,
    right: /^[^;]*hiệu quả khá trở lên/u,
    gives: 'cooperatives_rated',
  },
  {
    id: 'coop_inactive',
    units: COOP,
    right:
      /^[^;.]{0,30}(?:ngừng hoạt động|tạm ngừng|tạm dừng|ngưng hoạt động|không hoạt động|cầm chừng|không còn hoạt động|không phát sinh doanh thu|chờ giải thể|dừng hoạt động|ngừng|tồn tại hình thức)/u,
    gives: 'cooperatives_inactive',
  },
  { id: 'coop_ocop', units: COOP, right: /^[^;,.]{0,60}ocop/u, gives: 'ocop_cooperatives' },
  {
    id: 'coop_hightech',
    units: ['cooperative', 'fund', 'model'],
    right:
      /^[^;,.]{0,60}(?:công nghệ cao|công nghệ (?:số|mới|sinh học)|máy bay không người lái|nông nghiệp thông minh|ứng dụng (?:công nghệ|khoa học))/u,
    gives: 'hightech_cooperatives',
  },
  {
    id: 'coop_restructured',
    units: COOP,
    right:
      /^[^;,.]{0,40}(?:chuyển đổi|đăng ký lại|tổ chức lại|được cấp|đủ điều kiện|có trụ sở|được hỗ trợ|điển hình|tiêu biểu|kiểu mới|còn lại|chuyển đổi số|làm điểm|được củng cố|hoàn thành|làm chủ)/u,
    gives: 'other',
  },
  {
    id: 'coop_loans',
    units: ['cooperative', 'fund', 'turn', 'group'],
    near: /(?:cho )?vay(?: vốn| được)?|tiếp cận (?:vốn|tín dụng)/u,
    not: /cho vay thu mua|muốn vay|nhu cầu vay/u,
    gives: 'loans_count',
  },
  {
    id: 'coop_active',
    units: COOP,
    right:
      /^ (?:đang|còn|thực tế)(?: còn)? hoạt động|^ hoạt động(?: thường xuyên| ổn định|$| ?[,.;)])/u,
    not: /hiệu quả/u,
    gives: 'cooperatives_active',
  },
  {
    id: 'coop_effective',
    units: COOP,
    right: /^[^;,.]{0,30}hiệu quả/u,
    not: /khá|tốt|hiệu quả (?:thấp|kém)/u,
    gives: 'cooperatives_effective',
  },
  {
    id: 'coop_rated',
    units: COOP,
    right:
      /^ ?(?:được |đạt |xếp |hoạt động |thuộc |ở )*(?:xếp loại|loại|mức)? ?(?:khá|tốt|giỏi|trung bình|yếu|kém)/u,
    gives: 'cooperatives_rated',
  },
  {
    id: 'coop_rated_before',
    units: COOP,
    left: /(?:^|[;:(] ?|loại )(?:xếp loại )?(?:khá|tốt|giỏi|trung bình|yếu|kém)(?:, (?:khá|tốt|kém|giỏi))?:? ?$|(?:xếp loại|loại) (?:khá|tốt|giỏi|trung bình|yếu|kém)[^;]{0,14}$/u,
    gives: 'cooperatives_rated',
  },
  {
    id: 'coop_chain',
    units: COOP,
    right: /^[^;.]{0,40}(?:chuỗi|liên kết|bao tiêu|hợp đồng|tiêu thụ)/u,
    gives: 'value_chain_cooperatives',
  },
  {
    id: 'coop_helped',
    units: COOP,
    left: /(?:hỗ trợ|củng cố|lựa chọn|chọn|hướng dẫn|đề xuất|khen thưởng|tư vấn|kiểm tra|cấp [^;]{0,40} cho|đào tạo|giúp|xây dựng|có trụ sở [^;]{0,12}|giới thiệu|chuyển đổi[^;]{0,30}|đăng ký lại[^;]{0,12}|cho|đưa|vận động)(?: \p{L}+){0,2} ?$/u,
    gives: 'other',
  },
  {
    id: 'coop_plan_after_new',
    units: COOP,
    left: /thành lập mới[^;.]*(?:kế hoạch|kh)[^;.]*$/u,
    gives: 'cooperatives_new',
  },
  {
    id: 'coop_each_model',
    units: COOP,
    left: /mỗi (?:huyện|địa phương|xã|tỉnh)[^;]*$/u,
    near: /mô hình|điểm|điển hình/u,
    gives: 'other',
  },
  { id: 'coop_total', units: COOP, gives: 'cooperatives_total' },

  // Unions, groups, members
  { id: 'union_new', units: ['union'], left: /thành lập[^;]*$/u, gives: 'unions_new' },
  { id: 'union', units: ['union'], gives: 'unions_total' },
  { id: 'group_difference', units: ['group'], left: /(?:tăng|giảm) ?$/u, gives: 'other' },
  { id: 'group_new', units: ['group'], left: /thành lập[^;.]*$/u, gives: 'groups_new' },
  { id: 'group', units: ['group'], gives: 'groups_total' },
  {
    id: 'member_alliance',
    units: ['member', 'entity'],
    near: /liên minh|lmhtx/u,
    not: /đại hội|thành viên (?:htx|hợp tác)|^ \p{L}+ htx|dự hội/u,
    gives: 'alliance_members',
  },
  {
    id: 'member_trained',
    units: ['member'],
    near: /lớp|tập huấn|bồi dưỡng|đào tạo/u,
    gives: 'staff_trained',
  },
  {
    id: 'member_per',
    units: ['member', 'person'],
    per: /^\/(?:htx|hợp tác xã|tht|đơn vị)/u,
    gives: 'members_per_cooperative',
  },
  {
    id: 'member_new',
    units: ['member', 'person'],
    left: /(?:thành viên mới|kết nạp(?: mới| thêm)*|thu hút (?:mới|thêm)|phát triển (?:mới|thêm)|tăng thêm|thêm)[^;,]{0,20}$/u,
    gives: 'members_new',
  },
  { id: 'member_difference', units: ['member'], left: /(?:tăng|giảm) ?$/u, gives: 'other' },
  { id: 'member', units: ['member'], gives: 'members_total' },

  // People
  {
    id: 'person_trained',
    units: ['person', 'trainee', 'staff', 'youth'],
    near: /(?:lớp|tập huấn|bồi dưỡng|đào tạo)(?! (?:đại học|trình độ))/u,
    not: /lao động|tốt nghiệp|trình độ|qua đào tạo/u,
    gives: 'staff_trained',
  },
  { id: 'trainee', units: ['trainee'], gives: 'staff_trained' },
  { id: 'person_trainee_word', units: ['youth'], near: /^$/u, gives: 'other' },
  {
    id: 'person_qualified',
    units: ['person', 'staff'],
    near: /(?:trình độ)?[^;]{0,20}(?:trung cấp trở lên|cao đẳng|đại học|sau đại học|trung cấp trở)/u,
    not: /sơ cấp|tốt nghiệp|về làm việc/u,
    gives: 'staff_qualified',
  },
  {
    id: 'person_young',
    units: ['youth', 'staff', 'person'],
    near: /trẻ|sinh viên|trí thức|tốt nghiệp|về làm việc|có thời hạn/u,
    gives: 'young_staff',
  },
  {
    id: 'person_member',
    units: ['person'],
    left: /thành viên[^;]*$/u,
    not: /lao động|thu nhập|hđqt/u,
    gives: 'members_total',
  },
  {
    id: 'person_worker',
    units: ['person'],
    near: /lao động|việc làm|công nhân|nhân công/u,
    gives: 'workers_total',
  },
  { id: 'person_other', units: ['person', 'staff', 'youth'], gives: 'other' },

  // Others
  { id: 'course', units: ['course'], gives: 'training_courses' },
  {
    id: 'product_ocop',
    units: ['product'],
    near: /ocop|sao|được xếp hạng|công nhận/u,
    gives: 'ocop_products',
  },
  {
    id: 'project_loans',
    units: ['project', 'entity', 'turn'],
    near: /(?:cho )?vay/u,
    gives: 'loans_count',
  },
  {
    id: 'area_linked',
    units: ['area'],
    near: /liên kết|bao tiêu|chuỗi|tiêu thụ|hợp đồng|vùng nguyên liệu|đề án 1 triệu|tham gia đề án/u,
    not: /mã số|giấy chứng nhận|kho|đất (?:công|trụ)/u,
    gives: 'linked_area',
  },
]
