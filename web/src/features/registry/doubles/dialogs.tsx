import type { Entity } from '@hopluc/shared/entities'
import type { Id } from '@hopluc/shared/values'
import { type ReactNode, useState } from 'react'
import { sentence } from '../../../lib/api-error.ts'
import { t } from '../../../lib/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/states.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useOnce } from '../use-once.ts'
import type { Chosen } from './merge-model.ts'
import { useKeepApart, useMerge, useUndoMerge } from './queries.ts'

interface AskProps {
  readonly title: string
  readonly what: ReactNode
  readonly deed: string
  readonly kind?: 'primary' | 'danger'
  readonly needsReason?: boolean
  readonly isPending: boolean
  readonly error: unknown
  readonly onSave: (reason: string | null, end: () => void) => void
  readonly onClose: () => void
}

function Ask(props: AskProps) {
  const { title, what, deed, kind = 'primary', needsReason, isPending, error } = props
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const once = useOnce()
  const save = () => {
    setTried(true)
    if ((needsReason && !reason.trim()) || !once.begin()) return
    props.onSave(reason.trim() || null, once.end)
  }
  return (
    <Dialog title={title} isOpen onClose={props.onClose} role="alertdialog">
      {error ? <Notice kind="error">{sentence(error)}</Notice> : null}
      <Form onSubmit={save} error={error} label={title}>
        <p>{what}</p>
        <TextArea
          label={t('doubles.reason')}
          name="reason"
          value={reason}
          onChange={setReason}
          isRequired={needsReason ?? false}
          error={
            needsReason && isTried && !reason.trim() ? t('doubles.reason.required') : undefined
          }
        />
        <FormActions>
          <Button onPress={props.onClose}>{t('ui.cancel')}</Button>
          <Button kind={kind} type="submit" isPending={isPending}>
            {deed}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** They are two: kept, and not put forward again. */
export function ApartDialog({ id, onClose }: { readonly id: Id; readonly onClose: () => void }) {
  const { mutate, isPending, error } = useKeepApart(id)
  return (
    <Ask
      title={t('doubles.apart.title')}
      what={t('doubles.apart.what')}
      deed={t('doubles.apart')}
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSave={(reason, end) =>
        mutate(
          { reason },
          {
            onSettled: end,
            onSuccess: () => {
              onClose()
              toast(t('doubles.apart.done'))
            },
          },
        )
      }
    />
  )
}

interface MergeProps {
  readonly id: Id
  readonly kept: Entity
  readonly gone: Entity
  readonly chosen: Chosen
  readonly onClose: () => void
}

/** Says once more which stays and which goes. */
export function MergeDialog({ id, kept, gone, chosen, onClose }: MergeProps) {
  const { mutate, isPending, error } = useMerge(id)
  const { take, takePlace, events } = chosen
  return (
    <Ask
      title={t('doubles.merge.title')}
      what={t('doubles.merge.what', { gone: gone.attributes.name, kept: kept.attributes.name })}
      deed={t('doubles.merge')}
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSave={(reason, end) =>
        mutate(
          {
            keptId: kept.id,
            goneId: gone.id,
            keptVersion: kept.version,
            goneVersion: gone.version,
            take: [...take],
            takePlace,
            events: [...events],
            reason,
          },
          {
            onSettled: end,
            onSuccess: () => {
              onClose()
              toast(t('doubles.merge.done'))
            },
          },
        )
      }
    />
  )
}

/** Both become what they were; refused with the reason where something newer rests on it. */
export function UndoDialog(props: { readonly mergeId: Id; readonly onClose: () => void }) {
  const { mergeId, onClose } = props
  const { mutate, isPending, error } = useUndoMerge(mergeId)
  return (
    <Ask
      title={t('doubles.undo')}
      what={t('doubles.undo.what')}
      deed={t('doubles.undo')}
      kind="danger"
      needsReason
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSave={(reason, end) =>
        mutate(
          { reason: reason ?? '' },
          {
            onSettled: end,
            onSuccess: () => {
              onClose()
              toast(t('doubles.undo.done'))
            },
          },
        )
      }
    />
  )
}
