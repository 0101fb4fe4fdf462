import './security.css'
import { TotpCode, type TotpSetup as Setup } from '@hopluc/shared/second-factor'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { QrCode } from './qr-code.tsx'
import { useConfirmTotp } from './queries.ts'

/** Scan, then prove by a first code. */
export function TotpSetup(props: {
  setup: Setup
  onDone: (recoveryCodes: readonly string[] | null) => void
}) {
  const { setup, onDone } = props
  const [code, setCode] = useState('')
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useConfirmTotp()
  const isWhole = TotpCode.safeParse(code).success
  const confirm = () => {
    setTried(true)
    if (isWhole) mutate(code, { onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes) })
  }
  return (
    <div className="security-setup">
      <p>{t('security.totp.scan')}</p>
      <QrCode text={setup.uri} label={t('security.totp.qr')} />
      <p className="security-secret muted">
        {t('security.totp.secret')}: <code>{setup.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </p>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={confirm} label={t('security.totp.add')}>
        <TextField
          label={t('security.code')}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          error={isTried && !isWhole ? t('security.code.missing') : undefined}
        />
        <Button kind="primary" type="submit" isPending={isPending}>
          {t('security.confirm')}
        </Button>
      </Form>
    </div>
  )
}
