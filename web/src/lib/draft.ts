import { useCallback, useEffect, useRef, useState } from 'react'
import * as z from 'zod'

const PREFIX = 'hopluc.draft.'
const Stored = z.object({ at: z.number(), value: z.unknown() })
let owner = ''

/** Drafts belong to an account: another person at the same machine does not see them. */
export function setDraftOwner(accountId: string): void {
  owner = accountId
}

const place = (key: string) => `${PREFIX}${owner}.${key}`

/** A draft kept on this machine, or undefined when there is none or it no longer fits its shape. */
export function readDraft<T extends z.ZodType>(
  key: string,
  schema: T,
): { value: z.output<T>; at: number } | undefined {
  const text = localStorage.getItem(place(key))
  if (text === null) return undefined
  try {
    const { at, value } = Stored.parse(JSON.parse(text))
    return { at, value: schema.parse(value) }
  } catch {
    return undefined
  }
}

export function writeDraft(key: string, value: unknown): void {
  localStorage.setItem(place(key), JSON.stringify({ at: Date.now(), value }))
}

export function dropDraft(key: string): void {
  localStorage.removeItem(place(key))
}

let dropped: (() => void) | undefined

/** What else is kept of drafts, in memory, goes with them. */
export function onDraftsDropped(forget: () => void): void {
  dropped = forget
}

/** At sign-out nothing of the account stays on the machine. */
export function dropAllDrafts(): void {
  dropped?.()
  indexedDB.deleteDatabase('hopluc.kept')
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX + owner)) localStorage.removeItem(key)
  }
}

export interface Draft<Value> {
  readonly value: Value
  readonly set: (next: Value) => void
  /** When the draft that the form opened with was kept; null for a fresh form. */
  readonly restoredAt: number | null
  /** When it was last kept on this machine. */
  readonly keptAt: number | null
  /** Forgets the draft: after a successful send (`reset` also empties the form). */
  readonly drop: () => void
  readonly reset: () => void
}

/** Form state that survives a closed browser and a dead line; kept half a second after typing. */
export function useDraft<T extends z.ZodType>(
  key: string,
  schema: T,
  initial: z.output<T>,
): Draft<z.output<T>> {
  const [start] = useState(() => readDraft(key, schema))
  const [value, setValue] = useState<z.output<T>>(start ? start.value : initial)
  const [restoredAt, setRestoredAt] = useState(start?.at ?? null)
  const [keptAt, setKeptAt] = useState(start?.at ?? null)
  const pending = useRef<{ value: unknown } | undefined>(undefined)

  const flush = useCallback(() => {
    if (!pending.current) return
    writeDraft(key, pending.current.value)
    pending.current = undefined
    setKeptAt(Date.now())
  }, [key])

  useEffect(() => {
    const timer = setTimeout(flush, 500)
    return () => clearTimeout(timer)
  }, [value, flush])

  useEffect(() => {
    globalThis.addEventListener('pagehide', flush)
    return () => {
      globalThis.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])

  const set = useCallback((next: z.output<T>) => {
    pending.current = { value: next }
    setValue(next)
  }, [])
  const drop = useCallback(() => {
    pending.current = undefined
    dropDraft(key)
    setRestoredAt(null)
    setKeptAt(null)
  }, [key])
  const reset = () => {
    drop()
    setValue(initial)
  }
  return { value, set, restoredAt, keptAt, drop, reset }
}
