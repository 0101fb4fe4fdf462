import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'
import { ActivitySearch } from './search.ts'

const list = createRoute({
  getParentRoute: () => app,
  path: '/activities',
  validateSearch: ActivitySearch,
  component: lazyRouteComponent(
    withTexts(() => import('./list-page.tsx')),
    'ActivitiesPage',
  ),
})

const one = createRoute({
  getParentRoute: () => app,
  path: '/activities/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./activity-page.tsx')),
    'ActivityPage',
  ),
})

export const activityRoutes = [list, one] as const
