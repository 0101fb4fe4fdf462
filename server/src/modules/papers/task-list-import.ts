import type { PlainDate } from '@hopluc/shared/values'
import type { Sentences } from '../../platform/errors.ts'
import {
  type ListedState,
  type ReadSource,
  isBody,
  readBodies,
  readLeadAndCo,
  readSource,
  readState,
} from './task-list-cells.ts'
import { type TaskField, type TaskMapping, flat } from './task-list-columns.ts'
import { type Recurrence, lastDay, readDue } from './task-list-due.ts'

export { guessColumns } from './task-list-columns.ts'

export interface RowProblem extends Sentences {
  column: TaskField
  code: string
}

export interface TaskRow {
  /** The line of the sheet, counted from 1 as Excel shows it. */
  line: number
  code: string | null
  title: string
  source: ReadSource
  lead: string[]
  co: string[]
  dueOn: PlainDate | null
  isStanding: boolean
  recurrence: Recurrence | null
  dueText: string
  product: string | null
  result: string | null
  state: ListedState | null
  stateText: string
  note: string | null
  /** The heading under which the row stands, such as "I. Sở Tài chính". */
  group: string | null
  problems: RowProblem[]
}

/**
 * Turns the rows of an authority's own list into tasks. Group rows name the lead of the rows
 * below that have none; nothing is dropped silently: what cannot be read is a problem of its row.
 * @param rows as `readSheets` gives them
 */
export function parseTaskRows(
  rows: readonly (readonly string[])[],
  mapping: TaskMapping,
): TaskRow[] {
  const tasks: TaskRow[] = []
  let group: string | null = null
  for (const [index, row] of rows.entries()) {
    if (index < mapping.firstRow || row.every((cell) => cell.trim() === '')) continue
    const kind = kindOf(row, mapping.columns)
    if (kind === 'end') break
    if (kind === 'group') group = headingOf(row)
    else tasks.push(readRow(index + 1, row, mapping.columns, group))
  }
  return tasks
}

type Columns = TaskMapping['columns']

const END = /^(?:nguoi lap|thu truong|noi nhan|tm |kt |tl |lap bieu|nguoi tong hop)/
const SUM = /^(?:tong|cong|tong cong|tong so)\b/
const GROUP_MARK = /^(?:[IVX]+|[A-ZĐ])\s*[.)/:-]?(?:\s|$)/

function kindOf(row: readonly string[], columns: Columns): 'task' | 'group' | 'end' {
  const filled = row.filter((cell) => cell.trim() !== '')
  const [first = '', second = ''] = filled
  const order = at(row, columns.order)
  if (END.test(flat(first)) && filled.length < 4) return 'end'
  if (filled.length <= 2 && SUM.test(flat(second === '' ? first : second))) return 'group'
  if (/^\d+(?:[.,]\d+)*\.?$/.test(order)) return 'task'
  const isSparse = filled.length === 1 || (filled.length === 2 && GROUP_MARK.test(first))
  if (!isSparse) return 'task'
  const isMarked = GROUP_MARK.test(first) || isBody(first) || columns.order !== undefined
  return isMarked ? 'group' : 'task'
}

function headingOf(row: readonly string[]): string | null {
  const text = row
    .filter((cell) => cell.trim() !== '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  return SUM.test(flat(text)) ? null : text
}

/** The body that a group's heading names, without its number. */
function bodyOf(group: string | null): string[] {
  const name = (group ?? '').replace(/^(?:(?:[IVX]+|[A-ZĐ]|\d+)\s*[.)/:-]?\s+)/u, '')
  return isBody(name) ? readBodies(name) : []
}

function at(row: readonly string[], column: number | undefined): string {
  return column === undefined ? '' : (row[column] ?? '').normalize('NFC').trim()
}

const orNull = (text: string) => (text === '' ? null : text)

function readRow(
  line: number,
  row: readonly string[],
  columns: Columns,
  group: string | null,
): TaskRow {
  const cell = (field: TaskField) => at(row, columns[field])
  const title = cell('title')
    .replace(/^[-–•+]\s*/, '')
    .replace(/\s+/g, ' ')
  const source = readSource(cell('source'), dayText(cell('sourceDate')))
  const named = readLeadAndCo(cell('lead'))
  const lead = named.lead.length > 0 ? named.lead : bodyOf(group)
  const co = [...named.co, ...readBodies(cell('co').replace(/^phối hợp\s*:?/iu, ''))]
  const { problem, ...due } = readDue(cell('due'))
  const task = {
    line,
    code: orNull(cell('code')),
    title,
    source,
    lead,
    co,
    ...due,
    dueText: cell('due'),
    product: orNull(cell('product')),
    result: orNull(cell('result')),
    state: readState(cell('state')) ?? readState(cell('result')),
    stateText: cell('state'),
    note: orNull(cell('note')),
    group,
  }
  return { ...task, problems: problemsOf(task, problem, cell('sourceDate')) }
}

/** A serial number of Excel as a day. */
function dayText(text: string): string {
  return /^\d{5}$/.test(text) ? (readDue(text).dueOn ?? '') : text
}

const PROBLEMS: Record<string, [TaskField, string, string]> = {
  title_missing: ['title', 'Dòng này không có nội dung nhiệm vụ.', 'This row says nothing to do.'],
  lead_missing: ['lead', 'Chưa có cơ quan chủ trì.', 'No lead agency is named.'],
  due_missing: [
    'due',
    'Chưa có thời hạn; nếu là nhiệm vụ thường xuyên, hãy ghi “Thường xuyên”.',
    'There is no term; write “Thường xuyên” for a standing task.',
  ],
  date_impossible: ['due', 'Ngày này không có trong lịch.', 'There is no such day.'],
  year_missing: ['due', 'Thời hạn thiếu năm.', 'The term has no year.'],
  due_unreadable: ['due', 'Không đọc được thời hạn.', 'The term cannot be read.'],
  source_unreadable: [
    'source',
    'Không tìm thấy số, ký hiệu văn bản giao.',
    'No number of the paper was found.',
  ],
  source_day_impossible: [
    'sourceDate',
    'Ngày văn bản không có trong lịch.',
    'The paper has an impossible day.',
  ],
}

function problemsOf(
  task: Omit<TaskRow, 'problems'>,
  due: string | null,
  sourceDay: string,
): RowProblem[] {
  const { title, lead, source, dueText } = task
  const isImpossible = lastDay(sourceDay === '' ? source.text : sourceDay)?.dueOn === null
  const codes = [
    ...(title === '' ? ['title_missing'] : []),
    ...(lead.length === 0 ? ['lead_missing'] : []),
    ...(due !== null ? [due] : dueText === '' ? ['due_missing'] : []),
    ...(source.text !== '' && source.number === null ? ['source_unreadable'] : []),
    ...(isImpossible ? ['source_day_impossible'] : []),
  ]
  return codes.flatMap((code) => {
    const [column, vi, en] = PROBLEMS[code] ?? ['title', '', '']
    const said = column === 'due' && dueText !== '' ? ` (“${dueText}”)` : ''
    return [{ column, code, vi: vi.replace(/\.$/, `${said}.`), en: en.replace(/\.$/, `${said}.`) }]
  })
}
