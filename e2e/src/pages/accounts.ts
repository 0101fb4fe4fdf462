import { AccountPage } from '@hopluc/shared/accounts'
import { first } from '../api.ts'
import { type PageToSee, STANDING } from './page.ts'

export const ACCOUNTS_PAGES: readonly PageToSee[] = [
  { route: '/accounts', name: 'accounts', as: 'admin' },
  {
    route: '/accounts/$id',
    name: 'account',
    as: 'admin',
    at: async (api) => {
      const found = AccountPage.parse(await api.get('/accounts?q=standing&state=active'))
      return `/accounts/${first(found.items)}`
    },
  },
  {
    route: '/accounts/$id/hand-over',
    name: 'hand-over',
    as: 'admin',
    at: async (api) => {
      const found = AccountPage.parse(await api.get('/accounts?q=standing&state=active'))
      return `/accounts/${first(found.items)}/hand-over`
    },
  },
  { route: '/sign-in-rules', name: 'sign-in-rules', as: 'admin' },
  { route: '/me', name: 'me', as: STANDING },
  { route: '/roles', name: 'roles', as: 'admin' },
]
