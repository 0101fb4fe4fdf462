import { AppError } from '../../platform/errors.ts'

export const planNotFound = () =>
  new AppError('not_found', 'plans.not_found', {
    vi: 'Không tìm thấy kế hoạch này trong phạm vi của đồng chí.',
    en: 'There is no such plan within your scope.',
  })

export const targetNotFound = () =>
  new AppError('not_found', 'targets.not_found', {
    vi: 'Không tìm thấy chỉ tiêu này trong phạm vi của đồng chí.',
    en: 'There is no such target within your scope.',
  })

export const changed = (what: 'plans' | 'targets') =>
  new AppError('conflict', `${what}.changed`, {
    vi: 'Nội dung vừa được người khác cập nhật. Hãy tải lại trang rồi làm lại.',
    en: 'Someone has just changed this. Reload the page and try again.',
  })

export const wrongState = () =>
  new AppError('rule', 'plans.wrong_state', {
    vi: 'Không thực hiện được ở trạng thái hiện tại của kế hoạch. Hãy tải lại trang.',
    en: 'This cannot be done in the present state of the plan. Reload the page.',
  })

export const noTargets = () =>
  new AppError('rule', 'plans.no_targets', {
    vi: 'Kế hoạch chưa có chỉ tiêu nào. Hãy thêm chỉ tiêu trước khi mở đăng ký hoặc trình.',
    en: 'The plan has no target yet. Add one before laying it open or submitting it.',
  })

export const strangePlace = () =>
  new AppError('rule', 'plans.strange_unit', {
    vi: 'Địa bàn không thuộc cơ quan lập kế hoạch.',
    en: 'The unit does not belong to whose plan it is.',
  })

export const strangeUnit = () =>
  new AppError('rule', 'targets.strange_unit', {
    vi: 'Có đơn vị không thuộc địa bàn của kế hoạch.',
    en: 'A unit lies outside the area of the plan.',
  })

export const notRegistered = () =>
  new AppError('rule', 'targets.not_registered', {
    vi: 'Chỉ tiêu này không mở cho xã đăng ký.',
    en: 'Units do not register numbers for this target.',
  })

export const strangeEntity = () =>
  new AppError('rule', 'targets.strange_entity', {
    vi: 'Có HTX không thuộc địa bàn của xã.',
    en: 'A cooperative does not lie in the unit.',
  })

export const noSuchWhole = () =>
  new AppError('rule', 'targets.no_such_whole', {
    vi: 'Chỉ tiêu không có cách tính này.',
    en: 'The target has no such way of reckoning.',
  })

export const strangeParent = () =>
  new AppError('rule', 'targets.strange_parent', {
    vi: 'Chỉ tiêu chính không thuộc kế hoạch này, hoặc chính là chỉ tiêu đang sửa.',
    en: 'The target above is not of this plan, or is the same target.',
  })

export const paperMissing = () =>
  new AppError('rule', 'targets.paper_missing', {
    vi: 'Kế hoạch đã ban hành: hãy ghi số, ngày văn bản điều chỉnh chỉ tiêu.',
    en: 'The plan is issued: name the paper by which the target is adjusted.',
  })

export const pastDay = () =>
  new AppError('rule', 'targets.past_day', {
    vi: 'Thời hạn giải trình phải sau ngày hôm nay.',
    en: 'The deadline for the explanation has to be after today.',
  })

export const notToCome = () =>
  new AppError('rule', 'plans.not_yet', {
    vi: 'Ngày ban hành chưa đến.',
    en: 'The day of issue has not come.',
  })
