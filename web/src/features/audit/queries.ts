import { AuditPage, type AuditQuery } from '@hopluc/shared/audit'
import type { Id } from '@hopluc/shared/values'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

export type AuditSearch = Partial<Omit<AuditQuery, 'limit'>>

export const auditQuery = (search: AuditSearch) =>
  queryOptions({
    queryKey: ['audit', search],
    queryFn: () => api.get('/audit', AuditPage, search),
    staleTime: 0,
  })

/** The entries of one record, a few at a time. */
export const recordAuditQuery = (subject: Id) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'record', subject],
    queryFn: ({ pageParam }) =>
      api.get('/audit', AuditPage, { subject, limit: 20, cursor: pageParam || undefined }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  })
