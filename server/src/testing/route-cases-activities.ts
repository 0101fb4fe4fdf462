import { sql } from 'kysely'
import type { RouteCase } from './route-cases.ts'

/** Of the demo: a campaign of the Department of Finance. */
export const activityIds = sql`
  (select id from activities where agency_id = me.agency order by id limit 1) as activities,
  (select d.id from alliance_dues d order by d.id limit 1) as "alliance-dues"`

/** Of activities, of market prices, of an Alliance's dues. */
export const ACTIVITY_READS: Record<string, RouteCase> = {
  'GET /market-board': { as: 'standing' },
  'GET /market-prices': { as: 'standing' },
  'GET /alliances/{id}/dues': { as: 'alliance' },
  'GET /activities': { as: 'standing' },
  'GET /activities/{id}': { as: 'standing' },
}

const WORDS = {
  title: 'Thử quyền',
  topic: null,
  fromOn: '2026-01-01',
  untilOn: '2026-12-31',
  document: null,
  partners: [],
  channels: [],
  content: null,
  tasks: [],
  reach: [],
  results: [],
  state: 'planned',
}

export const ACTIVITY_OWN_WRITES: Record<string, RouteCase> = {
  'PUT /market-prices': { self: true, body: { onDay: '2026-03-09', lines: [] } },
  'POST /activities': {
    self: true,
    body: {
      ...WORDS,
      id: '0198b000-0000-7000-8000-000000000021',
      kind: 'campaign',
      entityId: null,
    },
  },
}

export const ACTIVITY_WRITES: Record<string, RouteCase> = {
  'POST /alliances/{id}/dues': { as: 'alliance', body: { year: 2026, due: 600_000 } },
  'PUT /alliance-dues/{id}': {
    as: 'alliance',
    body: { version: 99, due: 600_000, paid: 0, paidOn: null, note: null },
  },
  'PUT /activities/{id}': { as: 'standing', body: { ...WORDS, version: 99 } },
}
