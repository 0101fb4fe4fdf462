import { OfficialForms } from '@hopluc/shared/entity-forms'
import {
  type NewProposal,
  Proposal,
  type ProposalDecision,
  ProposalPage,
  Proposals,
} from '@hopluc/shared/entity-proposals'
import {
  type Confirm,
  ConfirmationPage,
  ConfirmationProgress,
  ConfirmResult,
  EntityConfirmation,
  type MarkNational,
  type NewWork,
  type RemindMissing,
  RemindResult,
  type TakeBackConfirmation,
  Work,
  type WorkChange,
  type WorkDone,
  WorkPage,
  WorkSuggestions,
  WorkSums,
} from '@hopluc/shared/entity-years'
import type { Id } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, type Search } from '../../../lib/api.ts'
import { REGISTRY_KEY, useRefreshRegistry } from '../queries.ts'

export const proposalsQuery = (id: Id) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'proposals', id],
    queryFn: () => api.get(`/entities/${id}/proposals`, Proposals),
  })

export const openProposalsQuery = queryOptions({
  queryKey: [REGISTRY_KEY, 'proposals', 'open'],
  queryFn: () => api.get('/entities/proposals', ProposalPage),
})

export const confirmationQuery = (id: Id) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'confirmation', id],
    queryFn: () => api.get(`/entities/${id}/confirmation`, EntityConfirmation),
  })

export const confirmationsQuery = (where: Search) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'confirmations', where],
    queryFn: () => api.get('/entities/confirmations', ConfirmationPage, where),
    placeholderData: keepPreviousData,
  })

export const progressQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'confirmations', 'progress', year],
    queryFn: () => api.get('/entities/confirmations/progress', ConfirmationProgress, { year }),
  })

export const worksQuery = (where: Search) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'works', where],
    queryFn: () => api.get('/entities/worklist', WorkPage, where),
    placeholderData: keepPreviousData,
  })

export const workSumsQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'works', 'sums', year],
    queryFn: () => api.get('/entities/worklist/sums', WorkSums, { year }),
  })

export const suggestionsQuery = (where: Search) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'works', 'suggestions', where],
    queryFn: () => api.get('/entities/worklist/suggestions', WorkSuggestions, where),
  })

export const formsQuery = queryOptions({
  queryKey: [REGISTRY_KEY, 'forms'],
  queryFn: () => api.get('/entities/forms', OfficialForms),
  staleTime: Infinity,
})

/** A key makes a repeated press the same attempt. */
interface Attempt<Body> {
  readonly body: Body
  readonly key: string
}

export function usePropose(id: Id) {
  const refresh = useRefreshRegistry()
  return useMutation({
    mutationFn: ({ body, key }: Attempt<NewProposal>) =>
      api.post(`/entities/${id}/proposals`, body, Proposals, { key }),
    onSuccess: () => refresh(),
  })
}

export function useDecide({ entityId, id }: Pick<Proposal, 'entityId' | 'id'>) {
  const refresh = useRefreshRegistry()
  return useMutation({
    mutationFn: (body: ProposalDecision) =>
      api.post(`/entities/${entityId}/proposals/${id}/decision`, body, Proposal),
    onSettled: () => refresh(),
  })
}

export function useWithdraw({ entityId, id }: Pick<Proposal, 'entityId' | 'id'>) {
  const refresh = useRefreshRegistry()
  return useMutation({
    mutationFn: (version: number) =>
      api.post(`/entities/${entityId}/proposals/${id}/withdrawal`, { version }, Proposal),
    onSettled: () => refresh(),
  })
}

export function useConfirm() {
  const refresh = useRefreshRegistry()
  return useMutation({
    mutationFn: (body: Confirm) => api.post('/entities/confirmations', body, ConfirmResult),
    onSuccess: () => refresh(),
  })
}

export function useTakeBack() {
  const refresh = useRefreshRegistry()
  return useMutation({
    mutationFn: (body: TakeBackConfirmation) =>
      api.post('/entities/confirmations/taken-back', body, ConfirmResult),
    onSuccess: () => refresh(),
  })
}

export function useMarkNational() {
  const refresh = useRefreshRegistry()
  return useMutation({
    mutationFn: (body: MarkNational) =>
      api.post('/entities/confirmations/national', body, ConfirmResult),
    onSuccess: () => refresh(),
  })
}

export function useRemind() {
  return useMutation({
    mutationFn: (body: RemindMissing) =>
      api.post('/entities/confirmations/reminders', body, RemindResult),
  })
}

export function useAddWork() {
  const refresh = useRefreshRegistry()
  return useMutation({
    mutationFn: ({ body, key }: Attempt<NewWork>) =>
      api.post('/entities/worklist', body, Work, { key }),
    onSuccess: () => refresh(),
  })
}

export function useChangeWork(id: Id) {
  const refresh = useRefreshRegistry()
  return useMutation({
    mutationFn: (body: WorkChange) => api.patch(`/entities/worklist/${id}`, body, Work),
    onSuccess: () => refresh(),
  })
}

export function useFinishWork(id: Id) {
  const refresh = useRefreshRegistry()
  return useMutation({
    mutationFn: ({ body, key }: Attempt<WorkDone>) =>
      api.post(`/entities/worklist/${id}/done`, body, Work, { key }),
    onSuccess: () => refresh(),
  })
}
