import { agencyListAt, isPerson, type Named } from './agencies.ts'
import { bodyStart, hasTaskAfter } from './cue.ts'
import type { Flow, Piece } from './flow.ts'
import type { Term } from './terms.ts'
import { matchAt, verbAt } from './words.ts'

/** One part of a task: a comma before a new addressee begins the next. */
export interface Part extends Piece {
  holder: Named[] | null
  word: string | null
  /** A term before the new addressee: it holds for the rest of the sentence. */
  term: Term | null
}

const BEFORE_LIST =
  /(?:phối hợp(?: chặt chẽ)?(?: với| cùng)?|cùng(?: với)?|gửi|về|báo cáo|trình|đề nghị|kiến nghị|tham mưu(?: cho)?|hướng dẫn|giúp|qua|tại|của|với|cho|chỉ đạo|đề xuất|lãnh đạo|giữa|và|hỗ trợ|đôn đốc|như|gồm|là|trong đó|giám sát|trợ giúp|thông qua|từ) $/u
const OPENER = /^(?:đặc biệt|đồng thời|riêng|ngoài ra|trong đó riêng)(?: là)?,? /u

/**
 * Cuts a task where a comma is followed by a new addressee that has something to do. The end of a
 * list of co-ordinators is no such place; "…, giao Sở A chủ trì" names the lead of what precedes.
 */
export function splitTask(flow: Flow, piece: Piece, terms: readonly Term[]): Part[] {
  const parts: Part[] = []
  let current: Part = { ...piece, holder: null, word: null, term: null }
  for (
    let comma = flow.text.indexOf(', ', piece.start);
    comma >= 0 && comma < piece.end;
    comma = flow.text.indexOf(', ', comma + 1)
  ) {
    if (isInBrackets(flow, piece.start, comma)) continue
    const next = addresseeAfter(flow, comma, piece.end, terms)
    if (!next || (next.body.at(-1)?.end ?? 0) >= piece.end) continue
    if (next.word === null && isPerson(next.body[0])) continue
    if (next.word === null && !next.isOpened) {
      if (endsList(flow, current.start, comma) || !standsAlone(flow, next.body)) continue
    }
    const task = (next.body.at(-1)?.end ?? comma) + 1
    if (
      next.word === 'giao' &&
      flow.low.startsWith('chủ trì', task) &&
      !isCoTask(flow, task, piece.end)
    ) {
      current = { ...current, holder: next.body, word: 'giao' }
      continue
    }
    parts.push({ ...current, end: comma })
    current = {
      start: next.at,
      end: piece.end,
      holder: next.body,
      word: next.word,
      term: next.term,
    }
  }
  parts.push(current)
  return parts
}

interface Next {
  at: number
  body: Named[]
  word: string | null
  term: Term | null
  isOpened: boolean
}

/** The addressee with a task of its own behind a comma, past "đặc biệt trong năm 2021" or "giao". */
function addresseeAfter(
  flow: Flow,
  comma: number,
  end: number,
  terms: readonly Term[],
): Next | null {
  let at = comma + 2
  const opener = matchAt(flow.low, at, OPENER, 24)
  at += opener?.[0].length ?? 0
  const term = terms.find((one) => one.start === at) ?? null
  if (term) at = term.end + (matchAt(flow.text, term.end, /^,? /, 4)?.[0].length ?? 0)
  const order = matchAt(flow.low, at, /^(giao|đề nghị|yêu cầu)(?!\p{L})/u, 24)
  if (order) at = bodyStart(flow, at + order[0].length)
  const body = agencyListAt(flow, at, end)
  if (body.length === 0 || !hasTaskAfter(flow, body, end)) return null
  return { at, body, word: order?.[1] ?? null, term, isOpened: opener !== null || term !== null }
}

/** "chỉ đạo phòng chuyên môn, UBND các xã rà soát": those who pass an order on name a list too. */
const PASSED_ON =
  /(?:^|[ ,])(?:chỉ đạo|lãnh đạo|phân công|đôn đốc|giao|yêu cầu) (?:phòng|ban|các|cơ quan|đơn vị|cấp|bộ phận|cán bộ|công chức|lãnh đạo)(?: \p{L}+){0,4}$/u

/** "Sở A, Sở B tham mưu" after "phối hợp với": the comma stands inside a list of bodies. */
function endsList(flow: Flow, start: number, comma: number): boolean {
  if (PASSED_ON.test(flow.low.slice(Math.max(start, comma - 60), comma))) return true
  const from = Math.max(start, comma - 110)
  for (let at = from; at < comma; at += 1) {
    if (at > start && flow.text.charAt(at - 1) !== ' ') continue
    const body = agencyListAt(flow, at, comma)
    if (body.at(-1)?.end !== comma) continue
    if (at === start || BEFORE_LIST.test(flow.low.slice(Math.max(start, at - 30), at))) return true
    if (followsVerb(flow.low, at)) return true
  }
  return false
}

/** Whether a verb of one to three syllables ends right before `at`. */
function followsVerb(low: string, at: number): boolean {
  let from = at - 1
  for (let count = 0; count < 3 && from > 0; count += 1) {
    from -= 1
    while (from >= 0 && !/[ \n]/.test(low.charAt(from))) from -= 1
    if (verbAt(low, from + 1) === at - 2 - from) return true
  }
  return false
}

/** A unit or group named in passing ("…, các xã") needs a modal or a verb of its own; it has one. */
function standsAlone(flow: Flow, body: readonly Named[]): boolean {
  return (
    body.every(
      (one) =>
        !/^(?:các )?(?:htx|hợp tác xã|tổ hợp tác|doanh nghiệp|hộ nông dân|tổ chức|chủ thể|đơn vị)/u.test(
          one.name.toLowerCase(),
        ),
    ) ||
    matchAt(flow.low, (body.at(-1)?.end ?? 0) + 1, /^(?:cần|phải|có trách nhiệm)/u, 16) !== null
  )
}

/** After "giao Sở A chủ trì" another task may follow: then it is a directive of its own. */
function isCoTask(flow: Flow, at: number, end: number): boolean {
  const rest = flow.low
    .slice(at + 'chủ trì'.length, end)
    .replace(/^,? (?:phối hợp|cùng)[^;]*$/u, '')
  return verbAt(rest.trimStart(), 0) > 0
}

function isInBrackets(flow: Flow, start: number, at: number): boolean {
  const text = flow.text.slice(Math.max(start, at - 300), at)
  return text.lastIndexOf('(') > text.lastIndexOf(')')
}

/** The bodies a task names as co-ordinators: "phối hợp với Sở B, Sở C". */
export function coordinatorsOf(flow: Flow, piece: Piece): string[] {
  const low = flow.low.slice(piece.start, piece.end)
  const match =
    /(?:phối hợp(?: chặt chẽ)?(?: với| cùng)?|^chủ trì, cùng(?: với)?|^cùng(?: với)?|chủ trì, phối hợp(?: với)?) /u.exec(
      low,
    )
  if (!match) return []
  return agencyListAt(flow, piece.start + match.index + match[0].length, piece.end).map(
    (one) => one.name,
  )
}

/** "Rà soát quỹ đất (Phòng Kinh tế chủ trì; xong trước 31/5)": who leads stands in a last bracket. */
export function bracketLead(flow: Flow, piece: Piece): Named[] | null {
  const bracket =
    / \(((?!kèm|có|theo|do|qua|gồm)[^();]{3,70}?)(?: (?:chủ trì|thực hiện|phụ trách)[^()]{0,60}|; [^()]{3,60})\)$/u.exec(
      flow.low.slice(piece.start, piece.end),
    )
  if (!bracket?.[1]) return null
  const start = piece.start + bracket.index + 2
  const end = start + bracket[1].length
  const listed = agencyListAt(flow, start, end)
  if (listed.at(-1)?.end === end) return listed
  if (!/^\p{Lu}/u.test(flow.text.charAt(start))) return null
  return [{ start, end, name: flow.shown.slice(start, end), isGroup: false }]
}
