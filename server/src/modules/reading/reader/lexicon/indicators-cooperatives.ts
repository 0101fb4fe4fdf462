import type { IndicatorRule } from './indicator-rule.ts'
import { SUBJECT_RULES } from './indicators-subjects.ts'

const COOP = ['cooperative', 'fund'] as const

/** Cooperatives counted: the first rule that fits decides. */
export const COOPERATIVE_RULES: readonly IndicatorRule[] = [
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
    id: 'coop_beyond_plan',
    units: COOP,
    left: /vượt $/u,
    right: /^ (?:so với|kế hoạch|chỉ tiêu)/u,
    gives: 'other',
  },
  {
    id: 'coop_new_subject',
    units: COOP,
    left: /số (?:htx|hợp tác xã) (?:thành lập mới|mới thành lập)[^;.\d]{0,40} $/u,
    gives: 'cooperatives_new',
  },
  {
    id: 'coop_raised_to',
    units: COOP,
    left: /(?:nâng|đưa)[^;.\d]{0,20}(?:tổng )?số[^;.\d]{0,40}lên $/u,
    not: /thành viên liên minh/u,
    gives: 'cooperatives_total',
  },
  {
    id: 'coop_helped_to_start',
    units: COOP,
    left: /hỗ trợ thành lập(?: mới)? (?:cho|được) $|thành lập mới: hỗ trợ $/u,
    gives: 'other',
  },
  {
    id: 'coop_ocop_owners',
    units: COOP,
    left: /ocop[^;.]{0,20}(?:của|thuộc|do) $/u,
    gives: 'ocop_cooperatives',
  },
  {
    id: 'coop_per_loan',
    units: COOP,
    left: /^ ?(?:đồng )?\/ ?$/u,
    sentence: /dư nợ|cho vay/u,
    gives: 'loans_count',
  },
  {
    id: 'coop_gone',
    units: COOP,
    right: /^ (?:đã |vừa )?(?:phải |bị |được |buộc |tự )*(?:giải thể|thu hồi giấy|xóa tên)/u,
    gives: 'cooperatives_dissolved',
  },
  {
    id: 'coop_new',
    units: COOP,
    left: /(?:thành lập(?: mới| được| thêm)*|mới thành lập(?: được)?|phát triển (?:mới|thêm)|đăng ký (?:thành lập )?mới|ra đời|thành lập mới[^;.]{0,40}|cấp giấy chứng nhận đăng ký cho) ?(?:được |là |từ |thêm |trong năm là |ít nhất |thêm ít nhất |trên |hơn |khoảng )*$/u,
    gives: 'cooperatives_new',
  },
  {
    id: 'coop_new_quota',
    units: COOP,
    left: /chỉ tiêu (?:phát triển|thành lập)[^;.]*$/u,
    not: /giải thể/u,
    gives: 'cooperatives_new',
  },
  {
    id: 'coop_new_after',
    units: COOP,
    right:
      /^ (?:nông nghiệp )?(?:đã |vừa )?(?:được |mới )*(?:thành lập(?! (?:từ|trước|cách|theo|năm))|ra đời|đăng ký (?:thành lập|mới))|^ mới(?! (?:có|được|chỉ|đạt))/u,
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
    id: 'coop_rated_effective',
    units: COOP,
    right: /^[^;]*hiệu quả khá trở lên/u,
    gives: 'cooperatives_rated',
  },
  {
    id: 'coop_inactive_before',
    units: COOP,
    left: /(?:(?:ngừng|ngưng|không|dừng|không còn) hoạt động|cầm chừng|tạm dừng|tạm ngừng|tồn tại hình thức)[^;,.\d]{0,12}$/u,
    gives: 'cooperatives_inactive',
  },
  {
    id: 'coop_active_before',
    units: COOP,
    left: /(?:đang|còn) hoạt động(?: là|:| có)? ?\(?$/u,
    gives: 'cooperatives_active',
  },
  {
    id: 'coop_effective_before',
    units: COOP,
    left: /hoạt động (?:có )?hiệu quả(?: là|:| có)? ?\(?$/u,
    gives: 'cooperatives_effective',
  },
  {
    id: 'coop_in_debt',
    units: COOP,
    right: /^ (?:còn |đang |bị )?(?:nợ|có lãi|thua lỗ|làm ăn có lãi)/u,
    gives: 'other',
  },
  {
    id: 'coop_joins_alliance',
    units: COOP,
    right: /^[^,;.]{0,24}(?:gia nhập|là thành viên(?: của)?|vào) (?:liên minh|lm ?htx)/u,
    gives: 'alliance_members',
  },
  {
    id: 'coop_as_model',
    units: COOP,
    left: /(?:lựa chọn|chọn|xây dựng)(?: \p{L}+){0,2} ?$/u,
    right: /^[^,;.]{0,40}(?:mô hình|làm điểm|điểm|điển hình)/u,
    gives: 'other',
  },
  {
    id: 'coop_inactive',
    units: COOP,
    right:
      /^[^;.]{0,30}(?:ngừng hoạt động|tạm ngừng|tạm dừng|ngưng hoạt động|không hoạt động|cầm chừng|không còn hoạt động|không phát sinh doanh thu|chờ giải thể|dừng hoạt động|ngừng|tồn tại (?:hình thức|trên (?:danh nghĩa|giấy))|chỉ (?:còn|có) (?:tên|trên (?:giấy|danh nghĩa)))/u,
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
    id: 'coop_paid_out',
    units: ['cooperative', 'fund', 'group'],
    left: /^ ?(?:đồng )?cho (?:hơn |trên |gần |khoảng )?$/u,
    sentence: /quỹ hỗ trợ phát triển|cho vay|tín dụng|ngân hàng|vốn vay|vay vốn/u,
    gives: 'loans_count',
  },
  ...SUBJECT_RULES,
  {
    id: 'coop_ocop_products',
    units: COOP,
    beyond: /^ (?:có|với|sở hữu) [^,;.]{0,12}\d+ (?:sản phẩm|sp)[^,;.]{0,24}(?:ocop|sao)/u,
    gives: 'ocop_cooperatives',
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
      /^ ?(?:được |đạt |xếp |hoạt động |thuộc |ở )*(?:xếp loại|loại|mức)? ?(?:khá|tốt|giỏi|mạnh|trung bình|yếu|kém)/u,
    gives: 'cooperatives_rated',
  },
  {
    id: 'coop_rated_before',
    units: COOP,
    left: /(?:^|[;:(),] *|loại |và )(?:xếp loại )?(?:khá|tốt|giỏi|mạnh|trung bình|yếu|kém)(?:, (?:khá|tốt|kém|giỏi))?:? ?$|(?:xếp loại|loại) (?:khá|tốt|giỏi|mạnh|trung bình|yếu|kém)[^;]{0,14}$/u,
    gives: 'cooperatives_rated',
  },
  {
    id: 'coop_of_chain',
    units: COOP,
    left: /chuỗi (?:giá trị |liên kết )?[^;.\d]{0,40}$/u,
    not: /thành lập|xây dựng/u,
    gives: 'value_chain_cooperatives',
  },
  {
    id: 'coop_weak_group',
    units: COOP,
    left: /(?:htx|hợp tác xã)[^;.\d]{0,30}(?:yếu kém|yếu|khá|tốt|trung bình)(?:,? gồm|:| là| có)? ?$/u,
    gives: 'cooperatives_rated',
  },
  {
    id: 'coop_chain',
    units: COOP,
    right: /^[^;.,]{0,40}(?:chuỗi|liên kết|bao tiêu|hợp đồng|tiêu thụ)/u,
    gives: 'value_chain_cooperatives',
  },
  {
    id: 'coop_in_chains',
    units: COOP,
    beyond: /^ (?:tham gia|có|xây dựng) (?:\d+ )?chuỗi/u,
    gives: 'value_chain_cooperatives',
  },
  {
    id: 'coop_helped',
    units: COOP,
    left: /(?:hỗ trợ|đỡ đầu|củng cố|lựa chọn|chọn|hướng dẫn|đề xuất|khen thưởng|tư vấn|kiểm tra|cấp [^;]{0,40} cho|đào tạo|giúp|xây dựng|có trụ sở [^;]{0,12}|giới thiệu|chuyển đổi[^;]{0,30}|đăng ký lại[^;]{0,12}|cho|đưa|vận động)(?: \p{L}+){0,2} ?$/u,
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
  {
    id: 'coop_does',
    units: COOP,
    right:
      /^ (?:nông nghiệp )?(?:đã |đang |mới )?(?:được (?!thành lập)|bị |có (?:nhu cầu|trụ sở|website|gian hàng|mã số|chứng nhận|kho|xưởng|đất|nợ|hợp đồng|tổ chức đảng)|không |chưa |phải |đăng ký |xin |thực hiện |tham gia(?= |$)|đầu tư |áp dụng |nộp |triển khai |thuê |góp |hoàn thành |sử dụng |nhận |bán |thay đổi |chuyển |vay |đạt (?!loại)|vi phạm|tự )/u,
    gives: 'other',
  },
  {
    id: 'coop_with_profit',
    units: COOP,
    left: /(?:có lãi|thua lỗ|hòa vốn)(?: là|:)? ?$/u,
    gives: 'other',
  },
  { id: 'coop_total', units: COOP, gives: 'cooperatives_total' },
]
