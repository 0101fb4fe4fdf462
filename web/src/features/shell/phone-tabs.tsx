import { IconMenu2 } from '@tabler/icons-react'
import type { NavigationCounts } from '@hopluc/shared/session'
import { Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { PlainButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { NavGroup, NavItem } from './nav.ts'

export interface PhoneTabsProps {
  readonly groups: readonly NavGroup[]
  readonly counts: NavigationCounts
  readonly onMore: () => void
}

/** On the phone: the first pages as tabs at the bottom, everything else behind "Thêm". */
export function PhoneTabs({ groups, counts, onMore }: PhoneTabsProps) {
  // What is worked on comes before papers and meetings: there is room for four.
  const tabs = groups
    .flatMap(({ items }) => items)
    .toSorted((one, other) => rank(one) - rank(other))
    .slice(0, 4)
  return (
    <nav className="phone-tabs" aria-label={t('shell.tabs')}>
      {tabs.map((item) => (
        <PhoneTab key={item.to} item={item} count={item.count && counts[item.count]} />
      ))}
      <PlainButton className="phone-tab" onPress={onMore} aria-haspopup="dialog">
        <Icon of={IconMenu2} />
        {t('shell.nav.more')}
      </PlainButton>
    </nav>
  )
}

function rank({ to, count }: NavItem): number {
  if (to === '/') return 0
  return count === undefined ? 2 : 1
}

function PhoneTab({ item, count }: { item: NavItem; count: number | undefined }) {
  return (
    <Link to={item.to} className="phone-tab" activeOptions={{ exact: item.to === '/' }}>
      <Icon of={item.icon} />
      {t(item.shortLabel ?? item.label)}
      {count ? (
        <b className={item.isLate ? 'phone-count phone-late' : 'phone-count'}>{count}</b>
      ) : null}
    </Link>
  )
}
