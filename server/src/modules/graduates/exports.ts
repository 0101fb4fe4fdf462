import { type GraduateOutcome, GraduateQuery } from '@hopluc/shared/graduates'
import { declareList } from '../exports/index.ts'
import { list } from './service.ts'

const OUTCOMES: Record<GraduateOutcome, string> = {
  working: 'Đang làm việc',
  stayed: 'Ở lại HTX sau hỗ trợ',
  left: 'Đã thôi việc',
}

declareList({
  name: 'graduates',
  query: GraduateQuery,
  title: 'Cán bộ trẻ về làm việc tại HTX',
  sheetName: 'Cán bộ trẻ',
  heading: 'DANH SÁCH CÁN BỘ TRẺ VỀ LÀM VIỆC TẠI HỢP TÁC XÃ',
  personal: ['graduates.name', 'graduates.training'],
  columns: [
    { header: 'Họ và tên', key: 'name', width: 28, kind: 'text' },
    { header: 'HTX, THT', key: 'entity', width: 34, kind: 'text' },
    { header: 'Xã, phường', key: 'unit', width: 24, kind: 'text' },
    { header: 'Vị trí', key: 'post', width: 24, kind: 'text' },
    { header: 'Trình độ, chuyên ngành', key: 'training', width: 28, kind: 'text' },
    { header: 'Từ ngày', key: 'fromOn', width: 12, kind: 'date' },
    { header: 'Đến ngày', key: 'untilOn', width: 12, kind: 'date' },
    { header: 'Vùng', key: 'region', width: 8, kind: 'number' },
    { header: 'Mức hỗ trợ tháng (đồng)', key: 'monthly', width: 18, kind: 'number' },
    { header: 'Số tháng đã chi', key: 'paidMonths', width: 12, kind: 'number' },
    { header: 'Đã chi (đồng)', key: 'paid', width: 18, kind: 'number' },
    { header: 'Kết quả', key: 'outcome', width: 24, kind: 'text' },
    { header: 'Từ ngày (kết quả)', key: 'outcomeOn', width: 14, kind: 'date' },
    { header: 'Ghi chú', key: 'note', width: 18, kind: 'text' },
  ],
  rows: async (context, query) => {
    const { items, next } = await list(context, query)
    return {
      next,
      items: items.map(
        ({ entity, unit, outcome, isDemo, agency: _agency, isOver: _over, ...one }) => ({
          ...one,
          entity: entity.name,
          unit: `${unit.kind} ${unit.name}`,
          outcome: OUTCOMES[outcome],
          note: isDemo ? 'Số liệu minh họa' : null,
        }),
      ),
    }
  },
})
