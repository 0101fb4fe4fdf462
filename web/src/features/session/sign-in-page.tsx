import { IconChevronRight } from '@tabler/icons-react'
import type { Demo } from '@hopluc/shared/session'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { ApiError } from '../../lib/api.ts'
import { t } from '../../lib/i18n.ts'
import { Button, PlainButton } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Entry } from './entry.tsx'
import { outsideQuery } from './entry-queries.ts'
import { demoQuery, useSignIn } from './queries.ts'

const route = getRouteApi('/sign-in')

/** Signs in and goes back to where one came from. Wrong is said without saying what was wrong. */
export function SignInPage() {
  const { return: back, refused } = route.useSearch()
  const router = useRouter()
  const { data: demo } = useQuery(demoQuery)
  const { data: outside } = useQuery(outsideQuery)
  const { mutate, isPending, error } = useSignIn()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [isTried, setIsTried] = useState(false)

  const signIn = (given: { username: string; password: string }) =>
    mutate(given, {
      onSuccess: ({ mustChangePassword }) =>
        void router.navigate({ href: mustChangePassword ? '/password' : (back ?? '/') }),
      onError: (refusal) => {
        if (isAsked(refusal))
          void router.navigate({ to: '/second-factor', search: back ? { return: back } : {} })
      },
    })
  const submit = () => {
    setIsTried(true)
    if (username.trim() && password) signIn({ username, password })
  }
  const enterAs = (chosen: string) => {
    if (demo?.password) signIn({ username: chosen, password: demo.password })
  }
  return (
    <Entry
      title={t('session.signIn.title')}
      beside={demo?.isDemo && <DemoAccounts demo={demo} onChoose={enterAs} isBusy={isPending} />}
    >
      {back && !error && !refused && <Notice kind="info">{t('session.ended')}</Notice>}
      {refused && !error && <Notice kind="error">{refusedWords(refused)}</Notice>}
      {error && !isAsked(error) && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={submit} label={t('session.signIn.title')}>
        <TextField
          label={t('session.username')}
          name="username"
          value={username}
          onChange={setUsername}
          autoComplete="username"
          spellCheck="false"
          // The only thing to do on this page.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          error={isTried && !username.trim() ? t('session.username.missing') : undefined}
        />
        <TextField
          label={t('session.password')}
          name="password"
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          error={isTried && !password ? t('session.password.missing') : undefined}
        />
        <Button kind="primary" type="submit" isPending={isPending}>
          {t('session.signIn')}
        </Button>
      </Form>
      {outside?.items.map(({ id, label }) => (
        <a key={id} className="button wide" href={outsideAddress(id, back)}>
          {t('session.outside', { label })}
        </a>
      ))}
      <p className="small">
        <Link to="/forgotten-password">{t('session.forgotten')}</Link>
      </p>
    </Entry>
  )
}

const isAsked = (error: unknown) =>
  error instanceof ApiError && error.code === 'session.second_factor'

const refusedWords = (code: string) =>
  t(code === 'session.outside_unknown' ? 'session.outside.unknown' : 'session.outside.failed')

const outsideAddress = (id: string, back = '/') =>
  `/api/session/outside/${id}?${new URLSearchParams({ return: back }).toString()}`

function DemoAccounts(props: {
  demo: Demo
  onChoose: (username: string) => void
  isBusy: boolean
}) {
  const { demo, onChoose, isBusy } = props
  return (
    <Section title={t('session.demo.title')}>
      <div className="demo-accounts">
        <p>{t('session.demo.text', { password: demo.password ?? '' })}</p>
        {demo.accounts.map(({ username, name, post, agency }) => (
          <PlainButton
            key={username}
            className="demo-account"
            isDisabled={isBusy}
            onPress={() => onChoose(username)}
          >
            <code>{username}</code>
            <span>
              {post}
              <small>
                {name}, {agency}
              </small>
            </span>
            <Icon of={IconChevronRight} />
          </PlainButton>
        ))}
      </div>
    </Section>
  )
}
