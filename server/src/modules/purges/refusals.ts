import { AppError } from '../../platform/errors.ts'

export const notFound = () =>
  new AppError('not_found', 'purges.no_decision', {
    vi: 'Không tìm thấy quyết định tiêu hủy này.',
    en: 'There is no such decision to destroy.',
  })

export const changed = () =>
  new AppError('conflict', 'purges.changed', {
    vi: 'Quyết định tiêu hủy vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this decision. Reload the page and try again.',
  })

export const nothingNamed = () =>
  new AppError('rule', 'purges.nothing_named', {
    vi: 'Chưa chọn tài liệu nào: hãy nhập số văn bản hoặc chọn quy tắc thời hạn.',
    en: 'Nothing is named: type numbers, or choose a rule of age.',
  })

export const nothingToDo = () =>
  new AppError('rule', 'purges.nothing_to_do', {
    vi: 'Không có tài liệu nào được tiêu hủy theo danh mục này.',
    en: 'Nothing of this list may be destroyed.',
  })

export const futureDecision = () =>
  new AppError('rule', 'purges.future_day', {
    vi: 'Ngày quyết định không được sau hôm nay.',
    en: 'The decision cannot be of a day to come.',
  })

export const fileMissing = () =>
  new AppError('rule', 'purges.file_missing', {
    vi: 'Chưa có tệp quyết định. Hãy tải tệp lên rồi làm lại.',
    en: 'The decision itself is missing. Upload it and try again.',
  })

export const wrongState = () =>
  new AppError('conflict', 'purges.wrong_state', {
    vi: 'Quyết định này đã được xác nhận hoặc đã thực hiện.',
    en: 'This decision has been confirmed or carried out already.',
  })

export const notConfirmed = () =>
  new AppError('rule', 'purges.not_confirmed', {
    vi: 'Số quyết định gõ lại không khớp. Chưa tiêu hủy gì.',
    en: 'The number typed is not that of the decision. Nothing was destroyed.',
  })

export const notDone = () =>
  new AppError('rule', 'purges.not_done', {
    vi: 'Biên bản chỉ lập được sau khi đã tiêu hủy xong.',
    en: 'Minutes are taken once it is carried out.',
  })

export const ruleOverlaps = () =>
  new AppError('conflict', 'retention.overlaps', {
    vi: 'Đã có quy tắc thời hạn cho loại này trong khoảng ngày đó. Hãy kết thúc quy tắc cũ trước.',
    en: 'A rule for this kind holds on these days already. End it first.',
  })

export const ruleNotFound = () =>
  new AppError('not_found', 'retention.not_found', {
    vi: 'Không tìm thấy quy tắc thời hạn đang có hiệu lực này.',
    en: 'There is no such rule in force.',
  })
