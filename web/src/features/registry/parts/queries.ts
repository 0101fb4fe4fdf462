import { CertificatePage } from '@hopluc/shared/entity-parts-products'
import { DebtProgress, Debts } from '@hopluc/shared/entity-parts-debts'
import { EntityFigures, type FigureEdit, FigureHistory } from '@hopluc/shared/entity-parts-figures'
import { AffiliatePage, LinkGraph, MarketPage } from '@hopluc/shared/entity-parts-links'
import {
  type MemberImport,
  MemberImportPreview,
  MemberImportResult,
  MemberPage,
} from '@hopluc/shared/entity-parts-people'
import type { Id, PlainDate } from '@hopluc/shared/values'
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
} from '@tanstack/react-query'
import * as z from 'zod'
import { api, type Search } from '../../../lib/api.ts'
import { REGISTRY_KEY, useRefreshRegistry } from '../queries.ts'

/** Of the entity that is looked at, as of the day; undefined for today. */
export interface Of {
  readonly id: Id
  readonly asOf?: PlainDate | undefined
}

interface Paged {
  readonly next: string | null
}
/** What an entity has of one kind, page after page. */
export const partPagesQuery = <T extends z.ZodType<Paged>>(
  noun: string,
  schema: T,
  { id, asOf }: Of,
) =>
  infiniteQueryOptions({
    queryKey: [REGISTRY_KEY, noun, id, asOf ?? 'now', 'pages'],
    queryFn: ({ pageParam }) =>
      api.get(`/entities/${id}/${noun}`, schema, { asOf, cursor: pageParam || undefined }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

/** The first page of it: of most kinds all that there are. */
export const partQuery = <T extends z.ZodType>(noun: string, schema: T, { id, asOf }: Of) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, noun, id, asOf ?? 'now'],
    queryFn: () => api.get(`/entities/${id}/${noun}`, schema, { asOf }),
  })

export const membersQuery = ({ id, asOf }: Of, where: Search) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'members', id, asOf ?? 'now', where],
    queryFn: () => api.get(`/entities/${id}/members`, MemberPage, { ...where, asOf }),
    placeholderData: keepPreviousData,
  })

export const debtsQuery = (of: Of) => partPagesQuery('debts', Debts, of)

export const figuresQuery = ({ id, asOf }: Of) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'figures', id, asOf ?? 'now'],
    queryFn: () => api.get(`/entities/${id}/figures`, EntityFigures, { asOf }),
  })

export const figureHistoryQuery = (id: Id, key: string, year: number) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'figures', id, 'history', key, year],
    queryFn: () => api.get(`/entities/${id}/figures/history`, FigureHistory, { key, year }),
  })

export const affiliatesQuery = (path: string, where: Search) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'affiliates', path, where],
    queryFn: () => api.get(path, AffiliatePage, where),
    placeholderData: keepPreviousData,
  })

export const certificatesQuery = (where: Search) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'certificates', where],
    queryFn: () => api.get('/entities/certificates', CertificatePage, where),
    placeholderData: keepPreviousData,
  })

export const debtProgressQuery = (where: Search) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'debt-progress', where],
    queryFn: () => api.get('/entities/debts', DebtProgress, where),
    placeholderData: keepPreviousData,
  })

export const linkGraphQuery = (where: Search) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'link-graph', where],
    queryFn: () => api.get('/entities/value-links', LinkGraph, where),
    placeholderData: keepPreviousData,
  })

export const marketQuery = (where: Search) =>
  queryOptions({
    queryKey: [REGISTRY_KEY, 'market', where],
    queryFn: () => api.get('/entities/market-notices', MarketPage, where),
    placeholderData: keepPreviousData,
  })

interface Saved {
  readonly body: object
  /** Of what is changed; none of what is new. */
  readonly one?: { readonly id: Id; readonly version: number } | undefined
  readonly key: string
}

export function useSavePart(entityId: Id, noun: string) {
  const refresh = useRefreshRegistry()
  return useMutation({
    mutationFn: ({ body, one, key }: Saved) =>
      one
        ? api.put(
            `/entities/${entityId}/${noun}/${one.id}`,
            { ...body, version: one.version },
            z.unknown(),
          )
        : api.post(`/entities/${entityId}/${noun}`, body, z.unknown(), { key }),
    onSuccess: () => refresh(),
  })
}

export function useRemovePart(entityId: Id, noun: string) {
  const refresh = useRefreshRegistry()
  return useMutation({
    mutationFn: ({ id, version }: { id: Id; version: number }) =>
      api.delete(`/entities/${entityId}/${noun}/${id}?version=${version}`, z.unknown()),
    onSuccess: () => refresh(),
  })
}

export function useStateFigures(id: Id) {
  const refresh = useRefreshRegistry()
  return useMutation({
    mutationFn: (edit: FigureEdit) => api.put(`/entities/${id}/figures`, edit, EntityFigures),
    onSuccess: () => refresh(),
  })
}

export function useMemberImport(id: Id) {
  const refresh = useRefreshRegistry()
  const look = useMutation({
    mutationFn: (command: MemberImport) =>
      api.post(`/entities/${id}/members/import/preview`, command, MemberImportPreview),
  })
  const enter = useMutation({
    mutationFn: (command: MemberImport) =>
      api.post(`/entities/${id}/members/import`, command, MemberImportResult),
    onSuccess: () => refresh(),
  })
  return { look, enter }
}
