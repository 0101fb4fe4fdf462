import type { Flow, Piece } from './flow.ts'
import { type Named, agencyListAt, isPerson } from './agencies.ts'
import { NOT_ORDER_BEFORE, ORDER_WORDS, SPEAKER } from './lexicon/speech.ts'
import { MODAL } from './lexicon/verbs.ts'
import { matchAt, verbAt } from './words.ts'

/** An ordering word with its speaker before it; `after` is where the order goes on. */
export interface Cue {
  word: string
  start: number
  after: number
  /** What stands before it in the clause: the speaker, or nothing. */
  speaker: string
}

/** The first word of a clause that orders something, if the clause has one. */
export function cueIn(flow: Flow, clause: Piece, isBare: boolean): Cue | undefined {
  const low = flow.low.slice(clause.start, clause.end)
  const reach = ownTask(flow, clause)
  for (const match of low.matchAll(ORDER_WORDS)) {
    if (match.index > 420 || clause.start + match.index > reach) return undefined
    const speaker = low.slice(0, match.index)
    const word = match[1] ?? ''
    const start = clause.start + match.index
    if (isOrder(flow, clause, word, speaker, start, isBare)) {
      return { word, start, after: start + word.length, speaker: speaker.trim() }
    }
  }
  return undefined
}

/** Verbs by which a chair speaks before the order comes. */
const SPEECH =
  /^(?:kết luận|chỉ đạo|phân công|chia sẻ|ghi nhận|biểu dương|khẳng định|thống nhất|đồng tình|đánh giá|nêu|nhấn mạnh|phân tích|làm rõ|giải đáp|trao đổi|phát biểu|nghe|phê bình|nhắc nhở|giải trình|tiếp thu)/u

/** Where a body at the clause's beginning starts to do something itself: no speaker, then. */
function ownTask(flow: Flow, clause: Piece): number {
  const last = agencyListAt(flow, clause.start, clause.end).at(-1)
  if (!last || isPerson(last)) return clause.end
  const close = afterBody(flow, last.end, clause.end)
  if (matchAt(flow.low, last.end, BY_RIGHT, 120) && verbAt(flow.low, close) > 0) return close - 1
  const at = flow.low.charAt(close) === ':' ? close + 2 : close
  const isTask = matchAt(flow.low, at, MODAL) !== null || verbAt(flow.low, at) > 0
  return isTask && !SPEECH.test(flow.low.slice(at, at + 16)) ? at : clause.end
}

function isOrder(
  flow: Flow,
  clause: Piece,
  word: string,
  speaker: string,
  start: number,
  isBare: boolean,
): boolean {
  if (NOT_ORDER_BEFORE.test(speaker) || flow.low.startsWith(' của ', start + word.length))
    return false
  const isAlone =
    /^(?:(?:đồng thời|ngoài ra|bên cạnh đó|cùng với đó|hơn nữa|riêng|và|cũng|trân trọng|kính|theo đó|do đó|vì vậy|trước mắt|trên đây là [^,;.]{5,80}|(?:cơ bản )?(?:nhất trí|thống nhất|đồng ý)(?: với [^,;.]{3,90}(?=,)| (?!với)[^,;.]{2,60}?)?),? ?)*$/u.test(
      speaker,
    )
  if (!isAlone && !SPEAKER.test(speaker) && !isBody(flow, clause.start, speaker)) return false
  const after = start + word.length
  const body = agencyListAt(flow, bodyStart(flow, after), clause.end)
  if (word === 'yêu cầu' || word === 'đề nghị') return isAlone ? isBare || body.length > 0 : true
  if (word === 'giao')
    return (
      body.length > 0 ||
      /^(?: nhiệm vụ)?(?: cho)?(?: đồng chí|:)/u.test(flow.low.slice(after, after + 24))
    )
  if (isAlone) return false
  if (word === 'chỉ đạo' || word === 'phân công' || word === 'quán triệt') {
    return (
      !endsInBody(flow, clause.start, speaker) &&
      (body.length > 0 || flow.text.charAt(after) === ':')
    )
  }
  return opensTask(flow, after, clause.end)
}

/** "…; Phòng Tài chính - Kế hoạch đề nghị": a body speaks, alone since the last separator. */
function isBody(flow: Flow, start: number, speaker: string): boolean {
  const from = Math.max(...[', ', '; ', '. ', ': '].map((mark) => speaker.lastIndexOf(mark) + 2))
  return endsInBody(flow, start + (from < 2 ? 0 : from), speaker.slice(from < 2 ? 0 : from))
}

/** "UBND tỉnh chỉ đạo các sở": here the body does, it is not told to; its head, "Chủ tịch …", tells. */
function endsInBody(flow: Flow, at: number, speaker: string): boolean {
  const last = agencyListAt(flow, at, at + speaker.length).at(-1)
  if (/(?:^|[ ,])(?:phó )?(?:chủ tịch|bí thư|trưởng ban) [^,;.]{2,40}$/u.test(speaker.trimEnd()))
    return false
  return !isPerson(last) && (last?.end ?? 0) >= at + speaker.trimEnd().length
}

/** "thời gian tới, …", "để hoàn thành kế hoạch, …" between the ordering word and the addressee. */
const MEANWHILE =
  /^(?:(?:(?:trong )?thời gian (?:tới|sắp tới|còn lại)(?: của năm)?|tới đây|trước mắt|(?:trong )?năm \d{4}|(?:trong )?(?:những|các) tháng [^,;.]{3,24}|để [^,;.:]{5,90}|từ nay đến [^,;.]{3,20}),? )+/u

/** "lưu ý, không được ép nông dân vào HTX" */
const FORBIDS = /^(?:tuyệt đối )?không (?:được|để|nên)(?!\p{L})/u

/** After a colon, a comma or "rằng": a modal, a body with a modal, or a lead-in. */
function opensTask(flow: Flow, after: number, end: number): boolean {
  const joint = matchAt(flow.low, after, /^(?: rõ| thêm)?(?:,|:| rằng,?| là)? /u, 16)
  const open = after + (joint?.[0].length ?? 1)
  const at = open + (matchAt(flow.low, open, MEANWHILE, 120)?.[0].length ?? 0)
  if (matchAt(flow.low, at, MODAL) || matchAt(flow.low, at, FORBIDS, 24)) return true
  if (
    matchAt(
      flow.low,
      at,
      /^(?:\p{L}+ ){0,3}(?:nhiệm vụ|nội dung|công việc|việc|giải pháp|vấn đề)[^:;.]{0,60}:/u,
      120,
    )
  )
    return true
  const body = agencyListAt(flow, at, end).at(-1)
  return body !== undefined && matchAt(flow.low, body.end + 1, MODAL) !== null
}

/** Where the addressee begins after the ordering word. */
export function bodyStart(flow: Flow, after: number): number {
  const joint = matchAt(flow.low, after, /^(?: nhiệm vụ)?(?: cho)?(?: rằng)?[,:]? /u, 24)
  return after + (joint?.[0].length ?? 0)
}

/**
 * Whether an addressee is followed by something to do. `isOpen` where orders are being given: then
 * any word may be the verb that is not known to be something else.
 */
export function hasTaskAfter(
  flow: Flow,
  body: readonly Named[],
  end: number,
  isOpen = false,
): boolean {
  const last = body.at(-1)
  if (!last) return false
  const from = afterBody(flow, last.end, end, isOpen)
  const at = from + (matchAt(flow.low, from, OFTEN, 60)?.[0].length ?? 0)
  return (
    at >= end ||
    flow.text.charAt(at) === ':' ||
    matchAt(flow.low, at, MODAL) !== null ||
    verbAt(flow.low, at) > 0 ||
    (isOpen && !SUBJECTS.test(last.name) && isOpenDeed(flow, at))
  )
}

/** "Liên minh HTX tỉnh 10 ngày một lần báo cáo": how often stands before the verb. */
const OFTEN =
  /^(?:cứ )?(?:\d{1,2} (?:ngày|tuần|tháng) (?:một|1|01) lần|(?:đầu |cuối )?mỗi (?:tuần|tháng|quý|năm)(?: (?:một|hai|\d{1,2}) lần)?),? /u

/** Cooperatives and people are told of as well as told to: a known verb has to follow. */
const SUBJECTS = /(?:htx|hợp tác xã|tổ hợp tác|thành viên|doanh nghiệp|hộ|đồng chí|ông|bà)(?: |$)/iu

/** A clause's words that tell, name or join, and so are no verb of an order. */
const NO_DEED =
  /^(?:đã|đang|sẽ|là|của|có|còn|trên|tại|trong|ngoài|ở|và|với|cho|từ|đến|do|bị|được|hiện|vẫn|chưa|cũng|đều|này|đó|nêu|thuộc|như|khi|nếu|mà|thì|về|vừa|mới|rất|quá|khá|chiếm|đạt|bằng|gồm|bao gồm|số|tổng|năm|hoạt động|cho biết|cho rằng|kiến nghị|mong|bày tỏ|nhận định|đánh giá cao|dự họp|tham dự|theo|để|nhằm|sau|trước|giữa|các|những|một|hai|nhiều|lần|thứ|tỉnh|huyện|xã|không (?:còn|có|phát sinh|thể|chỉ)|dự kiến|phấn đấu|ghi nhận|cơ bản|nhấn mạnh|kết luận|yêu cầu|đề nghị|chỉ đạo|lưu ý|phát biểu|biểu dương|khẳng định|thống nhất|đồng ý|nhất trí|họp|gửi kèm)(?!\p{L})/u

/** A word in small letters that may well be a verb no list has. */
export function isOpenDeed(flow: Flow, at: number): boolean {
  const low = flow.low.slice(at, at + 24)
  return /^\p{Ll}{2,} \p{L}/u.test(flow.text.slice(at, at + 24)) && !NO_DEED.test(low)
}

const ASIDE =
  /^(?:\s?\([^()]{1,90}\))?(?:,? (?:theo|căn cứ|trên cơ sở|với) (?:chức (?:năng|trách)|nhiệm vụ|phạm vi|thẩm quyền|trách nhiệm)[^;:]{0,60}?(?:được giao|của mình|được phân công|quản lý|của đơn vị|của ngành|phụ trách)(?: và [^,;:]{3,50})?)?,? ?/u
/** What tells more of the body: "là thành viên Ban Chỉ đạo", "có HTX ngừng hoạt động". */
const RELATIVE =
  /^(?: - [^:;.]{3,60}(?=:)| (?:khi|có|là|thuộc|tại|ở|trên|của|được|chưa|đang|đã|còn|tham gia|không có|nơi|nào|do|trong|liên quan|phụ trách)(?!\p{L})[^,;:.]{2,90}?| (?!đề nghị|yêu cầu|giao)\p{L}+(?: \p{L}+){0,4}?(?= (?:cần|phải|có trách nhiệm) )|,(?: là| với)? (?:cơ quan|đơn vị|với|căn cứ|theo|trên cơ sở|trong phạm vi|tùy|nhất là|đặc biệt là|trực tiếp là|trước hết là)[^;:.]{3,110}?,?)(?=:? (?:cần|phải|có trách nhiệm|chịu trách nhiệm|hãy|có nhiệm vụ) (?!được)|:)/u
/** The same up to a comma and a verb. */
const RELATIVE_OPENS =
  /^(?: (?:là|có|thuộc|trên|của|liên quan)(?!\p{L})|,? (?:theo|căn cứ|trên cơ sở|tùy|bằng|với|trong|là cơ quan|cơ quan|đơn vị)(?!\p{L}))/u

/** "theo chức năng tăng cường …", "căn cứ Kế hoạch này xây dựng …": no comma parts it from the task. */
const BY_RIGHT =
  /^,? ?(?:theo (?:đúng )?(?:chức năng|thẩm quyền|phân cấp)(?:, nhiệm vụ)?|(?:căn cứ|theo|trên cơ sở) (?:kế hoạch|nghị quyết|thông báo|quyết định|chương trình|hướng dẫn|đề án|nội dung|nhiệm vụ)(?: \p{L}+){0,3}? (?:này|trên|được giao))(?=,? \p{L}),? /u

/** Skips what stands between an addressee and its task: "(cơ quan thường trực)", "theo chức năng …". */
export function afterBody(flow: Flow, at: number, end: number, isOpen = false): number {
  const aside = matchAt(flow.low, at, ASIDE, 200)
  const byRight = matchAt(flow.low, at, BY_RIGHT, 120)
  if (byRight && verbAt(flow.low, at + byRight[0].length) > 0)
    return Math.min(end, at + byRight[0].length)
  const next = Math.min(end, at + (aside?.[0].length ?? 0))
  if (!isOpen || verbAt(flow.low, next) > 0 || matchAt(flow.low, next, MODAL)) return next
  const from = Math.max(at, next - (flow.low.charAt(next - 1) === ' ' ? 1 : 0))
  const relative = matchAt(flow.low, from, RELATIVE, 200)
  if (relative && from + relative[0].length < end) {
    const close = from + relative[0].length
    return flow.low.charAt(close) === ' ' ? close + 1 : close
  }
  return afterRelative(flow, from, end) ?? next
}

function afterRelative(flow: Flow, from: number, end: number): number | undefined {
  const isOpen = matchAt(flow.low, from, RELATIVE_OPENS, 24) !== null
  const text = isOpen
    ? (flow.low.slice(from, Math.min(end, from + 200)).split(/[;:.]/)[0] ?? '')
    : ''
  for (const comma of text.slice(2).matchAll(/, /g)) {
    const close = from + 2 + comma.index + 2
    if (close < end && verbAt(flow.low, close) > 0) return close
  }
  const starter = matchAt(flow.low, from, NARROWS, 16)
  if (!starter) return undefined
  let at = from + starter[0].length
  for (let count = 0; count < 6; count += 1) {
    if (verbAt(flow.low, at) > 0 && count > 0) return at < end ? at : undefined
    const word = matchAt(flow.low, at, /^\p{L}+ /u, 16)
    if (!word) return undefined
    at += word[0].length
  }
  return undefined
}

/** "các HTX được chọn tuân thủ", "các xã có HTX yếu rà soát": words that narrow a group. */
const NARROWS = /^ (?:được|có|chưa|đang|thuộc|ở|trên|tại|tham gia|trồng|nuôi) /u
