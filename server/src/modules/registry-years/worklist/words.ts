import type { WorkKind, WorkReason, WorkState } from '@hopluc/shared/entity-years'

export const KINDS: Record<WorkKind, string> = {
  found: 'Thành lập mới',
  congress: 'Đại hội lại',
  consolidate: 'Củng cố, kiện toàn',
  dissolve: 'Giải thể',
  convert: 'Chuyển đổi, đăng ký lại',
}
export const STATES: Record<WorkState, string> = {
  planned: 'Dự kiến',
  doing: 'Đang thực hiện',
  done: 'Đã hoàn thành',
  dropped: 'Không thực hiện',
}
export const REASONS: Record<WorkReason, string> = {
  no_congress: 'Quá 12 tháng chưa đại hội',
  suspended: 'Tạm ngừng quá 12 tháng',
  few_members: 'Ít thành viên hơn mức tối thiểu',
  not_converted: 'Chưa chuyển đổi theo Luật đang có hiệu lực',
}
