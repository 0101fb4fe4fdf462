import type { InspectionItem, InspectionQuery } from '@hopluc/shared/committee-work'
import type { Page } from '@hopluc/shared/values'
import type { ExcelRow, SheetToWrite } from '../../../platform/excel.ts'

const STATES: Record<InspectionItem['state'], string> = {
  planned: 'Đã lên lịch',
  made: 'Đã kiểm tra',
  cancelled: 'Đã hủy',
}
const MOST_ROWS = 10_000

/** The list of inspections as a sheet, page by page. */
export function inspectionSheet(
  query: InspectionQuery,
  read: (query: InspectionQuery) => Promise<Page<InspectionItem>>,
): SheetToWrite {
  return {
    sheetName: 'Kiểm tra',
    columns: [
      { header: 'Ngày dự kiến', key: 'plannedOn', width: 12, kind: 'date' },
      { header: 'Ngày kiểm tra', key: 'madeOn', width: 12, kind: 'date' },
      { header: 'Trạng thái', key: 'state', width: 14, kind: 'text' },
      { header: 'Đơn vị', key: 'unit', width: 26, kind: 'text' },
      { header: 'HTX, THT', key: 'entity', width: 26, kind: 'text' },
      { header: 'Nội dung', key: 'subject', width: 60, kind: 'text' },
      { header: 'Thành viên phụ trách', key: 'leader', width: 34, kind: 'text' },
      { header: 'Nội dung cần khắc phục', key: 'remedies', width: 12, kind: 'number' },
      { header: 'Đã thành nhiệm vụ', key: 'tasks', width: 12, kind: 'number' },
      { header: 'Kiểm tra lại', key: 'nextOn', width: 12, kind: 'date' },
      { header: 'Ghi chú', key: 'note', width: 18, kind: 'text' },
    ],
    rows: rows(query, read),
  }
}

async function* rows(
  query: InspectionQuery,
  read: (query: InspectionQuery) => Promise<Page<InspectionItem>>,
): AsyncGenerator<ExcelRow> {
  let count = 0
  let cursor = query.cursor
  do {
    const page = await read({ ...query, limit: 200, ...(cursor && { cursor }) })
    for (const { unit, entity, state, plannedOn, madeOn, subject, leader, ...item } of page.items)
      yield {
        plannedOn,
        madeOn,
        subject,
        leader,
        unit: `${unit.kind} ${unit.name}`,
        entity: entity?.name ?? null,
        state: STATES[state],
        remedies: item.remedies,
        tasks: item.tasks,
        nextOn: item.nextOn,
        note: item.isDemo ? 'Số liệu minh họa' : null,
      }
    count += page.items.length
    cursor = page.next ?? undefined
  } while (cursor && count < MOST_ROWS)
}
