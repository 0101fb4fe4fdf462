import type { SupportAction, SupportApplication, SupportDeed } from '@hopluc/shared/support'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { MoneyField } from '../loans/money-field.tsx'
import { useOnce } from '../registry/use-once.ts'
import { useSession } from '../session/queries.ts'
import { useDeed } from './queries.ts'

interface DialogProps {
  readonly one: SupportApplication
  readonly action: SupportAction
  readonly onClose: () => void
}

interface Typed {
  amount: number | null
  on: string | null
  paper: string
  text: string
}

/** What each deed asks for, and what of it may be left out. */
const FIELDS: Record<
  SupportAction,
  { asks: readonly (keyof Typed)[]; free: readonly (keyof Typed)[] }
> = {
  approve: { asks: ['amount', 'on', 'paper', 'text'], free: ['text'] },
  refuse: { asks: ['text'], free: [] },
  withdraw: { asks: ['text'], free: ['text'] },
  contract: { asks: ['on', 'paper'], free: [] },
  disburse: { asks: ['amount', 'on', 'paper'], free: ['paper'] },
  accept: { asks: ['on', 'paper', 'text'], free: ['paper'] },
}

/** A dialog of one deed: the fields that it asks for, its button, what went wrong. */
export function DeedDialogFor({ one, action, onClose }: DialogProps) {
  const { today } = useSession()
  const { mutate, error, isPending } = useDeed(one.id)
  const once = useOnce()
  const [id] = useState(newId)
  const [typed, setTyped] = useState<Typed>(() => ({
    amount: firstAmount(one, action),
    on: today,
    paper: '',
    text: '',
  }))
  const [isTried, setTried] = useState(false)
  const { asks, free } = FIELDS[action]
  const needsReason = action === 'approve' && one.outcome !== 'met'
  const isFree = (key: keyof Typed) => free.includes(key) && !(key === 'text' && needsReason)
  const isThere = (key: keyof Typed) => isFree(key) || Boolean(wordsOf(typed[key]))
  const errorOf = (key: keyof Typed) =>
    isTried && !isThere(key) ? t('support.required') : undefined
  const save = () => {
    setTried(true)
    const deed = asks.every(isThere) ? deedOf(action, one.version, id, typed) : undefined
    if (!deed || !once.begin()) return
    mutate(deed, {
      onSettled: once.end,
      onSuccess: () => {
        toast(t('support.done'))
        onClose()
      },
    })
  }
  const title = t(`support.action.${action}`)
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        {asks.includes('amount') && (
          <MoneyField
            label={t(action === 'approve' ? 'support.approved' : 'support.money')}
            name="amount"
            value={typed.amount}
            onChange={(amount) => setTyped({ ...typed, amount })}
            error={errorOf('amount')}
            isRequired
          />
        )}
        {asks.includes('on') && (
          <FormRow>
            <DatePicker
              label={t('support.on')}
              name="on"
              value={typed.on}
              onChange={(on) => setTyped({ ...typed, on })}
              max={today}
              error={errorOf('on')}
              isRequired
            />
            <TextField
              label={t(`support.paper.${action === 'approve' ? 'decision' : 'other'}`)}
              name="paper"
              value={typed.paper}
              onChange={(paper) => setTyped({ ...typed, paper })}
              error={errorOf('paper')}
              isRequired={!isFree('paper')}
            />
          </FormRow>
        )}
        {asks.includes('text') && (
          <TextArea
            label={t(action === 'accept' ? 'support.result' : 'support.reason')}
            hint={needsReason ? t('support.reason.hint') : undefined}
            name="text"
            value={typed.text}
            onChange={(text) => setTyped({ ...typed, text })}
            error={errorOf('text')}
            isRequired={!isFree('text')}
          />
        )}
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

const wordsOf = (value: string | number | null): string | number | null =>
  typeof value === 'string' ? value.trim() : value

function firstAmount(one: SupportApplication, action: SupportAction): number | null {
  if (action === 'disburse') return (one.approved ?? 0) - one.disbursed
  return action === 'approve' ? one.asked : null
}

function deedOf(
  action: SupportAction,
  version: number,
  id: string,
  { amount, on, ...said }: Typed,
): SupportDeed | undefined {
  const paper = said.paper.trim()
  const text = said.text.trim()
  if (action === 'refuse') return { action, version, reason: text }
  if (action === 'withdraw') return { action, version, reason: text || null }
  if (!on) return undefined
  if (action === 'contract') return { action, version, paper, on }
  if (action === 'accept') return { action, version, on, paper: paper || null, text }
  if (!amount) return undefined
  return action === 'approve'
    ? { action, version, amount, paper, on, reason: text || null }
    : { action, version, id, amount, on, paper: paper || null }
}
