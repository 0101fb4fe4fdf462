import {
  type DocumentQuery,
  type DocumentSummary,
  PAPER_KIND_NAMES,
} from '@hopluc/shared/documents'
import type { Page } from '@hopluc/shared/values'
import type { ExcelRow, SheetToWrite } from '../../platform/excel.ts'

const STATES: Record<DocumentSummary['state'], string> = {
  draft: 'Dự thảo',
  opinions: 'Đang lấy ý kiến',
  appraisal: 'Đang thẩm định',
  submitted: 'Đã trình',
  issued: 'Đã ban hành',
  replaced: 'Đã thay thế',
  expired: 'Hết hiệu lực',
}
const URGENCIES: Record<DocumentSummary['urgency'], string> = {
  normal: '',
  urgent: 'Khẩn',
  very_urgent: 'Thượng khẩn',
  express: 'Hỏa tốc',
}
const DIRECTIONS: Record<DocumentSummary['direction'], string> = {
  outgoing: 'Văn bản đi',
  incoming: 'Văn bản đến',
  reference: 'Văn bản tham khảo',
}

/** The list as a sheet, page by page, so that a long one is never held whole. */
export function listSheet(
  query: DocumentQuery,
  read: (query: DocumentQuery) => Promise<Page<DocumentSummary>>,
): SheetToWrite {
  return {
    sheetName: query.direction ? DIRECTIONS[query.direction] : 'Văn bản',
    columns: [
      { header: 'Số, ký hiệu', key: 'symbol', width: 18, kind: 'text' },
      { header: 'Ngày văn bản', key: 'issuedOn', width: 12, kind: 'date' },
      { header: 'Loại', key: 'kind', width: 14, kind: 'text' },
      { header: 'Trích yếu', key: 'abstract', width: 60, kind: 'text' },
      { header: 'Cơ quan ban hành', key: 'issuerName', width: 34, kind: 'text' },
      { header: 'Người ký', key: 'signerName', width: 22, kind: 'text' },
      { header: 'Trạng thái', key: 'state', width: 16, kind: 'text' },
      { header: 'Độ khẩn', key: 'urgency', width: 12, kind: 'text' },
      { header: 'Phạm vi', key: 'internal', width: 18, kind: 'text' },
      { header: 'Ngày đến', key: 'arrivedOn', width: 12, kind: 'date' },
      { header: 'Số đến', key: 'arrivalNo', width: 8, kind: 'number' },
    ],
    rows: rows(query, read),
  }
}

/** Rows of a streamed list; beyond, filters have to make it shorter. */
const MOST_ROWS = 10_000

async function* rows(
  query: DocumentQuery,
  read: (query: DocumentQuery) => Promise<Page<DocumentSummary>>,
): AsyncGenerator<ExcelRow> {
  let count = 0
  let cursor = query.cursor
  do {
    const page = await read({ ...query, limit: 200, ...(cursor && { cursor }) })
    for (const item of page.items) yield asRow(item)
    count += page.items.length
    cursor = page.next ?? undefined
  } while (cursor && count < MOST_ROWS)
}

function asRow({ kind, state, urgency, isInternal, ...item }: DocumentSummary): ExcelRow {
  return {
    symbol: item.symbol,
    issuedOn: item.issuedOn,
    abstract: item.abstract,
    issuerName: item.issuerName,
    signerName: item.signerName,
    arrivedOn: item.arrivedOn,
    arrivalNo: item.arrivalNo,
    kind: PAPER_KIND_NAMES[kind],
    state: STATES[state],
    urgency: URGENCIES[urgency],
    internal: isInternal ? 'Lưu hành nội bộ' : '',
  }
}
