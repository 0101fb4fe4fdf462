import { createHash } from 'node:crypto'
import {
  type ChainLink,
  type DocumentAction,
  type DocumentState,
  PAPER_KIND_NAMES,
  PaperKind,
} from '@hopluc/shared/documents'
import type { PlainDate } from '@hopluc/shared/values'
import { AppError } from '../../platform/errors.ts'

interface Step {
  from: readonly DocumentState[]
  to?: DocumentState
}

const UNFINISHED: readonly DocumentState[] = ['draft', 'opinions', 'appraisal', 'submitted']
const EVER: readonly DocumentState[] = [...UNFINISHED, 'issued', 'replaced', 'expired']

/** The way of a paper: dự thảo n → lấy ý kiến → thẩm định → đã trình → đã ban hành. */
export const STEPS: Record<DocumentAction, Step> = {
  edit: { from: EVER },
  attach: { from: EVER },
  link: { from: EVER },
  give_readers: { from: EVER },
  ask_opinions: { from: ['draft'], to: 'opinions' },
  ask_appraisal: { from: ['draft', 'opinions'], to: 'appraisal' },
  submit: { from: ['draft', 'opinions', 'appraisal'], to: 'submitted' },
  redraft: { from: ['opinions', 'appraisal', 'submitted'], to: 'draft' },
  // The signed paper may come back before anybody has noted that it was submitted.
  issue: { from: UNFINISHED, to: 'issued' },
  expire: { from: ['issued'], to: 'expired' },
}

/** Whether the paper's state lets this be done. */
export function canApply(action: DocumentAction, state: DocumentState): boolean {
  return STEPS[action].from.includes(state)
}

/**
 * The state after a step; an upkeep of the record leaves it.
 * @throws AppError `documents.wrong_state`.
 */
export function advance(action: DocumentAction, state: DocumentState): DocumentState {
  if (canApply(action, state)) return STEPS[action].to ?? state
  throw new AppError('rule', 'documents.wrong_state', {
    vi: 'Văn bản không ở trạng thái cho phép thao tác này. Hãy tải lại trang để xem trạng thái hiện tại.',
    en: 'The document is in a state that does not allow this. Reload the page to see its state.',
  })
}

export const isUnfinished = (state: DocumentState): boolean => UNFINISHED.includes(state)

/** Serials below ten are written with a leading zero: "05/TB-BCĐ". */
export function fullSymbol(number: number, tail: string | null): string {
  const bare = (tail ?? '').replace(/^\s*(?:số\s*:?)?\s*\d*\s*\/\s*/iu, '').trim()
  return `${String(number).padStart(2, '0')}${bare === '' ? '' : `/${bare}`}`
}

/** The serial at the head of a symbol; undefined where there is none, as in "TB-BCĐ". */
export function serialOf(symbol: string): number | undefined {
  const digits = /^\s*(?:số\s*:?)?\s*(\d{1,6})\s*[/-]/iu.exec(symbol)?.[1]
  return digits ? Number(digits) || undefined : undefined
}

/** The usual tail of a body's symbols: "TB-BCĐ"; a letter has no kind in it (Phụ lục I). */
export function symbolTail(kind: PaperKind, body: string): string {
  return kind === 'CV' || kind === 'khác' ? body : `${kind}-${body}`
}

/** The same text has the same hash, whatever its spaces, line ends and Unicode form. */
export function textHash(text: string): Buffer {
  return createHash('sha256').update(text.normalize('NFC').replace(/\s+/g, ' ').trim()).digest()
}

/** "Thông báo 05/TB-BCĐ ngày 03/03/2021", as papers are cited. */
export function citation(paper: {
  kind: PaperKind
  symbol: string | null
  issuedOn: PlainDate | null
}): string {
  const day = paper.issuedOn?.split('-').toReversed().join('/')
  return [PAPER_KIND_NAMES[paper.kind], paper.symbol, day && `ngày ${day}`]
    .filter(Boolean)
    .join(' ')
}

const READER_KINDS: Readonly<Record<string, PaperKind>> = {
  notice: 'TB',
  plan: 'KH',
  decision: 'QĐ',
  directive: 'CT',
  programme: 'CTr',
  letter: 'CV',
  report: 'BC',
  resolution: 'NQ',
  submission: 'TTr',
}

/** A kind by its abbreviation, its Vietnamese name, or the reader's word for it. */
export function paperKindOf(words: string): PaperKind {
  const low = words.normalize('NFC').trim().toLocaleLowerCase('vi')
  return (
    PaperKind.options.find((kind) => kind.toLocaleLowerCase('vi') === low) ??
    PaperKind.options.find((kind) => PAPER_KIND_NAMES[kind].toLocaleLowerCase('vi') === low) ??
    READER_KINDS[low] ??
    'khác'
  )
}

/** In which book a kind is numbered: the body's common one, or its own where so arranged. */
export function bookOf(kind: PaperKind, apart: readonly string[]): string {
  return apart.includes(kind) ? kind : 'out'
}

/** Numbers of a book that nobody has: what an inspection of the book would ask about. */
export function missingNumbers(serials: readonly number[]): number[] {
  const given = new Set(serials)
  const last = Math.max(0, ...serials)
  return Array.from({ length: last }, (_, index) => index + 1).filter((one) => !given.has(one))
}

/** From what all rests on down to what rests on this paper, nearest neighbours kept together. */
export function sortChain(links: readonly ChainLink[]): ChainLink[] {
  const day = (link: ChainLink) => link.issuedOn ?? ''
  return [...links].sort(
    (one, other) => one.depth - other.depth || day(one).localeCompare(day(other)),
  )
}
