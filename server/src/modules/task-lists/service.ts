import type { TaskPage, TaskQuery } from '@hopluc/shared/tasks'
import type { PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import { present } from '../task-rows/index.ts'
import { extrasOf } from '../task-tracking/index.ts'
import { trackingRow } from './domain.ts'
import * as store from './store.ts'

const MAX_ROWS = 10_000
const ROWS_AT_ONCE = 200

export function dayOf({ today }: Context, asOf: PlainDate | undefined): PlainDate {
  return asOf !== undefined && asOf < today ? asOf : today
}

export function list(context: Context, query: TaskQuery): Promise<TaskPage> {
  const day = dayOf(context, query.asOf)
  const { accountId } = context.actor
  return context.read(async (db) => {
    const page = await store.list(db, query, day, accountId)
    const shown = await present(db, context, page.items, day)
    return {
      items: shown.map(({ row }) => row),
      next: page.next,
      counts: await store.counts(db, query, day, accountId),
      asOf: day,
    }
  })
}

/** The tracking list's rows, page by page: none is held longer than its page. */
export async function* trackingRows(context: Context, query: TaskQuery) {
  const day = dayOf(context, query.asOf)
  let cursor: string | undefined
  for (let count = 0; count < MAX_ROWS; count += ROWS_AT_ONCE) {
    const { rows, next } = await context.read((db) => trackingPage(db, context, query, day, cursor))
    yield* rows
    if (next === null) return
    cursor = next
  }
}

async function trackingPage(
  db: Reader,
  context: Context,
  query: TaskQuery,
  day: PlainDate,
  cursor: string | undefined,
) {
  const sought = { ...query, cursor, limit: ROWS_AT_ONCE }
  const page = await store.list(db, sought, day, context.actor.accountId)
  const shown = await present(db, context, page.items, day)
  const extras = await extrasOf(db, shown, day)
  return { rows: shown.map(({ row }) => trackingRow(row, extras.get(row.id))), next: page.next }
}
