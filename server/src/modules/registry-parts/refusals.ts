import { AppError } from '../../platform/errors.ts'

export const entityNotFound = () =>
  new AppError('not_found', 'entities.not_found', {
    vi: 'Không tìm thấy HTX, THT này trong phạm vi của bạn.',
    en: 'There is no such entity within your scope.',
  })

export const partNotFound = () =>
  new AppError('not_found', 'entity_parts.not_found', {
    vi: 'Không tìm thấy nội dung này. Có thể đã được xóa; hãy tải lại trang.',
    en: 'There is no such record. It may have been removed; reload the page.',
  })

export const changed = () =>
  new AppError('conflict', 'entity_parts.changed', {
    vi: 'Thông tin vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this. Reload the page and try again.',
  })

export const unknownReference = () =>
  new AppError('rule', 'entity_parts.unknown_reference', {
    vi: 'Sản phẩm, mặt hàng, văn bản hoặc tổ chức được chọn không có. Hãy chọn lại.',
    en: 'A product, commodity, paper or body that was chosen does not exist. Choose again.',
  })

export const overlaps = () =>
  new AppError('rule', 'entity_parts.overlaps', {
    vi: 'HTX đã là thành viên của tổ chức này trong khoảng ngày đó.',
    en: 'It is a member of this body on some of these days already.',
  })

export const brokenRule = () =>
  new AppError('rule', 'entity_parts.broken_rule', {
    vi: 'Các ngày hoặc số không khớp nhau: ngày kết thúc phải sau ngày bắt đầu, hạng sao chỉ dùng cho OCOP.',
    en: 'Days or numbers do not fit: the end is after the beginning, and stars are of OCOP alone.',
  })

export const tooMuchSettled = () =>
  new AppError('rule', 'entity_parts.too_much_settled', {
    vi: 'Tổng số đã thu, bù trừ, xóa nợ lớn hơn số nợ. Hãy kiểm tra lại số tiền.',
    en: 'More would be settled than is owed. Check the amount.',
  })

export const stillUsed = () =>
  new AppError('rule', 'entity_parts.still_used', {
    vi: 'Nội dung này còn được dùng: hãy xóa chứng nhận của sản phẩm, hoặc các lần xử lý của khoản nợ trước.',
    en: 'This is still used: first remove the certificates of a product, or the settlements of a debt.',
  })

export const oneBody = () =>
  new AppError('rule', 'entity_parts.one_body', {
    vi: 'Chọn một Liên minh HTX hoặc một liên hiệp HTX.',
    en: 'Choose one Alliance or one union.',
  })

export const unknownFigure = (key: string) =>
  new AppError('rule', 'entity_parts.unknown_figure', {
    vi: `Không có chỉ tiêu “${key}”.`,
    en: `There is no indicator "${key}".`,
  })

export const noDenominator = () =>
  new AppError('rule', 'entity_parts.no_denominator', {
    vi: 'Chỉ tiêu bình quân cần cả tử số và mẫu số (mẫu số lớn hơn 0).',
    en: 'An average needs its numerator and its denominator (above 0).',
  })

export const tooManyLines = () =>
  new AppError('rule', 'entity_parts.too_many_lines', {
    vi: 'Danh sách có quá 5.000 dòng. Hãy tách thành nhiều tệp.',
    en: 'The list has more than 5,000 lines. Split it.',
  })

export const noNameColumn = () =>
  new AppError('rule', 'entity_parts.no_name_column', {
    vi: 'Không thấy cột “Họ và tên” hoặc “Tên thành viên”. Hãy chọn cột cho từng nội dung.',
    en: 'No column holds the names of members. Choose the columns.',
  })

export const hasErrors = (count: number) =>
  new AppError('rule', 'entity_parts.has_errors', {
    vi: `Tệp còn ${count} lỗi. Hãy sửa tệp, hoặc chọn chỉ nhập các dòng đúng.`,
    en: `The file has ${count} errors. Mend it, or import the good lines only.`,
  })
