import { AppError } from '../../platform/errors.ts'

export const strangePolicy = () =>
  new AppError('rule', 'needs.strange_policy', {
    vi: 'Kế hoạch không hỏi nhu cầu theo chính sách này. Hãy tải lại trang.',
    en: 'The plan does not ask for this policy. Reload the page.',
  })

export const strangeAgency = () =>
  new AppError('rule', 'needs.strange_agency', {
    vi: 'Cơ quan không thuộc địa bàn của kế hoạch.',
    en: 'The agency does not belong to the area of the plan.',
  })

export const notOpen = () =>
  new AppError('rule', 'needs.not_open', {
    vi: 'Kế hoạch không còn mở để đăng ký nhu cầu kinh phí.',
    en: 'The plan is not open for stating needs.',
  })

export const notYearly = () =>
  new AppError('rule', 'needs.not_yearly', {
    vi: 'Chỉ kế hoạch năm có nhu cầu kinh phí.',
    en: 'Only a plan of one year asks for money.',
  })

export const statedMeanwhile = () =>
  new AppError('conflict', 'needs.changed', {
    vi: 'Người khác của cơ quan vừa cập nhật nhu cầu. Hãy tải lại trang rồi nhập lại.',
    en: 'Someone of the agency has just stated other needs. Reload the page and try again.',
  })

export const policyStated = () =>
  new AppError('rule', 'needs.policy_stated', {
    vi: 'Đã có đơn vị đăng ký nhu cầu theo chính sách này nên không bỏ được.',
    en: 'Needs have been stated for this policy: it cannot be taken off.',
  })

export const policyNotFound = () =>
  new AppError('not_found', 'support_policies.not_found', {
    vi: 'Không tìm thấy chính sách này.',
    en: 'There is no such policy.',
  })

export const policyChanged = () =>
  new AppError('conflict', 'support_policies.changed', {
    vi: 'Người khác vừa sửa chính sách này. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this policy. Reload the page and try again.',
  })

export const policyThere = () =>
  new AppError('rule', 'support_policies.there', {
    vi: 'Đã có chính sách cùng tên.',
    en: 'There is a policy of this name.',
  })
