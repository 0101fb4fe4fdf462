import { EntityQuery } from '@hopluc/shared/entity-lists'
import type { EntityItem } from '@hopluc/shared/entity-lists'
import type { Sector, SizeClass } from '@hopluc/shared/entities'
import type { ExcelColumn, ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { list } from './service.ts'
import { commodityNames } from './settings/index.ts'
import { KINDS, statusWords } from './words.ts'

const SIZES: Record<SizeClass, string> = {
  micro: 'Siêu nhỏ',
  small: 'Nhỏ',
  medium: 'Vừa',
  large: 'Lớn',
}
const SECTORS: Record<Sector, string> = {
  agriculture: 'Nông, lâm, ngư, diêm nghiệp',
  industry: 'Công nghiệp, tiểu thủ công nghiệp',
  construction: 'Xây dựng',
  credit: 'Tín dụng',
  trade: 'Thương mại, dịch vụ',
  transport: 'Vận tải',
  environment: 'Môi trường',
  other: 'Khác',
}

const COLUMNS: readonly ExcelColumn[] = [
  { header: 'Tên', key: 'name', width: 44, kind: 'text' },
  { header: 'Mã số', key: 'code', width: 16, kind: 'text' },
  { header: 'Loại hình', key: 'kind', width: 20, kind: 'text' },
  { header: 'Tình trạng pháp lý', key: 'status', width: 26, kind: 'text' },
  { header: 'Địa bàn', key: 'unit', width: 26, kind: 'text' },
  { header: 'Lĩnh vực', key: 'sector', width: 26, kind: 'text' },
  { header: 'Sản phẩm chủ lực', key: 'commodities', width: 26, kind: 'text' },
  { header: 'Thành viên', key: 'members', width: 12, kind: 'number' },
  { header: 'Vốn điều lệ (đồng)', key: 'capital', width: 18, kind: 'number' },
  { header: 'Quy mô', key: 'size', width: 12, kind: 'text' },
  { header: 'Luật tổ chức', key: 'law', width: 12, kind: 'text' },
  { header: 'Người đại diện', key: 'representative', width: 24, kind: 'text' },
  { header: 'Cập nhật', key: 'updatedOn', width: 12, kind: 'date' },
  { header: 'Ghi chú', key: 'note', width: 18, kind: 'text' },
]
const NAME = 'entities'

declareList({
  name: NAME,
  query: EntityQuery,
  title: 'Danh sách HTX, THT',
  sheetName: 'HTX, THT',
  personal: ['entity_versions.representative'],
  columns: COLUMNS,
  rows: async (context, query) => {
    const names = await context.read(commodityNames)
    const page = await list(context, { ...query, totals: false })
    return { items: page.items.map((item) => asRow(item, names)), next: page.next }
  },
})

function asRow(
  { kind, status, unit, size, sector, law, ...item }: EntityItem,
  names: ReadonlyMap<string, string>,
): ExcelRow {
  return {
    name: item.name,
    code: item.code,
    kind: KINDS[kind].vi,
    status: statusWords(kind, status).vi,
    unit: `${unit.kind} ${unit.name}`,
    sector: sector && SECTORS[sector],
    commodities: item.commodities.map((code) => names.get(code) ?? code).join(', '),
    members: item.members,
    capital: item.capital,
    size: size && SIZES[size],
    law: law && `Luật ${law}`,
    representative: item.representative,
    updatedOn: item.updatedOn,
    note: item.isDemo ? 'Số liệu minh họa' : null,
  }
}
