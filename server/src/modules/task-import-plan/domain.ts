import type { Recurrence, TaskEvent } from '@hopluc/shared/task-deeds'
import type { ImportField, ImportIssue, ImportMapping } from '@hopluc/shared/task-import'
import type { PlainDate } from '@hopluc/shared/values'
import { fold } from '../documents/index.ts'
import type { TaskField, TaskMapping, TaskRow } from '../papers/index.ts'

/** What the reader of lists knows by other names; the other columns are read here. */
const READ: Partial<Record<ImportField, TaskField>> = {
  number: 'order',
  tracker_code: 'code',
  source_symbol: 'source',
  source_date: 'sourceDate',
  title: 'title',
  lead: 'lead',
  co: 'co',
  due_on: 'due',
  product: 'product',
  result: 'result',
  status: 'state',
  note: 'note',
}

export function toReaderColumns(mapping: ImportMapping): TaskMapping['columns'] {
  const columns: TaskMapping['columns'] = {}
  for (const [field, index] of entriesOf(mapping)) {
    const name = READ[field]
    if (name) columns[name] = index
  }
  return columns
}

export function fromReaderColumns(columns: TaskMapping['columns']): ImportMapping {
  const mapping: ImportMapping = {}
  for (const [field, name] of Object.entries(READ)) {
    const index = columns[name]
    if (index !== undefined && isField(field)) mapping[field] = index
  }
  return mapping
}

function isField(field: string): field is ImportField {
  return field in READ
}

function entriesOf(mapping: ImportMapping): [ImportField, number][] {
  return Object.entries(mapping).flatMap(([field, index]) =>
    index === undefined || !isField(field) ? [] : [[field, index] as [ImportField, number]],
  )
}

/** A line as it will stand here, before agencies and papers are looked up. */
export interface ListedTask {
  line: number
  trackerCode: string | null
  title: string
  leadNames: string[]
  coNames: string[]
  source: {
    symbol: string | null
    on: PlainDate | null
    issuer: string | null
    abstract: string | null
  }
  item: string | null
  directedBy: string | null
  product: string | null
  assignedOn: PlainDate
  /** As first given, and as last extended. */
  firstDueOn: PlainDate | null
  dueText: string | null
  /** "Hằng quý": a duty with instances. "Thường xuyên" is one without a term, and has neither. */
  recurrence: Recurrence | null
  state: Extract<TaskEvent, { action: 'import' }>
  issues: ImportIssue[]
}

const ISSUE_FIELDS: Partial<Record<TaskField, ImportField>> = {
  code: 'tracker_code',
  source: 'source_symbol',
  sourceDate: 'source_date',
  title: 'title',
  lead: 'lead',
  due: 'due_on',
}
/** Said, but the line is entered all the same. */
const WARNINGS = [
  'due_missing',
  'source_unreadable',
  'source_day_impossible',
  'date_impossible',
  'year_missing',
  'due_unreadable',
]

/** One line with what it says of days and results; days that are not days are said by line. */
export function listedTask(
  row: TaskRow,
  cells: readonly string[],
  mapping: ImportMapping,
  today: PlainDate,
): ListedTask {
  const cell = (field: ImportField) => {
    const index = mapping[field]
    return index === undefined ? '' : (cells[index] ?? '').trim()
  }
  const assigned = dayIn(cell('assigned_on')) ?? row.source.date
  const assignedOn = assigned !== null && assigned <= today ? assigned : today
  const extendedTo = dayIn(cell('extended_to'))
  const resultOn = dayIn(cell('result_date')) ?? dayIn(row.result ?? '')
  const issues = row.problems.map(({ column, code, vi, en }) => ({
    line: row.line,
    field: ISSUE_FIELDS[column] ?? null,
    isError: !WARNINGS.includes(code),
    vi,
    en,
  }))
  if (assigned !== null && assigned > today)
    issues.push({
      line: row.line,
      field: 'assigned_on',
      isError: true,
      vi: 'Ngày giao sau ngày hôm nay.',
      en: 'The day of assignment lies after today.',
    })
  return {
    line: row.line,
    trackerCode: row.code,
    title: row.title,
    leadNames: row.lead,
    coNames: row.co,
    source: {
      symbol: row.source.number,
      on: row.source.date,
      issuer: cell('source_issuer') || null,
      abstract: cell('source_abstract') || null,
    },
    item: cell('item') || null,
    directedBy: cell('directed_by') || null,
    product: row.product,
    assignedOn,
    firstDueOn: row.dueOn,
    dueText: row.dueText || null,
    recurrence: recurrenceOf(row),
    state: stateOf(row, extendedTo ?? row.dueOn, { assignedOn, resultOn, today }),
    issues,
  }
}

/** What recurs goes on: a line that the list calls done or cancelled is one task that is over. */
function recurrenceOf({ recurrence: every, state }: TaskRow): Recurrence | null {
  const isOver = state === 'done' || state === 'done_late' || state === 'cancelled'
  return every === null || isOver ? null : { every, day: null, isMonthAfter: false }
}

/** How the line says that it stands; lateness follows from its days, where it names them. */
function stateOf(
  row: TaskRow,
  dueOn: PlainDate | null,
  days: { assignedOn: PlainDate; resultOn: PlainDate | null; today: PlainDate },
): ListedTask['state'] {
  const { assignedOn, resultOn, today } = days
  const text = row.result ?? ''
  const base = {
    action: 'import' as const,
    dueOn: recurrenceOf(row) ? null : dueOn,
    isLate: false,
    text: text.slice(0, 4000),
    papers: [],
    ...(recurrenceOf(row) && { listedOn: today }),
  }
  switch (row.state) {
    case 'done':
    case 'done_late': {
      const said = resultOn !== null && resultOn <= today ? resultOn : null
      const inTime = dueOn !== null && dueOn < today ? dueOn : today
      const on = said ?? (row.state === 'done' ? inTime : today)
      const papers = paperIn(text, on)
      const isLate = row.state === 'done_late' && (dueOn === null || on <= dueOn)
      return { ...base, state: 'done', on: on < assignedOn ? assignedOn : on, papers, isLate }
    }
    case 'paused':
      return { ...base, state: 'paused', on: today }
    case 'cancelled':
      return { ...base, state: 'cancelled', on: today }
    default:
      return { ...base, state: 'running', on: assignedOn }
  }
}

const PAPER = /\d+[a-zA-Z]?\/[\p{L}\d&-]+(?:-[\p{L}\d&]+)*/u

function paperIn(text: string, on: PlainDate): { number: string; on: PlainDate }[] {
  const number = PAPER.exec(text)?.[0]
  return number === undefined || /^\d+\/\d+/.test(number) ? [] : [{ number, on }]
}

/** `2026-03-01` as Excel's days are read, or 01/03/2026 as people write; the last one named. */
export function dayIn(text: string): PlainDate | null {
  const iso = /\d{4}-\d{2}-\d{2}/.exec(text)?.[0]
  if (iso) return iso
  const found = [...text.matchAll(/(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/g)].at(-1)
  if (!found) return null
  const [, day = '', month = '', year = ''] = found
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const real = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(written) ? written : null
}

/** What makes two lines the same task: its code in the tracker, else its words and its paper. */
export function keyOf(task: {
  trackerCode: string | null
  title: string
  symbol: string | null
  leads: string
}): string {
  if (task.trackerCode) return `code ${task.trackerCode}`
  return `words ${fold(task.title)} ${fold(task.symbol ?? '')} ${task.leads}`
}

/** Whether an import would say anything new of a task that is there. */
export function isSameState(
  one: ListedTask['state'] | undefined,
  other: ListedTask['state'],
): boolean {
  return (
    one !== undefined &&
    one.state === other.state &&
    one.dueOn === other.dueOn &&
    one.text === other.text &&
    one.isLate === other.isLate &&
    (one.state !== 'done' || one.on === other.on)
  )
}
