import { PlainDate } from '@hopluc/shared/values'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'

const Text = z.string().optional().catch(undefined)
const Day = PlainDate.optional().catch(undefined)

const changes = createRoute({
  getParentRoute: () => app,
  path: '/organisation/changes',
  validateSearch: z.object({ day: Day, against: Day, under: Text, unit: Text, cursor: Text }),
  component: lazyRouteComponent(
    withTexts(() => import('./changes-page.tsx')),
    'ChangesPage',
  ),
})

const list = createRoute({
  getParentRoute: () => app,
  path: '/reorganisations',
  validateSearch: z.object({ cursor: Text }),
  component: lazyRouteComponent(
    withTexts(() => import('./list-page.tsx')),
    'ReorganisationsPage',
  ),
})

const one = createRoute({
  getParentRoute: () => app,
  path: '/reorganisations/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./reorganisation-page.tsx')),
    'ReorganisationPage',
  ),
})

/** Acts by which units and agencies merge, split and end; what became of whom between two days. */
export const reorganisationRoutes = [changes, list, one] as const
