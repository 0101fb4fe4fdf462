import { type LevelItem, LevelQuery } from '@hopluc/shared/committee-levels'
import type { ExcelRow } from '../../../platform/excel.ts'
import { declareList } from '../../exports/index.ts'
import { lackWords, unitWords } from './domain.ts'
import { list } from './service.ts'

const STATES: Record<LevelItem['state'], string> = {
  current: 'Đã kiện toàn',
  out_of_date: 'Chưa kiện toàn',
  missing: 'Chưa có Ban Chỉ đạo',
  waiting: 'Chờ xác nhận',
  leader: 'Có lãnh đạo phụ trách',
  nobody: 'Chưa có người phụ trách',
}

/** The communes and their committees. */
declareList({
  name: 'committee-levels',
  query: LevelQuery,
  title: 'Ban Chỉ đạo các cấp',
  sheetName: 'Ban Chỉ đạo các cấp',
  personal: ['committee_members.name'],
  columns: [
    { header: 'Đơn vị', key: 'unit', width: 28, kind: 'text' },
    { header: 'Trực thuộc', key: 'under', width: 24, kind: 'text' },
    { header: 'Bắt buộc', key: 'isRequired', width: 10, kind: 'text' },
    { header: 'Trạng thái', key: 'state', width: 24, kind: 'text' },
    { header: 'Nội dung cần kiện toàn', key: 'lack', width: 44, kind: 'text' },
    { header: 'Quyết định', key: 'decision', width: 34, kind: 'text' },
    { header: 'Ngày ký', key: 'decidedOn', width: 12, kind: 'date' },
    { header: 'Trưởng ban', key: 'head', width: 34, kind: 'text' },
    { header: 'Số thành viên', key: 'members', width: 10, kind: 'number' },
    { header: 'Lãnh đạo phụ trách', key: 'leader', width: 34, kind: 'text' },
    { header: 'Nhắc gần nhất', key: 'remindedOn', width: 12, kind: 'date' },
    { header: 'Số lần nhắc', key: 'reminders', width: 10, kind: 'number' },
  ],
  rows: async (context, query) => {
    const page = await list(context, query)
    return { items: page.items.map(asRow), next: page.next }
  },
})

function asRow(item: LevelItem): ExcelRow {
  return {
    unit: unitWords(item),
    under: item.under,
    isRequired: item.isRequired ? 'Có' : 'Không',
    state: STATES[item.state],
    lack: item.state === 'missing' || item.lacks.length > 0 ? lackWords(item) : null,
    decision: item.decision,
    decidedOn: item.decidedOn,
    head: item.head,
    members: item.members,
    leader: item.leader,
    remindedOn: item.remindedOn,
    reminders: item.reminders,
  }
}
