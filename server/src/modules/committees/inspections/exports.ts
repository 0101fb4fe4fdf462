import { type InspectionItem, InspectionQuery } from '@hopluc/shared/committee-work'
import type { ExcelRow } from '../../../platform/excel.ts'
import { declareList } from '../../exports/index.ts'
import { list } from './service.ts'

const STATES: Record<InspectionItem['state'], string> = {
  planned: 'Đã lên lịch',
  made: 'Đã kiểm tra',
  cancelled: 'Đã hủy',
}

declareList({
  name: 'inspections',
  query: InspectionQuery,
  title: 'Danh sách kiểm tra',
  sheetName: 'Kiểm tra',
  personal: ['committee_members.name'],
  columns: [
    { header: 'Ngày dự kiến', key: 'plannedOn', width: 12, kind: 'date' },
    { header: 'Ngày kiểm tra', key: 'madeOn', width: 12, kind: 'date' },
    { header: 'Trạng thái', key: 'state', width: 14, kind: 'text' },
    { header: 'Ban Chỉ đạo', key: 'body', width: 34, kind: 'text' },
    { header: 'Đơn vị', key: 'unit', width: 26, kind: 'text' },
    { header: 'HTX, THT', key: 'entity', width: 26, kind: 'text' },
    { header: 'Nội dung', key: 'subject', width: 60, kind: 'text' },
    { header: 'Thành viên phụ trách', key: 'leader', width: 34, kind: 'text' },
    { header: 'Nội dung cần khắc phục', key: 'remedies', width: 12, kind: 'number' },
    { header: 'Đã thành nhiệm vụ', key: 'tasks', width: 12, kind: 'number' },
    { header: 'Kiểm tra lại', key: 'nextOn', width: 12, kind: 'date' },
    { header: 'Ghi chú', key: 'note', width: 18, kind: 'text' },
  ],
  rows: async (context, query) => {
    const page = await list(context, query)
    return { items: page.items.map(asRow), next: page.next }
  },
})

function asRow(inspection: InspectionItem): ExcelRow {
  const { plannedOn, madeOn, nextOn, subject, leader, remedies, tasks, unit } = inspection
  return {
    plannedOn,
    madeOn,
    nextOn,
    subject,
    leader,
    remedies,
    tasks,
    body: inspection.body.name,
    unit: `${unit.kind} ${unit.name}`,
    entity: inspection.entity?.name ?? null,
    state: STATES[inspection.state],
    note: inspection.isDemo ? 'Số liệu minh họa' : null,
  }
}
