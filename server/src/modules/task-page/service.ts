import { PaperKind } from '@hopluc/shared/documents'
import { Evidence, Recurrence } from '@hopluc/shared/task-deeds'
import type { Task, TaskRow } from '@hopluc/shared/tasks'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { citation } from '../documents/index.ts'
import { notFound } from '../task-records/index.ts'
import { allowedWishes } from '../task-rights/index.ts'
import {
  actingIn,
  agencies,
  codeOf,
  onDay,
  present,
  type Presented,
  rowsOf,
  selectRecords,
  toRecord,
} from '../task-rows/index.ts'
import { type TaskState, waitedDays } from '../task-states/index.ts'
import * as domain from './domain.ts'
import * as store from './store.ts'

/** All that a task's page shows, as of a day: a fixed number of queries, however long its story. */
export async function getTask(
  db: Reader,
  context: Context,
  id: Id,
  day: PlainDate = context.today,
): Promise<Task> {
  const found = await selectRecords(onDay(db, day).where('t.id', '=', id)).executeTakeFirst()
  if (!found) throw notFound()
  const [shown] = await present(db, context, [toRecord(found)], day)
  if (!shown) throw notFound()
  const { row, record, state, sides } = shown
  const parts = await store.listParts(db, id)
  const partRows = await rowsOf(
    db,
    context,
    parts.map((part) => part.id),
    day,
  )
  const copies = parts.filter(({ partKind }) => partKind === 'copy').map((part) => part.id)
  const all = (await store.listEvents(db, [id, ...copies])).filter(({ event }) => event.on <= day)
  const events = all.filter(({ taskId }) => taskId === id)
  const story = events.map(({ event }) => event)
  const names = await agencies(
    db,
    [
      ...domain.agenciesIn(all.map(({ event }) => event)),
      row.issuer.id,
      ...parts.map((part) => part.leadId),
    ],
    day,
  )
  const acting = await actingIn(db, context)
  const isOwn = (leadId: Id) => acting.agencyIds.includes(leadId)
  const left = domain.leftOf(events, isOwn)
  const leftOfParts = copies.map((partId) =>
    domain.leftOf(
      all.filter(({ taskId }) => taskId === partId),
      isOwn,
    ),
  )
  const shownStory = [left, ...leftOfParts].flat().map(({ event }) => event)
  const files = await store.listFiles(db, domain.filesIn(shownStory))
  const ofParts = copies.flatMap((partId, index) => {
    const lead = parts.find((part) => part.id === partId)?.leadId
    const part = (lead && names.get(lead)) || null
    return domain.historyOf(leftOfParts[index] ?? [], names, files, part)
  })
  const history = [...domain.historyOf(left, names, files, null), ...ofParts]
  const rounds = await store.listRounds(db, id, acting.agencyIds)
  const tracker = await store.findTracker(db, record.issuerId, day)
  return {
    ...row,
    ...(await aroundOf(db, shown)),
    content: record.content,
    directedBy: record.directedBy,
    directiveId: record.directiveId,
    recurrence: Recurrence.nullable().parse(record.recurrence),
    asOf: day,
    partRows: sortedParts(partRows),
    dues: domain.duesOf(events, { source: row.dueSource, text: row.dueText }),
    leads: record.isContainer ? [] : domain.leadsOf(story, names, day),
    tracker: tracker ?? row.issuer,
    needsApproval: sides.needsApproval,
    ...openOf(events, { ...state, prepared: isOwn(record.leadId) ? state.prepared : null }),
    openWishes: domain.openWishesOf(events, state, names),
    wishes: allowedWishes(row.allowed, state),
    waits: {
      atIssuer: waitedDays(state.atIssuer, day),
      atCo: waitedDays(state.atCo, day),
      pausedObjective: waitedDays(state.pausedObjective, day),
    },
    persons: (await store.listPersons(db, id)).map(({ passedAt, seenAt, endedAt, ...person }) => ({
      ...person,
      passedAt: passedAt.toISOString(),
      seenAt: seenAt?.toISOString() ?? null,
      isEnded: endedAt !== null,
    })),
    history: history.toReversed().toSorted((one, other) => other.at.localeCompare(one.at)),
    comments: await store.listComments(db, id),
    milestones: await store.listMilestones(db, id),
    rounds: rounds.map(({ isAsked, ...round }) => ({
      ...round,
      mayAnswer: isAsked && round.closedOn === null && day === context.today,
    })),
    rungs: await store.listRungs(db, [id, ...copies]),
    files: [...files.values()],
  }
}

async function aroundOf(db: Reader, { record, row }: Presented) {
  const documentId = row.source?.documentId ?? null
  const words = record.directiveId && (await store.findWords(db, record.directiveId))
  const parent = record.parentId && (await store.findParent(db, record.parentId))
  const basis = documentId ? await store.listBasis(db, documentId) : []
  return {
    words: words ? domain.wordsOf(words) : null,
    parent: parent ? { id: parent.id, code: codeOf(parent), title: parent.title } : null,
    basis: basis.map(({ documentId: at, abstract, ...paper }) => ({
      documentId: at,
      label: paper.symbol ? citation({ ...paper, kind: PaperKind.parse(paper.kind) }) : abstract,
    })),
  }
}

/** What is open on the task, each in the words of the event that opened it. */
function openOf(events: readonly domain.RecordedEvent[], state: TaskState) {
  const at = (seq: number | null | undefined) => (seq ? events[seq - 1] : undefined)
  const prepared = at(state.prepared?.seq)
  const question = at(state.questionSeq)
  const asked = at(state.explanation?.seq)
  const cause = at(state.cause?.seq)
  const result = at(state.result?.seq)
  return {
    prepared:
      prepared?.event.action === 'prepare'
        ? {
            seq: prepared.seq,
            deed: prepared.event.deed,
            on: prepared.event.on,
            byWords: prepared.byWords,
          }
        : null,
    submitted:
      state.result && result
        ? { ...Evidence.parse(state.result), on: state.result.on, byWords: result.byWords }
        : null,
    question:
      question?.event.action === 'question'
        ? { text: question.event.text, on: question.event.on, byWords: question.byWords }
        : null,
    explanationAsked:
      asked?.event.action === 'ask_explanation'
        ? { text: asked.event.text, untilOn: asked.event.untilOn, byWords: asked.byWords }
        : null,
    cause:
      cause?.event.action === 'judge_cause'
        ? {
            text: cause.event.text,
            isObjective: cause.event.isObjective,
            byWords: cause.byWords,
            on: cause.event.on,
          }
        : null,
  }
}

const ORDER = [
  'overdue',
  'due_soon',
  'not_taken_up',
  'waiting_confirmation',
  'in_term',
  'waiting_notice',
]

/** The late ones on top, what is done below, the last done first. */
function sortedParts(rows: readonly TaskRow[]): TaskRow[] {
  const rank = ({ status }: TaskRow) => {
    const at = ORDER.indexOf(status)
    return at < 0 ? ORDER.length : at
  }
  return rows.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      (other.result.on ?? '').localeCompare(one.result.on ?? '') ||
      (one.lead?.name ?? '').localeCompare(other.lead?.name ?? '', 'vi'),
  )
}
