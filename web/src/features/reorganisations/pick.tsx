import type { PlainDate } from '@hopluc/shared/values'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MultiComboBox } from '../../ui/combo-box.tsx'
import type { Option } from '../../ui/select.tsx'
import { agencyListQuery, unitListQuery } from '../organisation/queries.ts'
import { unitWords } from '../organisation/words.ts'

interface PickProps {
  readonly label: string
  /** On which day they have to exist. */
  readonly day: PlainDate
  readonly chosen: readonly Option<string>[]
  readonly onChange: (chosen: readonly Option<string>[]) => void
  readonly error?: string | undefined
  readonly hint?: string | undefined
}

/** Several units of a day, found by name. */
export function UnitsPicker({ day, ...props }: PickProps) {
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery({
    ...unitListQuery({ q: words || undefined, limit: 30, asOf: day }),
    placeholderData: keepPreviousData,
  })
  return (
    <MultiComboBox
      {...props}
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

/** Several agencies of a day, found by any of their names. */
export function AgenciesPicker({ day, ...props }: PickProps) {
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery({
    ...agencyListQuery({ q: words || undefined, limit: 30, asOf: day }),
    placeholderData: keepPreviousData,
  })
  return (
    <MultiComboBox
      {...props}
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
