import {
  type ExplainQuery,
  Explanation,
  FigureTable,
  PublishedFigure,
  PublishedList,
  type PublishedEntry,
  Trend,
  type TrendQuery,
} from '@hopluc/shared/figures'
import type { Id } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import type { FigureSearch } from './search.ts'

/** What the table is asked for; the rest of the address is what one looks at in it. */
export const asked = ({ unit, period, codes, boundaries, asOf }: FigureSearch) => ({
  unit,
  period,
  codes,
  boundaries,
  asOf,
})

export const figureTableQuery = (search: FigureSearch) =>
  queryOptions({
    queryKey: ['figures', 'table', asked(search)],
    queryFn: () => api.get('/figures', FigureTable, asked(search)),
    placeholderData: keepPreviousData,
    // Sums are fresh within seconds of an acceptance; who looks at them sees it.
    refetchInterval: 15_000,
  })

export const trendQuery = (query: TrendQuery) =>
  queryOptions({
    queryKey: ['figures', 'trend', query],
    queryFn: () => api.get('/figures/trend', Trend, query),
  })

export type ExplainKey = Omit<ExplainQuery, 'breakdown'> & { breakdown?: number }

export const explainQuery = (query: ExplainKey) =>
  queryOptions({
    queryKey: ['figures', 'explain', query],
    queryFn: () => api.get('/figures/explain', Explanation, query),
  })

export const publishedQuery = queryOptions({
  queryKey: ['figures', 'published'],
  queryFn: () => api.get('/figures/published', PublishedList),
})

/** Enters a figure of others, or changes one. */
export function useKeepPublished(before: { id: Id; version: number } | null) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (entry: PublishedEntry) =>
      before
        ? api.put(
            `/figures/published/${before.id}`,
            { ...entry, version: before.version },
            PublishedFigure,
          )
        : api.post('/figures/published', entry, PublishedFigure),
    onSuccess: () => client.invalidateQueries({ queryKey: ['figures'] }),
  })
}
