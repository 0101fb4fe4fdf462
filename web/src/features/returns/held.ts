import { CellEdit, TextEdit } from '@hopluc/shared/return-deeds'
import { type CellAnswer, type ReturnCell, sourceAfter } from '@hopluc/shared/returns'
import { parseAnswer } from '@hopluc/shared/vietnamese-number'
import * as z from 'zod'
import { language, t } from '../../lib/i18n.ts'

/** What was done to a cell or a text here, as the queue keeps it. */
export const KeptEdit = z.discriminatedUnion('kind', [
  CellEdit.extend({ kind: z.literal('cell'), key: z.string() }),
  TextEdit.extend({ kind: z.literal('text') }),
])
export type KeptEdit = z.infer<typeof KeptEdit>
export type KeptCell = Extract<KeptEdit, { kind: 'cell' }>

/** What a cell says, as it would be sent. */
export function answerOf({ isSame, isNone, value }: ReturnCell): CellAnswer {
  if (isSame) return 'same'
  return isNone ? 'none' : value
}

/** The cell as it stands with what was done here and has not arrived yet. */
export function withEdit(cell: ReturnCell, edit: KeptEdit | undefined): ReturnCell {
  if (edit?.kind !== 'cell') return cell
  const said = edit.value === 'same' ? cell.unchanged : null
  const value = said ? said.value : typeof edit.value === 'number' ? edit.value : null
  return {
    ...cell,
    isSame: edit.value === 'same',
    value,
    isNone: said ? said.isNone : edit.value === 'none',
    reason: edit.reason === undefined ? cell.reason : edit.reason,
    source: sourceAfter(cell, value, edit.source),
  }
}

/** What a typed text says in a cell, or why it cannot be taken. */
export function readTyped(
  cell: ReturnCell,
  text: string,
): { answer: CellAnswer } | { wrong: string } {
  const read = parseAnswer(text, cell.isWhole)
  if (!read.ok) return { wrong: language() === 'en' ? read.en : read.vi }
  if (read.value === 'same' && !cell.unchanged) return { wrong: t('returns.wrong.same') }
  return { answer: read.value }
}

/** The edit that makes a cell say something else; a reason belongs to what it was given for. */
export function editOf(cell: ReturnCell, answer: CellAnswer): KeptCell {
  const { row, indicatorId, breakdownId, version, reason } = cell
  const key = `${row}/${indicatorId}/${breakdownId}`
  return {
    kind: 'cell',
    key,
    row,
    indicatorId,
    breakdownId,
    seen: version,
    value: answer,
    ...(reason && { reason: null }),
  }
}
