import { KIND_WORDS } from '@hopluc/shared/entity-words'
import { ConfirmationQuery, type ConfirmationRow } from '@hopluc/shared/entity-years'
import { calendarDay } from '../../../platform/clock.ts'
import { declareList } from '../../exports/index.ts'
import { list } from './service.ts'

declareList({
  name: 'entity-confirmations',
  query: ConfirmationQuery,
  title: 'Xác nhận số liệu HTX, THT',
  sheetName: 'Xác nhận',
  heading: () => 'XÁC NHẬN SỐ LIỆU HẰNG NĂM CỦA HTX, TỔ HỢP TÁC',
  columns: [
    { header: 'Tên', key: 'name', width: 44, kind: 'text' },
    { header: 'Loại hình', key: 'kind', width: 20, kind: 'text' },
    { header: 'Địa bàn', key: 'unit', width: 26, kind: 'text' },
    { header: 'Xác nhận', key: 'state', width: 26, kind: 'text' },
    { header: 'Người xác nhận', key: 'byWords', width: 36, kind: 'text' },
    { header: 'Ngày xác nhận', key: 'on', width: 14, kind: 'date' },
    { header: 'Căn cứ', key: 'note', width: 30, kind: 'text' },
    { header: 'Cập nhật Hệ thống quốc gia', key: 'nationalOn', width: 16, kind: 'date' },
    { header: 'Ghi chú', key: 'remark', width: 18, kind: 'text' },
  ],
  rows: async (context, query) => {
    const { items, next } = await list(context, query)
    return { items: items.map(asRow), next }
  },
})

const STATES = { entity: 'HTX tự xác nhận', commune: 'Xã xác nhận theo văn bản' } as const

function asRow(row: ConfirmationRow) {
  return {
    name: row.name,
    kind: KIND_WORDS[row.kind].vi,
    unit: `${row.unit.kind} ${row.unit.name}`,
    state: row.way ? STATES[row.way] : 'Chưa xác nhận',
    byWords: row.byWords,
    on: row.at && calendarDay(new Date(row.at)),
    note: row.note,
    nationalOn: row.nationalOn,
    remark: row.isDemo ? 'Số liệu minh họa' : null,
  }
}
