import { sql } from 'kysely'
import type { RouteCase } from './route-cases.ts'

/** Of the demo: what waits for the Department of Finance, and what a cooperative may propose. */
export const recognitionIds = sql`
  (select id from recognitions where to_agency_id = me.agency and state = 'submitted' and kind = 'model'
    order by id limit 1) as recognitions,
  (select id from recognitions where state = 'draft' and from_agency_id in (select p.agency_id from posts p
    join accounts a on a.id = p.account_id where a.username = 'commune') order by id limit 1) as "draftRecognition"`

export const RECOGNITION_READS: Record<string, RouteCase> = {
  'GET /recognitions': { as: 'standing' },
  'GET /recognitions/{id}': { as: 'standing' },
  'GET /recognition-options': { as: 'standing', at: '/recognition-options?entity={ownEntity}' },
  'GET /recognition-lists': { self: true },
}

const SAID = {
  form: 'Liên kết chuỗi giá trị',
  title: 'Thử quyền',
  story: 'Thử quyền',
  toAgencyId: '{department}',
  year: 2025,
  stated: [],
  pictures: [],
  checks: [],
}

export const RECOGNITION_OWN_WRITES: Record<string, RouteCase> = {
  'PUT /recognition-lists': { self: true, body: { models: [], commendations: [], version: 99 } },
}

export const RECOGNITION_WRITES: Record<string, RouteCase> = {
  'POST /recognitions': {
    as: 'standing',
    body: {
      ...SAID,
      id: '0198b000-0000-7000-8000-000000000011',
      kind: 'model',
      entityId: '{ownEntity}',
      // no agency: stopped by a rule, after the right to propose
      toAgencyId: '{commune}',
    },
  },
  'PUT /recognitions/{id}': {
    as: 'commune',
    at: '/recognitions/{draftRecognition}',
    body: { ...SAID, version: 99 },
  },
  'POST /recognitions/{id}/deeds': {
    as: 'standing',
    body: { action: 'return', reason: 'Thử quyền', version: 99 },
  },
}
