import { PlainDate } from '@hopluc/shared/values'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'

const Day = PlainDate.optional().catch(undefined)

const accuracy = createRoute({
  getParentRoute: () => app,
  path: '/readings/accuracy',
  validateSearch: z.object({ from: Day, until: Day }),
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
