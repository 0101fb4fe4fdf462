import {
  CellPatch,
  ExcelResult,
  OwnAnswer,
  OwnReturns,
  OwnRow,
  PatchResult,
  type ReturnDeed,
} from '@hopluc/shared/return-deeds'
import { Return } from '@hopluc/shared/returns'
import { MyReturns, type MyReturnsQuery } from '@hopluc/shared/rounds'
import type { Id } from '@hopluc/shared/values'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type * as z from 'zod'
import { api, ApiError } from '../../lib/api.ts'
import { keepPage, keptPage } from './sync/idb.ts'

export const RETURNS_KEY = 'returns'

/** The return, and where it comes from: without a line, from this machine. */
export interface ReadReturn {
  readonly data: Return
  readonly isKept: boolean
}

/** Kept on this machine whenever it is read, so that the page opens without a line. */
export const returnQuery = (owner: Id, id: Id) =>
  queryOptions({
    queryKey: [RETURNS_KEY, 'one', id],
    queryFn: async (): Promise<ReadReturn> => {
      try {
        const data = await api.get(`/returns/${id}`, Return)
        void keepPage(owner, id, data).catch(() => undefined)
        return { data, isKept: false }
      } catch (error) {
        const isCut = error instanceof ApiError && (error.status === 0 || error.status >= 502)
        const data = isCut ? await keptPage(owner, id, Return).catch(() => undefined) : undefined
        if (!data) throw error
        return { data, isKept: true }
      }
    },
    staleTime: 0,
    refetchOnWindowFocus: true,
  })

export const myReturnsQuery = (search: Partial<MyReturnsQuery>) =>
  queryOptions({
    queryKey: [RETURNS_KEY, 'mine', search],
    queryFn: () => api.get('/returns', MyReturns, search),
  })

/** Sends one numbered batch; the same number twice counts once. */
export function patchCells(id: Id, patch: z.input<typeof CellPatch>): Promise<PatchResult> {
  return api.patch(`/returns/${id}/cells`, patch, PatchResult)
}

/** After a deed the return is another, and so are the lists it stands in. */
export function useDeed(owner: Id, id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (deed: ReturnDeed) => api.post(`/returns/${id}/deeds`, deed, Return),
    onSuccess: async (data) => {
      queries.setQueryData(returnQuery(owner, id).queryKey, { data, isKept: false })
      await queries.invalidateQueries({ queryKey: ['rounds'] })
      await queries.invalidateQueries({ queryKey: [RETURNS_KEY, 'mine'] })
    },
    onError: () => queries.invalidateQueries({ queryKey: [RETURNS_KEY, 'one', id] }),
  })
}

export function uploadExcel(id: Id, file: File, isPreview: boolean): Promise<ExcelResult> {
  const form = new FormData()
  form.append('file', file)
  return api.upload(`/returns/${id}/excel?isPreview=${isPreview}`, form, ExcelResult)
}

export const ownReturnsQuery = queryOptions({
  queryKey: [RETURNS_KEY, 'own'],
  queryFn: () => api.get('/own-returns', OwnReturns),
})

export const ownRowQuery = (id: Id, entityId: Id) =>
  queryOptions({
    queryKey: [RETURNS_KEY, 'own', id, entityId],
    queryFn: () => api.get(`/own-returns/${id}/${entityId}`, OwnRow),
  })

export function useOwnAnswer(id: Id, entityId: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (answer: OwnAnswer) => api.put(`/own-returns/${id}/${entityId}`, answer, OwnRow),
    onSuccess: async (row) => {
      queries.setQueryData(ownRowQuery(id, entityId).queryKey, row)
      await queries.invalidateQueries({ queryKey: [RETURNS_KEY, 'own'], exact: true })
    },
  })
}
