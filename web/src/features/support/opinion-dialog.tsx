import type { SupportApplication } from '@hopluc/shared/support'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { MoneyField } from '../loans/money-field.tsx'
import { useOnce } from '../registry/use-once.ts'
import { useOpinion } from './queries.ts'

interface OpinionDialogProps {
  readonly one: SupportApplication
  readonly onClose: () => void
}

/** What one's agency says of an application; until the decision it can be changed. */
export function OpinionDialog({ one, onClose }: OpinionDialogProps) {
  const own = one.opinions.find(({ isOwn }) => isOwn)
  const { mutate, error, isPending } = useOpinion(one.id)
  const once = useOnce()
  const [verdict, setVerdict] = useState<'for' | 'against'>(
    own?.isFor === false ? 'against' : 'for',
  )
  const [amount, setAmount] = useState<number | null>(own ? own.amount : one.asked)
  const [text, setText] = useState(own?.text ?? '')
  const [isTried, setTried] = useState(false)
  const save = () => {
    setTried(true)
    if (!text.trim() || !once.begin()) return
    const isFor = verdict === 'for'
    mutate(
      {
        isFor,
        amount: isFor ? amount || null : null,
        text: text.trim(),
        version: own?.version ?? 0,
      },
      {
        onSettled: once.end,
        onSuccess: () => {
          toast(t('support.done'))
          onClose()
        },
      },
    )
  }
  const title = t('support.appraise')
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
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
          error={isTried && !text.trim() ? t('support.required') : undefined}
          isRequired
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending}>
            {t('support.keep')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
