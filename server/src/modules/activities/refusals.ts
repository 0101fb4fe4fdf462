import { AppError } from '../../platform/errors.ts'

export const notFound = () =>
  new AppError('not_found', 'activities.not_found', {
    vi: 'Không tìm thấy hoạt động này trong phạm vi của đồng chí.',
    en: 'There is no such activity within your scope.',
  })

export const changed = () =>
  new AppError('conflict', 'activities.changed', {
    vi: 'Nội dung vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this. Reload the page and try again.',
  })

export const usedId = () =>
  new AppError('conflict', 'activities.used_id', {
    vi: 'Mã này đã dùng cho một hoạt động khác. Hãy tải lại trang rồi nhập lại.',
    en: 'This id was used for something else. Reload the page and enter it again.',
  })

export const wrongDays = () =>
  new AppError('rule', 'activities.wrong_days', {
    vi: 'Ngày kết thúc không thể trước ngày bắt đầu.',
    en: 'The end is not before the beginning.',
  })

export const noEntity = () =>
  new AppError('not_found', 'activities.no_entity', {
    vi: 'Hãy chọn HTX, THT được tư vấn thuộc địa bàn của cơ quan.',
    en: 'Choose the cooperative that was advised, within the area of your agency.',
  })
