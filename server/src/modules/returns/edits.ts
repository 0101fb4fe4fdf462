import type { CellEdit, EditResult } from '@hopluc/shared/return-deeds'
import { cellKey, type CellSource, type ReturnCell, sourceAfter } from '@hopluc/shared/returns'
import type { Id } from '@hopluc/shared/values'

/** Who writes: a browser with its own count. */
export interface Writer {
  client: Id
  n: number
}

/** What is kept of a cell, as far as merging asks. */
export interface Held {
  version: number
  value: number | null
  isNone: boolean
  client: Id | null
  n: number | null
  byWords: string
  at: string
}

type Verdict = 'apply' | 'superseded' | 'conflict'

/**
 * Whether an edit holds. What was seen is what is replaced; a browser that has written the cell itself
 * since goes on from there, in the order of its own count, however its messages arrive. `isLater`: a later
 * count of the same browser has said something of the cell already, and somebody else after that.
 */
export function verdict(
  seen: number,
  held: Pick<Held, 'version' | 'client' | 'n'> | undefined,
  { client, n }: Writer,
  isLater: boolean,
): Verdict {
  if (isLater) return 'superseded'
  if (!held) return 'apply'
  if (held.client === client) return (held.n ?? 0) < n ? 'apply' : 'superseded'
  return held.version === seen ? 'apply' : 'conflict'
}

/** What is written into a cell. */
export interface Written {
  value: number | null
  isNone: boolean
  isSame: boolean
  source: CellSource | null
  reason: string | null
}

interface Refusal {
  vi: string
  en: string
}

/** What an edit says, in values; or why it cannot be. */
export function writtenOf(edit: CellEdit, cell: ReturnCell): Written | Refusal {
  if (cell.isReadOnly)
    return {
      vi: 'Ô này lấy từ danh sách HTX hoặc cộng từ dưới lên, không nhập được.',
      en: 'This cell comes from the register or from below and is not entered.',
    }
  const reason = edit.reason === undefined ? cell.reason : edit.reason || null
  const source = (value: number | null) => sourceAfter(cell, value, edit.source)
  if (edit.value === 'same')
    return cell.unchanged
      ? { ...cell.unchanged, isSame: true, source: source(cell.unchanged.value), reason }
      : {
          vi: 'Kỳ trước không có số liệu ở ô này nên không chọn được “không thay đổi”. Hãy nhập số.',
          en: 'There is nothing of the period before to take over here. Enter a number.',
        }
  const value = edit.value === 'none' ? null : edit.value
  const isNone = edit.value === 'none'
  return { value, isNone, isSame: false, source: source(value), reason }
}

export const isRefusal = (written: Written | Refusal): written is Refusal => 'vi' in written

/** Nothing would become different: nothing is written, and nobody is asked. */
export function isAsHeld(written: Written, cell: ReturnCell): boolean {
  return (
    cell.version > 0 &&
    cell.value === written.value &&
    cell.isNone === written.isNone &&
    cell.isSame === written.isSame &&
    cell.source === written.source &&
    cell.reason === written.reason
  )
}

export function resultOf(
  edit: CellEdit,
  status: EditResult['status'],
  held: Held | undefined,
  said?: Refusal,
): EditResult {
  const isConflict = status === 'conflict' && held !== undefined
  return {
    key: cellKey(edit),
    status,
    version: (held?.version ?? 0) + (status === 'applied' ? 1 : 0),
    theirs: isConflict
      ? { value: held.value, isNone: held.isNone, text: null, byWords: held.byWords, at: held.at }
      : null,
    vi: said?.vi ?? null,
    en: said?.en ?? null,
  }
}
