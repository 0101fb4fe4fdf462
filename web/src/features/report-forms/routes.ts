import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'

const list = createRoute({
  getParentRoute: () => app,
  path: '/report-forms',
  component: lazyRouteComponent(
    withTexts(() => import('./forms-page.tsx')),
    'FormsPage',
  ),
})

const create = createRoute({
  getParentRoute: () => app,
  path: '/report-forms/new',
  component: lazyRouteComponent(
    withTexts(() => import('./form-page.tsx')),
    'NewFormPage',
  ),
})

const one = createRoute({
  getParentRoute: () => app,
  path: '/report-forms/$id',
  validateSearch: z.object({ no: z.coerce.number().int().min(1).optional().catch(undefined) }),
  component: lazyRouteComponent(
    withTexts(() => import('./form-page.tsx')),
    'FormPage',
  ),
})

/** Forms of returns, made without code. */
export const reportFormRoutes = [list, create, one] as const
