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
export type SupportTab = (typeof TABS)[number][0]

/** The parts of support, each a page. */
export function SupportTabs({ current }: { current: SupportTab }) {
  return (
    <nav className="tabs" aria-label={t('support.title')}>
      {TABS.map(([to, label]) => (
        <Link
          key={to}
          to={to}
          className="tab"
          activeProps={{ 'aria-current': to === current ? 'true' : undefined }}
        >
          <span>{t(label)}</span>
        </Link>
      ))}
    </nav>
  )
}
