import { SearchAnswer, type SearchGroupKind } from '@hopluc/shared/search'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

/** What answers a few words; an earlier answer stays while the next is on its way. */
export const searchQuery = (q: string, kind: SearchGroupKind | undefined, limit: number) =>
  queryOptions({
    queryKey: ['search', q, kind, limit],
    queryFn: ({ signal }) => api.get('/search', SearchAnswer, { q, kind, limit }, { signal }),
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
  })
