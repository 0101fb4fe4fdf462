import type { FormFinding } from '@hopluc/shared/report-forms'
import { AppError } from '../../platform/errors.ts'

export const formNotFound = () =>
  new AppError('not_found', 'report_forms.not_found', {
    vi: 'Không tìm thấy biểu mẫu này trong phạm vi của đồng chí.',
    en: 'There is no such form within your scope.',
  })

export const formChanged = () =>
  new AppError('conflict', 'report_forms.changed', {
    vi: 'Biểu mẫu vừa được người khác sửa. Hãy tải lại trang.',
    en: 'Someone has just changed this form. Reload the page.',
  })

export const formRetired = () =>
  new AppError('rule', 'report_forms.retired', {
    vi: 'Biểu mẫu đã ngừng dùng. Hãy chọn biểu khác hoặc dùng lại biểu này trước.',
    en: 'The form is retired. Choose another or take it back into use first.',
  })

export const formWrong = (findings: readonly FormFinding[]) =>
  new AppError(
    'rule',
    'report_forms.wrong',
    {
      vi: 'Biểu mẫu còn chỗ chưa đúng. Hãy sửa các mục được đánh dấu.',
      en: 'The form has mistakes. Correct the places that are marked.',
    },
    findings.map(({ path, vi, en }) => ({ path, vi, en })),
  )
