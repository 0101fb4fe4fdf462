import { AppError } from '../../platform/errors.ts'

export const noUnit = () =>
  new AppError('not_found', 'rural.no_unit', {
    vi: 'Không tìm thấy xã, phường này trong phạm vi của đồng chí.',
    en: 'There is no such commune within your scope.',
  })

export const noCriterion = () =>
  new AppError('not_found', 'rural.no_criterion', {
    vi: 'Không tìm thấy tiêu chí này. Hãy tải lại trang.',
    en: 'There is no such criterion. Reload the page.',
  })

export const changed = () =>
  new AppError('conflict', 'rural.changed', {
    vi: 'Nội dung vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this. Reload the page and try again.',
  })
