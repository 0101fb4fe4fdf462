import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Entry } from '../session/entry.tsx'
import { useReloadSession, useSignOut } from '../session/queries.ts'
import { AddFactor } from './add-factor.tsx'
import { factorsQuery } from './queries.ts'

/** Where a post asks for a second factor that the person has not got yet: nothing else can be done. */
export function SetUpPage() {
  const { data: factors } = useSuspenseQuery(factorsQuery)
  const router = useRouter()
  const reload = useReloadSession()
  const signOut = useSignOut()
  const isDone = factors.hasTotp || factors.passkeys.length > 0
  const enter = async () => {
    await reload()
    await router.navigate({ to: '/' })
  }
  return (
    <Entry title={t('security.setUp.title')}>
      <p className="soft">{t('security.setUp.text')}</p>
      <AddFactor factors={factors} onDone={() => void enter()} />
      {isDone && (
        <Button kind="primary" onPress={() => void enter()}>
          {t('security.setUp.go')}
        </Button>
      )}
      <Button kind="quiet" isPending={signOut.isPending} onPress={() => signOut.mutate()}>
        {t('security.signOut')}
      </Button>
    </Entry>
  )
}
