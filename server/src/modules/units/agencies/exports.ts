import { type AgencyItem, AgencyQuery } from '@hopluc/shared/units'
import { FOREVER } from '@hopluc/shared/values'
import type { ExcelRow } from '../../../platform/excel.ts'
import { declareList } from '../../exports/index.ts'
import { list } from './service.ts'

const MANNERS: Record<AgencyItem['manner'], string> = {
  assign: 'Giao',
  request: 'Đề nghị (phối hợp)',
  never: 'Không giao',
}

declareList({
  name: 'agencies',
  query: AgencyQuery,
  title: 'Danh sách cơ quan',
  sheetName: 'Cơ quan',
  columns: [
    { header: 'Tên cơ quan', key: 'name', width: 44, kind: 'text' },
    { header: 'Tên gọi tắt', key: 'shortName', width: 26, kind: 'text' },
    { header: 'Ký hiệu văn bản', key: 'symbol', width: 14, kind: 'text' },
    { header: 'Đơn vị hành chính', key: 'unit', width: 28, kind: 'text' },
    { header: 'Thuộc', key: 'under', width: 28, kind: 'text' },
    { header: 'Làm đầu mối cho', key: 'actsFor', width: 30, kind: 'text' },
    { header: 'Hình thức giao nhiệm vụ', key: 'manner', width: 20, kind: 'text' },
    { header: 'Từ ngày', key: 'fromOn', width: 12, kind: 'date' },
    { header: 'Đến ngày', key: 'untilOn', width: 12, kind: 'date' },
  ],
  rows: async (context, query) => {
    const page = await list(context, query)
    return { items: page.items.map(asRow), next: page.next }
  },
})

function asRow({ unit, manner, actsFor, untilOn, ...agency }: AgencyItem): ExcelRow {
  const { name, shortName, symbol, under, fromOn } = agency
  return {
    name,
    shortName,
    symbol,
    under,
    fromOn,
    unit: `${unit.kind} ${unit.name}`,
    actsFor: actsFor?.name,
    manner: MANNERS[manner],
    untilOn: untilOn === FOREVER ? null : untilOn,
  }
}
