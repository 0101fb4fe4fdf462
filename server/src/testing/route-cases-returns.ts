import { sql } from 'kysely'
import type { RouteCase } from './route-cases.ts'

/** The demo's round of the quarter with its form, the return that is open, one that was accepted. */
const ofCommune = sql`select r.id from returns r join posts p on true join agency_versions v
  on v.agency_id = p.agency_id and v.acts_for_id = r.agency_id
  join accounts a on a.id = p.account_id where a.username = 'commune'`
export const returnIds = sql`
  (select o.form_id from rounds o join returns r on r.round_id = o.id where r.id in (${ofCommune}) limit 1) as "reportForm",
  (select r.round_id from returns r where r.id in (${ofCommune}) limit 1) as rounds,
  (${ofCommune} limit 1) as returns,
  (select return_id from return_invites limit 1) as "ownReturn",
  (select r.id from returns r join rounds o on o.id = r.round_id
    where o.state = 'open' and r.state = 'accepted' limit 1) as "acceptedReturn"`

const COMMUNE = { as: 'commune' } as const
const FORM = {
  code: 'Biểu thử',
  name: 'Biểu thử',
  definition: {
    sections: [
      {
        kind: 'grid',
        key: 'a',
        title: 'A',
        rows: 'indicators',
        indicators: [{ code: 'H8', columns: ['done'] }],
      },
    ],
  },
}
const ROUND = {
  formId: '{reportForm}',
  period: { kind: 'quarter', year: 2026, part: 2 },
  asked: { by: 'level', level: 'commune', unitId: '{units}' },
}
const OWN = '/own-returns/{ownReturn}/{ownEntity}'

export const RETURN_READS: Record<string, RouteCase> = {
  'GET /report-forms': { as: 'standing' },
  'GET /report-forms/{id}': { as: 'standing', at: '/report-forms/{reportForm}' },
  'GET /rounds': { as: 'standing' },
  'GET /rounds/{id}': { as: 'standing' },
  'GET /rounds/{id}/returns': { as: 'standing' },
  'GET /returns': { as: 'standing' },
  'GET /returns/{id}': COMMUNE,
  'GET /returns/{id}/print': { as: 'commune', file: true },
  'GET /returns/{id}/excel': { as: 'commune', file: true },
  'GET /own-returns': { as: 'cooperative' },
  'GET /own-returns/{id}/{entityId}': { as: 'cooperative', at: OWN },
}

export const RETURN_OWN_WRITES: Record<string, RouteCase> = {
  'POST /report-forms': { self: true, body: FORM },
  'POST /report-forms/check': { self: true, body: { definition: FORM.definition } },
}

export const RETURN_WRITES: Record<string, RouteCase> = {
  'PUT /report-forms/{id}': {
    as: 'standing',
    at: '/report-forms/{reportForm}',
    body: { version: 99, ...FORM },
  },
  'POST /report-forms/{id}/retire': {
    as: 'standing',
    at: '/report-forms/{reportForm}/retire',
    body: { version: 99, isRetired: true },
  },
  'POST /rounds': { as: 'standing', body: ROUND },
  'POST /rounds/preview': { as: 'standing', body: ROUND },
  'PATCH /rounds/{id}': {
    as: 'standing',
    body: {
      version: 99,
      title: 'Thử',
      deadlines: [{ level: 'commune', dueOn: '2026-03-20' }],
      checkDueOn: null,
      paper: null,
    },
  },
  'POST /rounds/{id}/close': { as: 'standing', body: { version: 99, isClosed: true } },
  'POST /rounds/{id}/reminders': { as: 'standing', body: { returnIds: [] } },
  'PATCH /returns/{id}/cells': {
    as: 'commune',
    body: { client: '00000000-0000-7000-8000-00000000cccc', n: 1, edits: [] },
  },
  'POST /returns/{id}/deeds': { as: 'commune', body: { action: 'send', version: 99 } },
  'POST /returns/{id}/excel': { as: 'commune', body: {}, upload: true },
  'PUT /returns/{id}/signed': { as: 'commune', body: {}, upload: true },
  'PUT /own-returns/{id}/{entityId}': {
    as: 'cooperative',
    at: OWN,
    body: { cells: [{ indicatorId: '{returns}', breakdownId: 0, value: 1 }] },
  },
}
