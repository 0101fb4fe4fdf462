import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'

/** What stands in the list's address. */
const GraduateSearch = z.object({
  outcome: z.enum(['working', 'stayed', 'left']).optional().catch(undefined),
  cursor: z.string().optional().catch(undefined),
})

const list = createRoute({
  getParentRoute: () => app,
  path: '/support/graduates',
  validateSearch: GraduateSearch,
  component: lazyRouteComponent(
    withTexts(() => import('./list-page.tsx')),
    'GraduateListPage',
  ),
})

const one = createRoute({
  getParentRoute: () => app,
  path: '/support/graduates/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./graduate-page.tsx')),
    'GraduatePage',
  ),
})

export const graduateRoutes = [list, one] as const
