import type { ImportColumn } from '@hopluc/shared/entity-import'
import type { PlainDate } from '@hopluc/shared/values'
import type { Sentences } from '../../platform/errors.ts'
import type { SheetCell } from '../../platform/excel-rows.ts'
import { COLUMNS, isFigure } from './columns.ts'
import type { Listed, Lists } from './listed.ts'
import * as values from './values.ts'

/** What a cell says goes where it belongs; what is wrong with it is told. */
export type Put = (listed: Listed, cell: SheetCell, said: Said) => void
export interface Said {
  column: ImportColumn
  lists: Lists
  tell: (sentences: Sentences, isError: boolean) => void
}

export function take<T>(found: values.Understood<T>, tell: Said['tell']): T | undefined {
  if (found.error) tell(found.error, true)
  if (found.note) tell(found.note, false)
  return found.value
}

/** A text of at most so many letters, in the letters of today. */
export function words(most: number, set: (listed: Listed, text: string) => void): Put {
  return (listed, cell, { tell }) => {
    const text = values.textOf(cell)
    if (values.isOldFont(text))
      tell(
        {
          vi: 'Chữ gõ bằng bảng mã cũ (TCVN3, ABC). Hãy chuyển sang Unicode rồi nhập lại.',
          en: 'The text is in an old Vietnamese font (TCVN3). Convert it to Unicode.',
        },
        true,
      )
    else if (text.length > most)
      tell({ vi: `Dài quá ${most} chữ.`, en: `Longer than ${most} letters.` }, true)
    else if (text !== '') set(listed, text)
  }
}

export const attribute = (
  field: 'shortName' | 'foreignName' | 'representative' | 'email' | 'website',
) =>
  words(200, (listed, text) => {
    listed.attributes[field] = text
  })

export const count =
  (field: 'officialMembers' | 'linkedMembers' | 'otherMembers' | 'workers'): Put =>
  (listed, cell, { tell }) => {
    const value = take(values.countOf(cell), tell)
    if (value !== undefined) listed.attributes[field] = value
  }

export const date =
  (set: (listed: Listed, day: PlainDate) => void): Put =>
  (listed, cell, { tell }) => {
    const value = take(values.dateOf(cell), tell)
    if (value !== undefined) set(listed, value)
  }

/** A word of a short list. */
export function choice<T>(
  find: (said: string) => T | undefined,
  options: string,
  set: (listed: Listed, value: T) => void,
): Put {
  return (listed, cell, { tell }) => {
    const said = values.textOf(cell)
    const value = find(said)
    if (value === undefined)
      tell(
        {
          vi: `"${said.slice(0, 60)}" không có trong danh mục. Ghi một trong: ${options}.`,
          en: `"${said.slice(0, 60)}" is not in the list. Write one of: ${options}.`,
        },
        true,
      )
    else set(listed, value)
  }
}

export const figure: Put = (listed, cell, { column, tell }) => {
  if (!isFigure(column.field)) return
  const isMoney = COLUMNS[column.field].kind === 'money'
  const found = isMoney ? signedMoney(cell, column) : values.countOf(cell)
  const value = take(found, tell)
  if (value !== undefined) listed.figures[column.field] = isMoney ? value / 1_000_000 : value
}

/** A loss is a profit below zero. */
function signedMoney(cell: SheetCell, { field, unit }: ImportColumn): values.Understood<number> {
  const text = typeof cell === 'string' ? values.textOf(cell) : ''
  const isLoss = field === 'H11' && (typeof cell === 'number' ? cell < 0 : /^[-(−]/.test(text))
  if (!isLoss) return values.moneyOf(cell, unit ?? 'dong')
  const bare = typeof cell === 'number' ? -cell : text.replace(/^[-(−]|\)$/g, '')
  const found = values.moneyOf(bare, unit ?? 'dong')
  return found.value === undefined ? found : { ...found, value: -found.value }
}
