import type { Finding } from '@hopluc/shared/return-checks'
import {
  cellKey,
  type GridColumn,
  type GridRow,
  type ReturnCell,
  type ReturnGrid,
  type ReturnRemark,
} from '@hopluc/shared/returns'
import { gridTotals } from '@hopluc/shared/return-totals'
import { writeNumber } from '@hopluc/shared/vietnamese-number'
import { language, t } from '../../lib/i18n.ts'
import type { CellMark, CellView, ColumnHead, TailView } from './grid/types.ts'

/** All that a cell may carry beside its value. */
export interface Marks {
  readonly findings: ReadonlyMap<string, Finding>
  readonly unsent: ReadonlySet<string>
  readonly conflicts: ReadonlySet<string>
  /** Texts that could not be read, and why. */
  readonly wrong: ReadonlyMap<string, { readonly text: string; readonly why: string }>
  readonly remarks: ReadonlyMap<string, ReturnRemark>
  readonly mayEdit: boolean
}

const ABSENT: CellView = {
  key: null,
  text: '',
  isEntry: false,
  kind: 'absent',
  isSame: false,
  mark: null,
  markWords: '',
  isUnsent: false,
  before: '',
}

/** The head of a column; its full words name the group as well. */
export const headOf = ({ key, group, name, isEntered }: GridColumn): ColumnHead => ({
  key,
  group,
  name,
  words: group ? `${group}, ${name}` : name,
  isEntered,
})

/** Finding a cell by row and column of its grid. */
export function placesOf(grid: ReturnGrid, cells: readonly ReturnCell[]) {
  const places = new Map<string, ReturnCell>()
  for (const cell of cells)
    if (cell.section === grid.key) places.set(`${cell.rowKey} ${cell.columnKey}`, cell)
  return (row: GridRow, column: GridColumn): ReturnCell | undefined =>
    places.get(`${row.key} ${column.of ?? column.key}`)
}

/** The number that a column shows of a cell. */
export function shownOf(cell: ReturnCell, column: GridColumn): number | null {
  if (column.as === 'previous') return cell.previous
  if (column.as === 'same_period') return cell.samePeriod
  if (column.as === 'plan') return cell.plan
  return cell.value
}

const sayNumber = (value: number | null) => (value === null ? '' : writeNumber(value))
export const said = (finding: { vi: string; en: string }) =>
  language() === 'en' ? finding.en : finding.vi

/** Of a plan how much of it is done: " (75%)"; nothing of a limit. */
function percentOf({ value, plan, isLimit }: ReturnCell): string {
  if (value === null || plan === null || plan <= 0 || isLimit) return ''
  return ` (${writeNumber(Math.round((value / plan) * 1000) / 10)}%)`
}

/** One cell as the grid draws it. */
export function cellView(cell: ReturnCell | undefined, column: GridColumn, marks: Marks): CellView {
  if (!cell) return ABSENT
  const isOwn = column.of === null
  if (!isOwn) {
    const value = shownOf(cell, column)
    const done = column.as === 'plan' ? percentOf(cell) : ''
    return { ...ABSENT, kind: value === null ? 'blank' : 'value', text: sayNumber(value) + done }
  }
  const key = cellKey(cell)
  const wrong = marks.wrong.get(key)
  const [mark, markWords] = markOf(key, marks)
  const before = cell.corrected && cell.version > 0 ? sayNumber(cell.corrected.value) : ''
  return {
    key,
    isEntry: column.isEntered && !cell.isReadOnly && marks.mayEdit,
    kind: wrong ? 'wrong' : cell.isNone ? 'none' : cell.value === null ? 'blank' : 'value',
    text: wrong ? wrong.text : cell.isNone ? 'x' : sayNumber(cell.value),
    isSame: cell.isSame,
    mark,
    markWords,
    isUnsent: marks.unsent.has(key),
    before: before === sayNumber(cell.value) ? '' : before,
  }
}

function markOf(key: string, marks: Marks): [CellMark | null, string] {
  const wrong = marks.wrong.get(key)
  if (wrong) return ['error', wrong.why]
  if (marks.conflicts.has(key)) return ['conflict', t('returns.conflict.short')]
  const finding = marks.findings.get(key)
  if (finding?.kind === 'error') return ['error', said(finding)]
  const remark = marks.remarks.get(key)
  if (finding?.kind === 'warning' && !finding.hasReason) return ['warning', said(finding)]
  return remark ? ['remark', remark.text] : [null, '']
}

/** The worst finding of each cell: an error before a warning without its reason. */
export function findingsByCell(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  const byCell = new Map<string, Finding>()
  const weight = ({ kind, hasReason }: Finding) => (kind === 'warning' ? (hasReason ? 0 : 1) : 2)
  for (const finding of findings) {
    const before = byCell.get(finding.key)
    if (!before || weight(before) < weight(finding)) byCell.set(finding.key, finding)
  }
  return byCell
}

/** "4/6 đơn vị": how many of those below are in what was added up; of several cells the fewest. */
export function belowWords(cells: readonly ReturnCell[], of: number): string {
  const stated = cells.flatMap(({ below }) => (below ? [below.stated] : []))
  return stated.length === 0 ? '' : t('returns.below.of', { stated: Math.min(...stated), of })
}

/** Source and state of a row, in quiet words at its end; `below`: how many report into this return. */
export function tailOf(
  cells: readonly ReturnCell[],
  views: readonly CellView[],
  below = 0,
): TailView[] {
  const sources = new Set(
    cells.flatMap(({ source, isReadOnly }) => (source && !isReadOnly ? [source] : [])),
  )
  const [source] = sources
  const from =
    sources.size > 1 ? t('returns.source.several') : source ? t(`returns.source.${source}`) : ''
  const of = belowWords(cells, below)
  const words =
    source === 'sum' && sources.size === 1 && of
      ? t('returns.below.from', { of })
      : [from, of].filter(Boolean).join(', ')
  return [{ text: words, tone: '' }, stateOf(cells, views)]
}

function stateOf(cells: readonly ReturnCell[], views: readonly CellView[]): TailView {
  const has = (mark: CellMark) => views.some((view) => view.mark === mark)
  const entries = cells.filter(({ isReadOnly }) => !isReadOnly)
  if (has('error')) return { text: t('returns.row.error'), tone: 'red' }
  if (has('conflict')) return { text: t('returns.row.conflict'), tone: 'amber' }
  if (has('warning')) return { text: t('returns.row.warning'), tone: 'amber' }
  if (entries.some(({ offer }) => offer !== null))
    return { text: t('returns.row.offer'), tone: 'accent' }
  if (has('remark')) return { text: t('returns.row.remark'), tone: 'amber' }
  if (entries.some(({ isSame }) => isSame)) {
    const others = entries.filter(({ isSame, unchanged }) => !isSame && unchanged !== null)
    if (others.length === 0) return { text: t('returns.row.same'), tone: '' }
  }
  return { text: '', tone: '' }
}

/** Texts of the line on top, by column. */
export function totalTexts(grid: ReturnGrid, cells: readonly ReturnCell[]): (string | null)[] {
  const totals = gridTotals(grid, cells)
  return grid.columns.map(({ key }) => {
    const value = totals.get(key)?.value ?? null
    return value === null ? null : writeNumber(Math.round(value * 100) / 100)
  })
}
