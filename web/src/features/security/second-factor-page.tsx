import './security.css'
import { RecoveryCode, type SecondFactorMethod, TotpCode } from '@hopluc/shared/second-factor'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Entry } from '../session/entry.tsx'
import { passkeySentence } from './passkey-setup.tsx'
import { dueQuery, usePassCode, usePassPasskey } from './queries.ts'

const route = getRouteApi('/second-factor')

/** After the password: by the app's code, a passkey, or a recovery code. */
export function SecondFactorPage() {
  const { data: due, error } = useQuery(dueQuery)
  const [chosen, choose] = useState<SecondFactorMethod | null>(null)
  const methods = due?.methods ?? []
  const method = chosen ?? methods[0]
  const others = methods.filter((one) => one !== method)
  const words = {
    passkey: t('security.step.passkey'),
    totp: t('security.step.useTotp'),
    recovery: t('security.step.useRecovery'),
  }
  return (
    <Entry title={t('security.step.title')}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      {due === null && <Notice kind="warning">{t('security.step.over')}</Notice>}
      {due && <p className="soft">{t('security.step.who', { name: due.name })}</p>}
      {method === 'passkey' && <ByPasskey />}
      {(method === 'totp' || method === 'recovery') && <ByCode key={method} method={method} />}
      <div className="security-other">
        {others.map((one) => (
          <Button key={one} kind="quiet" isSmall onPress={() => choose(one)}>
            {words[one]}
          </Button>
        ))}
      </div>
      <p className="muted small">{t('security.step.lost')}</p>
      <p className="small">
        <Link to="/sign-in" search={{}}>
          {t('session.back')}
        </Link>
      </p>
    </Entry>
  )
}

function useGoOn() {
  const { return: back } = route.useSearch()
  const router = useRouter()
  return () => void router.navigate({ href: back ?? '/' })
}

function ByCode({ method }: { method: 'totp' | 'recovery' }) {
  const goOn = useGoOn()
  const [code, setCode] = useState('')
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = usePassCode()
  const isTotp = method === 'totp'
  const isWhole = (isTotp ? TotpCode : RecoveryCode).safeParse(code).success
  const submit = () => {
    setTried(true)
    if (isWhole) mutate({ method, code }, { onSuccess: goOn, onError: () => setCode('') })
  }
  const missing = t(isTotp ? 'security.code.missing' : 'security.step.recovery.missing')
  return (
    <>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={submit} label={t('security.step.title')}>
        <TextField
          label={t(isTotp ? 'security.step.totp' : 'security.step.recovery')}
          name="code"
          inputMode={isTotp ? 'numeric' : 'text'}
          autoComplete="one-time-code"
          spellCheck="false"
          value={code}
          onChange={setCode}
          // The only thing to do on this page.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          error={isTried && !isWhole && !error ? missing : undefined}
        />
        <Button kind="primary" type="submit" isPending={isPending}>
          {t('security.step.go')}
        </Button>
      </Form>
    </>
  )
}

function ByPasskey() {
  const goOn = useGoOn()
  const { mutate, isPending, error } = usePassPasskey()
  return (
    <>
      {error && <Notice kind="error">{passkeySentence(error)}</Notice>}
      <Button
        kind="primary"
        isPending={isPending}
        onPress={() => mutate(undefined, { onSuccess: goOn })}
      >
        {t('security.step.passkey')}
      </Button>
    </>
  )
}
