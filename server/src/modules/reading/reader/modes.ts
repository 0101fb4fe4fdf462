import type { DocumentKind } from '@hopluc/shared/finds'
import { added } from './added.ts'
import { CHAIR_CLOSES, CHAIR_OPENS, HEADINGS, OTHER_SPEAKERS, REPORTING } from './lexicon/speech.ts'
import { SURNAMES } from './lexicon/names.ts'
import { verbAt } from './words.ts'

/** What is being said: orders, targets, or anything else. */
export type Mode = 'order' | 'none' | 'target'

/** What a heading announces, undefined when it does not say. */
export function headingMode(low: string, isWithinOrders = false): Mode | undefined {
  if (ANSWERED.test(low)) return 'order'
  // "Nâng cao năng lực, trình độ" among tasks names a task, not what was found.
  if (isWithinOrders && verbAt(low, 0) > 0 && !REPORTS.test(low)) return undefined
  return HEADINGS.find(([pattern]) => pattern.test(low))?.[1]
}

/** "Trả lời kiến nghị của các HTX": the chair decides on what was asked. */
const ANSWERED =
  /(?:trả lời|giải quyết|xử lý|đối với|về)(?: các| một số| những)? (?:kiến nghị|đề nghị|đề xuất)/u

const REPORTS =
  /^(?:đánh giá|kiến nghị|đề xuất|đề nghị|ghi nhận|kết quả|thực hiện (?:các )?(?:chỉ tiêu|mục tiêu)|tổng kết|báo cáo|thông tin|phân tích)/u

const OPENS_NOTICE =
  /(?:kết luận|chỉ đạo|có ý kiến|ý kiến|yêu cầu|đề nghị|thống nhất|giao|nội dung|nhiệm vụ|công việc|phân công)[^:.]{0,80}(?:như sau|sau đây|sau)?:$/u

/** Whether a lead-in ("… kết luận như sau:") opens the part of a document that orders. */
export function opensOrders(low: string, kind: DocumentKind): boolean {
  if (kind === 'plan' || kind === 'programme' || kind === 'report') {
    return (
      /(?<!theo )(?:yêu cầu|đề nghị|giao)[^:.]{0,160}:$/u.test(low) &&
      !/báo cáo (?:kết quả )?[^:.]{0,60}như sau:$/u.test(low)
    )
  }
  return OPENS_NOTICE.test(low)
}

/** Who speaks in a news text, sentence by sentence. */
export interface Speech {
  isChair: boolean
  /** An order has been given, so that what follows without an ordering word is one too. */
  hasOrdered: boolean
}

/** The speech after a paragraph's first words are seen. */
export function speechAtParagraph(speech: Speech, low: string, chair: string | null): Speech {
  if (CHAIR_CLOSES.test(low) && !namesChair(low.slice(0, 160), chair))
    return { isChair: false, hasOrdered: false }
  if (isOther(low, chair)) return { isChair: false, hasOrdered: false }
  const isQuoted = low.startsWith('theo ') && namesChair(low.slice(0, 160), chair)
  if (isQuoted || CHAIR_OPENS.test(low) || chairSpeaks(low, chair))
    return { ...speech, isChair: true }
  return speech
}

const SPEAKS =
  /^[^.;]{0,140}?(?<!\p{L})(?:ghi nhận|biểu dương|hoan nghênh|nhất trí|cảm ơn|phân tích|lưu ý|nêu|đánh giá cao|nhấn mạnh|khẳng định|yêu cầu|đề nghị|giao|chỉ đạo|lưu ý|kết luận|cho rằng|đồng tình|thống nhất|chia sẻ|nêu rõ)(?!\p{L})/u

/** A paragraph whose first words tell what the chair says: "Phát biểu tại hội nghị, Chủ tịch … ghi nhận". */
function chairSpeaks(low: string, chair: string | null): boolean {
  if (chair === null) return false
  const at = low.slice(0, 220).indexOf(chair.toLowerCase())
  if (at < 0 || /[.;]/.test(low.slice(0, at))) return false
  return (
    SPEAKS.test(low.slice(at + chair.length, at + chair.length + 200)) &&
    !/^[^.;]{0,60}(?:chủ trì|tổ chức|làm việc|dự (?!thảo|án|kiến|toán))/u.test(
      low.slice(at + chair.length),
    )
  )
}

/** "Ông đề nghị", "bà cũng lưu ý": the one who spoke before goes on. */
const PRONOUN =
  /^ (?:cũng |còn |đồng thời |tiếp tục )?(?:đề nghị|yêu cầu|lưu ý|nhấn mạnh|giao|chỉ đạo|khẳng định|cho rằng|gợi ý|mong muốn|nêu rõ|chỉ rõ|đánh giá|ghi nhận|biểu dương)(?!\p{L})/u

function earliest(...found: (RegExpExecArray | null | undefined)[]): RegExpExecArray | null {
  const all = found.filter((one) => one != null)
  return all.toSorted((a, b) => a.index - b.index)[0] ?? null
}

/** Whether a sentence is told of somebody other than the chair. */
export function isOther(low: string, chair: string | null): boolean {
  const head = low.slice(0, 220)
  const speaker = OTHER_SPEAKERS.exec(head)
  if (!speaker || speaker.index > 60 || namesChair(head, chair)) return false
  const verb = earliest(REPORTING.exec(head), added().reports?.exec(head))
  if (verb === null || verb.index < speaker.index) return false
  if (verb.index - speaker.index > 130) return false
  if (
    /(?:^|[ ,])(?:ông|bà|đồng chí)$/u.test(speaker[0]) &&
    PRONOUN.test(head.slice(speaker.index + speaker[0].length))
  )
    return false
  if (!speaker[0].endsWith('đồng chí')) return true
  const next = /^ (\p{L}+)/u.exec(head.slice(speaker.index + speaker[0].length))?.[1] ?? ''
  return SURNAMES.has(next)
}

/** Whether the chair stands in a sentence, by whole name or, after a form of address, by given name. */
export function namesChair(low: string, chair: string | null): boolean {
  if (chair === null) return false
  const name = chair.toLowerCase()
  const given = name.split(' ').at(-1) ?? name
  return (
    low.includes(name) || new RegExp(`(?:ông|bà|đồng chí|đ/c) ${given}(?!\\p{L})`, 'u').test(low)
  )
}

/** Whether an institution speaks that may order outside a meeting: "UBND tỉnh yêu cầu". */
export function isAuthority(speaker: string): boolean {
  return (
    /(?:ubnd (?:tỉnh|huyện|thành phố|xã|thị xã|phường)|ban chỉ đạo|tỉnh ủy|huyện ủy|thủ tướng(?: chính phủ)?|chủ tịch ubnd (?:tỉnh|huyện|thành phố|xã)|lãnh đạo (?:ubnd )?(?:tỉnh|huyện|xã|thành phố))(?: \p{L}+){0,6}$/u.test(
      speaker,
    ) && !/đại diện|đề xuất|kiến nghị|theo (?!đó)/u.test(speaker)
  )
}
