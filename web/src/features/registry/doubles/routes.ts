import type { DoubleState } from '@hopluc/shared/entity-doubles'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../../frame-routes.tsx'
import { Text, word } from '../../../lib/address.ts'
import { withTexts } from '../../../lib/i18n.ts'

const doubles = createRoute({
  getParentRoute: () => app,
  path: '/registry/doubles',
  validateSearch: z.object({ state: word<DoubleState>(), unit: Text, cursor: Text }),
  component: lazyRouteComponent(
    withTexts(() => import('./doubles-page.tsx')),
    'DoublesPage',
  ),
})

const pair = createRoute({
  getParentRoute: () => app,
  path: '/registry/doubles/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./pair-page.tsx')),
    'PairPage',
  ),
})

export const doublesRoutes = [doubles, pair] as const
