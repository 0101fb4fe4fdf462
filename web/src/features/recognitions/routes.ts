import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'
import { PrepareSearch, RecognitionSearch } from './search.ts'

const list = createRoute({
  getParentRoute: () => app,
  path: '/recognitions',
  validateSearch: RecognitionSearch,
  component: lazyRouteComponent(
    withTexts(() => import('./list-page.tsx')),
    'RecognitionsPage',
  ),
})

const prepare = createRoute({
  getParentRoute: () => app,
  path: '/recognitions/new',
  validateSearch: PrepareSearch,
  component: lazyRouteComponent(
    withTexts(() => import('./form-page.tsx')),
    'NewRecognitionPage',
  ),
})

const lists = createRoute({
  getParentRoute: () => app,
  path: '/recognitions/lists',
  component: lazyRouteComponent(
    withTexts(() => import('./lists-page.tsx')),
    'RecognitionListsPage',
  ),
})

const one = createRoute({
  getParentRoute: () => app,
  path: '/recognitions/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./recognition-page.tsx')),
    'RecognitionPage',
  ),
})

const edit = createRoute({
  getParentRoute: () => app,
  path: '/recognitions/$id/edit',
  component: lazyRouteComponent(
    withTexts(() => import('./form-page.tsx')),
    'EditRecognitionPage',
  ),
})

export const recognitionRoutes = [list, prepare, lists, one, edit] as const
