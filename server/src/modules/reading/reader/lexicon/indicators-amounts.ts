import type { IndicatorRule } from './indicator-rule.ts'

const BAND = String.raw`(?:khá|(?<!làm )tốt(?! nghiệp)|giỏi|trung bình|(?<!chủ |thiết |trọng )yếu(?! tố)|kém)`

/** Shares and money: the first rule that fits decides. */
export const AMOUNT_RULES: readonly IndicatorRule[] = [
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
      String.raw`(?:htx|hợp tác xã|loại)[^;%]{0,40}${BAND}[^;%]{0,40}$|^ ?(?:số )?(?:htx |hợp tác xã )?(?:hoạt động )?(?:được )?(?:đạt |xếp )?(?:loại )?${BAND}|^[^,;]{0,40}(?:hiệu quả khá|xếp loại|loại ${BAND})|${BAND}:? \d+ (?:htx|hợp tác xã)[^;]{0,4}$`,
      'u',
    ),
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
    id: 'money_difference',
    units: ['money'],
    left: /(?:cao hơn|thấp hơn|nhiều hơn|ít hơn|tăng|giảm)(?: thêm)? $|vượt (?:kế hoạch|chỉ tiêu)(?: \p{L}+){0,3} $/u,
    gives: 'other',
  },
  {
    id: 'money_fund_capital_aside',
    units: ['money'],
    left: /quỹ[^;()]{0,60}\((?:tổng )?(?:nguồn )?vốn[^();]{0,20}$/u,
    gives: 'other',
  },
  {
    id: 'money_fund_capital',
    units: ['money'],
    left: /(?:vốn điều lệ|nguồn vốn|vốn hoạt động|bổ sung vốn|vốn)(?: \p{L}+){0,4} quỹ|quỹ hỗ trợ[^;]*(?:vốn (?:điều lệ|hoạt động)|đạt|nguồn vốn|quy mô)(?![^;]*(?:cho vay|dư nợ|giải ngân))/u,
    not: /dư nợ|cho vay|giải ngân|vay vốn|(?:htx|hợp tác xã|dự án) vay/u,
    gives: 'other',
  },
  {
    id: 'money_debt',
    units: ['money'],
    left: /(?:chiếm dụng|nợ (?:xấu|quá hạn|đọng|thuế|tồn đọng|phải trả|phải thu|bảo hiểm|cũ|khó đòi)|công nợ|nợ đọng|các khoản nợ|còn nợ|nợ )[^;]*$/u,
    not: /dư nợ[^;,]*$|nợ ngân hàng/u,
    gives: 'debt_amount',
  },
  {
    id: 'money_own',
    units: ['money'],
    left: /(?:đối ứng|vốn tự có|đóng góp|xã hội hóa|góp vốn)[^,;\d]{0,24}$/u,
    gives: 'other',
  },
  {
    id: 'money_budget',
    units: ['money'],
    left: /ngân sách(?: \p{L}+){0,8}? ?(?:hỗ trợ|bố trí|đầu tư|cấp|trung ương|tỉnh|huyện|địa phương)?[^;]*$/u,
    not: /nộp (?:ngân sách|thuế|vào)|thu ngân sách|doanh thu/u,
    gives: 'support_amount',
  },
  {
    id: 'money_paid_tax',
    units: ['money'],
    left: /nộp (?:ngân sách|thuế|vào)|thu ngân sách/u,
    gives: 'other',
  },
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
    left: /(?:thu nhập|tiền lương|lương|tiền công|thù lao|phụ cấp)[^;]*$/u,
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
    left: /(?:vốn điều lệ|vốn đăng ký|đăng ký vốn)[^;)]*$/u,
    gives: 'charter_capital',
  },
  {
    id: 'money_working_capital',
    units: ['money'],
    left: /(?:vốn (?:hoạt động|quỹ|kinh doanh|huy động|lưu động)|tổng (?:nguồn )?vốn|nguồn vốn)[^;,]{0,24}$/u,
    not: /vay|dư nợ|hỗ trợ|ngân sách|giải ngân|điều lệ|đăng ký|việc làm/u,
    gives: 'other',
  },
  {
    id: 'money_support_after',
    units: ['money'],
    right: /^ (?:để )?hỗ trợ (?:cho |các |htx|hợp tác|theo )/u,
    gives: 'support_amount',
  },
  {
    id: 'money_loans',
    units: ['money'],
    near: /(?:dư nợ|nợ ngân hàng|cho vay|vay vốn|vay|doanh số|giải ngân|hạn mức|mức vay|vốn vay|tín dụng|được vay)/u,
    not: /kinh phí|hỗ trợ (?:\d+ )?(?:htx|hợp tác)(?! vay)|kế hoạch vốn|vốn (?:hỗ trợ|đầu tư công|sự nghiệp)|giải ngân vốn/u,
    gives: 'loans_amount',
  },
  {
    id: 'money_support',
    units: ['money'],
    left: /(?:kinh phí|hỗ trợ|bố trí|đầu tư|nguồn (?:vốn|lực)|chương trình)[^;]*$/u,
    not: /giá trị|hợp đồng|doanh thu|đối ứng|(?:htx|hợp tác xã)(?: \p{L}+){0,3} (?:đã|tự|mạnh dạn) đầu tư/u,
    gives: 'support_amount',
  },
  {
    id: 'money_of_budget_section',
    units: ['money'],
    sentence: /kinh phí/u,
    not: /đối ứng|doanh thu|lợi nhuận|giá trị/u,
    gives: 'support_amount',
  },
  { id: 'money_other', units: ['money'], gives: 'other' },
]
