import { DocumentQuery, type DocumentSummary, PAPER_KIND_NAMES } from '@hopluc/shared/documents'
import type { ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { list } from './service.ts'

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

declareList({
  name: 'documents',
  query: DocumentQuery,
  title: 'Danh sách văn bản',
  sheetName: 'Văn bản',
  personal: ['documents.signer_name'],
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
  rows: async (context, query) => {
    const page = await list(context, query)
    return { items: page.items.map(asRow), next: page.next }
  },
})

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
