import { boundWords, finalBound, type Plan, type TargetRow } from '@hopluc/shared/plans'
import { AsOf, Cursor, Id, Limit } from '@hopluc/shared/values'
import type { ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { get } from './service.ts'
import { numberWords, readingWords, verdictWords } from './words.ts'

/** The table of a plan's targets, one line each; units in words. */
declareList({
  name: 'targets',
  query: AsOf.extend({ plan: Id, limit: Limit, cursor: Cursor.optional() }),
  title: 'Bảng chỉ tiêu',
  sheetName: 'Chỉ tiêu',
  heading: ({ asOf }) =>
    `BẢNG CHỈ TIÊU PHÁT TRIỂN KINH TẾ TẬP THỂ${asOf ? `, số liệu đến ${written(asOf)}` : ''}`,
  columns: [
    { header: 'Chỉ tiêu, lời văn của kế hoạch', key: 'words', width: 46, kind: 'text' },
    { header: 'Đơn vị tính', key: 'measure', width: 12, kind: 'text' },
    { header: 'Mức', key: 'bound', width: 14, kind: 'text' },
    { header: 'Đã giao', key: 'allotted', width: 12, kind: 'number' },
    { header: 'Còn chưa giao', key: 'unallotted', width: 12, kind: 'number' },
    { header: 'Cộng đăng ký', key: 'registered', width: 12, kind: 'number' },
    { header: 'Thực hiện', key: 'done', width: 12, kind: 'number' },
    { header: 'Cách tính', key: 'readings', width: 38, kind: 'text' },
    { header: 'Số liệu đến', key: 'figuresOn', width: 12, kind: 'date' },
    { header: 'Ước', key: 'estimate', width: 10, kind: 'number' },
    { header: 'Dự báo cuối kỳ', key: 'forecast', width: 12, kind: 'number' },
    { header: 'So chỉ tiêu', key: 'verdict', width: 24, kind: 'text' },
    { header: 'Cơ quan chịu trách nhiệm', key: 'lead', width: 30, kind: 'text' },
    { header: 'Theo đơn vị', key: 'units', width: 60, kind: 'text' },
    { header: 'Số liệu', key: 'remark', width: 18, kind: 'text' },
  ],
  rows: async (context, { plan: id, asOf }) => {
    const plan = await get(context, id, asOf)
    return { items: plan.rows.map((row) => asRow(row, plan)), next: null }
  },
})

const written = (day: string) => day.split('-').toReversed().join('/')
const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10)

function asRow(row: TargetRow, plan: Plan): ExcelRow {
  const { expression, readings, lead } = row
  const bound = finalBound(expression)
  const isShare = expression.as === 'share'
  return {
    words: `${row.parentId === null ? '' : '– '}${row.words}`,
    measure: row.measure,
    bound: bound ? boundWords(bound, expression.as) : null,
    allotted: row.allotted,
    unallotted: row.unallotted,
    registered: row.registered,
    done: rounded(readings[0]?.value ?? null),
    readings: isShare ? readings.map(readingWords).join('; ') : null,
    figuresOn: row.figuresOn,
    estimate: rounded(row.estimate?.value ?? null),
    forecast: rounded(row.forecast.value),
    verdict: verdictWords(row),
    lead: lead?.name ?? null,
    units: row.cells.flatMap((cell) => cellWords(cell, plan)).join('; '),
    remark: row.isDemo ? 'Số liệu minh họa' : null,
  }
}

function cellWords(cell: TargetRow['cells'][number], { units }: Plan): string[] {
  const { unitId, done, whole, registered } = cell
  const name = units.find(({ id }) => id === unitId)?.name ?? ''
  if (whole !== null) return [`${name} ${numberWords(done ?? 0)}/${numberWords(whole)}`]
  const said = registered === null ? [] : [`đăng ký ${numberWords(registered)}`]
  const has = done !== null && done > 0 ? [`đạt ${numberWords(done)}`] : []
  return has.length + said.length > 0 && (done ?? 0) + (registered ?? 0) > 0
    ? [`${name} ${[...has, ...said].join(', ')}`]
    : []
}
