import { AppError, type Sentences } from '../../platform/errors.ts'

const rule = (code: string, path: string, sentences: Sentences) =>
  new AppError('rule', code, sentences, [{ path, ...sentences }])

export const entitiesNotFound = () =>
  new AppError('not_found', 'confirmations.not_found', {
    vi: 'Có HTX, tổ hợp tác không thuộc phạm vi của đồng chí, hoặc đã chấm dứt.',
    en: 'Some of these are not within your scope, or have ended.',
  })

export const yearAhead = (path = 'year') =>
  rule('confirmations.year_ahead', path, {
    vi: 'Chưa đến kỳ xác nhận của năm này.',
    en: 'The round of this year has not begun.',
  })

export const dayAhead = (path: string) =>
  rule('confirmations.day_ahead', path, { vi: 'Chưa đến ngày này.', en: 'That day has not come.' })

export const noPaper = () =>
  rule('confirmations.no_paper', 'note', {
    vi: 'Hãy ghi số, ngày văn bản hoặc đính kèm tệp mà HTX đã xác nhận.',
    en: 'Name the paper, or attach the file, by which the cooperative confirmed.',
  })

export const workNotFound = () =>
  new AppError('not_found', 'works.not_found', {
    vi: 'Không tìm thấy nội dung này trong danh sách của đồng chí.',
    en: 'There is no such row within your scope.',
  })

export const workChanged = () =>
  new AppError('conflict', 'works.changed', {
    vi: 'Nội dung này vừa được người khác cập nhật. Hãy tải lại trang.',
    en: 'Someone has just changed this row. Reload the page.',
  })

export const workDone = () =>
  rule('works.done', 'state', {
    vi: 'Nội dung này đã hoàn thành theo sự kiện pháp lý, không sửa được nữa.',
    en: 'It has been done by a legal event and changes no more.',
  })

export const workTwice = () =>
  rule('works.twice', 'entityId', {
    vi: 'Đơn vị này đã có trong danh sách của năm với cùng nội dung.',
    en: 'It stands in the year’s list for the same already.',
  })

export const workSubject = () =>
  rule('works.subject', 'entityId', {
    vi: 'Thành lập mới thì ghi tên dự kiến và xã; nội dung khác thì chọn HTX, tổ hợp tác.',
    en: 'A founding names a candidate and a commune, everything else an entity.',
  })

export const workEvent = () =>
  rule('works.event', 'eventId', {
    vi: 'Hãy chọn hoặc ghi sự kiện pháp lý đúng với nội dung này (thành lập: được cấp giấy chứng nhận).',
    en: 'Name the legal event by which this is done.',
  })

export const formNotFound = () =>
  new AppError('not_found', 'forms.not_found', {
    vi: 'Biểu mẫu này không dành cho loại hình của đơn vị.',
    en: 'That form is not for this kind of entity.',
  })
