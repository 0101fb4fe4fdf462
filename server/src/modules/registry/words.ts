import type { EntityEventKind, EntityKind, EntityStatus } from '@hopluc/shared/entities'
import type { Sentences } from '../../platform/errors.ts'

const EVENTS: Record<EntityEventKind, Sentences> = {
  canvassed: { vi: 'Vận động thành lập', en: 'Canvassed' },
  founders_found: { vi: 'Đủ sáng lập viên', en: 'Founders found' },
  conference_held: { vi: 'Hội nghị thành lập', en: 'Founding conference' },
  filed: { vi: 'Nộp hồ sơ đăng ký', en: 'Application filed' },
  registered: { vi: 'Được cấp giấy chứng nhận đăng ký', en: 'Registered' },
  congress: { vi: 'Đại hội thành viên', en: 'General meeting' },
  law_changed: { vi: 'Chuyển đổi, đăng ký lại theo luật', en: 'Registered anew under a law' },
  kind_changed: { vi: 'Chuyển đổi loại hình', en: 'Became another kind' },
  consolidated: { vi: 'Củng cố, kiện toàn', en: 'Consolidated' },
  suspended: { vi: 'Tạm ngừng kinh doanh', en: 'Suspended' },
  resumed: { vi: 'Hoạt động trở lại', en: 'Resumed' },
  not_at_address: { vi: 'Không hoạt động tại địa chỉ đã đăng ký', en: 'Not at its address' },
  at_address: { vi: 'Hoạt động lại tại địa chỉ đã đăng ký', en: 'At its address again' },
  dissolving: { vi: 'Bắt đầu giải thể', en: 'Dissolution begun' },
  dissolving_revoked: { vi: 'Hủy nghị quyết giải thể', en: 'Dissolution revoked' },
  certificate_revoked: { vi: 'Thu hồi giấy chứng nhận', en: 'Certificate revoked' },
  tax_revoked: { vi: 'Bị thu hồi do cưỡng chế thuế', en: 'Revoked by the tax authority' },
  restored: { vi: 'Khôi phục tình trạng pháp lý', en: 'Restored' },
  bankruptcy_opened: { vi: 'Mở thủ tục phá sản', en: 'Bankruptcy opened' },
  bankruptcy_closed: { vi: 'Đình chỉ thủ tục phá sản', en: 'Bankruptcy closed' },
  dissolved: { vi: 'Đã giải thể', en: 'Dissolved' },
  bankrupt: { vi: 'Tuyên bố phá sản', en: 'Declared bankrupt' },
  absorbed: { vi: 'Sáp nhập vào đơn vị khác', en: 'Merged into another' },
  absorbs: { vi: 'Nhận sáp nhập', en: 'Takes over another' },
  amalgamated: { vi: 'Hợp nhất', en: 'Amalgamated' },
  divided: { vi: 'Bị chia', en: 'Divided' },
  separated: { vi: 'Tách', en: 'Separated' },
  relocated: { vi: 'Chuyển địa bàn', en: 'Moved to another unit' },
  reorganised: { vi: 'Đổi địa bàn do sắp xếp đơn vị hành chính', en: 'Moved by a reorganisation' },
}
export const eventWords = (kind: EntityEventKind): Sentences => EVENTS[kind]

/** The official list (Decree 92/2024/NĐ-CP, article 27); of groups and funds as article 28 words it. */
const STATUS: Record<EntityStatus, Sentences> = {
  founding: { vi: 'Đang thành lập', en: 'Being founded' },
  suspended: { vi: 'Tạm ngừng kinh doanh', en: 'Suspended' },
  tax_revoked: {
    vi: 'Bị thu hồi do cưỡng chế về quản lý thuế',
    en: 'Revoked by enforcement of tax administration',
  },
  dissolving: {
    vi: 'Đang làm thủ tục giải thể, bị chia, bị hợp nhất, được sáp nhập',
    en: 'Being dissolved, divided, amalgamated or merged',
  },
  bankruptcy: { vi: 'Đang làm thủ tục phá sản', en: 'In bankruptcy' },
  ended: { vi: 'Đã giải thể, phá sản, chấm dứt tồn tại', en: 'Dissolved, bankrupt, ended' },
  not_at_address: {
    vi: 'Không hoạt động tại địa chỉ đã đăng ký',
    en: 'Not active at its registered address',
  },
  active: { vi: 'Đang hoạt động', en: 'Active' },
}
const OF_GROUPS: Partial<Record<EntityStatus, Sentences>> = {
  dissolving: { vi: 'Đang làm thủ tục chấm dứt hoạt động', en: 'Being ended' },
  ended: { vi: 'Đã chấm dứt hoạt động', en: 'Ended' },
}

export function statusWords(kind: EntityKind, status: EntityStatus): Sentences {
  return (kind === 'group' ? OF_GROUPS[status] : undefined) ?? STATUS[status]
}

export const KINDS: Record<EntityKind, Sentences> = {
  group: { vi: 'Tổ hợp tác', en: 'Cooperative group' },
  cooperative: { vi: 'Hợp tác xã', en: 'Cooperative' },
  union: { vi: 'Liên hiệp hợp tác xã', en: 'Union of cooperatives' },
  credit_fund: { vi: 'Quỹ tín dụng nhân dân', en: "People's credit fund" },
}
