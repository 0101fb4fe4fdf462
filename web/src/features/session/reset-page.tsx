import { Link, useLocation, useRouter } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { toast } from '../../ui/toast.tsx'
import { Entry } from './entry.tsx'
import { NewPasswordForm } from './new-password.tsx'
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
  return (
    <Entry title={t('session.reset.title')}>
      <p className="soft">{t('session.reset.text')}</p>
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
