import { FigureTableQuery, type FigureTable, type PlannedValue } from '@hopluc/shared/figures'
import { periodName } from '@hopluc/shared/periods'
import { boundWords } from '@hopluc/shared/plans'
import { Cursor, Limit } from '@hopluc/shared/values'
import type { ExcelColumn, ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { table } from './table.ts'

const COLUMNS: readonly ExcelColumn[] = [
  { header: 'Địa bàn', key: 'unit', width: 30, kind: 'text' },
  { header: 'Mã', key: 'code', width: 10, kind: 'text' },
  { header: 'Chỉ tiêu', key: 'indicator', width: 40, kind: 'text' },
  { header: 'Đơn vị tính', key: 'measure', width: 18, kind: 'text' },
  { header: 'Kỳ', key: 'period', width: 24, kind: 'text' },
  { header: 'Thực hiện', key: 'value', width: 16, kind: 'number' },
  { header: 'Mẫu số', key: 'weight', width: 14, kind: 'number' },
  { header: 'Ước cả kỳ', key: 'estimate', width: 16, kind: 'number' },
  { header: 'Kế hoạch', key: 'plan', width: 16, kind: 'number' },
  { header: '% thực hiện kế hoạch', key: 'done', width: 18, kind: 'number' },
  { header: 'Kỳ trước', key: 'previous', width: 16, kind: 'number' },
  { header: 'Cùng kỳ năm trước', key: 'same', width: 18, kind: 'number' },
  { header: 'Đơn vị đã báo cáo', key: 'reported', width: 16, kind: 'number' },
  { header: 'Đơn vị chưa báo cáo', key: 'missing', width: 18, kind: 'number' },
  { header: 'Ghi chú', key: 'note', width: 30, kind: 'text' },
]

declareList({
  name: 'figures',
  query: FigureTableQuery.extend({ limit: Limit, cursor: Cursor.optional() }),
  title: 'Số liệu kinh tế tập thể',
  sheetName: 'Số liệu',
  columns: COLUMNS,
  rows: async (context, query) => ({ items: rowsOf(await table(context, query)), next: null }),
})

/** One row a unit and indicator: what can be pivoted and filtered. */
function rowsOf({ total, rows, columns, period, waiting, isDemo }: FigureTable): ExcelRow[] {
  const left = waiting.map(({ kind, name }) => `${kind} ${name}`).join(', ')
  return [total, ...rows].flatMap(({ unit, cells }) =>
    cells.map((cell) => {
      const column = columns.find(({ id }) => id === cell.indicatorId)
      const notes = [
        planNote(cell.plan, period.year),
        cell.isCounted ? 'Đếm từ danh sách HTX' : '',
        cell.isEstimate ? 'Có phần tính theo tỷ lệ chia tách' : '',
        cell.isIncomplete ? 'Thiếu phần nằm vắt ranh giới' : '',
        left && unit.id === total.unit.id ? `Chưa gồm: ${left}` : '',
        isDemo ? 'Số liệu minh họa' : '',
      ]
      return {
        unit: `${unit.kind} ${unit.name}`,
        code: column?.code ?? null,
        indicator: column?.name ?? null,
        measure: column?.measure ?? null,
        period: periodName(period),
        value: cell.value,
        weight: cell.weight,
        estimate: cell.estimate,
        plan: cell.plan?.bound.value ?? null,
        done: cell.plan?.done == null ? null : Math.round(cell.plan.done * 10) / 10,
        previous: cell.previous,
        same: cell.same,
        reported: cell.isCounted ? null : cell.reported,
        missing: cell.isCounted ? null : cell.missing,
        note: notes.filter(Boolean).join('; '),
      }
    }),
  )
}

/** What the number alone does not tell of a plan. */
function planNote(plan: PlannedValue | null, year: number): string {
  if (!plan) return ''
  const other = plan.isSame ? '' : ', khác mẫu số'
  if (!other && plan.bound.op === 'exact' && plan.untilYear === year) return ''
  const until = plan.untilYear === year ? '' : ` đến năm ${plan.untilYear}`
  return `Kế hoạch${until}: ${boundWords(plan.bound, 'number')}${other}`
}
