import { OrganisationChanges, UnitHolding } from '@hopluc/shared/organisation-changes'
import { DraftedPlan, type PlanFromFile } from '@hopluc/shared/reorganisation-file'
import { ReorganisationReport } from '@hopluc/shared/reorganisation-report'
import {
  type NewReorganisation,
  Reorganisation,
  type ReorganisationEdit,
  ReorganisationPage,
  ReorganisationPreview,
  type ReorganisationState,
} from '@hopluc/shared/reorganisations'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'

export interface ChangesSearch {
  day?: PlainDate | undefined
  against?: PlainDate | undefined
  under?: Id | undefined
  cursor?: string | undefined
}

const changesParams = ({ day, ...rest }: ChangesSearch) => ({ asOf: day, ...rest })

export const changesQuery = (search: ChangesSearch) =>
  queryOptions({
    queryKey: ['organisation', 'changes', search],
    queryFn: () => api.get('/organisation/changes', OrganisationChanges, changesParams(search)),
    placeholderData: keepPreviousData,
  })

/** The conversion table: old units beside new ones, as Excel. */
export const downloadChanges = (search: ChangesSearch) =>
  api.download('/organisation/changes', { ...changesParams(search), format: 'xlsx' })

export const holdingQuery = (id: Id, asOf?: PlainDate) =>
  queryOptions({
    queryKey: ['organisation', 'holding', id, asOf ?? 'now'],
    queryFn: () => api.get(`/units/${id}/holding`, UnitHolding, { asOf }),
  })

export const reorganisationsQuery = (search: {
  state?: ReorganisationState | undefined
  cursor?: string | undefined
}) =>
  queryOptions({
    queryKey: ['reorganisations', search],
    queryFn: () => api.get('/reorganisations', ReorganisationPage, search),
  })

const A_SECOND = 1000

/** While it goes on in the background it is asked for again and again. */
export const reorganisationQuery = (id: Id) =>
  queryOptions({
    queryKey: ['reorganisations', 'one', id],
    queryFn: () => api.get(`/reorganisations/${id}`, Reorganisation),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'applying' || data?.state === 'undoing' ? A_SECOND : false,
  })

/** What would happen, for this version of the plan. */
export const previewQuery = (id: Id, version: number) =>
  queryOptions({
    queryKey: ['reorganisations', 'preview', id, version],
    queryFn: () => api.post(`/reorganisations/${id}/preview`, { version }, ReorganisationPreview),
    placeholderData: keepPreviousData,
  })

export const reportQuery = (id: Id) =>
  queryOptions({
    queryKey: ['reorganisations', 'report', id],
    queryFn: () => api.get(`/reorganisations/${id}/report`, ReorganisationReport),
  })

export const downloadReport = (id: Id) =>
  api.download(`/reorganisations/${id}/report`, { format: 'xlsx' })

export function useDraft() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ key, ...draft }: NewReorganisation & { key: string }) =>
      api.post('/reorganisations', draft, Reorganisation, { key }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reorganisations'] }),
  })
}

export const planFromFile = (file: PlanFromFile) =>
  api.post('/reorganisations/plans', file, DraftedPlan)

/** Saves the draft; another's newer version is answered as a conflict. */
export function useEdit(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (edit: ReorganisationEdit) =>
      api.put(`/reorganisations/${id}`, edit, Reorganisation),
    onSuccess: (saved) => queries.setQueryData(reorganisationQuery(id).queryKey, saved),
  })
}

/** What goes on in the background the page sees by asking again. */
export function useStep(id: Id, step: 'apply' | 'schedule' | 'unschedule' | 'undo') {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (version: number) =>
      api.post(`/reorganisations/${id}/${step}`, { version }, Reorganisation, { key: newId() }),
    onSuccess: (saved) => queries.setQueryData(reorganisationQuery(id).queryKey, saved),
  })
}

/** Everything about the organisation is another once the work in the background is done. */
export function useRereading(state: ReorganisationState): void {
  const queries = useQueryClient()
  const before = useRef(state)
  useEffect(() => {
    const wasGoing = before.current === 'applying' || before.current === 'undoing'
    before.current = state
    if (wasGoing && state !== 'applying' && state !== 'undoing') void queries.invalidateQueries()
  }, [queries, state])
}
