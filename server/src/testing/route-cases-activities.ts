import { sql } from 'kysely'
import type { RouteCase } from './route-cases.ts'

/** Of the demo: a campaign of the Department of Finance. */
export const activityIds = sql`
  (select id from activities where agency_id = me.agency order by id limit 1) as activities`

export const ACTIVITY_READS: Record<string, RouteCase> = {
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
  'PUT /activities/{id}': { as: 'standing', body: { ...WORDS, version: 99 } },
}
