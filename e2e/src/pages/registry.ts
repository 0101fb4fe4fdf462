import { setTimeout } from 'node:timers/promises'
import { DoublePage } from '@hopluc/shared/entity-doubles'
import { EntityPage } from '@hopluc/shared/entity-lists'
import { AgencyPage } from '@hopluc/shared/units'
import { type Api, first } from '../api.ts'
import { type PageToSee, STANDING } from './page.ts'

/** The entity of the register that is called so. */
const entityId = async (api: Api, words: string) =>
  first(EntityPage.parse(await api.get(`/entities?q=${encodeURIComponent(words)}`)).items)

/** The likeliest pair; the demo's pairs are found in the background, within the minute. */
async function pairId(api: Api): Promise<string> {
  for (let tries = 0; tries < 120; tries += 1) {
    const { items } = DoublePage.parse(await api.get('/entity-doubles?limit=1'))
    if (items.length > 0) return first(items)
    await setTimeout(500)
  }
  throw new Error('the demo has no doubles')
}

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
  { route: '/registry/import', name: 'registry-import', as: STANDING },
  { route: '/registry/imports', name: 'registry-imports', as: STANDING },
  { route: '/registry/bulk', name: 'registry-bulk', as: STANDING },
  { route: '/registry/doubles', name: 'registry-doubles', as: STANDING },
  {
    route: '/registry/doubles/$id',
    name: 'registry-double',
    as: STANDING,
    at: async (api) => `/registry/doubles/${await pairId(api)}`,
  },
  { route: '/registry/worklist', name: 'registry-worklist', as: STANDING },
  { route: '/registry/worklist', name: 'registry-worklist-commune', as: 'commune' },
  { route: '/registry/confirmations', name: 'registry-confirmations', as: STANDING },
  {
    route: '/registry/$id',
    name: 'entity-proposal',
    as: 'commune',
    at: async (api) => `/registry/${await entityId(api, 'loc mai')}`,
  },
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
  {
    route: '/registry/$id',
    name: 'entity-members',
    as: STANDING,
    at: async (api) => `/registry/${await entityId(api, 'minh phat')}?tab=members`,
  },
  {
    route: '/registry/$id',
    name: 'entity-figures',
    as: STANDING,
    at: async (api) => `/registry/${await entityId(api, 'minh phat')}?tab=figures`,
  },
  {
    route: '/registry/$id',
    name: 'entity-land',
    as: STANDING,
    at: async (api) => `/registry/${await entityId(api, 'minh phat')}?tab=land`,
  },
  {
    route: '/registry/$id',
    name: 'entity-products',
    as: STANDING,
    at: async (api) => `/registry/${await entityId(api, 'minh phat')}?tab=products`,
  },
  {
    route: '/registry/$id',
    name: 'entity-links',
    as: STANDING,
    at: async (api) => `/registry/${await entityId(api, 'minh phat')}?tab=links`,
  },
  {
    route: '/registry/$id',
    name: 'entity-debts',
    as: STANDING,
    at: async (api) => `/registry/${await entityId(api, 'minh phat')}?tab=debts`,
  },
  { route: '/registry/certificates', name: 'registry-certificates', as: STANDING },
  { route: '/registry/debts', name: 'registry-debts', as: STANDING },
  { route: '/registry/links', name: 'registry-links', as: STANDING },
  { route: '/registry/market', name: 'registry-market', as: STANDING },
  {
    route: '/registry/alliances/$id',
    name: 'alliance-members',
    as: 'alliance',
    at: async (api) =>
      `/registry/alliances/${first(AgencyPage.parse(await api.get('/agencies?kind=alliance')).items)}`,
  },
  {
    route: '/registry/alliances/$id/dues',
    name: 'alliance-dues',
    as: 'alliance',
    at: async (api) =>
      `/registry/alliances/${first(AgencyPage.parse(await api.get('/agencies?kind=alliance')).items)}/dues`,
  },
]
