import { useRef } from 'react'

/**
 * Of two presses in one breath the second does nothing: the page learns that work is under way only
 * with its next drawing. `begin` answers whether one may go on; `end` belongs to `onSettled`.
 */
export function useOnce() {
  const isBusy = useRef(false)
  return {
    begin: (): boolean => {
      if (isBusy.current) return false
      isBusy.current = true
      return true
    },
    end: (): void => {
      isBusy.current = false
    },
  }
}
