import { DataRequestPage } from '@hopluc/shared/personal-data'
import { Purge, PurgePage } from '@hopluc/shared/purges'
import { type Api, first } from '../api.ts'
import { type PageToSee, STANDING } from './page.ts'

/** A list drawn up under a decision that the demo has none of; nothing is destroyed. */
async function aPurge(api: Api): Promise<string> {
  const { items } = PurgePage.parse(await api.get('/purges'))
  const [known] = items
  if (known) return known.id
  const fileId = await api.send('Quyết định.txt', `Quyết định tiêu hủy ${Date.now()}`)
  const decision = {
    decision: '12/QĐ-UBND',
    decidedOn: '2026-03-02',
    decidedBy: 'Chủ tịch UBND tỉnh',
  }
  const lines = ['09/TB-BCĐ', '99/KHÔNG-CÓ']
  const named = { ground: 'expired', fileId, lines, ruleIds: [] }
  return Purge.parse(await api.post('/purges', { ...decision, ...named })).id
}

export const RECORDS_PAGES: readonly PageToSee[] = [
  { route: '/personal-data', name: 'personal-data', as: 'admin' },
  { route: '/personal-data/requests', name: 'data-requests', as: 'admin' },
  {
    route: '/personal-data/requests/$id',
    name: 'data-request',
    as: 'admin',
    at: async (api) => {
      const found = DataRequestPage.parse(await api.get('/personal-data/requests'))
      return `/personal-data/requests/${first(found.items)}`
    },
  },
  { route: '/audit', name: 'audit', as: STANDING },
  { route: '/purges', name: 'purges', as: 'admin' },
  { route: '/purges/new', name: 'purge-new', as: 'admin' },
  {
    route: '/purges/$id',
    name: 'purge',
    as: 'admin',
    at: async (api) => `/purges/${await aPurge(api)}`,
  },
]
