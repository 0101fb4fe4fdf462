import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../frame-routes.tsx'
import { keepsAsOf } from '../../lib/as-of.ts'
import { withTexts } from '../../lib/i18n.ts'

/** As in the shared shapes of plans, which are not for the first load. */
const Kind = z.enum(['period', 'year'])
const Text = z.string().optional().catch(undefined)
const readsPast = { search: keepsAsOf, staticData: { readsPast: true } } as const

const list = createRoute({
  getParentRoute: () => app,
  path: '/plans',
  validateSearch: z.object({ kind: Kind.optional().catch(undefined), cursor: Text }),
  ...readsPast,
  component: lazyRouteComponent(
    withTexts(() => import('./list-page.tsx')),
    'PlansPage',
  ),
})

const plan = createRoute({
  getParentRoute: () => app,
  path: '/plans/$id',
  validateSearch: z.object({ target: Text }),
  search: keepsAsOf,
  staticData: { readsPast: true, isWorkSurface: true },
  component: lazyRouteComponent(
    withTexts(() => import('./plan-page.tsx')),
    'PlanPage',
  ),
})

const target = createRoute({
  getParentRoute: () => app,
  path: '/targets/$id',
  ...readsPast,
  component: lazyRouteComponent(
    withTexts(() => import('./target-page.tsx')),
    'TargetPage',
  ),
})

const needs = createRoute({
  getParentRoute: () => app,
  path: '/plans/$id/needs',
  validateSearch: z.object({ unit: Text }),
  ...readsPast,
  component: lazyRouteComponent(
    withTexts(() => import('./needs-page.tsx')),
    'NeedsPage',
  ),
})

const policies = createRoute({
  getParentRoute: () => app,
  path: '/support-policies',
  component: lazyRouteComponent(
    withTexts(() => import('./policies-page.tsx')),
    'PoliciesPage',
  ),
})

export const planRoutes = [list, plan, needs, policies, target] as const
