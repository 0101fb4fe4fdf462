import type { Flow } from './flow.ts'
import { LEVEL, OPEN_HEADS } from './lexicon/agencies.ts'
import { matchAt, verbAt } from './words.ts'

/** Small words that never belong to a body's name. */
const STOP =
  /^(?:và|của|để|theo|về|với|có|là|sẽ|đã|đang|được|trong|tại|trên|cần|phải|cũng|cho|từ|đến|do|khi|như|còn|vẫn|nên|chưa|không|năm|này|đó|nêu|cùng|chịu)(?!\p{L})/u
/** Heads that begin another body, so that a comma before them ends the name. */
const NEXT_BODY =
  /^(?:sở|phòng|ban|hội|công an|văn phòng|trung tâm|liên minh|ubnd|đoàn|ngân hàng|mặt trận|chi cục|cục|ủy ban|đài|trạm|quỹ|các|htx|đảng)(?!\p{L})/iu
const WORD = String.raw`\p{Lu}[\p{L}&'’-]*`
const NAME = new RegExp(
  String.raw`^ ${WORD}(?:(?: - | và | & | )${WORD}|, ${WORD}(?: ${WORD}| \p{Ll}+)?(?= (?:và|-|&) \p{Lu})| \p{Ll}+(?=,? (?:và |- |& )?\p{Lu}))*`,
  'u',
)

/**
 * Where a body's name ends that no list has: a head ("Phòng", "Trung tâm", "công chức") with a
 * capitalised name and the small words that still belong to it; undefined when none begins here.
 */
export function openName(flow: Flow, at: number, end: number): number | undefined {
  const head = OPEN_HEADS.find((one) => flow.low.startsWith(`${one} `, at))
  if (!head || isCapitals(flow.text.slice(at, at + head.length + 4))) return undefined
  const from = at + head.length
  const name = matchAt(flow.text, from, NAME, Math.min(90, end - from))
  if (!name) return undefined
  const joint = [...name[0].matchAll(/, | và | - | & /g)].find((one) =>
    NEXT_BODY.test(name[0].slice(one.index + one[0].length)),
  )
  const length = joint?.index ?? name[0].length
  return lowerRest(flow, from + length, end)
}

/** A heading in capitals ("TỔ CHỨC THỰC HIỆN") is no name. */
function isCapitals(text: string): boolean {
  return text === text.toUpperCase()
}

/** "Ban Quản lý cảng cá": small words up to verb, colon or end of line belong to the name. */
function lowerRest(flow: Flow, at: number, end: number): number {
  let index = at
  for (let count = 0; count < 6; count += 1) {
    const word = matchAt(flow.text, index, /^ (\p{Ll}+)/u, 16)
    if (!word || index + word[0].length > end) {
      const isClosed =
        index >= end || (count <= 2 ? /[:\n,;(]/ : /[:\n]/).test(flow.text.charAt(index))
      return isClosed && index > at ? index : at
    }
    if (verbAt(flow.low, index + 1) > 0 || STOP.test(word[1] ?? '')) return index
    if (/^ (?:đề nghị|yêu cầu|giao|kiến nghị)(?!\p{L})/u.test(flow.low.slice(index, index + 12)))
      return index
    if (LEVEL.test(word[0])) return index
    index += word[0].length
  }
  return at
}
