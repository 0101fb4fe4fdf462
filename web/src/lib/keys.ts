import { useEffect, useRef, useSyncExternalStore } from 'react'

/** One shortcut as the list of keys shows it: `'/'`, `'?'`, `'g n'`, `'Escape'`, `'Control+k'`. */
export interface Shortcut {
  readonly keys: string
  readonly label: string
  /** Shown in the list only; a component handles the key itself. */
  readonly isPassive?: boolean
  /** Not now: the key does nothing and is not listed. */
  readonly isOff?: boolean
}

interface Registered extends Shortcut {
  readonly run: () => void
}

let registered: readonly Registered[] = []
const listeners = new Set<() => void>()
/** The first key of a sequence waits this long for the second, in milliseconds. */
const PATIENCE = 1200
let first: { key: string; at: number } | undefined

function change(next: readonly Registered[]): void {
  registered = next
  for (const listener of listeners) listener()
}

const isUnderDialog = () => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null

/** Where a key means a letter. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('[role="textbox"], [role="spinbutton"]'))
    return true
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type))
  )
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || isUnderDialog()) return
  const hasControl = event.ctrlKey || event.metaKey
  if (!hasControl && isTaken(event.target)) return
  const isSequence = !hasControl && first && Date.now() - first.at < PATIENCE
  const key = hasControl ? `Control+${event.key}` : event.key
  const keys = isSequence ? `${first?.key} ${key}` : key
  const found = registered.findLast((shortcut) => !shortcut.isPassive && shortcut.keys === keys)
  first = undefined
  if (found) {
    event.preventDefault()
    found.run()
  } else if (registered.some((shortcut) => shortcut.keys.startsWith(`${key} `))) {
    first = { key, at: Date.now() }
  }
}

document.addEventListener('keydown', onKeyDown)

/** A shortcut as long as the component is shown; the last one registered for a key wins. */
export function useShortcut(shortcut: Shortcut, run: () => void = () => undefined): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const { keys, label, isPassive = false, isOff = false } = shortcut
  useEffect(() => {
    if (isOff) return undefined
    const entry = { keys, label, isPassive, run: () => latest.current() }
    change([...registered, entry])
    return () => change(registered.filter((one) => one !== entry))
  }, [keys, label, isPassive, isOff])
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** All shortcuts of what is shown now, for the list behind `?`. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => registered)
}
