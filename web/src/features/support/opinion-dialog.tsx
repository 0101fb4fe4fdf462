import type { SupportApplication } from '@hopluc/shared/support'
import { useState } from 'react'
import { t } from '../../lib/i18n.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { MoneyField } from '../loans/money-field.tsx'
import { FormDialog, useSave } from './form-dialog.tsx'
import { useOpinion } from './queries.ts'

interface OpinionDialogProps {
  readonly one: SupportApplication
  readonly onClose: () => void
}

/** What one's agency says of an application; until the decision it can be changed. */
export function OpinionDialog({ one, onClose }: OpinionDialogProps) {
  const own = one.opinions.find(({ isOwn }) => isOwn)
  const { mutate, error, isPending } = useOpinion(one.id)
  const { save, missing } = useSave(mutate, onClose)
  const [verdict, setVerdict] = useState<'for' | 'against'>(
    own?.isFor === false ? 'against' : 'for',
  )
  const [amount, setAmount] = useState<number | null>(own ? own.amount : one.asked)
  const [text, setText] = useState(own?.text ?? '')
  const send = () => {
    const isFor = verdict === 'for'
    const said = { isFor, amount: isFor ? amount || null : null, version: own?.version ?? 0 }
    save(text.trim() ? { ...said, text: text.trim() } : undefined)
  }
  return (
    <FormDialog
      title={t('support.appraise')}
      error={error}
      isPending={isPending}
      onSave={send}
      onClose={onClose}
    >
      <RadioGroup
        label={t('support.verdict')}
        value={verdict}
        onChange={setVerdict}
        choices={[
          { value: 'for', label: t('support.for') },
          { value: 'against', label: t('support.against') },
        ]}
      />
      {verdict === 'for' && (
        <MoneyField
          label={t('support.proposed')}
          name="amount"
          value={amount}
          onChange={setAmount}
        />
      )}
      <TextArea
        label={t('support.opinion')}
        name="text"
        rows={4}
        value={text}
        onChange={setText}
        error={missing(text.trim() !== '')}
        isRequired
      />
    </FormDialog>
  )
}
