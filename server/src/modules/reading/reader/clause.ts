import { afterBody, bodyStart, cueIn, hasTaskAfter, isOpenDeed } from './cue.ts'
import { agencyListAt, isPerson, type Named } from './agencies.ts'
import type { Flow, Piece } from './flow.ts'
import { MODAL, NOT_ORDERS } from './lexicon/verbs.ts'
import { SPOKEN_MARKER } from './markers.ts'
import { trim } from './sentences.ts'
import type { Term } from './terms.ts'
import { LEAD_IN, stripTopic } from './topics.ts'
import { matchAt, verbAt } from './words.ts'

/** What a clause says is to be done, by whom, and how one can tell. */
export interface Task extends Piece {
  holder: Named[] | null
  /** Terms that stand before the addressee: they hold for the whole sentence. */
  lead: Term[]
  /** Terms between the addressee and the task. */
  own: Term[]
  word: string | null
  code: 'cue' | 'addressee' | 'modal' | 'verb' | 'passive' | 'listed'
}

/** A clause that only names an addressee or announces a list. */
export interface Opening {
  holder: Named[] | null
  lead: Term[]
  word: string | null
  task: Task | null
}

const CONNECTIVE =
  /^(?:đồng thời|ngoài ra|bên cạnh đó|cùng với đó|cùng với việc này|song song với đó|trong đó|hơn nữa|mặt khác|theo đó|do đó|vì vậy|do vậy|tuy nhiên|đặc biệt(?: là)?|nhất là|cụ thể(?: là)?|tiếp đó|riêng|và|về lâu dài|trong thời gian tới|thời gian tới|(?:trong )?những tháng (?:cuối năm|còn lại)(?: năm \d{4})?|từ nay(?! (?:đến|cho))|tới đây|(?:ngay sau khi |sau khi )?nhận(?: được)? [^,;:]{3,30} này|sau (?:hội nghị|cuộc họp)(?: này)?|trước hết|trên cơ sở đó|từ đó|qua đó|trong quá trình (?:\p{L}+ ){1,4}(?:nếu |khi )?có [^,]{3,40}(?:, vướng mắc|, phát sinh)?)(?:,|:)? (?!đó)/u
/** "Trong quá trình thực hiện, nếu có vướng mắc, …" before what is then to be done. */
const OBSTACLE =
  /^(?:trong )?quá trình [^,;:.]{2,40},? (?:nếu |khi )?(?:có |gặp |phát sinh )[^;:.]{3,70}?(?:, | )(?=(?:đề nghị|yêu cầu|kịp thời|các|sở|báo cáo|phản ánh|thủ trưởng|ubnd|đơn vị|cơ quan)(?!\p{L}))/u
const PASSIVE =
  /^([^;:]{3,90}?) (?:cần|phải|cần phải|cũng phải) (?:(?:tiếp tục |thường xuyên |sớm )?được|hoàn thành|xong) /u
const NOT_PASSIVE =
  /vai trò|vị trí|vị thế|nhận thức|vấn đề|kinh tế tập thể|^đây |^đó |nhìn nhận|coi là|xem là|^htx |tỷ lệ|^việc (?:phát triển|này)/u

/** "Phát triển HTX là nhiệm vụ quan trọng" says what is, not what to do. */
const IS_SAID =
  /^(?!xác định|coi|xem|lấy|nhận thức|quán triệt|là )[^,;:]{3,70} (?:chính |luôn |vẫn |cũng )?là (?:một |những |các )?(?:nhiệm vụ|vấn đề|trách nhiệm|yêu cầu|xu hướng|xu thế|giải pháp|việc|thành phần|lực lượng|nền tảng|chủ trương|động lực|khâu|con đường|hướng đi|điều kiện|mục tiêu)/u

/** "phải có ít nhất 80% số HTX …" sets a number to be reached. */
const AIMED = /^(?:có|đạt) (?:ít nhất |tối thiểu |trên |từ )?\d/u

/** "Trường hợp HTX không còn khả năng thì giải thể": what stands before the task is its condition. */
const CONDITION = /^(?:trường hợp|nếu|trong trường hợp|khi) [^;:.]{4,140}? thì /u

/** Where the clause's own words begin, once markers, connectives and leading terms are past. */
function stripOpeners(flow: Flow, clause: Piece, terms: readonly Term[], lead: Term[]): number {
  let at = clause.start
  for (let count = 0; count < 6; count += 1) {
    const before = at
    const early = terms.find((one) => one.start === at && one.end < clause.end - 3)
    const spoken = early
      ? null
      : (matchAt(flow.low, at, SPOKEN_MARKER, 40) ?? matchAt(flow.low, at, CONNECTIVE, 90))
    if (spoken && at + spoken[0].length < clause.end) at += spoken[0].length
    const obstacle = matchAt(flow.low, at, OBSTACLE, 150) ?? matchAt(flow.low, at, CONDITION, 160)
    if (obstacle && at + obstacle[0].length < clause.end) at += obstacle[0].length
    const term = terms.find((one) => one.start === at && one.end < clause.end - 3)
    if (
      term &&
      !/^ (?:một|hai) lần|^,? (?:tỷ lệ|tổng số|toàn (?:tỉnh|huyện|xã)|doanh thu|có \d)/u.test(
        flow.low.slice(term.end, term.end + 16),
      ) &&
      (term.code !== 'recurring' || namesBodyAfter(flow, term.end, clause.end))
    ) {
      lead.push(term)
      at = term.end + (matchAt(flow.text, term.end, /^[,:]? /, 4)?.[0].length ?? 0)
    }
    if (at === before) break
  }
  return at
}

/**
 * Reads one clause. `isBare` tells that orders are being given here, so that a clause that begins
 * with an addressee or a verb is one; `isListed`, that it is an item of a list of tasks;
 * `isFollowing`, that it goes on after another clause of its sentence.
 */
export function readClause(
  flow: Flow,
  clause: Piece,
  terms: readonly Term[],
  isBare: boolean,
  isListed: boolean,
  isFollowing = false,
): Opening {
  const lead: Term[] = []
  let at = stripOpeners(flow, clause, terms, lead)
  const stripped = stripTopic(flow, at, clause.end, isBare)
  let holder = stripped.topic
  at =
    stripped.at === at
      ? at
      : stripOpeners(flow, { start: stripped.at, end: clause.end }, terms, lead)
  let word: string | null = null
  let code: Task['code'] = 'verb'
  for (let count = 0; count < 3; count += 1) {
    const cue = cueIn(flow, { start: at, end: clause.end }, isBare || isListed)
    if (!cue || (count > 0 && cue.start !== at)) break
    at = bodyStart(flow, cue.after)
    if (count === 0 || word === null) word = cue.word
    code = 'cue'
    at += matchAt(flow.low, at, CONNECTIVE, 90)?.[0].length ?? 0
    const again = terms.find((one) => one.start === at)
    if (again) {
      lead.push(again)
      at = again.end + (matchAt(flow.text, again.end, /^[,:]? /, 4)?.[0].length ?? 0)
    }
  }
  if (word !== null) {
    const again = stripTopic(flow, at, clause.end, isBare)
    at = again.at
    holder = again.topic ?? holder
  }
  if (word !== null || isBare || isListed) {
    const body = agencyListAt(flow, at, clause.end)
    if (
      body.length > 0 &&
      (word !== null || !isPerson(body[0]) || (isListed && endsInColon(flow, body))) &&
      (hasTaskAfter(flow, body, clause.end, true) ||
        (word !== null && endsThere(flow, body, clause.end)))
    ) {
      holder = body
      if (code !== 'cue') code = 'addressee'
      at = afterBody(flow, body.at(-1)?.end ?? at, clause.end, true)
    }
  }
  const own: Term[] = []
  at = strippedModal(flow, at, clause.end, terms, own)
  if (flow.low.charCodeAt(at) === 58) {
    at = strippedModal(flow, at + 2, clause.end, terms, own)
    const inner = agencyListAt(flow, at, clause.end)
    if (inner.length > 0 && hasTaskAfter(flow, inner, clause.end)) {
      holder = inner
      at = strippedModal(
        flow,
        afterBody(flow, inner.at(-1)?.end ?? at, clause.end),
        clause.end,
        terms,
        own,
      )
    }
  }
  const isModal =
    at > clause.start &&
    matchAt(
      flow.low.slice(0, at),
      Math.max(clause.start, at - 12),
      /(?:cần|phải|trách nhiệm|nhiệm vụ|giao|công|hãy),? $/u,
      12,
    ) !== null
  if (isModal && code === 'verb') code = 'modal'
  const rest = { start: at, end: clause.end }
  if (rest.end - rest.start < 2) return { holder, lead, word, task: null }
  const colon = leadInColon(flow, rest)
  if (colon >= 0)
    return { holder, lead, word, task: { ...trim(flow, rest), holder, lead, own, word, code } }
  const task = accepted(
    flow,
    clause,
    trim(flow, rest),
    code,
    word !== null || holder !== null || isFollowing,
    isBare,
    isListed,
  )
  return {
    holder,
    lead,
    word,
    task: task && { ...task.piece, holder, lead, own, word, code: task.code },
  }
}

/** "Định kỳ ngày 20 hàng tháng, các chủ đầu tư báo cáo": the term stands before the addressee. */
function namesBodyAfter(flow: Flow, at: number, end: number): boolean {
  const from = at + (matchAt(flow.text, at, /^[,:]? /, 4)?.[0].length ?? 0)
  const body = agencyListAt(flow, from, end)
  return body.length > 0 && hasTaskAfter(flow, body, end, true)
}

/** "1. Đồng chí A - Trưởng ban: phụ trách chung" in a list of tasks. */
function endsInColon(flow: Flow, body: readonly Named[]): boolean {
  return matchAt(flow.low, body.at(-1)?.end ?? 0, /^(?: - [^:;.]{3,60})?:/u) !== null
}

function endsThere(flow: Flow, body: readonly Named[], end: number): boolean {
  const last = body.at(-1)?.end ?? 0
  return end - afterBody(flow, last, end) < 2
}

function strippedModal(
  flow: Flow,
  from: number,
  end: number,
  terms: readonly Term[],
  own: Term[],
): number {
  let at = from
  for (let count = 0; count < 4; count += 1) {
    const modal = matchAt(flow.low, at, MODAL, 60)
    if (modal && at + modal[0].length < end) at += modal[0].length
    const term = terms.find((one) => one.start === at && one.end < end - 3 && one.code === 'dated')
    if (term) {
      own.push(term)
      at = term.end + (matchAt(flow.text, term.end, /^,? /, 4)?.[0].length ?? 0)
    } else if (!modal) break
  }
  return at
}

/** The colon of "… các nhiệm vụ trọng tâm như:", or -1. */
export function leadInColon(flow: Flow, piece: Piece): number {
  const text = flow.low.slice(piece.start, piece.end)
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    if (LEAD_IN.test(text.slice(Math.max(0, colon - 120), colon).trimEnd()))
      return piece.start + colon
  }
  return -1
}

function accepted(
  flow: Flow,
  clause: Piece,
  piece: Piece,
  code: Task['code'],
  isAddressed: boolean,
  isBare: boolean,
  isListed: boolean,
): { piece: Piece; code: Task['code'] } | null {
  const low = flow.low.slice(piece.start, piece.end)
  const isToBe = code === 'modal' || code === 'cue' || code === 'addressee'
  if (low.length < 8 || /^(?:đã|đang|sẽ|dự kiến|chưa|vẫn) /u.test(low)) return null
  if (/^(?:còn|có|là|được) /u.test(low) && !isToBe && verbAt(low, 0) === 0) return null
  if (AIMED.test(low)) return null
  if (NOT_ORDERS.test(low) && !(isAddressed && low.startsWith('phấn đấu'))) return null
  if (code === 'verb' && (IS_SAID.test(low) || low === 'tổ chức thực hiện')) return null
  const passive = PASSIVE.exec(low)
  if (passive && isBare && verbAt(low, 0) === 0) {
    return NOT_PASSIVE.test(low) ? null : { piece, code: 'passive' }
  }
  if (code === 'cue' || code === 'modal') return { piece, code }
  if (!isBare && !isListed) return null
  const often =
    /^(?:(?:\d{1,2}|sáu|ba|chín) (?:ngày|tuần|tháng) (?:một|1|01) lần|(?:đầu |cuối )?mỗi (?:tuần|tháng|quý|năm)(?: ít nhất)?(?: (?:một|hai|\d{1,2}) lần)?),? /u.exec(
      low,
    )?.[0].length ?? 0
  if (verbAt(low, often) > 0 || (code === 'addressee' && isOpenDeed(flow, piece.start)))
    return { piece, code }
  return isListed && piece.start - clause.start < 4 && isListedTask(low)
    ? { piece, code: 'listed' }
    : null
}

/** An item of a list of tasks whose first word no list of verbs knows. */
function isListedTask(low: string): boolean {
  return (
    !/^(?:\d|tỷ lệ|tổng|số|doanh thu|thu nhập|mục tiêu|chỉ tiêu|mức|công tác|việc|các|những|năm|một|toàn|phần|kinh phí|thời gian|nguồn|vốn|htx|hợp tác xã|"|trên|dưới|có|kinh tế|vai trò|phương|mỗi|đây|đồng chí|thành viên|ủy ban|văn phòng|về|quá|mọi|rất|kính|nơi)/u.test(
      low,
    ) && low.length > 25
  )
}
