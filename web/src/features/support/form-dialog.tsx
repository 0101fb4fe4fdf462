import { type ReactNode, useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { useOnce } from '../registry/use-once.ts'

interface FormDialogProps {
  readonly title: string
  readonly error: Error | null
  readonly isPending: boolean
  /** Something of it is on its way yet: a file. */
  readonly isBusy?: boolean
  readonly onSave: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog of one form: what went wrong, its fields, cancel and keep. */
export function FormDialog(props: FormDialogProps) {
  const { title, error, isPending, isBusy = false, onSave, onClose, children } = props
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={onSave} error={error} label={title}>
        {children}
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending} isDisabled={isBusy}>
            {t('support.keep')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

interface Then {
  onSettled: () => void
  onSuccess: () => void
}

/** Sends what is whole, once; then says so and closes. `missing` names what is asked for, after a try. */
export function useSave<Body>(mutate: (body: Body, then: Then) => void, onClose: () => void) {
  const once = useOnce()
  const [isTried, setTried] = useState(false)
  const save = (body: Body | undefined) => {
    setTried(true)
    if (body === undefined || !once.begin()) return
    mutate(body, {
      onSettled: once.end,
      onSuccess: () => {
        toast(t('support.done'))
        onClose()
      },
    })
  }
  const missing = (isThere: boolean) => (isTried && !isThere ? t('support.required') : undefined)
  return { save, missing }
}
