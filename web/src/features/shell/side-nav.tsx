import { IconCloudCheck, IconCloudOff, IconSelector } from '@tabler/icons-react'
import type { NavigationCounts, Session } from '@hopluc/shared/session'
import { Link } from '@tanstack/react-router'
import { useConnection } from '../../lib/connection.ts'
import { formatTime } from '../../lib/format.ts'
import { language, switchLanguage, t } from '../../lib/i18n.ts'
import { PlainButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Logo } from '../../ui/logo.tsx'
import type { NavGroup, NavItem } from './nav.ts'

export interface SideNavProps {
  readonly groups: readonly NavGroup[]
  readonly counts: NavigationCounts
  readonly session: Session
  /** On work surfaces: icons only. */
  readonly isRail: boolean
  readonly onPlace: () => void
}

/** The side: where one acts, where one can go, whether the line is up. */
export function SideNav({ groups, counts, session, isRail, onPlace }: SideNavProps) {
  return (
    <aside className={isRail ? 'side side-rail' : 'side'} aria-label={t('shell.side')}>
      <Link to="/" className="brand" aria-label={t('shell.product')}>
        <Logo />
        {!isRail && t('shell.product')}
      </Link>
      {!isRail && session.post && <Place session={session} onPress={onPlace} />}
      <nav className="nav" aria-label={t('shell.nav')}>
        {groups.map(({ title, items }, index) => (
          <div key={title ?? 'first'} className="nav-group">
            {isRail && index > 0 && <hr />}
            {title && !isRail && <p className="nav-title">{t(title)}</p>}
            <ul>
              {items.map((item) => (
                <li key={item.to}>
                  <NavLink item={item} counts={counts} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      {!isRail && <Foot />}
    </aside>
  )
}

function Place({ session, onPress }: { session: Session; onPress: () => void }) {
  const { place } = session.post ?? {}
  if (!place) return null
  return (
    <PlainButton className="place" onPress={onPress}>
      <b>{place.name}</b>
      {place.under && <span>{place.under}</span>}
      <Icon of={IconSelector} isSmall />
    </PlainButton>
  )
}

function NavLink({ item, counts }: { item: NavItem; counts: NavigationCounts }) {
  const count = item.count && counts[item.count]
  return (
    <Link to={item.to} className="nav-link" activeOptions={{ exact: item.to === '/' }}>
      <Icon of={item.icon} />
      <span className="nav-words">{t(item.label)}</span>
      {count ? <b className={item.isLate ? 'nav-count red' : 'nav-count'}>{count}</b> : null}
    </Link>
  )
}

function Foot() {
  const { isOnline, contactAt } = useConnection()
  const isVietnamese = language() === 'vi'
  return (
    <div className="side-foot">
      <output className={isOnline ? 'side-line' : 'side-line amber'}>
        <Icon of={isOnline ? IconCloudCheck : IconCloudOff} isSmall />
        {isOnline
          ? contactAt !== null && t('shell.synced', { time: formatTime(contactAt) })
          : t('shell.offline')}
      </output>
      <span className="side-language">
        <PlainButton
          aria-label={t('shell.language.vi')}
          aria-pressed={isVietnamese}
          onPress={() => switchLanguage('vi')}
        >
          VI
        </PlainButton>
        <PlainButton
          aria-label={t('shell.language.en')}
          aria-pressed={!isVietnamese}
          onPress={() => switchLanguage('en')}
        >
          EN
        </PlainButton>
      </span>
    </div>
  )
}
