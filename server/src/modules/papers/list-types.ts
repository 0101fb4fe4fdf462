import type { PlainDate } from '@hopluc/shared/values'
import type { PaperHead, PaperTask, Signature } from './types.ts'

/** What an agency says of an old task in its quarterly review. */
export type ReviewVerdict = 'tiếp tục' | 'hoàn thành' | 'đề nghị dừng' | 'đề nghị gộp'

export interface SelfReviewInput {
  head: PaperHead
  agency: string
  quarter: 1 | 2 | 3 | 4
  rows: readonly {
    text: string
    source: string
    due: string
    verdict: ReviewVerdict
    /** Number and date of the result, cause, or the task it joins. */
    reason: string
  }[]
  signature: Signature
}

export interface TaskFileInput {
  head: Pick<PaperHead, 'superior' | 'issuer' | 'place' | 'on' | 'year'>
  title: string
  code: string | null
  from: PlainDate
  to: PlainDate | null
  /** How long the file is kept: "10 năm", "Vĩnh viễn". */
  keptFor: string | null
  papers: readonly {
    numberSymbol: string | null
    on: PlainDate | null
    author: string
    abstract: string
    /** First sheet, or the file's name in the archive. */
    place: string
    note: string | null
  }[]
  madeBy: string
}

export interface HandoverInput {
  head: PaperHead
  /** The act or decision that makes the hand-over necessary. */
  basis: string
  on: PlainDate
  place: string
  giver: HandoverSide
  taker: HandoverSide
  witness: HandoverSide | null
  tasks: readonly PaperTask[]
  files: readonly { title: string; amount: string; note: string | null }[]
  /** What is open, disputed or promised. */
  remarks: readonly string[]
}

export interface HandoverSide {
  body: string
  persons: readonly { name: string; post: string }[]
}

export interface DocumentBookInput {
  head: Pick<PaperHead, 'superior' | 'issuer'>
  year: number
  from: PlainDate
  to: PlainDate
  /** The ordinal of the book in its year, "Quyển số". */
  volume: number | null
  book: { kind: 'đi'; rows: readonly OutgoingRow[] } | { kind: 'đến'; rows: readonly IncomingRow[] }
}

/** The columns of the register of outgoing papers (Decree 30/2020, Annex IV). */
export interface OutgoingRow {
  numberSymbol: string
  on: PlainDate
  abstract: string
  signer: string
  recipients: string
  archivedAt: string
  copies: number | null
  note: string | null
}

/** The columns of the register of incoming papers (Decree 30/2020, Annex IV). */
export interface IncomingRow {
  arrivedOn: PlainDate
  arrivalNumber: string
  author: string
  numberSymbol: string
  on: PlainDate | null
  abstract: string
  receiver: string
  /** The day on which it was passed on; the receiver signs in the next column. */
  forwardedOn: PlainDate | null
  note: string | null
}
