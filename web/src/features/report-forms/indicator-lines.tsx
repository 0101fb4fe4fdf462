import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import type { Indicator } from '@hopluc/shared/indicators'
import {
  ColumnKind,
  type FormGrid,
  type FormIndicator,
  type FormSection,
} from '@hopluc/shared/report-forms'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { language, t } from '../../lib/i18n.ts'
import { matches } from '../../lib/matches.ts'
import { IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { moved, newIndicator, PARTS, partsKey, partsOf, put, without } from './form-model.ts'
import { indicatorsQuery } from './queries.ts'

interface LinesProps {
  readonly section: FormGrid
  readonly mayEdit: boolean
  readonly onChange: (section: FormSection) => void
}

export const indicatorWords = ({ code, name, nameEn }: Indicator) =>
  `${code} ${language() === 'en' && nameEn ? nameEn : name}`

/** What a grid asks: indicators with their breakdown and columns. */
export function IndicatorLines({ section, mayEdit, onChange }: LinesProps) {
  const { data } = useQuery(indicatorsQuery)
  const [words, setWords] = useState('')
  const known = data?.items ?? []
  const { indicators } = section
  const set = (next: FormIndicator[]) => onChange({ ...section, indicators: next })
  const found = known
    .filter((one) => one.isActive && one.origin !== 'formula')
    .filter((one) => matches(indicatorWords(one), words))
  return (
    <>
      <ul className="form-indicators">
        {indicators.map((line, at) => {
          const indicator = known.find(({ code }) => code === line.code)
          return (
            <li key={`${line.code} ${partsKey(line.breakdown)} ${at}`}>
              <p className="form-indicator-name">
                <b>{indicator ? indicatorWords(indicator) : line.code}</b>{' '}
                <span className="muted small">{indicator?.measure}</span>
                {mayEdit && (
                  <span className="form-indicator-tools">
                    <IconButton
                      label={t('forms.up')}
                      icon={IconArrowUp}
                      isSmall
                      isDisabled={at === 0}
                      onPress={() => set(moved(indicators, at, -1))}
                    />
                    <IconButton
                      label={t('forms.down')}
                      icon={IconArrowDown}
                      isSmall
                      isDisabled={at === indicators.length - 1}
                      onPress={() => set(moved(indicators, at, 1))}
                    />
                    <IconButton
                      label={t('ui.remove', { name: line.code })}
                      icon={IconTrash}
                      isSmall
                      onPress={() => set(without(indicators, at))}
                    />
                  </span>
                )}
              </p>
              {mayEdit ? (
                <Line
                  line={line}
                  indicator={indicator}
                  onChange={(next) => set(put(indicators, at, next))}
                />
              ) : (
                <p className="muted small">{lineWords(line)}</p>
              )}
            </li>
          )
        })}
      </ul>
      {mayEdit && (
        <ComboBox
          label={t('forms.indicator.add')}
          value={null}
          onChange={(code) => {
            if (code) set([...indicators, newIndicator(code)])
            setWords('')
          }}
          options={found
            .slice(0, 30)
            .map((one) => ({ value: one.code, label: indicatorWords(one), note: one.measure }))}
          onSearch={setWords}
        />
      )}
    </>
  )
}

function lineWords({ label, breakdown, columns, isReadOnly }: FormIndicator): string {
  return [
    label,
    partWords(partsKey(breakdown)),
    columns.map((column) => t(`forms.column.${column}`)).join(', '),
    isReadOnly ? t('forms.readOnly') : null,
  ]
    .filter(Boolean)
    .join(' · ')
}

function partWords(key: string): string {
  switch (key) {
    case 'sex=female':
      return t('forms.part.female')
    case 'sex=male':
      return t('forms.part.male')
    case 'ethnicity=minority':
      return t('forms.part.minority')
    case 'poverty=poor':
      return t('forms.part.poor')
    case 'poverty=near_poor':
      return t('forms.part.near_poor')
    case 'kind=cooperative':
      return t('forms.part.cooperative')
    case 'kind=union':
      return t('forms.part.union')
    case 'kind=group':
      return t('forms.part.group')
    case 'kind=credit_fund':
      return t('forms.part.credit_fund')
    default:
      return key
  }
}

interface LineProps {
  readonly line: FormIndicator
  readonly indicator: Indicator | undefined
  readonly onChange: (line: FormIndicator) => void
}

function Line({ line, indicator, onChange }: LineProps) {
  const parts = (indicator?.dims ?? []).flatMap((dim) =>
    (PARTS[dim] ?? []).map((part) => `${dim}=${part}`),
  )
  const now = partsKey(line.breakdown)
  const choices = [...new Set(['', now, ...parts])]
  const toggle = (column: ColumnKind, isOn: boolean) => {
    const columns = ColumnKind.options.filter((one) =>
      one === column ? isOn : line.columns.includes(one),
    )
    if (columns.length > 0) onChange({ ...line, columns })
  }
  return (
    <div className="form-line">
      <div className="form-line-fields">
        {choices.length > 1 && (
          <Select
            label={t('forms.breakdown')}
            value={now}
            onChange={(key) => onChange({ ...line, breakdown: partsOf(key) })}
            options={choices.map((key) => ({
              value: key,
              label: key === '' ? t('forms.part.total') : partWords(key),
            }))}
          />
        )}
        <TextField
          label={t('forms.label')}
          placeholder={indicator?.name}
          value={line.label ?? ''}
          onChange={(label) => onChange({ ...line, label: label.trim() === '' ? null : label })}
        />
      </div>
      <fieldset className="form-columns">
        <legend>{t('forms.columns')}</legend>
        {ColumnKind.options.map((column) => (
          <Checkbox
            key={column}
            isSelected={line.columns.includes(column)}
            onChange={(isOn) => toggle(column, isOn)}
          >
            {t(`forms.column.${column}`)}
          </Checkbox>
        ))}
        <Checkbox
          isSelected={line.isReadOnly}
          onChange={(isReadOnly) => onChange({ ...line, isReadOnly })}
        >
          {t('forms.readOnly')}
        </Checkbox>
        <Checkbox
          isSelected={line.isRequired}
          onChange={(isRequired) => onChange({ ...line, isRequired })}
        >
          {t('forms.required')}
        </Checkbox>
        <Checkbox
          isSelected={line.mayBeNegative}
          onChange={(mayBeNegative) => onChange({ ...line, mayBeNegative })}
        >
          {t('forms.negative')}
        </Checkbox>
      </fieldset>
    </div>
  )
}
