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

/** Where a body at the clause's beginning starts to do something itself: no speaker, then. */
function ownTask(flow: Flow, clause: Piece): number {
  const last = agencyListAt(flow, clause.start, clause.end).at(-1)
  if (!last || isPerson(last)) return clause.end
  const at = afterBody(flow, last.end, clause.end)
  const isTask = matchAt(flow.low, at, MODAL) !== null || verbAt(flow.low, at) > 0
  return isTask && !/^(?:kết luận|chỉ đạo|phân công)/u.test(flow.low.slice(at, at + 12))
    ? at
    : clause.end
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
    /^(?:(?:đồng thời|ngoài ra|bên cạnh đó|cùng với đó|hơn nữa|riêng|và|cũng|trân trọng|kính|theo đó|do đó|vì vậy),? ?)*$/u.test(
      speaker,
    )
  if (!isAlone && !SPEAKER.test(speaker)) return false
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

/** "UBND tỉnh chỉ đạo các sở": here the body does, it is not told to. */
function endsInBody(flow: Flow, at: number, speaker: string): boolean {
  const body = agencyListAt(flow, at, at + speaker.length)
  return (body.at(-1)?.end ?? 0) >= at + speaker.trimEnd().length
}

/** After a colon, a comma or "rằng": a modal, a body with a modal, or a lead-in. */
function opensTask(flow: Flow, after: number, end: number): boolean {
  const joint = matchAt(flow.low, after, /^(?: rõ| thêm)?(?:,|:| rằng,?| là)? /u, 16)
  const at = after + (joint?.[0].length ?? 1)
  if (matchAt(flow.low, at, MODAL)) return true
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

/** Whether an addressee is followed by something to do. */
export function hasTaskAfter(flow: Flow, body: readonly Named[], end: number): boolean {
  const last = body.at(-1)
  if (!last) return false
  const at = afterBody(flow, last.end, end)
  return (
    at >= end ||
    flow.text.charAt(at) === ':' ||
    matchAt(flow.low, at, MODAL) !== null ||
    verbAt(flow.low, at) > 0
  )
}

const ASIDE =
  /^(?:\s?\([^()]{1,90}\))?(?:,? (?:theo|căn cứ|trên cơ sở|với) (?:chức (?:năng|trách)|nhiệm vụ|phạm vi|thẩm quyền|trách nhiệm)[^;:]{0,60}?(?:được giao|của mình|được phân công|quản lý|của đơn vị|của ngành|phụ trách)(?: và [^,;:]{3,50})?)?,? ?/u

/** Skips what stands between an addressee and its task: "(cơ quan thường trực)", "theo chức năng …". */
export function afterBody(flow: Flow, at: number, end: number): number {
  const aside = matchAt(flow.low, at, ASIDE, 200)
  return Math.min(end, at + (aside?.[0].length ?? 0))
}
