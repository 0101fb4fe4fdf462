import type {
  PendingTask,
  PendingTasks,
  TaskCalendar,
  TaskSummary,
} from '@hopluc/shared/task-overview'
import { TaskStatus } from '@hopluc/shared/task-deeds'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { listEvents } from '../task-page/index.ts'
import {
  actingIn,
  agencies,
  codeOf,
  present,
  rowsOf,
  selectRecords,
  storiesOf,
  toRecord,
} from '../task-rows/index.ts'
import { fold } from '../task-story/index.ts'
import { pendingOf, summaryOf } from './domain.ts'
import * as store from './store.ts'

export interface SummaryQuery {
  asOf?: PlainDate | undefined
  issuer?: Id | undefined
  from?: PlainDate | undefined
}

/** By agency, of what the issuer gave: without one, of all that the acting person sees. */
export async function summary(
  db: Reader,
  day: PlainDate,
  query: SummaryQuery,
): Promise<TaskSummary> {
  const counts = await store.countByAgency(db, day, query)
  const names = await agencies(
    db,
    counts.map(({ agencyId }) => agencyId),
    day,
  )
  return summaryOf(day, counts, names)
}

export function getSummary(context: Context, query: SummaryQuery): Promise<TaskSummary> {
  const { today, actor } = context
  const day = query.asOf !== undefined && query.asOf < today ? query.asOf : today
  const issuer = query.issuer ?? actor.committeeId ?? undefined
  return context.read((db) => summary(db, day, { ...query, issuer }))
}

/** What falls on the days of a month, as it was planned on the day that is read. */
export function getCalendar(
  context: Context,
  month: string,
  asOf: PlainDate = context.today,
): Promise<TaskCalendar> {
  const span = store.daysOfMonth(month)
  const { today } = context
  const day = asOf < today ? asOf : today
  return context.read(async (db) => {
    const planned = await store.listDays(db, span, day)
    const asked =
      day < today ? await askedThen(db, span, day) : await store.listExplanations(db, span, day)
    const days = [...planned, ...asked].toSorted((one, other) => one.on.localeCompare(other.on))
    const names = await agencies(
      db,
      days.map(({ leadId }) => leadId),
      day,
    )
    return {
      items: days.map(({ number, partNo, year, leadId, status, ...item }) => ({
        ...item,
        status: TaskStatus.parse(status),
        code: codeOf({ number, partNo, year }),
        lead: names.get(leadId) ?? null,
      })),
    }
  })
}

/** Explanations that were still owed on a past day: the task's state tells of today alone. */
async function askedThen(db: Reader, { from, to }: store.Span, day: PlainDate) {
  const found = await store.listEverAsked(db, day)
  const stories = await storiesOf(
    db,
    found.map(({ taskId }) => taskId),
  )
  return found.flatMap((item) => {
    const on = fold(stories.get(item.taskId) ?? [], day)?.explanation?.untilOn
    return on !== undefined && from <= on && on <= to
      ? [{ ...item, on, kind: 'explanation' as const }]
      : []
  })
}

/** What waits for the acting person's word, by what they may do; never what they may only see. */
export function getPending(context: Context): Promise<PendingTasks> {
  const { today, actor } = context
  return context.read(async (db) => {
    const { agencyIds } = await actingIn(db, context)
    const rows = store.waiting(db, today, agencyIds, actor.committeeId)
    const records = (await selectRecords(rows).execute()).map(toRecord)
    const shown = await present(db, context, records, today)
    const found = shown.flatMap(({ row, state }) =>
      pendingOf(row, state).map((one) => ({ ...one, row, state })),
    )
    const events = await listEvents(db, [...new Set(found.map(({ row }) => row.id)), NOBODY])
    const items = found.map(({ kind, seq, row, state }): PendingTask => {
      const said = events.find((one) => one.taskId === row.id && one.seq === seq)
      const event = said?.event.action === 'prepare' ? said.event.deed : said?.event
      return {
        kind,
        task: row,
        seq,
        wish: event && 'wish' in event ? event.wish : null,
        roundId: null,
        since: said?.event.on ?? state.assignedOn ?? row.since,
        text: !event ? '' : 'reason' in event ? event.reason : 'text' in event ? event.text : '',
        byWords: said?.byWords ?? '',
      }
    })
    return { items: [...items, ...(await opinionsAsked(db, context, agencyIds))] }
  })
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

async function opinionsAsked(
  db: Reader,
  context: Context,
  agencyIds: readonly Id[],
): Promise<PendingTask[]> {
  const { role } = context.actor
  if (!['leader', 'officer', 'clerk', 'standing', 'chair', 'delegate'].includes(role)) return []
  const rounds = await store.listAskedRounds(db, agencyIds)
  const rows = await rowsOf(db, context, [...new Set(rounds.map(({ taskId }) => taskId))])
  return rounds.flatMap(({ id, taskId, title, untilOn }) => {
    const task = rows.find((row) => row.id === taskId)
    if (!task) return []
    const about = { kind: 'opinion', seq: null, wish: null, roundId: id } as const
    return [{ ...about, task, since: untilOn, text: title, byWords: task.lead?.name ?? '' }]
  })
}
