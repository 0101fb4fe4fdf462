import { useSyncExternalStore } from 'react'

/** Whether the server answers, and when it last did. */
export interface Connection {
  readonly isOnline: boolean
  /** Milliseconds since 1970, or null before the first answer. */
  readonly contactAt: number | null
}

let state: Connection = { isOnline: navigator.onLine, contactAt: null }
const listeners = new Set<() => void>()

function set(next: Connection): void {
  const isSame = next.isOnline === state.isOnline && minute(next) === minute(state)
  state = isSame ? { ...state, contactAt: state.contactAt } : next
  if (!isSame) for (const listener of listeners) listener()
}

const minute = ({ contactAt }: Connection) => contactAt && Math.floor(contactAt / 60_000)

/** Called for every answer of the server, good or bad. */
export function noteContact(): void {
  set({ isOnline: true, contactAt: Date.now() })
}

/** Called when a request found no server. */
export function noteSilence(): void {
  set({ ...state, isOnline: false })
}

globalThis.addEventListener('offline', noteSilence)
globalThis.addEventListener('online', () => set({ ...state, isOnline: true }))

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => state)
}
