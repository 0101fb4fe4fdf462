import './accounts.css'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { language, switchLanguage, t } from '../../lib/i18n.ts'
import { setTheme, useTheme } from '../../lib/theme.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Columns, Page, Section } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { toast } from '../../ui/toast.tsx'
import { NewPasswordForm } from '../session/new-password.tsx'
import { useChangePassword, useSession, useSwitchPost } from '../session/queries.ts'
import { Contact } from '../personal-data/contact.tsx'
import { OwnFactors } from '../security/own-factors.tsx'
import { Tokens } from '../security/tokens.tsx'
import { Sessions } from './sessions.tsx'

/** Oneself: password, posts, where one is signed in, language and look. */
export function MePage() {
  const { account } = useSession()
  return (
    <Page
      title={t('accounts.me.title')}
      lead={
        <>
          <span>{account.name}</span>
          <span className="muted">{account.username}</span>
        </>
      }
      actions={
        <>
          <ButtonLink to="/personal-data">{t('personal.title')}</ButtonLink>
          <ButtonLink to="/roles">{t('accounts.me.roles')}</ButtonLink>
        </>
      }
    >
      <Columns
        width={336}
        aside={
          <>
            <Contact accountId={account.id} name={account.name} />
            <Password />
            <Look />
          </>
        }
      >
        <OwnPosts />
        <OwnFactors />
        <Sessions />
        <Tokens />
      </Columns>
    </Page>
  )
}

function OwnPosts() {
  const { post: current, posts } = useSession()
  const { mutate, isPending, error, variables } = useSwitchPost()
  return (
    <Section title={t('accounts.me.posts')}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <ol className="accounts-list">
        {posts.map(({ id, title, agency, place }) => (
          <li key={id}>
            <span>
              {title}
              <small>{[agency.name, place.name].join(', ')}</small>
            </span>
            {id === current?.id ? (
              <Status kind="done">{t('accounts.me.posts.now')}</Status>
            ) : (
              <Button isSmall isPending={isPending && variables === id} onPress={() => mutate(id)}>
                {t('accounts.me.posts.use')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Password() {
  const [isOpen, setOpen] = useState(false)
  const { mutate, isPending, error, reset } = useChangePassword()
  const close = () => {
    setOpen(false)
    reset()
  }
  const done = () => {
    close()
    toast(t('session.change.done'))
  }
  return (
    <Section title={t('accounts.me.password')}>
      <div className="accounts-choices">
        <p className="small soft">{t('accounts.me.password.text')}</p>
        <Button icon={IconLock} onPress={() => setOpen(true)}>
          {t('accounts.me.password.change')}
        </Button>
      </div>
      <Dialog title={t('session.change.title')} isOpen={isOpen} onClose={close}>
        <NewPasswordForm
          currentLabel={t('session.change.current')}
          action={t('session.change.do')}
          isPending={isPending}
          error={error}
          onSubmit={(passwords) => mutate(passwords, { onSuccess: done })}
        />
      </Dialog>
    </Section>
  )
}

function Look() {
  const theme = useTheme()
  return (
    <Section title={t('accounts.me.look')}>
      <div className="accounts-choices">
        <RadioGroup
          label={t('shell.me.theme')}
          choices={(['light', 'dark', 'system'] as const).map((value) => ({
            value,
            label: t(`shell.me.theme.${value}`),
          }))}
          value={theme}
          onChange={setTheme}
          isRow
        />
        <RadioGroup
          label={t('shell.me.language')}
          choices={(['vi', 'en'] as const).map((value) => ({
            value,
            label: t(`shell.language.${value}`),
          }))}
          value={language()}
          onChange={switchLanguage}
          isRow
        />
      </div>
    </Section>
  )
}
