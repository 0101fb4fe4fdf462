import { NO_WORDS } from '@hopluc/shared/reading-words'
import { REGISTRY_ADMIN_WRITES } from './route-cases-registry.ts'
import { FIGURE_ADMIN_WRITES } from './route-cases-figures.ts'
import type { RouteCase } from './route-cases.ts'

const v = { version: 1 }
const admin = (body: object = v): RouteCase => ({ as: 'admin', body })
const DAY = '2026-03-10'
const LATER = '2026-12-01'
const UNIT = { kind: 'xã', name: 'Minh Thử', code: null, parentId: '{units}' }
const AGENCY = {
  unitId: '{units}',
  kind: 'office',
  name: 'Phòng Minh Thử',
  shortName: 'Phòng Thử',
  symbol: null,
  manner: 'assign',
  actsForId: null,
  needsApproval: false,
}
const POST = {
  role: 'officer',
  agencyId: '{agencies}',
  committeeId: null,
  title: 'Chuyên viên',
  authority: null,
  fromOn: DAY,
  untilOn: LATER,
}
const IMPORT = { kind: 'provinces', onDay: '2025-07-01', act: 'Nghị quyết', since: '2000-01-01' }
const ACT = { act: 'Nghị quyết số 1', onDay: LATER, title: 'Sắp xếp', plan: {} }

/** What is the administrator's of the installation alone. */
export const ADMIN_WRITES: Record<string, RouteCase> = {
  ...FIGURE_ADMIN_WRITES,
  ...REGISTRY_ADMIN_WRITES,
  'PUT /calendar': admin({ days: [{ on: DAY, name: 'Nghỉ bù', isOff: true }] }),
  'POST /sign-in-rules': admin({ name: 'session.hours', value: 8, fromOn: DAY, seen: 12 }),
  'POST /accounts': admin({ username: 'minh.thu', name: 'Minh Thử', post: POST }),
  'PATCH /accounts/{id}': admin(),
  'POST /accounts/{id}/posts': admin({ ...POST, ...v }),
  'POST /accounts/{id}/posts/{postId}/end': admin({ ...v, untilOn: LATER }),
  'DELETE /accounts/{id}/sessions': admin(),
  'DELETE /accounts/{id}/sessions/{sessionId}': { ...admin(), code: 'session.not_found' },
  'DELETE /accounts/{id}/tokens/{tokenId}': admin(),
  'POST /accounts/{id}/reset-link': admin(),
  'POST /accounts/{id}/sign-in-link': admin(),
  'POST /accounts/{id}/invitation': admin(),
  'DELETE /accounts/{id}/second-factor': { ...admin(), code: 'second_factor.not_found' },
  'POST /accounts/{id}/unlock': admin(),
  'POST /accounts/{id}/identities': {
    as: 'admin',
    body: { ...v, provider: 'vneid', value: '1' },
    code: 'accounts.no_such_provider',
  },
  'POST /accounts/{id}/identities/remove': admin({ ...v, identityId: '{identityId}' }),
  'POST /accounts/{id}/hand-overs': admin({ ...v, basis: 'Quyết định 1', note: null, takers: [] }),
  'PUT /accounts/{id}/contact': admin({ ...v, phone: '0292 0000 999' }),
  'POST /personal-data/fields/basis': admin({
    field: 'accounts.name',
    basis: 'Quyết định 1',
    seen: null,
  }),
  'POST /personal-data/deadlines': admin({ name: 'answer', days: 1, seen: 2 }),
  'POST /personal-data/reveal': admin({
    field: 'account_contacts.phone',
    recordId: '{accounts}',
    purpose: 'contact',
    words: 'Mời họp ngày 12/3',
  }),
  'POST /personal-data/requests': admin({
    kind: 'access',
    subjectId: '{accounts}',
    subjectName: 'Minh Thử',
    askerName: null,
    askerPhone: null,
    askerEmail: null,
    identifiedBy: 'paper',
    identityNote: 'Xem căn cước tại chỗ',
    text: 'Xin bản sao',
    receivedOn: DAY,
  }),
  'POST /personal-data/requests/{id}/steps': {
    ...admin({ ...v, action: 'answer', note: 'Đã gửi thư trả lời' }),
    at: '/personal-data/requests/{dataRequest}/steps',
  },
  'POST /personal-data/requests/{id}/search': {
    ...admin(),
    at: '/personal-data/requests/{dataRequest}/search',
  },
  'POST /personal-data/requests/{id}/copy': {
    ...admin({ with: ['accounts.name:{dataSubject}'] }),
    at: '/personal-data/requests/{dataRequest}/copy',
  },
  'POST /units': admin({ ...UNIT, level: 'commune', fromOn: DAY }),
  'PATCH /units/{id}': admin({ ...v, fromOn: DAY }),
  'POST /units/{id}/end': admin({ ...v, untilOn: LATER }),
  'POST /units/imports/preview': admin(IMPORT),
  'POST /units/imports': admin(IMPORT),
  'POST /agencies': admin({ ...AGENCY, fromOn: DAY }),
  'PATCH /agencies/{id}': admin({ ...v, fromOn: DAY }),
  'POST /agencies/{id}/end': admin({ ...v, untilOn: LATER }),
  'PUT /agencies/{id}/names': admin({ ...v, names: [] }),
  'POST /committees': admin({
    unitId: '{units}',
    name: 'Ban Chỉ đạo thử',
    shortName: 'BCĐ thử',
    symbol: null,
    decision: '1/QĐ-UBND',
    decidedOn: DAY,
    fromOn: DAY,
    standingAgencyId: '{agencies}',
    members: [],
  }),
  'POST /reorganisations': admin(ACT),
  'POST /reorganisations/plans': admin({ fileId: '{adminFile}', onDay: LATER }),
  'PUT /reorganisations/{id}': admin({ ...ACT, ...v }),
  'POST /reorganisations/{id}/preview': admin(),
  'POST /reorganisations/{id}/apply': admin(),
  'POST /reorganisations/{id}/schedule': admin(),
  'POST /reorganisations/{id}/unschedule': admin(),
  'POST /reorganisations/{id}/undo': admin(),
  'POST /retention-rules': admin({
    kind: 'task',
    paperKind: null,
    years: 10,
    basis: 'Quyết định số 1',
    fromOn: DAY,
  }),
  'POST /retention-rules/{id}/end': admin({ untilOn: LATER }),
  'POST /purges': admin({
    decision: '9/QĐ-UBND',
    decidedOn: DAY,
    decidedBy: 'UBND tỉnh',
    ground: 'secret',
    fileId: '{adminFile}',
    lines: ['5/TB'],
    ruleIds: [],
  }),
  'POST /purges/{id}/drop': { ...admin(), at: '/purges/{donePurge}/drop' },
  'POST /purges/{id}/confirm': admin({ ...v, decision: 'Mật danh' }),
  'PUT /numbering': admin({ ...v, kinds: [] }),
  'PUT /reading-words': admin({ ...v, words: NO_WORDS }),
}
