import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'
import { DifficultySearch, NewDifficultySearch } from './search.ts'

const list = createRoute({
  getParentRoute: () => app,
  path: '/difficulties',
  validateSearch: DifficultySearch,
  component: lazyRouteComponent(
    withTexts(() => import('./list-page.tsx')),
    'DifficultiesPage',
  ),
})

const raise = createRoute({
  getParentRoute: () => app,
  path: '/difficulties/new',
  validateSearch: NewDifficultySearch,
  component: lazyRouteComponent(
    withTexts(() => import('./new-page.tsx')),
    'NewDifficultyPage',
  ),
})

const board = createRoute({
  getParentRoute: () => app,
  path: '/difficulties/board',
  component: lazyRouteComponent(
    withTexts(() => import('./board-page.tsx')),
    'DifficultyBoardPage',
  ),
})

const settings = createRoute({
  getParentRoute: () => app,
  path: '/difficulties/settings',
  component: lazyRouteComponent(
    withTexts(() => import('./settings-page.tsx')),
    'DifficultySettingsPage',
  ),
})

const one = createRoute({
  getParentRoute: () => app,
  path: '/difficulties/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./difficulty-page.tsx')),
    'DifficultyPage',
  ),
})

export const difficultyRoutes = [list, raise, board, settings, one] as const
