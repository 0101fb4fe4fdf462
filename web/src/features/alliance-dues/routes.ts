import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../frame-routes.tsx'
import { Text } from '../../lib/address.ts'
import { withTexts } from '../../lib/i18n.ts'

const dues = createRoute({
  getParentRoute: () => app,
  path: '/registry/alliances/$id/dues',
  validateSearch: z.object({
    year: z.coerce.number().int().optional().catch(undefined),
    open: Text,
    cursor: Text,
  }),
  component: lazyRouteComponent(
    withTexts(() => import('./dues-page.tsx')),
    'AllianceDuesPage',
  ),
})

export const allianceDueRoutes = [dues] as const
