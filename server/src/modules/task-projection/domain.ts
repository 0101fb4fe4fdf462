import type { TaskEvent } from '@hopluc/shared/task-deeds'
import { addDays, FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import { combine } from '../task-parts/index.ts'
import { type DueSoon, spans, type TaskSpan } from '../task-clock/index.ts'
import type { TaskState } from '../task-states/index.ts'
import { fold } from '../task-story/index.ts'

/** Who works on a task from which day to which. */
export interface Party {
  agencyId: Id
  part: 'lead' | 'co'
  fromOn: PlainDate
  untilOn: PlainDate
}

/** All that is kept beside the events so that lists need not read them. */
export interface Projection {
  id: Id
  version: number
  state: TaskState
  leadId: Id
  isContainer: boolean
  isGiven: boolean
  ownSpans: TaskSpan[]
  spans: TaskSpan[]
  parties: Party[]
}

/** What is made of parts, with its own spans and theirs. */
export interface Whole {
  id: Id
  parentId: Id | null
  leadId: Id
  own: TaskSpan[]
  parts: TaskSpan[][]
}

/** What a container says of itself: that it is a draft, or was cancelled. The rest its parts say. */
const OF_CONTAINER: readonly TaskSpan['status'][] = ['drafted', 'cancelled']

export function projectionOf(
  task: { id: Id; isContainer: boolean },
  events: readonly TaskEvent[],
  rules: DueSoon,
): Projection {
  const { id } = task
  const state = fold(events)
  if (!state) throw new Error(`task ${id} has no draft`)
  // a standing duty is one only while several share it
  const isContainer = state.isStanding ? state.leadIds.length > 1 : task.isContainer
  const all = spans(events, rules)
  const ownSpans = isContainer ? all.filter(({ status }) => OF_CONTAINER.includes(status)) : all
  return {
    id,
    version: events.length,
    state,
    leadId: state.leadId,
    isContainer,
    isGiven: state.phase !== 'drafted' && events.some(isGiving),
    ownSpans,
    spans: all,
    parties: isContainer && state.leadIds.length === 0 ? [] : partiesOf(events),
  }
}

/** The whole as its parts make it; without parts, as it is itself. */
export function spansOfWhole({ leadId, own, parts }: Whole): TaskSpan[] {
  return parts.length === 0 ? own : combine(leadId, own, parts)
}

function isGiving({ action }: TaskEvent): boolean {
  return action === 'issue' || action === 'start_by_word'
}

/**
 * The lead and the co-ordinators by day. A draft has no parties: it is its issuer's alone until it is
 * given.
 */
export function partiesOf(events: readonly TaskEvent[]): Party[] {
  const first = events.find(isGiving)
  if (!first) return []
  const result: Party[] = []
  const days = [...new Set(events.map(({ on }) => on))].toSorted()
  for (const day of days) {
    if (day < first.on) continue
    const task = fold(events, day)
    if (!task) continue
    const now = [
      ...(task.leadIds.length > 0 ? task.leadIds : [task.leadId]).map((id) => partOf(id, 'lead')),
      ...task.coIds.map((id) => partOf(id, 'co')),
    ]
    const isNow = (party: Party) =>
      now.some(({ agencyId, part }) => agencyId === party.agencyId && part === party.part)
    for (const party of result)
      if (party.untilOn === FOREVER && !isNow(party)) party.untilOn = addDays(day, -1)
    const open = result.filter(({ untilOn }) => untilOn === FOREVER)
    for (const { agencyId, part } of now)
      if (!open.some((party) => party.agencyId === agencyId && party.part === part))
        result.push({ agencyId, part, fromOn: day, untilOn: FOREVER })
  }
  return result
}

function partOf(agencyId: Id, part: Party['part']) {
  return { agencyId, part }
}
