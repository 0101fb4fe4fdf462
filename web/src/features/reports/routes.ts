import type { DocumentState } from '@hopluc/shared/documents'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app, root } from '../../frame-routes.tsx'
import { Text, word } from '../../lib/address.ts'
import { withTexts } from '../../lib/i18n.ts'

const list = createRoute({
  getParentRoute: () => app,
  path: '/reports',
  validateSearch: z.object({ state: word<DocumentState>(), cursor: Text }),
  component: lazyRouteComponent(
    withTexts(() => import('./list-page.tsx')),
    'ReportsPage',
  ),
})

const fresh = createRoute({
  getParentRoute: () => app,
  path: '/reports/new',
  component: lazyRouteComponent(
    withTexts(() => import('./new-page.tsx')),
    'NewReportPage',
  ),
})

const one = createRoute({
  getParentRoute: () => app,
  path: '/reports/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./report-page.tsx')),
    'ReportPage',
  ),
})

const templates = createRoute({
  getParentRoute: () => app,
  path: '/report-templates',
  component: lazyRouteComponent(
    withTexts(() => import('./templates-page.tsx')),
    'ReportTemplatesPage',
  ),
})

/** Opened by whoever holds a copy, signed in or not. */
export const checkRoute = createRoute({
  getParentRoute: () => root,
  path: '/kiem-tra/$code',
  component: lazyRouteComponent(
    withTexts(() => import('./check-page.tsx')),
    'CheckPage',
  ),
})

export const reportRoutes = [list, fresh, one, templates] as const
