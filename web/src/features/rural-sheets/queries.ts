import {
  RuralCriteria,
  type RuralCriteriaEdit,
  type RuralEntry,
  RuralSheet,
  type RuralSheetQuery,
} from '@hopluc/shared/rural-sheets'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

const KEY = 'rural-sheets'

export const sheetQuery = (where: RuralSheetQuery) =>
  queryOptions({
    queryKey: [KEY, 'sheet', where],
    queryFn: () => api.get('/rural-sheets', RuralSheet, where),
    placeholderData: keepPreviousData,
  })

export const criteriaQuery = queryOptions({
  queryKey: [KEY, 'criteria'],
  queryFn: () => api.get('/rural-sheets/criteria', RuralCriteria),
})

/** The sheet as it is printed. */
export const savePaper = (of: { unit: string; year: number; as: 'docx' | 'xlsx' }) =>
  api.download('/rural-sheets/paper', of)

export function useEnter() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: RuralEntry) => api.put('/rural-sheets', body, RuralSheet),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

export function useKeep() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: RuralCriteriaEdit) => api.put('/rural-sheets/criteria', body, RuralCriteria),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
