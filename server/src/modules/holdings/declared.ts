import type { Holding } from './types.ts'

const declared = new Map<string, Holding>()

/** Joins a module to every act of reorganisation: said once, where the module begins. */
export function declareHolding(holding: Holding): Holding {
  declared.set(holding.module, holding)
  return holding
}

/** In the order in which they move. */
export function listHoldings(): Holding[] {
  return [...declared.values()].toSorted((a, b) => a.order - b.order)
}
