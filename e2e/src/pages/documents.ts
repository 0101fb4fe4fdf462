import { DocumentPage } from '@hopluc/shared/documents'
import { MeetingPage } from '@hopluc/shared/meetings'
import { ReadingPage } from '@hopluc/shared/readings'
import { type Api, first } from '../api.ts'
import { type PageToSee, STANDING } from './page.ts'

const reading = async (api: Api) =>
  first(ReadingPage.parse(await api.get('/readings?state=open')).items)
const documents = async (api: Api, search: string) =>
  first(DocumentPage.parse(await api.get(`/documents?${search}`)).items)

export const DOCUMENTS_PAGES: readonly PageToSee[] = [
  { route: '/readings', name: 'readings', as: STANDING },
  { route: '/readings/accuracy', name: 'reading-accuracy', as: STANDING },
  { route: '/readings/words', name: 'reading-words', as: 'admin' },
  {
    route: '/readings/$id',
    name: 'reading',
    as: STANDING,
    at: async (api) => `/readings/${await reading(api)}`,
  },
  { route: '/documents', name: 'documents', as: STANDING },
  { route: '/documents/new', name: 'new-document', as: STANDING },
  { route: '/documents/books', name: 'book', as: STANDING },
  {
    route: '/documents/$id',
    name: 'document',
    as: STANDING,
    at: async (api) => `/documents/${await documents(api, 'state=issued&kind=TB')}`,
  },
  {
    route: '/documents/$id/notice',
    name: 'notice',
    as: 'chair',
    at: async (api) => `/documents/${await documents(api, 'state=submitted')}/notice`,
  },
  { route: '/meetings', name: 'meetings', as: STANDING },
  { route: '/meetings/new', name: 'new-meeting', as: STANDING },
  {
    route: '/meetings/$id',
    name: 'meeting',
    as: STANDING,
    at: async (api) =>
      `/meetings/${first(MeetingPage.parse(await api.get('/meetings?state=planned')).items)}`,
  },
  { route: '/templates', name: 'templates', as: STANDING },
  { route: '/templates', name: 'numbering', as: 'admin' },
]
