import { SupportOfEntity, SupportPage } from '@hopluc/shared/support'
import { first } from '../api.ts'
import { type PageToSee, STANDING } from './page.ts'

const APPLICATIONS = '/support-applications?state=submitted'

export const SUPPORT_PAGES: readonly PageToSee[] = [
  { route: '/support', name: 'support', as: STANDING },
  { route: '/support', name: 'support-own', as: 'cooperative' },
  { route: '/support/applications', name: 'support-applications', as: STANDING },
  {
    route: '/support/apply',
    name: 'support-apply',
    as: 'cooperative',
    at: async (api) => {
      const { open } = SupportOfEntity.parse(await api.get('/support-entities/own'))
      return `/support/apply?call=${first(open.map(({ call }) => call))}`
    },
  },
  {
    route: '/support/entities/$id',
    name: 'support-entity',
    as: STANDING,
    at: async (api) => {
      const { items } = SupportPage.parse(await api.get(APPLICATIONS))
      return `/support/entities/${first(items.map(({ entity }) => entity))}`
    },
  },
  {
    route: '/support/applications/$id',
    name: 'support-application',
    as: STANDING,
    at: async (api) =>
      `/support/applications/${first(SupportPage.parse(await api.get(APPLICATIONS)).items)}`,
  },
]
