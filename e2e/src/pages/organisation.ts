import { InspectionPage } from '@hopluc/shared/committee-work'
import { Committee, CommitteePage } from '@hopluc/shared/committees'
import { Session } from '@hopluc/shared/session'
import { AgencyPage } from '@hopluc/shared/units'
import { ReorganisationPage } from '@hopluc/shared/reorganisations'
import { type Api, first } from '../api.ts'
import { type PageToSee, STANDING } from './page.ts'

/** The committee in whose name the account acts. */
const ownCommittee = async (api: Api) => {
  const { post } = Session.parse(await api.get('/session'))
  return first(post?.committee ? [post.committee] : [])
}

export const ORGANISATION_PAGES: readonly PageToSee[] = [
  { route: '/organisation', name: 'organisation', as: 'chair' },
  {
    route: '/organisation/agencies/$id',
    name: 'agency',
    as: STANDING,
    at: async (api) => {
      const found = AgencyPage.parse(await api.get('/agencies?q=so+nong+nghiep&limit=5'))
      return `/organisation/agencies/${first(found.items)}`
    },
  },
  {
    route: '/organisation/changes',
    name: 'organisation-changes',
    as: 'chair',
    at: async () => '/organisation/changes?day=2025-07-01',
  },
  { route: '/organisation/import', name: 'unit-import', as: 'admin' },
  { route: '/reorganisations', name: 'reorganisations', as: 'admin' },
  {
    route: '/reorganisations/$id',
    name: 'reorganisation',
    as: 'admin',
    at: async (api) => {
      const { items } = ReorganisationPage.parse(await api.get('/reorganisations'))
      return `/reorganisations/${first(items)}`
    },
  },
  {
    route: '/organisation/committees/$id/members/$seatId',
    name: 'committee-member',
    as: STANDING,
    at: async (api) => {
      const id = await ownCommittee(api)
      const { membersOn } = Committee.parse(await api.get(`/committees/${id}`))
      const member = membersOn.find(({ part }) => part === 'deputy')
      return `/organisation/committees/${id}/members/${member?.seatId}`
    },
  },
  {
    route: '/organisation/committees/$id/programme',
    name: 'programme',
    as: STANDING,
    at: async (api) => `/organisation/committees/${await ownCommittee(api)}/programme`,
  },
  { route: '/organisation/inspections', name: 'inspections', as: STANDING },
  {
    route: '/organisation/inspections/$id',
    name: 'inspection',
    as: STANDING,
    at: async (api) => {
      const { items } = InspectionPage.parse(await api.get('/inspections?state=made'))
      return `/organisation/inspections/${first(items)}`
    },
  },
  {
    route: '/organisation/alliances/$id',
    name: 'alliance',
    as: 'alliance',
    at: async (api) => {
      const found = AgencyPage.parse(await api.get('/agencies?kind=alliance&asOf=2021-07-12'))
      const thaiBinh = found.items.filter(({ unit }) => unit.name === 'Thái Bình')
      return `/organisation/alliances/${first(thaiBinh)}?asOf=2021-07-12`
    },
  },
  { route: '/organisation/committees', name: 'committees', as: 'chair' },
  {
    route: '/organisation/committees/$id',
    name: 'committee',
    as: STANDING,
    at: async (api) =>
      `/organisation/committees/${first(CommitteePage.parse(await api.get('/committees')).items)}`,
  },
]
