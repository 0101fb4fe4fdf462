import {
  type GraduateDeed,
  type GraduateOutcome,
  GraduatePage,
  GraduateWhole,
  type NewGraduate,
  type WageFloor,
} from '@hopluc/shared/graduates'
import type { Id } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

const KEY = 'graduates'

export const graduatesQuery = (where: {
  outcome?: GraduateOutcome | undefined
  cursor?: string | undefined
}) =>
  queryOptions({
    queryKey: [KEY, 'list', where],
    queryFn: () => api.get('/graduates', GraduatePage, where),
    placeholderData: keepPreviousData,
  })

export const graduateQuery = (id: Id) =>
  queryOptions({
    queryKey: [KEY, 'one', id],
    queryFn: () => api.get(`/graduates/${id}`, GraduateWhole),
  })

const Floors = GraduatePage.shape.floors

export const useStart = () =>
  useWrite((body: NewGraduate) => api.post('/graduates', body, GraduateWhole))
export const useDeed = (id: Id) =>
  useWrite((body: GraduateDeed) => api.post(`/graduates/${id}/deeds`, body, GraduateWhole))
export const useKeepFloor = () =>
  useWrite((body: WageFloor) => api.post('/wage-floors', body, Floors))
export const useTakeOutFloor = () => useWrite((id: Id) => api.delete(`/wage-floors/${id}`, Floors))

function useWrite<Body, Answer>(send: (body: Body) => Promise<Answer>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
