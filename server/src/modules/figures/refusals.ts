import { AppError } from '../../platform/errors.ts'

export const unknownUnit = () =>
  new AppError('not_found', 'figures.unknown_unit', {
    vi: 'Không tìm thấy địa bàn này, hoặc địa bàn nằm ngoài phạm vi của bạn.',
    en: 'There is no such unit, or it lies outside what you see.',
  })

export const unknownIndicator = (code: string) =>
  new AppError('not_found', 'figures.unknown_indicator', {
    vi: `Không có chỉ tiêu mã ${code} trong danh mục.`,
    en: `There is no indicator with the code ${code}.`,
  })

export const publishedChanged = () =>
  new AppError('conflict', 'figures.changed', {
    vi: 'Số liệu này vừa được người khác sửa. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this figure. Reload the page and try again.',
  })

export const publishedTwice = () =>
  new AppError('conflict', 'figures.published_twice', {
    vi: 'Số của cơ quan này cho địa bàn, chỉ tiêu và kỳ đã có. Hãy sửa dòng đã có.',
    en: 'A figure of this agency for the place, indicator and period is there already. Change that one.',
  })

export const publishedNotFound = () =>
  new AppError('not_found', 'figures.published_not_found', {
    vi: 'Không tìm thấy số liệu công bố này.',
    en: 'There is no such published figure.',
  })
