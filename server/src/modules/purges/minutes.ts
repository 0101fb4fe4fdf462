import type { Kept, PurgeGround, PurgeItem } from '@hopluc/shared/purges'
import { calendarDay } from '../../platform/clock.ts'
import { type IssuerTemplate, makePurgeMinutes } from '../papers/index.ts'
import type { PurgeRow } from './acts-store.ts'

const GROUNDS: Record<PurgeGround, string> = {
  expired: 'Tài liệu hết thời hạn lưu trữ',
  secret: 'Nội dung không được phép lưu trên hệ thống',
  personal: 'Yêu cầu xóa dữ liệu cá nhân',
}

const KEPT: Record<Kept, string> = {
  not_found: 'Không có trên hệ thống',
  several: 'Nhiều văn bản cùng số, chưa rõ ngày',
  open_tasks: 'Còn nhiệm vụ chưa kết thúc',
  not_issued: 'Chưa ban hành, chưa kết thúc',
  too_young: 'Chưa hết thời hạn lưu trữ',
  bound: 'Gắn với tài liệu, nhiệm vụ còn phải lưu',
  destroyed_before: 'Đã tiêu hủy trước đó',
}

const TAKES: Readonly<Record<string, string>> = {
  files: 'tệp',
  directives: 'chỉ đạo',
  tasks: 'nhiệm vụ',
  readings: 'bản trích',
  rounds: 'lượt lấy ý kiến',
}

/** The minutes of a decision carried out: what went, what stayed and why; no words of a record. */
export function purgeMinutes(
  row: PurgeRow,
  items: readonly PurgeItem[],
  { superior, issuer, place }: Pick<IssuerTemplate, 'superior' | 'issuer' | 'place'>,
): Promise<Buffer> {
  const on = calendarDay(row.endedAt ?? row.madeAt)
  return makePurgeMinutes({
    head: { superior, issuer, place, on, year: Number(on.slice(0, 4)) },
    decision: row.decision,
    decidedOn: row.decidedOn,
    decidedBy: row.decidedBy,
    ground: GROUNDS[row.ground],
    by: row.confirmedBy ?? row.madeBy,
    rows: items
      .filter(({ doneAt }) => doneAt !== null)
      .map(({ label, issuer: from, takes }) => ({ label, issuer: from ?? '', note: taken(takes) })),
    kept: items.flatMap(({ label, kept }) => (kept ? [{ label, reason: KEPT[kept] }] : [])),
  })
}

function taken(takes: PurgeItem['takes']): string {
  const parts = Object.entries(TAKES).flatMap(([name, words]) =>
    takes[name] ? [`${takes[name]} ${words}`] : [],
  )
  return parts.length > 0 ? `Kèm ${parts.join(', ')}` : ''
}
