import { NewPassword } from '@hopluc/shared/session'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { passwordRulesQuery } from './entry-queries.ts'

/** Shown until the server has said what it asks. */
const USUAL = { least: 8, kinds: 3, phrase: 15 }

export interface NewPasswordFormProps {
  /** The label of the field for the old password; without it none is asked. */
  readonly currentLabel?: string | undefined
  readonly action: string
  readonly isPending: boolean
  readonly error: unknown
  readonly onSubmit: (passwords: { current: string; next: string }) => void
}

/** A new password, typed twice. */
export function NewPasswordForm(props: NewPasswordFormProps) {
  const { currentLabel, action, isPending, error, onSubmit } = props
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [isTried, setIsTried] = useState(false)

  const { data: rules = USUAL } = useQuery(passwordRulesQuery)
  const isLong = NewPassword.safeParse(next).success
  const isSame = next === again
  const isAsked = currentLabel !== undefined
  const submit = () => {
    setIsTried(true)
    if (isLong && isSame && (!isAsked || current)) onSubmit({ current, next })
  }
  return (
    <>
      {error ? <Notice kind="error">{sentence(error)}</Notice> : null}
      <Form onSubmit={submit} error={error} label={action}>
        {isAsked && (
          <TextField
            label={currentLabel}
            name="current"
            type="password"
            value={current}
            onChange={setCurrent}
            autoComplete="current-password"
            error={isTried && !current ? t('session.password.missing') : undefined}
          />
        )}
        <TextField
          label={t('session.change.next')}
          name="next"
          type="password"
          value={next}
          onChange={setNext}
          autoComplete="new-password"
          hint={t('session.change.rule', rules)}
          error={isTried && !isLong ? t('session.change.short') : undefined}
        />
        <TextField
          label={t('session.change.again')}
          type="password"
          value={again}
          onChange={setAgain}
          autoComplete="new-password"
          error={isTried && !isSame ? t('session.change.different') : undefined}
        />
        <Button kind="primary" type="submit" isPending={isPending}>
          {action}
        </Button>
      </Form>
    </>
  )
}
