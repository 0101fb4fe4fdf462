import '../tasks/task-lines.css'
import { Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'

export function CooperativeHome() {
  return (
    <Page title={t('shell.nav.home')}>
      <EmptyState>{t('home.cooperative')}</EmptyState>
    </Page>
  )
}

/** The administrator of the installation sees no task: rights follow posts. */
export function AdminHome({ isAdmin }: { isAdmin: boolean }) {
  if (!isAdmin) return <CooperativeHome />
  return (
    <Page title={t('home.admin.title')}>
      <ul className="tasks-lines">
        <li>
          <Link to="/accounts">{t('home.admin.accounts')}</Link>
        </li>
        <li>
          <Link to="/organisation">{t('home.admin.organisation')}</Link>
        </li>
        <li>
          <Link to="/audit">{t('home.admin.audit')}</Link>
        </li>
      </ul>
    </Page>
  )
}
