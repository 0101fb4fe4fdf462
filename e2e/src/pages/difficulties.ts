import { DifficultyPage } from '@hopluc/shared/difficulties'
import { type Api, first } from '../api.ts'
import { type PageToSee, STANDING } from './page.ts'

const idOf = async (api: Api, state: string) =>
  first(DifficultyPage.parse(await api.get(`/difficulties?state=${state}`)).items)

export const DIFFICULTY_PAGES: readonly PageToSee[] = [
  { route: '/difficulties', name: 'difficulties', as: STANDING },
  { route: '/difficulties', name: 'difficulties-own', as: 'cooperative' },
  { route: '/difficulties/board', name: 'difficulties-board', as: STANDING },
  { route: '/dialogues', name: 'dialogues', as: STANDING },
  { route: '/difficulties/settings', name: 'difficulty-settings', as: STANDING },
  { route: '/difficulties/new', name: 'difficulty-new', as: 'cooperative' },
  { route: '/difficulties/new', name: 'difficulty-new-officer', as: 'commune' },
  {
    route: '/difficulties/$id',
    name: 'difficulty',
    as: 'commune',
    at: async (api) => `/difficulties/${await idOf(api, 'waiting')}`,
  },
]
