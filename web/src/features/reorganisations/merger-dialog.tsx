import { communeAgencies } from '@hopluc/shared/commune-agencies'
import type { UnitLevel } from '@hopluc/shared/units'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, RadioGroup } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import type { Option } from '../../ui/select.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { UnitPicker } from '../organisation/pickers.tsx'
import { UnitsPicker } from './pick.tsx'
import type { UnitMerger } from './plan.ts'

interface Passing extends Option<string> {
  isWhole: boolean
  /** Per cent of what the older one had; NaN where the act states none. */
  percent: number
}

const NEW_UNIT: { level: UnitLevel; kind: string; name: string; code: string } = {
  level: 'commune',
  kind: 'xã',
  name: '',
  code: '',
}
const LEVELS = ['province', 'district', 'commune'] as const satisfies readonly UnitLevel[]

export interface MergerDialogProps {
  /** On which day the act takes effect. */
  readonly onDay: PlainDate
  readonly onClose: () => void
  readonly onAdd: (merger: UnitMerger) => void
}

/** Which units pass to which one, wholly or in part. */
export function MergerDialog({ onDay, onClose, onAdd }: MergerDialogProps) {
  const [from, setFrom] = useState<readonly Passing[]>([])
  const [isNew, setNew] = useState(true)
  const [toId, setToId] = useState<Id | null>(null)
  const [parentId, setParentId] = useState<Id | null>(null)
  const [unit, setUnit] = useState(NEW_UNIT)
  const [hasAgencies, setHasAgencies] = useState(true)
  const [isTried, setTried] = useState(false)
  const set = (next: Partial<typeof unit>) => setUnit((now) => ({ ...now, ...next }))
  const missing = (value: unknown) => (isTried && !value ? t('organisation.required') : undefined)
  const change = (id: string, next: Partial<Passing>) =>
    setFrom((now) => now.map((one) => (one.value === id ? { ...one, ...next } : one)))
  const add = () => {
    setTried(true)
    if (from.length === 0) return
    const passing = from.map(({ value, isWhole, percent }) => ({
      fromId: value,
      isWhole,
      share: isWhole || Number.isNaN(percent) ? null : percent / 100,
      isEstimate: false,
    }))
    if (!isNew) return toId ? onAdd({ to: { id: toId }, from: passing, agencies: [] }) : undefined
    const { level, kind, name, code } = unit
    if (!kind.trim() || !name.trim() || !parentId) return
    const words = { kind: kind.trim(), name: name.trim(), code: code.trim() || null }
    const founded = { id: newId(), level, parentId, ...words }
    const agencies = hasAgencies ? communeAgencies(founded, newId) : []
    onAdd({ to: { founded }, from: passing, agencies })
  }
  return (
    <Dialog title={t('reorganisations.merge')} isOpen onClose={onClose} shape="wide">
      <Form onSubmit={add} label={t('reorganisations.merge')}>
        <UnitsPicker
          label={t('reorganisations.merge.from')}
          hint={t('reorganisations.merge.from.hint')}
          day={addDays(onDay, -1)}
          chosen={from}
          error={missing(from.length > 0)}
          onChange={(chosen) =>
            setFrom(
              chosen.map(
                (one) =>
                  from.find(({ value }) => value === one.value) ?? {
                    ...one,
                    isWhole: true,
                    percent: Number.NaN,
                  },
              ),
            )
          }
        />
        {from.map((one) => (
          <div key={one.value} className="passing-unit">
            <Checkbox
              isSelected={one.isWhole}
              onChange={(isWhole) => change(one.value, { isWhole })}
            >
              {t('reorganisations.merge.whole', { name: one.label })}
            </Checkbox>
            {!one.isWhole && (
              <NumberField
                label={t('reorganisations.merge.share')}
                hint={t('reorganisations.merge.share.hint')}
                unit="%"
                minValue={0}
                maxValue={100}
                value={one.percent}
                onChange={(percent) => change(one.value, { percent })}
              />
            )}
          </div>
        ))}
        <RadioGroup
          label={t('reorganisations.merge.to')}
          isRow
          choices={[
            { value: 'new', label: t('reorganisations.merge.to.new') },
            { value: 'old', label: t('reorganisations.merge.to.old') },
          ]}
          value={isNew ? 'new' : 'old'}
          onChange={(choice) => setNew(choice === 'new')}
        />
        {isNew ? (
          <>
            <FormRow>
              <Select
                label={t('organisation.field.level')}
                options={LEVELS.map((level) => ({
                  value: level,
                  label: t(`organisation.level.${level}`),
                }))}
                value={unit.level === 'nation' ? null : unit.level}
                onChange={(level) => set({ level })}
              />
              <TextField
                label={t('organisation.field.kind')}
                hint={t('organisation.field.kind.hint')}
                value={unit.kind}
                onChange={(kind) => set({ kind })}
                error={missing(unit.kind.trim())}
              />
              <TextField
                label={t('organisation.field.name')}
                value={unit.name}
                onChange={(name) => set({ name })}
                error={missing(unit.name.trim())}
              />
              <TextField
                label={t('organisation.field.code')}
                value={unit.code}
                onChange={(code) => set({ code })}
              />
            </FormRow>
            <UnitPicker
              label={t('organisation.unit.parent')}
              value={parentId}
              onChange={setParentId}
              error={missing(parentId)}
            />
            {unit.level === 'commune' && (
              <Checkbox isSelected={hasAgencies} onChange={setHasAgencies}>
                {t('reorganisations.file.agencies')}
              </Checkbox>
            )}
          </>
        ) : (
          <UnitPicker
            label={t('reorganisations.merge.to.old')}
            value={toId}
            onChange={setToId}
            error={missing(toId)}
          />
        )}
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('reorganisations.add')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
