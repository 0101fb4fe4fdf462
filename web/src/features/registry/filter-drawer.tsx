import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { MultiComboBox } from '../../ui/combo-box.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { Form, FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { type Option, Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import {
  fieldOptions,
  governanceOptions,
  kindOptions,
  lawOptions,
  sectorOptions,
  sizeOptions,
} from './filter-options.ts'
import { useSession } from '../session/queries.ts'
import { CommoditiesPicker } from './pickers.tsx'
import type { RegistryFilters } from './search.ts'

interface DrawerProps {
  readonly search: RegistryFilters
  readonly onApply: (search: RegistryFilters) => void
  readonly onClose: () => void
}

const RANGES = ['members', 'workers', 'capital', 'revenue'] as const
type RangeId = (typeof RANGES)[number]
/** What one types is so many of what the address says: money in millions. */
const STEP: Record<RangeId, number> = { members: 1, workers: 1, capital: 1e6, revenue: 1e6 }

const bound = (value: string | undefined) => Number(value ?? NaN)
const isWrong = (typed: RegistryFilters, id: RangeId) =>
  bound(typed[`${id}From`]) > bound(typed[`${id}To`])

const LINE = /^([A-Z]|\d{2,5})$/

/** All that can be asked of the list; nothing is filtered before the button is pressed. */
export function FilterDrawer({ search, onApply, onClose }: DrawerProps) {
  const { today } = useSession()
  const [typed, setTyped] = useState(search)
  const set = (change: Partial<RegistryFilters>) => setTyped({ ...typed, ...change })
  const isWrongRange = RANGES.some((id) => isWrong(typed, id))
  const isWrongLine = typed.line !== undefined && !LINE.test(typed.line)
  return (
    <Drawer
      title={t('registry.filter.more')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            form="registry-filters"
            isDisabled={isWrongRange || isWrongLine}
          >
            {t('registry.filter.apply')}
          </Button>
        </>
      }
    >
      <Form id="registry-filters" label={t('registry.filter.more')} onSubmit={() => onApply(typed)}>
        <Many id="kind" options={kindOptions()} typed={typed} set={set} />
        <Many id="law" options={lawOptions()} typed={typed} set={set} />
        <FormRow>
          <Many id="sector" options={sectorOptions()} typed={typed} set={set} />
          <Many id="field" options={fieldOptions()} typed={typed} set={set} />
        </FormRow>
        <FormRow>
          <Many id="size" options={sizeOptions()} typed={typed} set={set} />
          <Select
            label={t('registry.filter.governance')}
            value={typed.governance ?? ''}
            options={[{ value: '', label: t('registry.filter.any') }, ...governanceOptions()]}
            onChange={(governance) => set({ governance: governance || undefined })}
          />
        </FormRow>
        <CommoditiesPicker
          label={t('registry.filter.commodity')}
          codes={typed.commodity?.split(',') ?? []}
          onChange={(codes) => set({ commodity: codes.join(',') || undefined })}
        />
        <FormRow>
          <TextField
            label={t('registry.filter.line')}
            value={typed.line ?? ''}
            onChange={(line) => set({ line: line.trim().toUpperCase() || undefined })}
            error={isWrongLine ? t('registry.filter.line.wrong') : undefined}
          />
          <Select
            label={t('registry.filter.hasCode')}
            value={typed.hasCode ?? ''}
            options={[
              { value: '', label: t('registry.filter.any') },
              { value: 'true', label: t('registry.filter.hasCode.true') },
              { value: 'false', label: t('registry.filter.hasCode.false') },
            ]}
            onChange={(hasCode) => set({ hasCode: hasCode || undefined })}
          />
        </FormRow>
        {RANGES.map((id) => (
          <Range key={id} id={id} year={Number(today.slice(0, 4)) - 1} typed={typed} set={set} />
        ))}
        <NumberField
          label={t('registry.filter.staleDays')}
          value={Number(typed.staleDays ?? NaN)}
          minValue={1}
          maxValue={3650}
          onChange={(value) => set({ staleDays: text(value) })}
        />
        <Checkbox
          isSelected={typed.notConverted === 'true'}
          onChange={(isOn) => set({ notConverted: isOn ? 'true' : undefined })}
        >
          {t('registry.filter.notConverted')}
        </Checkbox>
        <Checkbox
          isSelected={typed.noCongress === 'true'}
          onChange={(isOn) => set({ noCongress: isOn ? 'true' : undefined })}
        >
          {t('registry.filter.noCongress')}
        </Checkbox>
        <Checkbox
          isSelected={typed.life === 'all'}
          onChange={(isOn) => set({ life: isOn ? 'all' : undefined })}
        >
          {t('registry.filter.life.all')}
        </Checkbox>
      </Form>
    </Drawer>
  )
}

const text = (value: number) => (Number.isNaN(value) ? undefined : String(value))

interface RangeProps {
  readonly id: RangeId
  /** Of the yearly figures. */
  readonly year: number
  readonly typed: RegistryFilters
  readonly set: (change: Partial<RegistryFilters>) => void
}

function Range({ id, year, typed, set }: RangeProps) {
  const step = STEP[id]
  const field = (end: 'From' | 'To') =>
    ({
      value: bound(typed[`${id}${end}`]) / step,
      minValue: 0,
      onChange: (value: number) => set({ [`${id}${end}`]: text(value * step) }),
      ...(step > 1 && { unit: t('registry.filter.millions') }),
    }) as const
  return (
    <FormRow>
      <NumberField label={t(`registry.filter.${id}`, { year })} {...field('From')} />
      <NumberField
        label={t('registry.filter.to')}
        {...field('To')}
        error={isWrong(typed, id) ? t('registry.filter.range.wrong') : undefined}
      />
    </FormRow>
  )
}

interface ManyProps {
  readonly id: 'kind' | 'law' | 'sector' | 'field' | 'size'
  readonly options: readonly Option<string>[]
  readonly typed: RegistryFilters
  readonly set: (change: Partial<RegistryFilters>) => void
}

/** Several values of one filter; the address separates them by commas. */
function Many({ id, options, typed, set }: ManyProps) {
  const values = typed[id]?.split(',') ?? []
  return (
    <MultiComboBox
      label={t(id === 'sector' ? 'registry.filter.sector8' : `registry.filter.${id}`)}
      placeholder={t('registry.filter.any')}
      chosen={options.filter(({ value }) => values.includes(value))}
      options={options}
      onChange={(chosen) => set({ [id]: chosen.map(({ value }) => value).join(',') || undefined })}
    />
  )
}
