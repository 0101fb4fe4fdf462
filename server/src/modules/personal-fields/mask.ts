import type { Masked } from '@hopluc/shared/personal-data'
import type { Role } from '@hopluc/shared/session'
import type { Id } from '@hopluc/shared/values'
import { findPersonal, type MaskKind } from './declare.ts'

const DOTS = '••••'
/** Of a shorter value the end would tell too much. */
const SHORTEST = 7

/** What is left of a value for those who do not need it. */
export function masked(kind: MaskKind, value: string): string {
  if (kind === 'whole') return DOTS
  const at = value.lastIndexOf('@')
  if (kind === 'email' && at > 0) return `${value.slice(0, 1)}${DOTS}${value.slice(at)}`
  return value.length < SHORTEST ? DOTS : `${DOTS} ${value.slice(-3)}`
}

/** A value as the audit and the history keep it: masked where the field is. */
export function maskedFor(field: string, value: string | null): string | null {
  const rule = findPersonal(field)?.mask
  return rule && value !== null ? masked(rule.as, value) : value
}

/**
 * A value as this reader gets it. Every answer that holds a masked field goes through here; the whole
 * value leaves only for roles of `fullFor`, the person, and by `POST /personal-data/reveal`.
 * @param field `table.column` as declared
 * @param ownerId the account of the person, where there is one
 */
export function showPersonal(
  actor: { role: Role; accountId: Id },
  field: string,
  recordId: Id,
  value: string | null,
  ownerId: Id | null = null,
): Masked | null {
  if (value === null) return null
  const rule = findPersonal(field)?.mask
  if (!rule) throw new Error(`${field} is not declared as a masked field`)
  const isOpen = ownerId === actor.accountId || rule.fullFor.includes(actor.role)
  return {
    field,
    recordId,
    shown: isOpen ? value : masked(rule.as, value),
    isMasked: !isOpen,
    mayReveal: !isOpen && rule.revealedTo.includes(actor.role),
  }
}
