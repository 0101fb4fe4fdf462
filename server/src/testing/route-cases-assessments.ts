import { sql } from 'kysely'
import type { RouteCase } from './route-cases.ts'

/** Of the demo: the round that is open, the cooperative in it that has not scored itself, a set that is a draft. */
export const assessmentIds = sql`
  (select a.id from assessments a join assessment_rounds r on r.id = a.round_id
    where r.state = 'open' and a.state = 'self' limit 1) as assessments,
  (select id from assessment_rounds where state = 'open' limit 1) as "assessment-rounds",
  (select id from criteria_sets where unit_id is not null limit 1) as "criteria-sets",
  (select id from criteria_sets where unit_id is null order by id limit 1) as "shippedSet",
  (select unit_id from criteria_sets where unit_id is not null limit 1) as "criteriaUnit"`

export const ASSESSMENT_READS: Record<string, RouteCase> = {
  'GET /measures': { all: 'names of measures' },
  'GET /criteria-sets': { self: true },
  'GET /criteria-sets/{id}': { as: 'standing' },
  'GET /assessment-rounds': { self: true },
  'GET /assessment-rounds/{id}': { as: 'standing' },
  'GET /assessment-rounds/{id}/compare': {
    as: 'standing',
    at: '/assessment-rounds/{assessment-rounds}/compare?set={shippedSet}',
  },
  'GET /assessments': { as: 'standing' },
  'GET /assessments/{id}': { as: 'commune' },
}

const CONTENT = {
  name: 'Bộ tiêu chí',
  basis: '',
  note: null,
  fromYear: 2025,
  untilYear: null,
  kinds: ['cooperative'],
  sectors: [],
  criteria: [],
  bands: [],
  exclusions: [],
}

export const ASSESSMENT_WRITES: Record<string, RouteCase> = {
  'POST /criteria-sets': {
    as: 'standing',
    body: {
      copyOf: '{shippedSet}',
      unitId: '{criteriaUnit}',
      name: 'Bộ tiêu chí',
      fromYear: 2026,
      isEdition: false,
    },
  },
  'PUT /criteria-sets/{id}': { as: 'standing', body: { ...CONTENT, version: 99 } },
  'POST /criteria-sets/{id}/issue': { as: 'standing', body: { version: 99 } },
  'POST /assessment-rounds': {
    as: 'standing',
    body: {
      unitId: '{criteriaUnit}',
      setId: '{criteria-sets}',
      year: 2024,
      name: 'Đánh giá HTX',
      selfUntilOn: '2026-04-01',
      communeUntilOn: '2026-04-10',
      untilOn: '2026-04-20',
      appealDays: 10,
    },
  },
  'POST /assessment-rounds/{id}/publish': { as: 'standing', body: { version: 99 } },
  'POST /assessment-rounds/{id}/rescore': {
    as: 'standing',
    body: { version: 99, setId: '{shippedSet}' },
  },
  'POST /assessments/{id}/deeds': {
    as: 'commune',
    body: { action: 'not_rate', text: 'Chưa đủ 12 tháng', version: 99 },
  },
}
