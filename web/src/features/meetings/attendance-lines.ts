import type { Attendee } from '@hopluc/shared/meetings'

/** A line of the list; a new one has no id yet, hence its own key. */
export type Line = Omit<Attendee, 'id'> & { id: string | null; key: string }

export const lineOf = (attendee: Attendee): Line => ({ ...attendee, key: attendee.id })

/**
 * The list as another has saved it meanwhile, with what one has done to the list before it: own marks,
 * new lines and those taken out stay; what one has not touched is the other's.
 */
export function merged(
  before: readonly Attendee[],
  own: readonly Line[],
  now: readonly Attendee[],
): Line[] {
  const was = new Map(before.map((attendee) => [attendee.id, lineOf(attendee)]))
  const mine = new Map(own.map((line) => [line.key, line]))
  const kept = now.flatMap((attendee): Line[] => {
    const line = mine.get(attendee.id)
    const old = was.get(attendee.id)
    if (!old) return [lineOf(attendee)]
    if (!line) return []
    return [isSame(old, line) ? lineOf(attendee) : line]
  })
  return [...kept, ...own.filter(({ id }) => id === null)]
}

function isSame(one: Line, other: Line): boolean {
  return wordsOf(one) === wordsOf(other)
}

function wordsOf({ name, title, attendance, agencyId, person, personTitle, note }: Line): string {
  return JSON.stringify([name, title, attendance, agencyId, person, personTitle, note])
}
