import type { SupportProgramme } from '@hopluc/shared/support'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { DatePicker } from '../../ui/date-picker.tsx'
import { FormRow } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { MoneyField } from '../loans/money-field.tsx'
import { useSession } from '../session/queries.ts'
import { FormDialog, useSave } from './form-dialog.tsx'
import { useOpenCall } from './queries.ts'

interface CallDialogProps {
  readonly programme: SupportProgramme
  readonly onClose: () => void
}

export function CallDialog({ programme, onClose }: CallDialogProps) {
  const { today } = useSession()
  const { mutate, error, isPending } = useOpenCall()
  const { save, missing } = useSave(mutate, onClose)
  const [id] = useState(newId)
  const [name, setName] = useState(t('support.call.name', { count: programme.calls.length + 1 }))
  const [opensOn, setOpens] = useState<string | null>(today)
  const [closesOn, setCloses] = useState<string | null>(null)
  const [budget, setBudget] = useState<number | null>(null)
  const send = () =>
    save(
      name.trim() && opensOn && closesOn
        ? {
            id,
            programmeId: programme.id,
            name: name.trim(),
            opensOn,
            closesOn,
            budget: budget || null,
          }
        : undefined,
    )
  return (
    <FormDialog
      title={t('support.call.new')}
      error={error}
      isPending={isPending}
      onSave={send}
      onClose={onClose}
    >
      <TextField
        label={t('support.call')}
        name="name"
        value={name}
        onChange={setName}
        error={missing(name.trim() !== '')}
        isRequired
      />
      <FormRow>
        <DatePicker
          label={t('support.opensOn')}
          value={opensOn}
          onChange={setOpens}
          error={missing(opensOn !== null)}
          isRequired
        />
        <DatePicker
          label={t('support.closesOn')}
          hint={t('support.closesOn.hint')}
          value={closesOn}
          onChange={setCloses}
          error={missing(closesOn !== null)}
          isRequired
        />
      </FormRow>
      <MoneyField label={t('support.budget')} name="budget" value={budget} onChange={setBudget} />
    </FormDialog>
  )
}
