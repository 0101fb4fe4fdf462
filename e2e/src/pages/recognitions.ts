import { RecognitionPage } from '@hopluc/shared/recognitions'
import { first } from '../api.ts'
import { type PageToSee, STANDING } from './page.ts'

export const RECOGNITION_PAGES: readonly PageToSee[] = [
  { route: '/recognitions', name: 'recognitions', as: 'alliance' },
  { route: '/recognitions/lists', name: 'recognition-lists', as: STANDING },
  { route: '/recognitions/new', name: 'recognition-new', as: 'cooperative' },
  {
    route: '/recognitions/$id',
    name: 'recognition',
    as: STANDING,
    at: async (api) => {
      const found = await api.get('/recognitions?kind=model&state=submitted')
      return `/recognitions/${first(RecognitionPage.parse(found).items)}`
    },
  },
  {
    route: '/recognitions/$id/edit',
    name: 'recognition-edit',
    as: 'commune',
    at: async (api) => {
      const found = await api.get('/recognitions?kind=commendation&state=draft')
      return `/recognitions/${first(RecognitionPage.parse(found).items)}/edit`
    },
  },
]
