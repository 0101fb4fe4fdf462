import type { PartCounts, TaskAction, TaskRow } from '@hopluc/shared/tasks'
import { daysBetween, type Id, type Named, type PlainDate } from '@hopluc/shared/values'
import { daysLate } from '../task-clock/index.ts'
import type { TaskState } from '../task-states/index.ts'

/** A task with the status and term that it had on a day. */
export interface TaskRecord {
  id: Id
  issuerId: Id
  year: number
  number: number
  partNo: string
  parentId: Id | null
  partKind: TaskRow['partKind']
  directiveId: Id | null
  documentId: Id | null
  item: string | null
  title: string
  content: string | null
  product: string | null
  manner: TaskRow['manner']
  origin: TaskRow['origin']
  dueText: string | null
  dueSource: TaskRow['dueSource']
  recurrence: unknown
  leadId: Id
  directedBy: string | null
  trackerCode: string | null
  isContainer: boolean
  version: number
  state: TaskState
  status: TaskRow['status']
  dueOn: PlainDate | null
  /** Since when the status holds. */
  fromOn: PlainDate
  /** Who led on the day. */
  spanLeadId: Id
  /** Of the paper that it rests on, where it can be seen. */
  documentSymbol: string | null
  documentIssuedOn: PlainDate | null
  documentAbstract: string | null
}

/** How the parts of a task stand on a day. */
export interface PartTotals {
  counts: PartCounts
  extensions: number
}

/** Ids to names as of the day. */
export type Names = ReadonlyMap<Id, Named>

const KINDS: Record<string, string> = {
  TB: 'Thông báo',
  KL: 'Kết luận',
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  KH: 'Kế hoạch',
  CTr: 'Chương trình',
  ĐA: 'Đề án',
  BC: 'Báo cáo',
  TTr: 'Tờ trình',
  HD: 'Hướng dẫn',
  CV: 'Công văn',
  GM: 'Giấy mời',
  BB: 'Biên bản',
  NĐ: 'Nghị định',
  TT: 'Thông tư',
}

/** "Thông báo số 05/TB-BCĐ ngày 03/03/2021"; a number without a known kind is a letter's. */
export function paperLabel(number: string, on: PlainDate | null): string {
  const mark = number.split(/[/-]/).find((part) => !/^\d*$/.test(part.trim()))
  const kind = KINDS[mark?.trim() ?? ''] ?? 'Công văn'
  return on === null ? `${kind} số ${number}` : `${kind} số ${number} ngày ${dayWords(on)}`
}

/** 03/03/2021 */
export function dayWords(day: PlainDate): string {
  return day.split('-').toReversed().join('/')
}

/** A task as a list and its own page show it on a day. */
export function toRow(
  record: TaskRecord,
  state: TaskState,
  day: PlainDate,
  names: Names,
  parts: PartTotals | undefined,
  allowed: TaskAction[],
): TaskRow {
  const { result } = state
  const named = (id: Id): Named => names.get(id) ?? { id, name: '…', shortName: '…' }
  return {
    id: record.id,
    code: codeOf(record),
    title: record.title,
    status: record.status,
    dueOn: record.dueOn,
    daysLate: record.isContainer || parts ? lateOfWhole(record, day) : daysLate(day, state),
    since: record.status === 'not_taken_up' ? (state.assignedOn ?? record.fromOn) : record.fromOn,
    dueSource: record.dueSource,
    dueText: record.dueText,
    extensions: Math.max(state.extensions, parts?.extensions ?? 0),
    manner: record.manner,
    origin: record.origin,
    issuer: named(record.issuerId),
    lead: record.isContainer ? null : named(record.spanLeadId),
    co: state.coIds.map(named),
    source: sourceOf(record, state),
    product: record.product,
    assignedOn: state.assignedOn,
    takenUpOn: state.takenUpOn,
    partKind: record.partKind,
    parentId: record.parentId,
    parts: parts?.counts ?? null,
    percent: percentOf(state, record.isContainer ? parts : undefined),
    result: {
      state: result ? result.state : state.prepared?.action === 'submit' ? 'prepared' : 'none',
      on: result?.on ?? null,
      papers: result?.papers ?? [],
      files: result?.fileIds.length ?? 0,
    },
    waiting: waitingOf(state),
    trackerCode: record.trackerCode,
    version: record.version,
    allowed,
  }
}

export function codeOf({ number, partNo, year }: Pick<TaskRecord, 'number' | 'partNo' | 'year'>) {
  return partNo ? `${number}.${partNo}/${year}` : `${number}/${year}`
}

function lateOfWhole({ status, dueOn }: TaskRecord, day: PlainDate): number {
  return status === 'overdue' && dueOn ? daysBetween(dueOn, day) : 0
}

function sourceOf(record: TaskRecord, { given, assignedOn }: TaskState): TaskRow['source'] {
  const documentId = given?.documentId ?? record.documentId
  const item = given?.item ?? record.item
  if (given) return { documentId, label: paperLabel(given.number, assignedOn), item }
  if (record.documentSymbol)
    return { documentId, label: paperLabel(record.documentSymbol, record.documentIssuedOn), item }
  return record.documentAbstract ? { documentId, label: record.documentAbstract, item } : null
}

function percentOf({ percent }: TaskState, parts: PartTotals | undefined): number {
  if (!parts || parts.counts.total === 0) return percent
  return Math.floor((parts.counts.done * 100) / parts.counts.total)
}

function waitingOf(state: TaskState): TaskRow['waiting'] {
  const waiting: TaskRow['waiting'] = []
  if (state.prepared) waiting.push('approval')
  if (state.wishes.length > 0) waiting.push('decision')
  if (state.questionSeq !== null) waiting.push('answer')
  if (state.explanation) waiting.push('explanation')
  if (state.rounds.some(({ agencyIds }) => agencyIds.length > 0)) waiting.push('opinions')
  return waiting
}
