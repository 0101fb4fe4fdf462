import {
  type NewPurge,
  type NewRetentionRule,
  Purge,
  PurgePage,
  RetentionRules,
} from '@hopluc/shared/purges'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import { api } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'

const A_SECOND = 1000

export const purgesQuery = (cursor?: string) =>
  queryOptions({
    queryKey: ['purges', { cursor }],
    queryFn: () => api.get('/purges', PurgePage, { cursor }),
  })

/** While it goes on in the background it is asked for again and again. */
export const purgeQuery = (id: Id) =>
  queryOptions({
    queryKey: ['purges', 'one', id],
    queryFn: () => api.get(`/purges/${id}`, Purge),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'waiting' || data?.state === 'running' ? A_SECOND : false,
  })

export const rulesQuery = queryOptions({
  queryKey: ['retention-rules'],
  queryFn: () => api.get('/retention-rules', RetentionRules),
})

export function useDraw() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (command: NewPurge) => api.post('/purges', command, Purge, { key: newId() }),
    onSuccess: (purge) => {
      queries.setQueryData(purgeQuery(purge.id).queryKey, purge)
      return queries.invalidateQueries({ queryKey: ['purges', {}] })
    },
  })
}

export function useConfirm(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (command: { version: number; decision: string }) =>
      api.post(`/purges/${id}/confirm`, command, Purge),
    onSuccess: (purge) => queries.setQueryData(purgeQuery(id).queryKey, purge),
    onSettled: () => queries.invalidateQueries({ queryKey: ['purges'] }),
  })
}

export function useDrop(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (version: number) =>
      api.post(`/purges/${id}/drop`, { version }, z.object({ ok: z.boolean() })),
    onSuccess: () => {
      queries.removeQueries({ queryKey: purgeQuery(id).queryKey })
      return queries.invalidateQueries({ queryKey: ['purges'] })
    },
  })
}

export function useRules() {
  const queries = useQueryClient()
  const keep = (rules: RetentionRules) => queries.setQueryData(rulesQuery.queryKey, rules)
  const add = useMutation({
    mutationFn: (rule: NewRetentionRule) =>
      api.post('/retention-rules', rule, RetentionRules, { key: newId() }),
    onSuccess: keep,
  })
  const end = useMutation({
    mutationFn: ({ id, untilOn }: { id: Id; untilOn: PlainDate }) =>
      api.post(`/retention-rules/${id}/end`, { untilOn }, RetentionRules),
    onSuccess: keep,
  })
  return { add, end }
}
