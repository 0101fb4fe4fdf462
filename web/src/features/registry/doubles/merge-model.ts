import type { Entity, EntityAttribute, EntityEvent } from '@hopluc/shared/entities'
import type { Id } from '@hopluc/shared/values'
import { ATTRIBUTES } from '../words.ts'

/** What one has chosen for a merger. */
export interface Chosen {
  readonly keptId: Id
  readonly take: readonly EntityAttribute[]
  readonly takePlace: boolean
  readonly events: readonly Id[]
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

export function isDifferent(kept: Entity, gone: Entity, key: EntityAttribute): boolean {
  return JSON.stringify(kept.attributes[key]) !== JSON.stringify(gone.attributes[key])
}

/** Which of the two has more to stay for: the one with a code, then the one of which more is known. */
export function likelyKept(first: Entity, second: Entity): Id {
  const known = ({ attributes, events }: Entity) =>
    (attributes.code ? 100 : 0) +
    ATTRIBUTES.filter((key) => !isEmpty(attributes[key])).length +
    events.length
  return known(second) > known(first) ? second.id : first.id
}

const validOf = ({ events }: Entity) => events.filter(({ voidReason }) => voidReason === null)

/**
 * Whether the one that stays has the like of an event already: of two registrations only the earlier
 * can hold.
 */
export function isThere(kept: Entity, event: EntityEvent): boolean {
  return validOf(kept).some(
    ({ kind, onDay }) =>
      kind === event.kind && (kind === 'registered' ? onDay <= event.onDay : onDay === event.onDay),
  )
}

/** At first: what the one that stays lacks, and the events that it has not; which registration, one chooses. */
export function proposed(kept: Entity, gone: Entity): Chosen {
  const isRegistered = validOf(kept).some(({ kind }) => kind === 'registered')
  return {
    keptId: kept.id,
    take: ATTRIBUTES.filter(
      (key) => isEmpty(kept.attributes[key]) && !isEmpty(gone.attributes[key]),
    ),
    takePlace: false,
    events: validOf(gone)
      .filter((event) => !isThere(kept, event) && !(isRegistered && event.kind === 'registered'))
      .map(({ id }) => id),
  }
}
