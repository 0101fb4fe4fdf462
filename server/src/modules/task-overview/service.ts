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
  toRecord,
} from '../task-rows/index.ts'
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

export function getCalendar(context: Context, month: string): Promise<TaskCalendar> {
  const { from, to } = store.daysOfMonth(month)
  return context.read(async (db) => {
    const days = await store.listDays(db, from, to, context.today)
    const names = await agencies(
      db,
      days.map(({ leadId }) => leadId),
      context.today,
    )
    return {
      items: days.map(({ number, partNo, year, leadId, status, ...day }) => ({
        ...day,
        status: TaskStatus.parse(status),
        code: codeOf({ number, partNo, year }),
        lead: names.get(leadId) ?? null,
      })),
    }
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
