import type { ConfirmationState, WorkKind, WorkState } from '@hopluc/shared/entity-years'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../../frame-routes.tsx'
import { Text, word } from '../../../lib/address.ts'
import { withTexts } from '../../../lib/i18n.ts'

const Year = z.coerce.number().int().min(1990).max(2100).optional().catch(undefined)
const Common = { year: Year, unit: Text, cursor: Text }

const confirmations = createRoute({
  getParentRoute: () => app,
  path: '/registry/confirmations',
  validateSearch: z.object({ ...Common, state: word<ConfirmationState>() }),
  component: lazyRouteComponent(
    withTexts(() => import('./confirmations-page.tsx')),
    'ConfirmationsPage',
  ),
})

const worklist = createRoute({
  getParentRoute: () => app,
  path: '/registry/worklist',
  validateSearch: z.object({ ...Common, kind: word<WorkKind>(), state: word<WorkState>() }),
  component: lazyRouteComponent(
    withTexts(() => import('./worklist-page.tsx')),
    'WorklistPage',
  ),
})

export const yearRoutes = [confirmations, worklist] as const
