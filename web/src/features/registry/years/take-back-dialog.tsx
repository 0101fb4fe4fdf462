import type { Id } from '@hopluc/shared/values'
import { useState } from 'react'
import { sentence } from '../../../lib/api-error.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/states.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useTakeBack } from './queries.ts'

interface Props {
  readonly year: number
  readonly entityIds: Id[]
  readonly onClose: () => void
}

/** The year's data were confirmed by mistake: why, and they are to be confirmed again. */
export function TakeBackDialog({ year, entityIds, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useTakeBack()
  const save = () => {
    setTried(true)
    if (!reason.trim() || isPending) return
    mutate(
      { year, entityIds, reason },
      {
        onSuccess: () => {
          onClose()
          toast(t('years.takeBack.done'))
        },
      },
    )
  }
  return (
    <Dialog title={t('years.takeBack.title', { year })} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('years.takeBack.title', { year })}>
        <TextArea
          label={t('years.takeBack.reason')}
          name="reason"
          value={reason}
          onChange={setReason}
          isRequired
          error={isTried && !reason.trim() ? t('registry.form.required') : undefined}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="danger" type="submit" isPending={isPending}>
            {t('years.takeBack')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
