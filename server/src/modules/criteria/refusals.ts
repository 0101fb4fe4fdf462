import type { Problem } from '../entity-measures/index.ts'
import { AppError } from '../../platform/errors.ts'

export const notFound = () =>
  new AppError('not_found', 'criteria.not_found', {
    vi: 'Không tìm thấy bộ tiêu chí này trong phạm vi của đồng chí.',
    en: 'There is no such set of criteria within your scope.',
  })

export const changed = () =>
  new AppError('conflict', 'criteria.changed', {
    vi: 'Bộ tiêu chí vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this set. Reload the page and try again.',
  })

export const frozen = () =>
  new AppError('rule', 'criteria.frozen', {
    vi: 'Bộ tiêu chí đã ban hành nên không sửa được. Hãy sao chép thành phiên bản mới.',
    en: 'An issued set is not changed. Copy it as a new edition.',
  })

/** Something of it cannot be read: said one by one. */
export const faulty = (problems: readonly Problem[]) =>
  new AppError('rule', 'criteria.faulty', {
    vi: problems.map(({ vi }) => vi).join(' '),
    en: problems.map(({ en }) => en).join(' '),
  })
