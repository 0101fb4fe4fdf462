import {
  Entity,
  type EntityChange,
  type EntityEventEntry,
  type EntityEventVoid,
  EntityHistory,
  type NewEntity,
} from '@hopluc/shared/entities'
import { EntityCounts, EntityPage, EntityPoints } from '@hopluc/shared/entity-lists'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../lib/api.ts'
import type { Box } from './map-model.ts'
import { asked, type RegistryFilters, type RegistrySearch } from './search.ts'

/** Everything of the register stands under this key: a change makes lists and counts anew. */
export const REGISTRY_KEY = 'registry'

type Where = RegistrySearch & { asOf?: PlainDate | undefined; limit?: number | undefined }

export const entityListQuery = (where: Where) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'list', where],
    queryFn: () => api.get('/entities', EntityPage, asked(where)),
  })

/** For pickers: a few that are called so; while one types, those found before stay. */
export const entitySearchQuery = (q: string) =>
  queryOptions({
    ...entityListQuery({ q: q || undefined, life: 'all', limit: 20 }),
    placeholderData: keepPreviousData,
  })

interface CountWhere {
  by?: string | undefined
  unit?: string | undefined
  asOf?: PlainDate | undefined
}

export const entityCountsQuery = (where: CountWhere) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'counts', where],
    queryFn: () => api.get('/entities/counts', EntityCounts, { ...where }),
  })

export const entityQuery = (id: Id, asOf?: PlainDate) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'one', id, asOf ?? 'now'],
    queryFn: () => api.get(`/entities/${id}`, Entity, { asOf }),
  })

/** Every version of its description and its places, those to come as well. */
export const entityHistoryQuery = (id: Id) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'history', id],
    queryFn: () => api.get(`/entities/${id}/versions`, EntityHistory),
  })

type PointWhere = RegistryFilters & Box & { asOf?: PlainDate | undefined }

export const entityPointsQuery = (where: PointWhere) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'points', where],
    queryFn: () => api.get('/entities/points', EntityPoints, { ...where }),
    placeholderData: keepPreviousData,
  })

export function useRefreshRegistry() {
  const queries = useQueryClient()
  return (entity?: Entity) => {
    if (entity) queries.setQueryData(entityQuery(entity.id).queryKey, entity)
    return queries.invalidateQueries({ queryKey: [REGISTRY_KEY] })
  }
}

/** A key makes a repeated press the same attempt. */
interface Attempt<Body> {
  readonly body: Body
  readonly key: string
}

export function useNewEntity() {
  const refresh = useRefreshRegistry()
  return useMutation({
    mutationFn: ({ body, key }: Attempt<NewEntity>) => api.post('/entities', body, Entity, { key }),
    onSuccess: (entity) => refresh(entity),
  })
}

export function useChangeEntity(id: Id) {
  const refresh = useRefreshRegistry()
  return useMutation({
    mutationFn: ({ body, key }: Attempt<EntityChange>) =>
      api.patch(`/entities/${id}`, body, Entity, { key }),
    onSuccess: (entity) => refresh(entity),
  })
}

export function useAddEvent(id: Id) {
  const refresh = useRefreshRegistry()
  return useMutation({
    mutationFn: ({ body, key }: Attempt<EntityEventEntry>) =>
      api.post(`/entities/${id}/events`, body, Entity, { key }),
    onSuccess: (entity) => refresh(entity),
  })
}

export function useVoidEvent(id: Id, eventId: Id) {
  const refresh = useRefreshRegistry()
  return useMutation({
    mutationFn: (body: EntityEventVoid) =>
      api.post(`/entities/${id}/events/${eventId}/void`, body, Entity),
    onSuccess: (entity) => refresh(entity),
  })
}
