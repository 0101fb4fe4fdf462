import type { Flow } from './flow.ts'
import { LEVEL } from './lexicon/agencies.ts'
import { matchAt, verbAt } from './words.ts'

/** Small words that never belong to a body's name. */
const STOP =
  /^(?:và|của|để|theo|về|với|có|là|sẽ|đã|đang|được|trong|tại|trên|cần|phải|cũng|cho|từ|đến|do|khi|như|còn|vẫn|nên|chưa|không|năm)(?!\p{L})/u

/** "Ban Quản lý cảng cá": small words up to the task's verb still belong to the name. */
export function lowerRest(flow: Flow, at: number, end: number): number {
  let index = at
  for (let count = 0; count < 6; count += 1) {
    const word = matchAt(flow.low, index, /^ (\p{L}+)/u, 16)
    if (!word || index + word[0].length > end)
      return count < 6 && index > at && flow.text.charAt(index) === ':' ? index : at
    if (verbAt(flow.low, index + 1) > 0 || STOP.test(word[1] ?? '')) return index
    if (LEVEL.test(word[0])) return index
    index += word[0].length
  }
  return at
}
