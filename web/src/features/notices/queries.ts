import { NoticePage, UnseenNotices } from '@hopluc/shared/notices'
import type { Id } from '@hopluc/shared/values'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

export type NoticeListSearch = Readonly<{
  unseen?: boolean | undefined
  cursor?: string | undefined
  limit?: number | undefined
}>

export const noticesQuery = (search: NoticeListSearch) =>
  queryOptions({
    queryKey: ['notices', search],
    queryFn: () => api.get('/notices', NoticePage, search),
  })

const LATEST = 8

/** For the bell: those not seen first, then what came last. */
export const latestNoticesQuery = queryOptions({
  queryKey: ['notices', 'latest'],
  queryFn: async () => {
    const [fresh, all] = await Promise.all([
      api.get('/notices', NoticePage, { unseen: true, limit: LATEST }),
      api.get('/notices', NoticePage, { limit: LATEST }),
    ])
    const seen = all.items.filter(({ seenAt }) => seenAt !== null)
    return { items: [...fresh.items, ...seen].slice(0, LATEST), unseen: fresh.unseen }
  },
  staleTime: 0,
})

/** Without ids: all of them. The bell counts anew. */
export function useSeenNotices() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (ids?: readonly Id[]) =>
      api.post('/notices/seen', ids ? { ids } : {}, UnseenNotices),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['session'] })
      await queries.invalidateQueries({ queryKey: ['notices'] })
    },
  })
}
