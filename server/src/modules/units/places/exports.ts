import { type UnitItem, UnitQuery } from '@hopluc/shared/units'
import { FOREVER } from '@hopluc/shared/values'
import type { ExcelRow } from '../../../platform/excel.ts'
import { declareList } from '../../exports/index.ts'
import { list } from './service.ts'

const LEVELS: Record<UnitItem['level'], string> = {
  nation: 'Cả nước',
  province: 'Cấp tỉnh',
  district: 'Cấp huyện',
  commune: 'Cấp xã',
}

declareList({
  name: 'units',
  query: UnitQuery,
  title: 'Danh sách đơn vị hành chính',
  sheetName: 'Đơn vị hành chính',
  columns: [
    { header: 'Mã', key: 'code', width: 10, kind: 'text' },
    { header: 'Loại', key: 'kind', width: 12, kind: 'text' },
    { header: 'Tên', key: 'name', width: 34, kind: 'text' },
    { header: 'Cấp', key: 'level', width: 12, kind: 'text' },
    { header: 'Thuộc', key: 'parent', width: 34, kind: 'text' },
    { header: 'Từ ngày', key: 'fromOn', width: 12, kind: 'date' },
    { header: 'Đến ngày', key: 'untilOn', width: 12, kind: 'date' },
    { header: 'Số đơn vị trực thuộc', key: 'children', width: 12, kind: 'number' },
  ],
  rows: async (context, query) => {
    const page = await list(context, query)
    return { items: page.items.map(asRow), next: page.next }
  },
})

function asRow({ level, untilOn, ...unit }: UnitItem): ExcelRow {
  const { code, kind, name, parent, fromOn, children } = unit
  const until = untilOn === FOREVER ? null : untilOn
  return { code, kind, name, level: LEVELS[level], parent, fromOn, untilOn: until, children }
}
