import { sql } from 'kysely'
import type { RouteCase } from './route-cases.ts'

/** Of the demo: what the Department of Finance runs, its open call, what was asked for there and by whom. */
export const supportIds = sql`
  (select s.id from support_applications s join support_programmes p on p.id = s.programme_id
    where p.agency_id = me.agency and s.state = 'submitted' order by s.id limit 1) as "support-applications",
  (select s.entity_id from support_applications s join support_programmes p on p.id = s.programme_id
    where p.agency_id = me.agency order by s.id limit 1) as "support-entities",
  (select s.programme_id from support_applications s join support_programmes p on p.id = s.programme_id
    where p.agency_id = me.agency order by s.id limit 1) as "support-programmes",
  (select s.call_id from support_applications s join support_programmes p on p.id = s.programme_id
    where p.agency_id = me.agency order by s.id limit 1) as "support-calls",
  (select id from courses where agency_id = me.agency order by attended desc limit 1) as courses,
  (select p.id from course_people p where p.attended <> '{}' and p.course_id = (select id from courses
    where agency_id = me.agency order by attended desc limit 1) order by p.id limit 1) as "course-people",
  (select id from graduates where agency_id = me.agency and outcome = 'working' limit 1) as graduates,
  (select id from wage_floors where agency_id = me.agency limit 1) as "wage-floors",
  (select id from trade_events where agency_id = me.agency order by from_on limit 1) as "trade-events"`

export const SUPPORT_READS: Record<string, RouteCase> = {
  'GET /support-programmes': { as: 'standing' },
  'GET /support-calls/{id}/ranking': { as: 'standing' },
  'GET /courses': { as: 'standing' },
  'GET /courses/{id}': { as: 'standing' },
  'GET /course-people': {
    as: 'standing',
    at: '/course-people?course={courses}&purpose=report',
    file: true,
  },
  'GET /graduates': { as: 'standing' },
  'GET /graduates/{id}': { as: 'standing' },
  'GET /trade-events': { as: 'standing' },
  'GET /trade-events/{id}': { as: 'standing' },
  'GET /support-entities/own': { self: true },
  'GET /support-entities/{id}': { as: 'standing' },
  'GET /support-applications': { as: 'standing' },
  'GET /support-applications/{id}': { as: 'department' },
  'GET /support-applications/{id}/decision': { as: 'standing', file: true },
}

const PROGRAMME = {
  kind: 'machinery',
  name: 'Chương trình thử',
  legalBasis: 'Nghị quyết thử',
  fromOn: '2026-01-01',
  untilOn: '2026-12-31',
  sources: [],
  rule: [],
  priority: [],
  checklist: [],
  maxAmount: null,
  appraiserIds: [],
  isEnded: false,
}

const COURSE = {
  programmeId: null,
  title: 'Lớp thử',
  topic: '',
  audience: '',
  place: '',
  fund: '',
  fromOn: '2026-05-02',
  untilOn: '2026-05-03',
  sessions: 2,
  places: 10,
  plannedCost: null,
  cost: null,
  isCancelled: false,
}

const GRADUATE = {
  entityId: '{support-entities}',
  programmeId: null,
  name: 'Minh Văn Dũng',
  birthYear: null,
  training: '',
  post: 'Kế toán',
  decision: '1/QĐ',
  fromOn: '2026-03-01',
  untilOn: '2026-02-01',
  region: 2,
  monthly: 1,
}
const EVENT = {
  programmeId: null,
  name: 'Sự kiện thử',
  kind: 'fair',
  place: '',
  fund: '',
  fromOn: '2026-05-02',
  untilOn: '2026-05-03',
  cost: null,
  note: '',
}

export const SUPPORT_OWN_WRITES: Record<string, RouteCase> = {
  'POST /support-programmes': {
    self: true,
    body: { ...PROGRAMME, id: '0198b000-0000-7000-8000-000000000001' },
  },
  'POST /trade-events': {
    self: true,
    body: { ...EVENT, id: '0198b000-0000-7000-8000-000000000007' },
  },
  'POST /wage-floors': {
    self: true,
    body: {
      id: '0198b000-0000-7000-8000-000000000008',
      region: 4,
      fromOn: '2026-01-01',
      monthly: 1,
      legalBasis: 'Nghị định thử',
    },
  },
  'POST /courses': { self: true, body: { ...COURSE, id: '0198b000-0000-7000-8000-000000000004' } },
}

export const SUPPORT_WRITES: Record<string, RouteCase> = {
  'PUT /support-programmes/{id}': { as: 'standing', body: { ...PROGRAMME, version: 99 } },
  'DELETE /wage-floors/{id}': { as: 'standing' },
  'POST /graduates': {
    as: 'standing',
    quiet: 422, // of the same words for another area
    body: { ...GRADUATE, id: '0198b000-0000-7000-8000-000000000009' },
  },
  'POST /graduates/{id}/deeds': {
    as: 'standing',
    body: {
      action: 'end',
      id: '0198b000-0000-7000-8000-000000000010',
      outcome: 'left',
      on: '2026-03-01',
      version: 99,
    },
  },
  'PUT /trade-events/{id}': { as: 'standing', body: { ...EVENT, version: 99 } },
  'PUT /trade-events/{id}/participants/{entityId}': {
    as: 'standing',
    at: '/trade-events/{trade-events}/participants/{support-entities}',
    body: { products: '', agreements: 0, contracts: 0, value: 0, version: 99 },
  },
  'PUT /courses/{id}': { as: 'standing', body: { ...COURSE, version: 99 } },
  'POST /courses/{id}/people': {
    as: 'standing',
    body: {
      id: '0198b000-0000-7000-8000-000000000005',
      entityId: '0198b000-0000-7000-8000-000000000006',
      name: 'Minh Văn Dũng',
      post: '',
    },
  },
  'DELETE /courses/{id}/people/{personId}': {
    as: 'standing',
    at: '/courses/{courses}/people/{course-people}',
  },
  'POST /courses/{id}/attendance': {
    as: 'standing',
    body: { session: 1, personIds: [], version: 99 },
  },
  'POST /courses/{id}/certificates': {
    as: 'standing',
    body: { on: '2026-03-01', items: [{ personId: '{department}', number: '9' }], version: 99 },
  },
  'POST /support-calls': {
    as: 'standing',
    body: {
      id: '0198b000-0000-7000-8000-000000000002',
      programmeId: '{support-programmes}',
      name: 'Đợt 9',
      opensOn: '2026-05-01',
      closesOn: '2026-04-01',
      budget: null,
    },
  },
  'POST /support-applications': {
    as: 'cooperative',
    body: {
      id: '0198b000-0000-7000-8000-000000000003',
      callId: '{support-calls}',
      title: 'Mua máy cấy',
      asked: 900_000_000_000,
      ownCapital: 1,
      checks: [],
    },
  },
  'POST /support-applications/{id}/opinions': {
    as: 'department',
    body: { isFor: true, amount: null, text: 'Đồng ý', version: 99 },
  },
  'POST /support-applications/{id}/deeds': {
    as: 'standing',
    body: { action: 'refuse', reason: 'Hết kinh phí', version: 99 },
  },
}
