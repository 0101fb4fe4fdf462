import { useEffect, useState } from 'react'

const REST_MS = 350

/**
 * Words of a search field whose value lives in the address: typed at once, told once nobody has
 * typed for a moment, and following the address when it changes by itself.
 */
export function useTyped(
  inAddress: string,
  onRest: (words: string | undefined) => void,
): [typed: string, setTyped: (words: string) => void] {
  const [typed, setTyped] = useState(inAddress)
  const [known, setKnown] = useState(inAddress)
  if (known !== inAddress) {
    setKnown(inAddress)
    setTyped(inAddress)
  }
  useEffect(() => {
    if (typed.trim() === inAddress) return
    const timer = setTimeout(() => onRest(typed.trim() || undefined), REST_MS)
    return () => clearTimeout(timer)
  })
  return [typed, setTyped]
}
