import { sql } from 'kysely'
import type { RouteCase } from './route-cases.ts'

/** Of today's plan of the demo, and of targets by which routes are tried. */
export const planIds = sql`
  (select id from plans where body_id = me.committee and state = 'issued' limit 1) as plans,
  (select id from plans where body_id = me.committee and kind = 'year' limit 1) as "yearPlan",
  (select t.id from targets t join plans p on p.id = t.plan_id where p.body_id = me.committee
    and t.counted ->> 'rule' = 'founded' limit 1) as targets,
  (select t.id from targets t join plans p on p.id = t.plan_id where p.body_id = me.committee
    and jsonb_array_length(t.counted -> 'wholes') = 2 limit 1) as "shareTarget",
  (select id from support_policies where body_id = me.committee limit 1) as "ownPolicy",
  (select n.agency_id from plan_needs n join agency_versions v on v.acts_for_id = n.agency_id
    join posts o on o.agency_id = v.agency_id join accounts a on a.id = o.account_id
    where a.username = 'commune' limit 1) as "needAgency",
  (select v.unit_id from posts o join accounts a on a.id = o.account_id join agency_versions v
    on v.agency_id = o.agency_id where a.username = 'commune' and date '2026-03-10' between o.from_on and o.until_on
    and date '2026-03-10' between v.from_on and v.until_on limit 1) as "ownCommune"`

const POLICY = '01980000-0000-7000-8000-0000000000e1'
const STANDING: RouteCase = { as: 'standing' }
const standing = (body: object, at?: string): RouteCase => ({
  as: 'standing',
  body,
  ...(at && { at }),
})
const COUNTED = { by: 'register', rule: 'founded' }
const AIM = { as: 'number', bounds: [{ year: null, bound: { op: 'at_least', value: 5 } }] }
const TARGET = {
  words: 'Thành lập mới từ 5 HTX',
  measure: 'HTX',
  expression: AIM,
  counted: COUNTED,
}
const PLAN = {
  kind: 'year',
  unitId: '{units}',
  title: 'Kế hoạch năm',
  fromOn: '2026-01-01',
  untilOn: '2026-12-31',
}

export const PLAN_READS: Record<string, RouteCase> = {
  'GET /plans': STANDING,
  'GET /plans/{id}': STANDING,
  'GET /plans/{id}/proposals': STANDING,
  'GET /plans/{id}/needs': { as: 'standing', at: '/plans/{yearPlan}/needs' },
  'GET /support-policies': STANDING,
  'GET /targets/summary': STANDING,
  'GET /targets/{id}': STANDING,
}

export const PLAN_WRITES: Record<string, RouteCase> = {
  'POST /plans': standing({ ...PLAN, bodyId: '{committees}' }),
  'PATCH /plans/{id}': standing({ ...PLAN, version: 1 }),
  'POST /plans/{id}/deeds': standing({ action: 'open', version: 1 }),
  'DELETE /plans/{id}': standing({}, '/plans/{plans}?version=1'),
  'POST /plans/{id}/needs': {
    as: 'commune',
    at: '/plans/{yearPlan}/needs',
    body: { agencyId: '{needAgency}', seenAt: null, lines: [{ policyId: POLICY, amount: 1 }] },
  },
  'POST /plans/{id}/reminders': standing({}, '/plans/{yearPlan}/reminders'),
  'PUT /plans/{id}/policies': standing(
    { version: 99, policyIds: [] },
    '/plans/{yearPlan}/policies',
  ),
  'PUT /plans/{id}/funds': standing({ version: 99, items: [] }, '/plans/{yearPlan}/funds'),
  'POST /support-policies': standing({ bodyId: '{committees}', name: 'Hỗ trợ riêng' }),
  'PATCH /support-policies/{id}': standing(
    { version: 99, name: 'Hỗ trợ riêng', isEnded: false },
    '/support-policies/{ownPolicy}',
  ),
  'POST /plans/{id}/targets': standing({ ...TARGET, planVersion: 1 }),
  'PATCH /targets/{id}': { as: 'chair', body: { ...TARGET, version: 99, paper: '15/KH-UBND' } },
  'DELETE /targets/{id}': standing({}, '/targets/{targets}?version=99'),
  'PUT /targets/{id}/allotments': standing({ version: 1, items: [] }),
  'POST /targets/{id}/registrations': {
    as: 'commune',
    body: { unitId: '{ownCommune}', amount: 1 },
  },
  'POST /targets/{id}/whole': standing(
    { version: 1, whole: 0, note: 'Theo hướng dẫn' },
    '/targets/{shareTarget}/whole',
  ),
  'POST /targets/{id}/explanations': standing({
    version: 99,
    agencyIds: ['{department}'],
    dueOn: '2026-04-30',
    text: 'Nêu nguyên nhân.',
  }),
  'POST /targets/{id}/tasks': standing({ taskId: '{tasks}' }),
}
