import { AuditPage, type AuditQuery } from '@hopluc/shared/audit'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

export type AuditSearch = Partial<Omit<AuditQuery, 'limit'>>

export const auditQuery = (search: AuditSearch) =>
  queryOptions({
    queryKey: ['audit', search],
    queryFn: () => api.get('/audit', AuditPage, search),
    staleTime: 0,
  })
