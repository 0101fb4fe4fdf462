import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { app } from '../../../frame-routes.tsx'
import { withTexts } from '../../../lib/i18n.ts'
import { RegistryFilters } from '../search.ts'

const lists = createRoute({
  getParentRoute: () => app,
  path: '/registry/import',
  component: lazyRouteComponent(
    withTexts(() => import('./import-page.tsx')),
    'RegistryImportPage',
  ),
})

const bulk = createRoute({
  getParentRoute: () => app,
  path: '/registry/bulk',
  validateSearch: RegistryFilters,
  component: lazyRouteComponent(
    withTexts(() => import('./bulk-page.tsx')),
    'RegistryBulkPage',
  ),
})

/** Lists from files, and one change for many. */
export const importRoutes = [lists, bulk] as const
