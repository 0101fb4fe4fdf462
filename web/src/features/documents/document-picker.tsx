import type { Id } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ComboBox, MultiComboBox } from '../../ui/combo-box.tsx'
import { documentSearchQuery } from './queries.ts'
import { cited } from './words.tsx'

/** A paper as a form keeps it. */
export interface ChosenDocument {
  readonly value: Id
  readonly label: string
}

function useFound(except?: Id) {
  const [words, setWords] = useState('')
  const { data = [], isFetching } = useQuery(documentSearchQuery(words))
  const options = data
    .filter(({ id }) => id !== except)
    .map((paper) => ({ value: paper.id, label: cited(paper), note: paper.abstract }))
  return { options, onSearch: setWords, isSearching: isFetching }
}

/** One paper of the register, by number or words. */
export function DocumentPicker(props: {
  label: string
  value: Id | null
  onChange: (id: Id | null) => void
  except?: Id
  /** What a paper that is chosen from the start is called. */
  known?: string | undefined
}) {
  const { except, known = '', ...rest } = props
  const [label, setLabel] = useState(known)
  const found = useFound(except)
  return (
    <ComboBox
      {...rest}
      {...found}
      valueLabel={label}
      onChange={(id) => {
        setLabel(found.options.find(({ value }) => value === id)?.label ?? '')
        props.onChange(id)
      }}
    />
  )
}

/** Several papers, as tags. */
export function DocumentsPicker(props: {
  label: string
  chosen: readonly ChosenDocument[]
  onChange: (chosen: readonly ChosenDocument[]) => void
}) {
  return <MultiComboBox {...props} {...useFound()} />
}
