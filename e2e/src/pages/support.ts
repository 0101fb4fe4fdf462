import { CoursePage } from '@hopluc/shared/courses'
import { GraduatePage } from '@hopluc/shared/graduates'
import { SupportPage } from '@hopluc/shared/support'
import { SupportOfEntity } from '@hopluc/shared/support-views'
import { TradeEventPage } from '@hopluc/shared/trade-events'
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
  { route: '/support/courses', name: 'courses', as: STANDING },
  {
    route: '/support/courses/$id',
    name: 'course',
    as: STANDING,
    at: async (api) => {
      const { items } = CoursePage.parse(await api.get('/courses'))
      return `/support/courses/${first(items.filter(({ attended }) => attended > 0))}`
    },
  },
  { route: '/support/graduates', name: 'graduates', as: STANDING },
  {
    route: '/support/graduates/$id',
    name: 'graduate',
    as: STANDING,
    at: async (api) =>
      `/support/graduates/${first(GraduatePage.parse(await api.get('/graduates')).items)}`,
  },
  { route: '/support/trade-events', name: 'trade-events', as: STANDING },
  {
    route: '/support/trade-events/$id',
    name: 'trade-event',
    as: STANDING,
    at: async (api) => {
      const { items } = TradeEventPage.parse(await api.get('/trade-events'))
      return `/support/trade-events/${first(items.filter(({ contracts }) => contracts > 0))}`
    },
  },
  {
    route: '/support/calls/$id',
    name: 'support-ranking',
    as: STANDING,
    at: async (api) => {
      const { items } = SupportPage.parse(await api.get(APPLICATIONS))
      return `/support/calls/${first(items.map(({ call }) => call))}`
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
