import { DocumentAction, type DocumentState } from '@hopluc/shared/documents'
import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions } from '../identity/index.ts'
import { canApply } from './domain.ts'

/** Works on papers: those who prepare in a committee's name, and the people of an office. */
const PREPARES: readonly Role[] = ['standing', 'chair', 'delegate', 'leader', 'clerk', 'officer']
/** Gives numbers and takes in signed papers: văn thư, the standing officer, and who signs. */
const ISSUES: readonly Role[] = ['standing', 'chair', 'delegate', 'leader', 'clerk']

/** Role × action, as the app shows it to everyone. */
export const MAY: Record<DocumentAction, readonly Role[]> = {
  edit: PREPARES,
  attach: PREPARES,
  link: PREPARES,
  give_readers: PREPARES,
  ask_opinions: PREPARES,
  ask_appraisal: PREPARES,
  submit: PREPARES,
  redraft: PREPARES,
  issue: ISSUES,
  expire: ISSUES,
}

declarePermissions({
  module: 'documents',
  vi: 'Văn bản',
  en: 'Documents',
  actions: {
    'document.register': { vi: 'Đăng ký văn bản', en: 'Register a document', roles: PREPARES },
    'document.edit': { vi: 'Sửa thông tin văn bản', en: 'Edit a document', roles: MAY.edit },
    'document.attach': { vi: 'Đính kèm, gỡ tệp', en: 'Put files on a document', roles: MAY.attach },
    'document.link': { vi: 'Liên kết văn bản', en: 'Link documents', roles: MAY.link },
    'document.give_readers': {
      vi: 'Chọn nơi được xem',
      en: 'Say who may see a document',
      roles: MAY.give_readers,
    },
    'document.ask_opinions': {
      vi: 'Lấy ý kiến dự thảo',
      en: 'Ask for opinions',
      roles: MAY.ask_opinions,
    },
    'document.ask_appraisal': {
      vi: 'Gửi thẩm định',
      en: 'Send for appraisal',
      roles: MAY.ask_appraisal,
    },
    'document.submit': { vi: 'Trình ký', en: 'Submit for signing', roles: MAY.submit },
    'document.redraft': {
      vi: 'Lập dự thảo tiếp theo',
      en: 'Begin the next draft',
      roles: MAY.redraft,
    },
    'document.issue': { vi: 'Ghi nhận ban hành', en: 'Take in the signed paper', roles: MAY.issue },
    'document.expire': {
      vi: 'Ghi nhận hết hiệu lực',
      en: 'Note that it is no longer in force',
      roles: MAY.expire,
    },
  },
  deeds: {
    'file.state_open': {
      vi: 'Xác nhận bản quét không phải tài liệu mật',
      en: 'State that a scan is no secret',
    },
    'document.register_stub': { vi: 'Ghi sổ theo số, ngày', en: 'Register by number and day' },
    'document.complete': { vi: 'Bổ sung văn bản đã ghi sổ', en: 'Complete a registered document' },
  },
})

/** A register is kept by the people of the body that owns it. */
interface Subject {
  isOwn: boolean
}

export function mayRegister(actor: Actor): boolean {
  return PREPARES.includes(actor.role)
}

export function may(actor: Actor, action: DocumentAction, document: Subject): boolean {
  return document.isOwn && MAY[action].includes(actor.role)
}

export function allowedActions(
  actor: Actor,
  document: Subject & { state: DocumentState; isStub: boolean; hasNotice: boolean },
): DocumentAction[] {
  return DocumentAction.options.filter(
    (action) =>
      may(actor, action, document) &&
      canApply(action, document.state) &&
      !(document.isStub && NOT_FOR_STUBS.includes(action)) &&
      !(document.hasNotice && ON_ITS_OWN_PAGE.includes(action)),
  )
}

const NOT_FOR_STUBS: readonly DocumentAction[] = ['attach', 'expire', 'give_readers']
/** A conclusion notice gives tasks: it is submitted and issued where these are looked at. */
const ON_ITS_OWN_PAGE: readonly DocumentAction[] = [
  'ask_opinions',
  'ask_appraisal',
  'submit',
  'redraft',
  'issue',
]
