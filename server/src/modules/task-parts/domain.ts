import type { TaskStatus } from '@hopluc/shared/task-deeds'
import { FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import { extend, type TaskSpan } from '../task-clock/index.ts'

const DONE: readonly TaskStatus[] = ['done_in_time', 'done_late']
/** Of parts that differ, the most pressing one speaks for the whole. */
const ORDER: readonly TaskStatus[] = [
  'overdue',
  'due_soon',
  'not_taken_up',
  'in_term',
  'waiting_notice',
  'waiting_confirmation',
  'paused',
  'standing',
  'drafted',
]

/**
 * A container of copies (`own` empty), or a task with sub-tasks: overdue while any part is, done when
 * all are, late if any is. A cancelled part counts nowhere.
 */
export function combine(
  leadId: Id,
  own: readonly TaskSpan[],
  parts: readonly (readonly TaskSpan[])[],
): TaskSpan[] {
  const stories = [...(own.length > 0 ? [own] : []), ...parts]
  const turns = new Set(stories.flat().map(({ fromOn }) => fromOn))
  const result: TaskSpan[] = []
  for (const day of [...turns].toSorted()) {
    const found = stories.flatMap((spans) => at(spans, day) ?? [])
    const leads = at(own, day)
    extend(result, whole(day, leads?.leadId ?? leadId, found, leads))
  }
  return result
}

function at(spans: readonly TaskSpan[], day: PlainDate): TaskSpan | undefined {
  return spans.find(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn)
}

function whole(
  fromOn: PlainDate,
  leadId: Id,
  found: readonly TaskSpan[],
  own: TaskSpan | undefined,
): TaskSpan {
  const base = { fromOn, untilOn: FOREVER, leadId, endsStint: false }
  const isOver = own?.status === 'cancelled' || own?.status === 'drafted'
  const live = isOver ? [own] : found.filter(({ status }) => status !== 'cancelled')
  const status = statusOf(live)
  const pressing = live.filter((span) => span.status === status)
  const dues = (pressing.length > 0 ? pressing : live).flatMap(({ dueOn }) => dueOn ?? [])
  const sorted = dues.toSorted()
  const dueOn = (DONE.includes(status) ? sorted.at(-1) : sorted[0]) ?? null
  return { ...base, status, dueOn, isOwnLate: live.some(({ isOwnLate }) => isOwnLate) }
}

function statusOf(live: readonly TaskSpan[]): TaskStatus {
  if (live.length === 0) return 'cancelled'
  const has = (status: TaskStatus) => live.some((span) => span.status === status)
  if (live.every(({ status }) => DONE.includes(status)))
    return has('done_late') ? 'done_late' : 'done_in_time'
  return ORDER.find(has) ?? live[0]?.status ?? 'cancelled'
}
