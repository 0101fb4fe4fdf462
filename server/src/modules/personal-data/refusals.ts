import { AppError } from '../../platform/errors.ts'

export const noSuchField = () =>
  new AppError('not_found', 'personal.no_such_field', {
    vi: 'Không có trường dữ liệu cá nhân này, hoặc trường này không bị che.',
    en: 'There is no such field of personal data, or it is not masked.',
  })

export const noSuchRecord = () =>
  new AppError('not_found', 'personal.not_found', {
    vi: 'Không tìm thấy dữ liệu này trong phạm vi được xem.',
    en: 'There is no such value in what you may see.',
  })

export const restricted = () =>
  new AppError('rule', 'personal.restricted', {
    vi: 'Người này đã yêu cầu hạn chế xử lý dữ liệu. Chỉ xem được để giải quyết yêu cầu của chính họ; hãy liên hệ quản trị.',
    en: 'This person has had the processing restricted. It is read only to answer their own request; ask the administrator.',
  })

export const basisChanged = () =>
  new AppError('conflict', 'personal.basis_changed', {
    vi: 'Căn cứ này vừa được người khác sửa. Hãy tải lại trang.',
    en: 'Someone has just changed this basis. Reload the page.',
  })

export const contactChanged = () =>
  new AppError('conflict', 'personal.contact_changed', {
    vi: 'Thông tin liên hệ vừa được sửa ở nơi khác. Hãy tải lại trang.',
    en: 'The contacts have just been changed elsewhere. Reload the page.',
  })

export const requestChanged = () =>
  new AppError('conflict', 'personal.request_changed', {
    vi: 'Yêu cầu vừa được người khác cập nhật. Hãy tải lại trang.',
    en: 'Someone has just changed this request. Reload the page.',
  })

export const noSuchRequest = () =>
  new AppError('not_found', 'personal.no_such_request', {
    vi: 'Không tìm thấy yêu cầu này.',
    en: 'There is no such request.',
  })

export const notNow = () =>
  new AppError('rule', 'personal.not_now', {
    vi: 'Yêu cầu không ở bước cho phép thao tác này.',
    en: 'The request does not stand where this can be done.',
  })

export const notToday = () =>
  new AppError('rule', 'personal.received_later', {
    vi: 'Ngày nhận yêu cầu không được sau hôm nay.',
    en: 'A request cannot have been received after today.',
  })

export const notCorrectable = () =>
  new AppError('rule', 'personal.not_correctable', {
    vi: 'Trường này không sửa được ở đây, hoặc không được để trống. Hãy sửa ở hồ sơ chứa dữ liệu rồi ghi lại kết quả.',
    en: 'This field cannot be set here, or may not be empty. Correct it in its record and note the outcome.',
  })

export const illegible = () =>
  new AppError('rule', 'personal.value_wrong', {
    vi: 'Giá trị mới không đúng dạng của trường này.',
    en: 'The new value is not of the form of this field.',
  })

export const deadlineChanged = () =>
  new AppError('conflict', 'personal.deadline_changed', {
    vi: 'Thời hạn vừa được người khác thay đổi. Hãy tải lại trang.',
    en: 'Someone has just changed this deadline. Reload the page.',
  })
