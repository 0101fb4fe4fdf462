import { type TaskPage, TaskQuery } from '@hopluc/shared/tasks'
import type { Page, PlainDate } from '@hopluc/shared/values'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/db.ts'
import type { ExcelRow } from '../../platform/excel.ts'
import { declareList } from '../exports/index.ts'
import { present } from '../task-rows/index.ts'
import { extrasOf } from '../task-tracking/index.ts'
import { TRACKING_COLUMNS, trackingRow } from './domain.ts'
import * as store from './store.ts'

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

declareList({
  name: 'tasks',
  query: TaskQuery,
  title: 'Danh mục theo dõi nhiệm vụ',
  sheetName: 'Nhiệm vụ',
  heading: 'Danh mục theo dõi nhiệm vụ',
  columns: TRACKING_COLUMNS,
  rows: (context, query) => context.read((db) => trackingPage(db, context, query)),
})

async function trackingPage(
  db: Reader,
  context: Context,
  query: TaskQuery,
): Promise<Page<ExcelRow>> {
  const day = dayOf(context, query.asOf)
  const page = await store.list(db, query, day, context.actor.accountId)
  const shown = await present(db, context, page.items, day)
  const extras = await extrasOf(db, shown, day)
  return { items: shown.map(({ row }) => trackingRow(row, extras.get(row.id))), next: page.next }
}
