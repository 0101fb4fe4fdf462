import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../frame-routes.tsx'
import { Text } from '../../lib/address.ts'
import { withTexts } from '../../lib/i18n.ts'

const board = createRoute({
  getParentRoute: () => app,
  path: '/market',
  component: lazyRouteComponent(
    withTexts(() => import('./board-page.tsx')),
    'MarketPage',
  ),
})

const prices = createRoute({
  getParentRoute: () => app,
  path: '/market/prices',
  validateSearch: z.object({ commodity: Text, cursor: Text }),
  component: lazyRouteComponent(
    withTexts(() => import('./prices-page.tsx')),
    'MarketPricesPage',
  ),
})

export const marketRoutes = [board, prices] as const
