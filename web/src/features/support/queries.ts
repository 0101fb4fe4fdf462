import {
  type NewSupportApplication,
  type NewSupportCall,
  type NewSupportOpinion,
  type NewSupportProgramme,
  SupportApplication,
  type SupportDeed,
  SupportPage,
  SupportProgramme,
  SupportProgrammes,
  type SupportProgrammeEdit,
} from '@hopluc/shared/support'
import { SupportOfEntity, SupportRanking } from '@hopluc/shared/support-views'
import type { Id } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import type { SupportSearch } from './search.ts'

const KEY = 'support'

export const programmesQuery = queryOptions({
  queryKey: [KEY, 'programmes'],
  queryFn: () => api.get('/support-programmes', SupportProgrammes),
})

export const supportsQuery = (where: SupportSearch) =>
  queryOptions({
    queryKey: [KEY, 'list', where],
    queryFn: () => api.get('/support-applications', SupportPage, where),
    placeholderData: keepPreviousData,
  })

export const supportQuery = (id: Id) =>
  queryOptions({
    queryKey: [KEY, 'one', id],
    queryFn: () => api.get(`/support-applications/${id}`, SupportApplication),
  })

/** Of another cooperative that one reads; `own` of one's own. */
export const ofEntityQuery = (id: string) =>
  queryOptions({
    queryKey: [KEY, 'entity', id],
    queryFn: () => api.get(`/support-entities/${id}`, SupportOfEntity),
  })

/** Applications of a call in their order. */
export const rankingQuery = (callId: Id) =>
  queryOptions({
    queryKey: [KEY, 'ranking', callId],
    queryFn: () => api.get(`/support-calls/${callId}/ranking`, SupportRanking),
  })

export function useApply() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: NewSupportApplication) =>
      api.post('/support-applications', body, SupportApplication),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

export function useOpinion(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: NewSupportOpinion) =>
      api.post(`/support-applications/${id}/opinions`, body, SupportApplication),
    onSuccess: (made) => queries.setQueryData(supportQuery(id).queryKey, made),
  })
}

export function useDeed(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: SupportDeed) =>
      api.post(`/support-applications/${id}/deeds`, body, SupportApplication),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

/** A new programme, or a change of one that is known by its id and version. */
export function useKeepProgramme() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, version, ...body }: NewSupportProgramme & Partial<SupportProgrammeEdit>) =>
      version === undefined
        ? api.post('/support-programmes', { id, ...body }, SupportProgramme)
        : api.put(`/support-programmes/${id}`, { ...body, version }, SupportProgramme),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

export function useOpenCall() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: NewSupportCall) => api.post('/support-calls', body, SupportProgramme),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
