import { periodName, periodOfCode } from '@hopluc/shared/periods'
import type { Id } from '@hopluc/shared/values'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type ExcelColumn, type ExcelRow, writeSheet } from '../../platform/excel.ts'
import type { PlacedFigure } from './content.ts'
import type { Placed } from './fill.ts'

const COLUMNS: readonly ExcelColumn[] = [
  { header: 'TT', key: 'position', width: 6, kind: 'number' },
  { header: 'Vị trí trong báo cáo', key: 'place', width: 26, kind: 'text' },
  { header: 'Mã', key: 'code', width: 8, kind: 'text' },
  { header: 'Chỉ tiêu', key: 'name', width: 40, kind: 'text' },
  { header: 'Đơn vị hành chính', key: 'unit', width: 26, kind: 'text' },
  { header: 'Kỳ', key: 'period', width: 24, kind: 'text' },
  { header: 'Phân tổ', key: 'parts', width: 18, kind: 'text' },
  { header: 'Loại số', key: 'side', width: 12, kind: 'text' },
  { header: 'Giá trị', key: 'value', width: 16, kind: 'number' },
  { header: 'Đơn vị tính', key: 'measure', width: 16, kind: 'text' },
  { header: 'Mẫu số', key: 'weight', width: 12, kind: 'number' },
  { header: 'So với', key: 'comparedWords', width: 18, kind: 'text' },
  { header: 'Giá trị so sánh', key: 'compared', width: 16, kind: 'number' },
  { header: 'Bản in', key: 'printed', width: 30, kind: 'text' },
  { header: 'Bản trước in', key: 'was', width: 24, kind: 'text' },
  { header: 'Đơn vị đã báo cáo', key: 'reported', width: 12, kind: 'number' },
  { header: 'Đơn vị chưa báo cáo', key: 'missing', width: 12, kind: 'number' },
  { header: 'Nguồn số liệu', key: 'source', width: 34, kind: 'text' },
]

const SIDES = { done: 'Thực hiện', estimate: 'Ước', plan: 'Kế hoạch' } as const

/** The annex with every number of the report beside where it comes from, as .xlsx. */
export async function makeAnnex(
  title: string,
  figures: readonly (PlacedFigure & Placed & { was: string | null })[],
  unitNames: ReadonlyMap<Id, string>,
): Promise<Buffer> {
  const stream = new PassThrough()
  const [content] = await Promise.all([
    buffer(stream),
    writeSheet(stream, {
      sheetName: 'Số liệu trong báo cáo',
      title: `Phụ lục số liệu: ${title}`,
      columns: COLUMNS,
      rows: figures.map((figure) => rowOf(figure, unitNames)),
    }),
  ])
  return content
}

function rowOf(
  figure: PlacedFigure & Placed & { was: string | null },
  unitNames: ReadonlyMap<Id, string>,
): ExcelRow {
  const { position, place, measure, side, value, weight, comparedWords, compared, printed } = figure
  const period = periodOfCode(figure.period)
  const { reported, missing } = figure.source
  return {
    position,
    place,
    code: measure.code,
    name: measure.name,
    unit: unitNames.get(figure.unitId) ?? '',
    period: period ? periodName(period) : figure.period,
    parts: Object.values(figure.parts).join(', '),
    side: SIDES[side],
    value,
    measure: measure.measure,
    weight,
    comparedWords,
    compared,
    printed,
    was: figure.was,
    reported,
    missing,
    source: sourceWords(figure),
  }
}

function sourceWords({ side, value, source }: PlacedFigure): string {
  if (side === 'plan') return value === null ? 'Chưa có kế hoạch' : 'Kế hoạch đã ban hành'
  if (value === null) return 'Chưa có số liệu'
  const counted = source.isCounted ? 'Danh sách HTX, THT' : 'Số liệu đơn vị báo cáo'
  const marks = [
    ...(source.isEstimate ? ['có phần tính theo tỷ lệ sáp nhập'] : []),
    ...(source.isIncomplete ? ['chưa gồm phần chưa rõ ranh giới'] : []),
  ]
  const asOf = source.asOf === null ? [] : [`đến ${source.asOf.slice(0, 16).replace('T', ' ')} UTC`]
  return [counted, ...asOf, ...marks].join('; ')
}
