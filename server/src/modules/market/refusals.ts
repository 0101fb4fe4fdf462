import { AppError } from '../../platform/errors.ts'

export const changed = (words: string) =>
  new AppError('conflict', 'market.changed', {
    vi: `Giá của ${words} vừa được người khác nhập. Hãy tải lại trang rồi nhập lại; chưa ghi dòng nào.`,
    en: `Someone has just entered the price of ${words}. Reload the page; nothing was kept.`,
  })

export const twice = (words: string) =>
  new AppError('rule', 'market.twice', {
    vi: `Có hai dòng cùng mặt hàng, nơi lấy giá, đơn vị tính: ${words}.`,
    en: `Two lines are of the same commodity, place and measure: ${words}.`,
  })

export const unknownCommodity = (code: string) =>
  new AppError('rule', 'market.unknown_commodity', {
    vi: `Không có mặt hàng "${code}" trong danh mục.`,
    en: `There is no commodity "${code}" in the list.`,
  })

export const notYet = () =>
  new AppError('rule', 'market.not_yet', {
    vi: 'Ngày lấy giá không thể sau hôm nay.',
    en: 'Prices are not of a day to come.',
  })

export const noAgency = () =>
  new AppError('not_found', 'market.no_agency', {
    vi: 'Cơ quan của đồng chí không còn hoạt động hôm nay.',
    en: 'Your agency is not there today.',
  })
