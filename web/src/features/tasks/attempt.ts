import { useRef } from 'react'

/** Long enough never to meet another; also where a page is not served over TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The idempotency key of an attempt. A second press with the same words, or a retry after the line
 * broke, is the same attempt; other words, or `settle` after an answer, begin another.
 */
export function useAttempt() {
  const last = useRef<{ words: string; key: string } | undefined>(undefined)
  return {
    keyFor: (body: object): string => {
      const words = JSON.stringify(body)
      if (last.current?.words !== words) last.current = { words, key: newKey() }
      return last.current.key
    },
    settle: (): void => {
      last.current = undefined
    },
  }
}
