import { AppError } from '../../platform/errors.ts'

export function notOwnBody(): AppError {
  return new AppError('forbidden', 'meetings.not_own_body', {
    vi: 'Chỉ được lên lịch họp cho cơ quan mà chức vụ đang dùng phụ trách.',
    en: 'Meetings are planned only for a body of your own post.',
  })
}

export function notYetHeld(): AppError {
  const sentences = {
    vi: 'Chưa đến ngày họp nên chưa ghi nhận là đã họp. Hãy sửa ngày họp nếu đã họp sớm hơn.',
    en: 'The day of the meeting has not come. Correct the day if it was held earlier.',
  }
  return new AppError('rule', 'meetings.not_yet_held', sentences, [
    { path: 'heldOn', ...sentences },
  ])
}

export function dayMissing(): AppError {
  const sentences = {
    vi: 'Cuộc họp chưa có ngày họp. Hãy ghi ngày họp trước.',
    en: 'The meeting has no day yet. Set it first.',
  }
  return new AppError('rule', 'meetings.day_missing', sentences, [{ path: 'heldOn', ...sentences }])
}

export function nobodyInvited(): AppError {
  const sentences = {
    vi: 'Chưa có cơ quan, cá nhân nào trong thành phần mời.',
    en: 'Nobody is on the list of those invited.',
  }
  return new AppError('rule', 'meetings.nobody_invited', sentences, [
    { path: 'attendees', ...sentences },
  ])
}

export function noConclusion(): AppError {
  const sentences = {
    vi: 'Chưa có nội dung kết luận, biên bản hoặc thông báo kết luận nên chưa kết thúc được cuộc họp.',
    en: 'There is no conclusion, no minutes and no notice yet to end the meeting with.',
  }
  return new AppError('rule', 'meetings.no_conclusion', sentences, [
    { path: 'conclusion', ...sentences },
  ])
}

export function endsBeforeStart(): AppError {
  const sentences = {
    vi: 'Giờ kết thúc phải sau giờ bắt đầu.',
    en: 'The end has to come after the beginning.',
  }
  return new AppError('rule', 'meetings.ends_before_start', sentences, [
    { path: 'endsAt', ...sentences },
  ])
}

export function unknownFile(): AppError {
  return new AppError('not_found', 'meetings.file_not_found', {
    vi: 'Không tìm thấy tệp tài liệu. Hãy tải tệp lên lại.',
    en: 'A paper was not found. Send the file once more.',
  })
}
