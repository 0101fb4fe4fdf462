import { type TradeEventKind, TradeEventQuery } from '@hopluc/shared/trade-events'
import { declareList } from '../exports/index.ts'
import { list } from './service.ts'

const KINDS: Record<TradeEventKind, string> = {
  fair: 'Hội chợ, triển lãm',
  supply_demand: 'Kết nối cung cầu',
  mission: 'Đoàn khảo sát thị trường',
  online: 'Trên môi trường mạng',
  other: 'Hoạt động khác',
}

declareList({
  name: 'trade-events',
  query: TradeEventQuery,
  title: 'Xúc tiến thương mại',
  sheetName: 'Sự kiện',
  heading: 'KẾT QUẢ XÚC TIẾN THƯƠNG MẠI CHO HỢP TÁC XÃ',
  columns: [
    { header: 'Sự kiện', key: 'name', width: 44, kind: 'text' },
    { header: 'Hình thức', key: 'kind', width: 24, kind: 'text' },
    { header: 'Đơn vị thực hiện', key: 'agency', width: 28, kind: 'text' },
    { header: 'Địa điểm', key: 'place', width: 28, kind: 'text' },
    { header: 'Từ ngày', key: 'fromOn', width: 12, kind: 'date' },
    { header: 'Đến ngày', key: 'untilOn', width: 12, kind: 'date' },
    { header: 'Số HTX, THT tham gia', key: 'participants', width: 14, kind: 'number' },
    { header: 'Số biên bản ghi nhớ', key: 'agreements', width: 14, kind: 'number' },
    { header: 'Số hợp đồng', key: 'contracts', width: 14, kind: 'number' },
    { header: 'Giá trị hợp đồng (đồng)', key: 'value', width: 20, kind: 'number' },
    { header: 'Kinh phí (đồng)', key: 'cost', width: 18, kind: 'number' },
    { header: 'Nguồn kinh phí', key: 'fund', width: 24, kind: 'text' },
    { header: 'Ghi chú', key: 'note', width: 24, kind: 'text' },
  ],
  rows: async (context, query) => {
    const { items, next } = await list(context, query)
    return {
      next,
      items: items.map(({ kind, agency, unit: _unit, isDemo, note, ...one }) => ({
        ...one,
        kind: KINDS[kind],
        agency: agency.name,
        note: isDemo ? 'Số liệu minh họa' : note,
      })),
    }
  },
})
