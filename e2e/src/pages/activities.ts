import { ActivityPage } from '@hopluc/shared/activities'
import { first } from '../api.ts'
import type { PageToSee } from './page.ts'

export const ACTIVITY_PAGES: readonly PageToSee[] = [
  {
    route: '/activities',
    name: 'activities',
    as: 'alliance',
    at: async () => '/activities?kind=coordination',
  },
  {
    route: '/activities/$id',
    name: 'activity',
    as: 'alliance',
    at: async (api) => {
      const found = await api.get('/activities?kind=coordination')
      return `/activities/${first(ActivityPage.parse(found).items)}`
    },
  },
]
