import { AppError, type Issue } from '../../platform/errors.ts'

export function notFound() {
  return new AppError('not_found', 'reorganisations.not_found', {
    vi: 'Không tìm thấy văn bản sắp xếp này.',
    en: 'There is no such act of reorganisation.',
  })
}

export function changed() {
  return new AppError('conflict', 'reorganisations.changed', {
    vi: 'Phương án vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this plan. Reload the page and try again.',
  })
}

export function wrongState() {
  return new AppError('conflict', 'reorganisations.wrong_state', {
    vi: 'Văn bản sắp xếp không ở trạng thái cho phép thao tác này. Hãy tải lại trang.',
    en: 'The act is not in a state for this. Reload the page.',
  })
}

export function notReady(issues: readonly Issue[]) {
  return new AppError(
    'rule',
    'reorganisations.not_ready',
    {
      vi: `Còn ${issues.length} nội dung phải xử lý trước khi áp dụng.`,
      en: `${issues.length} matters have to be settled before this can be applied.`,
    },
    issues,
  )
}

export function restedOn(issues: readonly Issue[]) {
  return new AppError(
    'rule',
    'reorganisations.rested_on',
    {
      vi: 'Không hoàn lại được vì đã có nội dung mới dựa trên việc sắp xếp này.',
      en: 'It cannot be taken back: newer work rests on it.',
    },
    issues,
  )
}

export function noSystem() {
  return new AppError('unavailable', 'reorganisations.no_system', {
    vi: 'Máy chủ chưa sẵn sàng để sắp xếp. Hãy thử lại sau.',
    en: 'The server is not ready for this. Try again later.',
  })
}

export function tooEarly() {
  return new AppError('rule', 'reorganisations.not_yet', {
    vi: 'Văn bản chưa có hiệu lực. Hãy đặt lịch; hệ thống tự thực hiện vào ngày có hiệu lực.',
    en: 'The act does not hold yet. Set it down for its day, and it is carried out then.',
  })
}

export function isDue() {
  return new AppError('rule', 'reorganisations.due', {
    vi: 'Văn bản đã có hiệu lực. Hãy thực hiện ngay, không cần đặt lịch.',
    en: 'The act holds already. Carry it out at once; there is nothing to wait for.',
  })
}
