import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'

const purges = createRoute({
  getParentRoute: () => app,
  path: '/purges',
  validateSearch: z.object({ cursor: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(
    withTexts(() => import('./list-page.tsx')),
    'PurgesPage',
  ),
})

const fresh = createRoute({
  getParentRoute: () => app,
  path: '/purges/new',
  component: lazyRouteComponent(
    withTexts(() => import('./new-page.tsx')),
    'NewPurgePage',
  ),
})

const purge = createRoute({
  getParentRoute: () => app,
  path: '/purges/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./purge-page.tsx')),
    'PurgePage',
  ),
})

/** What is destroyed under a decision; the administrator's. */
export const purgeRoutes = [purges, fresh, purge] as const
