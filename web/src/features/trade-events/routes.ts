import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'

/** What stands in the list's address. */
const TradeEventSearch = z.object({
  year: z.int().optional().catch(undefined),
  cursor: z.string().optional().catch(undefined),
})

const list = createRoute({
  getParentRoute: () => app,
  path: '/support/trade-events',
  validateSearch: TradeEventSearch,
  component: lazyRouteComponent(
    withTexts(() => import('./list-page.tsx')),
    'TradeEventListPage',
  ),
})

const one = createRoute({
  getParentRoute: () => app,
  path: '/support/trade-events/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./event-page.tsx')),
    'TradeEventPage',
  ),
})

export const tradeEventRoutes = [list, one] as const
