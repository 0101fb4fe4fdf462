import type { IndicatorRule } from './indicator-rule.ts'

const COOP = ['cooperative', 'fund'] as const

/** "Số HTX … là 12 HTX": the subject before the number says of what state it is. */
export const SUBJECT_RULES: readonly IndicatorRule[] = [
  {
    id: 'coop_active_subject',
    units: COOP,
    left: /số (?:htx|hợp tác xã) (?:đang|còn|thực tế) hoạt động(?! (?:có )?hiệu quả)[^,;]{0,16}$/u,
    gives: 'cooperatives_active',
  },
  {
    id: 'coop_inactive_subject',
    units: COOP,
    left: /số (?:htx|hợp tác xã) (?:đã |tạm )?(?:ngừng|dừng|không|tạm ngừng)(?: còn)?(?: hoạt động)?[^,;]{0,16}$/u,
    gives: 'cooperatives_inactive',
  },
  {
    id: 'coop_effective_subject',
    units: COOP,
    left: /số (?:htx|hợp tác xã) (?:hoạt động |làm ăn )?(?:có )?hiệu quả[^,;]{0,16}$/u,
    gives: 'cooperatives_effective',
  },
  {
    id: 'coop_chain_subject',
    units: COOP,
    left: /số (?:htx|hợp tác xã) (?:tham gia |có )?(?:chuỗi|liên kết|bao tiêu)[^,;]{0,40}$/u,
    gives: 'value_chain_cooperatives',
  },
  {
    id: 'coop_ocop_subject',
    units: COOP,
    left: /số (?:htx|hợp tác xã) (?:có |sở hữu )?(?:sản phẩm )?ocop[^,;]{0,40}$/u,
    gives: 'ocop_cooperatives',
  },
  {
    id: 'coop_hightech_subject',
    units: COOP,
    left: /số (?:htx|hợp tác xã) ứng dụng[^,;]{0,40}$/u,
    gives: 'hightech_cooperatives',
  },
  {
    id: 'coop_other_subject',
    units: COOP,
    left: /số (?:htx|hợp tác xã) (?:đã |được |có |chưa )(?:chuyển đổi|đăng ký lại|trụ sở|hỗ trợ|tổ chức lại|nộp|báo cáo|đại hội|kiểm toán)[^;]{0,40}$/u,
    gives: 'other',
  },
  {
    id: 'coop_rated_subject',
    units: COOP,
    left: /số (?:htx|hợp tác xã) (?:xếp loại )?(?:khá|tốt|trung bình|yếu|kém)(?: kém)?(?:,? (?:còn|là|có|giảm còn|tăng lên|xuống còn|xuống))? (?:dưới |trên )?$/u,
    gives: 'cooperatives_rated',
  },
]
