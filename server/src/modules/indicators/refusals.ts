import type { FormulaFinding } from '@hopluc/shared/indicators'
import { AppError } from '../../platform/errors.ts'

export const indicatorNotFound = () =>
  new AppError('not_found', 'indicators.not_found', {
    vi: 'Không tìm thấy chỉ tiêu này.',
    en: 'There is no such indicator.',
  })

export const indicatorChanged = () =>
  new AppError('conflict', 'indicators.changed', {
    vi: 'Chỉ tiêu vừa được người khác sửa. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this indicator. Reload the page and try again.',
  })

export const codeTaken = (code: string) =>
  new AppError('conflict', 'indicators.code_taken', {
    vi: `Mã ${code} đã có trong danh mục. Hãy chọn mã khác.`,
    en: `The code ${code} is taken. Choose another.`,
  })

export const noFormula = () =>
  new AppError('rule', 'indicators.no_formula', {
    vi: 'Chỉ chỉ tiêu tính theo công thức mới có công thức, và phải có công thức.',
    en: 'An indicator computed by a formula needs one, and no other may have one.',
  })

export const badFormula = (problems: readonly FormulaFinding[]) =>
  new AppError(
    'rule',
    'indicators.bad_formula',
    {
      vi: `Công thức chưa dùng được. ${problems.map(({ vi }) => vi).join(' ')}`,
      en: `The formula cannot be used. ${problems.map(({ en }) => en).join(' ')}`,
    },
    problems.map((one) => ({ path: 'formula', ...one })),
  )

export const stillUsed = (codes: readonly string[]) =>
  new AppError('rule', 'indicators.still_used', {
    vi: `Chỉ tiêu đang được dùng trong công thức của ${codes.join(', ')}, nên chưa ngừng sử dụng được.`,
    en: `Formulas of ${codes.join(', ')} use this indicator, so it cannot be put out of use.`,
  })
