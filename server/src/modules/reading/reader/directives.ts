import { agencyListAt, type Named } from './agencies.ts'
import { hasTaskAfter } from './cue.ts'
import type { Directive, Frame, Reader, Setting, State } from './directive.ts'
import type { Flow, Piece } from './flow.ts'
import type { Block, Layout } from './layout.ts'
import { headingMode, namesChair, type Mode, opensOrders, speechAtParagraph } from './modes.ts'
import { readRow } from './rows.ts'
import { sentences } from './sentences.ts'
import { readSentence } from './statements.ts'
import { periodAlone } from './terms.ts'
import { verbAt } from './words.ts'

export type { Directive } from './directive.ts'

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
    speech: { isChair: setting.isSpeech, hasOrdered: false },
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
  if (setting.kind === 'news' && level === 0 && !setting.isSpeech) {
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
    pushHeading(setting, flow, piece, level, block.label, state)
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
  /^(?:giao|đề nghị|yêu cầu|chỉ đạo|đối với|phân công|trách nhiệm của|nhiệm vụ của|về phía|kính đề nghị|trân trọng đề nghị)(?: nhiệm vụ cho| cho)?:? /u

/** The bodies that make up a whole heading: "1. Giao Sở Tài chính (cơ quan thường trực):". */
function coversBody(flow: Flow, piece: Piece): Named[] {
  const word = ASSIGNS.exec(flow.low.slice(piece.start, piece.end))
  const start = piece.start + (word?.[0].length ?? 0)
  const body = agencyListAt(flow, start, piece.end)
  const rest = flow.text.slice(body.at(-1)?.end ?? start, piece.end)
  if (body.length > 0 && /^\s*(?:\([^()]*\))?[\s:.]*$/.test(rest)) return body
  const first = body[0]
  return first && goesOnAsName(flow, body.at(-1)?.end ?? start, piece.end)
    ? [
        {
          ...first,
          end: piece.end,
          name: flow.shown.slice(start, piece.end).replace(/[\s:.]+$/, ''),
        },
      ]
    : []
}

/** "Liên minh HTX và Doanh nghiệp thành phố": a name goes on after what the lists know of it. */
function goesOnAsName(flow: Flow, at: number, end: number): boolean {
  const rest = flow.text.slice(at, end)
  if (!/^ (?:và|-|&|,) \p{Lu}[^:;.]{2,60}:?$/u.test(rest)) return false
  return ![...rest.matchAll(/ /g)].some((blank) => verbAt(flow.low, at + blank.index + 1) > 0)
}

/** What a supervision team asks for is to be done. */
const ASKS = /^(?:(?:một số|các|những) )?(?:kiến nghị|đề nghị|đề xuất)/u

function pushHeading(
  setting: Setting,
  flow: Flow,
  piece: Piece,
  level: number,
  label: string | null,
  state: State,
): void {
  const parent = top(state)
  const holder = coversBody(flow, piece)
  const announced: Mode | undefined =
    holder.length > 0
      ? undefined
      : setting.isSupervision && ASKS.test(flow.low.slice(piece.start, piece.end))
        ? 'order'
        : headingMode(flow.low.slice(piece.start, piece.end), parent.mode === 'order')
  const mode = announced ?? parent.mode
  state.frames.push({
    level,
    label,
    mode:
      holder.length > 0 && ASSIGNS.test(flow.low.slice(piece.start, piece.end)) ? 'order' : mode,
    holder: holder.length > 0 ? holder : parent.holder,
    due: periodAlone(flow, piece, setting.anchor) ?? parent.due,
    isList: mode === 'order' && (parent.isList || announced === 'order' || holder.length > 0),
  })
  state.prose = holder.length > 0 ? holder : parent.holder
}

function readText(flow: Flow, block: Block, piece: Piece, setting: Setting, state: State): void {
  const frame = top(state)
  const low = flow.low.slice(piece.start, piece.end)
  const isLeadIn = low.endsWith(':')
  const before = blockMode(frame, flow, piece, setting, state)
  let mode = before
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
    mode: before,
    holder,
    frame,
    due: frame.due,
    label: block.label,
    isListed: frame.isList && block.level > 0 && mode === 'order',
  }
  const parts = sentences(flow, piece)
  parts.forEach((sentence, index) => {
    if (index === parts.length - 1 && mode !== before) reader.mode = mode
    const said = chairsWords(flow, sentence, setting)
    if (said) {
      reader.mode = 'order'
      state.speech = { isChair: true, hasOrdered: true }
    }
    readSentence(reader, said ?? sentence)
  })
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
      isList:
        isOrder &&
        /nhiệm vụ|nội dung|giải pháp|công việc|công tác|yêu cầu|đề nghị|giao|việc sau/u.test(
          low.slice(-120),
        ),
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

const QUOTED =
  /^"([^"]{8,400})"[,.]?(?: -|,)? (?:(?:ông|bà|đồng chí|đ\/c|chủ tịch|phó chủ tịch) )[^".]{2,80}?(?:nhấn mạnh|yêu cầu|lưu ý|chỉ đạo|đề nghị)(?!\p{L})/u

/** "Các HTX cần chủ động", ông … nhấn mạnh: the chair's own words in a news text. */
function chairsWords(flow: Flow, sentence: Piece, setting: Setting): Piece | null {
  const low = flow.low.slice(sentence.start, sentence.end)
  if (setting.kind !== 'news' || !low.startsWith('"')) return null
  const said = QUOTED.exec(low)?.[1]
  if (said === undefined || !namesChair(low.slice(said.length + 2), setting.chair)) return null
  return { start: sentence.start + 1, end: sentence.start + 1 + said.length }
}

/** "Kiến nghị của HTX A về đường: Sở B kiểm tra": behind the colon stands the decision. */
function isAnswered(flow: Flow, piece: Piece, colon: number): boolean {
  const at = piece.start + colon + 2
  const body = agencyListAt(flow, at, piece.end)
  return (
    /^(?:giao|yêu cầu|đề nghị|thống nhất|đồng ý)(?!\p{L})/u.test(flow.low.slice(at, at + 12)) ||
    (body.length > 0 && hasTaskAfter(flow, body, piece.end))
  )
}

/** The mode of a block: its own topic ("Chỉ tiêu: …"), the chair's speech, or its section. */
function blockMode(frame: Frame, flow: Flow, piece: Piece, setting: Setting, state: State): Mode {
  const low = flow.low.slice(piece.start, piece.end)
  const colon = low.indexOf(':')
  const topic = colon > 0 && colon < 60 ? low.slice(0, colon) : ''
  if (
    topic !== '' &&
    !isAnswered(flow, piece, colon) &&
    /^(?:về )?(?:mục tiêu|chỉ tiêu|ý kiến|thảo luận|kiến nghị|đề xuất|tồn tại|hạn chế|kết quả|khó khăn|nguyên nhân)/u.test(
      topic,
    )
  )
    return headingMode(topic) ?? 'none'
  if (
    topic !== '' &&
    setting.kind !== 'news' &&
    /^(?:phân công|nhiệm vụ|giải pháp|tổ chức thực hiện|chế độ|trách nhiệm)/u.test(topic)
  )
    return 'order'
  if (setting.kind === 'news')
    return frame.level > 0 && frame.isList ? frame.mode : state.speech.isChair ? 'order' : 'none'
  return frame.mode
}
