import {
  type Allotments,
  type AskExplanation,
  type FixWhole,
  type NewPlan,
  type NewTarget,
  Plan,
  type PlanChange,
  type PlanDeed,
  PlanPage,
  type Registration,
  Target,
  type TargetChange,
  TargetProposals,
  TargetSummary,
} from '@hopluc/shared/plans'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import { api, type Search } from '../../lib/api.ts'

const KEY = 'plans'
const Gone = z.object({ gone: z.literal(true) })
type Day = PlainDate | undefined

export const plansQuery = (where: Search) =>
  queryOptions({
    queryKey: [KEY, 'list', where],
    queryFn: () => api.get('/plans', PlanPage, where),
  })

export const planQuery = (id: Id, asOf: Day) =>
  queryOptions({
    queryKey: [KEY, 'plan', id, asOf],
    queryFn: () => api.get(`/plans/${id}`, Plan, { asOf }),
  })

export const targetQuery = (id: Id, asOf: Day) =>
  queryOptions({
    queryKey: [KEY, 'target', id, asOf],
    queryFn: () => api.get(`/targets/${id}`, Target, { asOf }),
  })

export const targetSummaryQuery = (asOf: Day) =>
  queryOptions({
    queryKey: [KEY, 'summary', asOf],
    queryFn: () => api.get('/targets/summary', TargetSummary, { asOf }),
  })

export const proposalsQuery = (planId: Id) =>
  queryOptions({
    queryKey: [KEY, 'proposals', planId],
    queryFn: () => api.get(`/plans/${planId}/proposals`, TargetProposals),
  })

function useRefresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: [KEY] })
}

/** A key makes a repeated press the same attempt. */
interface Attempt<Body> {
  readonly body: Body
  readonly key: string
}

export function useMakePlan() {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: ({ body, key }: Attempt<NewPlan>) => api.post('/plans', body, Plan, { key }),
    onSuccess,
  })
}

export function useChangePlan(id: Id) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (body: PlanChange) => api.patch(`/plans/${id}`, body, Plan),
    onSuccess,
  })
}

export function usePlanDeed(id: Id) {
  const onSettled = useRefresh()
  return useMutation({
    mutationFn: (body: PlanDeed) => api.post(`/plans/${id}/deeds`, body, Plan),
    onSettled,
  })
}

export function useDropPlan(id: Id) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (version: number) => api.delete(`/plans/${id}?version=${version}`, Gone),
    onSuccess,
  })
}

export function useAddTarget(planId: Id) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: ({ body, key }: Attempt<NewTarget>) =>
      api.post(`/plans/${planId}/targets`, body, Target, { key }),
    onSuccess,
  })
}

export function useChangeTarget(id: Id) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (body: TargetChange) => api.patch(`/targets/${id}`, body, Target),
    onSuccess,
  })
}

export function useRemoveTarget(id: Id) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (version: number) => api.delete(`/targets/${id}?version=${version}`, Gone),
    onSuccess,
  })
}

export function useAllot(id: Id) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (body: Allotments) => api.put(`/targets/${id}/allotments`, body, Target),
    onSuccess,
  })
}

export function useRegister(id: Id) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (body: Registration) => api.post(`/targets/${id}/registrations`, body, Target),
    onSuccess,
  })
}

export function useFixWhole(id: Id) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (body: FixWhole) => api.post(`/targets/${id}/whole`, body, Target),
    onSuccess,
  })
}

export function useAskExplanation(id: Id) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: ({ body, key }: Attempt<AskExplanation>) =>
      api.post(`/targets/${id}/explanations`, body, Target, { key }),
    onSuccess,
  })
}

export function useLinkTask(id: Id) {
  const onSuccess = useRefresh()
  return useMutation({
    mutationFn: (taskId: Id) => api.post(`/targets/${id}/tasks`, { taskId }, Target),
    onSuccess,
  })
}
