import {
  ReadingAgencies,
  ReadingConfirmed,
  ReadingDetail,
  ReadingOutcome,
  ReadingPage,
  type ReadingSearch,
  type Review,
  ReviewSaved,
} from '@hopluc/shared/readings'
import { DirectivePage } from '@hopluc/shared/directives'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

export const readingListQuery = (search: ReadingSearch & { cursor?: string | undefined }) =>
  queryOptions({
    queryKey: ['readings', search],
    queryFn: () => api.get('/readings', ReadingPage, search),
  })

export const readingQuery = (id: Id) =>
  queryOptions({
    queryKey: ['readings', 'one', id],
    queryFn: () => api.get(`/readings/${id}`, ReadingDetail),
    // What is on the screen is the officer's own work: it is never replaced behind their back.
    staleTime: Infinity,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  })

export const readingAgenciesQuery = (id: Id, on: PlainDate) =>
  queryOptions({
    queryKey: ['readings', 'agencies', id, on],
    queryFn: () => api.get(`/readings/${id}/agencies`, ReadingAgencies, { on }),
    staleTime: 10 * 60_000,
  })

/** Directives that wait for the chair's answer. */
export const askedQuery = queryOptions({
  queryKey: ['directives', 'asked'],
  queryFn: () => api.get('/directives', DirectivePage, { pending: 'asked' }),
})

export interface Intake {
  text?: string
  file?: File
  meetingId?: Id | undefined
  again?: boolean
}

/** Reads a text or a file. The answer may be that it was read before. */
export function useIntake() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ text, file, meetingId, again = false }: Intake) => {
      if (!file) return api.post('/readings', { text, meetingId, again }, ReadingOutcome)
      const form = new FormData()
      if (meetingId) form.append('meetingId', meetingId)
      form.append('again', String(again))
      form.append('file', file)
      return api.upload('/readings', form, ReadingOutcome)
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['readings'] }),
  })
}

export function saveReview(id: Id, version: number, review: Review) {
  return api.put(`/readings/${id}/review`, { version, review }, ReviewSaved)
}

export function confirmReading(id: Id, version: number, takeOpen: boolean, key: string) {
  return api.post(`/readings/${id}/confirm`, { version, takeOpen }, ReadingConfirmed, { key })
}

export function useDiscard(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (version: number) =>
      api.post(`/readings/${id}/discard`, { version }, ReadingDetail),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['readings'] }),
  })
}
