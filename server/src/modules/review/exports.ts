import { type ReadingItem, ReadingQuery } from '@hopluc/shared/readings'
import type { ExcelRow } from '../../platform/excel.ts'
import { calendarDay } from '../../platform/clock.ts'
import { declareList } from '../exports/index.ts'
import { list } from './service.ts'

const STATES: Record<ReadingItem['state'], string> = {
  open: 'Đang xem',
  confirmed: 'Đã lập dự thảo thông báo',
  discarded: 'Đã bỏ',
}

declareList({
  name: 'readings',
  query: ReadingQuery,
  title: 'Danh sách văn bản đã trích',
  sheetName: 'Văn bản đã trích',
  columns: [
    { header: 'Nội dung', key: 'title', width: 60, kind: 'text' },
    { header: 'Tệp nguồn', key: 'sourceName', width: 40, kind: 'text' },
    { header: 'Ngày văn bản', key: 'documentDate', width: 12, kind: 'date' },
    { header: 'Ngày trích', key: 'createdOn', width: 12, kind: 'date' },
    { header: 'Người trích', key: 'createdBy', width: 36, kind: 'text' },
    { header: 'Trạng thái', key: 'state', width: 24, kind: 'text' },
    { header: 'Ngày xác nhận', key: 'confirmedOn', width: 12, kind: 'date' },
    { header: 'Chỉ đạo đúng', key: 'right', width: 12, kind: 'number' },
    { header: 'Chưa xem', key: 'open', width: 12, kind: 'number' },
    { header: 'Bỏ qua', key: 'skipped', width: 12, kind: 'number' },
  ],
  rows: async (context, { limit, cursor, format: _format, ...search }) => {
    const page = await list(context, search, limit, cursor)
    return { items: page.items.map(asRow), next: page.next }
  },
})

function asRow(item: ReadingItem): ExcelRow {
  const { title, sourceName, documentDate, createdBy, right, open, skipped } = item
  const day = (instant: string | null) => (instant ? calendarDay(new Date(instant)) : null)
  return {
    title,
    sourceName,
    documentDate,
    createdBy,
    right,
    open,
    skipped,
    createdOn: day(item.createdAt),
    confirmedOn: day(item.confirmedAt),
    state: STATES[item.state],
  }
}
