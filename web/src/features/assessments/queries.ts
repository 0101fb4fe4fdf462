import {
  Assessment,
  AssessmentComparison,
  type AssessmentDeed,
  AssessmentPage,
  AssessmentRound,
  AssessmentRoundList,
  type NewAssessmentRound,
} from '@hopluc/shared/assessments'
import {
  type CriteriaCopy,
  CriteriaSet,
  CriteriaSetList,
  type CriteriaWrite,
  MeasureList,
} from '@hopluc/shared/criteria'
import type { Id } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

const KEY = 'assessments'

export const roundsQuery = queryOptions({
  queryKey: [KEY, 'rounds'],
  queryFn: () => api.get('/assessment-rounds', AssessmentRoundList),
})

export const roundQuery = (id: Id) =>
  queryOptions({
    queryKey: [KEY, 'round', id],
    queryFn: () => api.get(`/assessment-rounds/${id}`, AssessmentRound),
  })

export const listQuery = (where: object) =>
  queryOptions({
    queryKey: [KEY, 'list', where],
    queryFn: () => api.get('/assessments', AssessmentPage, { ...where }),
    placeholderData: keepPreviousData,
  })

export const assessmentQuery = (id: Id) =>
  queryOptions({
    queryKey: [KEY, 'one', id],
    queryFn: () => api.get(`/assessments/${id}`, Assessment),
  })

export const comparisonQuery = (id: Id, set: Id | undefined) =>
  queryOptions({
    queryKey: [KEY, 'compare', id, set],
    queryFn: () => api.get(`/assessment-rounds/${id}/compare`, AssessmentComparison, { set }),
    enabled: set !== undefined,
  })

export const setsQuery = queryOptions({
  queryKey: [KEY, 'sets'],
  queryFn: () => api.get('/criteria-sets', CriteriaSetList),
})

export const setQuery = (id: Id) =>
  queryOptions({
    queryKey: [KEY, 'set', id],
    queryFn: () => api.get(`/criteria-sets/${id}`, CriteriaSet),
  })

export const measuresQuery = queryOptions({
  queryKey: [KEY, 'measures'],
  queryFn: () => api.get('/measures', MeasureList),
  staleTime: Infinity,
})

/** Everything of assessments is read anew: one deed changes lists, boards and sheets. */
function useFresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: [KEY] })
}

/** A key makes a repeated press the same attempt. */
export function useOpenRound() {
  const fresh = useFresh()
  return useMutation({
    mutationFn: ({ body, key }: { body: NewAssessmentRound; key: string }) =>
      api.post('/assessment-rounds', body, AssessmentRound, { key }),
    onSuccess: fresh,
  })
}

export function useRoundDeed(id: Id) {
  const fresh = useFresh()
  return useMutation({
    mutationFn: ({ deed, body }: { deed: 'publish' | 'rescore'; body: object }) =>
      api.post(`/assessment-rounds/${id}/${deed}`, body, AssessmentRound),
    onSuccess: fresh,
  })
}

export function useDeed(id: Id) {
  const fresh = useFresh()
  return useMutation({
    mutationFn: (body: AssessmentDeed) => api.post(`/assessments/${id}/deeds`, body, Assessment),
    onSuccess: fresh,
  })
}

export function useCopySet() {
  const fresh = useFresh()
  return useMutation({
    mutationFn: ({ body, key }: { body: CriteriaCopy; key: string }) =>
      api.post('/criteria-sets', body, CriteriaSet, { key }),
    onSuccess: fresh,
  })
}

export function useSaveSet(id: Id) {
  const fresh = useFresh()
  return useMutation({
    mutationFn: (body: CriteriaWrite) => api.put(`/criteria-sets/${id}`, body, CriteriaSet),
    onSuccess: fresh,
  })
}

export function useIssueSet(id: Id) {
  const fresh = useFresh()
  return useMutation({
    mutationFn: (version: number) =>
      api.post(`/criteria-sets/${id}/issue`, { version }, CriteriaSet),
    onSuccess: fresh,
  })
}
