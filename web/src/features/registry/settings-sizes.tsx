import { FIELD_WORDS, SIZE_WORDS } from '@hopluc/shared/entity-words'
import { BusinessField } from '@hopluc/shared/entities'
import { SizeThreshold, type SizeThresholdAnswer } from '@hopluc/shared/entity-settings'
import { FOREVER } from '@hopluc/shared/values'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { formatNumber } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Progress } from '../../ui/bar.tsx'
import { FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { isUnderWay, thresholdsQuery } from './list-queries.ts'
import { REGISTRY_KEY } from './queries.ts'
import { DayField, dayWords } from './settings-codes.tsx'
import { type FieldProps, SettingsList } from './settings-list.tsx'
import { say } from './words.ts'

const MILLION = 1_000_000
const inMillions = (dong: number) => formatNumber(dong / MILLION)
const nameOfSize = ({ field, size }: SizeThreshold) =>
  `${say(FIELD_WORDS[field])}, ${say(SIZE_WORDS[size])}`

/** From which size on a class begins (Decree 113/2024, articles 4 and 5), with its days and basis. */
export function SizePart() {
  const found = useQuery(thresholdsQuery)
  return (
    <>
      <ResizePart work={found.data?.work ?? null} />
      <SettingsList<SizeThreshold>
        title={t('registry.settings.sizes')}
        note={t('registry.settings.sizes.note')}
        path="/entities/size-thresholds"
        found={found}
        schema={SizeThreshold}
        keyOf={({ field, size, fromOn }) => `${field} ${size} ${fromOn}`}
        nameOf={nameOfSize}
        blank={{
          field: 'agriculture',
          size: 'small',
          members: 1,
          revenue: MILLION,
          capital: MILLION,
          basis: '',
          fromOn: '2024-11-01',
          untilOn: FOREVER,
        }}
        columns={[
          { id: 'name', head: t('registry.filter.field'), phone: 'title', cell: nameOfSize },
          {
            id: 'members',
            head: t('registry.settings.members'),
            isFigure: true,
            phone: 'line',
            cell: ({ members }) =>
              t('registry.settings.members.count', { count: formatNumber(members) }),
          },
          {
            id: 'revenue',
            head: `${t('registry.settings.revenue')} (${t('registry.settings.million')})`,
            isFigure: true,
            cell: ({ revenue }) => inMillions(revenue),
          },
          {
            id: 'capital',
            head: `${t('registry.settings.capital')} (${t('registry.settings.million')})`,
            isFigure: true,
            cell: ({ capital }) => inMillions(capital),
          },
          { id: 'basis', head: t('registry.settings.basis'), cell: ({ basis }) => basis },
          {
            id: 'from',
            head: t('registry.settings.from'),
            phone: 'end',
            cell: ({ fromOn }) => dayWords(fromOn),
          },
          {
            id: 'until',
            head: t('registry.settings.until'),
            cell: ({ untilOn }) => dayWords(untilOn),
          },
        ]}
        fields={SizeFields}
      />
    </>
  )
}

/** How far it is with the sizes of all entities, which follow from thresholds that were changed. */
function ResizePart({ work }: { work: SizeThresholdAnswer['work'] }) {
  const queries = useQueryClient()
  const isRunning = isUnderWay(work)
  const was = useRef(isRunning)
  useEffect(() => {
    if (was.current && !isRunning) void queries.invalidateQueries({ queryKey: [REGISTRY_KEY] })
    was.current = isRunning
  }, [isRunning, queries])
  if (work?.state === 'failed')
    return (
      <Notice kind="error">
        {t('registry.settings.resize.failed')} {work.error}
      </Notice>
    )
  if (!isRunning) return null
  const progress = work?.progress
  return (
    <>
      <Notice kind="info">
        {progress
          ? t('registry.settings.resize.running', {
              done: formatNumber(progress.done),
              total: formatNumber(progress.total),
            })
          : t('registry.settings.resize.waiting')}
      </Notice>
      <Progress
        label={t('registry.settings.resize')}
        {...(progress && { share: progress.done / Math.max(progress.total, 1) })}
      />
    </>
  )
}

const SIZES = ['small', 'medium', 'large'] as const

function SizeFields({ item, set, faults, isNew }: FieldProps<SizeThreshold>) {
  const amount = (key: 'revenue' | 'capital') => (
    <NumberField
      label={t(`registry.settings.${key}`)}
      value={item[key] / MILLION}
      onChange={(value) => set({ [key]: Math.round(value * MILLION) })}
      minValue={0}
      unit={t('registry.settings.million')}
      error={faults[key]}
      isRequired
    />
  )
  return (
    <>
      <FormRow>
        <Select
          label={t('registry.filter.field')}
          value={item.field}
          isDisabled={!isNew}
          onChange={(field) => set({ field })}
          options={BusinessField.options.map((value) => ({
            value,
            label: say(FIELD_WORDS[value]),
          }))}
        />
        <Select
          label={t('registry.filter.size')}
          value={item.size}
          isDisabled={!isNew}
          onChange={(size) => set({ size })}
          options={SIZES.map((value) => ({ value, label: say(SIZE_WORDS[value]) }))}
        />
      </FormRow>
      <NumberField
        label={t('registry.settings.members')}
        value={item.members}
        onChange={(members) => set({ members })}
        minValue={1}
        error={faults.members}
        isRequired
      />
      <FormRow>
        {amount('revenue')}
        {amount('capital')}
      </FormRow>
      <BasisField item={item} set={set} faults={faults} />
      <FormRow>
        <DayField
          label={t('registry.settings.from')}
          value={item.fromOn}
          none=""
          onChange={(fromOn) => set({ fromOn })}
          error={faults.fromOn}
        />
        <DayField
          label={t('registry.settings.until')}
          value={item.untilOn}
          none={FOREVER}
          onChange={(untilOn) => set({ untilOn })}
          error={faults.untilOn}
        />
      </FormRow>
    </>
  )
}

/** The act on which a rule rests. */
export function BasisField(props: Pick<FieldProps<{ basis: string }>, 'item' | 'set' | 'faults'>) {
  const { item, set, faults } = props
  return (
    <TextField
      label={t('registry.settings.basis')}
      value={item.basis}
      onChange={(basis) => set({ basis })}
      error={faults.basis}
      isRequired
    />
  )
}
