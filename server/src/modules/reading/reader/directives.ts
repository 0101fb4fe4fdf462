import type { DocumentKind } from '@hopluc/shared/finds'
import type { PlainDate } from '@hopluc/shared/values'
import { agencyListAt, type Named } from './agencies.ts'
import { leadInColon, readClause, type Task } from './clause.ts'
import { cueIn } from './cue.ts'
import type { Flow, Piece } from './flow.ts'
import type { Block, Layout } from './layout.ts'
import {
  headingMode,
  isAuthority,
  isOther,
  type Mode,
  namesChair,
  opensOrders,
  type Speech,
  speechAtParagraph,
} from './modes.ts'
import { clauses, sentences, trim } from './sentences.ts'
import { coordinatorsOf, splitTask } from './split-task.ts'
import { lastDay as lastDayOf, type Term, terms } from './terms.ts'

/** A directive in the flow, before it is given an id and its place in the original. */
export interface Directive extends Piece {
  sentence: Piece
  holder: Named[]
  /** Whether the addressee was spoken in this sentence or carried over. */
  isCarried: boolean
  coordinators: string[]
  due: Term | null
  word: string | null
  item: string | null
  code: Task['code'] | 'row'
}

/** What the interpreter of directives has to know beside the layout. */
export interface Setting {
  kind: DocumentKind
  anchor: PlainDate | null
  chair: string | null
  /** The one body that the meeting was held with. */
  partner: Named[]
}

interface Frame {
  level: number
  mode: Mode
  holder: Named[]
  due: Term | null
  label: string | null
  /** Its items are tasks, because its heading or lead-in says so. */
  isList: boolean
}

interface State {
  frames: Frame[]
  /** The addressee that holds in running text. */
  prose: Named[]
  speech: Speech
  found: Directive[]
}

/** Sixth step: which clauses tell whom to do what until when. */
export function directivesIn(layout: Layout, setting: Setting): Directive[] {
  const base: Frame = {
    level: -1,
    mode: setting.kind === 'decision' || setting.kind === 'directive' ? 'order' : 'none',
    holder: setting.partner,
    due: null,
    label: null,
    isList: false,
  }
  const state: State = {
    frames: [base],
    prose: setting.partner,
    speech: { isChair: false, hasOrdered: false },
    found: [],
  }
  layout.blocks.forEach((block, index) => {
    if (block.kind === 'row') readRow(layout.flow, block, setting, state)
    else if (block.kind === 'text')
      readBlock(layout, block, layout.blocks[index + 1], setting, state)
  })
  return state.found
}

function top(state: State): Frame {
  return (
    state.frames.at(-1) ?? {
      level: -1,
      mode: 'none',
      holder: [],
      due: null,
      label: null,
      isList: false,
    }
  )
}

function pop(state: State, level: number): void {
  while (state.frames.length > 1 && top(state).level >= level) state.frames.pop()
}

function readBlock(
  layout: Layout,
  block: Block,
  next: Block | undefined,
  setting: Setting,
  state: State,
): void {
  const { flow } = layout
  const piece = { start: block.body, end: block.end }
  const text = flow.text.slice(piece.start, piece.end)
  const isCaps = text === text.toUpperCase() && text.length < 160 && /\p{L}{3}/u.test(text)
  const level =
    block.level > 0
      ? block.level
      : isCaps
        ? Math.min(2, top(state).label === '' ? top(state).level : 2)
        : 0
  if (level > 0) pop(state, level)
  else if (setting.kind === 'news') pop(state, 0)
  else pop(state, 6)
  if (setting.kind === 'news' && level === 0) {
    state.speech = speechAtParagraph(
      state.speech,
      flow.low.slice(piece.start, piece.end),
      setting.chair,
    )
  }
  if (text === '') {
    state.frames.push({ ...top(state), level, label: '' })
    return
  }
  if (isHeading(flow, block, level, next)) {
    pushHeading(flow, piece, level, block.label, state)
    return
  }
  readText(flow, block, piece, setting, state)
}

function isHeading(flow: Flow, block: Block, level: number, next: Block | undefined): boolean {
  const text = flow.text.slice(block.body, block.end)
  if (level === 0) return false
  if (level <= 2 && text.length < 200 && !/[.;]$/.test(text)) return true
  const isShort = text.length <= 140 && !/[.;,]$/.test(text) && !/[.;] /.test(text)
  if (!isShort || level > 6 || next?.kind !== 'text') return false
  const isBody = coversBody(flow, { start: block.body, end: block.end }).length > 0
  return (
    isBody ||
    ((next.level > level || next.level === 0) && !text.endsWith(':') && next.level !== level)
  )
}

const ASSIGNS =
  /^(?:giao|đề nghị|yêu cầu|đối với|phân công|trách nhiệm của|nhiệm vụ của|về phía|kính đề nghị|trân trọng đề nghị)(?: nhiệm vụ cho| cho)?:? /u

/** The bodies that make up a whole heading: "1. Giao Sở Tài chính (cơ quan thường trực):". */
function coversBody(flow: Flow, piece: Piece): Named[] {
  const word = ASSIGNS.exec(flow.low.slice(piece.start, piece.end))
  const start = piece.start + (word?.[0].length ?? 0)
  const body = agencyListAt(flow, start, piece.end)
  const rest = flow.text.slice(body.at(-1)?.end ?? start, piece.end)
  return body.length > 0 && /^\s*(?:\([^()]*\))?[\s:.]*$/.test(rest) ? body : []
}

function pushHeading(
  flow: Flow,
  piece: Piece,
  level: number,
  label: string | null,
  state: State,
): void {
  const parent = top(state)
  const holder = coversBody(flow, piece)
  const announced =
    holder.length > 0 ? undefined : headingMode(flow.low.slice(piece.start, piece.end))
  const mode = announced ?? parent.mode
  state.frames.push({
    level,
    label,
    mode,
    holder: holder.length > 0 ? holder : parent.holder,
    due: parent.due,
    isList: mode === 'order' && (parent.isList || announced === 'order' || holder.length > 0),
  })
  state.prose = holder.length > 0 ? holder : parent.holder
}

function readText(flow: Flow, block: Block, piece: Piece, setting: Setting, state: State): void {
  const frame = top(state)
  const low = flow.low.slice(piece.start, piece.end)
  const isLeadIn = low.endsWith(':')
  let mode = blockMode(frame, low, setting, state)
  if (isLeadIn && setting.kind !== 'news' && opensOrders(low, setting.kind)) mode = 'order'
  let holder =
    block.level > 0
      ? frame.holder
      : state.prose.length > 0 && setting.kind === 'news'
        ? state.prose
        : frame.holder.length > 0
          ? frame.holder
          : state.prose
  const reader: Reader = {
    flow,
    setting,
    state,
    mode,
    holder,
    frame,
    due: frame.due,
    label: block.label,
    isListed: frame.isList && block.level > 0 && mode === 'order',
  }
  for (const sentence of sentences(flow, piece)) readSentence(reader, sentence)
  holder = reader.holder
  if (block.level === 0) state.prose = holder
  if (isLeadIn) {
    const isOrder = reader.mode === 'order'
    if (block.level === 0 && setting.kind !== 'news' && isOrder && state.frames[0])
      state.frames[0].mode = 'order'
    state.frames.push({
      level: block.level > 0 ? block.level : 0.5,
      mode: reader.mode,
      holder,
      due: reader.due,
      label: block.label,
      isList: isOrder,
    })
  } else if (block.level > 0) {
    const title = headingMode(
      low.slice(0, low.indexOf(':') > 0 ? Math.min(60, low.indexOf(':')) : 0),
    )
    state.frames.push({
      ...frame,
      level: block.level,
      label: block.label,
      mode: title ?? frame.mode,
      holder,
    })
  }
}

/** The mode of a block: its own topic ("Chỉ tiêu: …"), the chair's speech, or its section. */
function blockMode(frame: Frame, low: string, setting: Setting, state: State): Mode {
  const colon = low.indexOf(':')
  const topic = colon > 0 && colon < 60 ? low.slice(0, colon) : ''
  if (
    topic !== '' &&
    /^(?:mục tiêu|chỉ tiêu|kiến nghị|đề xuất|tồn tại|hạn chế|kết quả|khó khăn|nguyên nhân)/u.test(
      topic,
    )
  )
    return headingMode(topic) ?? 'none'
  if (topic !== '' && setting.kind !== 'news' && /^(?:phân công|nhiệm vụ|giải pháp)/u.test(topic))
    return 'order'
  if (setting.kind === 'news')
    return frame.level > 0 && frame.isList ? frame.mode : state.speech.isChair ? 'order' : 'none'
  return frame.mode
}

interface Reader {
  flow: Flow
  setting: Setting
  state: State
  mode: Mode
  holder: Named[]
  frame: Frame
  due: Term | null
  label: string | null
  isListed: boolean
}

function readSentence(reader: Reader, sentence: Piece): void {
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
    isBare = state.speech.hasOrdered || /[;:]|cần|phải/u.test(low)
  } else if (
    !isBare &&
    setting.kind !== 'notice' &&
    setting.kind !== 'letter' &&
    setting.kind !== 'other'
  )
    return
  else if (!isBare && !cueIn(flow, sentence, false)) return
  if (/^(?:phấn đấu|chỉ tiêu|mục tiêu)/u.test(low) && reader.label === null) return
  let lead: Term | null = null
  for (const clause of clauses(flow, sentence))
    lead = readOne(reader, sentence, clause, found, isBare || lead !== null, lead)
}

/** Outside the chair's speech an ordering word still counts when chair or authority says it. */
function opensByCue(reader: Reader, sentence: Piece, low: string): boolean {
  const cue = cueIn(reader.flow, sentence, false)
  if (!cue || cue.speaker === '' || /đã$/u.test(cue.speaker)) return false
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
  last.due ??= term
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
  const opening = readClause(flow, clause, inside, isBare, reader.isListed)
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
  const isOwnTerm = !hasLead && opening.lead[0] !== undefined
  add(
    reader,
    sentence,
    opening.task,
    isSpoken,
    inside,
    isOwnTerm ? (opening.lead[0] ?? null) : (opening.task.own[0] ?? null),
    lead,
  )
  return lead
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
  const before = trim(flow, { start: task.start, end: task.start + (cut?.index ?? 0) })
  if (cut && before.end - before.start > 25)
    add(reader, sentence, { ...task, ...before }, task.holder !== null, inside, null, lead)
  const after = trim(flow, { start: colon + 1, end: task.end })
  if (after.end <= after.start) {
    reader.due = lead
    return lead
  }
  return readOne(reader, sentence, after, inside, true, lead)
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
): void {
  const { flow, state } = reader
  for (const part of splitTask(flow, task, null)) {
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
    const agent = part.holder ?? (task.code === 'passive' ? agentOf(flow, piece) : null)
    if (part.holder && part.start > task.start) reader.holder = part.holder
    const terms = inside.filter((one) => one.start >= piece.start - 1 && one.end <= piece.end)
    const dated = terms.filter((one) => one.code !== 'event').at(-1) ?? terms.at(-1) ?? null
    const due = dated ?? own ?? lead ?? reader.due
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
    if (part.word !== null || task.word !== null)
      state.speech = { ...state.speech, hasOrdered: true }
  }
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

function readRow(flow: Flow, block: Block, setting: Setting, state: State): void {
  const task = block.cells.find((cell) => cell.column === 'task')
  if (!task || task.place.end <= task.place.start) return
  const leadCell = block.cells.find((cell) => cell.column === 'lead')
  const dueCell = block.cells.findLast((cell) => cell.column === 'due')
  const holder = leadCell ? agencyListAt(flow, leadCell.place.start, leadCell.place.end) : []
  const whole =
    leadCell && leadCell.place.end > leadCell.place.start
      ? [
          {
            ...leadCell.place,
            name: flow.text.slice(leadCell.place.start, leadCell.place.end),
            isGroup: false,
          },
        ]
      : []
  const coordinator = block.cells.find((cell) => cell.column === 'coordinator')?.place
  state.found.push({
    ...trim(flow, task.place),
    sentence: { start: block.start, end: block.end },
    holder: holder.length > 0 ? holder : whole,
    isCarried: false,
    coordinators: coordinator
      ? agencyListAt(flow, coordinator.start, coordinator.end).map((one) => one.name)
      : [],
    due: dueCell ? dueOfCell(flow, dueCell.place, setting.anchor) : null,
    word: null,
    item: flow.text.slice(block.start, block.cells[0]?.place.end ?? block.start) || null,
    code: 'row',
  })
}

/** A deadline cell is a term as it stands: "Quý I/2024", "30/11/2024", "Thường xuyên". */
function dueOfCell(flow: Flow, cell: Piece, anchor: PlainDate | null): Term | null {
  if (cell.end <= cell.start) return null
  const inside = terms(flow, cell, anchor)[0]
  if (inside) return { ...inside, start: cell.start, end: cell.end }
  const low = flow.low.slice(cell.start, cell.end)
  const isTerm = /\d|quý|năm|tháng/u.test(low)
  return {
    start: cell.start,
    end: cell.end,
    date: isTerm ? lastDayOf(low, anchor) : null,
    recurrence: null,
    code: isTerm ? 'dated' : 'event',
  }
}
