import { useRouter } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { toast } from '../../ui/toast.tsx'
import { Entry } from './entry.tsx'
import { NewPasswordForm } from './new-password.tsx'
import { useChangePassword, useSession } from './queries.ts'

/** One's own password; at the first sign-in nothing else can be done before. */
export function PasswordPage() {
  const { mustChangePassword } = useSession()
  const router = useRouter()
  const { mutate, isPending, error } = useChangePassword()
  const done = () => {
    toast(t('session.change.done'))
    return void router.navigate({ to: '/' })
  }
  return (
    <Entry title={t('session.change.title')}>
      {mustChangePassword && <p className="soft">{t('session.change.first')}</p>}
      <NewPasswordForm
        currentLabel={t(
          mustChangePassword ? 'session.change.currentFirst' : 'session.change.current',
        )}
        action={t('session.change.do')}
        isPending={isPending}
        error={error}
        onSubmit={(passwords) => mutate(passwords, { onSuccess: done })}
      />
    </Entry>
  )
}
