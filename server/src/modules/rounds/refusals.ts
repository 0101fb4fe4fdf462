import { AppError } from '../../platform/errors.ts'

export const roundNotFound = () =>
  new AppError('not_found', 'rounds.not_found', {
    vi: 'Không tìm thấy kỳ báo cáo này trong phạm vi của đồng chí.',
    en: 'There is no such round within your scope.',
  })

export const roundChanged = () =>
  new AppError('conflict', 'rounds.changed', {
    vi: 'Kỳ báo cáo vừa được người khác sửa. Hãy tải lại trang.',
    en: 'Someone has just changed this round. Reload the page.',
  })

const rule = (code: string, path: string, vi: string, en: string) =>
  new AppError('rule', code, { vi, en }, [{ path, vi, en }])

export const nobodyAsked = () =>
  rule(
    'rounds.nobody_asked',
    'asked',
    'Không có đơn vị nào để yêu cầu báo cáo trong phạm vi đã chọn.',
    'There is nobody to ask within what was chosen.',
  )

export const notBelow = () =>
  rule(
    'rounds.not_below',
    'asked',
    'Có đơn vị không thuộc địa bàn của cơ quan yêu cầu báo cáo.',
    'Some of these are not within the area of who asks.',
  )

export const wrongParent = () =>
  rule(
    'rounds.wrong_parent',
    'parentId',
    'Kỳ cấp trên phải đang mở, cùng kỳ số liệu và có hỏi địa bàn này.',
    'The round above has to be open, of the same period, and to ask this area.',
  )

export const daysWrong = () =>
  rule(
    'rounds.days',
    'cutoffOn',
    'Ngày mở phải trước hạn gửi, ngày chốt không sau hạn gửi.',
    'A round opens before its deadline, and its cut-off is not after it.',
  )
