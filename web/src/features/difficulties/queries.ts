import {
  Difficulty,
  DifficultyBoard,
  DifficultyChoices,
  type DifficultyDeed,
  DifficultyPage,
  type NewDifficulty,
} from '@hopluc/shared/difficulties'
import type { Id } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import type { DifficultySearch } from './search.ts'

const KEY = 'difficulties'

export const difficultiesQuery = (where: DifficultySearch) =>
  queryOptions({
    queryKey: [KEY, 'list', where],
    queryFn: () => api.get('/difficulties', DifficultyPage, where),
    placeholderData: keepPreviousData,
  })

export const boardQuery = queryOptions({
  queryKey: [KEY, 'list', 'board'],
  queryFn: () => api.get('/difficulties/board', DifficultyBoard),
})

export const choicesQuery = queryOptions({
  queryKey: [KEY, 'choices'],
  queryFn: () => api.get('/difficulties/choices', DifficultyChoices),
})

export const difficultyQuery = (id: Id) =>
  queryOptions({
    queryKey: [KEY, 'one', id],
    queryFn: () => api.get(`/difficulties/${id}`, Difficulty),
  })

/** A key makes a repeated press the same attempt. */
export function useRaise() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ body, key }: { body: NewDifficulty; key: string }) =>
      api.post('/difficulties', body, Difficulty, { key }),
    onSuccess: (made) => {
      queries.setQueryData(difficultyQuery(made.id).queryKey, made)
      return queries.invalidateQueries({ queryKey: [KEY, 'list'] })
    },
  })
}

export function useDeed(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: DifficultyDeed) => api.post(`/difficulties/${id}/deeds`, body, Difficulty),
    onSuccess: (made) => {
      queries.setQueryData(difficultyQuery(id).queryKey, made)
      return queries.invalidateQueries({ queryKey: [KEY, 'list'] })
    },
  })
}
