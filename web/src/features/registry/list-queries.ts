import {
  BusinessLineList,
  CommodityList,
  LineGroupList,
  MemberMinimumList,
  SizeThresholdAnswer,
} from '@hopluc/shared/entity-settings'
import { UnitTree } from '@hopluc/shared/units'
import type { PlainDate } from '@hopluc/shared/values'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import { unitWords } from '../organisation/words.ts'
import { REGISTRY_KEY } from './queries.ts'
import type { ListNames } from './words.ts'

const KEPT = 600_000

/** The lists that a province keeps: small, and seldom changed. */
export const commoditiesQuery = queryOptions({
  queryKey: [REGISTRY_KEY, 'commodities'],
  queryFn: () => api.get('/entities/commodities', CommodityList),
  staleTime: KEPT,
})

export const linesQuery = queryOptions({
  queryKey: [REGISTRY_KEY, 'lines'],
  queryFn: () => api.get('/entities/lines', BusinessLineList),
  staleTime: KEPT,
})

export const lineGroupsQuery = queryOptions({
  queryKey: [REGISTRY_KEY, 'line-groups'],
  queryFn: () => api.get('/entities/line-groups', LineGroupList),
})

const WORK_EVERY_MS = 1000
export const isUnderWay = (work: SizeThresholdAnswer['work'] | undefined) =>
  work?.state === 'waiting' || work?.state === 'running'

export const thresholdsQuery = queryOptions({
  queryKey: [REGISTRY_KEY, 'size-thresholds'],
  queryFn: () => api.get('/entities/size-thresholds', SizeThresholdAnswer),
  // while sizes are being worked out anew it is told how far that is
  refetchInterval: ({ state }) => (isUnderWay(state.data?.work) ? WORK_EVERY_MS : false),
})

export const minimumsQuery = queryOptions({
  queryKey: [REGISTRY_KEY, 'member-minimums'],
  queryFn: () => api.get('/entities/member-minimums', MemberMinimumList),
})

/** All units of a day that the reader sees, to name those that were counted. */
export const unitNamesQuery = (asOf?: PlainDate) =>
  queryOptions({
    queryKey: ['organisation', 'tree', asOf ?? 'now'],
    queryFn: async () => {
      const { units } = await api.get('/units/tree', UnitTree, { asOf })
      return new Map(units.map(([id, level, kind, name]) => [id, unitWords({ level, kind, name })]))
    },
    staleTime: 600_000,
  })

/** Names by code; until they are there, codes stand for themselves. */
export function useListNames(): ListNames {
  const { data: commodities } = useQuery(commoditiesQuery)
  const { data: lines } = useQuery(linesQuery)
  const named = (items: readonly { code: string; name: string }[] = []) =>
    new Map(items.map(({ code, name }) => [code, name]))
  return { commodities: named(commodities?.items), lines: named(lines?.items) }
}
