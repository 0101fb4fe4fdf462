import { sql } from 'kysely'
import type { RouteCase } from './route-cases.ts'

const LINE = '01980000-0000-7000-8000-000000000601'

/** Of the demo: what the standing agency has planned and not yet made. */
export const checkIds = sql`
  (select c.id from entity_checks c where c.agency_id = me.agency and c.state = 'planned'
    order by c.id limit 1) as "entity-checks",
  (select id from rural_criteria order by position limit 1) as "ruralLine",
  (select v.unit_id from agency_versions v where v.agency_id = me.agency
    and date '2026-03-10' between v.from_on and v.until_on limit 1) as "ownProvince"`

export const CHECK_READS: Record<string, RouteCase> = {
  'GET /entity-checks': { as: 'standing' },
  'GET /entity-checks/board': { as: 'standing' },
  'GET /entity-checks/{id}': { as: 'standing' },
  'GET /rural-sheets': { as: 'commune', at: '/rural-sheets?unit={ownCommune}' },
  'GET /rural-sheets/paper': {
    as: 'commune',
    at: '/rural-sheets/paper?unit={ownCommune}&as=docx',
    file: true,
  },
  // Of the acting person's own province: another's cannot be named.
  'GET /rural-sheets/criteria': { self: true },
}

export const CHECK_OWN_WRITES: Record<string, RouteCase> = {
  'PUT /rural-sheets/criteria': {
    self: true,
    body: {
      items: [{ id: LINE, name: 'Có HTX', legalBasis: null, threshold: null, source: null }],
      version: 0,
    },
  },
}

export const CHECK_WRITES: Record<string, RouteCase> = {
  'PUT /rural-sheets': {
    as: 'commune',
    body: {
      unitId: '{ownCommune}',
      year: 2020,
      criterionId: '{ruralLine}',
      state: 'met',
      note: null,
      version: 0,
    },
  },
  'POST /entity-checks': {
    as: 'standing',
    body: {
      items: [{ id: '0198a000-0000-7000-8000-0000000000c1', entityId: '{ownEntity}' }],
      kind: 'inspection',
      subject: 'Chấp hành Luật Hợp tác xã',
      plannedOn: '2099-03-10',
    },
  },
  'POST /entity-checks/{id}/deeds': {
    as: 'standing',
    body: { action: 'cancel', reason: 'Trùng kế hoạch', version: 99 },
  },
  'PUT /entity-checks/limits': {
    as: 'standing',
    body: { unitId: '{ownProvince}', mostAYear: 1, legalBasis: null, version: 99 },
  },
}
