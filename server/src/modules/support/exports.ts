import { type SupportItem, SupportQuery, type SupportState } from '@hopluc/shared/support'
import { SUPPORT_KINDS } from '@hopluc/shared/support-kinds'
import type { ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { list } from './service.ts'

const STATES: Record<SupportState, string> = {
  submitted: 'Chờ quyết định',
  returned: 'Trả lại để bổ sung',
  approved: 'Đã quyết định',
  running: 'Đang thực hiện',
  accepted: 'Đã xác nhận kết quả',
  refused: 'Không hỗ trợ',
  withdrawn: 'Đã rút hồ sơ',
}
declareList({
  name: 'supports',
  query: SupportQuery,
  title: 'Hồ sơ hỗ trợ HTX',
  sheetName: 'Hồ sơ hỗ trợ',
  heading: 'DANH SÁCH HỒ SƠ ĐỀ NGHỊ HỖ TRỢ CỦA HỢP TÁC XÃ',
  columns: [
    { header: 'HTX, THT', key: 'entity', width: 34, kind: 'text' },
    { header: 'Xã, phường', key: 'unit', width: 24, kind: 'text' },
    { header: 'Chương trình', key: 'programme', width: 40, kind: 'text' },
    { header: 'Loại hỗ trợ', key: 'kind', width: 24, kind: 'text' },
    { header: 'Nội dung', key: 'title', width: 44, kind: 'text' },
    { header: 'Ngày nộp', key: 'appliedOn', width: 12, kind: 'date' },
    { header: 'Trạng thái', key: 'state', width: 22, kind: 'text' },
    { header: 'Đề nghị (đồng)', key: 'asked', width: 18, kind: 'number' },
    { header: 'Được hỗ trợ (đồng)', key: 'approved', width: 18, kind: 'number' },
    { header: 'Đã giải ngân (đồng)', key: 'disbursed', width: 18, kind: 'number' },
    { header: 'Ngày quyết định', key: 'decidedOn', width: 12, kind: 'date' },
    { header: 'Ghi chú', key: 'note', width: 18, kind: 'text' },
  ],
  rows: async (context, query) => {
    const page = await list(context, query)
    return { items: page.items.map(asRow), next: page.next }
  },
})

function asRow(one: SupportItem): ExcelRow {
  const { title, appliedOn, asked, approved, disbursed, decidedOn } = one
  return {
    title,
    appliedOn,
    asked,
    approved,
    disbursed,
    decidedOn,
    entity: one.entity.name,
    unit: `${one.unit.kind} ${one.unit.name}`,
    programme: one.programme.name,
    kind: SUPPORT_KINDS[one.kind].vi,
    state: STATES[one.state],
    note: one.isDemo ? 'Số liệu minh họa' : null,
  }
}
