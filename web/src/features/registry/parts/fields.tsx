import { FOREVER } from '@hopluc/shared/values'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type PlainKey, t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/choice.tsx'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { DateField } from '../../../ui/date-picker.tsx'
import { FormRow } from '../../../ui/form.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import type { Option } from '../../../ui/select.tsx'
import { TextArea, TextField } from '../../../ui/text-field.tsx'
import { DocumentPicker } from '../../documents/document-picker.tsx'
import { documentQuery } from '../../documents/queries.ts'
import { cited } from '../../documents/words.tsx'
import { useSession } from '../../session/queries.ts'
import { commoditiesQuery } from '../list-queries.ts'
import { entitySearchQuery } from '../queries.ts'

export type Values = Readonly<Record<string, unknown>>

/** One thing that is said of a record. */
export interface Field {
  readonly key: string
  readonly label: PlainKey
  /** `kept`: masked on the page, and left as it is while nothing is typed. */
  readonly kind:
    | 'text'
    | 'area'
    | 'day'
    | 'number'
    | 'whole'
    | 'money'
    | 'choice'
    | 'commodity'
    | 'entity'
    | 'paper'
    | 'check'
    | 'kept'
    | 'years'
  readonly options?: readonly Option<string>[] | undefined
  readonly isRequired?: boolean | undefined
  readonly unit?: string | undefined
}

/** Fields that stand beside each other. */
export type FieldRow = readonly Field[]

/** A record as its form has it: what has no end has an empty day. */
export function valuesOf(record: Values, rows: readonly FieldRow[]): Values {
  return Object.fromEntries(
    rows.flat().map(({ key, kind }) => {
      const value = record[key]
      if (kind === 'kept') return [key, '']
      if (kind === 'years') return [key, value ?? []]
      return [key, value === FOREVER ? null : (value ?? null)]
    }),
  )
}

/** What is sent: an empty text is none; what is masked and an end that is open are left out. */
export function bodyOf(values: Values, rows: readonly FieldRow[]): Values {
  return Object.fromEntries(
    rows.flat().flatMap(({ key, kind }) => {
      const value = values[key]
      const said = typeof value === 'string' ? value.trim() || null : (value ?? null)
      if (kind === 'kept' || key === 'untilOn' || key === 'measure')
        return said === null ? [] : [[key, said]]
      return [[key, kind === 'check' ? said === true : said]]
    }),
  )
}

export const missingIn = (values: Values, rows: readonly FieldRow[]) =>
  rows.flat().filter(({ key, isRequired }) => isRequired && !hasValue(values[key]))
const hasValue = (value: unknown) =>
  typeof value === 'string' ? value.trim() !== '' : value != null

interface InputProps {
  readonly field: Field
  readonly values: Values
  readonly onChange: (change: Values) => void
  readonly isTried: boolean
}

export function FieldRows(props: {
  rows: readonly FieldRow[]
  values: Values
  onChange: (change: Values) => void
  isTried: boolean
}) {
  const { rows, ...rest } = props
  return rows.map((row) => {
    const inputs = row.map((field) => <FieldInput key={field.key} field={field} {...rest} />)
    const [first] = row
    return row.length === 1 ? inputs : <FormRow key={first?.key ?? ''}>{inputs}</FormRow>
  })
}

function FieldInput({ field, values, onChange, isTried }: InputProps) {
  const { key, kind, isRequired, unit } = field
  const value = values[key]
  const words = typeof value === 'string' ? value : ''
  const common = {
    label: t(field.label),
    name: key,
    ...(isRequired && { isRequired }),
    ...(isTried && isRequired && !hasValue(value) && { error: t('parts.required') }),
  }
  const set = (next: unknown) => onChange({ [key]: next })
  switch (kind) {
    case 'area':
      return <TextArea {...common} value={words} onChange={set} rows={2} />
    case 'day':
      return <DateField {...common} value={words || null} onChange={set} />
    case 'number':
    case 'whole':
    case 'money':
      return (
        <NumberField
          {...common}
          unit={unit ?? (kind === 'money' ? t('parts.dong') : undefined)}
          value={typeof value === 'number' ? value : Number.NaN}
          onChange={(next) => set(Number.isNaN(next) ? null : next)}
          minValue={0}
          formatOptions={{
            maximumFractionDigits: kind === 'number' ? 2 : 0,
            useGrouping: key !== 'birthYear',
          }}
        />
      )
    case 'choice':
      return (
        <ComboBox {...common} value={words || null} onChange={set} options={field.options ?? []} />
      )
    case 'commodity':
      return <CommodityInput {...common} value={words || null} onChange={set} />
    case 'entity':
      return <EntityInput {...common} value={words || null} onChange={set} />
    case 'paper':
      return <PaperInput {...common} value={words || null} onChange={set} />
    case 'check':
      return (
        <Checkbox isSelected={value === true} onChange={set}>
          {t(field.label)}
        </Checkbox>
      )
    case 'kept':
      return <TextField {...common} value={words} onChange={set} hint={t('parts.kept')} />
    case 'years':
      return <YearLines value={value} onChange={set} />
    case 'text':
      return <TextField {...common} value={words} onChange={set} unit={unit} />
  }
}

interface PickProps {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly error?: string | undefined
}

function CommodityInput(props: PickProps) {
  const { data } = useQuery(commoditiesQuery)
  const options = (data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))
  return <ComboBox {...props} options={options} />
}

function EntityInput(props: PickProps) {
  const [words, setWords] = useState('')
  const { data, isFetching } = useQuery(entitySearchQuery(words))
  return (
    <ComboBox
      {...props}
      options={(data?.items ?? []).map(({ id, name, unit }) => ({
        value: id,
        label: name,
        note: unit.name,
      }))}
      onSearch={setWords}
      isSearching={isFetching}
    />
  )
}

/** A paper of the register; what is chosen already is called as it is cited. */
function PaperInput({ label, value, onChange }: PickProps) {
  const { data } = useQuery({ ...documentQuery(value ?? ''), enabled: value !== null })
  const known = data?.id === value && data ? cited(data) : undefined
  return (
    <DocumentPicker
      key={known}
      label={label}
      value={value}
      onChange={onChange}
      {...(known && { known })}
    />
  )
}

type Year = { year: number; area: number | null; output: number | null; value: number | null }
const isYear = (one: unknown): one is Year =>
  typeof one === 'object' && one !== null && 'year' in one

/** Output of each year; a year is added before the last. */
function YearLines({ value, onChange }: { value: unknown; onChange: (next: Year[]) => void }) {
  const years = Array.isArray(value) ? value.filter(isYear) : []
  const set = (at: number, change: Partial<Year>) =>
    onChange(years.map((one, index) => (index === at ? { ...one, ...change } : one)))
  const { today } = useSession()
  const lastYear = Number(today.slice(0, 4)) - 1
  const last = years.reduce((most, { year }) => Math.max(most, year), lastYear)
  return (
    <fieldset className="parts-years">
      <legend>{t('parts.product.years')}</legend>
      {years.map((one, index) => (
        <div key={index} className="parts-year">
          {(['year', 'area', 'output'] as const).map((key) => (
            <NumberField
              key={key}
              label={t(`parts.product.${key}`)}
              value={one[key] ?? Number.NaN}
              onChange={(next) =>
                set(index, {
                  [key]: Number.isNaN(next) ? (key === 'year' ? one.year : null) : next,
                })
              }
              minValue={0}
              formatOptions={{
                maximumFractionDigits: key === 'year' ? 0 : 2,
                useGrouping: key !== 'year',
              }}
            />
          ))}
          <Button
            kind="quiet"
            isSmall
            onPress={() => onChange(years.filter((_, at) => at !== index))}
          >
            {t('parts.remove')}
          </Button>
        </div>
      ))}
      <Button
        kind="quiet"
        isSmall
        onPress={() =>
          onChange([
            { year: years.length === 0 ? last : last + 1, area: null, output: null, value: null },
            ...years,
          ])
        }
      >
        {t('parts.product.addYear')}
      </Button>
    </fieldset>
  )
}
