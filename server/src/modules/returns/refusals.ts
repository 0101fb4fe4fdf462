import type { Finding } from '@hopluc/shared/return-checks'
import type { ReturnState } from '@hopluc/shared/rounds'
import { AppError } from '../../platform/errors.ts'

export const returnNotFound = () =>
  new AppError('not_found', 'returns.not_found', {
    vi: 'Không tìm thấy báo cáo này trong phạm vi của đồng chí.',
    en: 'There is no such return within your scope.',
  })

export const returnChanged = () =>
  new AppError('conflict', 'returns.changed', {
    vi: 'Báo cáo vừa được người khác xử lý. Hãy tải lại trang rồi làm tiếp.',
    en: 'Someone has just acted on this return. Reload the page and go on.',
  })

const STATES: Record<ReturnState, { vi: string; en: string }> = {
  open: { vi: 'đang lập biểu', en: 'being filled in' },
  with_leader: { vi: 'đang chờ lãnh đạo duyệt', en: 'with the leader' },
  sent: { vi: 'đã gửi', en: 'sent' },
  returned: { vi: 'đã bị trả lại', en: 'returned' },
  accepted: { vi: 'đã được chấp nhận và khóa số liệu', en: 'accepted and locked' },
}

export const locked = (state: ReturnState) =>
  new AppError('conflict', 'returns.locked', {
    vi: `Báo cáo ${STATES[state].vi} nên không sửa được. ${state === 'accepted' ? 'Cần sửa thì lập đính chính.' : 'Rút báo cáo lại rồi sửa; số liệu chưa gửi vẫn ở trên máy này.'}`,
    en: `The return is ${STATES[state].en} and cannot be changed. ${state === 'accepted' ? 'Begin a correction.' : 'Take it back first; what was not sent stays on this computer.'}`,
  })

export const notNow = (state: ReturnState) =>
  new AppError('rule', 'returns.not_now', {
    vi: `Báo cáo ${STATES[state].vi}: chưa làm được thao tác này.`,
    en: `The return is ${STATES[state].en}: this cannot be done now.`,
  })

export const notClean = (findings: readonly Finding[]) =>
  new AppError(
    'rule',
    'returns.not_clean',
    {
      vi: `Còn ${findings.length} chỗ cần sửa hoặc ghi lý do trước khi gửi.`,
      en: `${findings.length} places have to be corrected or explained first.`,
    },
    findings
      .slice(0, 100)
      .map(({ key, rowName, vi, en }) => ({
        path: key,
        vi: rowName ? `${rowName}: ${vi}` : vi,
        en: rowName ? `${rowName}: ${en}` : en,
      })),
  )

export const unknownCell = () =>
  new AppError('rule', 'returns.unknown_cell', {
    vi: 'Có ô không thuộc biểu này. Hãy tải lại trang.',
    en: 'A cell does not belong to this return. Reload the page.',
  })

export const notInvited = () =>
  new AppError('rule', 'returns.not_own_entities', {
    vi: 'Có HTX không nằm trong báo cáo này.',
    en: 'Some of these do not stand in this return.',
  })

export const noFile = () =>
  new AppError('rule', 'files.none', {
    vi: 'Chưa có tệp nào được gửi. Hãy chọn một tệp.',
    en: 'No file was sent. Choose one.',
  })

export const wrongTemplate = () =>
  new AppError('rule', 'returns.wrong_template', {
    vi: 'Tệp này không phải mẫu của báo cáo đang mở. Hãy tải mẫu Excel của chính báo cáo này rồi nhập.',
    en: 'This file is not the template of this return. Download the template of this return.',
  })

export const stateSecret = () =>
  new AppError('rule', 'returns.state_secret', {
    vi: 'Văn bản có dấu mật: không được đưa lên hệ thống này.',
    en: 'The paper bears a mark of state secrecy and must not be kept here.',
  })
