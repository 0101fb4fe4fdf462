import {
  type AssessmentItem,
  AssessmentQuery,
  type AssessmentState,
} from '@hopluc/shared/assessments'
import { SECTOR_WORDS } from '@hopluc/shared/entity-words'
import type { ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { list } from './service.ts'

const STATES: Record<AssessmentState, string> = {
  self: 'Chờ HTX tự chấm',
  board: 'Chờ ý kiến Ban kiểm soát',
  commune: 'Chờ xã thẩm định',
  province: 'Chờ tỉnh thẩm định',
  decided: 'Đã có kết quả',
}
const APPEALS = { open: 'Đang kiến nghị', kept: 'Giữ nguyên', changed: 'Đã điều chỉnh' } as const

declareList({
  name: 'assessments',
  query: AssessmentQuery,
  title: 'Kết quả đánh giá, xếp loại HTX',
  sheetName: 'Xếp loại',
  heading: 'KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI HỢP TÁC XÃ',
  columns: [
    { header: 'Tên HTX', key: 'name', width: 40, kind: 'text' },
    { header: 'Xã, phường', key: 'unit', width: 24, kind: 'text' },
    { header: 'Ngành, lĩnh vực', key: 'sector', width: 28, kind: 'text' },
    { header: 'Trạng thái', key: 'state', width: 24, kind: 'text' },
    { header: 'Điểm', key: 'total', width: 10, kind: 'number' },
    { header: 'Xếp loại', key: 'band', width: 16, kind: 'text' },
    { header: 'Lý do không xếp loại', key: 'notRated', width: 40, kind: 'text' },
    { header: 'Kiến nghị', key: 'appeal', width: 16, kind: 'text' },
    { header: 'Ghi chú', key: 'note', width: 18, kind: 'text' },
  ],
  rows: async (context, query) => {
    const page = await list(context, query)
    return { items: page.items.map(asRow), next: page.next }
  },
})

function asRow(one: AssessmentItem): ExcelRow {
  const { entity, unit, sector, state, total, bandName, notRated, appeal, isDemo } = one
  return {
    name: entity.name,
    unit: `${unit.kind} ${unit.name}`,
    sector: sector === null ? null : SECTOR_WORDS[sector].vi,
    state: STATES[state],
    total,
    band: state === 'decided' ? bandName : null,
    notRated,
    appeal: appeal && APPEALS[appeal],
    note: isDemo ? 'Số liệu minh họa' : null,
  }
}
