import type { PlainDate } from '@hopluc/shared/values'
import { AppError, type Sentences } from '../../platform/errors.ts'
import { type Block, type Unit, blocksOf, unitsOf } from './compare-blocks.ts'
import { type Span, matchSpans } from './compare-match.ts'
import { type Token, type WordRun, holds, likeness, tokens, wordRuns } from './compare-words.ts'
import { directiveSentence, sentenceUnderAgency } from './directive-words.ts'
import type { Manner, NoticeDirective } from './types.ts'
import { clean } from './words.ts'

/** A directive as it was confirmed; the optional fields as they were printed in the draft. */
export interface ConfirmedDirective {
  id: string
  text: string
  assignees: readonly string[]
  due: PlainDate | null
  manner?: Manner
  co?: readonly string[]
  dueWords?: string | null
  product?: string | null
}

export interface ComparedDirective {
  id: string
  status: 'same' | 'changed' | 'missing'
  /** The signed words, or null when they are missing. */
  signedText: string | null
  /** The confirmed sentence turned into the signed one. */
  runs: WordRun[]
  removed: string[]
  added: string[]
}

export interface Comparison {
  directives: ComparedDirective[]
  /** Numbered items of the signed paper that no confirmed directive matches. */
  added: { marker: string; text: string }[]
  summary: Sentences
}

/**
 * What the signer changed between the confirmed directives and the signed paper. Line breaks,
 * spaces, numbering, placement of tones, ways of writing days and common abbreviations are no change.
 * @param draftText the draft's own text, whose other paragraphs are not counted as added
 * @throws AppError `papers.no_text` when the signed paper has no text to compare.
 */
export function compareWithConfirmed(
  confirmed: readonly ConfirmedDirective[],
  signedText: string,
  draftText = '',
): Comparison {
  const blocks = blocksOf(signedText)
  if (blocks.length === 0) {
    throw new AppError('rule', 'papers.no_text', {
      vi: 'Bản ký không có lớp chữ nên không so sánh được. Hãy đối chiếu bằng mắt.',
      en: 'The signed paper has no text to compare. Compare it by eye.',
    })
  }
  const units = unitsOf(blocks)
  const expected = confirmed.map(variants)
  const spans = matchSpans(expected, units)
  const isFramed = expected.some((own, index) => isPrinted(own, wordsOf(units, spans[index])))
  const directives = confirmed.map((directive, index) => {
    const span = spans[index]
    if (!span) return missing(directive)
    const own = expected[index] ?? []
    return compared(directive, isFramed ? own.slice(0, -1) : own, span, units, blocks)
  })
  const added = addedBlocks(blocks, units, spans, blocksOf(draftText))
  return { directives, added, summary: summarise(directives, added.length) }
}

/** How a directive may stand in the paper; its bare text comes last. */
function variants(directive: ConfirmedDirective): Token[][] {
  const {
    text,
    assignees,
    due,
    manner = 'giao',
    co = [],
    dueWords = null,
    product = null,
  } = directive
  const printed: NoticeDirective = { text, manner, lead: assignees, co, due, dueWords, product }
  return [directiveSentence(printed), sentenceUnderAgency(printed), text].map(tokens)
}

const wordsOf = (units: readonly Unit[], span: Span | null | undefined): Token[] =>
  span ? units.slice(span.from, span.until).flatMap((unit) => unit.tokens) : []

/** Whether the paper says who and until when in the words in which we print them. */
function isPrinted(own: readonly Token[][], words: readonly Token[]): boolean {
  const scores = own.map((variant) => likeness(variant, words))
  const bare = scores.at(-1) ?? 0
  return words.length > 0 && scores.slice(0, -1).some((score) => score > bare && score > 0.9)
}

function compared(
  directive: ConfirmedDirective,
  own: readonly Token[][],
  span: Span,
  units: readonly Unit[],
  blocks: readonly Block[],
): ComparedDirective {
  const words = wordsOf(units, span)
  const opening = units[span.from]?.text ?? ''
  const near = GIVES.test(opening) && own.length > 1 ? own.slice(0, 1) : own
  const best = near.toSorted((a, b) => likeness(b, words) - likeness(a, words))[0] ?? []
  const above = blocks.slice(0, units[span.from]?.block ?? 0)
  const isGiven = GIVES.test(opening) || directive.assignees.length === 0
  const runs = [...(isGiven ? [] : headingRuns(directive, words, above)), ...wordRuns(best, words)]
  const removed = runs.filter(({ kind }) => kind === 'removed').map(({ text }) => text)
  const added = runs.filter(({ kind }) => kind === 'added').map(({ text }) => text)
  const status = removed.length + added.length === 0 ? 'same' : 'changed'
  const signedText = units
    .slice(span.from, span.until)
    .map(({ text }) => text)
    .join(' ')
  return { id: directive.id, status, signedText, runs, removed, added }
}

const GIVES = /^(?:Giao|Đề nghị|Yêu cầu)\s/u

/** For an item under "Giao …:": whether the heading still names who was confirmed. */
function headingRuns(
  { assignees }: ConfirmedDirective,
  words: readonly Token[],
  above: readonly Block[],
): WordRun[] {
  const names = assignees.map(tokens)
  const heading = above.findLast(({ text, isHeading }) => isHeading && GIVES.test(text))
  if (!heading || names.some((name) => holds(words, name))) return []
  const named = tokens(heading.text)
  if (names.every((name) => holds(named, name))) return []
  return [
    { kind: 'removed', text: assignees.join(', ') },
    { kind: 'added', text: heading.text.replace(GIVES, '').replace(/:$/, '') },
  ]
}

function missing({ id, text: raw }: ConfirmedDirective): ComparedDirective {
  const text = clean(raw)
  const runs: WordRun[] = [{ kind: 'removed', text }]
  return { id, status: 'missing', signedText: null, runs, removed: [text], added: [] }
}

/** Items with a number or point in the parts that hold directives, or that give or ask something. */
function addedBlocks(
  blocks: readonly Block[],
  units: readonly Unit[],
  spans: readonly (Span | null)[],
  draft: readonly Block[],
): Comparison['added'] {
  const taken = new Set(
    spans.flatMap((span) =>
      span ? units.slice(span.from, span.until).map(({ block }) => block) : [],
    ),
  )
  const parts = new Set([...taken].map((index) => blocks[index]?.part))
  const drafted = draft.map(({ text }) => tokens(text))
  return blocks.flatMap(({ marker, text, isHeading, part }, index) => {
    if (marker === null || isHeading || taken.has(index)) return []
    if (!parts.has(part) && !GIVES.test(text)) return []
    const own = tokens(text)
    return drafted.some((words) => likeness(words, own) > 0.8) ? [] : [{ marker, text }]
  })
}

function summarise(directives: readonly ComparedDirective[], added: number): Sentences {
  const count = (wanted: ComparedDirective['status']) =>
    directives.filter(({ status }) => status === wanted).length
  const [changed, gone] = [count('changed'), count('missing')]
  const vi = [
    ...(changed > 0 ? [`sửa ${changed} chỗ`] : []),
    ...(gone > 0 ? [`bỏ ${gone} nhiệm vụ`] : []),
    ...(added > 0 ? [`thêm ${added} nội dung`] : []),
  ]
  if (vi.length === 0) {
    return {
      vi: 'Bản ký giống nội dung đã xác nhận.',
      en: 'The signed paper says what was confirmed.',
    }
  }
  return {
    vi: `Lãnh đạo đã ${vi.join(', ')}.`,
    en: `The signer changed ${changed}, left out ${gone} and added ${added}.`,
  }
}
