import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { app } from '../../frame-routes.tsx'
import { withTexts } from '../../lib/i18n.ts'
import { keepsAsOf } from '../../lib/as-of.ts'
import { findSession } from '../session/queries.ts'
import { NoticeSearch } from '../notices/search.ts'
import {
  NewTaskSearch,
  ordered,
  SelfReviewSearch,
  TaskBoardSearch,
  TaskCalendarSearch,
  TaskListSearch,
} from './search.ts'

/** What a page asks for is asked while its code is on the way, and fetched once. */
const queries = () => import('./queries.ts')

const readsPast = { search: keepsAsOf, staticData: { readsPast: true } } as const

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  ...readsPast,
  loaderDeps: ({ search: { asOf } }) => ({ asOf }),
  loader: ({ context, deps }) => {
    void Promise.all([findSession(context.queries), import('../home/queries.ts')]).then(
      ([session, home]) =>
        session && home.prefetchHome(context.queries, session.post?.role, session.today, deps.asOf),
    )
  },
  component: lazyRouteComponent(() => import('../home/home-page.tsx'), 'HomePage'),
})

const tasks = createRoute({
  getParentRoute: () => app,
  path: '/tasks',
  validateSearch: TaskListSearch,
  ...readsPast,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) =>
    void queries().then(({ taskListQuery }) =>
      context.queries.prefetchQuery(taskListQuery(ordered(deps))),
    ),
  component: lazyRouteComponent(
    withTexts(() => import('./task-list-page.tsx')),
    'TaskListPage',
  ),
})

const board = createRoute({
  getParentRoute: () => app,
  path: '/tasks/board',
  validateSearch: TaskBoardSearch,
  search: keepsAsOf,
  staticData: { readsPast: true, isWorkSurface: true },
  component: lazyRouteComponent(
    withTexts(() => import('./views/board-page.tsx')),
    'BoardPage',
  ),
})

const calendar = createRoute({
  getParentRoute: () => app,
  path: '/tasks/calendar',
  validateSearch: TaskCalendarSearch,
  ...readsPast,
  component: lazyRouteComponent(
    withTexts(() => import('./views/calendar-page.tsx')),
    'CalendarPage',
  ),
})

const agencies = createRoute({
  getParentRoute: () => app,
  path: '/tasks/agencies',
  ...readsPast,
  component: lazyRouteComponent(
    withTexts(() => import('./views/agencies-page.tsx')),
    'AgenciesPage',
  ),
})

const dunning = createRoute({
  getParentRoute: () => app,
  path: '/tasks/dunning',
  component: lazyRouteComponent(
    withTexts(() => import('./dunning/dunning-page.tsx')),
    'DunningPage',
  ),
})

const rights = createRoute({
  getParentRoute: () => app,
  path: '/tasks/rights',
  component: lazyRouteComponent(
    withTexts(() => import('./rights-page.tsx')),
    'RightsPage',
  ),
})

const newTask = createRoute({
  getParentRoute: () => app,
  path: '/tasks/new',
  validateSearch: NewTaskSearch,
  component: lazyRouteComponent(
    withTexts(() => import('./give/new-task-page.tsx')),
    'NewTaskPage',
  ),
})

const importTasks = createRoute({
  getParentRoute: () => app,
  path: '/tasks/import',
  component: lazyRouteComponent(
    withTexts(() => import('./import/import-page.tsx')),
    'ImportPage',
  ),
})

const task = createRoute({
  getParentRoute: () => app,
  path: '/tasks/$id',
  ...readsPast,
  loaderDeps: ({ search: { asOf } }) => ({ asOf }),
  loader: ({ context, params, deps }) =>
    void queries().then(({ taskQuery }) =>
      context.queries.prefetchQuery(taskQuery(params.id, deps.asOf)),
    ),
  component: lazyRouteComponent(
    withTexts(() => import('./task-page.tsx')),
    'TaskPage',
  ),
})

const editTask = createRoute({
  getParentRoute: () => app,
  path: '/tasks/$id/edit',
  component: lazyRouteComponent(
    withTexts(() => import('./give/edit-task-page.tsx')),
    'EditTaskPage',
  ),
})

const myTasks = createRoute({
  getParentRoute: () => app,
  path: '/my-tasks',
  component: lazyRouteComponent(
    withTexts(() => import('./views/my-tasks-page.tsx')),
    'MyTasksPage',
  ),
})

const selfReviews = createRoute({
  getParentRoute: () => app,
  path: '/self-reviews',
  validateSearch: SelfReviewSearch,
  component: lazyRouteComponent(
    withTexts(() => import('./review/self-review-page.tsx')),
    'SelfReviewPage',
  ),
})

const opinionRound = createRoute({
  getParentRoute: () => app,
  path: '/opinion-rounds/$id',
  component: lazyRouteComponent(
    withTexts(() => import('./opinions/round-page.tsx')),
    'RoundPage',
  ),
})

const notices = createRoute({
  getParentRoute: () => app,
  path: '/notices',
  validateSearch: NoticeSearch,
  component: lazyRouteComponent(
    withTexts(() => import('../notices/notices-page.tsx')),
    'NoticesPage',
  ),
})

/** Home, tasks in all their forms, notices. */
export const taskRoutes = [
  home,
  tasks,
  board,
  calendar,
  agencies,
  dunning,
  rights,
  newTask,
  importTasks,
  task,
  editTask,
  myTasks,
  selfReviews,
  opinionRound,
  notices,
] as const
