import { AppError } from '../../platform/errors.ts'

export const notFound = () =>
  new AppError('not_found', 'difficulties.not_found', {
    vi: 'Không tìm thấy khó khăn, kiến nghị này trong phạm vi của đồng chí.',
    en: 'There is no such difficulty within your scope.',
  })

export const changed = () =>
  new AppError('conflict', 'difficulties.changed', {
    vi: 'Nội dung vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this. Reload the page and try again.',
  })

export const wrongState = () =>
  new AppError('rule', 'difficulties.wrong_state', {
    vi: 'Không thực hiện được ở trạng thái hiện tại. Hãy tải lại trang.',
    en: 'This cannot be done in its present state. Reload the page.',
  })

export const noPlace = () =>
  new AppError('rule', 'difficulties.no_place', {
    vi: 'Hãy chọn xã, phường nơi phát sinh, trong địa bàn của cơ quan.',
    en: 'Choose the commune where it arose, within the area of your agency.',
  })

export const strangeEntity = () =>
  new AppError('rule', 'difficulties.strange_entity', {
    vi: 'HTX, THT được chọn không thuộc xã, phường này.',
    en: 'The cooperative does not lie in this commune.',
  })

export const unknownTopic = () =>
  new AppError('rule', 'difficulties.unknown_topic', {
    vi: 'Nhóm nội dung này không còn được dùng. Hãy chọn nhóm khác.',
    en: 'This topic is no longer in use. Choose another one.',
  })

export const noHandler = () =>
  new AppError('rule', 'difficulties.no_handler', {
    vi: 'Chưa xác định được cơ quan tiếp nhận cho địa bàn này. Hãy liên hệ cơ quan thường trực.',
    en: 'No agency is known that handles this for the area. Ask the standing agency.',
  })

export const notYet = () =>
  new AppError('rule', 'difficulties.not_yet', {
    vi: 'Ngày nêu không thể sau ngày hôm nay.',
    en: 'It cannot have been raised after today.',
  })

export const strangeAgency = () =>
  new AppError('rule', 'difficulties.strange_agency', {
    vi: 'Chỉ chuyển được đến cơ quan khác của cùng địa bàn.',
    en: 'It can be passed on to another agency of the same area only.',
  })

export const transferOver = () =>
  new AppError('rule', 'difficulties.transfer_over', {
    vi: 'Đã hết thời hạn chuyển. Cơ quan đang giải quyết phải trả lời.',
    en: 'The term for passing it on is over: whoever has it answers.',
  })

export const noReason = () =>
  new AppError('rule', 'difficulties.no_reason', {
    vi: 'Hãy cho biết vì sao chưa giải quyết được.',
    en: 'Say why it is not solved.',
  })

export const unknownMeeting = () =>
  new AppError('rule', 'difficulties.unknown_meeting', {
    vi: 'Không tìm thấy cuộc họp này trong phạm vi của đồng chí.',
    en: 'There is no such meeting within your scope.',
  })

export const unknownReturn = () =>
  new AppError('rule', 'difficulties.unknown_return', {
    vi: 'Không tìm thấy báo cáo này trong phạm vi của đồng chí.',
    en: 'There is no such return within your scope.',
  })

export const topicTwice = () =>
  new AppError('conflict', 'difficulties.topic_twice', {
    vi: 'Đã có nhóm nội dung tên này.',
    en: 'There is a topic of this name.',
  })

export const strangePlace = () =>
  new AppError('not_found', 'difficulties.strange_place', {
    vi: 'Không tìm thấy đơn vị này trong địa bàn của đồng chí.',
    en: 'There is no such unit in your area.',
  })
