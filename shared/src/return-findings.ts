import type { CellRef, FormCheck } from './report-forms.ts'
import { cellKey, type ReturnCell, type ReturnSection, type ReturnText } from './returns.ts'

/** What the checks look at: the return as it is read, or as it stands in the browser. */
export interface CheckSubject {
  sections: readonly ReturnSection[]
  cells: readonly ReturnCell[]
  texts: readonly ReturnText[]
  checks: readonly FormCheck[]
}

/**
 * `blank`: nothing was said, not even "không có số"; `error` bars sending as it does; `warning` wants a
 * reason at its cell (`hasReason`).
 */
export interface Finding {
  kind: 'blank' | 'error' | 'warning'
  /** Which check: `estimate`, `negative`, `whole`, `part`, `sum`, `balance`, `change`, `scale`, `ratio`, `blank`, `text`, `below_changed`, `below_other`. */
  check: string
  /** `cellKey` of the cell to go to; of a text its key. */
  key: string
  section: string
  rowKey: string | null
  rowName: string | null
  hasReason: boolean
  /** What was probably meant, to be taken by one click; null: nothing can be said. */
  suggestion: number | null
  vi: string
  en: string
}

/** A finding at a cell, with the row it stands in. */
export function find(
  subject: CheckSubject,
  cell: ReturnCell,
  check: string,
  kind: Finding['kind'],
  [vi, en]: readonly [string, string],
  suggestion: number | null = null,
): Finding {
  const section = subject.sections.find(({ key }) => key === cell.section)
  const row =
    section?.kind === 'grid' ? section.rows.find(({ key }) => key === cell.rowKey) : undefined
  return {
    kind,
    check,
    key: cellKey(cell),
    section: cell.section,
    rowKey: cell.rowKey,
    rowName: row?.name ?? null,
    hasReason: Boolean(cell.reason),
    suggestion,
    vi,
    en,
  }
}

const partsOf = (parts: Readonly<Record<string, string>>) =>
  JSON.stringify(Object.entries(parts).toSorted(([one], [other]) => one.localeCompare(other)))
/** The same figure, done and ước. */
export const isSameFigure = (one: ReturnCell, other: ReturnCell) =>
  one.code === other.code && partsOf(one.breakdown) === partsOf(other.breakdown)
export const isOf = (cell: ReturnCell, ref: CellRef) =>
  cell.code === ref.code && cell.as === ref.as && partsOf(cell.breakdown) === partsOf(ref.breakdown)
