import {
  Committee,
  type CommitteeDecision,
  CommitteePage,
  type MemberChange,
  type NewCommittee,
  type NewDelegation,
} from '@hopluc/shared/committees'
import {
  Agency,
  type AgencyChange,
  AgencyPage,
  type NewAgency,
  type NewUnit,
  type OtherNames,
  Unit,
  type UnitChange,
  UnitPage,
} from '@hopluc/shared/units'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import { api } from '../../lib/api.ts'

interface Where {
  parent?: Id | undefined
  unit?: Id | undefined
  under?: Id | undefined
  q?: string | undefined
  limit?: number | undefined
  cursor?: string | undefined
  asOf?: PlainDate | undefined
}

export const unitListQuery = (where: Where) =>
  queryOptions({
    queryKey: ['organisation', 'units', where],
    queryFn: () => api.get('/units', UnitPage, { ...where }),
  })

export const unitQuery = (id: Id, asOf?: PlainDate) =>
  queryOptions({
    queryKey: ['organisation', 'unit', id, asOf ?? 'now'],
    queryFn: () => api.get(`/units/${id}`, Unit, { asOf }),
  })

export const agencyListQuery = (where: Where) =>
  queryOptions({
    queryKey: ['organisation', 'agencies', where],
    queryFn: () => api.get('/agencies', AgencyPage, { ...where }),
  })

/** For pickers: a few that are called so; while one types, those found before stay. */
export const agencySearchQuery = (q: string, under?: Id) =>
  queryOptions({
    ...agencyListQuery({ q: q || undefined, under, limit: 20 }),
    placeholderData: keepPreviousData,
  })

export const unitSearchQuery = (q: string) =>
  queryOptions({
    ...unitListQuery({ q: q || undefined, limit: 20 }),
    placeholderData: keepPreviousData,
  })

export const agencyQuery = (id: Id, asOf?: PlainDate) =>
  queryOptions({
    queryKey: ['organisation', 'agency', id, asOf ?? 'now'],
    queryFn: () => api.get(`/agencies/${id}`, Agency, { asOf }),
  })

export const committeeListQuery = (where: Where) =>
  queryOptions({
    queryKey: ['organisation', 'committees', where],
    queryFn: () => api.get('/committees', CommitteePage, { ...where }),
  })

export const committeeQuery = (id: Id, asOf?: PlainDate) =>
  queryOptions({
    queryKey: ['organisation', 'committee', id, asOf ?? 'now'],
    queryFn: () => api.get(`/committees/${id}`, Committee, { asOf }),
  })

/** After a change everything about the organisation is read again: names stand in many places. */
function useChange<Command, Answer>(send: (command: Command) => Promise<Answer>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['organisation'] }),
  })
}

export const useFoundUnit = () => useChange((unit: NewUnit) => api.post('/units', unit, Unit))

export const useChangeUnit = (id: Id) =>
  useChange((change: UnitChange) => api.patch(`/units/${id}`, change, Unit))

export const useFoundAgency = () =>
  useChange((agency: NewAgency) => api.post('/agencies', agency, Agency))

export const useChangeAgency = (id: Id) =>
  useChange((change: AgencyChange) => api.patch(`/agencies/${id}`, change, Agency))

export const useNameAgency = (id: Id) =>
  useChange((names: OtherNames) => api.put(`/agencies/${id}/names`, names, Agency))

/** Ends a unit or an agency. */
export const useEnd = (kind: 'units' | 'agencies', id: Id) =>
  useChange((end: { version: number; untilOn: PlainDate }) =>
    api.post(`/${kind}/${id}/end`, end, z.unknown()),
  )

export const useFoundCommittee = () =>
  useChange((committee: NewCommittee) => api.post('/committees', committee, Committee))

export const useDecide = (id: Id) =>
  useChange((decision: CommitteeDecision) =>
    api.post(`/committees/${id}/decisions`, decision, Committee),
  )

export const useChangeMember = (id: Id, memberId: Id) =>
  useChange((change: MemberChange) =>
    api.patch(`/committees/${id}/members/${memberId}`, change, Committee),
  )

export const useEndMember = (id: Id, memberId: Id) =>
  useChange((end: { version: number; untilOn: PlainDate }) =>
    api.post(`/committees/${id}/members/${memberId}/end`, end, Committee),
  )

export const useDelegate = (id: Id) =>
  useChange((delegation: NewDelegation) =>
    api.post(`/committees/${id}/delegations`, delegation, Committee),
  )

export const useEndDelegation = (id: Id) =>
  useChange(({ postId, untilOn }: { postId: Id; untilOn: PlainDate }) =>
    api.post(`/committees/${id}/delegations/${postId}/end`, { untilOn }, Committee),
  )
