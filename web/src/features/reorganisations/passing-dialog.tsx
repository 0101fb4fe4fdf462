import type { FoundedAgency } from '@hopluc/shared/reorganisations'
import { AgencyKind } from '@hopluc/shared/units'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, RadioGroup } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { type Option, Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AgencyPicker, UnitPicker } from '../organisation/pickers.tsx'
import { AgenciesPicker } from './pick.tsx'
import type { AgencyPassing } from './plan.ts'

export interface PassingDialogProps {
  readonly onDay: PlainDate
  readonly onClose: () => void
  readonly onAdd: (passing: AgencyPassing) => void
}

/** Bodies that are asked, not told. */
const EQUALS: readonly AgencyKind[] = ['alliance', 'mass_organisation', 'bank']

/** Which agencies' duties pass to which one: all of them, or one by name. */
export function PassingDialog({ onDay, onClose, onAdd }: PassingDialogProps) {
  const [from, setFrom] = useState<readonly Option<string>[]>([])
  const [duty, setDuty] = useState('')
  const [areEnded, setEnded] = useState(true)
  const [isNew, setNew] = useState(false)
  const [toId, setToId] = useState<Id | null>(null)
  const [unitId, setUnitId] = useState<Id | null>(null)
  const [kind, setKind] = useState<AgencyKind>('department')
  const [name, setName] = useState('')
  const [shortName, setShortName] = useState('')
  const [isTried, setTried] = useState(false)
  const missing = (value: unknown) => (isTried && !value ? t('organisation.required') : undefined)
  const add = () => {
    setTried(true)
    if (from.length === 0) return
    const passing = { fromIds: from.map(({ value }) => value), duty: duty.trim(), areEnded }
    if (!isNew) return toId ? onAdd({ ...passing, to: { id: toId } }) : undefined
    if (!unitId || !name.trim() || !shortName.trim()) return
    const founded: FoundedAgency = {
      id: newId(),
      unitId,
      kind,
      name: name.trim(),
      shortName: shortName.trim(),
      symbol: null,
      manner: EQUALS.includes(kind) ? 'request' : 'assign',
      actsForId: null,
      needsApproval: kind === 'department',
      names: [],
    }
    onAdd({ ...passing, to: { founded } })
  }
  return (
    <Dialog title={t('reorganisations.pass')} isOpen onClose={onClose} shape="wide">
      <Form onSubmit={add} label={t('reorganisations.pass')}>
        <AgenciesPicker
          label={t('reorganisations.pass.from')}
          day={addDays(onDay, -1)}
          chosen={from}
          onChange={setFrom}
          error={missing(from.length > 0)}
        />
        <TextField
          label={t('reorganisations.pass.duty')}
          hint={t('reorganisations.pass.duty.hint')}
          value={duty}
          onChange={setDuty}
        />
        <Checkbox isSelected={areEnded} onChange={setEnded}>
          {t('reorganisations.pass.ended')}
        </Checkbox>
        <RadioGroup
          label={t('reorganisations.pass.to')}
          isRow
          choices={[
            { value: 'old', label: t('reorganisations.pass.to.old') },
            { value: 'new', label: t('reorganisations.pass.to.new') },
          ]}
          value={isNew ? 'new' : 'old'}
          onChange={(choice) => setNew(choice === 'new')}
        />
        {isNew ? (
          <>
            <FormRow>
              <UnitPicker
                label={t('organisation.unit')}
                value={unitId}
                onChange={setUnitId}
                error={missing(unitId)}
              />
              <Select
                label={t('organisation.kind')}
                options={AgencyKind.options.map((one) => ({
                  value: one,
                  label: t(`organisation.kind.${one}`),
                }))}
                value={kind}
                onChange={setKind}
              />
            </FormRow>
            <FormRow>
              <TextField
                label={t('organisation.field.fullName')}
                value={name}
                onChange={setName}
                error={missing(name.trim())}
              />
              <TextField
                label={t('organisation.shortName')}
                value={shortName}
                onChange={setShortName}
                error={missing(shortName.trim())}
              />
            </FormRow>
          </>
        ) : (
          <AgencyPicker
            label={t('reorganisations.pass.to.old')}
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
