import type {
  Entity,
  EntityAttribute,
  EntityAttributes,
  EntityChange,
  EntityHistory,
} from '@hopluc/shared/entities'
import type { PlainDate } from '@hopluc/shared/values'
import type { TypedAttributes, TypedPlace, TypedSource } from './form-model.ts'

/** What a change is about: attributes, and the office as a whole. */
export type Subject = EntityAttribute | 'place'

/** The description that holds on a day; undefined before the first. */
export function versionOn(history: EntityHistory, day: PlainDate) {
  return history.items.find(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn)
}

export function placeOn(history: EntityHistory, day: PlainDate) {
  return history.places.find(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn)
}

export interface Later {
  readonly subject: Subject
  readonly fromOn: PlainDate
}

/** Of what is changed: what was recorded for a later day already, and stays from there on. */
export function laterOf(
  history: EntityHistory,
  subjects: readonly Subject[],
  day: PlainDate,
): Later[] {
  const attributes = history.items
    .filter(({ fromOn }) => fromOn > day)
    .flatMap(({ fromOn, changed }) =>
      changed.filter((key) => subjects.includes(key)).map((subject) => ({ subject, fromOn })),
    )
  const places = history.places
    .filter(({ fromOn }) => fromOn > day && subjects.includes('place'))
    .map(({ fromOn }) => ({ subject: 'place' as const, fromOn }))
  return [...attributes, ...places].toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1))
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

/** Attributes chosen, as they were typed. */
export function chosenOf(
  subjects: readonly Subject[],
  typed: TypedAttributes,
): Partial<EntityAttributes> {
  const entries = subjects.flatMap((subject) =>
    subject === 'place' ? [] : [[subject, typed[subject]] as const],
  )
  return Object.fromEntries(entries)
}

/** What is sent; undefined while something is missing. */
export function changeOf(form: {
  version: number
  fromOn: PlainDate | null
  subjects: readonly Subject[]
  attributes: TypedAttributes
  place: TypedPlace
  source: TypedSource
}): EntityChange | undefined {
  const { version, fromOn, subjects, attributes, place, source } = form
  const { on } = source
  if (!fromOn || !on || subjects.length === 0) return undefined
  const { unitId, ...rest } = place
  return {
    version,
    fromOn,
    attributes: chosenOf(subjects, attributes),
    ...(subjects.includes('place') && unitId && { place: { unitId, ...rest } }),
    source: { ...source, on },
  }
}

export const placeOf = ({ place }: Pick<Entity, 'place'>): TypedPlace => ({
  unitId: place.unitId,
  address: place.address,
  lat: place.lat,
  lon: place.lon,
})

export interface Clash {
  readonly subject: Subject
  /** Someone else changed this very thing meanwhile. */
  readonly isBoth: boolean
}

/** Of what one is changing: what stands otherwise in what was saved meanwhile. */
export function clashesOf(
  subjects: readonly Subject[],
  seen: Pick<Entity, 'attributes' | 'place'>,
  now: Pick<Entity, 'attributes' | 'place'>,
): Clash[] {
  return subjects.map((subject) => ({
    subject,
    isBoth:
      subject === 'place'
        ? !isSame(placeOf(seen), placeOf(now))
        : !isSame(seen.attributes[subject], now.attributes[subject]),
  }))
}
