import type { MeetingQuery, MeetingSummary } from '@hopluc/shared/meetings'
import type { Page } from '@hopluc/shared/values'
import type { ExcelRow, SheetToWrite } from '../../platform/excel.ts'

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

/** The list as a sheet, page by page. */
export function listSheet(
  query: MeetingQuery,
  read: (query: MeetingQuery) => Promise<Page<MeetingSummary>>,
): SheetToWrite {
  return {
    sheetName: 'Cuộc họp',
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
    rows: rows(query, read),
  }
}

/** Rows of a streamed list; beyond, filters have to make it shorter. */
const MOST_ROWS = 10_000

async function* rows(
  query: MeetingQuery,
  read: (query: MeetingQuery) => Promise<Page<MeetingSummary>>,
): AsyncGenerator<ExcelRow> {
  let count = 0
  let cursor = query.cursor
  do {
    const page = await read({ ...query, limit: 200, ...(cursor && { cursor }) })
    for (const { agency, kind, state, ...item } of page.items)
      yield {
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
    count += page.items.length
    cursor = page.next ?? undefined
  } while (cursor && count < MOST_ROWS)
}
