import { splitBlock } from '@hopluc/shared/vietnamese-number'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type At, type Ground, lay, type Placed, type Range, rangeOf, writeBlock } from './block.ts'
import { moveOf, nextEntry } from './moves.ts'
import type { RowView, Typed } from './types.ts'

export interface Editing {
  /** What the field opens with. */
  readonly text: string
  /** Begun by typing: arrows leave the cell; with F2 they move in the text. */
  readonly isTyped: boolean
}

export interface GridDeeds {
  readonly rows: readonly RowView[]
  readonly mayEdit: boolean
  readonly onType: (typed: readonly Typed[]) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onToggle: (rowKey: string) => void
  readonly onToggleAll: () => void
  /** `=`: for the rows chosen, else for the cells of the range. */
  readonly onSame: (keys: readonly string[]) => void
  readonly onPasted: (placed: Placed, put: (placed: Placed) => void) => void
  readonly onActive: (key: string | null) => void
  readonly onLeave: () => void
}

/** Where the eye of the grid is, what it holds, and what keys and clipboard do to it. */
export function useGrid(deeds: GridDeeds, table: RefObject<HTMLTableElement | null>) {
  const { rows, mayEdit, onType, onActive } = deeds
  const ground = useMemo(() => groundOf(rows, mayEdit), [rows, mayEdit])
  const [kept, setActive] = useState<At>(
    () =>
      nextEntry(ground, { row: 0, column: -1 }, 1) ?? {
        row: 0,
        column: rows[0]?.cells.findIndex(({ key }) => key !== null) ?? 0,
      },
  )
  const [anchor, setAnchor] = useState<At | null>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const wantsFocus = useRef(false)
  const isOpen = useRef(false) // a field that goes away says so once more, by losing the focus
  // Rows may be fewer than they were: the eye stays on the grid.
  const active = {
    row: Math.max(0, Math.min(kept.row, ground.rows - 1)),
    column: Math.max(0, Math.min(kept.column, ground.columns - 1)),
  }
  const range = anchor ? rangeOf(anchor, active) : { from: active, to: active }
  const activeKey = rows[active.row]?.cells[active.column]?.key ?? null

  useEffect(() => onActive(activeKey), [activeKey, onActive])
  useEffect(() => {
    if (!wantsFocus.current || editing) return
    wantsFocus.current = false
    const cell = table.current?.querySelector(`[data-at="${active.row},${active.column}"]`)
    if (cell instanceof HTMLElement) cell.focus()
  })

  const go = (to: At, extends_ = false) => {
    wantsFocus.current = true
    setAnchor(extends_ ? (anchor ?? active) : null)
    setActive(to)
  }
  const keysIn = ({ from, to }: Range): string[] =>
    rows
      .slice(from.row, to.row + 1)
      .flatMap(({ cells }) =>
        cells
          .slice(from.column, to.column + 1)
          .flatMap(({ key, isEntry }) => (key !== null && isEntry ? [key] : [])),
      )
  const put = (placed: Placed) =>
    onType(
      placed.cells.flatMap(({ row, column, text }) => {
        const key = rows[row]?.cells[column]?.key
        return key ? [{ key, text }] : []
      }),
    )
  const edit = (text: string, isTyped: boolean) => {
    if (!mayEdit) return
    // Of a range one types in the cell from which it was drawn, as in Excel.
    if (anchor && ground.isEntry(anchor)) {
      setAnchor(active)
      setActive(anchor)
    } else if (!ground.isEntry(active)) return
    wantsFocus.current = true
    isOpen.current = true
    setEditing({ text, isTyped })
  }
  const leaveField = () => {
    isOpen.current = false
    setEditing(null)
  }
  /** The field is done: what it says goes into the cell, or with Ctrl into the whole range. */
  const commit = (text: string, isForRange = false) => {
    if (!isOpen.current || activeKey === null) return
    leaveField()
    if (isForRange) onType(keysIn(range).map((key) => ({ key, text })))
    else if (text !== (rows[active.row]?.cells[active.column]?.text ?? ''))
      onType([{ key: activeKey, text }])
  }
  const clear = () => onType(keysIn(range).map((key) => ({ key, text: '' })))
  const fillDown = () => {
    const typed = rows.slice(range.from.row + 1, range.to.row + 1).flatMap(({ cells }) =>
      cells.slice(range.from.column, range.to.column + 1).flatMap(({ key, isEntry }, right) => {
        const above = rows[range.from.row]?.cells[range.from.column + right]
        return key !== null && isEntry && above ? [{ key, text: above.text }] : []
      }),
    )
    onType(typed)
  }

  /** Keys while a cell has the focus and is not being typed in; answers whether it knew the key. */
  const command = (event: KeyboardEvent): boolean => {
    const isControl = event.ctrlKey || event.metaKey
    const letter = event.key.toLowerCase()
    if (isControl && letter === 'a') deeds.onToggleAll()
    else if (isControl && mayEdit && letter === 'z' && !event.shiftKey) deeds.onUndo()
    else if (isControl && mayEdit && (letter === 'y' || letter === 'z')) deeds.onRedo()
    else if (isControl && mayEdit && letter === 'd') fillDown()
    else if (isControl || event.altKey) return false
    else if (event.key === 'F2') edit(rows[active.row]?.cells[active.column]?.text ?? '', false)
    else if (mayEdit && (event.key === 'Delete' || event.key === 'Backspace')) clear()
    else if (mayEdit && event.key === '=') deeds.onSame(keysIn(range))
    else if (event.key === ' ') deeds.onToggle(rows[active.row]?.key ?? '')
    else if (event.key === 'Escape') {
      if (anchor) setAnchor(null)
      else deeds.onLeave()
    } else if (event.key.length === 1 && !'?/'.includes(event.key) && mayEdit) edit(event.key, true)
    else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (editing || event.nativeEvent.isComposing) return
    const isOnCell = event.target instanceof HTMLElement && event.target.dataset.at !== undefined
    if (!isOnCell) return
    const to = moveOf(event, active, ground)
    if (to) {
      event.preventDefault()
      event.stopPropagation()
      go(to, event.shiftKey && event.key !== 'Tab' && event.key !== 'Enter')
    } else if (command(event)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  /** Keys in the field of the cell. */
  const onFieldKey = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    const text = event.currentTarget.value
    if (event.key === 'Escape') {
      wantsFocus.current = true
      leaveField()
    } else if (event.key === 'F2') setEditing({ text, isTyped: !(editing?.isTyped ?? false) })
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      wantsFocus.current = true
      commit(text, true)
    } else {
      const leaves = ['Enter', 'Tab'].includes(event.key) || (editing?.isTyped ?? false)
      const to = leaves && !event.ctrlKey ? moveOf(event, active, ground) : null
      if (!to) {
        if (event.key === 'Tab') commit(text)
        return
      }
      commit(text)
      go(to)
    }
    event.preventDefault()
  }
  const onCopy = (event: ClipboardEvent) => {
    if (editing) return
    event.preventDefault()
    const { from, to } = range
    const block = rows
      .slice(from.row, to.row + 1)
      .map(({ cells }) => cells.slice(from.column, to.column + 1).map(({ text }) => text))
    event.clipboardData.setData('text/plain', writeBlock(block))
    if (event.type === 'cut' && mayEdit) clear()
  }
  const onPaste = (event: ClipboardEvent) => {
    if (editing || !mayEdit) return
    event.preventDefault()
    const block = splitBlock(event.clipboardData.getData('text'))
    if (block.some((cells) => cells.some((text) => text.trim() !== '')))
      deeds.onPasted(lay(block, range, ground), put)
  }
  return { active, range, editing, go, edit, commit, onKeyDown, onFieldKey, onCopy, onPaste }
}

function groundOf(rows: readonly RowView[], mayEdit: boolean): Ground {
  const cell = ({ row, column }: At) => rows[row]?.cells[column]
  return {
    rows: rows.length,
    columns: rows[0]?.cells.length ?? 0,
    isEntry: (at) => mayEdit && (cell(at)?.isEntry ?? false),
    shown: (at) => cell(at)?.text ?? '',
    nameOf: (row) => rows[row]?.words ?? '',
  }
}
