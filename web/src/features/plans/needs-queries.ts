import {
  type AllotFunds,
  type ChoosePolicies,
  NeedsReminded,
  type NewSupportPolicy,
  PlanNeeds,
  type StateNeeds,
  SupportPolicies,
  SupportPolicy,
  type SupportPolicyChange,
} from '@hopluc/shared/plan-needs'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

const KEY = 'plans'

export const needsQuery = (id: Id, unit: Id | undefined, asOf: PlainDate | undefined) =>
  queryOptions({
    queryKey: [KEY, 'needs', id, unit, asOf],
    queryFn: () => api.get(`/plans/${id}/needs`, PlanNeeds, { unit, asOf }),
  })

export const policiesQuery = () =>
  queryOptions({
    queryKey: [KEY, 'policies'],
    queryFn: () => api.get('/support-policies', SupportPolicies),
  })

function useRefresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: [KEY] })
}

export function useStateNeeds(id: Id) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: ({ body, key }: { body: StateNeeds; key: string }) =>
      api.post(`/plans/${id}/needs`, body, PlanNeeds, { key }),
    onSuccess,
  })
}

export function useRemindNeeds(id: Id) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (key: string) => api.post(`/plans/${id}/reminders`, {}, NeedsReminded, { key }),
    onSuccess,
  })
}

export function useChoosePolicies(id: Id) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (body: ChoosePolicies) => api.put(`/plans/${id}/policies`, body, PlanNeeds),
    onSuccess,
  })
}

export function useAllotFunds(id: Id) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (body: AllotFunds) => api.put(`/plans/${id}/funds`, body, PlanNeeds),
    onSuccess,
  })
}

export function useAddPolicy() {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: ({ body, key }: { body: NewSupportPolicy; key: string }) =>
      api.post('/support-policies', body, SupportPolicy, { key }),
    onSuccess,
  })
}

export function useChangePolicy(id: Id) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (body: SupportPolicyChange) =>
      api.patch(`/support-policies/${id}`, body, SupportPolicy),
    onSuccess,
  })
}
