import {
  Activity,
  type ActivityEdit,
  ActivityPage,
  type NewActivity,
} from '@hopluc/shared/activities'
import type { Id } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import type { ActivitySearch } from './search.ts'

const KEY = 'activities'

export const activitiesQuery = (where: ActivitySearch) =>
  queryOptions({
    queryKey: [KEY, 'list', where],
    queryFn: () => api.get('/activities', ActivityPage, where),
    placeholderData: keepPreviousData,
  })

export const activityQuery = (id: Id) =>
  queryOptions({
    queryKey: [KEY, 'one', id],
    queryFn: () => api.get(`/activities/${id}`, Activity),
  })

/** A new one, or a change of one that is known by its id and version. */
export function useKeep() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: NewActivity | (ActivityEdit & { id: Id })) => {
      if (!('version' in body)) return api.post('/activities', body, Activity)
      const { id, ...said } = body
      return api.put(`/activities/${id}`, said, Activity)
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
