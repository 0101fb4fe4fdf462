import {
  Difficulty,
  DifficultyBoard,
  DifficultyChoices,
  type DifficultyDeed,
  DifficultyPage,
  DifficultySettings,
  type NewDifficulty,
} from '@hopluc/shared/difficulties'
import { DifficultyOptions } from '@hopluc/shared/dialogues'
import { MeetingRecord } from '@hopluc/shared/meetings'
import { type Id, Named } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import { api } from '../../lib/api.ts'
import type { DifficultySearch } from './search.ts'

const KEY = 'difficulties'

export const difficultiesQuery = (where: DifficultySearch & { meeting?: Id }) =>
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

/** What may be made of it: asked when a dialog opens. */
export const optionsQuery = (id: Id) =>
  queryOptions({
    queryKey: [KEY, 'options', id],
    queryFn: () => api.get(`/difficulties/${id}/options`, DifficultyOptions),
  })

export const settingsQuery = queryOptions({
  queryKey: [KEY, 'settings'],
  queryFn: () => api.get('/difficulties/settings', DifficultySettings),
})

export const agenciesQuery = (unit: Id) =>
  queryOptions({
    queryKey: [KEY, 'agencies', unit],
    queryFn: () => api.get('/difficulties/settings/agencies', z.array(Named), { unit }),
  })

export function useSetting() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) =>
      api.put(path, body, DifficultySettings),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

/** Puts some on the agenda of a meeting. */
export function usePut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ meetingId, difficultyIds }: { meetingId: Id; difficultyIds: Id[] }) =>
      api.post(`/meetings/${meetingId}/difficulties`, { difficultyIds }, MeetingRecord),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: [KEY] }),
        queries.invalidateQueries({ queryKey: ['meetings'] }),
      ]),
  })
}

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
      return queries.invalidateQueries({ queryKey: [KEY] })
    },
  })
}
