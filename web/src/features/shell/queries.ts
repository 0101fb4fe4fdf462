import { NavigationCounts } from '@hopluc/shared/session'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

/** Figures beside the navigation; without an answer the navigation stands without them. */
export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: () => api.get('/session/counts', NavigationCounts),
  staleTime: 30_000,
  retry: false,
})
