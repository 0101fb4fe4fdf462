import { AppError } from '../../platform/errors.ts'

export const notFound = () =>
  new AppError('not_found', 'recognitions.not_found', {
    vi: 'Không tìm thấy hồ sơ mô hình, khen thưởng này trong phạm vi của đồng chí.',
    en: 'There is no such model or commendation within your scope.',
  })

export const changed = () =>
  new AppError('conflict', 'recognitions.changed', {
    vi: 'Nội dung vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this. Reload the page and try again.',
  })

export const usedId = () =>
  new AppError('conflict', 'recognitions.used_id', {
    vi: 'Mã này đã dùng cho một hồ sơ khác. Hãy tải lại trang rồi nhập lại.',
    en: 'This id was used for something else. Reload the page and enter it again.',
  })

export const wrongState = () =>
  new AppError('rule', 'recognitions.wrong_state', {
    vi: 'Không thực hiện được ở trạng thái hiện tại của hồ sơ. Hãy tải lại trang.',
    en: 'This cannot be done in its present state. Reload the page.',
  })

export const noEntity = () =>
  new AppError('not_found', 'recognitions.no_entity', {
    vi: 'Hãy chọn HTX, THT thuộc địa bàn của cơ quan.',
    en: 'Choose a cooperative within the area of your agency.',
  })

export const noAgency = () =>
  new AppError('rule', 'recognitions.no_agency', {
    vi: 'Cơ quan xem xét phải là cơ quan cấp tỉnh nơi HTX hoạt động.',
    en: 'It goes to an agency of the province where the cooperative lies.',
  })

export const noProvince = () =>
  new AppError('rule', 'recognitions.no_province', {
    vi: 'Danh mục này do cơ quan cấp tỉnh khai báo.',
    en: 'This list is kept by agencies of a province.',
  })

export const incomplete = (missing: readonly string[]) =>
  new AppError('rule', 'recognitions.incomplete', {
    vi: `Hồ sơ còn thiếu: ${missing.join('; ')}.`,
    en: `The dossier lacks: ${missing.join('; ')}.`,
  })

export const notAPicture = (name: string) =>
  new AppError('rule', 'recognitions.not_a_picture', {
    vi: `"${name}" không phải ảnh PNG, JPEG, WebP hoặc lớn hơn 5 MB. Hãy chọn ảnh khác.`,
    en: `"${name}" is no PNG, JPEG or WebP picture of at most 5 MB. Choose another.`,
  })

export const unknownForm = (form: string) =>
  new AppError('rule', 'recognitions.unknown_form', {
    vi: `Danh mục của tỉnh không có "${form}". Hãy sửa hồ sơ, chọn hình thức trong danh mục rồi gửi lại.`,
    en: `The province's list has no "${form}". Change the dossier, choose one of the list and send it again.`,
  })

export const twice = () =>
  new AppError('rule', 'recognitions.twice', {
    vi: 'Có tệp được chọn hai lần. Hãy bỏ bớt một lần.',
    en: 'A file was chosen twice. Take it out once.',
  })

export const notYet = () =>
  new AppError('rule', 'recognitions.not_yet', {
    vi: 'Ngày quyết định không thể sau hôm nay.',
    en: 'A decision is not of a day to come.',
  })
