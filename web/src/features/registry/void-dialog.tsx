import type { Entity, EntityEvent } from '@hopluc/shared/entities'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatDate } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { eventWords } from './event-words.ts'
import { useVoidEvent } from './queries.ts'
import { useOnce } from './use-once.ts'

/** An event recorded by mistake: it stays readable, and counts no more. */
export function VoidDialog(props: { entity: Entity; event: EntityEvent; onClose: () => void }) {
  const { entity, event, onClose } = props
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const once = useOnce()
  const { mutate, isPending, error } = useVoidEvent(entity.id, event.id)
  const save = () => {
    setTried(true)
    if (!reason.trim() || !once.begin()) return
    mutate(
      { version: entity.version, reason },
      {
        onSettled: once.end,
        onSuccess: () => {
          onClose()
          toast(t('registry.void.done'))
        },
      },
    )
  }
  return (
    <Dialog title={t('registry.void.title')} isOpen onClose={onClose} role="alertdialog">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('registry.void.title')}>
        <p>
          <b>{eventWords(event)}</b>, <span className="figures">{formatDate(event.onDay)}</span>.{' '}
          {t('registry.void.what')}
        </p>
        <TextArea
          label={t('registry.void.reason')}
          name="reason"
          value={reason}
          onChange={setReason}
          isRequired
          error={isTried && !reason.trim() ? t('registry.form.required') : undefined}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="danger" type="submit" isPending={isPending}>
            {t('registry.entity.life.void')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
