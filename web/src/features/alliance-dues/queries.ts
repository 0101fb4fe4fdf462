import {
  type AllianceDueChange,
  type AllianceDueOpening,
  AllianceDuePage,
} from '@hopluc/shared/alliance-dues'
import type { Id } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'

const KEY = 'alliance-dues'

interface Where {
  year?: number | undefined
  open?: string | undefined
  cursor?: string | undefined
}

export const duesQuery = (allianceId: Id, where: Where) =>
  queryOptions({
    queryKey: [KEY, allianceId, where],
    queryFn: () => api.get(`/alliances/${allianceId}/dues`, AllianceDuePage, { ...where }),
    placeholderData: keepPreviousData,
  })

export function useOpening(allianceId: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: AllianceDueOpening) =>
      api.post(`/alliances/${allianceId}/dues`, body, AllianceDuePage),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}

export function useKeeping(id: Id) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: AllianceDueChange) => api.put(`/alliance-dues/${id}`, body, AllianceDuePage),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEY] }),
  })
}
