import '../../ui/tabs.css'
import { Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'

const TABS = [
  ['/support', 'support.programmes'],
  ['/support/applications', 'support.applications'],
  ['/support/courses', 'support.courses'],
  ['/support/graduates', 'support.graduates'],
  ['/support/trade-events', 'support.tradeEvents'],
] as const
/** The parts of support, each a page. */
export function SupportTabs() {
  return (
    <nav className="tabs" aria-label={t('support.title')}>
      {TABS.map(([to, label]) => (
        <Link key={to} to={to} className="tab" activeOptions={{ exact: true }}>
          <span>{t(label)}</span>
        </Link>
      ))}
    </nav>
  )
}
