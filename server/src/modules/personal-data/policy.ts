import type { DataRequestAction, DataRequestState } from '@hopluc/shared/personal-data'
import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions } from '../identity/index.ts'

const ADMIN: readonly Role[] = ['admin']
const OFFICERS: readonly Role[] = [
  'chair',
  'delegate',
  'standing',
  'leader',
  'clerk',
  'officer',
  'observer',
  'admin',
]
const EVERYONE: readonly Role[] = [...OFFICERS, 'cooperative']

declarePermissions({
  module: 'personal-data',
  vi: 'Dữ liệu cá nhân',
  en: 'Personal data',
  actions: {
    'personal.read': {
      vi: 'Xem đầy đủ dữ liệu cá nhân đã che, có nêu mục đích',
      en: 'Read masked personal data in full, with a purpose',
      // All that some masked field names; each field has its own.
      roles: EVERYONE,
    },
    'personal.request': {
      vi: 'Gửi yêu cầu về dữ liệu cá nhân của mình',
      en: 'Ask about one’s own personal data',
      roles: EVERYONE,
    },
    'personal.change_contact': {
      vi: 'Sửa số điện thoại, thư điện tử của mình',
      en: 'Change one’s own phone and e-mail',
      roles: EVERYONE,
    },
    'personal.register': {
      vi: 'Tiếp nhận yêu cầu của chủ thể dữ liệu',
      en: 'Enter a request of a data subject',
      roles: ADMIN,
    },
    'personal.answer': {
      vi: 'Phản hồi yêu cầu của chủ thể dữ liệu',
      en: 'Answer a request of a data subject',
      roles: ADMIN,
    },
    'personal.extend': {
      vi: 'Gia hạn giải quyết yêu cầu',
      en: 'Extend the time of a request',
      roles: ADMIN,
    },
    'personal.search': {
      vi: 'Tìm dữ liệu đang giữ về một người theo yêu cầu',
      en: 'Search what is kept of a person, for a request',
      roles: ADMIN,
    },
    'personal.correct': {
      vi: 'Sửa, xóa dữ liệu cá nhân theo yêu cầu',
      en: 'Correct or delete personal data on request',
      roles: ADMIN,
    },
    'personal.complete': {
      vi: 'Hoàn thành yêu cầu của chủ thể dữ liệu',
      en: 'Complete a request of a data subject',
      roles: ADMIN,
    },
    'personal.refuse': {
      vi: 'Từ chối yêu cầu của chủ thể dữ liệu',
      en: 'Refuse a request of a data subject',
      roles: ADMIN,
    },
    'personal.lift': { vi: 'Bỏ hạn chế xử lý', en: 'Lift a restriction', roles: ADMIN },
    'personal.set_deadline': {
      vi: 'Đặt thời hạn giải quyết yêu cầu của chủ thể dữ liệu',
      en: 'Set the deadlines of requests of data subjects',
      roles: ADMIN,
    },
    'personal.set_basis': {
      vi: 'Ghi căn cứ pháp lý của dữ liệu cá nhân',
      en: 'State the legal basis of personal data',
      roles: ADMIN,
    },
  },
  deeds: {
    // Whoever reads a list may save it; what was taken away, for what, is kept.
    'personal.export': { vi: 'Xuất dữ liệu cá nhân', en: 'Take personal data away' },
  },
})

/** The administrator is in charge of personal data of the installation. */
export function mayKeepRequests(actor: Actor): boolean {
  return actor.role === 'admin'
}

const FROM: Record<DataRequestAction, readonly DataRequestState[]> = {
  answer: ['received'],
  extend: ['answered'],
  correct: ['received', 'answered'],
  complete: ['answered'],
  refuse: ['received', 'answered'],
  lift: ['completed'],
}

/** What may be done with a request as it stands. */
export function allowedOnRequest(
  actor: Actor,
  request: { state: DataRequestState; isExtended: boolean; isRestricting: boolean },
): DataRequestAction[] {
  if (!mayKeepRequests(actor)) return []
  const actions: DataRequestAction[] = ['answer', 'extend', 'correct', 'complete', 'refuse', 'lift']
  return actions.filter(
    (action) =>
      FROM[action].includes(request.state) &&
      !(action === 'extend' && request.isExtended) &&
      !(action === 'lift' && !request.isRestricting),
  )
}
