import {
  type NewTradeEvent,
  type TradeEventEdit,
  TradeEventPage,
  TradeEventWhole,
  type TradeParticipantEdit,
} from '@hopluc/shared/trade-events'
import type { Id } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

const KEY = 'trade-events'

export const eventsQuery = (where: { year: number; cursor?: string | undefined }) =>
  queryOptions({
    queryKey: [KEY, 'list', where],
    queryFn: () => api.get('/trade-events', TradeEventPage, where),
    placeholderData: keepPreviousData,
  })

export const eventQuery = (id: Id) =>
  queryOptions({
    queryKey: [KEY, 'one', id],
    queryFn: () => api.get(`/trade-events/${id}`, TradeEventWhole),
  })

/** A new event, or a change of one that is known by its version. */
export const useKeepEvent = () =>
  useEvent(({ id, version, ...body }: NewTradeEvent & Partial<TradeEventEdit>) =>
    version === undefined
      ? api.post('/trade-events', { id, ...body }, TradeEventWhole)
      : api.put(`/trade-events/${id}`, { ...body, version }, TradeEventWhole),
  )
export const usePutParticipant = (id: Id) =>
  useEvent(({ entityId, ...body }: TradeParticipantEdit & { entityId: Id }) =>
    api.put(`/trade-events/${id}/participants/${entityId}`, body, TradeEventWhole),
  )

function useEvent<Body>(send: (body: Body) => Promise<TradeEventWhole>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
