import { AppError } from '../../platform/errors.ts'

export const notFound = () =>
  new AppError('not_found', 'doubles.not_found', {
    vi: 'Không tìm thấy cặp này trong phạm vi của đồng chí.',
    en: 'There is no such pair within your scope.',
  })

export const decided = () =>
  new AppError('conflict', 'doubles.decided', {
    vi: 'Cặp này vừa được xử lý. Tải lại trang để xem.',
    en: 'This pair has just been decided. Reload the page.',
  })

export const notOfPair = () =>
  new AppError('rule', 'doubles.not_of_pair', {
    vi: 'Đơn vị được giữ lại và đơn vị được gộp phải đúng là hai đơn vị của cặp này.',
    en: 'The one that stays and the one that goes must be the two of this pair.',
  })

export const merged = () =>
  new AppError('rule', 'doubles.merged', {
    vi: 'Một trong hai đơn vị đã được gộp vào đơn vị khác.',
    en: 'One of the two has already been merged into another.',
  })

const TABLES: Record<string, { vi: string; en: string }> = {
  entity_members: { vi: 'thành viên', en: 'members' },
  entity_managers: { vi: 'cán bộ quản lý', en: 'managers' },
  entity_products: { vi: 'sản phẩm', en: 'products' },
  entity_certificates: { vi: 'chứng nhận', en: 'certificates' },
  entity_memberships: { vi: 'tư cách thành viên', en: 'memberships' },
  entity_debts: { vi: 'công nợ', en: 'debts' },
  debt_settlements: { vi: 'thanh toán công nợ', en: 'settlements of debts' },
  value_links: { vi: 'liên kết tiêu thụ', en: 'value-chain links' },
  market_notices: { vi: 'tin cung cầu', en: 'offers and wants' },
  growing_areas: { vi: 'mã số vùng trồng', en: 'growing areas' },
  figures: { vi: 'số liệu hằng năm', en: 'yearly figures' },
  duties: { vi: 'phân công phụ trách', en: 'duties' },
  inspections: { vi: 'kiểm tra', en: 'inspections' },
  entity_events: { vi: 'sự kiện pháp lý', en: 'legal events' },
}

/** Why a merger stays: what newer rests on it. */
export function notUndone(reason: string): AppError {
  const why: Record<string, { vi: string; en: string }> = {
    undone: { vi: 'Việc gộp này đã được hoàn tác.', en: 'This merger has already been undone.' },
    merged: {
      vi: 'Đơn vị được giữ lại sau đó đã được gộp tiếp vào đơn vị khác. Hoàn tác lần gộp sau trước.',
      en: 'The one that stayed was itself merged afterwards. Undo that merger first.',
    },
    event: {
      vi: 'Sau khi gộp đã ghi thêm sự kiện pháp lý. Hủy ghi nhận sự kiện đó trước rồi hoàn tác.',
      en: 'A legal event was recorded after the merger. Take it back first.',
    },
    description: {
      vi: 'Thông tin đăng ký hoặc địa chỉ đã được cập nhật sau khi gộp, nên không thể hoàn tác.',
      en: 'What is registered, or the address, was changed after the merger, so it cannot be undone.',
    },
  }
  const part = TABLES[reason] ?? { vi: 'dữ liệu đã chuyển', en: 'what was handed on' }
  const words = why[reason] ?? {
    vi: `Phần ${part.vi} đã được cập nhật sau khi gộp, nên không thể hoàn tác.`,
    en: `Of its ${part.en} something was changed after the merger, so it cannot be undone.`,
  }
  return new AppError('rule', 'doubles.rests', words)
}
