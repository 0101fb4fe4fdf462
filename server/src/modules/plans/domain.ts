import {
  type Bound,
  type Forecast,
  isMet,
  missingTo,
  type PlanState,
  type Point,
  type TargetReading,
  type Verdict,
} from '@hopluc/shared/plans'
import { addDays, daysBetween, type PlainDate } from '@hopluc/shared/values'

const YEAR = 365.25
/** Below it two numbers say nothing of a pace. */
const SHORTEST_DAYS = 90
/** From taking it on to having it: founding a cooperative takes about a year. */
const LEAD_DAYS = 365

/** What is known of a target on a day. */
export interface Sight {
  fromOn: PlainDate
  untilOn: PlainDate
  today: PlainDate
  bound: Bound | undefined
  /** A gap of at most so much of what is aimed at is amber, more is red. */
  nearPercent: number
  isShare: boolean
  /** It adds up what happened: it never falls. */
  isSum: boolean
  /** Units register numbers for it: these decide, and no trend. */
  isRegistered: boolean
  /** Up to today, by day. */
  points: readonly Point[]
  /** Taken on and not there yet, with the day on which it is expected. */
  committed: readonly { on: PlainDate | null; amount: number }[]
}

const round = (value: number) => Math.round(value * 100) / 100

/** What it will be at the end of the period, and of what that is reckoned. */
export function forecastOf(sight: Sight): Forecast {
  const { untilOn, today, bound, points } = sight
  const last = points.at(-1)
  const now = last?.value ?? null
  const committed = round(sight.committed.reduce((sum, { amount }) => sum + amount, 0))
  const pace = paceOf(points)
  const years = daysBetween(today, untilOn) / YEAR
  const [value, by] = ahead(sight, now, committed, pace, years)
  const gap = bound && now !== null ? missingTo(bound, now) : 0
  const missing = bound && value !== null ? round(missingTo(bound, value)) : 0
  const isGrowing = bound !== undefined && bound.op !== 'at_most'
  const lastDay = later(addDays(untilOn, -LEAD_DAYS), today)
  return {
    value,
    by,
    now: now === null ? null : round(now),
    committed,
    pace: pace === null ? null : round(pace),
    paceNeeded: isGrowing && now !== null && years > 0 ? round(gap / years) : null,
    missing,
    actBy: isGrowing && sight.isRegistered && missing > 0 && years > 0 ? lastDay : null,
    points: value === null || now === null ? [] : pointsAhead(sight, now, value, by),
  }
}

const later = (one: PlainDate, other: PlainDate) => (one > other ? one : other)

/** A year; null where the numbers lie too close together. */
function paceOf(points: readonly Point[]): number | null {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  const days = daysBetween(first.on, last.on)
  return days < SHORTEST_DAYS ? null : ((last.value - first.value) / days) * YEAR
}

function ahead(
  { isShare, isSum, isRegistered }: Sight,
  now: number | null,
  committed: number,
  pace: number | null,
  years: number,
): [number | null, Forecast['by']] {
  if (now === null) return [null, 'nothing']
  if (years <= 0) return [round(now), 'held']
  if (isRegistered) return [round(now + committed), 'committed']
  if (pace === null) return [round(now), 'held']
  const least = isSum ? now : 0
  const most = isShare ? 100 : Infinity
  return [round(Math.min(most, Math.max(least, now + pace * years))), 'trend']
}

function pointsAhead(
  { today, untilOn, committed }: Sight,
  now: number,
  value: number,
  by: Forecast['by'],
): Point[] {
  const start = { on: today, value: round(now) }
  const end = { on: later(untilOn, today), value }
  if (by !== 'committed') return [start, end]
  const steps = committed
    .map(({ on, amount }) => ({
      on: on !== null && on > today && on < untilOn ? on : untilOn,
      amount,
    }))
    .toSorted((a, b) => a.on.localeCompare(b.on))
  let sum = now
  const points = steps.map(({ on, amount }) => {
    sum += amount
    return { on, value: round(sum) }
  })
  return [start, ...points.filter(({ on }) => on < untilOn), end]
}

/**
 * Red, amber, grey or green: by what is there and what is to be expected, never by hand. `readings` are
 * those that the text leaves open; where they do not agree, that is what is said.
 */
export function verdictOf(
  {
    bound,
    untilOn,
    today,
    nearPercent,
  }: Pick<Sight, 'bound' | 'untilOn' | 'today' | 'nearPercent'>,
  { now, value, missing }: Pick<Forecast, 'now' | 'value' | 'missing'>,
  readings: readonly Pick<TargetReading, 'value'>[] = [],
): Verdict {
  if (!bound || now === null || value === null)
    return { light: 'grey', kind: 'no_figure', missing: 0 }
  const met = readings.flatMap((one) => (one.value === null ? [] : isMet(bound, one.value)))
  if (met.includes(true) && met.includes(false))
    return { light: 'amber', kind: 'two_readings', missing }
  const gap = round(missingTo(bound, now))
  if (bound.op === 'at_most' && gap > 0) return { light: 'red', kind: 'over_limit', missing: gap }
  if (today >= untilOn)
    return gap > 0
      ? { light: 'red', kind: 'missed', missing: gap }
      : { light: 'green', kind: 'met', missing: 0 }
  if (missing === 0)
    return gap === 0 && bound.op !== 'at_most'
      ? { light: 'green', kind: 'met', missing: 0 }
      : { light: 'grey', kind: 'on_track', missing: 0 }
  const isNear = missing <= (Math.abs(bound.value) * nearPercent) / 100
  return { light: isNear ? 'amber' : 'red', kind: 'short', missing }
}

/** The share in per cent; none of nothing. */
export function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : (part / whole) * 100
}

/** What units still have to bring: of what each took on less what it has. */
export function openOf(
  cells: readonly { unitId: string; done: number | null; registered: number | null }[],
): Map<string, number> {
  const open = cells.map(({ unitId, done, registered }) => {
    const left = (registered ?? 0) - (done ?? 0)
    return [unitId, Math.max(0, left)] as const
  })
  return new Map(open.filter(([, amount]) => amount > 0))
}

/** Aimed at and not handed down; null where nothing was, or where a share cannot be added up. */
export function unallotted(
  bound: Bound | undefined,
  isShare: boolean,
  amounts: readonly number[],
): number | null {
  if (!bound || isShare || amounts.length === 0) return null
  return round(bound.value - amounts.reduce((sum, amount) => sum + amount, 0))
}

/** Draft, laid open, put before the chair, issued. */
export const STEPS: Record<
  'open' | 'submit' | 'return' | 'issue',
  { from: readonly PlanState[]; to: PlanState }
> = {
  open: { from: ['draft'], to: 'registering' },
  submit: { from: ['draft', 'registering'], to: 'submitted' },
  return: { from: ['submitted'], to: 'registering' },
  issue: { from: ['submitted'], to: 'issued' },
}

/** The state at the end of a day, by the days on which the steps were taken. */
export function stateOn(
  plan: {
    openedOn: PlainDate | null
    submittedOn: PlainDate | null
    issuedOn: PlainDate | null
    state: PlanState
  },
  day: PlainDate,
): PlanState {
  const was = (on: PlainDate | null) => on !== null && on <= day
  if (was(plan.issuedOn) && plan.state === 'issued') return 'issued'
  if (was(plan.submittedOn) && plan.state !== 'draft' && plan.state !== 'registering')
    return 'submitted'
  return was(plan.openedOn) ? 'registering' : 'draft'
}
