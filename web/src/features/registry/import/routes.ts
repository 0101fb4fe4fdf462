import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
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

const past = createRoute({
  getParentRoute: () => app,
  path: '/registry/imports',
  validateSearch: z.object({ cursor: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(
    withTexts(() => import('./past-page.tsx')),
    'PastImportsPage',
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

/** Lists from files, what was imported before, and one change for many. */
export const importRoutes = [lists, past, bulk] as const
