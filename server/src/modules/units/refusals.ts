import { AppError } from '../../platform/errors.ts'

export const unitNotFound = () =>
  new AppError('not_found', 'units.not_found', {
    vi: 'Không tìm thấy đơn vị hành chính này.',
    en: 'There is no such unit.',
  })

export const agencyNotFound = () =>
  new AppError('not_found', 'agencies.not_found', {
    vi: 'Không tìm thấy cơ quan này.',
    en: 'There is no such agency.',
  })

export const committeeNotFound = () =>
  new AppError('not_found', 'committees.not_found', {
    vi: 'Không tìm thấy Ban Chỉ đạo này.',
    en: 'There is no such committee.',
  })

export const memberNotFound = () =>
  new AppError('not_found', 'committees.no_such_member', {
    vi: 'Không có thành viên này trong Ban Chỉ đạo, hoặc đã thôi tham gia.',
    en: 'There is no such member, or their time is over.',
  })

export const changed = (module: 'units' | 'agencies' | 'committees') =>
  new AppError('conflict', `${module}.changed`, {
    vi: 'Thông tin vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this. Reload the page and try again.',
  })

export const circular = () =>
  new AppError('rule', 'units.circular', {
    vi: 'Một đơn vị không thể trực thuộc chính mình hoặc đơn vị cấp dưới của mình.',
    en: 'A unit cannot stand below itself or below one of its own.',
  })
