import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** Taking protection away asks for the password again. */
export function PasswordAgain(props: {
  title: string
  text: string
  action: string
  isPending: boolean
  error: unknown
  onSubmit: (password: string) => void
  onClose: () => void
}) {
  const { title, text, action, isPending, error, onSubmit, onClose } = props
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const submit = () => {
    setTried(true)
    if (password) onSubmit(password)
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <p className="accounts-intro">{text}</p>
      {error ? <Notice kind="error">{sentence(error)}</Notice> : null}
      <Form onSubmit={submit} label={title}>
        <TextField
          label={t('security.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={isTried && !password ? t('session.password.missing') : undefined}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {action}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
