import { agencyListAt, type Named } from './agencies.ts'
import { leadInColon, readClause, type Task } from './clause.ts'
import { bodyStart, cueIn, hasTaskAfter } from './cue.ts'
import type { Reader } from './directive.ts'
import type { Flow, Piece } from './flow.ts'
import { isAuthority, isOther, namesChair } from './modes.ts'
import { TELLS } from './lexicon/speech.ts'
import { clauses, trim } from './sentences.ts'
import { bracketLead, coordinatorsOf, splitTask } from './split-task.ts'
import { type Term, terms } from './terms.ts'

/** "…, UBND tỉnh ban hành Kế hoạch như sau:": what the issuer does. */
const ISSUES =
  /(?:ban hành|xây dựng|báo cáo|triển khai|thông báo|trình)[^:]{0,160}như sau:$|^(?:quyết định|kế hoạch|thông báo|chỉ thị|công văn|nghị quyết|văn bản) này (?:có hiệu lực|thay thế|được|áp dụng|gồm)/u

/** What an article of a decision does by itself. */
const DECIDES =
  /^(?:ban hành|phê duyệt|thành lập|kiện toàn|công bố|bãi bỏ|sửa đổi|bổ nhiệm|thu hồi|công nhận|điều chỉnh|hỗ trợ|cho phép|quy định|bổ sung|giải thể|đổi tên|cấp|cử|tặng|khen|giao (?:chỉ tiêu|kế hoạch|dự toán|\d))/u

/** Reads one sentence of a block and adds its directives. */
export function readSentence(reader: Reader, sentence: Piece): void {
  const { flow, setting, state } = reader
  const low = flow.low.slice(sentence.start, sentence.end)
  const found = terms(flow, sentence, setting.anchor)
  if (attachDeadline(reader, low, found, sentence)) return
  let isBare = reader.mode === 'order'
  if (setting.kind === 'news' && !(reader.frame.isList && reader.label !== null)) {
    if (isBare && isOther(low, setting.chair)) return
    if (isBare && /^(?:mục tiêu|phấn đấu|chỉ tiêu)|(?:tỉnh|huyện|xã|thành phố) phấn đấu/u.test(low))
      return
    if (!isBare && !opensByCue(reader, sentence, low)) return
    if (setting.isSpeech && !state.speech.hasOrdered && !cueIn(flow, sentence, false)) return
    isBare = state.speech.hasOrdered || (!setting.isSpeech && /[;:]|cần|phải/u.test(low))
  } else if (
    !isBare &&
    setting.kind !== 'notice' &&
    setting.kind !== 'letter' &&
    setting.kind !== 'other'
  )
    return
  else if (!isBare && (isRemark(low, setting.chair) || !cueIn(flow, sentence, false))) return
  if (/^(?:phấn đấu|chỉ tiêu|mục tiêu)/u.test(low) && reader.label === null) return
  if (setting.kind !== 'news' && ISSUES.test(low)) return
  if (setting.kind === 'decision' && DECIDES.test(low)) return
  let lead: Term | null = null
  const isTold = TELLS.test(low)
  if (isTold && !cueIn(flow, sentence, false)) return
  for (const clause of clauses(flow, sentence, addressees(flow, sentence))) {
    const isGoingOn = !isTold && (isBare || lead !== null || state.speech.hasOrdered)
    lead = readOne(reader, sentence, clause, found, isGoingOn, lead)
  }
}

/** "Ông Hồ Văn An (Hội Nông dân): đề nghị …" in minutes: somebody else's words. */
function isRemark(low: string, chair: string | null): boolean {
  return /^(?:ông|bà|đồng chí|đ\/c|đại biểu) [^:.]{3,90}: /u.test(low) && !namesChair(low, chair)
}

/** The list of bodies behind the ordering word or at the beginning, which semicolons may part. */
function addressees(flow: Flow, sentence: Piece): Piece | undefined {
  const cue = cueIn(flow, sentence, true)
  const start = cue ? bodyStart(flow, cue.after) : sentence.start
  const body = agencyListAt(flow, start, sentence.end)
  const last = body.at(-1)
  if (!last || body.length < 2 || !hasTaskAfter(flow, body, sentence.end)) return undefined
  return { start, end: last.end }
}

/** Outside the chair's speech an ordering word still counts when chair or authority says it. */
function opensByCue(reader: Reader, sentence: Piece, low: string): boolean {
  const cue = cueIn(reader.flow, sentence, false)
  if (!cue || cue.speaker === '' || cue.speaker.endsWith('đã')) return false
  const isChair =
    namesChair(cue.speaker, reader.setting.chair) && !/kiến nghị|đề xuất/u.test(cue.speaker)
  const isOrder = ['yêu cầu', 'giao', 'chỉ đạo', 'phân công', 'lưu ý'].includes(cue.word)
  if (!isChair && !(isOrder && isAuthority(cue.speaker) && !isOther(low, reader.setting.chair)))
    return false
  reader.state.speech = { isChair: true, hasOrdered: true }
  reader.mode = 'order'
  return true
}

/** A sentence that only states a deadline gives it to the directive before. */
function attachDeadline(
  reader: Reader,
  low: string,
  found: readonly Term[],
  sentence: Piece,
): boolean {
  const term = found[0]
  const last = reader.state.found.at(-1)
  if (!term || !last) return false
  const rest = (
    low.slice(0, term.start - sentence.start) + low.slice(term.end - sentence.start)
  ).replace(
    /(?:việc|nội dung|nhiệm vụ|công việc|các|những)(?: này| trên| nêu trên)?|thời (?:gian|hạn)|hoàn thành|xong|thực hiện|cần|phải|được|yêu cầu|là|kết quả|[\s,.:;/]/gu,
    '',
  )
  if (rest.length > 3) return false
  // A stated day says more than an event that the task itself names.
  if (last.due === null || (last.due.code === 'event' && term.code === 'dated')) last.due = term
  return true
}

function readOne(
  reader: Reader,
  sentence: Piece,
  clause: Piece,
  found: readonly Term[],
  isBare: boolean,
  inherited: Term | null,
): Term | null {
  const { flow, state } = reader
  const inside = found.filter((one) => one.start >= clause.start && one.end <= clause.end)
  if (
    clause.start > sentence.start &&
    attachDeadline(reader, flow.low.slice(clause.start, clause.end), inside, clause)
  )
    return inherited
  const opening = readClause(
    flow,
    clause,
    inside,
    isBare,
    reader.isListed,
    clause.start > sentence.start,
  )
  const isSpoken = opening.holder !== null
  if (opening.holder) reader.holder = opening.holder
  const hasLead =
    opening.lead[0] !== undefined && (isSpoken || opening.word !== null || opening.task === null)
  const lead = hasLead ? (opening.lead[0] ?? null) : inherited
  if (opening.word !== null) state.speech = { ...state.speech, hasOrdered: true }
  if (!opening.task) {
    if (
      flow.text.charAt(clause.end) === ':' ||
      flow.text.slice(clause.start, clause.end).endsWith(':')
    )
      reader.due = lead
    return lead
  }
  const colon = leadInColon(flow, opening.task)
  if (colon >= 0) return readLeadIn(reader, sentence, opening.task, colon, inside, lead)
  if (
    /(?:như )?sau(?: đây)?$/u.test(flow.low.slice(opening.task.start, opening.task.end)) &&
    flow.text.slice(opening.task.end, opening.task.end + 2).includes(':')
  ) {
    reader.due = lead
    return lead
  }
  if (isFormal(flow.low.slice(opening.task.start, opening.task.end))) return lead
  if (isLeadIn(flow, opening.task)) {
    reader.due = lead
    return lead
  }
  const isOwnTerm = !hasLead && opening.lead[0] !== undefined
  if (isAskedAbove(reader, opening.word)) return lead
  const own = isOwnTerm ? opening.lead[0] : opening.task.own[0]
  return add(reader, sentence, opening.task, isSpoken, inside, own ?? null, lead)
}

/** "…, trong đó lưu ý các công việc trọng tâm như: A; B": what precedes may be a task of its own. */
function readLeadIn(
  reader: Reader,
  sentence: Piece,
  task: Task,
  colon: number,
  inside: readonly Term[],
  lead: Term | null,
): Term | null {
  const { flow } = reader
  const left = flow.low.slice(task.start, colon)
  const cut =
    /,? (?:trong đó|đặc biệt|nhất là|cụ thể|tập trung|gồm|với)(?!.*(?:trong đó|đặc biệt|nhất là))/u.exec(
      left,
    )
  const kept = left.slice(0, cut?.index ?? 0).replace(/,? (?:trong đó|đặc biệt|nhất là)$/u, '')
  const before = trim(flow, { start: task.start, end: task.start + kept.length })
  if (cut && before.end - before.start > 25)
    add(reader, sentence, { ...task, ...before }, task.holder !== null, inside, null, lead)
  const after = trim(flow, { start: colon + 1, end: task.end })
  if (after.end <= after.start) {
    reader.due = lead
    return lead
  }
  return readOne(reader, sentence, after, inside, true, lead)
}

/** A plan or report that asks Party committee, council or a higher level gives no order. */
function isAskedAbove(reader: Reader, word: string | null): boolean {
  if (word !== 'đề nghị' || reader.setting.kind === 'news' || reader.setting.kind === 'notice')
    return false
  return (
    reader.holder.length > 0 && reader.holder.every((one) => ABOVE.test(one.name.toLowerCase()))
  )
}

const ABOVE =
  /^(?:thường trực |ban thường vụ )?(?:tỉnh ủy|thành ủy|huyện ủy|đảng ủy|hđnd|hội đồng nhân dân|chính phủ|thủ tướng|bộ |quốc hội|trung ương|liên minh (?:htx|hợp tác xã) việt nam)/u

/** "… quan tâm thực hiện:", "… tập trung chỉ đạo:" say no more than that a list follows. */
function isLeadIn(flow: Flow, task: Piece): boolean {
  return (
    flow.text.slice(task.end, task.end + 2).includes(':') &&
    /^(?:(?:quan tâm|tập trung|khẩn trương|nghiêm túc|tiếp tục|phối hợp|cùng|tốt|làm|một số|các|việc|nội dung|nhiệm vụ|cụ thể|lãnh đạo|chỉ đạo|tổ chức|thực hiện|triển khai|giải pháp|sau|đây|như|trọng tâm|ngay|mấy|vấn đề|yêu cầu|điểm|mặt|những|vào|có|hiệu quả|đồng bộ|thống nhất|kết luận|nghiêm|kịp thời|đầy đủ|quyết liệt|các cơ quan chuyên môn|các phòng chuyên môn|cơ quan chuyên môn|các đơn vị|các ngành)(?:[ ,]+|$))+$/u.test(
      flow.low.slice(task.start, task.end),
    )
  )
}

/** Lead-ins without a colon, and the formal closing of a document. */
function isFormal(low: string): boolean {
  return (
    /^(?:tập trung )?(?:chỉ đạo |tổ chức |phối hợp )?(?:thực hiện|triển khai)(?: thực hiện)?(?: tốt| nghiêm túc| hiệu quả| có hiệu quả| đồng bộ| quyết liệt)*(?: một số| các| những| \p{L}+)? ?(?:nhiệm vụ|nội dung|giải pháp|công việc)[^,;]{0,40}(?:sau|sau đây|như sau)$/u.test(
      low,
    ) ||
    /^thông báo (?:để|đến|cho)|chịu trách nhiệm thi hành|^(?:biết|để biết)|biết,? (?:và )?(?:tổ chức |triển khai )?thực hiện$/u.test(
      low,
    )
  )
}

function add(
  reader: Reader,
  sentence: Piece,
  task: Task,
  isSpoken: boolean,
  inside: readonly Term[],
  own: Term | null,
  lead: Term | null,
): Term | null {
  const { flow, state } = reader
  let shared = lead
  for (const part of splitTask(flow, task, inside)) {
    if (part.term) shared = part.term
    const piece = withoutAnnex(
      flow,
      trim(
        flow,
        part.holder && part.start > task.start
          ? { start: afterHolder(flow, part), end: part.end }
          : part,
      ),
    )
    if (piece.end - piece.start < 6) continue
    const agent =
      part.holder ??
      (task.holder ? null : bracketLead(flow, piece)) ??
      (task.code === 'passive' ? agentOf(flow, piece) : null)
    if (part.holder && part.start > task.start) reader.holder = part.holder
    const terms = inside.filter((one) => one.start >= piece.start - 1 && one.end <= piece.end)
    const dated = terms.filter((one) => one.code !== 'event').at(-1) ?? terms.at(-1) ?? null
    const due = dated ?? own ?? shared ?? reader.due
    state.found.push({
      ...piece,
      sentence,
      holder: agent ?? reader.holder,
      isCarried: !isSpoken && agent === null,
      coordinators: coordinatorsOf(flow, piece),
      due,
      word: part.word ?? task.word,
      item: itemOf(reader),
      code: task.code,
    })
    if (part.word !== null || task.word !== null || isSpoken || task.code === 'modal')
      state.speech = { ...state.speech, hasOrdered: true }
  }
  return shared
}

function afterHolder(flow: Flow, part: Piece & { holder: Named[] | null }): number {
  const from = (part.holder?.at(-1)?.end ?? part.start) + 1
  const modal = /^(?:cần|phải|có trách nhiệm)(?: phải)? /u.exec(flow.low.slice(from, from + 24))
  return from + (modal?.[0].length ?? 0)
}

function withoutAnnex(flow: Flow, piece: Piece): Piece {
  const bracket = / \((?:kèm theo|có|theo) [^()]*\)$/u.exec(flow.low.slice(piece.start, piece.end))
  return bracket ? { start: piece.start, end: piece.start + bracket.index } : piece
}

/** "do Sở A thực hiện" in a passive sentence. */
function agentOf(flow: Flow, piece: Piece): Named[] | null {
  const agent = /(?:^| )(?:do|được) /u.exec(flow.low.slice(piece.start, piece.end))
  if (!agent) return null
  const body = agencyListAt(flow, piece.start + agent.index + agent[0].length, piece.end)
  return body.length > 0 ? body : null
}

function itemOf(reader: Reader): string | null {
  const labels = [...reader.state.frames.map((one) => one.label), reader.label].filter(
    (label): label is string => label !== null && /^[\p{L}\d.]+$/u.test(label) && label !== '',
  )
  const own = labels.filter(
    (label, index) => !labels.some((other, at) => at > index && other.startsWith(`${label}.`)),
  )
  return own.length > 0 ? own.join('.') : null
}
