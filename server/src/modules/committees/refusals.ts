import { AppError } from '../../platform/errors.ts'

export const inspectionNotFound = () =>
  new AppError('not_found', 'inspections.not_found', {
    vi: 'Không tìm thấy cuộc kiểm tra này.',
    en: 'There is no such inspection.',
  })

export const remedyNotFound = () =>
  new AppError('not_found', 'inspections.no_such_remedy', {
    vi: 'Không có nội dung cần khắc phục này, hoặc đã được giao thành nhiệm vụ.',
    en: 'There is no such remedy, or it has become a task already.',
  })

export const dutyNotFound = () =>
  new AppError('not_found', 'duties.not_found', {
    vi: 'Không tìm thấy phân công này.',
    en: 'There is no such assignment.',
  })

export const programmeNotFound = () =>
  new AppError('not_found', 'programmes.not_found', {
    vi: 'Không tìm thấy chương trình công tác này.',
    en: 'There is no such work programme.',
  })

export const allianceNotFound = () =>
  new AppError('not_found', 'alliances.not_found', {
    vi: 'Không tìm thấy Liên minh HTX này.',
    en: 'There is no such Alliance.',
  })

export const changed = (what: 'inspections' | 'duties' | 'programmes' | 'levels' | 'alliances') =>
  new AppError('conflict', `${what}.changed`, {
    vi: 'Thông tin vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this. Reload the page and try again.',
  })

export const wrongState = (what: 'inspections' | 'programmes' | 'duties') =>
  new AppError('rule', `${what}.wrong_state`, {
    vi: 'Không thực hiện được ở trạng thái hiện tại. Hãy tải lại trang để xem trạng thái mới.',
    en: 'This cannot be done in the present state. Reload the page to see it.',
  })

export const notToCome = () =>
  new AppError('rule', 'inspections.not_yet_made', {
    vi: 'Chưa đến ngày này nên chưa ghi được kết quả.',
    en: 'The day has not come, so nothing can be recorded for it.',
  })

export const outsideSeat = () =>
  new AppError('rule', 'duties.outside', {
    vi: 'Ngày phân công phải nằm trong thời gian làm thành viên.',
    en: 'One is in charge only while one holds the seat.',
  })

export const unknownPlace = () =>
  new AppError('rule', 'duties.unknown_place', {
    vi: 'Có đơn vị hoặc HTX không thuộc địa bàn, hoặc không tồn tại vào ngày này.',
    en: 'A unit or cooperative lies outside, or does not exist on that day.',
  })
