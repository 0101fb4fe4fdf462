import './accounts.css'
import { IconLock, IconLockOpen, IconPencil } from '@tabler/icons-react'
import type { Account } from '@hopluc/shared/accounts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Confirm, Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Columns, Page } from '../../ui/page.tsx'
import { Notice } from '../../ui/states.tsx'
import { Status } from '../../ui/status.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { RecordHistory } from '../audit/record-history.tsx'
import { Contact } from '../personal-data/contact.tsx'
import { Tokens } from '../security/tokens.tsx'
import { useSession } from '../session/queries.ts'
import { Posts } from './posts.tsx'
import { LinkActions } from './link-actions.tsx'
import { accountQuery, useChangeAccount, useEndSessions } from './queries.ts'
import { Security } from './security.tsx'
import { Sessions } from './sessions.tsx'

const route = getRouteApi('/app/accounts/$id')

/** One account: posts over time, sessions, and what the administrator may do. */
export function AccountPage() {
  const { id } = route.useParams()
  const { data: account } = useSuspenseQuery(accountQuery(id))
  return (
    <Page
      title={account.name}
      crumbs={[{ label: t('accounts.title'), to: '/accounts' }]}
      actions={account.allowed.length > 0 && <Actions account={account} />}
      lead={<Lead account={account} />}
    >
      <Columns
        width={336}
        aside={
          <>
            <Contact accountId={account.id} name={account.name} />
            {account.allowed.includes('end_sessions') && <SessionsOf account={account} />}
          </>
        }
      >
        <Posts account={account} />
        <RecordHistory subject={account.id} />
      </Columns>
    </Page>
  )
}

function Lead({ account }: { account: Account }) {
  const { today } = useSession()
  return (
    <>
      <span>{account.username}</span>
      {account.isActive ? (
        <Status kind="done">{t('accounts.state.active')}</Status>
      ) : (
        <Status kind="cancelled">{t('accounts.state.inactive')}</Status>
      )}
      {account.mustChangePassword && <Status kind="waiting">{t('accounts.mustChange')}</Status>}
      {account.failures > 0 && (
        <Status kind="soon">{t('accounts.failures', { count: account.failures })}</Status>
      )}
      {account.resetUntil && (
        <span className="muted">
          {t('accounts.reset.pending', { until: formatInstant(account.resetUntil, today) })}
        </span>
      )}
    </>
  )
}

function SessionsOf({ account }: { account: Account }) {
  const { mutate, isPending } = useEndSessions(account.id)
  const all = () => mutate(undefined, { onSuccess: () => toast(t('accounts.sessions.ended')) })
  return (
    <>
      <Sessions
        accountId={account.id}
        more={
          <Button isSmall kind="quiet" isPending={isPending} onPress={all}>
            {t('accounts.sessions.endAll')}
          </Button>
        }
      />
      <Security account={account} />
      <Tokens accountId={account.id} />
      <ButtonLink to="/audit" search={{ subject: account.id }} isWide>
        {t('accounts.audit')}
      </ButtonLink>
    </>
  )
}

function Actions({ account }: { account: Account }) {
  const [open, setOpen] = useState<'rename' | 'close' | null>(null)
  const change = useChangeAccount(account.id)
  const close = () => setOpen(null)
  const mayChange = account.allowed.includes('change')
  const set = (isActive: boolean) =>
    change.mutate(
      { version: account.version, isActive },
      {
        onSuccess: () => {
          close()
          toast(t(isActive ? 'accounts.opened' : 'accounts.closed'))
        },
      },
    )
  return (
    <>
      <LinkActions account={account} />
      {mayChange && (
        <Button icon={IconPencil} onPress={() => setOpen('rename')}>
          {t('accounts.rename')}
        </Button>
      )}
      {mayChange && account.isActive && (
        <Button icon={IconLock} onPress={() => setOpen('close')}>
          {t('accounts.close')}
        </Button>
      )}
      {mayChange && !account.isActive && (
        <Button icon={IconLockOpen} isPending={change.isPending} onPress={() => set(true)}>
          {t('accounts.open')}
        </Button>
      )}
      {open === 'rename' && <RenameDialog account={account} onClose={close} />}
      <Confirm
        title={t('accounts.close')}
        action={t('accounts.close')}
        kind="danger"
        isOpen={open === 'close'}
        isPending={change.isPending}
        onConfirm={() => set(false)}
        onClose={close}
      >
        {change.error && <Notice kind="error">{sentence(change.error)}</Notice>}
        <p>{t('accounts.close.text', { name: account.name })}</p>
      </Confirm>
    </>
  )
}

function RenameDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const [name, setName] = useState(account.name)
  const { mutate, isPending, error } = useChangeAccount(account.id)
  const save = () => {
    if (!name.trim()) return
    mutate(
      { version: account.version, name },
      {
        onSuccess: () => {
          onClose()
          toast(t('accounts.saved'))
        },
      },
    )
  }
  return (
    <Dialog title={t('accounts.rename')} isOpen onClose={onClose}>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('accounts.rename')}>
        <TextField
          label={t('accounts.name')}
          name="name"
          value={name}
          onChange={setName}
          error={name.trim() ? undefined : t('accounts.required')}
        />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('accounts.save')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
