import { type Agency, AgencyKind, Manner } from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/choice.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { AgencyPicker } from './pickers.tsx'
import { useChangeAgency, useFoundAgency } from './queries.ts'

interface Fields {
  unitId: Id
  kind: AgencyKind
  name: string
  shortName: string
  symbol: string
  manner: Manner
  actsForId: Id | null
  needsApproval: boolean
  fromOn: PlainDate | null
}

export interface AgencyDialogProps {
  readonly unitId: Id
  readonly today: PlainDate
  /** Without it a new one is made. */
  readonly agency?: Agency
  readonly onClose: () => void
}

/** A new agency of a unit, or what becomes of one from a day on. */
export function AgencyDialog({ unitId, today, agency, onClose }: AgencyDialogProps) {
  const found = useFoundAgency()
  const change = useChangeAgency(agency?.id ?? '')
  const [fields, setFields] = useState<Fields>(() => start(unitId, today, agency))
  const [isTried, setTried] = useState(false)
  const set = (next: Partial<Fields>) => setFields((now) => ({ ...now, ...next }))
  const missing = (value: unknown) => (isTried && !value ? t('organisation.required') : undefined)
  const error = found.error ?? change.error
  const title = t(agency ? 'organisation.edit' : 'organisation.addAgency')
  const save = () => {
    setTried(true)
    const { fromOn, symbol, ...rest } = fields
    if (!fromOn || !fields.name.trim() || !fields.shortName.trim()) return
    const whole = { ...rest, fromOn, symbol: symbol.trim() || null }
    const done = {
      onSuccess: () => {
        onClose()
        toast(t('organisation.saved'))
      },
    }
    if (agency) change.mutate({ ...whole, version: agency.version }, done)
    else found.mutate(whole, done)
  }
  return (
    <Dialog title={title} isOpen onClose={onClose} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        <TextField
          label={t('organisation.field.fullName')}
          name="name"
          value={fields.name}
          onChange={(name) => set({ name })}
          error={missing(fields.name.trim())}
        />
        <FormRow>
          <TextField
            label={t('organisation.shortName')}
            name="shortName"
            value={fields.shortName}
            onChange={(shortName) => set({ shortName })}
            error={missing(fields.shortName.trim())}
          />
          <TextField
            label={t('organisation.symbol')}
            name="symbol"
            value={fields.symbol}
            onChange={(symbol) => set({ symbol })}
          />
        </FormRow>
        <FormRow>
          <Select
            label={t('organisation.kind')}
            options={AgencyKind.options
              .filter((kind) => kind !== 'steering_committee' && kind !== 'board')
              .map((kind) => ({ value: kind, label: t(`organisation.kind.${kind}`) }))}
            value={fields.kind}
            onChange={(kind) => set({ kind, ...(!agency && { manner: usualManner(kind) }) })}
          />
          <Select
            label={t('organisation.manner')}
            options={Manner.options.map((manner) => ({
              value: manner,
              label: t(`organisation.manner.${manner}`),
            }))}
            value={fields.manner}
            onChange={(manner) => set({ manner })}
          />
        </FormRow>
        <AgencyPicker
          label={t('organisation.actsFor')}
          value={fields.actsForId}
          onChange={(actsForId) => set({ actsForId })}
          under={unitId}
        />
        <Checkbox
          isSelected={fields.needsApproval}
          onChange={(needsApproval) => set({ needsApproval })}
        >
          {t('organisation.approval.yes')}
        </Checkbox>
        <DateField
          label={t('organisation.field.fromOn')}
          hint={agency && t('organisation.field.fromOn.hint')}
          value={fields.fromOn}
          onChange={(fromOn) => set({ fromOn })}
          error={missing(fields.fromOn)}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={found.isPending || change.isPending}>
            {t('organisation.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function start(unitId: Id, today: PlainDate, agency: Agency | undefined): Fields {
  return {
    unitId,
    kind: agency?.kind ?? 'department',
    name: agency?.name ?? '',
    shortName: agency?.shortName ?? '',
    symbol: agency?.symbol ?? '',
    manner: agency?.manner ?? 'assign',
    actsForId: agency?.actsFor?.id ?? null,
    needsApproval: agency?.needsApproval ?? false,
    fromOn: today,
  }
}

/** Front, unions, Alliance and banks are asked; a party body is given nothing. */
function usualManner(kind: AgencyKind): Manner {
  if (kind === 'party') return 'never'
  const equals: readonly AgencyKind[] = ['alliance', 'mass_organisation', 'bank', 'fund']
  return equals.includes(kind) ? 'request' : 'assign'
}
