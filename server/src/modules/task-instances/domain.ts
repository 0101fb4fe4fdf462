import type { TaskEvent } from '@hopluc/shared/task-deeds'
import { addDays, type Id, type PlainDate } from '@hopluc/shared/values'
import { randomUUIDv7 as newId } from 'node:crypto'
import { type Occurrence, occurrences } from '../recurrence/index.ts'
import {
  copiesOf,
  type Draft,
  type Manners,
  type Seed,
  type Standing,
} from '../task-drafts/index.ts'

/** Instances are made so many days before their period begins. */
export const HORIZON_DAYS = 15

/** The instances that a standing duty lacks on a day: each a task, or a container with its copies. */
export function missingInstances(standing: Standing, manners: Manners, today: PlainDate): Seed[] {
  const { recurrence, state, periods } = standing
  if (state.assignedOn === null || state.phase === 'cancelled' || state.phase === 'paused')
    return []
  const from = [state.assignedOn, state.recursFrom ?? ''].toSorted().at(-1) ?? state.assignedOn
  const wanted = occurrences(recurrence, from, addDays(today, HORIZON_DAYS))
  const missing = wanted.filter(({ period }) => !periods.includes(period))
  return missing.flatMap((one, index) =>
    instance(standing, one, periods.length + index + 1, manners, today),
  )
}

function instance(
  standing: Standing,
  { period, words, fromOn, dueOn }: Occurrence,
  index: number,
  manners: Manners,
  today: PlainDate,
): Seed[] {
  const { state } = standing
  const assignedOn = state.assignedOn ?? today
  const on = [assignedOn, fromOn < today ? fromOn : today].toSorted().at(-1) ?? today
  const leads = state.leadIds.length > 0 ? state.leadIds : [state.leadId]
  const isMany = leads.length > 1
  const draft: Draft = {
    ...standing,
    leadIds: leads,
    coIds: state.coIds,
    dueOn,
    parentId: null,
    trackerCode: null,
  }
  const story = (leadId: Id): TaskEvent[] => [
    { action: 'draft', dueOn, leadId, leadIds: [], coIds: state.coIds, isStanding: false, on },
    {
      action: 'issue',
      number: state.given?.number ?? '',
      signedOn: assignedOn,
      documentId: state.given?.documentId ?? null,
      item: state.given?.item ?? null,
      on,
    },
    // the duty as a whole was taken up: its instances begin at once
    { action: 'take_up', on },
  ]
  const head: Seed = {
    id: newId(),
    draft,
    title: `${standing.title} – ${words}`.slice(0, 500),
    leadId: isMany ? standing.issuerId : (leads[0] ?? state.leadId),
    manner: standing.manner,
    isContainer: isMany,
    parentId: standing.id,
    partKind: 'instance',
    partNo: standing.partNo ? `${standing.partNo}.${index}` : `${index}`,
    period,
    recurrence: null,
    events: story(isMany ? standing.issuerId : (leads[0] ?? state.leadId)),
  }
  return isMany ? [head, ...copiesOf(head, leads, manners, story)] : [head]
}
