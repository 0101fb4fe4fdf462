import { type Work, WorkQuery } from '@hopluc/shared/entity-years'
import { declareList } from '../../exports/index.ts'
import { list } from './service.ts'
import { KINDS, REASONS, STATES } from './words.ts'

declareList({
  name: 'commune-works',
  query: WorkQuery,
  title: 'Thành lập, củng cố, giải thể trong năm',
  sheetName: 'Danh sách',
  heading: () => 'DANH SÁCH THÀNH LẬP, ĐẠI HỘI LẠI, CỦNG CỐ, GIẢI THỂ HTX, TỔ HỢP TÁC TRONG NĂM',
  columns: [
    { header: 'Nội dung', key: 'kind', width: 22, kind: 'text' },
    { header: 'HTX, tổ hợp tác', key: 'name', width: 44, kind: 'text' },
    { header: 'Địa bàn', key: 'unit', width: 26, kind: 'text' },
    { header: 'Sáng lập viên', key: 'founders', width: 12, kind: 'number' },
    { header: 'Cơ quan tư vấn', key: 'advisedBy', width: 30, kind: 'text' },
    { header: 'Thời hạn', key: 'dueOn', width: 12, kind: 'date' },
    { header: 'Tình trạng', key: 'state', width: 18, kind: 'text' },
    { header: 'Lý do', key: 'reason', width: 30, kind: 'text' },
    { header: 'Sự kiện pháp lý', key: 'event', width: 26, kind: 'text' },
    { header: 'Ngày', key: 'onDay', width: 12, kind: 'date' },
    { header: 'Ghi chú', key: 'note', width: 36, kind: 'text' },
    { header: 'Số liệu', key: 'remark', width: 18, kind: 'text' },
  ],
  rows: async (context, query) => {
    const { items, next } = await list(context, query)
    return { items: items.map(asRow), next }
  },
})

function asRow(work: Work) {
  return {
    kind: KINDS[work.kind],
    name: work.entity?.name ?? work.candidateName,
    unit: `${work.unit.kind} ${work.unit.name}`,
    founders: work.founders,
    advisedBy: work.advisedBy,
    dueOn: work.dueOn,
    state: STATES[work.state],
    reason: work.suggestedBy && REASONS[work.suggestedBy],
    event: work.event?.decisionNo ?? null,
    onDay: work.event?.onDay ?? null,
    note: work.note,
    remark: work.isDemo ? 'Số liệu minh họa' : null,
  }
}
