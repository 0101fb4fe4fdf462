import { MarketBoard, type MarketEntry, MarketPricePage } from '@hopluc/shared/market'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

const KEY = 'market'

export const boardQuery = queryOptions({
  queryKey: [KEY, 'board'],
  queryFn: () => api.get('/market-board', MarketBoard),
})

interface Where {
  commodity?: string | undefined
  cursor?: string | undefined
}

export const pricesQuery = (where: Where) =>
  queryOptions({
    queryKey: [KEY, 'prices', where],
    queryFn: () => api.get('/market-prices', MarketPricePage, { ...where }),
    placeholderData: keepPreviousData,
  })

export function useEnter() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: MarketEntry) => api.put('/market-prices', body, MarketBoard),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
