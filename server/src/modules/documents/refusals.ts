import { AppError } from '../../platform/errors.ts'

/** A state secret is refused before anything is written (Luật Bảo vệ bí mật nhà nước 2018, Điều 5). */
export function stateSecret(): AppError {
  return new AppError('rule', 'documents.state_secret', {
    vi: 'Văn bản mang dấu chỉ độ mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT) nên không được đưa vào hệ thống; hệ thống chưa lưu gì. Chỉ được đăng ký số, ngày, cơ quan ban hành và nơi giữ.',
    en: 'The text bears a mark of state secrecy and must not be kept here; nothing was stored. Only number, date, issuer and where it is kept may be registered.',
  })
}

/** Of a scan or a picture nobody here sees whether it bears a mark: its sender has to say so. */
export function unseen(): AppError {
  return new AppError('rule', 'files.unseen', {
    vi: 'Đây là bản quét hoặc ảnh, hệ thống không xem được có dấu mật hay không nên chưa lưu. Hãy xác nhận văn bản không chứa bí mật nhà nước rồi gửi lại.',
    en: 'This is a scan or a picture: whether it bears a mark of secrecy cannot be seen here, and nothing was stored. State that it is no state secret and send it again.',
  })
}

export function notOwnBody(): AppError {
  return new AppError('forbidden', 'documents.not_own_body', {
    vi: 'Chỉ được đăng ký, ban hành văn bản dưới tên cơ quan mà chức vụ đang dùng phụ trách.',
    en: 'Papers are registered and issued only in the name of a body of your own post.',
  })
}

export function sameText(symbol: string, id: string): AppError {
  return new AppError(
    'conflict',
    'documents.same_text',
    {
      vi: `Văn bản có cùng nội dung đã có trong danh sách: ${symbol}. Hãy mở văn bản đó thay vì đăng ký lần nữa.`,
      en: `A document with the same text is registered already: ${symbol}. Open it instead of registering it again.`,
    },
    [{ path: `known.${id}`, vi: symbol, en: symbol }],
  )
}

export function alreadyRegistered(symbol: string, id: string): AppError {
  return new AppError(
    'conflict',
    'documents.already_registered',
    {
      vi: `Văn bản đã được đăng ký: ${symbol}. Hãy mở văn bản đó thay vì đăng ký lần nữa.`,
      en: `The document is registered already: ${symbol}. Open it instead of registering it again.`,
    },
    [{ path: `known.${id}`, vi: symbol, en: symbol }],
  )
}

export function numberTaken(): AppError {
  return new AppError('conflict', 'documents.number_taken', {
    vi: 'Số này đã cấp cho một văn bản khác trong cùng sổ và cùng năm. Hãy kiểm tra lại số trên bản đã ký.',
    en: 'This number has been given to another paper in the same book and year. Check the number on the signed paper.',
  })
}

export function numberMismatch(): AppError {
  return new AppError('rule', 'documents.number_mismatch', {
    vi: 'Số và ký hiệu không khớp nhau. Hãy nhập đúng như trên bản đã ký.',
    en: 'Number and symbol contradict each other. Enter them as they stand on the signed paper.',
  })
}

export function futureDay(path: string): AppError {
  const sentences = {
    vi: 'Ngày văn bản không được sau ngày hôm nay.',
    en: 'The day of a paper cannot lie in the future.',
  }
  return new AppError('rule', 'documents.future_day', sentences, [{ path, ...sentences }])
}

export function dayMissing(): AppError {
  const sentences = {
    vi: 'Văn bản đã ban hành phải có ngày ban hành.',
    en: 'A paper that has been issued needs its day.',
  }
  return new AppError('rule', 'documents.day_missing', sentences, [
    { path: 'issuedOn', ...sentences },
  ])
}

export function fixedAfterIssue(): AppError {
  return new AppError('rule', 'documents.fixed_after_issue', {
    vi: 'Văn bản đi đã ban hành: không sửa được loại, số, ký hiệu, ngày và cơ quan ban hành. Nếu sai, hãy ban hành văn bản đính chính hoặc thay thế.',
    en: 'An issued paper keeps its kind, number, symbol, day and issuer. Issue one that corrects or replaces it.',
  })
}

export function textIsCited(): AppError {
  return new AppError('rule', 'documents.text_is_cited', {
    vi: 'Nội dung văn bản đã được trích thành nhiệm vụ, số liệu nên không sửa được nữa.',
    en: 'Tasks or figures point into this text; it can no longer be changed.',
  })
}

export function circle(): AppError {
  return new AppError('rule', 'documents.circle', {
    vi: 'Không liên kết được: hai văn bản sẽ căn cứ lẫn nhau.',
    en: 'The two papers would rest on each other.',
  })
}

export function fileMissing(): AppError {
  return new AppError('not_found', 'documents.file_not_found', {
    vi: 'Không tìm thấy tệp này. Hãy tải tệp lên lại.',
    en: 'There is no such file. Send it once more.',
  })
}

export function stubHasText(): AppError {
  return new AppError('rule', 'documents.stub_has_text', {
    vi: 'Văn bản chỉ đăng ký số thì không lưu nội dung và tệp. Hãy bỏ nội dung, hoặc đăng ký đầy đủ.',
    en: 'A paper known by its number only holds no text and no file. Leave them out, or register it in full.',
  })
}

export function isNotice(): AppError {
  return new AppError('rule', 'documents.is_notice', {
    vi: 'Đây là thông báo kết luận có kèm nhiệm vụ. Hãy trình, ban hành tại trang của thông báo để nhiệm vụ được giao cùng lúc.',
    en: 'This is a conclusion notice with tasks. Submit and issue it on its own page, so that the tasks are given with it.',
  })
}
