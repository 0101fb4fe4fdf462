import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'
import { ReturnSearch } from './search.ts'

const one = createRoute({
  getParentRoute: () => app,
  path: '/returns/$id',
  validateSearch: ReturnSearch,
  staticData: { isWorkSurface: true },
  component: lazyRouteComponent(
    withTexts(() => import('./return-page.tsx')),
    'ReturnPage',
  ),
})

const own = createRoute({
  getParentRoute: () => app,
  path: '/returns/own',
  component: lazyRouteComponent(
    withTexts(() => import('./own-list-page.tsx')),
    'OwnListPage',
  ),
})

const ownRow = createRoute({
  getParentRoute: () => app,
  path: '/returns/own/$id/$entityId',
  component: lazyRouteComponent(
    withTexts(() => import('./own-row-page.tsx')),
    'OwnRowPage',
  ),
})

/** A report as its unit fills it in, and a cooperative's own row of it. */
export const returnRoutes = [own, ownRow, one] as const
