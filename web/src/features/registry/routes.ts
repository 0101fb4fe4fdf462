import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { app } from '../../frame-routes.tsx'
import { doublesRoutes } from './doubles/routes.ts'
import { keepsAsOf } from '../../lib/as-of.ts'
import { withTexts } from '../../lib/i18n.ts'
import { importRoutes } from './import/routes.ts'
import { partRoutes } from './parts/routes.ts'
import {
  CountSearch,
  EntitySearch,
  NewEntitySearch,
  RegistryFilters,
  RegistrySearch,
} from './search.ts'
import { yearRoutes } from './years/routes.ts'

const readsPast = { search: keepsAsOf, staticData: { readsPast: true } } as const

const list = createRoute({
  getParentRoute: () => app,
  path: '/registry',
  validateSearch: RegistrySearch,
  ...readsPast,
  component: lazyRouteComponent(
    withTexts(() => import('./list-page.tsx')),
    'RegistryPage',
  ),
})

const map = createRoute({
  getParentRoute: () => app,
  path: '/registry/map',
  validateSearch: RegistryFilters,
  ...readsPast,
  component: lazyRouteComponent(
    withTexts(() => import('./map-page.tsx')),
    'MapPage',
  ),
})

const counts = createRoute({
  getParentRoute: () => app,
  path: '/registry/counts',
  validateSearch: CountSearch,
  ...readsPast,
  component: lazyRouteComponent(
    withTexts(() => import('./counts-page.tsx')),
    'CountsPage',
  ),
})

const create = createRoute({
  getParentRoute: () => app,
  path: '/registry/new',
  validateSearch: NewEntitySearch,
  component: lazyRouteComponent(
    withTexts(() => import('./new-entity-page.tsx')),
    'NewEntityPage',
  ),
})

const settings = createRoute({
  getParentRoute: () => app,
  path: '/registry/settings',
  component: lazyRouteComponent(
    withTexts(() => import('./settings-page.tsx')),
    'SettingsPage',
  ),
})

const entity = createRoute({
  getParentRoute: () => app,
  path: '/registry/$id',
  validateSearch: EntitySearch,
  ...readsPast,
  component: lazyRouteComponent(
    withTexts(() => import('./entity-page.tsx')),
    'EntityPage',
  ),
})

/** The register of cooperatives and groups; pages of its sub-folders are named here too. */
export const registryRoutes = [
  list,
  map,
  counts,
  create,
  settings,
  ...importRoutes,
  entity,
  ...partRoutes,
  ...doublesRoutes,
  ...yearRoutes,
] as const
