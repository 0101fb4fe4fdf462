import {
  FormulaAnswer,
  Indicator,
  type IndicatorChange,
  IndicatorList,
  type NewIndicator,
} from '@hopluc/shared/indicators'
import type { Id } from '@hopluc/shared/values'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

export const indicatorsQuery = queryOptions({
  queryKey: ['indicators'],
  queryFn: () => api.get('/indicators', IndicatorList),
  staleTime: 300_000,
})

/** What is wrong with a formula as one types it. */
export const formulaQuery = (formula: string, code: string | null, measure: string | null) =>
  queryOptions({
    queryKey: ['indicators', 'formula', formula, code, measure],
    queryFn: () => api.post('/indicators/formula', { formula, code, measure }, FormulaAnswer),
    enabled: formula.trim() !== '',
  })

export function useKeepIndicator(id: Id | null) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (said: IndicatorChange | NewIndicator) =>
      id
        ? api.patch(`/indicators/${id}`, said, Indicator)
        : api.post('/indicators', said, Indicator),
    onSuccess: () => client.invalidateQueries({ queryKey: ['indicators'] }),
  })
}
