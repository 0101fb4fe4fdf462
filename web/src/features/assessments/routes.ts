import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'
import { CompareSearch, OwnSearch, RoundSearch } from './search.ts'

const list = createRoute({
  getParentRoute: () => app,
  path: '/assessments',
  validateSearch: OwnSearch,
  component: lazyRouteComponent(
    withTexts(() => import('./rounds-page.tsx')),
    'RoundsPage',
  ),
})

const round = createRoute({
  getParentRoute: () => app,
  path: '/assessments/rounds/$id',
  validateSearch: RoundSearch,
  component: lazyRouteComponent(
    withTexts(() => import('./round-page.tsx')),
    'RoundPage',
  ),
})

const compare = createRoute({
  getParentRoute: () => app,
  path: '/assessments/rounds/$id/compare',
  validateSearch: CompareSearch,
  component: lazyRouteComponent(
    withTexts(() => import('./compare-page.tsx')),
    'ComparePage',
  ),
})

const sets = createRoute({
  getParentRoute: () => app,
  path: '/assessments/criteria',
  component: lazyRouteComponent(
    withTexts(() => import('./criteria-list-page.tsx')),
    'CriteriaListPage',
  ),
})

const set = createRoute({
  getParentRoute: () => app,
  path: '/assessments/criteria/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./criteria-page.tsx')),
    'CriteriaPage',
  ),
})

const one = createRoute({
  getParentRoute: () => app,
  path: '/assessments/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./assessment-page.tsx')),
    'AssessmentPage',
  ),
})

export const assessmentRoutes = [list, round, compare, sets, set, one] as const
