import { AppError } from '../../platform/errors.ts'

export const notFound = () =>
  new AppError('not_found', 'checks.not_found', {
    vi: 'Không tìm thấy cuộc kiểm tra, giám sát này trong phạm vi của đồng chí.',
    en: 'There is no such inspection within your scope.',
  })

export const changed = () =>
  new AppError('conflict', 'checks.changed', {
    vi: 'Nội dung vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this. Reload the page and try again.',
  })

export const usedId = () =>
  new AppError('conflict', 'checks.used_id', {
    vi: 'Mã này đã dùng cho một nội dung khác. Hãy tải lại trang rồi nhập lại.',
    en: 'This id was used for something else. Reload the page and enter it again.',
  })

export const wrongState = () =>
  new AppError('rule', 'checks.wrong_state', {
    vi: 'Không thực hiện được ở trạng thái hiện tại của cuộc kiểm tra. Hãy tải lại trang.',
    en: 'This cannot be done in the present state of the inspection. Reload the page.',
  })

export const strangeEntity = () =>
  new AppError('not_found', 'checks.no_entity', {
    vi: 'Không tìm thấy HTX, THT này trong địa bàn của cơ quan.',
    en: 'There is no such cooperative within the area of your agency.',
  })

export const twice = () =>
  new AppError('rule', 'checks.twice', {
    vi: 'Mỗi HTX, THT chỉ ghi một lần trong danh sách.',
    en: 'Each cooperative is named once.',
  })

export const notYet = () =>
  new AppError('rule', 'checks.not_yet', {
    vi: 'Ngày thực hiện không thể sau ngày hôm nay.',
    en: 'It cannot have been done after today.',
  })

export const past = () =>
  new AppError('rule', 'checks.past', {
    vi: 'Ngày kiểm tra theo kế hoạch không thể trước ngày hôm nay.',
    en: 'The inspection cannot be planned for a day that is over.',
  })

export const outOfOrder = (last: string) =>
  new AppError('rule', 'checks.out_of_order', {
    vi: `Ngày thực hiện không thể trước ngày ${last.split('-').toReversed().join('/')} của bước trước.`,
    en: `It cannot be before the day of the step before it (${last}).`,
  })
