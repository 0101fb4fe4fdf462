import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'

const sheet = createRoute({
  getParentRoute: () => app,
  path: '/rural-sheets',
  validateSearch: z.object({
    unit: z.string().optional().catch(undefined),
    year: z.coerce.number().int().optional().catch(undefined),
  }),
  component: lazyRouteComponent(
    withTexts(() => import('./sheet-page.tsx')),
    'RuralSheetPage',
  ),
})

const criteria = createRoute({
  getParentRoute: () => app,
  path: '/rural-sheets/criteria',
  component: lazyRouteComponent(
    withTexts(() => import('./criteria-page.tsx')),
    'RuralCriteriaPage',
  ),
})

export const ruralSheetRoutes = [sheet, criteria] as const
