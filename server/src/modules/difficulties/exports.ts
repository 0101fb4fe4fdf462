import {
  type DifficultyItem,
  DifficultyQuery,
  type DifficultyState,
  type DifficultyWay,
} from '@hopluc/shared/difficulties'
import type { ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { list } from './service.ts'

const STATES: Record<DifficultyState, string> = {
  waiting: 'Chưa trả lời',
  answered: 'Đã trả lời',
  solved: 'Đã giải quyết',
}
const WAYS: Record<DifficultyWay, string> = {
  own: 'HTX tự nêu',
  meeting: 'Tại cuộc họp',
  return: 'Trong báo cáo',
  other: 'Cách khác',
}

declareList({
  name: 'difficulties',
  query: DifficultyQuery,
  title: 'Khó khăn, vướng mắc, kiến nghị',
  sheetName: 'Kiến nghị',
  heading: 'TỔNG HỢP KHÓ KHĂN, VƯỚNG MẮC, KIẾN NGHỊ CỦA HỢP TÁC XÃ',
  columns: [
    { header: 'Ngày nêu', key: 'raisedOn', width: 12, kind: 'date' },
    { header: 'Nhóm nội dung', key: 'topic', width: 26, kind: 'text' },
    { header: 'Nội dung', key: 'text', width: 70, kind: 'text' },
    { header: 'Xã, phường', key: 'unit', width: 24, kind: 'text' },
    { header: 'HTX, THT', key: 'entity', width: 30, kind: 'text' },
    { header: 'Hình thức', key: 'way', width: 16, kind: 'text' },
    { header: 'Cơ quan giải quyết', key: 'handler', width: 34, kind: 'text' },
    { header: 'Hạn trả lời', key: 'answerDueOn', width: 12, kind: 'date' },
    { header: 'Trạng thái', key: 'state', width: 16, kind: 'text' },
    { header: 'Ngày trả lời', key: 'answeredOn', width: 12, kind: 'date' },
    { header: 'Quá hạn', key: 'overdue', width: 10, kind: 'text' },
    { header: 'Ghi chú', key: 'note', width: 18, kind: 'text' },
  ],
  rows: async (context, query) => {
    const page = await list(context, query)
    return { items: page.items.map(asRow), next: page.next }
  },
})

function asRow(one: DifficultyItem): ExcelRow {
  const { raisedOn, text, answerDueOn, answeredOn, unit } = one
  return {
    raisedOn,
    text,
    answerDueOn,
    answeredOn,
    topic: one.topic.name,
    unit: `${unit.kind} ${unit.name}`,
    entity: one.entity?.name ?? null,
    way: WAYS[one.way],
    handler: one.handler.name,
    state: STATES[one.state],
    overdue: one.isOverdue ? 'Quá hạn' : null,
    note: one.isDemo ? 'Số liệu minh họa' : null,
  }
}
