import { IconDots } from '@tabler/icons-react'
import type { Account } from '@hopluc/shared/accounts'
import { useNavigate } from '@tanstack/react-router'
import { sentence } from '../../lib/api-error.ts'
import { formatInstant } from '../../lib/format.ts'
import { t } from '../../lib/i18n.ts'
import { Menu } from '../../ui/menu.tsx'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { useSession } from '../session/queries.ts'
import { useInvite, useMakeReset, useMakeSignInLink, useUnlock } from './queries.ts'
import { SecretDialog } from './secret.tsx'

const BY_CODE: readonly string[] = ['cooperative', 'leader', 'chair', 'delegate']

/** Links for the person, the lock, and leaving: what is not done every day. */
export function LinkActions({ account }: { account: Account }) {
  const { id, name, allowed, isActive, posts } = account
  const { today } = useSession()
  const navigate = useNavigate()
  const reset = useMakeReset(id)
  const invite = useInvite(id)
  const signIn = useMakeSignInLink(id)
  const unlock = useUnlock(id)
  const isByCode = posts.length > 0 && posts.every(({ role }) => BY_CODE.includes(role))
  const can = (action: Account['allowed'][number]) => allowed.includes(action) && isActive
  const actions = [
    can('reset') && { id: 'reset', label: t('accounts.reset'), run: () => reset.mutate(undefined) },
    can('invite') && {
      id: 'invite',
      label: t('accounts.invite'),
      run: () => invite.mutate(undefined),
    },
    can('sign_in_link') &&
      isByCode && {
        id: 'sign-in',
        label: t('accounts.signInLink'),
        run: () => signIn.mutate(undefined),
      },
    can('unlock') &&
      account.failures > 0 && {
        id: 'unlock',
        label: t('accounts.unlock'),
        run: () => unlock.mutate(undefined, { onSuccess: () => toast(t('accounts.unlocked')) }),
      },
    can('hand_over') && {
      id: 'hand-over',
      label: t('accounts.handOver'),
      isDanger: true,
      isApart: true,
      run: () => void navigate({ to: '/accounts/$id/hand-over', params: { id } }),
    },
  ].filter((action) => action !== false)
  const error = reset.error ?? invite.error ?? signIn.error ?? unlock.error
  const untilOf = (expiresAt: string) => formatInstant(expiresAt, today)
  if (actions.length === 0) return null
  return (
    <>
      {error && <Notice kind="error">{sentence(error)}</Notice>}
      <Menu
        label={t('accounts.more')}
        words={t('accounts.more')}
        icon={IconDots}
        actions={actions}
      />
      {reset.data && (
        <SecretDialog
          title={t('accounts.reset.title')}
          text={t('accounts.reset.text', { name, until: untilOf(reset.data.expiresAt) })}
          secret={`${location.origin}${reset.data.path}`}
          onDone={reset.reset}
        />
      )}
      {invite.data && (
        <SecretDialog
          title={t('accounts.invitation')}
          text={t('accounts.invitation.text', { name, until: untilOf(invite.data.expiresAt) })}
          secret={`${location.origin}${invite.data.path}`}
          onDone={invite.reset}
        />
      )}
      {signIn.data && (
        <SecretDialog
          title={t('accounts.signInLink.title')}
          text={t('accounts.signInLink.text', {
            name,
            code: signIn.data.code,
            until: untilOf(signIn.data.expiresAt),
          })}
          secret={`${location.origin}${signIn.data.path}`}
          onDone={signIn.reset}
        />
      )}
    </>
  )
}
