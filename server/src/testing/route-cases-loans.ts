import { sql } from 'kysely'
import type { RouteCase } from './route-cases.ts'

/** Of the demo: what runs of the fund of the Department of Finance, and that fund. */
export const loanIds = sql`
  (select l.id from loans l join loan_funds f on f.id = l.fund_id
    where f.agency_id = me.agency and l.state = 'running' order by l.id limit 1) as loans,
  (select id from loan_funds where agency_id = me.agency order by id limit 1) as "loan-funds"`

export const LOAN_READS: Record<string, RouteCase> = {
  'GET /loans': { as: 'standing' },
  'GET /loans/choices': { self: true },
  'GET /loans/portfolio': { as: 'standing' },
  'GET /loans/schedule': {
    as: 'standing',
    at: '/loans/schedule?fund={loan-funds}&amount=1000000&method=equal&months=12&everyMonths=3&from=2026-03-10',
  },
  'GET /loans/{id}': { as: 'standing' },
}

const FUND = {
  name: 'Quỹ thử nghiệm',
  legalBasis: null,
  charterCapital: null,
  ownPercent: 20,
  onePercent: null,
  maxAmount: null,
  maxMonths: null,
  yearlyRate: 7000,
  latePercent: 130,
  basis: 'days365',
  groupDays: null,
  isEnded: false,
}

export const LOAN_OWN_WRITES: Record<string, RouteCase> = {
  'POST /loan-funds': { self: true, body: { ...FUND, id: '0198a000-0000-7000-8000-000000000001' } },
}

export const LOAN_WRITES: Record<string, RouteCase> = {
  'POST /loans': {
    as: 'cooperative',
    body: {
      id: '0198a000-0000-7000-8000-000000000002',
      fundId: '{loan-funds}',
      purpose: 'Mua máy sấy',
      projectTotal: 1_000_000_000,
      ownCapital: 300_000_000,
      amount: 500_000_000,
      months: 24,
    },
  },
  'POST /loans/{id}/deeds': {
    as: 'standing',
    body: {
      action: 'repay',
      id: '0198a000-0000-7000-8000-000000000003',
      amount: 1,
      on: '2026-03-10',
      paper: 'PT 99',
      version: 99,
    },
  },
  'POST /loans/{id}/related': { as: 'standing', body: { entityId: '{loans}', isRelated: true } },
  'PUT /loan-funds/{id}': { as: 'standing', body: { ...FUND, version: 99 } },
}
