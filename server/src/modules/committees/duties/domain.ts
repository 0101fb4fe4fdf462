import type { InspectionMark } from '@hopluc/shared/committee-work'
import type { Id, PlainDate } from '@hopluc/shared/values'
import { quarterOf } from '../words.ts'

export interface SeatInspection {
  unitId: Id
  /** Made by the day. */
  madeOn: PlainDate | null
  plannedOn: PlainDate
}

/** How many months an inspection counts for: those in charge look at each unit every half-year. */
const HALF_YEAR = 6

export function sixMonthsBefore(day: PlainDate): PlainDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - HALF_YEAR, 0)).getUTCDate()
  const at = Date.UTC(year, month - 1 - HALF_YEAR, Math.min(date, last))
  return new Date(at).toISOString().slice(0, 10)
}

/** What the last six months up to the day brought, of the units in charge. */
export function markOf(
  units: readonly Id[],
  inspections: readonly SeatInspection[],
  day: PlainDate,
): InspectionMark {
  const of = units.length
  if (of === 0) return { state: 'free', on: null, done: 0, of }
  const since = sixMonthsBefore(day)
  const own = inspections.filter(({ unitId }) => units.includes(unitId))
  const made = own.flatMap(({ unitId, madeOn }) =>
    madeOn !== null && madeOn > since && madeOn <= day ? [{ unitId, madeOn }] : [],
  )
  const done = new Set(made.map(({ unitId }) => unitId)).size
  const [last] = made.map(({ madeOn }) => madeOn).toSorted((a, b) => b.localeCompare(a))
  if (last !== undefined) return { state: done === of ? 'done' : 'part', on: last, done, of }
  const [next] = own
    .filter(({ madeOn, plannedOn }) => (madeOn === null || madeOn > day) && plannedOn >= day)
    .map(({ plannedOn }) => plannedOn)
    .toSorted()
  return { state: next === undefined ? 'none' : 'planned', on: next ?? null, done: 0, of }
}

/** The four quarters of the day's year: met or not, null for what is still to come. */
export function quartersOf(metOn: readonly PlainDate[], from: PlainDate, day: PlainDate) {
  const met = new Set(metOn.filter((one) => one <= day).map(quarterOf))
  const now = quarterOf(day)
  return [1, 2, 3, 4].map((number) => {
    const quarter = `${day.slice(0, 4)}-Q${number}`
    const isAsked = quarter <= now && quarter >= quarterOf(from)
    const isMet = met.has(quarter) ? true : isAsked && quarter < now ? false : null
    return { quarter, isMet }
  })
}

export interface HeldDuty {
  id: Id
  targetId: Id
  fromOn: PlainDate
  untilOn: PlainDate
}

export interface DutyPlan {
  /** Never began. */
  drop: Id[]
  /** Goes on, from this day at the latest, to the end of the seat. */
  keep: { id: Id; fromOn: PlainDate }[]
  end: Id[]
  add: Id[]
}

/** From a day on exactly these; what was before it is not rewritten. */
export function planDuties(
  held: readonly HeldDuty[],
  wanted: readonly Id[],
  fromOn: PlainDate,
): DutyPlan {
  const open = held.filter(({ untilOn }) => untilOn >= fromOn)
  const isWanted = ({ targetId }: HeldDuty) => wanted.includes(targetId)
  const kept = open.filter(
    (duty, index) =>
      isWanted(duty) && open.findIndex((one) => one.targetId === duty.targetId) === index,
  )
  const gone = open.filter((duty) => !kept.includes(duty))
  return {
    drop: gone.filter((duty) => duty.fromOn >= fromOn).map(({ id }) => id),
    end: gone.filter((duty) => duty.fromOn < fromOn).map(({ id }) => id),
    keep: kept.map(({ id, fromOn: from }) => ({ id, fromOn: from < fromOn ? from : fromOn })),
    add: [...new Set(wanted)].filter((id) => !kept.some(({ targetId }) => targetId === id)),
  }
}
