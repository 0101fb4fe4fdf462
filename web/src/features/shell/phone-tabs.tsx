import { IconMenu2 } from '@tabler/icons-react'
import type { NavigationCounts, Session } from '@hopluc/shared/session'
import { Link } from '@tanstack/react-router'
import { Button as PlainButton } from 'react-aria-components/Button'
import { t } from '../../lib/i18n.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MeChoices } from './me-panel.tsx'
import type { NavGroup, NavItem } from './nav.ts'

export interface PhoneTabsProps {
  readonly groups: readonly NavGroup[]
  readonly counts: NavigationCounts
  readonly session: Session
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly onKeys: () => void
}

/** On the phone: the first pages as tabs at the bottom, everything else behind "Thêm". */
export function PhoneTabs(props: PhoneTabsProps) {
  const { groups, counts, session, isOpen, onOpenChange, onKeys } = props
  const items = groups.flatMap((group) => group.items)
  // What is worked on comes before papers and meetings: there is room for four.
  const tabs = [...items]
    .sort((one, other) => Number(other.count !== undefined) - Number(one.count !== undefined))
    .sort((one, other) => Number(other.to === '/') - Number(one.to === '/'))
    .slice(0, 4)
  const close = () => onOpenChange(false)
  return (
    <>
      <nav className="phone-tabs" aria-label={t('shell.tabs')}>
        {tabs.map((item) => (
          <PhoneTab key={item.to} item={item} count={item.count && counts[item.count]} />
        ))}
        <PlainButton
          className="phone-tab"
          onPress={() => onOpenChange(true)}
          aria-haspopup="dialog"
        >
          <Icon of={IconMenu2} />
          {t('shell.nav.more')}
        </PlainButton>
      </nav>
      <Dialog title={session.account.name} shape="panel" isOpen={isOpen} onClose={close}>
        <nav className="sheet-nav" aria-label={t('shell.nav')}>
          <ul>
            {items.map(({ to, label, icon }) => (
              <li key={to}>
                <Link to={to} onClick={close} activeOptions={{ exact: to === '/' }}>
                  <Icon of={icon} />
                  {t(label)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <MeChoices session={session} onClose={close} onKeys={onKeys} />
      </Dialog>
    </>
  )
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
