import type { Id } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ComboBox } from '../../ui/combo-box.tsx'
import { agencyQuery, agencySearchQuery, unitQuery, unitSearchQuery } from './queries.ts'
import { unitWords } from './words.ts'

interface PickerProps {
  readonly label: string
  readonly value: Id | null
  readonly onChange: (id: Id | null) => void
  readonly name?: string | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly isRequired?: boolean | undefined
  readonly isLabelHidden?: boolean | undefined
  readonly placeholder?: string | undefined
}

/** One agency of today, found by any of its names. */
export function AgencyPicker({ value, under, ...props }: PickerProps & { under?: Id | undefined }) {
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(agencySearchQuery(words, under))
  const chosen = useQuery({ ...agencyQuery(value ?? ''), enabled: value !== null })
  return (
    <ComboBox
      {...props}
      value={value}
      valueLabel={chosen.data?.name}
      options={(data?.items ?? []).map(({ id, name, unit }) => ({
        value: id,
        label: name,
        note: unitWords(unit),
      }))}
      onSearch={setWords}
      isSearching={isFetching}
    />
  )
}

/** One unit of today, found by its name. */
export function UnitPicker({ value, ...props }: PickerProps) {
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(unitSearchQuery(words))
  const chosen = useQuery({ ...unitQuery(value ?? ''), enabled: value !== null })
  return (
    <ComboBox
      {...props}
      value={value}
      valueLabel={chosen.data && unitWords(chosen.data)}
      options={(data?.items ?? []).map((unit) => ({
        value: unit.id,
        label: unitWords(unit),
        note: unit.parent ?? undefined,
      }))}
      onSearch={setWords}
      isSearching={isFetching}
    />
  )
}
