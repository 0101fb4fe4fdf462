import { AllianceDueQuery } from '@hopluc/shared/alliance-dues'
import { Id } from '@hopluc/shared/values'
import { declareList } from '../exports/index.ts'
import { list } from './service.ts'

declareList({
  name: 'alliance-dues',
  query: AllianceDueQuery.extend({ alliance: Id }),
  title: 'Hội phí thành viên Liên minh HTX',
  sheetName: 'Hội phí',
  heading: 'DANH SÁCH THU HỘI PHÍ THÀNH VIÊN LIÊN MINH HỢP TÁC XÃ',
  columns: [
    { header: 'Năm', key: 'year', width: 8, kind: 'number' },
    { header: 'Thành viên', key: 'entity', width: 44, kind: 'text' },
    { header: 'Xã, phường', key: 'unit', width: 28, kind: 'text' },
    { header: 'Phải thu (đồng)', key: 'due', width: 18, kind: 'number' },
    { header: 'Đã thu (đồng)', key: 'paid', width: 18, kind: 'number' },
    { header: 'Còn phải thu (đồng)', key: 'open', width: 20, kind: 'number' },
    { header: 'Ngày thu', key: 'paidOn', width: 12, kind: 'date' },
    { header: 'Ghi chú', key: 'note', width: 30, kind: 'text' },
  ],
  rows: async (context, { alliance, ...query }) => {
    const { items, next, year } = await list(context, alliance, query)
    return {
      items: items.map((one) => ({
        year,
        entity: one.entity.name,
        unit: one.unit && `${one.unit.kind} ${one.unit.name}`,
        due: one.due,
        paid: one.paid,
        open: Math.max(one.due - one.paid, 0),
        paidOn: one.paidOn,
        note: one.isDemo ? 'Số liệu minh họa' : one.note,
      })),
      next,
    }
  },
})
