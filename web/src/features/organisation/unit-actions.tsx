import { IconBuilding, IconPencil, IconPlus, IconUsersGroup } from '@tabler/icons-react'
import type { Unit, UnitLevel } from '@hopluc/shared/units'
import type { PlainDate } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { AgencyDialog } from './agency-form.tsx'
import { EndButton } from './end-dialog.tsx'
import { FoundDialog } from './found-dialog.tsx'
import { UnitPicker } from './pickers.tsx'
import { useChangeUnit, useFoundUnit } from './queries.ts'
import { unitWords } from './words.ts'

const BELOW: Record<UnitLevel, UnitLevel> = {
  nation: 'province',
  province: 'commune',
  district: 'commune',
  commune: 'commune',
}

/** What the administrator may do to a unit. */
export function UnitActions({ unit }: { unit: Unit }) {
  const { today } = useSession()
  const [open, setOpen] = useState<'change' | 'below' | 'agency' | 'committee' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <Menu
        label={t('organisation.add')}
        words={t('organisation.add')}
        icon={IconPlus}
        actions={[
          {
            id: 'below',
            label: t('organisation.addUnit'),
            icon: IconPlus,
            run: () => setOpen('below'),
          },
          {
            id: 'agency',
            label: t('organisation.addAgency'),
            icon: IconBuilding,
            run: () => setOpen('agency'),
          },
          {
            id: 'committee',
            label: t('organisation.addCommittee'),
            icon: IconUsersGroup,
            run: () => setOpen('committee'),
          },
        ]}
      />
      <Button icon={IconPencil} onPress={() => setOpen('change')}>
        {t('organisation.edit')}
      </Button>
      <EndButton kind="units" record={unit} name={unitWords(unit)} today={today} />
      {open === 'change' && <ChangeDialog unit={unit} today={today} onClose={close} />}
      {open === 'below' && <NewDialog parent={unit} today={today} onClose={close} />}
      {open === 'agency' && <AgencyDialog unitId={unit.id} today={today} onClose={close} />}
      {open === 'committee' && <FoundDialog unit={unit} today={today} onClose={close} />}
    </>
  )
}

interface DialogProps {
  readonly today: PlainDate
  readonly onClose: () => void
}

function ChangeDialog({ unit, today, onClose }: DialogProps & { unit: Unit }) {
  const { mutate, isPending, error } = useChangeUnit(unit.id)
  const { kind, name, code, parentId } = unit
  return (
    <UnitDialog
      title={t('organisation.edit')}
      start={{ kind, name, code: code ?? '', parentId, fromOn: today, level: unit.level }}
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSave={({ level: _level, ...fields }) => {
        mutate({ version: unit.version, ...fields }, { onSuccess: () => saved(onClose) })
      }}
    />
  )
}

function NewDialog({ parent, today, onClose }: DialogProps & { parent: Unit }) {
  const { mutate, isPending, error } = useFoundUnit()
  const level = BELOW[parent.level]
  return (
    <UnitDialog
      title={t('organisation.addUnit')}
      start={{ level, kind: '', name: '', code: '', parentId: parent.id, fromOn: today }}
      isNew
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSave={(fields) => mutate(fields, { onSuccess: () => saved(onClose) })}
    />
  )
}

export function saved(close: () => void): void {
  close()
  toast(t('organisation.saved'))
}

interface Fields {
  level: UnitLevel
  kind: string
  name: string
  code: string
  parentId: string | null
  fromOn: PlainDate | null
}
type Whole = Omit<Fields, 'fromOn' | 'code'> & { fromOn: PlainDate; code: string | null }

function UnitDialog(props: {
  title: string
  start: Fields
  isNew?: boolean
  isPending: boolean
  error: unknown
  onClose: () => void
  onSave: (fields: Whole) => void
}) {
  const [fields, setFields] = useState(props.start)
  const [isTried, setTried] = useState(false)
  const set = (change: Partial<Fields>) => setFields((now) => ({ ...now, ...change }))
  const missing = (value: unknown) => (isTried && !value ? t('organisation.required') : undefined)
  const save = () => {
    setTried(true)
    const { fromOn, code, ...rest } = fields
    if (!fromOn || !fields.kind.trim() || !fields.name.trim()) return
    props.onSave({ ...rest, fromOn, code: code.trim() || null })
  }
  return (
    <Dialog title={props.title} isOpen onClose={props.onClose}>
      {props.error ? <Notice kind="error">{sentence(props.error)}</Notice> : null}
      <Form onSubmit={save} error={props.error} label={props.title}>
        {props.isNew && (
          <Select
            label={t('organisation.field.level')}
            options={(['province', 'district', 'commune'] as const).map((level) => ({
              value: level,
              label: t(`organisation.level.${level}`),
            }))}
            value={fields.level === 'nation' ? null : fields.level}
            onChange={(level) => set({ level })}
          />
        )}
        <FormRow>
          <TextField
            label={t('organisation.field.kind')}
            hint={t('organisation.field.kind.hint')}
            name="kind"
            value={fields.kind}
            onChange={(kind) => set({ kind })}
            error={missing(fields.kind.trim())}
          />
          <TextField
            label={t('organisation.field.name')}
            hint={t('organisation.field.name.hint')}
            name="name"
            value={fields.name}
            onChange={(name) => set({ name })}
            error={missing(fields.name.trim())}
          />
        </FormRow>
        <TextField
          label={t('organisation.field.code')}
          name="code"
          value={fields.code}
          onChange={(code) => set({ code })}
        />
        {!props.isNew && (
          <UnitPicker
            label={t('organisation.unit.parent')}
            value={fields.parentId}
            onChange={(parentId) => set({ parentId })}
          />
        )}
        <DateField
          label={t('organisation.field.fromOn')}
          hint={props.isNew ? undefined : t('organisation.field.fromOn.hint')}
          value={fields.fromOn}
          onChange={(fromOn) => set({ fromOn })}
          error={missing(fields.fromOn)}
        />
        <FormActions>
          <Button onPress={props.onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={props.isPending}>
            {t('organisation.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
