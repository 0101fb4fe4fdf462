import type { GraduateAction, GraduateDeed, GraduateWhole } from '@hopluc/shared/graduates'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { FormRow } from '../../ui/form.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { MoneyField } from '../loans/money-field.tsx'
import { useSession } from '../session/queries.ts'
import { FormDialog, useSave } from '../support/form-dialog.tsx'
import { useDeed } from './queries.ts'

interface DeedDialogProps {
  readonly one: GraduateWhole
  readonly action: GraduateAction
  readonly onClose: () => void
}

/** What a payment, an extension or the end asks for. */
export function DeedDialog({ one, action, onClose }: DeedDialogProps) {
  const { today } = useSession()
  const { mutate, error, isPending } = useDeed(one.id)
  const { save, missing } = useSave(mutate, onClose)
  const [id] = useState(newId)
  const [on, setOn] = useState<string | null>(today)
  const [month, setMonth] = useState<string | null>(one.nextMonth)
  const [amount, setAmount] = useState<number | null>(one.monthly)
  const [untilOn, setUntil] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<'stayed' | 'left'>('stayed')
  const [paper, setPaper] = useState('')
  const [text, setText] = useState('')
  const deed = (): GraduateDeed | undefined => {
    if (!on) return undefined
    const base = { id, version: one.version, on }
    if (action === 'end') return { ...base, action, outcome, text: text.trim() || null }
    if (action === 'extend')
      return untilOn && paper.trim() ? { ...base, action, untilOn, paper: paper.trim() } : undefined
    return month && amount
      ? { ...base, action, month, amount, paper: paper.trim() || null }
      : undefined
  }
  return (
    <FormDialog
      title={t(`graduates.action.${action}`)}
      error={error}
      isPending={isPending}
      onSave={() => save(deed())}
      onClose={onClose}
    >
      {action === 'end' && (
        <RadioGroup
          label={t('graduates.outcome')}
          value={outcome}
          onChange={setOutcome}
          choices={(['stayed', 'left'] as const).map((value) => ({
            value,
            label: t(`graduates.outcome.${value}`),
          }))}
        />
      )}
      {action === 'pay' && (
        <FormRow>
          <DatePicker
            label={t('graduates.month')}
            name="month"
            value={month}
            onChange={setMonth}
            error={missing(month !== null)}
            isRequired
          />
          <MoneyField
            label={t('graduates.amount')}
            name="amount"
            value={amount}
            onChange={setAmount}
            error={missing(Boolean(amount))}
            isRequired
          />
        </FormRow>
      )}
      {action === 'extend' && (
        <DatePicker
          label={t('graduates.untilOn.new')}
          name="untilOn"
          value={untilOn}
          onChange={setUntil}
          error={missing(untilOn !== null)}
          isRequired
        />
      )}
      <FormRow>
        <DatePicker
          label={t('graduates.on')}
          name="on"
          value={on}
          onChange={setOn}
          max={today}
          error={missing(on !== null)}
          isRequired
        />
        {action !== 'end' && (
          <TextField
            label={t('graduates.paper')}
            name="paper"
            value={paper}
            onChange={setPaper}
            error={action === 'extend' ? missing(paper.trim() !== '') : undefined}
            isRequired={action === 'extend'}
          />
        )}
      </FormRow>
      {action === 'end' && (
        <TextArea label={t('graduates.note')} name="text" value={text} onChange={setText} />
      )}
    </FormDialog>
  )
}
