import { UnitPage } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../lib/api.ts'
import { matches } from '../../lib/matches.ts'
import { t } from '../../lib/i18n.ts'
import { ComboBox, MultiComboBox } from '../../ui/combo-box.tsx'
import { unitQuery } from '../organisation/queries.ts'
import { unitWords } from '../organisation/words.ts'
import { commoditiesQuery, linesQuery } from './list-queries.ts'
import { entitySearchQuery } from './queries.ts'

const SHOWN = 50

const communesQuery = (q: string, asOf: PlainDate) =>
  queryOptions({
    queryKey: ['organisation', 'communes', q, asOf],
    queryFn: () => api.get('/units', UnitPage, { q, level: 'commune', limit: 20, asOf }),
    placeholderData: keepPreviousData,
  })

interface PickerProps {
  readonly label: string
  readonly isLabelHidden?: boolean | undefined
  readonly placeholder?: string | undefined
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly name?: string | undefined
  readonly isRequired?: boolean | undefined
}

/** One commune as it was on a day. */
export function CommunePicker(
  props: PickerProps & { value: Id | null; onChange: (id: Id | null) => void; day: PlainDate },
) {
  const { value, day, ...rest } = props
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(communesQuery(words, day))
  const chosen = useQuery({ ...unitQuery(value ?? '', day), enabled: value !== null })
  return (
    <ComboBox
      {...rest}
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

interface CodesProps extends PickerProps {
  readonly codes: readonly string[]
  readonly onChange: (codes: string[]) => void
}

/** Main commodities, found by any of their names. */
export function CommoditiesPicker({ codes, onChange, ...props }: CodesProps) {
  const { data } = useQuery(commoditiesQuery)
  const [words, setWords] = useState('')
  const all = data?.items ?? []
  const labelOf = (code: string) => all.find((one) => one.code === code)?.name ?? code
  return (
    <MultiComboBox
      {...props}
      chosen={codes.map((code) => ({ value: code, label: labelOf(code) }))}
      onChange={(chosen) => onChange(chosen.map(({ value }) => value))}
      options={all
        .filter(
          ({ name, otherNames, isActive }) =>
            isActive && [name, ...otherNames].some((one) => matches(one, words)),
        )
        .map(({ code, name, family }) => ({ value: code, label: name, note: family }))}
      onSearch={setWords}
    />
  )
}

/** Lines of business by code or words; the first chosen is the main one. */
export function LinesPicker({ codes, onChange, ...props }: CodesProps) {
  const { data } = useQuery(linesQuery)
  const [words, setWords] = useState('')
  const all = data?.items ?? []
  const label = (code: string, name: string | undefined) => (name ? `${code} ${name}` : code)
  return (
    <MultiComboBox
      {...props}
      chosen={codes.map((code, index) => ({
        value: code,
        label:
          label(code, all.find((one) => one.code === code)?.name) +
          (index === 0 && codes.length > 1 ? ` (${t('registry.entity.main')})` : ''),
      }))}
      onChange={(chosen) => onChange(chosen.map(({ value }) => value))}
      options={all
        .filter(({ code, name }) => matches(`${code} ${name}`, words))
        .slice(0, SHOWN)
        .map(({ code, name }) => ({ value: code, label: label(code, name) }))}
      onSearch={setWords}
    />
  )
}

export interface ChosenEntity {
  readonly value: Id
  readonly label: string
}

/** Several entities of the register, as tags. */
export function EntityPicker(
  props: PickerProps & {
    except: Id
    chosen: readonly ChosenEntity[]
    onChange: (chosen: readonly ChosenEntity[]) => void
  },
) {
  const { except, ...rest } = props
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(entitySearchQuery(words))
  return (
    <MultiComboBox
      {...rest}
      options={(data?.items ?? [])
        .filter(({ id }) => id !== except)
        .map(({ id, name, unit, code }) => ({
          value: id,
          label: name,
          note: [unitWords(unit), code].filter(Boolean).join(' · '),
        }))}
      onSearch={setWords}
      isSearching={isFetching}
    />
  )
}
