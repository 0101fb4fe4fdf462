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
