import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useRouter } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { Notice } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { Entry } from './entry.tsx'
import { NewPasswordForm } from './new-password.tsx'
import { passwordLinkQuery } from './entry-queries.ts'
import { useResetPassword } from './queries.ts'

/** Behind the link that the administrator gave, `/reset#token`: works once. */
export function ResetPage() {
  const token = useLocation({ select: ({ hash }) => hash })
  const router = useRouter()
  const { mutate, isPending, error } = useResetPassword()
  const done = () => {
    toast(t('session.reset.done'))
    void router.navigate({ to: '/sign-in', search: {} })
  }
  const { data: link } = useQuery(passwordLinkQuery(token))
  const { name, username, isInvitation } = link ?? {}
  const isWelcome = isInvitation && name && username
  return (
    <Entry title={isWelcome ? t('session.invited.title', { name }) : t('session.reset.title')}>
      {link === null && <Notice kind="warning">{t('session.reset.over')}</Notice>}
      <p className="soft">
        {isWelcome ? t('session.invited.text', { username }) : t('session.reset.text')}
      </p>
      <NewPasswordForm
        action={t('session.reset.do')}
        isPending={isPending}
        error={error}
        onSubmit={({ next }) => mutate({ token, next }, { onSuccess: done })}
      />
      <p className="small">
        <Link to="/sign-in" search={{}}>
          {t('session.back')}
        </Link>
      </p>
    </Entry>
  )
}
