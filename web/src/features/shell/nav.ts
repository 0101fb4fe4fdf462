import {
  IconBuildingCommunity,
  IconCalendarEvent,
  IconCash,
  IconChartLine,
  IconCheckbox,
  IconClipboardCheck,
  IconFileAnalytics,
  IconFileText,
  IconHeartHandshake,
  IconHistory,
  IconHome,
  IconListCheck,
  IconMessageReport,
  IconScale,
  IconSitemap,
  IconSpeakerphone,
  IconStars,
  IconTable,
  IconTargetArrow,
  IconTextScan2,
  IconTrophy,
  IconUsers,
} from '@tabler/icons-react'
import type { NavigationCounts, Role } from '@hopluc/shared/session'
import type { PlainKey } from '../../lib/i18n.ts'
import type { IconShape } from '../../ui/icon.tsx'

export interface NavItem {
  readonly to: string
  readonly label: PlainKey
  /** For the phone's tabs, where there is little room. */
  readonly shortLabel?: PlainKey
  readonly icon: IconShape
  /** The second key after `g`. */
  readonly key: string
  readonly roles: readonly Role[]
  readonly count?: keyof NavigationCounts
  /** What is late is counted in red. */
  readonly isLate?: true
}

export interface NavGroup {
  readonly title?: PlainKey
  readonly items: readonly NavItem[]
}

const STEERS = ['chair', 'delegate', 'standing'] as const
const WORKS = ['leader', 'clerk', 'officer'] as const
const AUTHORITIES = [...STEERS, ...WORKS, 'observer'] as const

/** Pages in the order of the side; an item stands once its page is in the router. */
export const NAV: readonly NavGroup[] = [
  {
    items: [
      {
        to: '/',
        label: 'shell.nav.home',
        icon: IconHome,
        key: 'h',
        roles: [...AUTHORITIES, 'cooperative', 'admin'],
      },
      {
        to: '/my-tasks',
        label: 'shell.nav.myTasks',
        shortLabel: 'shell.nav.short.myTasks',
        icon: IconCheckbox,
        key: 'm',
        roles: [...STEERS, ...WORKS],
        count: 'myTasks',
      },
    ],
  },
  {
    title: 'shell.nav.directing',
    items: [
      {
        to: '/documents',
        label: 'shell.nav.documents',
        icon: IconFileText,
        key: 'd',
        roles: AUTHORITIES,
      },
      {
        to: '/meetings',
        label: 'shell.nav.meetings',
        icon: IconCalendarEvent,
        key: 'c',
        roles: AUTHORITIES,
      },
      {
        to: '/readings',
        label: 'shell.nav.readings',
        shortLabel: 'shell.nav.short.readings',
        icon: IconTextScan2,
        key: 'r',
        roles: [...STEERS, 'clerk'],
        count: 'readings',
      },
      {
        to: '/tasks',
        label: 'shell.nav.tasks',
        icon: IconListCheck,
        key: 't',
        roles: AUTHORITIES,
        count: 'overdueTasks',
        isLate: true,
      },
    ],
  },
  {
    title: 'shell.nav.figures',
    items: [
      {
        to: '/rounds',
        label: 'shell.nav.rounds',
        shortLabel: 'shell.nav.short.rounds',
        icon: IconTable,
        key: 'b',
        roles: AUTHORITIES,
      },
      {
        to: '/plans',
        label: 'shell.nav.plans',
        shortLabel: 'shell.nav.short.plans',
        icon: IconTargetArrow,
        key: 'k',
        roles: AUTHORITIES,
      },
      {
        to: '/figures',
        label: 'shell.nav.sums',
        shortLabel: 'shell.nav.short.sums',
        icon: IconChartLine,
        key: 'u',
        roles: [...AUTHORITIES, 'admin'],
      },
      {
        to: '/reports',
        label: 'shell.nav.reports',
        icon: IconFileAnalytics,
        key: 'p',
        roles: AUTHORITIES,
      },
      {
        to: '/returns/own',
        label: 'shell.nav.own',
        icon: IconTable,
        key: 's',
        roles: ['cooperative'],
      },
    ],
  },
  {
    title: 'shell.nav.cooperatives',
    items: [
      {
        to: '/registry',
        label: 'shell.nav.registry',
        shortLabel: 'shell.nav.short.registry',
        icon: IconBuildingCommunity,
        key: 'x',
        roles: [...AUTHORITIES, 'admin'],
      },
      {
        to: '/assessments',
        label: 'shell.nav.assessments',
        shortLabel: 'shell.nav.short.assessments',
        icon: IconStars,
        key: 'e',
        roles: [...AUTHORITIES, 'cooperative'],
      },
      {
        to: '/difficulties',
        label: 'shell.nav.difficulties',
        shortLabel: 'shell.nav.short.difficulties',
        icon: IconMessageReport,
        key: 'n',
        roles: [...AUTHORITIES, 'cooperative'],
      },
      {
        to: '/support',
        label: 'shell.nav.support',
        shortLabel: 'shell.nav.short.support',
        icon: IconHeartHandshake,
        key: 'z',
        roles: [...AUTHORITIES, 'cooperative'],
      },
      {
        to: '/entity-checks',
        label: 'shell.nav.checks',
        shortLabel: 'shell.nav.short.checks',
        icon: IconClipboardCheck,
        key: 'y',
        roles: [...AUTHORITIES, 'cooperative'],
      },
      {
        to: '/loans',
        label: 'shell.nav.loans',
        icon: IconCash,
        key: 'v',
        roles: [...AUTHORITIES, 'cooperative'],
      },
      {
        to: '/recognitions',
        label: 'shell.nav.recognitions',
        shortLabel: 'shell.nav.short.recognitions',
        icon: IconTrophy,
        key: 'i',
        roles: [...AUTHORITIES, 'cooperative'],
      },
      {
        to: '/market',
        label: 'shell.nav.market',
        shortLabel: 'shell.nav.short.market',
        icon: IconScale,
        key: 'w',
        roles: [...AUTHORITIES, 'cooperative'],
      },
      {
        to: '/activities',
        label: 'shell.nav.activities',
        shortLabel: 'shell.nav.short.activities',
        icon: IconSpeakerphone,
        key: 'j',
        roles: [...AUTHORITIES, 'cooperative'],
      },
    ],
  },
  {
    title: 'shell.nav.system',
    items: [
      {
        to: '/organisation',
        label: 'shell.nav.organisation',
        shortLabel: 'shell.nav.short.organisation',
        icon: IconSitemap,
        key: 'o',
        roles: [...AUTHORITIES, 'admin'],
      },
      { to: '/accounts', label: 'shell.nav.accounts', icon: IconUsers, key: 'a', roles: ['admin'] },
      {
        to: '/audit',
        label: 'shell.nav.audit',
        icon: IconHistory,
        key: 'l',
        roles: [...STEERS, 'admin'],
      },
    ],
  },
]

/** The groups that a role sees, of the pages that exist. */
export function navFor(role: Role | undefined, exists: (to: string) => boolean): NavGroup[] {
  return NAV.map((group) => ({
    ...group,
    items: group.items.filter(
      ({ to, roles }) => exists(to) && (role ? roles.includes(role) : to === '/'),
    ),
  })).filter(({ items }) => items.length > 0)
}
