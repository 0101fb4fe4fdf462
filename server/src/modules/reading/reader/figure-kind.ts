import type { Directive } from './directive.ts'
import { bracketBefore, type Context } from './figure-context.ts'
import type { Flow } from './flow.ts'
import type { Quantity } from './numbers.ts'

/** Where a quantity stands: in a section of targets, in a directive, and in which year. */
export interface Standing {
  isTargetSection: boolean
  directive: Directive | undefined
  year: number | null
  /** A plan's section on costs. */
  isBudget: boolean
}

const PLAN_BEFORE =
  /(?:kế hoạch|(?<!\p{L})kh|mục tiêu|chỉ tiêu)(?: (?:năm|giao|đề ra|tỉnh giao|huyện giao|được giao|cả năm|đến năm|là|\d{4}))*:? ?\(?\s*$/u
const AIM =
  /(?<!\p{L})sẽ(?!\p{L})|phấn đấu|mục tiêu|chỉ tiêu|dự kiến|phải (?:có|đạt)|hướng tới|đến (?:hết |cuối )?năm 20\d\d|(?:mức hỗ trợ|được hỗ trợ)[^.\d]{0,24}(?:tối đa|không quá|bằng)? ?$|(?:đồng ý|thống nhất(?! đánh giá))[^.]{0,80}(?:bổ sung|hỗ trợ|cấp|bố trí|tăng)/u

const WISH =
  /(?:đề nghị|kiến nghị|đề xuất|xin)[^.]{0,80}(?:cấp|bổ sung|hỗ trợ|bố trí|tăng)[^.]{0,80}$|cần (?:vốn|vay|bổ sung|thêm|có)[^.;\d]{0,40}$/u
/** A norm of a policy: what each is to get, at most or once. */
const NORM =
  /(?:mức (?:hỗ trợ|vay|cho vay)|(?:được|được ngân sách) hỗ trợ|hỗ trợ (?:một lần|lãi suất|tối đa|không quá))[^.;\d]{0,30}$/u

/** "so với chỉ tiêu cả năm 50 HTX mới đạt 56%", "cao hơn mục tiêu đến năm 2025 là 60%": the plan's value. */
export const PLAN_COMPARED =
  /so với (?:kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|đề án)(?: (?!tăng|giảm|vượt|đạt|thấp|cao|còn|thì|đã|mới)[\p{L}\d]+){0,4} $/u
/** A plan's value behind its verb: "kế hoạch 2025 thành lập 2 HTX". */
const PLAN_VERB =
  /(?:kế hoạch|(?<!\p{L})kh|chỉ tiêu)(?: (?:năm|tháng|quý|cả năm|\d{4}|[ivx]+|đến|hết|cuối))*,? (?:là )?(?:phải )?(?:thành lập|phát triển|kết nạp|mở|tổ chức|giải ngân|cho vay|huy động)(?: mới| thêm)?(?: được)? $/u
/** After these words a sentence comes from what was planned to what is. */
const AS_IT_IS =
  /(?<!\p{L})(?:nhưng|song|hiện (?:nay|tại|có|mới|chỉ)|đến nay|thực tế|thực trạng|kết quả(?: là)?,|đã (?:đạt|thành lập)|mới (?:đạt|(?:\p{L}+ ){1,2}được))(?!\p{L})([^;.]*)$/u
/** "năm 2025 đã chi 98 triệu đồng" in a plan's section on costs. */
const DONE = /(?<!\p{L})đã (?:được )?(?:chi|giải ngân|cấp|sử dụng)[^,;.\d]{0,20}$/u
/** "Đề nghị Liên minh HTX tỉnh mở 01 lớp", "đề nghị Nhà nước hỗ trợ mua 02 máy". */
const WISHED_THINGS =
  /(?:đề nghị|kiến nghị|đề xuất|xin)[^.;]{0,80}(?:mở|tổ chức|hỗ trợ (?:mua|xây)|mua|trang bị)(?: thêm| mới)? $|(?:đề nghị|kiến nghị|đề xuất)[^.;]{0,60}(?:hỗ trợ|đầu tư|xây dựng)(?: \p{L}+){1,5} (?:công suất|diện tích|quy mô) $/u

/** Whether a quantity is reached or aimed at. */
export function kindOf(context: Context, standing: Standing): 'actual' | 'target' {
  const { quantity, low, sentence, flow } = context
  const whole = low.slice(0, quantity.start - sentence.start)
  const bracket = bracketBefore(whole)
  // What a closed bracket tells is of the number before it.
  const left = bracket ? whole : whole.replace(/\([^()]*\)/gu, '')
  const close = bracket && bracket.part !== '' ? bracket.part : left.slice(-60)
  if (
    /\/ ?(?:kế hoạch|kh|chỉ tiêu)?(?: năm)? ?$/u.test(left.slice(-24)) &&
    context.before.at(-1)?.quantity.unitKind === quantity.unitKind &&
    quantity.unitKind !== 'share'
  )
    return 'target'
  if (DONE.test(left) || isOldValue(flow, left, quantity)) return 'actual'
  if (PLAN_VERB.test(left)) return 'target'
  if (isOfPlan(flow, left, quantity)) return 'target'
  if (PLAN_COMPARED.test(left) && quantity.unitKind !== 'share') return 'target'
  if (
    PLAN_BEFORE.test(close) &&
    !/(?:so với|đạt|bằng|vượt)(?: \p{L}+)? (?:kế hoạch|kh|chỉ tiêu|mục tiêu)[^(]*$/u.test(close)
  )
    return 'target'
  if (
    /^ (?:kế hoạch|chỉ tiêu)(?! năm trước)/u.test(
      flow.low.slice(quantity.unitEnd, quantity.unitEnd + 10),
    ) &&
    quantity.unitKind === 'money'
  )
    return 'target'
  if (bracket) {
    if (/kế hoạch|(?<!\p{L})kh(?!\p{L})|mục tiêu|chỉ tiêu|^nghị quyết/u.test(bracket.part))
      return 'target'
    if (
      bracket.all.trim() === '' &&
      /(?:kế hoạch|mục tiêu|chỉ tiêu|(?<!ban hành )nghị quyết|đề án|dự toán)(?: \p{L}+){0,4} $/u.test(
        bracket.outside,
      )
    )
      return 'target'
    if (
      bracket.all.trim() === '' &&
      /so với (?:cuối |đầu )?(?:năm|kỳ|cùng kỳ)[^,;]{0,14}$/u.test(bracket.outside)
    )
      return 'actual'
    const named = /năm (\d{4})/u.exec(bracket.part)?.[1]
    const isPast = named === undefined || standing.year === null || Number(named) <= standing.year
    if (/năm \d{4}|năm trước|cùng kỳ|hiện/u.test(bracket.part) && isPast) return 'actual'
  }
  if (standing.directive) return isStock(flow, standing.directive, quantity) ? 'actual' : 'target'
  const now = AS_IT_IS.exec(left)
  if (now && !AIM.test(now[1] ?? '') && !/(?<!\p{L})(?:lên|thêm|từ)(?!\p{L})/u.test(now[1] ?? ''))
    return 'actual'
  if (standing.isTargetSection) return 'target'
  if (
    ['money', 'share'].includes(quantity.unitKind) &&
    NORM.test(left) &&
    !/đã (?:được )?hỗ trợ/u.test(left)
  )
    return 'target'
  if (WISHED_THINGS.test(left)) return 'target'
  if (quantity.unitKind === 'money' && (WISH.test(left) || standing.isBudget)) return 'target'
  return AIM.test(left) && !isReported(left, standing.year) ? 'target' : 'actual'
}

/** "19 HTX trên tổng số 40 HTX theo chỉ tiêu được giao": the second is the plan's. */
export function isOfPlan(flow: Flow, left: string, quantity: Quantity): boolean {
  return (
    /(?:trên|trong)(?: tổng số)? $/u.test(left) &&
    /^ (?:nông nghiệp )?(?:theo )?(?:kế hoạch|chỉ tiêu|nghị quyết)/u.test(
      flow.low.slice(quantity.unitEnd, quantity.unitEnd + 30),
    )
  )
}

/** "nâng tỷ lệ từ 55% lên 66%": what is to be raised is there already. */
function isOldValue(flow: Flow, left: string, quantity: Quantity): boolean {
  return (
    /(?<!\p{L})từ (?:khoảng |trên |dưới )?$/u.test(left) &&
    /^ (?:hiện nay |năm \d{4} )?(?:lên|xuống|còn)(?!\p{L})/u.test(
      flow.low.slice(quantity.unitEnd, quantity.unitEnd + 24),
    )
  )
}

/** "đến năm 2016, … có" in a later document, "so với mục tiêu", "vượt chỉ tiêu" report. */
function isReported(left: string, year: number | null): boolean {
  if (
    /(?<!\p{L})sẽ(?!\p{L})|phấn đấu|dự kiến|phải (?:có|đạt)|hướng tới|đồng ý|thống nhất/u.test(left)
  )
    return false
  if (
    /(?:so với|đạt|vượt|hoàn thành|thấp hơn|cao hơn|bằng|không đạt)(?: [\d.,]+ ?%)?(?: \p{L}+){0,2} (?:mục tiêu|chỉ tiêu)/u.test(
      left,
    )
  )
    return true
  if (
    /(?:chỉ tiêu|kế hoạch)[^,;]{0,20}\d[^,;]*, (?:đạt|bằng|vượt|thực hiện|đã|mới)(?!\p{L})/u.test(
      left,
    )
  )
    return true
  if (/mục tiêu|chỉ tiêu/u.test(left)) return false
  const named = /đến (?:hết |cuối )?năm (\d{4})/u.exec(left)?.[1]
  if (named === undefined) return true
  return /tính đến/u.test(left) || (year !== null && Number(named) < year)
}

const GIVES =
  /(?<!\p{L})(?:giải thể|thành lập|hỗ trợ|chọn|lựa chọn|đưa|mở|tổ chức|xây dựng|kết nạp|đào tạo|đề xuất|phấn đấu|thêm|đạt|giảm|tăng|ít nhất|tối thiểu|giải ngân|phát triển|cấp|bố trí|có|nâng|cho vay|mức vay|vay|bồi dưỡng|tập huấn|cho)(?: \p{L}+){0,6} ?$/u
const NAMES =
  /(?<!\p{L})(?:rà soát|đánh giá|củng cố|xử lý|nhu cầu|kết quả|toàn bộ|tổng kết|của|đối với|trong số|thí điểm)(?: \p{L}+){0,6} ?$/u

/** A stock that a directive only names: "rà soát 128 HTX ngừng hoạt động". */
function isStock(flow: Flow, directive: Directive, quantity: Quantity): boolean {
  const left = flow.low.slice(directive.start, quantity.start)
  const right = flow.low.slice(quantity.unitEnd, Math.min(directive.end, quantity.unitEnd + 40))
  if (quantity.qualifier === 'at_least' || quantity.qualifier === 'at_most') return false
  if (/thành lập(?: mới)?(?: được| thêm)? $/u.test(left)) return false
  if (quantity.unitKind === 'course')
    return /(?:rà soát|đánh giá|tổng kết)(?: \p{L}+){0,5} $/u.test(left)
  if (/còn lại|hiện có/u.test(right)) return true
  if (/(?:thu hồi|xử lý|giải quyết|đôn đốc thu)(?: \p{L}+){0,5} nợ[^,;]*$/u.test(left)) return true
  if (/^ đã (?:có|đủ|nộp|gửi|lập|đăng ký)/u.test(right)) return true
  if (/(?:kết quả|đánh giá|tổng kết|rà soát|thí điểm)(?: \p{L}+){0,5} $/u.test(left)) return true
  if (GIVES.test(left)) return false
  return NAMES.test(left) || /^[^,]{0,24}(?:đang|ngừng|yếu)/u.test(right)
}
