import './security.css'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { ApiError } from '../../lib/api.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useAddPasskey } from './queries.ts'

/** What the device says of a failure is written for programmers. */
export function passkeySentence(error: unknown): string {
  return error instanceof ApiError ? sentence(error) : t('security.passkey.failed')
}

/** A name, then the device asks. */
export function PasskeySetup(props: { onDone: (recoveryCodes: readonly string[] | null) => void }) {
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useAddPasskey()
  const add = () => {
    setTried(true)
    if (name.trim()) mutate(name, { onSuccess: ({ recoveryCodes }) => props.onDone(recoveryCodes) })
  }
  return (
    <div className="security-setup">
      <p>{t('security.passkey.text')}</p>
      {error && <Notice kind="error">{passkeySentence(error)}</Notice>}
      <Form onSubmit={add} label={t('security.passkey.add')}>
        <TextField
          label={t('security.passkey.name')}
          hint={t('security.passkey.hint')}
          name="name"
          autoComplete="off"
          value={name}
          onChange={setName}
          error={isTried && !name.trim() ? t('accounts.required') : undefined}
        />
        <Button kind="primary" type="submit" isPending={isPending}>
          {t('security.passkey.add')}
        </Button>
      </Form>
    </div>
  )
}
