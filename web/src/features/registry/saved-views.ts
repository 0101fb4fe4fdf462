import { type KeptView, KeptViews } from '@hopluc/shared/saved-views'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import { api } from '../../lib/api.ts'
import { REGISTRY_KEY } from './queries.ts'
import { RegistrySearch } from './search.ts'

/** A set of filters under a name: one's own, or shared by somebody of the agency. */
export type SavedView = Omit<KeptView, 'search'> & { readonly search: RegistrySearch }

const read = ({ search, ...view }: KeptView): SavedView => ({
  ...view,
  search: RegistrySearch.parse(search),
})

export const savedViewsQuery = queryOptions({
  queryKey: [REGISTRY_KEY, 'views'],
  queryFn: async () => (await api.get('/views', KeptViews, { list: 'registry' })).items.map(read),
})

export interface ViewToKeep {
  readonly name: string
  readonly search: RegistrySearch
  readonly isShared: boolean
}

export function useSavedViews() {
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: savedViewsQuery.queryKey })
  const keep = useMutation({
    mutationFn: ({ name, isShared, search }: ViewToKeep) => {
      const said = Object.entries(search).filter(([, value]) => value !== undefined)
      const body = { list: 'registry', name, isShared, search: Object.fromEntries(said) }
      return api.post('/views', body, z.unknown())
    },
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: ({ id }: SavedView) => api.delete(`/views/${id}`, z.unknown()),
    onSuccess,
  })
  return { keep, remove }
}
