import { Report, ReportPage } from '@hopluc/shared/reports'
import type { Api } from '../api.ts'
import { type PageToSee, STANDING } from './page.ts'

const PERIOD = { kind: 'half', year: 2026, part: 1 }

/** A report of the demo in this state; the first time one is made. */
async function report(api: Api, state: 'draft' | 'issued'): Promise<{ id: string; code: string }> {
  const [known] = ReportPage.parse(await api.get(`/reports?state=${state}`)).items
  if (known) return Report.parse(await api.get(`/reports/${known.id}`))
  const step = async (name: string, { id, version }: Report, more: object = {}) =>
    Report.parse(await api.post(`/reports/${id}/${name}`, { version, ...more }))
  const made = Report.parse(
    await api.post('/reports', { template: 'committee-half', period: PERIOD }),
  )
  if (state === 'draft') return made
  return step('issue', await step('submit', made), {
    symbol: '91/BC-BCĐ',
    issuedOn: '2026-07-15',
    signerName: 'Nguyễn Văn Minh',
    isMissingSeen: true,
  })
}

export const REPORTS_PAGES: readonly PageToSee[] = [
  { route: '/reports', name: 'reports', as: STANDING },
  { route: '/reports/new', name: 'report-new', as: STANDING },
  {
    route: '/reports/$id',
    name: 'report',
    as: STANDING,
    at: async (api) => `/reports/${(await report(api, 'draft')).id}`,
  },
  { route: '/report-templates', name: 'report-templates', as: STANDING },
  {
    route: '/kiem-tra/$code',
    name: 'report-check',
    as: STANDING,
    at: async (api) => `/kiem-tra/${(await report(api, 'issued')).code}`,
  },
]
