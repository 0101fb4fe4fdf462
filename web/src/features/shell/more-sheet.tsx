import type { Session } from '@hopluc/shared/session'
import { Link } from '@tanstack/react-router'
import { t } from '../../lib/i18n.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MeChoices } from './me-panel.tsx'
import type { NavGroup } from './nav.ts'

export interface MoreSheetProps {
  readonly groups: readonly NavGroup[]
  readonly session: Session
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onKeys: () => void
}

/** On the phone, behind "Thêm": every page, and oneself. */
export function MoreSheet({ groups, session, isOpen, onClose, onKeys }: MoreSheetProps) {
  return (
    <Dialog title={session.account.name} shape="panel" isOpen={isOpen} onClose={onClose}>
      <nav className="sheet-nav" aria-label={t('shell.nav')}>
        <ul>
          {groups
            .flatMap(({ items }) => items)
            .map(({ to, label, icon }) => (
              <li key={to}>
                <Link to={to} onClick={onClose} activeOptions={{ exact: to === '/' }}>
                  <Icon of={icon} />
                  {t(label)}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <MeChoices session={session} onClose={onClose} onKeys={onKeys} />
    </Dialog>
  )
}
