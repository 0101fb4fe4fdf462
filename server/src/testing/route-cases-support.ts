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
    where p.agency_id = me.agency order by s.id limit 1) as "support-calls"`

export const SUPPORT_READS: Record<string, RouteCase> = {
  'GET /support-programmes': { as: 'standing' },
  'GET /support-calls/{id}/ranking': { as: 'standing' },
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

export const SUPPORT_OWN_WRITES: Record<string, RouteCase> = {
  'POST /support-programmes': {
    self: true,
    body: { ...PROGRAMME, id: '0198b000-0000-7000-8000-000000000001' },
  },
}

export const SUPPORT_WRITES: Record<string, RouteCase> = {
  'PUT /support-programmes/{id}': { as: 'standing', body: { ...PROGRAMME, version: 99 } },
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
