import { AppError } from '../../platform/errors.ts'

const day = (on: string): string => on.split('-').toReversed().join('/')
const dong = (amount: number): string => amount.toLocaleString('vi-VN')

export const notFound = () =>
  new AppError('not_found', 'support.not_found', {
    vi: 'Không tìm thấy hồ sơ, chương trình hỗ trợ này trong phạm vi của đồng chí.',
    en: 'There is no such application or programme within your scope.',
  })

export const changed = () =>
  new AppError('conflict', 'support.changed', {
    vi: 'Nội dung vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this. Reload the page and try again.',
  })

export const usedId = () =>
  new AppError('conflict', 'support.used_id', {
    vi: 'Mã này đã dùng cho một nội dung khác. Hãy tải lại trang rồi nhập lại.',
    en: 'This id was used for something else. Reload the page and enter it again.',
  })

export const saidBefore = (byWords: string) =>
  new AppError('conflict', 'support.said_before', {
    vi: `Cơ quan của đồng chí vừa có ý kiến thẩm định (${byWords}). Hãy tải lại trang, xem ý kiến đó rồi sửa nếu cần.`,
    en: `Your agency has just given its opinion (${byWords}). Reload the page, read it, then change it if need be.`,
  })

export const wrongState = () =>
  new AppError('rule', 'support.wrong_state', {
    vi: 'Không thực hiện được ở trạng thái hiện tại của hồ sơ. Hãy tải lại trang.',
    en: 'This cannot be done in the present state of the application. Reload the page.',
  })

export const closed = (on: string) =>
  new AppError('rule', 'support.closed', {
    vi: `Đợt nhận hồ sơ đã đóng ngày ${day(on)}. Hồ sơ chưa được gửi; nội dung đã nhập vẫn còn trên trang.`,
    en: `The call closed on ${on}. Nothing was sent; what was typed is still on the page.`,
  })

export const notOpen = (on: string) =>
  new AppError('rule', 'support.not_open', {
    vi: `Đợt nhận hồ sơ mở từ ngày ${day(on)}.`,
    en: `The call opens on ${on}.`,
  })

export const noApplicant = () =>
  new AppError('rule', 'support.no_applicant', {
    vi: 'Hãy chọn HTX, THT thuộc địa bàn của cơ quan và của chương trình.',
    en: 'Choose a cooperative within the area of your agency and of the programme.',
  })

export const appliedBefore = () =>
  new AppError('conflict', 'support.applied_before', {
    vi: 'HTX đã có hồ sơ trong đợt này.',
    en: 'The cooperative has an application in this call already.',
  })

export const aboveMost = (most: number) =>
  new AppError('rule', 'support.above_most', {
    vi: `Số tiền vượt mức hỗ trợ tối đa của chương trình (${dong(most)} đồng).`,
    en: `The amount exceeds the programme’s maximum (${dong(most)} đồng).`,
  })

export const aboveApproved = (left: number) =>
  new AppError('rule', 'support.above_approved', {
    vi: `Số tiền giải ngân vượt số đã quyết định: còn được giải ngân ${dong(left)} đồng.`,
    en: `The tranche exceeds what was granted: ${dong(left)} đồng can still be paid out.`,
  })

export const needsReason = () =>
  new AppError('rule', 'support.needs_reason', {
    vi: 'HTX chưa đủ điều kiện hoặc còn thiếu số liệu: quyết định hỗ trợ cần nêu lý do.',
    en: 'The conditions are not met or not known: say why support is granted all the same.',
  })

export const noOpinion = () =>
  new AppError('rule', 'support.no_opinion', {
    vi: 'Chưa có ý kiến thẩm định nào. Hãy ghi ý kiến thẩm định trước khi quyết định.',
    en: 'Nobody has appraised it. An opinion comes before the decision.',
  })

export const wrongResult = () =>
  new AppError('rule', 'support.wrong_result', {
    vi: 'Kết quả bằng số phải thuộc các nội dung của loại hỗ trợ này, mỗi nội dung một lần.',
    en: 'Results are of the fields of this kind of support, each once.',
  })

export const notYet = () =>
  new AppError('rule', 'support.not_yet', {
    vi: 'Ngày thực hiện phải từ ngày nộp hồ sơ đến hôm nay.',
    en: 'It was done between the day of the application and today.',
  })

export const wrongRule = (vi: string, en: string) =>
  new AppError('rule', 'support.wrong_rule', { vi, en })

export const wrongDays = () =>
  new AppError('rule', 'support.wrong_days', {
    vi: 'Ngày kết thúc không thể trước ngày bắt đầu; đợt nhận hồ sơ nằm trong thời gian của chương trình.',
    en: 'The end is not before the beginning; a call lies within the programme’s period.',
  })
