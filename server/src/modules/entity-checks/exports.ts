import { type CheckItem, CheckQuery, type CheckState } from '@hopluc/shared/entity-checks'
import type { ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { list } from './service.ts'

const STATES: Record<CheckState, string> = {
  planned: 'Theo kế hoạch',
  recorded: 'Đã kiểm tra, chờ kết luận',
  concluded: 'Đã kết luận',
  closed: 'Đã khắc phục xong',
  cancelled: 'Đã hủy',
}

declareList({
  name: 'entity_checks',
  query: CheckQuery,
  title: 'Kiểm tra, giám sát HTX',
  sheetName: 'Kiểm tra',
  heading: 'KẾ HOẠCH, KẾT QUẢ KIỂM TRA, GIÁM SÁT HỢP TÁC XÃ',
  columns: [
    { header: 'Ngày theo kế hoạch', key: 'plannedOn', width: 12, kind: 'date' },
    { header: 'Cơ quan kiểm tra', key: 'agency', width: 34, kind: 'text' },
    { header: 'Hình thức', key: 'kind', width: 12, kind: 'text' },
    { header: 'HTX, THT', key: 'entity', width: 34, kind: 'text' },
    { header: 'Xã, phường', key: 'unit', width: 24, kind: 'text' },
    { header: 'Nội dung', key: 'subject', width: 50, kind: 'text' },
    { header: 'Kế hoạch số', key: 'planPaper', width: 24, kind: 'text' },
    { header: 'Ngày kiểm tra', key: 'heldOn', width: 12, kind: 'date' },
    { header: 'Trạng thái', key: 'state', width: 24, kind: 'text' },
    { header: 'Cuộc kiểm tra khác trong năm', key: 'overlaps', width: 50, kind: 'text' },
    { header: 'Ghi chú', key: 'note', width: 18, kind: 'text' },
  ],
  rows: async (context, query) => {
    const page = await list(context, query)
    return { items: page.items.map(asRow), next: page.next }
  },
})

function asRow(one: CheckItem): ExcelRow {
  const { plannedOn, heldOn, subject, planPaper, unit } = one
  return {
    plannedOn,
    heldOn,
    subject,
    planPaper,
    agency: one.agency.name,
    kind: one.kind === 'inspection' ? 'Kiểm tra' : 'Giám sát',
    entity: one.entity.name,
    unit: `${unit.kind} ${unit.name}`,
    state: STATES[one.state],
    overlaps:
      one.overlaps
        .map((other) => `${other.agency}, ${other.plannedOn.split('-').toReversed().join('/')}`)
        .join('; ') || null,
    note: one.isDemo ? 'Số liệu minh họa' : null,
  }
}
