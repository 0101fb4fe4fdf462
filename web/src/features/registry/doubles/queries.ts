import {
  Double,
  DoubleComparison,
  DoublePage,
  type DoubleState,
  type EntityMerge,
  type KeepApart,
  MergedEntity,
  type MergeUndo,
} from '@hopluc/shared/entity-doubles'
import type { Id } from '@hopluc/shared/values'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../lib/api.ts'
import { REGISTRY_KEY } from '../queries.ts'

interface Where {
  state?: DoubleState | undefined
  unit?: string | undefined
  cursor?: string | undefined
  limit?: number
}

export const doublesQuery = (where: Where) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'doubles', where],
    queryFn: () => api.get('/entity-doubles', DoublePage, { ...where }),
  })

export const pairQuery = (id: Id) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'doubles', 'pair', id],
    queryFn: () => api.get(`/entity-doubles/${id}`, DoubleComparison),
  })

/** Lists, counts, the records and the pair itself are read anew. */
function useAnew() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: [REGISTRY_KEY] })
}

export function useKeepApart(id: Id) {
  const anew = useAnew()
  return useMutation({
    mutationFn: (body: KeepApart) => api.post(`/entity-doubles/${id}/keep-apart`, body, Double),
    onSuccess: anew,
  })
}

export function useMerge(id: Id) {
  const anew = useAnew()
  return useMutation({
    mutationFn: (body: EntityMerge) => api.post(`/entity-doubles/${id}/merge`, body, MergedEntity),
    onSuccess: anew,
  })
}

export function useUndoMerge(mergeId: Id) {
  const anew = useAnew()
  return useMutation({
    mutationFn: (body: MergeUndo) => api.post(`/entity-merges/${mergeId}/undo`, body, Double),
    onSuccess: anew,
  })
}
