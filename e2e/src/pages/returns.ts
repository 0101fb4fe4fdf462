import { ReportForms } from '@hopluc/shared/report-forms'
import { OwnReturns } from '@hopluc/shared/return-deeds'
import { MyReturns, RoundPage } from '@hopluc/shared/rounds'
import { type Api, first } from '../api.ts'
import { type PageToSee, STANDING } from './page.ts'

const roundId = async (api: Api) => first(RoundPage.parse(await api.get('/rounds')).items)
const formId = async (api: Api) => first(ReportForms.parse(await api.get('/report-forms')).items)
const returnId = async (api: Api) =>
  first(MyReturns.parse(await api.get('/returns?part=fill')).items)

export const RETURNS_PAGES: readonly PageToSee[] = [
  { route: '/rounds', name: 'rounds', as: STANDING },
  { route: '/rounds', name: 'rounds-commune', as: 'commune' },
  { route: '/rounds/new', name: 'round-new', as: STANDING },
  {
    route: '/rounds/$id',
    name: 'round',
    as: STANDING,
    at: async (api) => `/rounds/${await roundId(api)}`,
  },
  {
    route: '/returns/$id',
    name: 'return',
    as: 'commune',
    at: async (api) => `/returns/${await returnId(api)}`,
  },
  { route: '/returns/own', name: 'returns-own', as: 'cooperative' },
  {
    route: '/returns/own/$id/$entityId',
    name: 'return-own',
    as: 'cooperative',
    at: async (api) => {
      const [own] = OwnReturns.parse(await api.get('/own-returns')).items
      if (!own) throw new Error('the demo asks no cooperative')
      return `/returns/own/${own.id}/${own.entity.id}`
    },
  },
  { route: '/report-forms', name: 'report-forms', as: STANDING },
  { route: '/report-forms/new', name: 'report-form-new', as: STANDING },
  {
    route: '/report-forms/$id',
    name: 'report-form',
    as: STANDING,
    at: async (api) => `/report-forms/${await formId(api)}`,
  },
]
