import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { TextField } from '../../ui/text-field.tsx'

const REST_MS = 350

export interface SearchWordsProps {
  readonly label: string
  /** The words in the address. */
  readonly value: string
  readonly onChange: (words: string) => void
}

/** Words that go into the address after a short rest; while one types, the field is one's own. */
export function SearchWords({ label, value, onChange }: SearchWordsProps) {
  const [typed, setTyped] = useState<string | null>(null)
  useEffect(() => {
    if (typed === null || typed.trim() === value) return
    const timer = setTimeout(() => onChange(typed.trim()), REST_MS)
    return () => clearTimeout(timer)
  })
  return (
    <TextField
      label={label}
      isLabelHidden
      icon={IconSearch}
      placeholder={label}
      value={typed ?? value}
      onChange={setTyped}
      onBlur={() => {
        if (typed !== null && typed.trim() !== value) onChange(typed.trim())
        setTyped(null)
      }}
      onClear={() => {
        setTyped(null)
        onChange('')
      }}
    />
  )
}
