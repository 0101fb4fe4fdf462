import { whenIssued } from '../documents/index.ts'
import { declarePermissions } from '../identity/index.ts'
import { giveIssued } from './drafts.ts'
import { MAY_DIRECTIVE, MAY_NOTICE } from './policy.ts'

export { createNotice, type ConfirmedCard, type NewNotice } from './create.ts'
export { heirsOf } from './heirs.ts'
export { paper as noticePaper, submit as submitNotice } from './notice.ts'
export { directiveRoutes } from './routes.ts'

// By whichever address a notice is issued, its tasks are given with it.
whenIssued(giveIssued)

declarePermissions({
  module: 'directives',
  vi: 'Chỉ đạo và thông báo kết luận',
  en: 'Directives and conclusion notices',
  actions: {
    'directive.edit': { vi: 'Sửa chỉ đạo', en: 'Edit a directive', roles: MAY_DIRECTIVE.edit },
    'directive.ask': { vi: 'Hỏi lại Trưởng ban', en: 'Ask the chair', roles: MAY_DIRECTIVE.ask },
    'directive.answer': {
      vi: 'Trả lời chỉ đạo chưa rõ',
      en: 'Answer an open directive',
      roles: MAY_DIRECTIVE.answer,
    },
    'notice.edit': { vi: 'Soạn thông báo', en: 'Write the notice', roles: MAY_NOTICE.edit },
    'notice.submit': { vi: 'Trình thông báo', en: 'Submit the notice', roles: MAY_NOTICE.submit },
    'notice.approve': {
      vi: 'Duyệt thông báo',
      en: 'Approve the notice',
      roles: MAY_NOTICE.approve,
    },
    'notice.return': { vi: 'Trả lại thông báo', en: 'Return the notice', roles: MAY_NOTICE.return },
    'notice.start_by_word': {
      vi: 'Giao trước theo kết luận tại cuộc họp',
      en: 'Start on the chair’s word',
      roles: MAY_NOTICE.start_by_word,
    },
    'notice.take_signed': {
      vi: 'Nhận bản đã ký',
      en: 'Take in the signed paper',
      roles: MAY_NOTICE.take_signed,
    },
    'notice.issue': { vi: 'Ban hành, giao nhiệm vụ', en: 'Issue', roles: MAY_NOTICE.issue },
  },
  deeds: {
    'directive.create': {
      vi: 'Ghi chỉ đạo, lập dự thảo thông báo',
      en: 'Note directives, draft a notice',
    },
  },
})
