import {
  CheckBoard,
  type CheckDeed,
  CheckLimit,
  type CheckLimitEdit,
  CheckPage,
  EntityCheck,
  MadeChecks,
  type NewChecks,
} from '@hopluc/shared/entity-checks'
import type { Id } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import { api } from '../../lib/api.ts'
import type { ChecksSearch } from './search.ts'

const KEY = 'checks'

export const checksQuery = (where: ChecksSearch) =>
  queryOptions({
    queryKey: [KEY, 'list', where],
    queryFn: () => api.get('/entity-checks', CheckPage, where),
    placeholderData: keepPreviousData,
  })

export const boardQuery = (year?: number) =>
  queryOptions({
    queryKey: [KEY, 'board', year],
    queryFn: () => api.get('/entity-checks/board', CheckBoard, { year }),
    placeholderData: keepPreviousData,
  })

export const checkQuery = (id: Id) =>
  queryOptions({
    queryKey: [KEY, 'one', id],
    queryFn: () => api.get(`/entity-checks/${id}`, EntityCheck),
  })

export function usePlan() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: NewChecks) => api.post('/entity-checks', body, MadeChecks),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

export function useDeed(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: CheckDeed) => api.post(`/entity-checks/${id}/deeds`, body, EntityCheck),
    onSuccess: (made) => {
      queries.setQueryData(checkQuery(id).queryKey, made)
      return queries.invalidateQueries({ queryKey: [KEY] })
    },
  })
}

export function useLimit() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: CheckLimitEdit) =>
      api.put('/entity-checks/limits', body, z.object({ items: z.array(CheckLimit) })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
