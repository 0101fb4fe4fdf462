import { AppError } from '../../platform/errors.ts'

export const notFound = () =>
  new AppError('not_found', 'trade_events.not_found', {
    vi: 'Không tìm thấy sự kiện này trong phạm vi của đồng chí.',
    en: 'There is no such event within your scope.',
  })

export const changed = () =>
  new AppError('conflict', 'trade_events.changed', {
    vi: 'Sự kiện vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this event. Reload the page and try again.',
  })

export const usedId = () =>
  new AppError('conflict', 'trade_events.used_id', {
    vi: 'Mã này đã dùng cho một nội dung khác. Hãy tải lại trang rồi nhập lại.',
    en: 'This id was used for something else. Reload the page and enter it again.',
  })

export const wrongDays = () =>
  new AppError('rule', 'trade_events.wrong_days', {
    vi: 'Ngày kết thúc không thể trước ngày bắt đầu.',
    en: 'An event does not end before it begins.',
  })

export const wrongProgramme = () =>
  new AppError('rule', 'trade_events.wrong_programme', {
    vi: 'Hãy chọn chương trình xúc tiến thương mại trong phạm vi của đồng chí.',
    en: 'Choose a programme of trade promotion within your scope.',
  })

export const noEntity = () =>
  new AppError('rule', 'trade_events.no_entity', {
    vi: 'Hãy chọn HTX, THT thuộc địa bàn của cơ quan tổ chức sự kiện.',
    en: 'Choose a cooperative within the area of who organises the event.',
  })

export const noContract = () =>
  new AppError('rule', 'trade_events.no_contract', {
    vi: 'Giá trị chỉ ghi khi có hợp đồng đã ký. Hãy nhập số hợp đồng.',
    en: 'A value belongs to contracts. Enter how many were signed.',
  })
