import { sql } from 'kysely'
import type { RouteCase } from './route-cases.ts'

/** Of the demo: what waits at the commune. */
export const difficultyIds = sql`
  (select d.id from difficulties d join posts p on true join agency_versions v on v.agency_id = p.agency_id
    and v.acts_for_id = d.handler_id join accounts a on a.id = p.account_id
    where a.username = 'commune' and d.state = 'waiting' limit 1) as difficulties,
  (select id from difficulty_topics order by position limit 1) as topic`

export const DIFFICULTY_READS: Record<string, RouteCase> = {
  'GET /difficulties': { as: 'standing' },
  'GET /difficulties/board': { as: 'standing' },
  'GET /difficulties/choices': { self: true },
  'GET /difficulties/settings': { as: 'standing' },
  'GET /difficulties/settings/agencies': { all: 'the organisation is known to everyone signed in' },
  'GET /difficulties/{id}': { as: 'commune' },
  'GET /difficulties/{id}/options': { as: 'commune' },
  'GET /dialogues': { as: 'standing' },
}

export const DIFFICULTY_OWN_WRITES: Record<string, RouteCase> = {
  'POST /difficulties': {
    self: true,
    body: { topicId: '{topic}', text: 'Thiếu vốn', unitId: '{ownCommune}' },
  },
  // Of the acting person's own commune: another's cannot be named.
  'POST /dialogues': { self: true, body: { heldOn: '2099-03-10' } },
}

export const DIFFICULTY_WRITES: Record<string, RouteCase> = {
  'POST /difficulties/{id}/deeds': {
    as: 'commune',
    body: { action: 'answer', text: 'Đã xử lý', version: 99 },
  },
  'PUT /difficulties/topics/{id}': {
    as: 'admin',
    at: '/difficulties/topics/{topic}',
    body: { name: 'Vốn', english: 'Capital', firstLevel: 'department', version: 1 },
  },
  'PUT /difficulties/terms/{level}': {
    as: 'admin',
    at: '/difficulties/terms/commune',
    body: { answerDays: 12, transferDays: 5 },
  },
  'PUT /difficulties/rules': {
    as: 'standing',
    body: { unitId: '{ownCommune}', topicId: null, level: 'department', agencyId: null },
  },
  'POST /meetings/{id}/difficulties': {
    as: 'standing',
    body: { difficultyIds: ['{difficulties}'] },
  },
}
