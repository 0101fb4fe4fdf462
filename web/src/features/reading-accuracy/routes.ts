import { AccuracySearch } from '@hopluc/shared/reading-accuracy'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'

const accuracy = createRoute({
  getParentRoute: () => app,
  path: '/readings/accuracy',
  validateSearch: AccuracySearch,
  component: lazyRouteComponent(
    withTexts(() => import('./accuracy-page.tsx')),
    'AccuracyPage',
  ),
})

const words = createRoute({
  getParentRoute: () => app,
  path: '/readings/words',
  component: lazyRouteComponent(
    withTexts(() => import('./words-page.tsx')),
    'WordsPage',
  ),
})

export const readingAccuracyRoutes = [accuracy, words]
