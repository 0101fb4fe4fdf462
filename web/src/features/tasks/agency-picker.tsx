import type { AgencyItem } from '@hopluc/shared/units'
import type { Id } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { ComboBox, MultiComboBox } from '../../ui/combo-box.tsx'
import { agencyQuery, agencySearchQuery } from './agency-queries.ts'

/** How a body stands among others of its name; a party body is never given a task. */
export function agencyOption({ id, shortName, name, manner, under }: AgencyItem) {
  const words = [name, under, manner === 'request' && t('tasks.manner.request')]
  return {
    value: id,
    label: shortName,
    note: words.filter(Boolean).join(' · '),
    isDisabled: manner === 'never',
  }
}

export interface AgencyPickerProps {
  readonly label: string
  readonly value: Id | null
  readonly onChange: (id: Id | null, name: string) => void
  readonly isLabelHidden?: boolean | undefined
  readonly isRequired?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly name?: string | undefined
  /** Bodies that come first while nothing is typed: likely ones. */
  readonly likely?: readonly { id: Id; shortName: string; name: string }[] | undefined
}

/** One agency, by a part of any of its names. */
export function AgencyPicker(props: AgencyPickerProps) {
  const { label, value, onChange, likely = [] } = props
  const [words, setWords] = useState('')
  const { data: found = [], isFetching } = useQuery(agencySearchQuery(words))
  const { data: chosen } = useQuery({ ...agencyQuery(value ?? ''), enabled: value !== null })
  const first = words === '' ? likely : []
  const options = [
    ...first.map(({ id, shortName, name }) => ({ value: id, label: shortName, note: name })),
    ...found.filter(({ id }) => !first.some((one) => one.id === id)).map(agencyOption),
  ]
  return (
    <ComboBox
      label={label}
      isLabelHidden={props.isLabelHidden}
      isRequired={props.isRequired}
      placeholder={props.placeholder ?? label}
      name={props.name}
      value={value}
      valueLabel={chosen?.shortName}
      options={options}
      onSearch={setWords}
      isSearching={isFetching}
      onChange={(id) => onChange(id, options.find((one) => one.value === id)?.label ?? '')}
    />
  )
}

/** An agency as a form keeps it. */
export interface ChosenAgency {
  readonly value: Id
  readonly label: string
  readonly note?: string | undefined
}

export interface AgenciesPickerProps {
  readonly label: string
  readonly chosen: readonly ChosenAgency[]
  readonly onChange: (chosen: readonly ChosenAgency[]) => void
  readonly isRequired?: boolean | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly name?: string | undefined
}

/** Several agencies, as tags. */
export function AgenciesPicker({ chosen, onChange, ...props }: AgenciesPickerProps) {
  const [words, setWords] = useState('')
  const { data: found = [], isFetching } = useQuery(agencySearchQuery(words))
  return (
    <MultiComboBox
      {...props}
      chosen={chosen}
      options={found.map(agencyOption)}
      onSearch={setWords}
      isSearching={isFetching}
      onChange={onChange}
    />
  )
}
