import { AppError, type Sentences } from '../../platform/errors.ts'

const rule = (code: string, path: string, sentences: Sentences) =>
  new AppError('rule', `proposals.${code}`, sentences, [{ path, ...sentences }])

export const notFound = () =>
  new AppError('not_found', 'proposals.not_found', {
    vi: 'Không tìm thấy đề nghị này trong phạm vi được xem.',
    en: 'There is no such proposal within your scope.',
  })

export const changed = () =>
  new AppError('conflict', 'proposals.changed', {
    vi: 'Đề nghị này vừa được xử lý hoặc rút lại. Hãy tải lại trang.',
    en: 'This proposal has just been decided or withdrawn. Reload the page.',
  })

export const nothing = () =>
  rule('nothing', 'attributes', {
    vi: 'Nội dung đề nghị giống thông tin đang có. Hãy sửa ít nhất một nội dung.',
    en: 'Nothing of it differs from what holds. Change at least one thing.',
  })

export const noReason = () =>
  rule('no_reason', 'reason', {
    vi: 'Hãy ghi lý do đối với nội dung không chấp nhận.',
    en: 'Say why what is not accepted is rejected.',
  })

export const unknownSubject = () =>
  rule('unknown_subject', 'accept', {
    vi: 'Chỉ chấp nhận được nội dung có trong đề nghị.',
    en: 'Only what was proposed can be accepted.',
  })

export const notYet = () =>
  rule('not_yet', 'fromOn', {
    vi: 'Chưa đến ngày này. Hãy chọn ngày từ hôm nay trở về trước.',
    en: 'That day has not come.',
  })

export const notOnDay = () =>
  rule('not_on_day', 'fromOn', {
    vi: 'Danh sách chưa có thông tin về đơn vị này vào ngày đó. Hãy chọn ngày sau.',
    en: 'The register knows nothing of it on that day. Choose a later one.',
  })
