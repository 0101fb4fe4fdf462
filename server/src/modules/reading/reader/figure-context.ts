import type { Flow, Piece } from './flow.ts'
import type { FigureIndicator } from '@hopluc/shared/finds'
import type { Qualifier, Quantity } from './numbers.ts'

/** A figure in the flow. */
export interface Figure extends Piece {
  value: number
  valueMax: number | null
  unit: string
  indicator: FigureIndicator
  qualifier: Qualifier
  kind: 'actual' | 'target'
  rule: string
  isInDirective: boolean
}

/** What stands around one quantity of a sentence. */
export interface Context {
  flow: Flow
  sentence: Piece
  clause: Piece
  quantity: Quantity
  /** The quantities before it in the sentence, nearest last, with what was made of them. */
  before: { quantity: Quantity; figure: Figure | null }[]
  nextStart: number
  /** The sentence in lower case. */
  low: string
  /** The heading above, in lower case. */
  heading: string
  /** A cooperative writes of itself. */
  isOwn: boolean
  /** The lead-in of the list that the sentence is an item of, in lower case; else empty. */
  lead: string
}

/** Words before a quantity: of its clause, since the last quantity, and of the whole sentence. */
export interface Sides {
  clause: string
  near: string
  right: string
  beyond: string
  sentence: string
}

/** Left words reach back in the clause; right words to the next number or separator. */
export function sides(context: Context): Sides {
  const { flow, clause, quantity, nextStart, before, sentence } = context
  const last = before.findLast((one) => one.quantity.unitKind !== 'course')?.quantity
  const since = last && last.unitEnd > clause.start ? last.unitEnd : clause.start
  const end = Math.min(nextStart, clause.end, quantity.unitEnd + 110)
  const right = flow.low.slice(quantity.unitEnd, end)
  return {
    clause: flow.low.slice(clause.start, quantity.start),
    near: flow.low.slice(since, quantity.start),
    right: end === nextStart ? right.replace(/,[^,]*$/u, '') : right,
    beyond: flow.low.slice(quantity.unitEnd, Math.min(sentence.end, quantity.unitEnd + 80)),
    sentence: flow.low.slice(sentence.start, sentence.end),
  }
}

/** The words of the innermost open bracket before a place, since its last separator; null outside. */
export function bracketBefore(left: string): { all: string; part: string; outside: string } | null {
  const open = left.lastIndexOf('(')
  if (open < 0 || left.lastIndexOf(')') > open) return null
  const all = left.slice(open + 1)
  const cut = Math.max(all.lastIndexOf(';'), all.lastIndexOf(', '))
  return { all, part: all.slice(cut + 1).trimStart(), outside: left.slice(0, open) }
}
