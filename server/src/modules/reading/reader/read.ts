import type {
  FoundDirective,
  FoundFigure,
  FoundOrganisation,
  FoundReference,
  Reading,
  Reason,
} from '@hopluc/shared/finds'
import type { ReadingWords } from '@hopluc/shared/reading-words'
import type { PlainDate } from '@hopluc/shared/values'
import { withWords } from './added.ts'
import { type Directive, directivesIn } from './directives.ts'
import { expandNames } from './expand.ts'
import { type Figure, figuresIn } from './figures.ts'
import type { Flow, Piece } from './flow.ts'
import { headOf, publishedOn } from './head.ts'
import { layout as lay, type Layout } from './layout.ts'
import { assertReadable } from './limit.ts'
import { type Meeting, meetingIn } from './meeting.ts'
import { normalise } from './normalise.ts'
import type { Organisation } from './organisations.ts'
import { reason } from './reasons.ts'
import { mentions, once, references } from './once.ts'
import type { Mention } from './references.ts'

export interface ReadOptions {
  /** The document's day, when it is known otherwise; fills years that the text leaves open. */
  documentDate?: PlainDate
  /** The installation's own words, beside those that the reader knows. */
  words?: ReadingWords
}

/**
 * Reads a text and proposes what a careful officer would record. Pure; every offset counts in
 * `text` as given. Throws `reading.too_long` above {@link TEXT_LIMIT} characters.
 */
export function read(text: string, options: ReadOptions = {}): Reading {
  assertReadable(text)
  return withWords(options.words, () => readNow(text, options))
}

function readNow(text: string, options: ReadOptions): Reading {
  const layout = lay(normalise(text))
  const document = headOf(layout)
  const published = options.documentDate ?? publishedOn(layout)
  const meeting = meetingIn(layout, document.date ?? published)
  const anchor = meeting?.date ?? document.date ?? published
  const chair = meeting?.chair ? say(layout.flow, meeting.chair.name) : null
  const directives = expandNames(
    directivesIn(layout, {
      kind: layout.kind,
      anchor,
      chair,
      partner: meeting?.partner ?? [],
      isSupervision: isSupervision(layout),
      isSpeech: isSpeech(layout),
    }),
  )
  const everywhere = mentions(layout)
  const organisations = once(layout, everywhere)
  const year = anchor === null ? null : Number(anchor.slice(0, 4))
  const figures = figuresIn(layout, {
    directives,
    year,
    issuer: (document.issuer ?? '').toLowerCase(),
    named: everywhere.filter((one) => one.kind === 'cooperative'),
  })
  const marker = placing(layout.flow, text)
  const found = {
    document,
    meeting: meeting ? presentMeeting(layout.flow, meeting, marker) : null,
    directives: directives.map((one, index) => presentDirective(layout.flow, one, marker, index)),
    figures: figures.map((one, index) => presentFigure(one, marker, index, layout.flow)),
    references: references(layout).map((one, index) => presentReference(one, marker, index)),
    organisations: organisations.map((one, index) =>
      presentOrganisation(layout.flow, one, marker, index),
    ),
  }
  return { ...found, notes: notes(found.directives, anchor, text) }
}

/** The title or abstract of a report says that somebody was supervised, inspected or audited. */
function isSupervision({ kind, flow, blocks }: Layout): boolean {
  return (
    kind === 'report' &&
    blocks.some(
      (one) =>
        one.kind === 'head' &&
        /kết quả (?:giám sát|khảo sát|thẩm tra|kiểm tra|thanh tra)|đoàn (?:giám sát|kiểm tra|khảo sát)/u.test(
          flow.low.slice(one.start, one.end),
        ),
    )
  )
}

/** "Phát biểu chỉ đạo của đồng chí …" stands above the text. */
function isSpeech({ flow, blocks }: Layout): boolean {
  const title = blocks.slice(0, 3).map((one) => flow.low.slice(one.start, one.end))
  return title.some((line) =>
    /^(?:bài )?(?:phát biểu|ý kiến)(?: (?:chỉ đạo|kết luận|khai mạc|bế mạc|tổng kết))* của /u.test(
      line,
    ),
  )
}

type Place = (piece: Piece) => { start: number; end: number; quote: string }

function placing(flow: Flow, original: string): Place {
  return (piece) => {
    const start = flow.startOf(piece.start)
    const end = flow.endOf(piece.end)
    return { start, end, quote: original.slice(start, end) }
  }
}

function say(flow: Flow, piece: Piece): string {
  return flow.shown.slice(piece.start, piece.end)
}

const SURE: Record<Directive['code'], number> = {
  cue: 0.9,
  addressee: 0.85,
  row: 0.9,
  modal: 0.75,
  verb: 0.7,
  passive: 0.6,
  listed: 0.5,
}

function presentDirective(flow: Flow, one: Directive, place: Place, index: number): FoundDirective {
  const reasons = [
    one.word === null
      ? reason(`directive.${one.code}`)
      : reason('directive.cue', `câu có "${one.word}"`),
  ]
  if (one.isCarried && one.holder.length > 0) reasons.push(reason('directive.carried'))
  if (one.holder.length === 0) reasons.push(reason('directive.nobody'))
  if (one.due) reasons.push(reason('directive.due'))
  const { start, end } = place(one.sentence)
  const manner = one.word === 'đề nghị' ? 'request' : one.word === null ? undefined : 'assign'
  const base = SURE[one.code] - (one.isCarried ? 0.05 : 0) - (one.holder.length === 0 ? 0.1 : 0)
  return {
    id: `d${index + 1}`,
    ...place(one),
    confidence: Math.round(base * 100) / 100,
    reasons,
    sentence: { start, end },
    assignees: one.holder.map((body) => body.name),
    assigneeSpans: one.holder.map((body) => {
      const at = place(body)
      return { start: at.start, end: at.end }
    }),
    coordinators: one.coordinators,
    due: one.due
      ? {
          ...dueAt(place(one.due)),
          text: say(flow, one.due),
          date: one.due.date,
          recurrence: one.due.recurrence,
        }
      : null,
    ...(manner ? { manner } : {}),
    item: one.item,
  }
}

function dueAt(at: { start: number; end: number }): { start: number; end: number } {
  return { start: at.start, end: at.end }
}

function presentFigure(one: Figure, place: Place, index: number, flow: Flow): FoundFigure {
  const reasons: Reason[] = [
    one.rule === 'table' || one.rule === 'same_as_before'
      ? reason(`figure.${one.rule}`)
      : { code: `figure.${one.rule}`, text: 'theo từ ngữ quanh con số' },
  ]
  if (one.kind === 'target') reasons.push(reason('figure.target'))
  const isSure = one.indicator !== 'other' && one.rule !== 'coop_total'
  return {
    id: `f${index + 1}`,
    ...place(one),
    confidence: isSure ? 0.85 : 0.65,
    reasons,
    value: one.value,
    valueMax: one.valueMax,
    unit: unitAsWritten(flow, one),
    indicator: one.indicator,
    qualifier: one.qualifier,
    kind: one.kind,
  }
}

/** The unit with the capitals of the text: "Liên hiệp HTX". */
function unitAsWritten(flow: Flow, one: Figure): string {
  const at = flow.low.slice(one.start, one.end).indexOf(one.unit.toLowerCase())
  return at < 0 || one.unit === ''
    ? one.unit
    : flow.shown.slice(one.start + at, one.start + at + one.unit.length)
}

function presentReference(one: Mention, place: Place, index: number): FoundReference {
  const confidence = { numbered: 0.95, short: 0.75, titled: 0.8 }[one.code]
  return {
    id: `r${index + 1}`,
    ...place(one),
    confidence,
    reasons: [reason(`reference.${one.code}`)],
    type: one.type,
    number: one.number,
    date: one.date,
  }
}

function presentOrganisation(
  flow: Flow,
  one: Organisation,
  place: Place,
  index: number,
): FoundOrganisation {
  return {
    id: `o${index + 1}`,
    ...place(one),
    confidence: one.place ? 0.9 : 0.75,
    reasons: [reason(`organisation.${one.code}`)],
    kind: one.kind,
    name: say(flow, one.name),
    place: one.place ? say(flow, one.place) : null,
  }
}

function presentMeeting(flow: Flow, one: Meeting, place: Place): Reading['meeting'] {
  const span = (piece: Piece): { start: number; end: number } => {
    const at = place(piece)
    return { start: at.start, end: at.end }
  }
  return {
    date: one.date,
    chair: one.chair ? { name: say(flow, one.chair.name), title: one.chair.title } : null,
    area: one.area,
    place: one.place,
    kind: one.kind,
    dateSpan: one.dateSpan ? span(one.dateSpan) : null,
    chairSpan: one.chair ? span(one.chair) : null,
    confidence: Math.round((0.3 + one.codes.length * 0.2) * 100) / 100,
    reasons: one.codes.map((code) => reason(code)),
  }
}

function notes(
  directives: readonly FoundDirective[],
  anchor: PlainDate | null,
  text: string,
): Reason[] {
  if (text.trim() === '') return [reason('note.no_text')]
  const found: Reason[] = []
  if (directives.length === 0) found.push(reason('note.no_directive'))
  if (
    anchor === null &&
    directives.some(
      (one) => one.due !== null && one.due.date === null && one.due.recurrence === null,
    )
  )
    found.push(reason('note.no_date'))
  return found
}
