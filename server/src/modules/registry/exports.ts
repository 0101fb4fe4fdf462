import {
  KIND_WORDS,
  LAW_WORDS,
  SECTOR_WORDS,
  SIZE_WORDS,
  statusWordsOf,
  TRAIT_WORDS,
} from '@hopluc/shared/entity-words'
import { EntityQuery } from '@hopluc/shared/entity-lists'
import type { EntityItem } from '@hopluc/shared/entity-lists'
import type { ExcelColumn, ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { list } from './service.ts'
import { commodityNames } from './settings/index.ts'

const COLUMNS: readonly ExcelColumn[] = [
  { header: TRAIT_WORDS.name.vi, key: 'name', width: 44, kind: 'text' },
  { header: TRAIT_WORDS.code.vi, key: 'code', width: 16, kind: 'text' },
  { header: TRAIT_WORDS.kind.vi, key: 'kind', width: 20, kind: 'text' },
  { header: TRAIT_WORDS.status.vi, key: 'status', width: 26, kind: 'text' },
  { header: TRAIT_WORDS.unit.vi, key: 'unit', width: 26, kind: 'text' },
  { header: TRAIT_WORDS.sector.vi, key: 'sector', width: 26, kind: 'text' },
  { header: TRAIT_WORDS.commodities.vi, key: 'commodities', width: 26, kind: 'text' },
  { header: 'Thành viên', key: 'members', width: 12, kind: 'number' },
  { header: 'Vốn điều lệ (đồng)', key: 'capital', width: 18, kind: 'number' },
  { header: TRAIT_WORDS.size.vi, key: 'size', width: 12, kind: 'text' },
  { header: TRAIT_WORDS.law.vi, key: 'law', width: 12, kind: 'text' },
  { header: TRAIT_WORDS.representative.vi, key: 'representative', width: 24, kind: 'text' },
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
    kind: KIND_WORDS[kind].vi,
    status: statusWordsOf(kind, status).vi,
    unit: `${unit.kind} ${unit.name}`,
    sector: sector && SECTOR_WORDS[sector].vi,
    commodities: item.commodities.map((code) => names.get(code) ?? code).join(', '),
    members: item.members,
    capital: item.capital,
    size: size && SIZE_WORDS[size].vi,
    law: law && LAW_WORDS[law].vi,
    representative: item.representative,
    updatedOn: item.updatedOn,
    note: item.isDemo ? 'Số liệu minh họa' : null,
  }
}
