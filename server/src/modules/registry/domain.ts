import type { EntityEventKind } from '@hopluc/shared/entities'
import type { Id, PlainDate } from '@hopluc/shared/values'
import * as refusals from './refusals.ts'

/** A step of a legal life, as far as rules look at it. */
export interface LifeEvent {
  id: Id
  kind: EntityEventKind
  onDay: PlainDate
  untilOn: PlainDate | null
}

const PIPELINE: readonly EntityEventKind[] = [
  'canvassed',
  'founders_found',
  'conference_held',
  'filed',
]
/** With one of these a life begins. */
export const isFounding = (kind: EntityEventKind): boolean =>
  kind === 'registered' || PIPELINE.includes(kind)
const ENDS: readonly EntityEventKind[] = [
  'dissolved',
  'bankrupt',
  'absorbed',
  'amalgamated',
  'divided',
]
export const isEnd = (kind: EntityEventKind): boolean => ENDS.includes(kind)

/** What has to be going on for it to end by this. */
const CLOSES: Partial<Record<EntityEventKind, readonly EntityEventKind[]>> = {
  resumed: ['suspended'],
  at_address: ['not_at_address'],
  dissolving_revoked: ['dissolving'],
  bankruptcy_closed: ['bankruptcy_opened'],
  restored: [...ENDS, 'certificate_revoked', 'tax_revoked'],
}
const isOpen = (
  before: readonly LifeEvent[],
  opens: readonly EntityEventKind[],
  closed: EntityEventKind,
) =>
  opens.includes(
    before.findLast(({ kind }) => opens.includes(kind) || kind === closed)?.kind ?? closed,
  )

/** Announced at least three working days before (Law 17/2023/QH15, article 96). */
const ANNOUNCED: readonly EntityEventKind[] = ['suspended', 'resumed']
/** Follows from a change of the place, or stands beside the event of another. */
const NEVER_BY_HAND: readonly EntityEventKind[] = ['relocated', 'reorganised']

/** In the order in which they count: on one day what begins goes before what ends. */
export function inOrder<T extends LifeEvent>(events: readonly T[]): T[] {
  const rank = ({ kind }: LifeEvent) => {
    if (isFounding(kind)) return 0
    if (kind === 'restored') return 4
    return isEnd(kind) ? 3 : CLOSES[kind] ? 2 : 1
  }
  return events.toSorted(
    (a, b) => a.onDay.localeCompare(b.onDay) || rank(a) - rank(b) || a.id.localeCompare(b.id),
  )
}

/**
 * Whether these make a life: founded first, nothing after the end but a restoration, nothing ended that
 * had not begun.
 * @throws AppError `entities.…`, naming the step that does not fit
 */
export function assertLife(events: readonly LifeEvent[]): void {
  const order = inOrder(events)
  const registered = order.find(({ kind }) => kind === 'registered')
  const first = order.find(({ kind }) => isFounding(kind))
  if (!first) throw refusals.neverFounded()
  for (const [index, event] of order.entries()) {
    const before = order.slice(0, index)
    const { kind, onDay } = event
    if (kind === 'registered' && event !== registered && registered)
      throw refusals.registeredTwice(registered.onDay)
    if (PIPELINE.includes(kind) && registered && onDay > registered.onDay)
      throw refusals.alreadyRegistered(event, registered.onDay)
    if (!isFounding(kind) && onDay < first.onDay) throw refusals.beforeFounding(event, first.onDay)
    if (!isFounding(kind) && (!registered || onDay < registered.onDay))
      throw refusals.notRegistered(event, registered?.onDay)
    const end = before.findLast((one) => isEnd(one.kind) || one.kind === 'restored')
    if (end && end.kind !== 'restored' && kind !== 'restored') throw refusals.afterEnd(event, end)
    const opens = CLOSES[kind]
    if (opens && !isOpen(before, opens, kind)) throw refusals.nothingToEnd(event)
  }
}

/** What can be recorded today: only a suspension is announced beforehand. */
export function assertRecordable({ kind, onDay }: LifeEvent, today: PlainDate): void {
  if (NEVER_BY_HAND.includes(kind)) throw refusals.placeFirst()
  if (onDay > today && !ANNOUNCED.includes(kind)) throw refusals.notYet()
}

/** The day of its registration. */
export function registeredOn(events: readonly LifeEvent[]): PlainDate | undefined {
  return inOrder(events).find(({ kind }) => kind === 'registered')?.onDay
}

/** Kinds of events that have other entities beside them, and how the chain runs. */
export const CHAINS: Partial<
  Record<
    EntityEventKind,
    {
      succession: 'absorbed' | 'amalgamated' | 'divided' | 'separated'
      isFrom: boolean
      beside?: EntityEventKind
    }
  >
> = {
  absorbed: { succession: 'absorbed', isFrom: true, beside: 'absorbs' },
  absorbs: { succession: 'absorbed', isFrom: false, beside: 'absorbed' },
  amalgamated: { succession: 'amalgamated', isFrom: true },
  divided: { succession: 'divided', isFrom: true },
  separated: { succession: 'separated', isFrom: true },
}
