import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { app } from '../../frame-routes.tsx'
import { keepsAsOf } from '../../lib/as-of.ts'
import { withTexts } from '../../lib/i18n.ts'
import { FigureSearch } from './search.ts'

const table = createRoute({
  getParentRoute: () => app,
  path: '/figures',
  validateSearch: FigureSearch,
  search: keepsAsOf,
  staticData: { readsPast: true },
  component: lazyRouteComponent(
    withTexts(() => import('./figures-page.tsx')),
    'FiguresPage',
  ),
})

const published = createRoute({
  getParentRoute: () => app,
  path: '/figures/published',
  component: lazyRouteComponent(
    withTexts(() => import('./published-page.tsx')),
    'PublishedPage',
  ),
})

const indicators = createRoute({
  getParentRoute: () => app,
  path: '/indicators',
  component: lazyRouteComponent(
    withTexts(() => import('../indicators/indicators-page.tsx')),
    'IndicatorsPage',
  ),
})

export const figureRoutes = [table, published, indicators] as const
