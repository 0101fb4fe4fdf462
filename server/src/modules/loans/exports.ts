import { type LoanItem, LoanQuery, type LoanState } from '@hopluc/shared/loans'
import type { ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { list } from './service.ts'

const STATES: Record<LoanState, string> = {
  requested: 'Đề nghị vay',
  approved: 'Đã duyệt, chờ giải ngân',
  running: 'Đang vay',
  closed: 'Đã tất toán',
  refused: 'Không duyệt',
  withdrawn: 'Đã rút đề nghị',
}

declareList({
  name: 'loans',
  query: LoanQuery,
  title: 'Vay vốn',
  sheetName: 'Vay vốn',
  heading: 'DANH SÁCH KHOẢN VAY CỦA HỢP TÁC XÃ',
  columns: [
    { header: 'HTX, LHHTX', key: 'entity', width: 34, kind: 'text' },
    { header: 'Xã, phường', key: 'unit', width: 24, kind: 'text' },
    { header: 'Quỹ cho vay', key: 'fund', width: 34, kind: 'text' },
    { header: 'Mục đích', key: 'purpose', width: 44, kind: 'text' },
    { header: 'Ngày đề nghị', key: 'requestedOn', width: 12, kind: 'date' },
    { header: 'Trạng thái', key: 'state', width: 22, kind: 'text' },
    { header: 'Đề nghị (đồng)', key: 'asked', width: 18, kind: 'number' },
    { header: 'Được duyệt (đồng)', key: 'approved', width: 18, kind: 'number' },
    { header: 'Đã giải ngân (đồng)', key: 'disbursed', width: 18, kind: 'number' },
    { header: 'Dư nợ gốc (đồng)', key: 'outstanding', width: 18, kind: 'number' },
    { header: 'Quá hạn từ', key: 'overdueSince', width: 12, kind: 'date' },
    { header: 'Số ngày quá hạn', key: 'daysLate', width: 12, kind: 'number' },
    { header: 'Nhóm nợ', key: 'debtGroup', width: 10, kind: 'number' },
    { header: 'Cơ cấu lại', key: 'restructured', width: 12, kind: 'text' },
    { header: 'Ghi chú', key: 'note', width: 18, kind: 'text' },
  ],
  rows: async (context, query) => {
    const page = await list(context, query)
    return { items: page.items.map(asRow), next: page.next }
  },
})

function asRow(one: LoanItem): ExcelRow {
  const { purpose, requestedOn, asked, approved, disbursed, outstanding } = one
  return {
    purpose,
    requestedOn,
    asked,
    approved,
    disbursed,
    outstanding,
    entity: one.entity.name,
    unit: `${one.unit.kind} ${one.unit.name}`,
    fund: one.fund.name,
    state: STATES[one.state],
    overdueSince: one.overdueSince,
    daysLate: one.daysLate === 0 ? null : one.daysLate,
    debtGroup: one.debtGroup,
    restructured: one.isRestructured ? 'Có' : null,
    note: one.isDemo ? 'Số liệu minh họa' : null,
  }
}
