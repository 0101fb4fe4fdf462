import type { Comparison } from '@hopluc/shared/rules'

/** Sums of binary fractions are not to decide: what differs by a millionth is the same. */
export function compares(left: number, op: Comparison, right: number): boolean {
  const isSame = Math.abs(left - right) <= 1e-6 * Math.max(1, Math.abs(left), Math.abs(right))
  if (op === '=') return isSame
  if (op === '<>') return !isSame
  if (op === '>=') return isSame || left > right
  if (op === '<=') return isSame || left < right
  return !isSame && (op === '>' ? left > right : left < right)
}
