import { t } from '../../lib/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'

/** Where one arrives while the post has no page of its own. */
export function StartPage() {
  return (
    <Page title={t('shell.nav.home')}>
      <EmptyState>{t('shell.home.text')}</EmptyState>
    </Page>
  )
}
