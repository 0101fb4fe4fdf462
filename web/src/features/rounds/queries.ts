import {
  type NewRound,
  RemindReturnsResult,
  type RemindReturns,
  Round,
  type RoundChange,
  RoundPage,
  RoundPreview,
  type RoundQuery,
  type RoundReturnQuery,
  RoundReturns,
} from '@hopluc/shared/rounds'
import type { Id } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

export const ROUNDS_KEY = 'rounds'

export const roundsQuery = (search: Partial<RoundQuery>) =>
  queryOptions({
    queryKey: [ROUNDS_KEY, 'list', search],
    queryFn: () => api.get('/rounds', RoundPage, search),
  })

export const roundQuery = (id: Id) =>
  queryOptions({
    queryKey: [ROUNDS_KEY, 'one', id],
    queryFn: () => api.get(`/rounds/${id}`, Round),
  })

export const roundReturnsQuery = (id: Id, search: Partial<RoundReturnQuery>) =>
  queryOptions({
    queryKey: [ROUNDS_KEY, 'returns', id, search],
    queryFn: () => api.get(`/rounds/${id}/returns`, RoundReturns, search),
    placeholderData: keepPreviousData,
  })

/** What opening would do, shown while one fills in the form. */
export const previewQuery = (wanted: NewRound | null) =>
  queryOptions({
    queryKey: [ROUNDS_KEY, 'preview', wanted],
    queryFn: () => api.post('/rounds/preview', wanted ?? {}, RoundPreview),
    enabled: wanted !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })

function useChanged() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: [ROUNDS_KEY] })
}

export function useOpenRound() {
  const onSuccess = useChanged()
  return useMutation({
    mutationFn: ({ wanted, key }: { wanted: NewRound; key: string }) =>
      api.post('/rounds', wanted, Round, { key }),
    onSuccess,
  })
}

export function useChangeRound(id: Id) {
  const onSuccess = useChanged()
  return useMutation({
    mutationFn: (change: RoundChange) => api.patch(`/rounds/${id}`, change, Round),
    onSuccess,
  })
}

export function useCloseRound(id: Id) {
  const onSuccess = useChanged()
  return useMutation({
    mutationFn: (close: { version: number; isClosed: boolean }) =>
      api.post(`/rounds/${id}/close`, close, Round),
    onSuccess,
  })
}

export function useRemind(id: Id) {
  const onSuccess = useChanged()
  return useMutation({
    mutationFn: (remind: RemindReturns) =>
      api.post(`/rounds/${id}/reminders`, remind, RemindReturnsResult),
    onSuccess,
  })
}
