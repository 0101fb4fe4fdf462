import {
  type Activity,
  type ActivityKind,
  ActivityQuery,
  type ActivityState,
} from '@hopluc/shared/activities'
import type { ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { list } from './service.ts'

const STATES: Record<ActivityState, string> = {
  planned: 'Theo kế hoạch',
  running: 'Đang thực hiện',
  done: 'Đã kết thúc',
  cancelled: 'Không thực hiện',
}
const HEADINGS: Record<ActivityKind, string> = {
  campaign: 'HOẠT ĐỘNG TRUYỀN THÔNG VỀ KINH TẾ TẬP THỂ',
  contest: 'CUỘC THI, HỘI THI VỀ KINH TẾ TẬP THỂ',
  coordination: 'CHƯƠNG TRÌNH PHỐI HỢP',
  advice: 'SỔ THEO DÕI TƯ VẤN HỢP TÁC XÃ',
  notice: 'THÔNG TIN THỊ TRƯỜNG',
}

declareList({
  name: 'activities',
  query: ActivityQuery,
  title: 'Truyền thông, phối hợp',
  sheetName: 'Hoạt động',
  heading: ({ kind }) => HEADINGS[kind],
  columns: [
    { header: 'Nội dung', key: 'title', width: 50, kind: 'text' },
    { header: 'Cơ quan thực hiện', key: 'agency', width: 34, kind: 'text' },
    { header: 'HTX, THT được tư vấn', key: 'entity', width: 34, kind: 'text' },
    { header: 'Từ ngày', key: 'fromOn', width: 12, kind: 'date' },
    { header: 'Đến ngày', key: 'untilOn', width: 12, kind: 'date' },
    { header: 'Trạng thái', key: 'state', width: 20, kind: 'text' },
    { header: 'Văn bản', key: 'document', width: 30, kind: 'text' },
    { header: 'Đơn vị phối hợp', key: 'partners', width: 40, kind: 'text' },
    { header: 'Kênh', key: 'channels', width: 30, kind: 'text' },
    { header: 'Kết quả tiếp cận', key: 'reach', width: 40, kind: 'text' },
    { header: 'Nhiệm vụ đã xong', key: 'done', width: 14, kind: 'number' },
    { header: 'Tổng số nhiệm vụ', key: 'tasks', width: 14, kind: 'number' },
    { header: 'Kết quả', key: 'results', width: 60, kind: 'text' },
    { header: 'Ghi chú', key: 'note', width: 18, kind: 'text' },
  ],
  rows: async (context, query) => {
    const page = await list(context, query)
    return { items: page.items.map(asRow), next: page.next }
  },
})

function asRow(one: Activity): ExcelRow {
  const { title, fromOn, untilOn, document, tasks } = one
  return {
    title,
    fromOn,
    untilOn,
    document,
    agency: one.agency.name,
    entity: one.entity?.name ?? null,
    state: STATES[one.state],
    partners: one.partners.join('; '),
    channels: one.channels.join('; '),
    reach: one.reach
      .map(({ name, value }) => `${name}: ${value.toLocaleString('vi-VN')}`)
      .join('; '),
    done: tasks.filter(({ state }) => state === 'done').length,
    tasks: tasks.length,
    results: one.results.map(({ year, text }) => `${year}: ${text}`).join('\n'),
    note: one.isDemo ? 'Số liệu minh họa' : null,
  }
}
