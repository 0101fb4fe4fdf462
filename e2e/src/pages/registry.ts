import { EntityPage } from '@hopluc/shared/entity-lists'
import { type Api, first } from '../api.ts'
import { type PageToSee, STANDING } from './page.ts'

/** The entity of the register that is called so. */
const entityId = async (api: Api, words: string) =>
  first(EntityPage.parse(await api.get(`/entities?q=${encodeURIComponent(words)}`)).items)

export const REGISTRY_PAGES: readonly PageToSee[] = [
  { route: '/registry', name: 'registry', as: STANDING },
  {
    route: '/registry',
    name: 'registry-2021',
    as: STANDING,
    at: async () => '/registry?asOf=2021-07-12',
  },
  { route: '/registry/map', name: 'registry-map', as: STANDING },
  { route: '/registry/counts', name: 'registry-counts', as: STANDING },
  { route: '/registry/new', name: 'registry-new', as: 'commune' },
  { route: '/registry/settings', name: 'registry-settings', as: 'admin' },
  {
    route: '/registry/$id',
    name: 'entity',
    as: STANDING,
    at: async (api) => `/registry/${await entityId(api, 'minh phat')}`,
  },
  {
    route: '/registry/$id',
    name: 'entity-history',
    as: STANDING,
    at: async (api) => `/registry/${await entityId(api, 'minh phat')}?tab=history`,
  },
]
