import type { Role } from '@hopluc/shared/session'
import { t, type PlainKey } from '../../lib/i18n.ts'
import { matches } from '../../lib/matches.ts'
import { navFor } from '../shell/nav.ts'

/** A page that one may go to by typing what one wants to do. */
export interface Command {
  readonly to: string
  readonly label: string
}

const STEERS = ['chair', 'delegate', 'standing'] as const
const WORKS = ['leader', 'clerk', 'officer'] as const

/** What begins something, offered to those whose work it is; the page itself asks for the right. */
const ACTIONS: readonly { to: string; label: PlainKey; roles: readonly Role[] }[] = [
  { to: '/tasks/new', label: 'search.command.task', roles: [...STEERS, 'leader'] },
  { to: '/tasks/import', label: 'search.command.taskImport', roles: ['standing'] },
  { to: '/documents/new', label: 'search.command.document', roles: ['standing', 'clerk'] },
  { to: '/meetings/new', label: 'search.command.meeting', roles: ['standing', ...WORKS] },
  { to: '/rounds/new', label: 'search.command.round', roles: ['standing', ...WORKS] },
  { to: '/reports/new', label: 'search.command.report', roles: ['standing', ...WORKS] },
  { to: '/registry/new', label: 'search.command.entity', roles: ['standing', ...WORKS] },
  { to: '/registry/import', label: 'search.command.entityImport', roles: ['standing', ...WORKS] },
  {
    to: '/difficulties/new',
    label: 'search.command.difficulty',
    roles: ['standing', ...WORKS, 'cooperative'],
  },
  { to: '/support', label: 'search.command.support', roles: ['cooperative'] },
  {
    to: '/loans/new',
    label: 'search.command.loan',
    roles: ['standing', 'officer', 'leader', 'cooperative'],
  },
  {
    to: '/me',
    label: 'search.command.me',
    roles: [...STEERS, ...WORKS, 'cooperative', 'observer', 'admin'],
  },
]

/** Actions and pages of the role whose names have every word that was typed, with or without diacritics. */
export function commandsFor(
  q: string,
  role: Role | undefined,
  exists: (to: string) => boolean,
): Command[] {
  const mine = ACTIONS.filter(({ to, roles }) => exists(to) && role && roles.includes(role))
  const pages = navFor(role, exists).flatMap(({ items }) => items)
  return [...mine, ...pages]
    .map(({ to, label }) => ({ to, label: t(label) }))
    .filter(({ label }) => q.trim() !== '' && matches(label, q.trim()))
}
