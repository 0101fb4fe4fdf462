import {
  type NewRecognition,
  Recognition,
  type RecognitionDeed,
  type RecognitionEdit,
  type RecognitionLists,
  RecognitionListsAnswer,
  RecognitionOptions,
  RecognitionPage,
} from '@hopluc/shared/recognitions'
import type { Id } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import type { RecognitionSearch } from './search.ts'

const KEY = 'recognitions'

export const recognitionsQuery = (where: RecognitionSearch & { limit?: number }) =>
  queryOptions({
    queryKey: [KEY, 'list', where],
    queryFn: () => api.get('/recognitions', RecognitionPage, where),
    placeholderData: keepPreviousData,
  })

export const recognitionQuery = (id: Id) =>
  queryOptions({
    queryKey: [KEY, 'one', id],
    queryFn: () => api.get(`/recognitions/${id}`, Recognition),
  })

/** What can be said of a cooperative; without one of one's own. */
export const optionsQuery = (entity: Id | null) =>
  queryOptions({
    queryKey: [KEY, 'options', entity],
    queryFn: () => api.get('/recognition-options', RecognitionOptions, { entity }),
  })

export const listsQuery = queryOptions({
  queryKey: [KEY, 'lists'],
  queryFn: () => api.get('/recognition-lists', RecognitionListsAnswer),
})

/** A new one, or a change of one that is known by its id and version. */
export function useKeep() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: NewRecognition | (RecognitionEdit & { id: Id })) => {
      if (!('version' in body)) return api.post('/recognitions', body, Recognition)
      const { id, ...said } = body
      return api.put(`/recognitions/${id}`, said, Recognition)
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

export function useDeed(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: RecognitionDeed) => api.post(`/recognitions/${id}/deeds`, body, Recognition),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

export function useKeepLists() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: RecognitionLists) =>
      api.put('/recognition-lists', body, RecognitionListsAnswer),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
