import type { ReactNode } from 'react'
import type { StatusKind } from '../../../ui/status.tsx'

export interface ColumnHead {
  readonly key: string
  /** Over which neighbours of the same group stand together. */
  readonly group: string | null
  readonly name: string
  /** What the column is, in full, for those who hear it. */
  readonly words: string
  readonly isEntered: boolean
}

export type CellMark = 'error' | 'warning' | 'conflict' | 'remark'

/** One cell as it is drawn; equal fields draw the same, so only what changed is drawn again. */
export interface CellView {
  /** The cell's address; null where there is nothing to enter or to explain. */
  readonly key: string | null
  readonly text: string
  readonly isEntry: boolean
  /** `blank`: nothing said, `none`: "không có số", `absent`: does not apply. */
  readonly kind: 'value' | 'blank' | 'none' | 'absent' | 'wrong'
  readonly isSame: boolean
  readonly mark: CellMark | null
  /** What is the matter, in words. */
  readonly markWords: string
  readonly isUnsent: boolean
  /** Struck through before the value: what held before a correction. */
  readonly before: string
}

export interface RowView {
  readonly key: string
  readonly name: ReactNode
  /** Plain, for readers and for finding the row by name. */
  readonly words: string
  readonly detail: string
  readonly startsGroup: boolean
  readonly cells: readonly CellView[]
  /** Quiet words at the end: source, state. */
  readonly tail: readonly TailView[]
}

export interface TailView {
  readonly text: string
  readonly tone: '' | 'red' | 'amber' | 'accent'
  readonly status?: StatusKind | undefined
}

/** What is written into a cell: the text as typed; `=` is "không thay đổi", `-` "không có số". */
export interface Typed {
  readonly key: string
  readonly text: string
}

export interface GridHandle {
  /** Brings a cell into view and gives it the focus. */
  readonly go: (key: string) => void
  readonly focus: () => void
}
