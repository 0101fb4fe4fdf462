import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'

const Text = z.string().optional().catch(undefined)

const fields = createRoute({
  getParentRoute: () => app,
  path: '/personal-data',
  validateSearch: z.object({ q: Text }),
  component: lazyRouteComponent(
    withTexts(() => import('./fields-page.tsx')),
    'FieldsPage',
  ),
})

const requests = createRoute({
  getParentRoute: () => app,
  path: '/personal-data/requests',
  validateSearch: z.object({
    state: z.enum(['open', 'overdue', 'closed']).optional().catch(undefined),
    cursor: Text,
  }),
  component: lazyRouteComponent(
    withTexts(() => import('./requests-page.tsx')),
    'RequestsPage',
  ),
})

const request = createRoute({
  getParentRoute: () => app,
  path: '/personal-data/requests/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./request-page.tsx')),
    'RequestPage',
  ),
})

/** What is kept of persons, and what they ask about it. */
export const personalDataRoutes = [fields, requests, request] as const
