import type { RouteCase } from './route-cases.ts'

const DAY = '2026-03-10'
const YEAR = 2026
const at = (path: string, more: { file?: true } = {}): RouteCase => ({
  as: 'standing',
  at: path,
  ...more,
})
const standing = (body: object, path?: string): RouteCase => ({
  as: 'standing',
  body,
  ...(path && { at: path }),
})
const WORK = { dueOn: null, candidateName: null, founders: null, advisedBy: null, note: null }

export const YEAR_READS: Record<string, RouteCase> = {
  'GET /entities/proposals': { as: 'standing' },
  'GET /entities/{id}/proposals': { as: 'standing' },
  'GET /entities/confirmations': { as: 'standing' },
  'GET /entities/confirmations/progress': { as: 'standing' },
  'GET /entities/{id}/confirmation': { as: 'standing' },
  'GET /entities/worklist': { as: 'standing' },
  'GET /entities/worklist/sums': { as: 'standing' },
  'GET /entities/worklist/suggestions': { as: 'standing' },
  'GET /entities/forms': { all: 'the same for everyone' },
  'GET /entities/forms/summary': { as: 'standing', file: true },
  'GET /entities/{id}/form': at('/entities/{entities}/form', { file: true }),
  'GET /entities/{id}/sheet': at('/entities/{entities}/sheet', { file: true }),
  'GET /views': { self: true },
}

export const YEAR_WRITES: Record<string, RouteCase> = {
  'POST /entities/{id}/proposals': {
    as: 'cooperative',
    at: '/entities/{ownEntity}/proposals',
    body: { fromOn: DAY, attributes: { phone: '0299 000 0199' }, reason: 'Đổi số' },
  },
  'POST /entities/{id}/proposals/{proposalId}/decision': standing(
    { version: 1, entityVersion: 1, accept: [], fromOn: DAY, reason: 'Chưa rõ' },
    '/entities/{entities}/proposals/{proposal}/decision',
  ),
  'POST /entities/{id}/proposals/{proposalId}/withdrawal': {
    as: 'cooperative',
    at: '/entities/{ownEntity}/proposals/{ownProposal}/withdrawal',
    body: { version: 1 },
  },
  'POST /entities/confirmations': standing({
    year: YEAR,
    entityIds: ['{entities}'],
    note: 'Văn bản 12/HTX',
  }),
  'POST /entities/confirmations/taken-back': standing({
    year: YEAR,
    entityIds: ['{entities}'],
    reason: 'Ghi nhầm',
  }),
  'POST /entities/confirmations/national': standing({
    year: YEAR,
    entityIds: ['{entities}'],
    on: DAY,
  }),
  'POST /entities/confirmations/reminders': standing({ year: YEAR }),
  'POST /entities/worklist': standing({
    ...WORK,
    year: YEAR,
    kind: 'congress',
    entityId: '{entities}',
  }),
  'PATCH /entities/worklist/{workId}': standing(
    { ...WORK, version: 1, state: 'doing' },
    '/entities/worklist/{work}',
  ),
  'POST /entities/worklist/{workId}/done': standing(
    { version: 1, eventId: '{congressEvent}' },
    '/entities/worklist/{work}/done',
  ),
  'DELETE /views/{id}': standing({}, '/views/{views}'),
}

/** A person's own: anybody may. */
export const YEAR_OWN_WRITES: Record<string, RouteCase> = {
  'POST /views': { self: true, body: { list: 'registry', name: 'Của tôi', search: { q: 'minh' } } },
}
