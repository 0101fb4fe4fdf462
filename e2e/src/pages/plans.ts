import { Plan, PlanPage } from '@hopluc/shared/plans'
import { type Api, first } from '../api.ts'
import { type PageToSee, STANDING } from './page.ts'

const DAY = '2021-07-12'
const planId = async (api: Api, asOf = '') =>
  first(PlanPage.parse(await api.get(`/plans?kind=period${asOf && `&asOf=${asOf}`}`)).items)
const yearPlanId = async (api: Api) =>
  first(PlanPage.parse(await api.get('/plans?kind=year')).items)
/** The first target of the plan of today. */
const targetId = async (api: Api) =>
  first(Plan.parse(await api.get(`/plans/${await planId(api)}`)).rows)

export const PLANS_PAGES: readonly PageToSee[] = [
  { route: '/plans', name: 'plans', as: STANDING },
  {
    route: '/plans/$id',
    name: 'plan-2021',
    as: STANDING,
    at: async (api) => `/plans/${await planId(api, DAY)}?asOf=${DAY}`,
  },
  {
    route: '/plans/$id',
    name: 'plan',
    as: STANDING,
    at: async (api) => `/plans/${await planId(api)}`,
  },
  {
    route: '/plans/$id/needs',
    name: 'plan-needs',
    as: STANDING,
    at: async (api) => `/plans/${await yearPlanId(api)}/needs`,
  },
  { route: '/support-policies', name: 'support-policies', as: STANDING },
  {
    route: '/targets/$id',
    name: 'target',
    as: 'chair',
    at: async (api) => `/targets/${await targetId(api)}`,
  },
]
