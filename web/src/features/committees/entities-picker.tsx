import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MultiComboBox } from '../../ui/combo-box.tsx'
import { unitSearchQuery } from '../organisation/queries.ts'
import { unitWords } from '../organisation/words.ts'
import { entitySearchQuery } from './queries.ts'

export interface Chosen {
  readonly value: string
  readonly label: string
}

interface Props {
  readonly label: string
  readonly chosen: readonly Chosen[]
  readonly onChange: (chosen: readonly Chosen[]) => void
}

/** Several cooperatives, as tags. */
export function EntitiesPicker({ label, chosen, onChange }: Props) {
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(entitySearchQuery(words))
  return (
    <MultiComboBox
      label={label}
      chosen={chosen}
      onChange={onChange}
      options={(data?.items ?? []).map(({ id, name, place }) => ({
        value: id,
        label: name,
        note: place ?? undefined,
      }))}
      onSearch={setWords}
      isSearching={isFetching}
    />
  )
}

/** Several units of today, as tags. */
export function UnitsPicker({ label, chosen, onChange }: Props) {
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(unitSearchQuery(words))
  return (
    <MultiComboBox
      label={label}
      chosen={chosen}
      onChange={onChange}
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
