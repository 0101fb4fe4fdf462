import type { Task } from '@hopluc/shared/tasks'
import type { Id, PlainDate } from '@hopluc/shared/values'
import type { Reader } from '../../platform/db.ts'
import { duesOf, listEvents } from '../task-page/index.ts'
import type { Presented } from '../task-rows/index.ts'
import { listSources } from './store.ts'

/** What a row of the tracking list says beside what the list on screen shows. */
export interface TrackingExtras {
  sourceIssuer: string | null
  sourceAbstract: string | null
  directedBy: string | null
  dues: Task['dues']
  cause: { text: string; isObjective: boolean } | null
  confirmedBy: { byWords: string; on: PlainDate } | null
}

/** For a page of tasks at once. */
export async function extrasOf(
  db: Reader,
  shown: readonly Presented[],
  day: PlainDate,
): Promise<Map<Id, TrackingExtras>> {
  if (shown.length === 0) return new Map()
  const all = await listEvents(
    db,
    shown.map(({ row }) => row.id),
  )
  const stories = Map.groupBy(
    all.filter(({ event }) => event.on <= day),
    ({ taskId }) => taskId,
  )
  const documentIds = shown.flatMap(({ row }) => row.source?.documentId ?? [])
  const sources = await listSources(db, documentIds)
  return new Map(
    shown.map(({ row, record }) => {
      const events = stories.get(row.id) ?? []
      const source = sources.get(row.source?.documentId ?? '')
      const cause = events.findLast(({ event }) => event.action === 'judge_cause')?.event
      const confirmed = events.findLast(({ event }) => event.action === 'confirm')
      return [
        row.id,
        {
          sourceIssuer: source?.issuerName ?? null,
          sourceAbstract: source?.abstract ?? null,
          directedBy: record.directedBy,
          dues: duesOf(events, { source: row.dueSource, text: row.dueText }),
          cause: cause?.action === 'judge_cause' ? cause : null,
          confirmedBy: confirmed ? { byWords: confirmed.byWords, on: confirmed.event.on } : null,
        },
      ]
    }),
  )
}
