import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'

const board = createRoute({
  getParentRoute: () => app,
  path: '/dialogues',
  validateSearch: z.object({
    year: z.int().optional().catch(undefined),
    unit: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(
    withTexts(() => import('./board-page.tsx')),
    'DialoguesPage',
  ),
})

export const dialogueRoutes = [board] as const
