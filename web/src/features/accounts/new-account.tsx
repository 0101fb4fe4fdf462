import { Username } from '@hopluc/shared/accounts'
import type { PlainDate } from '@hopluc/shared/values'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { sentence } from '../../lib/api-error.ts'
import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, FormRow } from '../../ui/form.tsx'
import { Notice } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { emptyPost, PostFields, wholePost } from './post-fields.tsx'
import { useCreateAccount } from './queries.ts'
import { SecretDialog } from './secret.tsx'

/** A person with the first post; then the password that is shown once. */
export function NewAccountDialog({ today, onClose }: { today: PlainDate; onClose: () => void }) {
  const [name, setName] = useState('')
  const [username, setUsername] = useState('')
  const [post, setPost] = useState(() => emptyPost(today))
  const [first, setFirst] = useState<'invitation' | 'password'>('invitation')
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error, data } = useCreateAccount()
  const navigate = useNavigate()
  const isUsername = Username.safeParse(username).success
  const save = () => {
    setTried(true)
    const whole = wholePost(post)
    if (!name.trim() || !isUsername || !whole) return
    mutate({ name, username, post: whole, isInvited: first === 'invitation' })
  }
  if (data) {
    const { account, password, invitation } = data
    const done = () => void navigate({ to: '/accounts/$id', params: { id: account.id } })
    return invitation ? (
      <SecretDialog
        title={t('accounts.invitation')}
        text={t('accounts.invitation.text', {
          name: account.name,
          until: formatInstant(invitation.expiresAt, today),
        })}
        secret={`${location.origin}${invitation.path}`}
        onDone={done}
      />
    ) : (
      <SecretDialog
        title={t('accounts.password.title')}
        text={t('accounts.password.text', { name: account.name })}
        secret={password ?? ''}
        onDone={done}
      />
    )
  }
  return (
    <Dialog title={t('accounts.new')} isOpen onClose={onClose} shape="wide">
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Form onSubmit={save} error={error} label={t('accounts.new')}>
        <FormRow>
          <TextField
            label={t('accounts.name')}
            name="name"
            value={name}
            onChange={setName}
            autoComplete="off"
            error={isTried && !name.trim() ? t('accounts.required') : undefined}
          />
          <TextField
            label={t('accounts.username')}
            hint={t('accounts.username.hint')}
            name="username"
            value={username}
            onChange={setUsername}
            autoComplete="off"
            error={isTried && !isUsername ? t('accounts.username.wrong') : undefined}
          />
        </FormRow>
        <RadioGroup
          label={t('accounts.first')}
          choices={(['invitation', 'password'] as const).map((value) => ({
            value,
            label: t(`accounts.first.${value}`),
          }))}
          value={first}
          onChange={setFirst}
          isRow
        />
        <PostFields draft={post} onChange={setPost} isTried={isTried} />
        <FormActions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isPending={isPending}>
            {t('accounts.create')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
