import { AssessmentPage, AssessmentRoundList } from '@hopluc/shared/assessments'
import { CriteriaSetList } from '@hopluc/shared/criteria'
import { type Api, first } from '../api.ts'
import { type PageToSee, STANDING } from './page.ts'

const roundOf = async (api: Api) =>
  first(AssessmentRoundList.parse(await api.get('/assessment-rounds')).items)
const sheetOf = async (api: Api, search: string) =>
  first(AssessmentPage.parse(await api.get(`/assessments?${search}`)).items)

export const ASSESSMENT_PAGES: readonly PageToSee[] = [
  { route: '/assessments', name: 'assessments', as: STANDING },
  { route: '/assessments', name: 'assessments-own', as: 'cooperative' },
  {
    route: '/assessments/rounds/$id',
    name: 'assessment-round',
    as: STANDING,
    at: async (api) => `/assessments/rounds/${await roundOf(api)}`,
  },
  {
    route: '/assessments/rounds/$id/compare',
    name: 'assessment-compare',
    as: STANDING,
    at: async (api) => `/assessments/rounds/${await roundOf(api)}/compare`,
  },
  {
    route: '/assessments/$id',
    name: 'assessment',
    as: 'commune',
    at: async (api) => `/assessments/${await sheetOf(api, 'appeal=changed')}`,
  },
  { route: '/assessments/criteria', name: 'criteria', as: STANDING },
  {
    route: '/assessments/criteria/$id',
    name: 'criteria-set',
    as: STANDING,
    at: async (api) =>
      `/assessments/criteria/${first(CriteriaSetList.parse(await api.get('/criteria-sets')).items)}`,
  },
]
