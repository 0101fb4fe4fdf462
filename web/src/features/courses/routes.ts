import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'

/** What stands in the list's address. */
const CourseSearch = z.object({
  year: z.int().optional().catch(undefined),
  cursor: z.string().optional().catch(undefined),
})

const list = createRoute({
  getParentRoute: () => app,
  path: '/support/courses',
  validateSearch: CourseSearch,
  component: lazyRouteComponent(
    withTexts(() => import('./list-page.tsx')),
    'CourseListPage',
  ),
})

const one = createRoute({
  getParentRoute: () => app,
  path: '/support/courses/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./course-page.tsx')),
    'CoursePage',
  ),
})

export const courseRoutes = [list, one] as const
