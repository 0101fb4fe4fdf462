import { AppError } from '../../platform/errors.ts'

export const notFound = () =>
  new AppError('not_found', 'alliance_dues.not_found', {
    vi: 'Không tìm thấy khoản hội phí này trong phạm vi của đồng chí.',
    en: 'There are no such dues within your scope.',
  })

export const notOwn = () =>
  new AppError('forbidden', 'alliance_dues.not_own', {
    vi: 'Chỉ cán bộ của Liên minh HTX này được lập danh sách và ghi thu hội phí.',
    en: 'Only the Alliance’s own people keep its dues.',
  })

export const isOver = () =>
  new AppError('rule', 'alliance_dues.is_over', {
    vi: 'Liên minh HTX này đã hợp nhất. Hãy lập danh sách thu ở Liên minh HTX hiện nay.',
    en: 'This Alliance was merged into another, which lists the dues since.',
  })

export const changed = () =>
  new AppError('conflict', 'alliance_dues.changed', {
    vi: 'Khoản hội phí này vừa được người khác cập nhật. Hãy tải lại trang rồi nhập lại; chưa ghi gì.',
    en: 'Someone has just changed these dues. Reload the page; nothing was kept.',
  })

export const paidWithoutDay = () =>
  new AppError('rule', 'alliance_dues.paid_without_day', {
    vi: 'Đã thu thì ghi ngày thu; chưa thu thì để trống ngày.',
    en: 'What was paid has a day, what was not has none.',
  })

export const notYet = () =>
  new AppError('rule', 'alliance_dues.not_yet', {
    vi: 'Ngày thu không thể sau hôm nay.',
    en: 'Dues are not paid on a day to come.',
  })

export const tooEarly = () =>
  new AppError('rule', 'alliance_dues.too_early', {
    vi: 'Chỉ lập danh sách của năm nay, năm sau hoặc các năm trước.',
    en: 'Dues are listed of past years, this and the next one.',
  })
