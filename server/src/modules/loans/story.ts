import type { PlainDate } from '@hopluc/shared/values'
import type { Terms } from './domain.ts'
import type { Ledger, Movement } from './ledger-shape.ts'
import { ledgerOf } from './ledger.ts'
import type { Event } from './store.ts'

/** The lines that stand: neither taken back nor such a taking back. */
export function standing(events: readonly Event[]): Event[] {
  const gone = new Set(events.map(({ reverses }) => reverses))
  return events.filter(({ seq, reverses }) => reverses === null && !gone.has(seq))
}

/** What moves money or its days, in order. */
export const movementsOf = (events: readonly Event[]): Event[] =>
  standing(events).filter(({ action }) => MOVES.includes(action))
const MOVES: readonly Event['action'][] = ['disburse', 'repay', 'restructure']

/** The ledger of a day; `fallback` are the terms of a loan that was not approved, `more` comes after all. */
export function ledgerFor(
  fallback: Terms,
  events: readonly Event[],
  day: PlainDate,
  more: readonly Movement[] = [],
): Ledger {
  const approved = standing(events).findLast(({ action }) => action === 'approve')
  const moving = movementsOf(events)
  const days = moving.find(({ action }) => action === 'disburse')?.days ?? []
  const movements = [...moving.flatMap(movementOf), ...more]
  return ledgerOf(approved?.terms ?? fallback, days, movements, day)
}

function movementOf({ action, seq, onDay: on, amount, terms, days }: Event): Movement[] {
  if (action === 'restructure')
    return terms && days ? [{ kind: 'restructure', on, terms, days }] : []
  if (amount === null) return []
  if (action === 'disburse') return [{ kind: 'disburse', on, amount }]
  return [{ kind: 'repay', on, amount, seq }]
}
