import {
  type RecognitionItem,
  RecognitionQuery,
  type RecognitionState,
} from '@hopluc/shared/recognitions'
import type { ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { list } from './service.ts'

const STATES: Record<RecognitionState, string> = {
  draft: 'Đang chuẩn bị',
  submitted: 'Đã trình',
  returned: 'Trả lại',
  verified: 'Đã xác minh',
  published: 'Đã công bố',
  decided: 'Đã có quyết định',
  withdrawn: 'Đã rút',
}

declareList({
  name: 'recognitions',
  query: RecognitionQuery,
  title: 'Mô hình tiêu biểu, khen thưởng',
  sheetName: 'Danh sách',
  heading: ({ kind }) =>
    kind === 'model'
      ? 'DANH SÁCH MÔ HÌNH HỢP TÁC XÃ TIÊU BIỂU'
      : 'DANH SÁCH KHEN THƯỞNG HỢP TÁC XÃ',
  columns: [
    { header: 'HTX, THT', key: 'entity', width: 34, kind: 'text' },
    { header: 'Xã, phường', key: 'unit', width: 24, kind: 'text' },
    { header: 'Loại mô hình, hình thức khen thưởng', key: 'form', width: 40, kind: 'text' },
    { header: 'Nội dung', key: 'title', width: 50, kind: 'text' },
    { header: 'Đơn vị đề nghị', key: 'from', width: 34, kind: 'text' },
    { header: 'Cơ quan xem xét', key: 'to', width: 34, kind: 'text' },
    { header: 'Trạng thái', key: 'state', width: 20, kind: 'text' },
    { header: 'Từ ngày', key: 'changedOn', width: 12, kind: 'date' },
    { header: 'Số quyết định', key: 'number', width: 20, kind: 'text' },
    { header: 'Ngày quyết định', key: 'decidedOn', width: 12, kind: 'date' },
    { header: 'Cấp quyết định', key: 'by', width: 30, kind: 'text' },
    { header: 'Ghi chú', key: 'note', width: 18, kind: 'text' },
  ],
  rows: async (context, query) => {
    const page = await list(context, query)
    return { items: page.items.map(asRow), next: page.next }
  },
})

function asRow(one: RecognitionItem): ExcelRow {
  const { form, title, changedOn, decision } = one
  return {
    form,
    title,
    changedOn,
    entity: one.entity.name,
    unit: `${one.unit.kind} ${one.unit.name}`,
    from: one.from.name,
    to: one.to.name,
    state: STATES[one.state],
    number: decision?.number ?? null,
    decidedOn: decision?.on ?? null,
    by: decision?.by ?? null,
    note: one.isDemo ? 'Số liệu minh họa' : null,
  }
}
