import { CheckPage } from '@hopluc/shared/entity-checks'
import { first } from '../api.ts'
import { type PageToSee, STANDING } from './page.ts'

export const CHECK_PAGES: readonly PageToSee[] = [
  { route: '/entity-checks', name: 'checks', as: STANDING },
  { route: '/entity-checks/new', name: 'check-new', as: 'department' },
  {
    route: '/entity-checks/$id',
    name: 'check',
    as: STANDING,
    at: async (api) =>
      `/entity-checks/${first(CheckPage.parse(await api.get('/entity-checks?state=planned')).items)}`,
  },
  { route: '/rural-sheets', name: 'rural-sheet', as: 'commune' },
  { route: '/rural-sheets/criteria', name: 'rural-criteria', as: STANDING },
]
