import { Agency, AgencyPage } from '@hopluc/shared/units'
import type { Id } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

const FEW = 20
const ALL = 200

/** Agencies by a part of any of their names, without diacritics too. */
export const agencySearchQuery = (q: string) =>
  queryOptions({
    queryKey: ['agencies', 'search', q],
    queryFn: async () =>
      (await api.get('/agencies', AgencyPage, { q: q || undefined, limit: FEW })).items,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

export const agencyQuery = (id: Id) =>
  queryOptions({
    queryKey: ['agencies', 'one', id],
    queryFn: () => api.get(`/agencies/${id}`, Agency),
    staleTime: 60_000,
  })

/** Names by which documents call many bodies at once. */
export type AgencyGroup = 'communes' | 'departments'

/** The bodies of a group in the unit of an agency: all communes below it, or its own departments. */
export const agencyGroupQuery = (unitId: Id, group: AgencyGroup) =>
  queryOptions({
    queryKey: ['agencies', 'group', unitId, group],
    queryFn: async () => {
      const isBelow = group === 'communes'
      const search = isBelow
        ? { under: unitId, kind: 'people_committee', limit: ALL }
        : { unit: unitId, kind: 'department', limit: ALL }
      const { items } = await api.get('/agencies', AgencyPage, search)
      return isBelow ? items.filter(({ unit }) => unit.level === 'commune') : items
    },
    staleTime: 60_000,
  })
