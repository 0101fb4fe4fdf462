import { TotpCode } from '@hopluc/shared/second-factor'
import { Link, useLocation, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { ApiError } from '../../lib/api.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Entry } from '../session/entry.tsx'
import { useEnterByLink } from './queries.ts'

/** Behind a sign-in link, `/enter#token`: asks for the code that went another way. */
export function EnterPage() {
  const token = useLocation({ select: ({ hash }) => hash })
  const router = useRouter()
  const [code, setCode] = useState('')
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useEnterByLink()
  const isWhole = TotpCode.safeParse(code).success
  const submit = () => {
    setTried(true)
    if (!isWhole) return
    mutate(
      { token, code },
      {
        onSuccess: () => void router.navigate({ to: '/' }),
        onError: (refusal) => {
          if (refusal instanceof ApiError && refusal.code === 'session.second_factor')
            void router.navigate({ to: '/second-factor', search: {} })
        },
      },
    )
  }
  return (
    <Entry title={t('security.enter.title')}>
      <p className="soft">{t('security.enter.text')}</p>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={submit} label={t('security.enter.title')}>
        <TextField
          label={t('security.enter.code')}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          error={isTried && !isWhole ? t('security.code.missing') : undefined}
        />
        <Button kind="primary" type="submit" isPending={isPending}>
          {t('security.step.go')}
        </Button>
      </Form>
      <p className="small">
        <Link to="/sign-in" search={{}}>
          {t('session.back')}
        </Link>
      </p>
    </Entry>
  )
}
