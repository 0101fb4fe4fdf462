import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { app } from '../../frame-routes.tsx'
import { keepsAsOf } from '../../lib/as-of.ts'
import { withTexts } from '../../lib/i18n.ts'
import { MeetingSearch } from '../meetings/search.ts'
import { DocumentSearch } from './search.ts'

const Text = z.string().optional().catch(undefined)

const readings = createRoute({
  getParentRoute: () => app,
  path: '/readings',
  validateSearch: z.object({
    state: z.enum(['open', 'confirmed', 'discarded']).optional().catch(undefined),
    meeting: Text,
    q: Text,
    cursor: Text,
  }),
  component: lazyRouteComponent(
    withTexts(() => import('../readings/readings-page.tsx')),
    'ReadingsPage',
  ),
})

const reading = createRoute({
  getParentRoute: () => app,
  path: '/readings/$id',
  staticData: { isWorkSurface: true },
  component: lazyRouteComponent(
    withTexts(() => import('../readings/review-page.tsx')),
    'ReviewPage',
  ),
})

const documents = createRoute({
  getParentRoute: () => app,
  path: '/documents',
  validateSearch: DocumentSearch,
  search: keepsAsOf,
  staticData: { readsPast: true },
  component: lazyRouteComponent(
    withTexts(() => import('../documents/document-list-page.tsx')),
    'DocumentListPage',
  ),
})

const registerDocument = createRoute({
  getParentRoute: () => app,
  path: '/documents/new',
  validateSearch: z.object({
    direction: z.enum(['outgoing', 'incoming', 'reference']).optional().catch(undefined),
  }),
  component: lazyRouteComponent(
    withTexts(() => import('../documents/register-page.tsx')),
    'RegisterPage',
  ),
})

const documentBooks = createRoute({
  getParentRoute: () => app,
  path: '/documents/books',
  validateSearch: z.object({
    direction: z.enum(['outgoing', 'incoming']).optional().catch(undefined),
    year: z.number().int().optional().catch(undefined),
    body: Text,
  }),
  component: lazyRouteComponent(
    withTexts(() => import('../documents/book-page.tsx')),
    'BookPage',
  ),
})

const document = createRoute({
  getParentRoute: () => app,
  path: '/documents/$id',
  // `at=120-180` marks a passage of the text.
  validateSearch: z.object({ at: Text }),
  search: keepsAsOf,
  staticData: { readsPast: true },
  component: lazyRouteComponent(
    withTexts(() => import('../documents/document-page.tsx')),
    'DocumentPage',
  ),
})

const meetings = createRoute({
  getParentRoute: () => app,
  path: '/meetings',
  validateSearch: MeetingSearch,
  search: keepsAsOf,
  staticData: { readsPast: true },
  component: lazyRouteComponent(
    withTexts(() => import('../meetings/meeting-list-page.tsx')),
    'MeetingListPage',
  ),
})

const newMeeting = createRoute({
  getParentRoute: () => app,
  path: '/meetings/new',
  component: lazyRouteComponent(
    withTexts(() => import('../meetings/new-meeting-page.tsx')),
    'NewMeetingPage',
  ),
})

const meeting = createRoute({
  getParentRoute: () => app,
  path: '/meetings/$id',
  search: keepsAsOf,
  staticData: { readsPast: true },
  component: lazyRouteComponent(
    withTexts(() => import('../meetings/meeting-page.tsx')),
    'MeetingPage',
  ),
})

const find = createRoute({
  getParentRoute: () => app,
  path: '/search',
  validateSearch: z.object({
    q: Text,
    // as `SearchGroupKind`; written out, for the first load holds no schema of a later page
    kind: z
      .enum([
        'tasks',
        'documents',
        'meetings',
        'entities',
        'products',
        'difficulties',
        'figures',
        'people',
        'agencies',
      ])
      .optional()
      .catch(undefined),
  }),
  component: lazyRouteComponent(
    withTexts(() => import('../search/search-page.tsx')),
    'SearchPage',
  ),
})

const conclusionNotice = createRoute({
  getParentRoute: () => app,
  path: '/documents/$id/notice',
  component: lazyRouteComponent(
    withTexts(() => import('../readings/notice-page.tsx')),
    'NoticePage',
  ),
})

/** Documents, the texts read for directives, meetings, search. */
export const documentRoutes = [
  readings,
  reading,
  documents,
  registerDocument,
  documentBooks,
  document,
  meetings,
  newMeeting,
  meeting,
  find,
  conclusionNotice,
] as const
