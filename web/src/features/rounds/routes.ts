import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'
import { RoundSearch, RoundsSearch } from './search.ts'

const list = createRoute({
  getParentRoute: () => app,
  path: '/rounds',
  validateSearch: RoundsSearch,
  component: lazyRouteComponent(
    withTexts(() => import('./rounds-page.tsx')),
    'RoundsPage',
  ),
})

const create = createRoute({
  getParentRoute: () => app,
  path: '/rounds/new',
  component: lazyRouteComponent(
    withTexts(() => import('./new-round-page.tsx')),
    'NewRoundPage',
  ),
})

const one = createRoute({
  getParentRoute: () => app,
  path: '/rounds/$id',
  validateSearch: RoundSearch,
  component: lazyRouteComponent(
    withTexts(() => import('./round-page.tsx')),
    'RoundPage',
  ),
})

/** Report rounds: what one has to report, and what those report whom one asks. */
export const roundRoutes = [list, create, one] as const
