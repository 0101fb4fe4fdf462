import type { Loan, LoanAction, LoanDeed } from '@hopluc/shared/loans'
import { type ReactNode, useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { useOnce } from '../registry/use-once.ts'
import { useDeed } from './queries.ts'

export interface DialogProps {
  readonly one: Loan
  readonly onClose: () => void
}

/** A dialog around one deed: its fields, its button, what went wrong. */
export function DeedDialog(
  props: DialogProps & {
    action: LoanAction
    /** Undefined while something is missing. */
    deed: () => LoanDeed | undefined
    children: (isTried: boolean) => ReactNode
  },
) {
  const { one, onClose, action, deed, children } = props
  const { mutate, error, isPending } = useDeed(one.id)
  const once = useOnce()
  const [isTried, setTried] = useState(false)
  const save = () => {
    setTried(true)
    const command = deed()
    if (!command || !once.begin()) return
    mutate(command, {
      onSettled: once.end,
      onSuccess: () => {
        toast(t(`loans.done.${action}`))
        onClose()
      },
    })
  }
  const title = t(`loans.action.${action}`)
  return (
    <Dialog title={title} isOpen onClose={onClose} isKept={isPending}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={title}>
        {children(isTried)}
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" kind="primary" isPending={isPending}>
            {t('loans.keep')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** Said at a field once one tried to send without it. */
export const missing = (isTried: boolean, isThere: boolean) =>
  isTried && !isThere ? t('loans.required') : undefined
