import type { Entity, EntityKind } from '@hopluc/shared/entities'
import type { Role } from '@hopluc/shared/session'
import type { PlainDate } from '@hopluc/shared/values'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { PlainKey } from '../../lib/i18n.ts'
import type { RegistrySearch } from './search.ts'

/** What every part of an entity's page gets. On a past day `isPast` holds and nothing may be changed. */
export interface EntityPartProps {
  readonly entity: Entity
  readonly day: PlainDate
  readonly isPast: boolean
}

/** A tab of the entity's page; its code loads when it is opened. */
export interface EntityTab {
  /** Stands in the address: `?tab=members`. */
  readonly id: string
  readonly label: PlainKey
  /** Beside the words, where the record itself tells it. */
  readonly count?: (entity: Entity) => number | null
  /** Without it the tab stands for every kind. */
  readonly kinds?: readonly EntityKind[]
  readonly component: ComponentType<EntityPartProps>
}

/** A section of the overview; the columns are: who it is, what it counts and makes, what is done for it. */
export interface EntitySection {
  readonly id: string
  readonly column: 'who' | 'what' | 'work'
  readonly kinds?: readonly EntityKind[]
  readonly component: ComponentType<EntityPartProps>
}

/** Beside "Cập nhật" in the head of the page: print the file, record a difficulty. */
export interface EntityHeadAction {
  readonly id: string
  readonly component: ComponentType<EntityPartProps>
}

/** What is added to the list: a quiet line above it (possible doubles), or a button in its head. */
export interface ListPart {
  readonly id: string
  readonly component: ComponentType<ListPartProps>
}

/** The filters of the list, and whether a past day is read. */
export interface ListPartProps {
  readonly search: RegistrySearch
  readonly isPast: boolean
}

/** Further pages of the register, beside list, map and counts. Only those in the router are shown. */
export interface RegistryView {
  readonly to: string
  readonly label: PlainKey
  /** Without it everyone who sees the register sees it. */
  readonly roles?: readonly Role[]
}

/**
 * Everything that is added to the pages of the register is named here, and nowhere else. A part is
 * loaded when it is shown: `lazyRouteComponent(() => import('./parts/members-tab.tsx'), 'MembersTab')`.
 */
export const ENTITY_TABS: readonly EntityTab[] = [
  {
    id: 'overview',
    label: 'registry.tab.overview',
    component: lazyRouteComponent(() => import('./overview-tab.tsx'), 'OverviewTab'),
  },
  {
    id: 'members',
    label: 'registry.tab.members',
    component: lazyRouteComponent(() => import('./parts/members-tab.tsx'), 'MembersTab'),
  },
  {
    id: 'figures',
    label: 'registry.tab.figures',
    component: lazyRouteComponent(() => import('./parts/figures-tab.tsx'), 'FiguresTab'),
  },
  {
    id: 'land',
    label: 'registry.tab.land',
    component: lazyRouteComponent(() => import('./parts/figures-tab.tsx'), 'LandTab'),
  },
  {
    id: 'products',
    label: 'registry.tab.products',
    component: lazyRouteComponent(() => import('./parts/products-tab.tsx'), 'ProductsTab'),
  },
  {
    id: 'links',
    label: 'registry.tab.links',
    component: lazyRouteComponent(() => import('./parts/links-tab.tsx'), 'LinksTab'),
  },
  {
    id: 'debts',
    label: 'registry.tab.debts',
    component: lazyRouteComponent(() => import('./parts/debts-tab.tsx'), 'DebtsTab'),
  },
  {
    id: 'history',
    label: 'registry.tab.history',
    component: lazyRouteComponent(() => import('./history-tab.tsx'), 'HistoryTab'),
  },
]

export const ENTITY_SECTIONS: readonly EntitySection[] = [
  {
    id: 'bodies',
    column: 'who',
    component: lazyRouteComponent(() => import('./parts/overview-sections.tsx'), 'BodiesSection'),
  },
  {
    id: 'figures',
    column: 'what',
    component: lazyRouteComponent(() => import('./parts/overview-sections.tsx'), 'FiguresSection'),
  },
  {
    id: 'members',
    column: 'what',
    component: lazyRouteComponent(() => import('./parts/overview-sections.tsx'), 'MembersSection'),
  },
  {
    id: 'products',
    column: 'what',
    component: lazyRouteComponent(() => import('./parts/overview-sections.tsx'), 'ProductsSection'),
  },
  {
    id: 'links',
    column: 'what',
    component: lazyRouteComponent(() => import('./parts/overview-sections.tsx'), 'LinksSection'),
  },
  {
    id: 'ratings',
    column: 'work',
    kinds: ['cooperative', 'union', 'credit_fund'],
    component: lazyRouteComponent(
      () => import('../assessments/ratings-section.tsx'),
      'RatingsSection',
    ),
  },
  {
    id: 'recognitions',
    column: 'work',
    component: lazyRouteComponent(
      () => import('../recognitions/entity-section.tsx'),
      'RecognitionsSection',
    ),
  },
  {
    id: 'proposals',
    column: 'work',
    component: lazyRouteComponent(
      () => import('./years/proposals-section.tsx'),
      'ProposalsSection',
    ),
  },
  {
    id: 'confirmation',
    column: 'work',
    component: lazyRouteComponent(
      () => import('./years/confirmation-section.tsx'),
      'ConfirmationSection',
    ),
  },
]

export const ENTITY_HEAD_ACTIONS: readonly EntityHeadAction[] = [
  {
    id: 'print',
    component: lazyRouteComponent(() => import('./years/print-action.tsx'), 'PrintAction'),
  },
]

export const LIST_LINES: readonly ListPart[] = [
  {
    id: 'proposals',
    component: lazyRouteComponent(() => import('./years/proposals-line.tsx'), 'ProposalsLine'),
  },
  {
    id: 'doubles',
    component: lazyRouteComponent(() => import('./doubles/doubles-line.tsx'), 'DoublesLine'),
  },
]

/** Beside "Xuất Excel": import, bulk change. */
export const LIST_ACTIONS: readonly ListPart[] = [
  {
    id: 'import',
    component: lazyRouteComponent(() => import('./import/list-actions.tsx'), 'ImportActions'),
  },
]

export const REGISTRY_VIEWS: readonly RegistryView[] = [
  { to: '/registry', label: 'registry.view.list' },
  { to: '/registry/map', label: 'registry.view.map' },
  { to: '/registry/counts', label: 'registry.view.counts' },
  { to: '/registry/certificates', label: 'registry.view.certificates' },
  { to: '/registry/debts', label: 'registry.view.debts' },
  { to: '/registry/links', label: 'registry.view.links' },
  { to: '/registry/market', label: 'registry.view.market' },
  { to: '/registry/worklist', label: 'registry.view.worklist' },
  { to: '/registry/confirmations', label: 'registry.view.confirmations' },
  { to: '/registry/settings', label: 'registry.view.settings', roles: ['admin'] },
]
