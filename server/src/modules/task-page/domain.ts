import type { Outgoing, PaperMark, TaskEvent } from '@hopluc/shared/task-deeds'
import type { OpenWish, Task, TaskDue, TaskFile, TaskHistoryEntry } from '@hopluc/shared/tasks'
import {
  addDays,
  daysBetween,
  FOREVER,
  type Id,
  type Named,
  type PlainDate,
} from '@hopluc/shared/values'
import { spans } from '../task-clock/index.ts'
import type { Names } from '../task-rows/index.ts'
import type { TaskState } from '../task-states/index.ts'
import { fold } from '../task-story/index.ts'

type Said = TaskEvent | Outgoing

/** An event with who recorded it when. */
export interface RecordedEvent {
  taskId: Id
  seq: number
  event: TaskEvent
  byWords: string
  at: Date
}

/**
 * Nothing leaves an agency before its leader lets it: others see a draft only as what was approved.
 * `own` says whether the acting person works for the agency that led the task when it was prepared.
 */
export function leftOf(
  events: readonly RecordedEvent[],
  own: (leadId: Id) => boolean,
): RecordedEvent[] {
  const story = events.map(({ event }) => event)
  const approved = new Set(story.map(({ preparedSeq }) => preparedSeq))
  return events.filter(({ event: { action }, seq }) => {
    const isInside = action === 'decline' || (action === 'prepare' && !approved.has(seq))
    return !isInside || own(fold(story.slice(0, seq))?.leadId ?? '')
  })
}

/** One line of the story for each event, with the papers that were added to it later. */
export function historyOf(
  events: readonly RecordedEvent[],
  names: Names,
  files: ReadonlyMap<Id, TaskFile>,
  part: Named | null,
): TaskHistoryEntry[] {
  return events.map(({ seq, event, byWords, at }) => {
    const said: Said = event.action === 'prepare' ? event.deed : event
    const drafted = events.find((one) => one.seq === event.preparedSeq)
    const wish = 'wish' in said ? said.wish : null
    const dueOn = 'dueOn' in said ? (said.dueOn ?? null) : null
    return {
      seq,
      action: event.action,
      on: event.on,
      at: at.toISOString(),
      byWords,
      preparedByWords: drafted?.byWords ?? null,
      text: textOf(said),
      percent: 'percent' in said ? said.percent : null,
      wish,
      verdict: 'verdict' in said ? said.verdict : null,
      dueOn: wish?.kind === 'extend' ? wish.dueOn : dueOn,
      isObjective: 'isObjective' in said ? (said.isObjective ?? null) : null,
      from: 'fromId' in said ? (names.get(said.fromId)?.name ?? null) : null,
      to: leadAfter(said, names),
      papers: [...papersOf(said), ...addedPapers(events, seq)],
      files: 'fileIds' in said ? said.fileIds.flatMap((id) => files.get(id) ?? []) : [],
      part,
    }
  })
}

function textOf(said: Said): string {
  if ('reason' in said) return said.reason
  if ('text' in said) return said.text
  if ('note' in said) return said.note
  return 'act' in said ? said.act : ''
}

function leadAfter(said: Said, names: Names): string | null {
  if ('toId' in said) return names.get(said.toId)?.name ?? null
  if (!('wish' in said) || said.wish.kind !== 'change_lead') return null
  return names.get(said.wish.leadId)?.name ?? null
}

function papersOf(said: Said): PaperMark[] {
  if (said.action === 'issue') return [{ number: said.number, on: said.signedOn }]
  if ('papers' in said) return said.papers
  return 'paper' in said && said.paper ? [said.paper] : []
}

function addedPapers(events: readonly RecordedEvent[], seq: number): PaperMark[] {
  return events.flatMap(({ event }) =>
    event.action === 'add_paper' && event.seq === seq ? event.paper : [],
  )
}

/** Every due day that was in force, with the papers of the request and of the decision. */
export function duesOf(
  events: readonly RecordedEvent[],
  first: Pick<TaskDue, 'source' | 'text'>,
): TaskDue[] {
  const story = events.map(({ event }) => event)
  const dues: TaskDue[] = []
  for (const [index, { event, byWords }] of events.entries()) {
    const dueOn = fold(story.slice(0, index + 1))?.dueOn
    if (!dueOn || dueOn === dues.at(-1)?.dueOn) continue
    const asked = event.action === 'decide' ? events[event.seq - 1] : undefined
    dues.push({
      dueOn,
      fromOn: event.on,
      kind: KIND_OF_DUE[event.action] ?? 'extension',
      source: dues.length === 0 ? first.source : null,
      text: dues.length === 0 ? first.text : textOf(asked?.event ?? event),
      requestPaper: asked ? (paperOf(events, asked) ?? null) : null,
      decisionPaper: paperOf(events, { event, seq: index + 1 }) ?? null,
      byWords,
    })
  }
  return dues
}

const KIND_OF_DUE: Partial<Record<TaskEvent['action'], TaskDue['kind']>> = {
  draft: 'first',
  issue: 'signed',
  resume: 'pause',
}

function paperOf(
  events: readonly RecordedEvent[],
  { event, seq }: { event: TaskEvent; seq: number },
) {
  return addedPapers(events, seq).at(-1) ?? papersOf(event).at(0)
}

/** The wishes that wait for a decision. */
export function openWishesOf(
  events: readonly RecordedEvent[],
  state: TaskState,
  names: Names,
): OpenWish[] {
  return state.wishes.flatMap(({ seq, by, on, isAskedLate }) => {
    const asked = events[seq - 1]
    if (!asked || (asked.event.action !== 'request' && asked.event.action !== 'propose')) return []
    const { wish, reason } = asked.event
    const leadName = leadAfter(asked.event, names)
    const paper = paperOf(events, asked) ?? null
    return [{ seq, by, wish, leadName, reason, paper, on, isAskedLate, byWords: asked.byWords }]
  })
}

/** Who led from when to when, each with the days late that were its own. */
export function leadsOf(story: readonly TaskEvent[], names: Names, day: PlainDate): Task['leads'] {
  const stints: { leadId: Id; fromOn: PlainDate; untilOn: PlainDate; late: number }[] = []
  for (const span of spans(story)) {
    if (span.fromOn > day) break
    const until = span.untilOn > day ? day : span.untilOn
    const late = span.status === 'overdue' ? daysBetween(span.fromOn, addDays(until, 1)) : 0
    const last = stints.at(-1)
    if (last?.leadId === span.leadId) {
      last.untilOn = span.untilOn
      last.late += late
    } else stints.push({ leadId: span.leadId, fromOn: span.fromOn, untilOn: span.untilOn, late })
  }
  return stints.map(({ leadId, fromOn, untilOn, late }) => ({
    agency: names.get(leadId) ?? { id: leadId, name: '…', shortName: '…' },
    fromOn,
    untilOn: untilOn === FOREVER ? null : untilOn,
    daysLate: late,
  }))
}

/** Ids of agencies of which the story speaks. */
export function agenciesIn(story: readonly TaskEvent[]): Id[] {
  return story.flatMap((event) => {
    if (event.action === 'hand_over') return [event.fromId, event.toId]
    if (event.action === 'draft') return [event.leadId, ...event.coIds]
    return 'wish' in event && event.wish.kind === 'change_lead' ? [event.wish.leadId] : []
  })
}

export function filesIn(story: readonly TaskEvent[]): Id[] {
  return story.flatMap((event) => {
    const said: Said = event.action === 'prepare' ? event.deed : event
    return 'fileIds' in said ? said.fileIds : []
  })
}

/** The passage as it was read; where the text cannot be opened, its words alone. */
export function wordsOf(row: {
  documentId: Id | null
  quote: string | null
  startAt: number | null
  endAt: number | null
  before: string | null
  there: string | null
  after: string | null
}): Task['words'] {
  const { documentId, quote, startAt, endAt } = row
  if (!documentId || !quote || startAt === null || endAt === null) return null
  const isThere = row.there === quote
  return {
    documentId,
    before: isThere ? fromSentence(row.before ?? '') : '',
    quote,
    after: isThere ? toSentence(row.after ?? '') : '',
    startAt,
    endAt,
  }
}

/** From the beginning of the paragraph, or of a word when it is long. */
function fromSentence(text: string): string {
  const paragraph = text.slice(text.lastIndexOf('\n') + 1)
  return paragraph.length < 390 ? paragraph : paragraph.slice(paragraph.indexOf(' ') + 1)
}

function toSentence(text: string): string {
  const end = text.indexOf('\n')
  const paragraph = end < 0 ? text : text.slice(0, end)
  return paragraph.length < 390 ? paragraph : paragraph.slice(0, paragraph.lastIndexOf(' '))
}
