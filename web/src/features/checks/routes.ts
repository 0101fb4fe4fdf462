import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'
import { ChecksSearch } from './search.ts'

const list = createRoute({
  getParentRoute: () => app,
  path: '/entity-checks',
  validateSearch: ChecksSearch,
  component: lazyRouteComponent(
    withTexts(() => import('./list-page.tsx')),
    'ChecksPage',
  ),
})

const plan = createRoute({
  getParentRoute: () => app,
  path: '/entity-checks/new',
  component: lazyRouteComponent(
    withTexts(() => import('./plan-page.tsx')),
    'PlanChecksPage',
  ),
})

const one = createRoute({
  getParentRoute: () => app,
  path: '/entity-checks/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./check-page.tsx')),
    'CheckPage',
  ),
})

export const checksRoutes = [list, plan, one] as const
