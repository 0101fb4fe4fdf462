import { useRef } from 'react'
import { newId } from '../../lib/new-id.ts'

/**
 * The idempotency key of an attempt. A second press with the same words, or a retry after the line
 * broke, is the same attempt; other words, or `settle` after an answer, begin another.
 */
export function useAttempt() {
  const last = useRef<{ words: string; key: string } | undefined>(undefined)
  return {
    keyFor: (body: object): string => {
      const words = JSON.stringify(body)
      if (last.current?.words !== words) last.current = { words, key: newId() }
      return last.current.key
    },
    settle: (): void => {
      last.current = undefined
    },
  }
}
