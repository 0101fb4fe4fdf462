import { MarketPriceQuery } from '@hopluc/shared/market'
import { declareList } from '../exports/index.ts'
import { list } from './service.ts'

declareList({
  name: 'market-prices',
  query: MarketPriceQuery,
  title: 'Giá cả thị trường',
  sheetName: 'Giá',
  heading: 'GIÁ CẢ THỊ TRƯỜNG NÔNG SẢN, HÀNG HÓA CỦA HỢP TÁC XÃ',
  columns: [
    { header: 'Ngày', key: 'onDay', width: 12, kind: 'date' },
    { header: 'Mặt hàng', key: 'commodityName', width: 28, kind: 'text' },
    { header: 'Nơi lấy giá', key: 'place', width: 34, kind: 'text' },
    { header: 'Đơn vị tính', key: 'measure', width: 12, kind: 'text' },
    { header: 'Giá (đồng)', key: 'price', width: 16, kind: 'number' },
    { header: 'Nguồn', key: 'source', width: 34, kind: 'text' },
    { header: 'Cơ quan nhập', key: 'agency', width: 34, kind: 'text' },
    { header: 'Ghi chú', key: 'note', width: 18, kind: 'text' },
  ],
  rows: async (context, query) => {
    const { items, next } = await list(context, query)
    return {
      items: items.map((one) => ({
        onDay: one.onDay,
        commodityName: one.commodityName,
        place: one.place,
        measure: one.measure,
        price: one.price,
        source: one.source,
        agency: one.agency.name,
        note: one.isDemo ? 'Số liệu minh họa' : null,
      })),
      next,
    }
  },
})
