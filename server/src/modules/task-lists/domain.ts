import type { Task, TaskRow } from '@hopluc/shared/tasks'
import { dayWords } from '../task-rows/index.ts'
import type { TrackingExtras } from '../task-tracking/index.ts'

export const STATUS_WORDS: Record<TaskRow['status'], string> = {
  drafted: 'Dự thảo',
  waiting_notice: 'Chờ thông báo',
  not_taken_up: 'Chưa tiếp nhận',
  in_term: 'Trong hạn',
  due_soon: 'Sắp đến hạn',
  overdue: 'Quá hạn',
  waiting_confirmation: 'Chờ xác nhận',
  done_in_time: 'Hoàn thành đúng hạn',
  done_late: 'Hoàn thành quá hạn',
  standing: 'Thường xuyên',
  paused: 'Tạm dừng',
  cancelled: 'Đã hủy',
}

/** The columns of a tracking list, as Decree 30/2020 (Điều 23, 24) and the provinces keep it. */
export const TRACKING_COLUMNS = [
  { header: 'Số nhiệm vụ', key: 'code', width: 12, kind: 'text' },
  { header: 'Văn bản giao', key: 'source', width: 30, kind: 'text' },
  { header: 'Mục', key: 'item', width: 10, kind: 'text' },
  { header: 'Cơ quan ban hành', key: 'sourceIssuer', width: 26, kind: 'text' },
  { header: 'Trích yếu', key: 'sourceAbstract', width: 40, kind: 'text' },
  { header: 'Nội dung nhiệm vụ', key: 'title', width: 60, kind: 'text' },
  { header: 'Người chỉ đạo', key: 'directedBy', width: 24, kind: 'text' },
  { header: 'Hình thức', key: 'manner', width: 14, kind: 'text' },
  { header: 'Cơ quan chủ trì', key: 'lead', width: 28, kind: 'text' },
  { header: 'Cơ quan phối hợp', key: 'co', width: 28, kind: 'text' },
  { header: 'Ngày giao', key: 'assignedOn', width: 12, kind: 'date' },
  { header: 'Thời hạn', key: 'dueOn', width: 12, kind: 'date' },
  { header: 'Các lần gia hạn', key: 'extensions', width: 40, kind: 'text' },
  { header: 'Sản phẩm yêu cầu', key: 'product', width: 26, kind: 'text' },
  { header: 'Kết quả', key: 'result', width: 30, kind: 'text' },
  { header: 'Trạng thái', key: 'status', width: 20, kind: 'text' },
  { header: 'Số ngày quá hạn', key: 'daysLate', width: 10, kind: 'number' },
  { header: 'Nguyên nhân', key: 'cause', width: 34, kind: 'text' },
  { header: 'Xác nhận hoàn thành', key: 'confirmed', width: 28, kind: 'text' },
] as const

export function trackingRow(row: TaskRow, more: TrackingExtras | undefined) {
  const { result, parts } = row
  const papers = result.papers.map(({ number, on }) => `${number} ngày ${dayWords(on)}`).join('; ')
  return {
    code: row.code,
    source: row.source?.label ?? '',
    item: row.source?.item ?? '',
    sourceIssuer: more?.sourceIssuer ?? '',
    sourceAbstract: more?.sourceAbstract ?? '',
    title: row.title,
    directedBy: more?.directedBy ?? '',
    manner: row.manner === 'assign' ? 'Giao' : 'Đề nghị phối hợp',
    lead: row.lead?.name ?? (parts ? `${parts.total} đơn vị` : ''),
    co: row.co.map(({ name }) => name).join('; '),
    assignedOn: row.assignedOn,
    dueOn: row.dueOn,
    extensions: extensionWords(more?.dues ?? []),
    product: row.product ?? '',
    result: parts ? `${parts.done}/${parts.total}` : papers,
    status: STATUS_WORDS[row.status],
    daysLate: row.daysLate > 0 ? row.daysLate : null,
    cause: causeWords(more?.cause ?? null),
    confirmed: more?.confirmedBy
      ? `${more.confirmedBy.byWords}, ${dayWords(more.confirmedBy.on)}`
      : '',
  }
}

function extensionWords(dues: Task['dues']): string {
  return dues
    .filter(({ kind }) => kind === 'extension')
    .map(({ dueOn, text, decisionPaper, byWords }) => {
      const by = decisionPaper ? `${decisionPaper.number}, ${byWords}` : byWords
      return `${dayWords(dueOn)} (${by}${text ? `: ${text}` : ''})`
    })
    .join('; ')
}

function causeWords(cause: TrackingExtras['cause']): string {
  if (!cause) return ''
  return `${cause.isObjective ? 'Khách quan' : 'Chủ quan'}: ${cause.text}`
}

/** One agency's tasks on a day, as counted by the database. */
export interface AgencyCount {
  agencyId: string
  manner: string
  status: TaskRow['status']
  count: number
  /** Due in its own time, and of these in time. */
  due: number
  inTime: number
}

/** Below five due tasks no rate is given, only the two numbers. */
export const RATE_FROM = 5

export function rateOf(due: number, inTime: number): number | null {
  return due < RATE_FROM ? null : inTime / due
}
