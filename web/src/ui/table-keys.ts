import { type KeyboardEvent, useRef } from 'react'
import { t } from '../lib/i18n.ts'
import { useShortcut } from '../lib/keys.ts'

export interface RowKeys {
  readonly keys: readonly string[]
  readonly current: string | null
  readonly setCurrent: (key: string) => void
  readonly onOpen?: ((key: string) => void) | undefined
  readonly onToggle?: ((key: string) => void) | undefined
}

/** Keys of a list: arrows, Home and End move, Enter opens, `x` selects; `j` and `k` from anywhere. */
export function useRowKeys(rows: RowKeys): (event: KeyboardEvent<HTMLElement>) => void {
  const body = useRef<HTMLElement | null>(null)
  const { keys, current, onOpen, onToggle } = rows

  const go = (root: ParentNode, to: number) => {
    const key = keys[Math.max(0, Math.min(keys.length - 1, to))]
    if (key === undefined) return
    rows.setCurrent(key)
    const row = root.querySelector(`tr[data-key="${CSS.escape(key)}"]`)
    if (row instanceof HTMLElement) row.focus()
  }
  const step = (by: number) => {
    const at = current === null ? -1 : keys.indexOf(current)
    go(body.current ?? document, at < 0 ? 0 : at + by)
  }
  const isOff = keys.length === 0 || !(onOpen ?? onToggle) // figures beside a list are not gone through
  useShortcut({ keys: 'j', label: t('ui.keys.down'), isOff }, () => step(1))
  useShortcut({ keys: 'k', label: t('ui.keys.up'), isOff }, () => step(-1))
  useShortcut({ keys: 'Enter', label: t('ui.keys.openRow'), isPassive: true, isOff })
  useShortcut({
    keys: 'x',
    label: t('ui.keys.selectRow'),
    isPassive: true,
    isOff: isOff || !onToggle,
  })

  return (event) => {
    body.current = event.currentTarget
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const row = event.target instanceof HTMLElement ? event.target.closest('tr') : null
    const key = row?.dataset.key
    if (key === undefined) return
    const isOnRow = event.target === row
    const at = keys.indexOf(key)
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: keys.length - 1,
    }
    const to = moves[event.key]
    if (to !== undefined) go(event.currentTarget, to)
    else if (event.key === 'Enter' && isOnRow && onOpen) onOpen(key)
    else if (event.key === 'x' && onToggle) onToggle(key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}
