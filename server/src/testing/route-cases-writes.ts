import { PART_WRITES } from './route-cases-registry-parts.ts'
import { REGISTRY_WRITES } from './route-cases-registry.ts'
import { ASSESSMENT_WRITES } from './route-cases-assessments.ts'
import { DIFFICULTY_WRITES } from './route-cases-difficulties.ts'
import { SUPPORT_WRITES } from './route-cases-support.ts'
import { CHECK_WRITES } from './route-cases-entity-checks.ts'
import { ACTIVITY_WRITES } from './route-cases-activities.ts'
import { RECOGNITION_WRITES } from './route-cases-recognitions.ts'
import { LOAN_WRITES } from './route-cases-loans.ts'
import { PLAN_WRITES } from './route-cases-plans.ts'
import { REPORT_WRITES } from './route-cases-reports.ts'
import { RETURN_WRITES } from './route-cases-returns.ts'
import { YEAR_WRITES } from './route-cases-registry-years.ts'
import type { RouteCase } from './route-cases.ts'

/** Whoever may, comes further than the question who it is; in which state the record is does not count. */
const v = { version: 1 }
const standing = (body: object = v): RouteCase => ({ as: 'standing', body })
const chair = (body: object = v): RouteCase => ({ as: 'chair', body })
const department = (body: object = v): RouteCase => ({ as: 'department', body })
const notice = (step: string, as: string, body: object = v): RouteCase => ({
  as,
  body,
  at: `/documents/{notice}/notice${step}`,
})

const DAY = '2026-03-10'
const LATER = '2026-12-01'
const PROPOSAL = { standingAgencyId: '{agencies}', leaving: [], joining: [] }
const MEMBER = {
  name: 'Minh',
  office: 'Phó Giám đốc',
  part: 'member',
  agencyId: null,
  inChargeOf: null,
}
const CONGRESS = {
  number: 9,
  term: '2026 - 2031',
  heldOn: DAY,
  untilOn: '2031-03-10',
  place: null,
  delegates: null,
  memberUnits: null,
  resolution: null,
  resolutionId: null,
  charter: null,
  charterId: null,
}
const LIST = { fileId: '{files}', issuerId: '{committees}' }
const WISH = { action: 'order', wish: { kind: 'cancel' }, reason: 'Không còn phù hợp' }

export const WRITES: Record<string, RouteCase> = {
  ...PART_WRITES,
  ...REGISTRY_WRITES,
  ...YEAR_WRITES,
  ...PLAN_WRITES,
  ...REPORT_WRITES,
  ...RETURN_WRITES,
  ...DIFFICULTY_WRITES,
  ...ASSESSMENT_WRITES,
  ...CHECK_WRITES,
  ...LOAN_WRITES,
  ...RECOGNITION_WRITES,
  ...ACTIVITY_WRITES,
  ...SUPPORT_WRITES,
  'DELETE /sessions/{id}': standing(),
  'DELETE /tokens/{id}': standing(),
  'POST /second-factor/passkeys/{id}/remove': {
    as: 'standing',
    body: { password: 'hopluc-demo' },
    quiet: 422,
    at: '/second-factor/passkeys/{passkeys}/remove',
  },

  'POST /committees/{id}/decision-drafts': standing(PROPOSAL),
  'POST /committees/{id}/decisions': standing({
    ...PROPOSAL,
    ...v,
    decision: '2/QĐ-UBND',
    decidedOn: DAY,
    fromOn: DAY,
  }),
  'PATCH /committees/{id}/members/{memberId}': standing({ ...v, fromOn: DAY }),
  'POST /committees/{id}/members/{memberId}/end': standing({ ...v, untilOn: LATER }),
  'POST /committees/{id}/delegations': chair({
    accountId: '{departmentAccount}',
    agencyId: '{department}',
    title: 'Giám đốc',
    authority: '1/UQ-BCĐ',
    fromOn: DAY,
    untilOn: LATER,
  }),
  'POST /committees/{id}/delegations/{postId}/end': {
    as: 'chair',
    body: { untilOn: LATER },
    at: '/committees/{committees}/delegations/{delegation}/end',
    code: 'committees.no_such_member',
  },
  'PUT /committees/{id}/seats/{seatId}/duties': standing({
    ...v,
    fromOn: DAY,
    unitIds: [],
    entityIds: [],
  }),
  'PUT /committees/{id}/requirement': standing({
    ...v,
    isRequired: true,
    words: null,
    documentId: null,
    item: null,
    decidedSince: null,
  }),
  'POST /committees/{id}/reminders': standing({ unitIds: ['{commune}'], note: null }),
  'POST /committees/{id}/inspections': standing({
    seatId: null,
    unitId: '{commune}',
    entityId: null,
    subject: 'Sổ sách',
    place: null,
    plannedOn: LATER,
  }),
  'PATCH /inspections/{id}': standing(),
  'POST /inspections/{id}/record': standing({
    ...v,
    madeOn: DAY,
    place: null,
    present: null,
    findings: 'Đủ',
    nextOn: null,
    remedies: [],
  }),
  'POST /inspections/{id}/cancel': standing({ ...v, reason: 'Trùng lịch' }),
  'POST /inspections/{id}/remedies/{remedyId}/task': {
    as: 'standing',
    body: v,
    at: '/inspections/{madeInspection}/remedies/{remedyId}/task',
  },
  'POST /duties/{id}/meetings': standing({ metOn: DAY, place: null, note: 'Đã gặp' }),
  'POST /leaders': {
    as: 'commune',
    body: {
      holderName: 'Minh',
      holderOffice: 'Phó Chủ tịch',
      entityId: null,
      decision: null,
      fromOn: DAY,
    },
  },
  'POST /leaders/{id}/end': { as: 'commune', body: { ...v, untilOn: LATER } },
  'POST /committees/{id}/programmes': standing({ year: 2027, copyFrom: null }),
  'PUT /programmes/{id}/items': standing({ ...v, items: [] }),
  'POST /programmes/{id}/issue': standing({
    ...v,
    paper: '2/CTr-BCĐ',
    issuedOn: DAY,
    documentId: null,
  }),
  'POST /programmes/{id}/items/{itemId}/deeds': standing({
    ...v,
    deed: { action: 'cancel', note: 'Không còn cần' },
  }),
  'POST /alliances/{id}/congresses': { as: 'alliance', body: CONGRESS },
  'PATCH /alliances/{id}/congresses/{congressId}': { as: 'alliance', body: v },
  'POST /alliances/{id}/boards': {
    as: 'alliance',
    body: {
      kind: 'executive',
      version: 0,
      decision: 'Nghị quyết 1',
      decidedOn: DAY,
      fromOn: DAY,
      regulation: null,
      members: [MEMBER],
    },
  },

  'PUT /directives/{id}': standing(),
  'POST /directives/{id}/ask': standing({ ...v, question: 'Giao cơ quan nào?' }),
  'POST /directives/{id}/answer': chair({ ...v, answer: 'Sở Tài chính' }),
  'PUT /documents/{id}/notice': {
    ...notice('', 'standing'),
    from: { at: '/documents/{notice}/notice', key: 'content' },
  },
  'POST /documents/{id}/notice/submit': notice('/submit', 'standing'),
  'POST /documents/{id}/notice/approve': notice('/approve', 'chair'),
  'POST /documents/{id}/notice/return': notice('/return', 'chair', { ...v, note: 'Sửa mục 2' }),
  'POST /documents/{id}/notice/start-by-word': notice('/start-by-word', 'chair'),
  'POST /documents/{id}/notice/signed-paper': {
    ...notice('/signed-paper', 'standing'),
    upload: true,
  },
  'POST /documents/{id}/notice/issue': notice('/issue', 'standing', {
    ...v,
    number: 1,
    symbol: '1/TB-BCĐ',
    issuedOn: DAY,
    signerName: 'Minh',
  }),
  'POST /documents': standing({
    direction: 'outgoing',
    kind: 'TB',
    symbol: 'TB-BCĐ',
    abstract: 'Thử quyền',
    ownerId: '{committees}',
  }),
  'PATCH /documents/{id}': standing(),
  'POST /documents/{id}/steps': standing({ ...v, action: 'submit' }),
  'PUT /documents/{id}/readers': standing({ ...v, agencyIds: [] }),
  'POST /documents/{id}/links': standing({ ...v, toId: '{notice}', relation: 'answers' }),
  'POST /documents/{id}/unlinks': standing({ ...v, toId: '{notice}', relation: 'answers' }),
  'POST /documents/{id}/files': standing({ ...v, fileId: '{files}', part: 'attachment' }),
  'POST /documents/{id}/file-removals': standing({ ...v, fileId: '{files}' }),
  'POST /meetings': standing({ kind: 'committee', title: 'Họp thử', agencyId: '{committees}' }),
  'PATCH /meetings/{id}': standing(),
  'PUT /meetings/{id}/attendees': standing({ ...v, attendees: [] }),
  'POST /meetings/{id}/steps': standing({ ...v, action: 'cancel', note: 'Hoãn' }),
  'POST /meetings/{id}/drafts': standing({ ...v, paper: 'invitation' }),
  'PUT /readings/{id}/review': {
    as: 'standing',
    body: v,
    from: { at: '/readings/{readings}', key: 'review' },
  },
  'POST /readings/annotated': { self: true, body: {} },
  'POST /readings/{id}/confirm': standing(),
  'POST /readings/{id}/discard': standing(),
  'PUT /templates/{agencyId}': {
    as: 'standing',
    body: v,
    at: '/templates/{committees}',
    from: { at: '/templates/{committees}', key: 'words' },
  },
  'POST /templates/{agencyId}/reset': {
    as: 'standing',
    body: v,
    at: '/templates/{committees}/reset',
  },
  'POST /templates/{agencyId}/preview': {
    as: 'standing',
    body: { paper: 'notice' },
    at: '/templates/{committees}/preview',
    from: { at: '/templates/{committees}', key: 'words' },
  },

  'POST /dunning': standing({ taskIds: ['{lateTask}'], rung: 'reminder' }),
  'POST /dunning/texts': standing({ taskIds: ['{lateTask}'] }),
  'POST /dunning/letters': standing({ taskIds: ['{lateTask}'], answerBy: LATER }),
  'POST /matters': standing({ kind: 'meeting', id: '{meetings}' }),
  'POST /tasks': standing({
    issuerId: '{committees}',
    title: 'Thử quyền',
    leadIds: ['{department}'],
  }),
  'PUT /tasks/{id}': {
    as: 'standing',
    body: { ...v, title: 'Thử quyền', leadId: '{department}' },
    at: '/tasks/{draftTask}',
  },
  'POST /tasks/{id}/events': chair({ ...v, ...WISH }),
  'POST /tasks/bulk-events': chair({ tasks: [{ id: '{tasks}', version: 1 }], deed: WISH }),
  'POST /tasks/import/preview': standing(LIST),
  'POST /tasks/import': standing(LIST),
  'POST /tasks/{id}/persons': { as: 'leader', body: { postIds: ['{departmentPost}'] } },
  'POST /tasks/{id}/persons/{postId}/end': {
    as: 'leader',
    body: v,
    at: '/tasks/{tasks}/persons/{departmentPost}/end',
  },
  'POST /tasks/{id}/seen': { as: 'department', body: v },
  'POST /tasks/{id}/comments': department({ text: 'Thử quyền' }),
  'PUT /tasks/{id}/milestones': department({ ...v, milestones: [] }),
  'POST /tasks/{id}/opinion-rounds': department({
    ...v,
    title: 'Lấy ý kiến',
    text: 'Dự thảo',
    untilOn: LATER,
    agencyIds: ['{agencies}'],
  }),
  'POST /opinion-rounds/{id}/answers': department({ answer: 'agree' }),
  'POST /opinion-rounds/{id}/replies': department({ ...v, agencyId: '{department}', replies: [] }),
  'POST /opinion-rounds/{id}/close': department(),
  'POST /self-reviews': department({
    quarter: '2026-Q1',
    agencyId: '{department}',
    rows: [{ taskId: '{tasks}', verdict: 'valid' }],
  }),
}
