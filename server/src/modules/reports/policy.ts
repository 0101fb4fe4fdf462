import type { DocumentState } from '@hopluc/shared/documents'
import type { ReportAction } from '@hopluc/shared/reports'
import type { Role } from '@hopluc/shared/session'
import type { Actor } from '../../platform/context.ts'
import { declarePermissions } from '../identity/index.ts'

/** Who writes papers in their body's name, and who gives these numbers. */
const PREPARES: readonly Role[] = ['standing', 'chair', 'delegate', 'leader', 'clerk', 'officer']
const ISSUES: readonly Role[] = ['standing', 'chair', 'delegate', 'leader', 'clerk']

const MAY: Record<ReportAction, readonly Role[]> = {
  write: PREPARES,
  make: PREPARES,
  submit: PREPARES,
  redraft: PREPARES,
  take_signed: ISSUES,
  issue: ISSUES,
  correct: PREPARES,
}

const FROM: Record<ReportAction, readonly DocumentState[]> = {
  write: ['draft'],
  make: ['draft'],
  submit: ['draft'],
  redraft: ['submitted'],
  take_signed: ['draft', 'submitted'],
  issue: ['draft', 'submitted'],
  correct: ['issued'],
}

declarePermissions({
  module: 'reports',
  vi: 'Báo cáo bằng văn bản',
  en: 'Written reports',
  actions: {
    'report.create': { vi: 'Lập báo cáo', en: 'Begin a report', roles: PREPARES },
    'report.write': { vi: 'Viết phần lời của báo cáo', en: 'Write a report', roles: MAY.write },
    'report.make': { vi: 'Kết xuất báo cáo', en: 'Make a report', roles: MAY.make },
    'report.submit': { vi: 'Trình ký báo cáo', en: 'Submit a report', roles: MAY.submit },
    'report.redraft': { vi: 'Rút báo cáo để sửa', en: 'Take a report back', roles: MAY.redraft },
    'report.take_signed': {
      vi: 'Nhận bản báo cáo đã ký',
      en: 'Take in the signed report',
      roles: MAY.take_signed,
    },
    'report.issue': { vi: 'Ghi nhận ban hành báo cáo', en: 'Issue a report', roles: MAY.issue },
    'report.correct': {
      vi: 'Lập báo cáo thay thế báo cáo đã ban hành',
      en: 'Correct an issued report',
      roles: MAY.correct,
    },
    'report_template.add': {
      vi: 'Đưa lên mẫu báo cáo',
      en: 'Add a template of reports',
      roles: PREPARES,
    },
    'report_template.change': {
      vi: 'Thay mẫu báo cáo',
      en: 'Replace a template of reports',
      roles: PREPARES,
    },
    'report_template.end': {
      vi: 'Thôi dùng mẫu báo cáo',
      en: 'End a template of reports',
      roles: PREPARES,
    },
  },
})

export const mayPrepare = (actor: Actor): boolean => PREPARES.includes(actor.role)

interface Subject {
  isOwn: boolean
  state: DocumentState
  madeSeq: number
}

export function may(
  actor: Actor,
  action: ReportAction,
  { isOwn }: Pick<Subject, 'isOwn'>,
): boolean {
  return isOwn && MAY[action].includes(actor.role)
}

/** Whether the state of a report lets it be done. */
export function can(action: ReportAction, { state, madeSeq }: Omit<Subject, 'isOwn'>): boolean {
  const isMade = madeSeq > 0 || action === 'write' || action === 'make'
  return isMade && FROM[action].includes(state)
}

export function allowedActions(actor: Actor, report: Subject): ReportAction[] {
  const all: readonly ReportAction[] = [
    'write',
    'make',
    'submit',
    'redraft',
    'take_signed',
    'issue',
    'correct',
  ]
  return all.filter((action) => may(actor, action, report) && can(action, report))
}
