import type { NewGraduate } from '@hopluc/shared/graduates'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import { FormRow } from '../../ui/form.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { MoneyField } from '../loans/money-field.tsx'
import { useSession } from '../session/queries.ts'
import { EntityField } from '../support/entity-field.tsx'
import { FormDialog, useSave } from '../support/form-dialog.tsx'
import { ProgrammeField } from '../support/programme-field.tsx'
import { RegionField } from './floor-dialog.tsx'
import { useStart } from './queries.ts'

type Typed = Omit<NewGraduate, 'id' | 'entityId' | 'untilOn' | 'monthly'> & {
  entityId: string | null
  untilOn: string | null
  monthly: number | null
}

export function StartDialog({ onClose }: { onClose: () => void }) {
  const { today } = useSession()
  const navigate = useNavigate()
  const { mutate, error, isPending } = useStart()
  const [id] = useState(newId)
  const { save, missing } = useSave(mutate, () => {
    onClose()
    void navigate({ to: '/support/graduates/$id', params: { id } })
  })
  const [typed, setTyped] = useState<Typed>(() => empty(today))
  const set = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }))
  const words = (key: 'name' | 'training' | 'post' | 'decision') => (
    <TextField
      label={t(`graduates.${key}`)}
      name={key}
      value={typed[key]}
      onChange={(value) => set({ [key]: value })}
      error={key === 'training' ? undefined : missing(typed[key].trim() !== '')}
      isRequired={key !== 'training'}
    />
  )
  return (
    <FormDialog
      title={t('graduates.new')}
      error={error}
      isPending={isPending}
      onSave={() => save(bodyOf(id, typed))}
      onClose={onClose}
    >
      <EntityField
        label={t('support.column.entity')}
        value={typed.entityId}
        onChange={(entityId) => set({ entityId })}
        error={missing(typed.entityId !== null)}
      />
      <FormRow>
        {words('name')}
        <NumberField
          label={t('graduates.birthYear')}
          name="birthYear"
          minValue={1900}
          maxValue={2100}
          formatOptions={{ useGrouping: false }}
          value={typed.birthYear ?? Number.NaN}
          onChange={(year) => set({ birthYear: Number.isFinite(year) ? year : null })}
        />
      </FormRow>
      {words('training')}
      {words('post')}
      {words('decision')}
      <ProgrammeField
        kind="graduate"
        value={typed.programmeId}
        onChange={(programmeId) => set({ programmeId })}
      />
      <FormRow>
        <DatePicker
          label={t('graduates.fromOn')}
          name="fromOn"
          value={typed.fromOn}
          onChange={(fromOn) => fromOn && set({ fromOn })}
          isRequired
        />
        <DatePicker
          label={t('graduates.untilOn')}
          name="untilOn"
          value={typed.untilOn}
          onChange={(untilOn) => set({ untilOn })}
          error={missing(typed.untilOn !== null)}
          isRequired
        />
      </FormRow>
      <FormRow>
        <RegionField value={typed.region} onChange={(region) => set({ region })} />
        <MoneyField
          label={t('graduates.monthly')}
          hint={t('graduates.monthly.hint')}
          name="monthly"
          value={typed.monthly}
          onChange={(monthly) => set({ monthly })}
          error={missing(Boolean(typed.monthly))}
          isRequired
        />
      </FormRow>
    </FormDialog>
  )
}

const empty = (today: string): Typed => ({
  entityId: null,
  programmeId: null,
  name: '',
  birthYear: null,
  training: '',
  post: '',
  decision: '',
  fromOn: today,
  untilOn: null,
  region: 1,
  monthly: null,
})

function bodyOf(id: string, typed: Typed): NewGraduate | undefined {
  const { entityId, untilOn, monthly, ...rest } = typed
  const said = [rest.name, rest.post, rest.decision].every((words) => words.trim() !== '')
  return said && entityId && untilOn && monthly
    ? { ...rest, id, entityId, untilOn, monthly }
    : undefined
}
