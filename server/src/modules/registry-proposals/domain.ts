import { isDeepStrictEqual } from 'node:util'
import type { EntityAttributes, EntityPlace } from '@hopluc/shared/entities'
import { EntityAttribute } from '@hopluc/shared/entities'
import type {
  ProposalState,
  ProposalSubject,
  ProposalValues,
} from '@hopluc/shared/entity-proposals'

export interface Held {
  attributes: EntityAttributes
  place: EntityPlace
}

/** What a proposal is about, in the order in which attributes are read. */
export function subjectsOf({ attributes, place }: ProposalValues): ProposalSubject[] {
  const named = EntityAttribute.options.filter((name) => attributes[name] !== undefined)
  return place ? [...named, 'place'] : named
}

/** Of what holds, that which is named. */
export function heldOf(held: Held, subjects: readonly ProposalSubject[]): ProposalValues {
  const { unitId, address, lat, lon } = held.place
  const named = EntityAttribute.options.filter((name) => subjects.includes(name))
  return {
    attributes: Object.fromEntries(named.map((name) => [name, held.attributes[name]])),
    place: subjects.includes('place') ? { unitId, address, lat, lon } : null,
  }
}

/** Subjects of which one says otherwise than the other. */
export function differing(
  one: ProposalValues,
  other: ProposalValues,
  subjects: readonly ProposalSubject[],
): ProposalSubject[] {
  return subjects.filter((subject) =>
    subject === 'place'
      ? !isDeepStrictEqual(one.place, other.place)
      : !isDeepStrictEqual(one.attributes[subject] ?? null, other.attributes[subject] ?? null),
  )
}

/** Only these of a proposal's values. */
export function chosenOf(
  { attributes, place }: ProposalValues,
  accept: readonly ProposalSubject[],
): { attributes: Partial<EntityAttributes>; place?: EntityPlace } {
  const named = EntityAttribute.options.filter((name) => accept.includes(name))
  return {
    attributes: Object.fromEntries(named.map((name) => [name, attributes[name]])),
    ...(place && accept.includes('place') && { place }),
  }
}

export function stateAfter(
  subjects: readonly ProposalSubject[],
  accept: readonly ProposalSubject[],
): ProposalState {
  if (accept.length === 0) return 'rejected'
  return subjects.every((subject) => accept.includes(subject)) ? 'accepted' : 'partly'
}
