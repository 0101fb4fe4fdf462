import type { DocumentKind } from '@hopluc/shared/finds'
import { CHAIR_CLOSES, CHAIR_OPENS, HEADINGS, OTHER_SPEAKERS, REPORTING } from './lexicon/speech.ts'

/** What is being said: orders, targets, or anything else. */
export type Mode = 'order' | 'none' | 'target'

/** What a heading announces, undefined when it does not say. */
export function headingMode(low: string): Mode | undefined {
  return HEADINGS.find(([pattern]) => pattern.test(low))?.[1]
}

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
  if (CHAIR_OPENS.test(low)) return { ...speech, isChair: true }
  return speech
}

/** Whether a sentence is told of somebody other than the chair. */
export function isOther(low: string, chair: string | null): boolean {
  const head = low.slice(0, 220)
  const speaker = OTHER_SPEAKERS.exec(head)
  if (!speaker || speaker.index > 60 || namesChair(head, chair)) return false
  const verb = REPORTING.exec(head)
  if (verb === null || verb.index < speaker.index) return false
  const isComrade = speaker[0].endsWith('đồng chí')
  return (
    !isComrade ||
    !/^đồng chí (?:cũng |còn |phó |chủ |bí |trưởng |đề nghị|yêu cầu|cho rằng|đánh giá|nhấn|mong|chia sẻ|lưu)/u.test(
      head.slice(speaker.index + speaker[0].length - 8),
    )
  )
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
    ) && !/đại diện|đề xuất|kiến nghị|theo /u.test(speaker)
  )
}
