import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'
import { ApplySearch, SupportSearch } from './search.ts'

const home = createRoute({
  getParentRoute: () => app,
  path: '/support',
  component: lazyRouteComponent(
    withTexts(() => import('./home-page.tsx')),
    'SupportHomePage',
  ),
})

const applications = createRoute({
  getParentRoute: () => app,
  path: '/support/applications',
  validateSearch: SupportSearch,
  component: lazyRouteComponent(
    withTexts(() => import('./list-page.tsx')),
    'SupportListPage',
  ),
})

const apply = createRoute({
  getParentRoute: () => app,
  path: '/support/apply',
  validateSearch: ApplySearch,
  component: lazyRouteComponent(
    withTexts(() => import('./apply-page.tsx')),
    'ApplyPage',
  ),
})

const entity = createRoute({
  getParentRoute: () => app,
  path: '/support/entities/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./entity-page.tsx')),
    'SupportEntityPage',
  ),
})

const ranking = createRoute({
  getParentRoute: () => app,
  path: '/support/calls/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./ranking-page.tsx')),
    'SupportRankingPage',
  ),
})

const one = createRoute({
  getParentRoute: () => app,
  path: '/support/applications/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./application-page.tsx')),
    'SupportApplicationPage',
  ),
})

export const supportRoutes = [home, applications, apply, entity, ranking, one] as const
