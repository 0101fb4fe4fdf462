import { IconPlus } from '@tabler/icons-react'
import type { Account, AccountSecurity, OutsideIdentity } from '@hopluc/shared/accounts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Confirm, Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { MaskedText } from '../../ui/masked.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { toast } from '../../ui/toast.tsx'
import { securityQuery, useAddIdentity, useRemoveFactors, useRemoveIdentity } from './queries.ts'

/** How the person proves who they are, for the administrator. */
export function Security({ account }: { account: Account }) {
  const { data } = useSuspenseQuery(securityQuery(account.id))
  return (
    <Section title={t('accounts.security')}>
      <ol className="accounts-list">
        <Factor account={account} security={data} />
        {data.identities.map((identity) => (
          <Identity
            key={identity.id}
            account={account}
            label={data.providers.find(({ id }) => id === identity.provider)?.label}
            identity={identity}
          />
        ))}
      </ol>
      {data.providers.length > 0 && <AddIdentity account={account} security={data} />}
    </Section>
  )
}

function Factor({ account, security }: { account: Account; security: AccountSecurity }) {
  const { hasTotp, passkeys, recoveryCodes } = security
  const [isOpen, setOpen] = useState(false)
  const { mutate, isPending, error } = useRemoveFactors(account.id)
  const has = hasTotp || passkeys > 0
  const words = [
    hasTotp && t('accounts.security.totp'),
    passkeys > 0 && t('accounts.security.passkeys', { count: passkeys }),
    has && t('accounts.security.codes', { count: recoveryCodes }),
  ].filter(Boolean)
  const done = () => {
    setOpen(false)
    toast(t('accounts.security.removed'))
  }
  return (
    <li>
      <span>
        {t('accounts.security.factor')}
        <small>{words.join(', ') || t('accounts.security.none')}</small>
      </span>
      {has && (
        <Button isSmall kind="quiet" onPress={() => setOpen(true)}>
          {t('accounts.security.remove')}
        </Button>
      )}
      <Confirm
        title={t('accounts.security.remove')}
        action={t('accounts.security.remove')}
        kind="danger"
        isOpen={isOpen}
        isPending={isPending}
        onConfirm={() => mutate(undefined, { onSuccess: done })}
        onClose={() => setOpen(false)}
      >
        {error && <Notice kind="error">{sentence(error)}</Notice>}
        <p>{t('accounts.security.remove.text', { name: account.name })}</p>
      </Confirm>
    </li>
  )
}

function Identity(props: {
  account: Account
  identity: OutsideIdentity
  label: string | undefined
}) {
  const { account, identity, label } = props
  const { mutate, isPending } = useRemoveIdentity(account.id)
  const provider = label ?? identity.provider
  return (
    <li>
      <span>
        <MaskedText
          value={identity.value}
          label={t('accounts.identity.of', { provider, name: account.name })}
        />
        <small>{provider}</small>
      </span>
      <Button
        isSmall
        kind="quiet"
        aria-label={t('accounts.identity.remove', { value: identity.value.shown })}
        isPending={isPending}
        onPress={() => mutate({ identityId: identity.id, version: account.version })}
      >
        {t('security.remove')}
      </Button>
    </li>
  )
}

function AddIdentity({ account, security }: { account: Account; security: AccountSecurity }) {
  const { providers } = security
  const [isOpen, setOpen] = useState(false)
  const [provider, setProvider] = useState(providers[0]?.id ?? '')
  const [value, setValue] = useState('')
  const { mutate, isPending, error } = useAddIdentity(account.id)
  const add = () => {
    if (!value.trim()) return
    const { version } = account
    mutate({ provider, value, version }, { onSuccess: () => setOpen(false) })
  }
  return (
    <>
      <Button isSmall icon={IconPlus} onPress={() => setOpen(true)}>
        {t('accounts.identity.add')}
      </Button>
      {isOpen && (
        <Dialog title={t('accounts.identity.add')} isOpen onClose={() => setOpen(false)}>
          {error && <Notice kind="error">{sentence(error)}</Notice>}
          <Form onSubmit={add} error={error} label={t('accounts.identity.add')}>
            <Select
              label={t('accounts.identity.provider')}
              options={providers.map(({ id, label }) => ({ value: id, label }))}
              value={provider}
              onChange={setProvider}
            />
            <TextField
              label={t('accounts.identity.value')}
              name="value"
              autoComplete="off"
              value={value}
              onChange={setValue}
            />
            <FormActions>
              <Button onPress={() => setOpen(false)}>{t('ui.cancel')}</Button>
              <Button kind="primary" type="submit" isPending={isPending}>
                {t('accounts.save')}
              </Button>
            </FormActions>
          </Form>
        </Dialog>
      )}
    </>
  )
}
