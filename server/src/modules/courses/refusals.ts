import { AppError } from '../../platform/errors.ts'

export const notFound = () =>
  new AppError('not_found', 'courses.not_found', {
    vi: 'Không tìm thấy lớp đào tạo, người dự này trong phạm vi của đồng chí.',
    en: 'There is no such course or person within your scope.',
  })

export const changed = () =>
  new AppError('conflict', 'courses.changed', {
    vi: 'Lớp vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this course. Reload the page and try again.',
  })

export const usedId = () =>
  new AppError('conflict', 'courses.used_id', {
    vi: 'Mã này đã dùng cho một nội dung khác. Hãy tải lại trang rồi nhập lại.',
    en: 'This id was used for something else. Reload the page and enter it again.',
  })

export const wrongDays = () =>
  new AppError('rule', 'courses.wrong_days', {
    vi: 'Ngày kết thúc không thể trước ngày khai giảng.',
    en: 'A course does not end before it begins.',
  })

export const wrongProgramme = () =>
  new AppError('rule', 'courses.wrong_programme', {
    vi: 'Hãy chọn chương trình đào tạo trong phạm vi của đồng chí.',
    en: 'Choose a programme of training within your scope.',
  })

export const isFull = (places: number) =>
  new AppError('rule', 'courses.full', {
    vi: `Lớp đã đủ ${places} chỉ tiêu. Đơn vị tổ chức có thể tăng chỉ tiêu của lớp.`,
    en: `All ${places} places are taken. Who organises the course can add places.`,
  })

export const tooFewPlaces = (enrolled: number) =>
  new AppError('rule', 'courses.too_few_places', {
    vi: `Chỉ tiêu không thể ít hơn số người đã ghi danh (${enrolled}).`,
    en: `There cannot be fewer places than people entered (${enrolled}).`,
  })

export const isClosed = () =>
  new AppError('rule', 'courses.closed', {
    vi: 'Lớp đã kết thúc hoặc đã hủy, không ghi danh thêm được.',
    en: 'The course is over or cancelled; nobody can be entered.',
  })

export const noEntity = () =>
  new AppError('rule', 'courses.no_entity', {
    vi: 'Hãy chọn HTX, THT thuộc địa bàn của đồng chí và của lớp.',
    en: 'Choose a cooperative within your area and that of the course.',
  })

export const enteredBefore = () =>
  new AppError('conflict', 'courses.entered_before', {
    vi: 'Người này đã có trong danh sách lớp.',
    en: 'This person is on the list already.',
  })

export const notYet = () =>
  new AppError('rule', 'courses.not_yet', {
    vi: 'Chưa đến ngày khai giảng, chưa điểm danh hoặc ghi chứng nhận được.',
    en: 'The course has not begun: nobody can be marked or certified.',
  })

export const noSession = (sessions: number) =>
  new AppError('rule', 'courses.no_session', {
    vi: `Lớp có ${sessions} buổi.`,
    en: `The course has ${sessions} sessions.`,
  })

export const tooFewSessions = (marked: number) =>
  new AppError('rule', 'courses.too_few_sessions', {
    vi: `Đã điểm danh đến buổi ${marked}, số buổi không thể ít hơn.`,
    en: `Sessions up to ${marked} have been marked; there cannot be fewer.`,
  })

export const hasCertificate = (name: string) =>
  new AppError('rule', 'courses.has_certificate', {
    vi: `${name} đã được cấp chứng nhận nên phải có mặt ít nhất một buổi.`,
    en: `${name} has a certificate and came to one session at least.`,
  })

export const hasAttended = () =>
  new AppError('rule', 'courses.has_attended', {
    vi: 'Người này đã được điểm danh hoặc đã có chứng nhận, không bỏ ghi danh được.',
    en: 'This person has been marked or certified and cannot be taken out.',
  })

export const neverCame = () =>
  new AppError('rule', 'courses.never_came', {
    vi: 'Chỉ ghi chứng nhận cho người đã dự ít nhất một buổi.',
    en: 'Certificates are for those who came to a session.',
  })

export const usedNumber = () =>
  new AppError('rule', 'courses.used_number', {
    vi: 'Hai người của một lớp không thể có cùng số chứng nhận.',
    en: 'Two people of a course cannot have one number.',
  })
