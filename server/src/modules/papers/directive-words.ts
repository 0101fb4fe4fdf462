import type { NoticeDirective } from './types.ts'
import { clean, joined, open, slashDay } from './words.ts'

/** Verbs with which directives begin; after an agency's name they take a small letter. */
const VERBS = new Set(
  (
    'rà soát|xây dựng|tham mưu|chủ trì|phối hợp|tổ chức|triển khai|tiếp tục|tập trung|đẩy mạnh|tăng cường|' +
    'hướng dẫn|kiểm tra|giám sát|theo dõi|đôn đốc|báo cáo|tổng hợp|chỉ đạo|thực hiện|nâng cao|hỗ trợ|vận động|' +
    'tuyên truyền|phổ biến|bố trí|cân đối|ban hành|hoàn thiện|hoàn thành|nghiên cứu|đề xuất|trình|lập|khảo sát|' +
    'đánh giá|xếp loại|phân loại|giải thể|củng cố|thành lập|nhân rộng|tháo gỡ|giải quyết|xử lý|công bố|' +
    'cập nhật|cung cấp|đào tạo|bồi dưỡng|tập huấn|mở|phát triển|phát huy|quan tâm|ưu tiên|lựa chọn|lồng ghép|' +
    'ký kết|liên kết|kết nối|xúc tiến|quản lý|thu hồi|thanh tra|sơ kết|tổng kết|khen thưởng|biểu dương|chuẩn bị|' +
    'thống kê|thẩm định|phê duyệt|kiện toàn|phân công|gửi|làm việc|làm rõ|chấn chỉnh|khắc phục|duy trì|' +
    'thường xuyên|chủ động|khẩn trương|kịp thời|kiên quyết|sớm|định kỳ|quán triệt|tạo|giao|rút kinh nghiệm'
  ).split('|'),
)

/** With a small first letter where the text begins with a verb, so that it can follow a name. */
function following(text: string): string | null {
  const [first = '', second = ''] = text.toLocaleLowerCase('vi').split(/[\s,;]+/, 2)
  const isVerb = VERBS.has(first) || VERBS.has(`${first} ${second}`)
  return isVerb ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : null
}

const plain = (text: string) => clean(text).toLocaleLowerCase('vi')

/** Whether the text itself begins with who is given it: "Giao Sở Tài chính …", "Sở Tài chính …". */
function namesLead({ text, lead }: NoticeDirective): boolean {
  const start = plain(text).replace(/^(?:giao|đề nghị|yêu cầu)\s+(?:cho\s+)?/u, '')
  if (lead.some((name) => start.startsWith(plain(name)))) return true
  return /^(?:Giao|Đề nghị|Yêu cầu)\s+\p{Lu}/u.test(clean(text))
}

/** With whom, unless the text begins with that itself. */
function helpers({ co, text }: NoticeDirective): string {
  return co.length === 0 || /^(?:chủ trì|phối hợp)/u.test(plain(text)) ? '' : joined(co)
}

/** The words by which an item is given or asked for, or empty when the text has them itself. */
function frame(directive: NoticeDirective): string {
  const { manner, lead } = directive
  if (lead.length === 0 || namesLead(directive)) return ''
  const leads = `${manner === 'giao' ? 'Giao' : 'Đề nghị'} ${joined(lead)}`
  const others = helpers(directive)
  return others === '' ? leads : `${leads} chủ trì, phối hợp với ${others}`
}

/** Whether the text says the day itself, in one of the ways in which days are written. */
function saysDay(text: string, day: string): boolean {
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)))
  const slashed = new RegExp(`\\b0?${date}[/.-]0?${month}[/.-]${year}\\b`)
  const long = new RegExp(`ngày 0?${date} tháng 0?${month} năm ${year}\\b`)
  return slashed.test(text) || long.test(plain(text))
}

/** Term and product, as far as the text does not say them itself. */
function ending({ due, dueWords, product, text }: NoticeDirective): string {
  const said = plain(text)
  const parts: string[] = []
  if (dueWords !== null && dueWords.trim() !== '') {
    if (!said.includes(plain(dueWords))) parts.push(`thời hạn: ${open(clean(dueWords))}`)
  } else if (due !== null && !saysDay(text, due)) {
    parts.push(`hoàn thành chậm nhất ngày ${slashDay(due)}`)
  }
  if (product !== null && product.trim() !== '' && !said.includes(plain(product))) {
    parts.push(`sản phẩm yêu cầu: ${open(clean(product))}`)
  }
  return parts.map((part) => `; ${part}`).join('')
}

function sentence(lead: string, directive: NoticeDirective): string {
  const end = ending(directive)
  const text = clean(directive.text)
  const body = end === '' ? text.replace(/[\s;,]+$/u, '') : open(text)
  const small = lead === '' ? null : following(body)
  const whole = lead === '' ? body : small === null ? `${lead}: ${body}` : `${lead} ${small}`
  return /[.!?…]$/u.test(whole + end) ? whole + end : `${whole}${end}.`
}

/**
 * One directive as a sentence of the notice: who is given it (*giao*) or asked for it (*đề nghị*),
 * with whom, what, until when, and the product. What the text says itself is not said twice.
 */
export function directiveSentence(directive: NoticeDirective): string {
  return sentence(frame(directive), directive)
}

/** The same under a heading that already names the lead agency. */
export function sentenceUnderAgency(directive: NoticeDirective): string {
  const others = namesLead(directive) ? '' : helpers(directive)
  return sentence(others === '' ? '' : `Chủ trì, phối hợp với ${others}`, directive)
}

export interface AgencyGroup {
  heading: string
  directives: NoticeDirective[]
}

/** Directives by manner and lead, in the order in which each agency first appears. */
export function byAgency(directives: readonly NoticeDirective[]): AgencyGroup[] {
  const groups = new Map<string, NoticeDirective[]>()
  for (const directive of directives) {
    const { manner, lead } = directive
    const verb = manner === 'giao' ? 'Giao' : 'Đề nghị'
    const key = lead.length === 0 ? 'Nhiệm vụ chung:' : `${verb} ${joined(lead)}:`
    groups.set(key, [...(groups.get(key) ?? []), directive])
  }
  return [...groups].map(([heading, items]) => ({ heading, directives: items }))
}
