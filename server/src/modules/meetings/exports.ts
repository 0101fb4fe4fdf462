import { MeetingQuery, type MeetingSummary } from '@hopluc/shared/meetings'
import type { ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { list } from './service.ts'

const KINDS: Record<MeetingSummary['kind'], string> = {
  committee: 'Họp Ban Chỉ đạo',
  working: 'Họp, làm việc',
  conference: 'Hội nghị',
  dialogue: 'Gặp mặt, đối thoại HTX',
}
const STATES: Record<MeetingSummary['state'], string> = {
  planned: 'Đã lên lịch',
  held: 'Đã họp',
  concluded: 'Đã kết luận',
  cancelled: 'Đã hủy',
}

declareList({
  name: 'meetings',
  query: MeetingQuery,
  title: 'Danh sách cuộc họp',
  sheetName: 'Cuộc họp',
  personal: ['meetings.chair_name'],
  columns: [
    { header: 'Ngày họp', key: 'heldOn', width: 12, kind: 'date' },
    { header: 'Giờ', key: 'startsAt', width: 8, kind: 'text' },
    { header: 'Nội dung', key: 'title', width: 60, kind: 'text' },
    { header: 'Hình thức', key: 'kind', width: 22, kind: 'text' },
    { header: 'Cơ quan họp', key: 'agency', width: 34, kind: 'text' },
    { header: 'Địa điểm', key: 'place', width: 34, kind: 'text' },
    { header: 'Chủ trì', key: 'chairName', width: 24, kind: 'text' },
    { header: 'Trạng thái', key: 'state', width: 14, kind: 'text' },
    { header: 'Số được mời', key: 'invited', width: 12, kind: 'number' },
    { header: 'Số có mặt', key: 'present', width: 12, kind: 'number' },
  ],
  rows: async (context, query) => {
    const page = await list(context, query)
    return { items: page.items.map(asRow), next: page.next }
  },
})

function asRow({ agency, kind, state, ...item }: MeetingSummary): ExcelRow {
  return {
    heldOn: item.heldOn,
    startsAt: item.startsAt,
    title: item.title,
    place: item.place,
    chairName: item.chairName,
    invited: item.invited,
    present: item.present,
    agency: agency.name,
    kind: KINDS[kind],
    state: STATES[state],
  }
}
