import type { Recognition, RecognitionAction, RecognitionDeed } from '@hopluc/shared/recognitions'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { DatePicker } from '../../ui/date-picker.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { useOnce } from '../registry/use-once.ts'
import { useSession } from '../session/queries.ts'
import { useDeed } from './queries.ts'
import { actionWords } from './words.tsx'

interface DeedDialogProps {
  readonly one: Recognition
  readonly action: RecognitionAction
  readonly onClose: () => void
}

interface Typed {
  number: string
  on: string | null
  by: string
  reason: string
}

/** What is asked before it is done: a reason, a decision, or to be sure. */
export function DeedDialog({ one, action, onClose }: DeedDialogProps) {
  const { today } = useSession()
  const { mutate, error, isPending } = useDeed(one.id)
  const once = useOnce()
  const [typed, setTyped] = useState<Typed>({ number: '', on: today, by: '', reason: '' })
  const [isTried, setTried] = useState(false)
  const set = (next: Partial<Typed>) => setTyped((before) => ({ ...before, ...next }))
  const missing = (words: string) =>
    isTried && !words.trim() ? t('recognition.required') : undefined
  const save = () => {
    setTried(true)
    const deed = deedOf(action, one.version, typed)
    if (!deed || !once.begin()) return
    mutate(deed, {
      onSettled: once.end,
      onSuccess: () => {
        toast(t('recognition.done'))
        onClose()
      },
    })
  }
  const title = actionWords(action, one.state)
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        {(action === 'submit' || action === 'verify' || action === 'publish') && (
          <p>{t(`recognition.sure.${action}`, { agency: one.to.name })}</p>
        )}
        {(action === 'return' || action === 'withdraw') && (
          <TextArea
            label={t('recognition.reason')}
            name="reason"
            rows={3}
            value={typed.reason}
            onChange={(reason) => set({ reason })}
            error={missing(typed.reason)}
            isRequired
          />
        )}
        {action === 'decide' && (
          <>
            <TextField
              label={t('recognition.no')}
              name="number"
              value={typed.number}
              onChange={(number) => set({ number })}
              error={missing(typed.number)}
              isRequired
            />
            <DatePicker
              label={t('recognition.decidedOn')}
              name="on"
              value={typed.on}
              onChange={(on) => set({ on })}
              max={today}
              error={missing(typed.on ?? '')}
              isRequired
            />
            <TextField
              label={t('recognition.decidedBy')}
              name="by"
              value={typed.by}
              onChange={(by) => set({ by })}
              error={missing(typed.by)}
              isRequired
            />
          </>
        )}
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending}>
            {title}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** Undefined while something is missing. */
function deedOf(
  action: RecognitionAction,
  version: number,
  typed: Typed,
): RecognitionDeed | undefined {
  const [number, by, reason] = [typed.number.trim(), typed.by.trim(), typed.reason.trim()]
  if (action === 'decide')
    return number && by && typed.on ? { action, version, number, by, on: typed.on } : undefined
  if (action === 'return' || action === 'withdraw')
    return reason ? { action, version, reason } : undefined
  return { action, version }
}
