import { AppError, type Issue } from '../../platform/errors.ts'

export function notFound() {
  return new AppError('not_found', 'readings.not_found', {
    vi: 'Không tìm thấy văn bản đang trích này, hoặc văn bản không thuộc phạm vi của anh/chị.',
    en: 'There is no such reading, or it is outside your scope.',
  })
}

/** A state secret is refused before anything is written (Luật Bảo vệ bí mật nhà nước 2018, Điều 5). */
export function stateSecret() {
  return new AppError('rule', 'readings.state_secret', {
    vi: 'Văn bản mang dấu chỉ độ mật nên không được đưa vào hệ thống này. Hệ thống chưa lưu gì. Chỉ được đăng ký số, ngày, cơ quan ban hành và nơi lưu giữ ở mục Văn bản.',
    en: 'The text bears a mark of state secrecy and must not be kept here. Nothing was stored. Only number, date, issuer and where it is kept may be registered.',
  })
}

export function noText() {
  return new AppError('rule', 'readings.no_text', {
    vi: 'Không đọc được chữ trong tệp: có thể là bản quét. Hãy dán nội dung văn bản, hoặc dùng tệp .docx, .pdf có lớp chữ.',
    en: 'There is no text in the file; it may be a scan. Paste the text, or use a file that holds text.',
  })
}

export function tooLong(limit: number) {
  const shown = new Intl.NumberFormat('vi-VN').format(limit)
  return new AppError('too_large', 'readings.too_long', {
    vi: `Văn bản dài quá ${shown} ký tự. Hãy chia thành nhiều phần.`,
    en: `The text is longer than ${shown} characters. Divide it into parts.`,
  })
}

export function justRead() {
  return new AppError('conflict', 'readings.just_read', {
    vi: 'Văn bản này vừa được đưa vào ở lần gửi trước. Hãy mở lại danh sách để xem.',
    en: 'This text was taken in a moment ago. Open the list to see it.',
  })
}

export function changed() {
  return new AppError('conflict', 'readings.changed', {
    vi: 'Bản trích này vừa được người khác lưu. Phần anh/chị sửa vẫn còn trên máy; hãy so hai bản rồi chọn.',
    en: 'Someone has just saved this review. Your changes are still on this machine; compare both and choose.',
  })
}

export function closed() {
  return new AppError('rule', 'readings.closed', {
    vi: 'Văn bản này đã được xác nhận hoặc đã bỏ, không sửa được nữa.',
    en: 'This reading has been confirmed or discarded and can no longer be changed.',
  })
}

export function stillOpen(count: number) {
  return new AppError('rule', 'readings.still_open', {
    vi: `Còn ${count} chỉ đạo chưa xem. Hãy xem hết, hoặc xác nhận cả phần chưa xem.`,
    en: `${count} directives have not been looked at. Look at them, or confirm them as well.`,
  })
}

export function blocked(issues: readonly Issue[]) {
  return new AppError(
    'rule',
    'readings.blocked',
    {
      vi: `Chưa xác nhận được: ${issues.length} chỗ phải sửa trước. Bản đang xem vẫn được giữ.`,
      en: `Not confirmed: ${issues.length} places have to be corrected first. The review is kept.`,
    },
    issues,
  )
}

export function nothingToConfirm() {
  return new AppError('rule', 'readings.nothing', {
    vi: 'Không còn chỉ đạo nào để đưa vào thông báo. Hãy thêm chỉ đạo từ văn bản, hoặc bỏ văn bản này.',
    en: 'No directive is left for a notice. Add one from the text, or discard the reading.',
  })
}

export function tasksDrafted() {
  return new AppError('conflict', 'readings.tasks_drafted', {
    vi: 'Văn bản này đã được xác nhận và đã lập dự thảo thông báo. Hãy mở thông báo đó; trích lại sẽ làm trùng nhiệm vụ.',
    en: 'This text has been confirmed and its notice drafted. Open that notice; reading it again would double its tasks.',
  })
}

export function meetingDayMissing() {
  return new AppError('rule', 'readings.meeting_day', {
    vi: 'Chưa có ngày họp. Hãy nhập ngày họp, chọn cuộc họp đã có, hoặc chọn “Không gắn cuộc họp”.',
    en: 'The day of the meeting is missing. Enter it, choose a meeting, or choose none.',
  })
}

export function factsMissing() {
  return new AppError('rule', 'readings.facts_missing', {
    vi: 'Văn bản đã ký phải có số, ký hiệu, ngày ban hành, cơ quan ban hành và người ký.',
    en: 'A signed paper needs its number and symbol, day, issuer and signer.',
  })
}
