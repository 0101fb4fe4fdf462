import type { TaskRow } from '@hopluc/shared/tasks'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { allowedActions, type Acting, type Sides } from '../task-rights/index.ts'
import { issuerToday, type TaskState } from '../task-states/index.ts'
import { fold } from '../task-story/index.ts'
import { type TaskRecord, toRow } from './domain.ts'
import * as store from './store.ts'

/** The acting person with the agencies for which they work on the context's day. */
export async function actingIn(db: Reader, { actor, today }: Context): Promise<Acting> {
  return { actor, agencyIds: await store.agenciesOf(db, actor.agencyId, today) }
}

export function sidesOf(
  record: Pick<TaskRecord, 'issuerId' | 'leadId' | 'manner' | 'origin' | 'isContainer'>,
  state: TaskState,
  needsApproval: boolean,
): Sides {
  const { leadId, manner, origin, isContainer } = record
  const issuerId = issuerToday(state, record.issuerId)
  const isMirror = origin === 'mirror'
  return { issuerId, leadId, coIds: state.coIds, needsApproval, manner, isMirror, isContainer }
}

export interface Presented {
  row: TaskRow
  record: TaskRecord
  state: TaskState
  sides: Sides
}

/** Rows as of a day with names, parts and what may be done; a past day is read-only. */
export async function present(
  db: Reader,
  context: Context,
  records: readonly TaskRecord[],
  day: PlainDate,
): Promise<Presented[]> {
  const { today } = context
  const ids = records.map(({ id }) => id)
  const stories = day < today ? await store.storiesOf(db, ids) : undefined
  const shown = records.map((record) => {
    const story = stories?.get(record.id)
    return { record, state: (story && fold(story, day)) ?? record.state }
  })
  const named = shown.flatMap(({ record, state }) => [
    record.issuerId,
    record.spanLeadId,
    record.leadId,
    ...state.coIds,
  ])
  const names = await store.agencies(db, named, day)
  const parts = await store.partTotals(db, ids, day)
  const acting = await actingIn(db, context)
  return shown.map(({ record, state }) => {
    const sides = sidesOf(record, state, names.get(record.leadId)?.needsApproval ?? false)
    const allowed = day === today ? allowedActions(acting, sides, state) : []
    const row = toRow(record, state, day, names, parts.get(record.id), allowed)
    return { row, record, state, sides }
  })
}

export async function rowsOf(
  db: Reader,
  context: Context,
  ids: readonly Id[],
  day: PlainDate = context.today,
): Promise<TaskRow[]> {
  if (ids.length === 0) return []
  const found = await store
    .selectRecords(store.onDay(db, day).where('t.id', 'in', [...ids]))
    .execute()
  const rows = await present(db, context, found.map(store.toRecord), day)
  const byId = new Map(rows.map(({ row }) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
