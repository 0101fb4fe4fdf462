import type { Id } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { unitWords } from '../../organisation/words.ts'
import { entitySearchQuery } from '../queries.ts'

interface PickerProps {
  readonly label: string
  readonly value: Id | null
  readonly onChange: (id: Id | null) => void
  readonly error?: string | undefined
  readonly hint?: string | undefined
}

/** One entity of the register, found by any part of its name. */
export function OneEntityPicker(props: PickerProps) {
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(entitySearchQuery(words))
  return (
    <ComboBox
      {...props}
      options={(data?.items ?? []).map(({ id, name, unit, code }) => ({
        value: id,
        label: name,
        note: [unitWords(unit), code].filter(Boolean).join(' · '),
      }))}
      onSearch={setWords}
      isSearching={isFetching}
      isRequired
    />
  )
}
