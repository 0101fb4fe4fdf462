/** Lower case, one kind of space: how texts and quotes are compared. */
export function norm(text: string | null | undefined): string {
  return (text ?? '').normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** A body's or unit's name without plural words and the committee's title. */
export function bare(name: string | null | undefined): string {
  return norm(name)
    .replace(/^(các|những|một số|ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+/g, '')
    .replace(/[.,;:]+$/g, '')
}

/** Half-open `[start, end)` in a folded text. */
export type At = readonly [number, number]

/** Every place of a quote in a folded text. */
export function places(text: string, quote: string): At[] {
  const wanted = norm(quote)
  const found: At[] = []
  if (wanted === '') return found
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    found.push([at, at + wanted.length])
  }
  return found
}

/** The best overlap of two sets of places: shared length over covered length, 0 to 1. */
export function overlap(some: readonly At[], others: readonly At[]): number {
  let best = 0
  for (const [start, end] of some) {
    for (const [from, to] of others) {
      const shared = Math.min(end, to) - Math.max(start, from)
      if (shared > 0) best = Math.max(best, shared / (Math.max(end, to) - Math.min(start, from)))
    }
  }
  return best
}

export interface Matched<Item> {
  pairs: (readonly [Item, Item])[]
  missed: Item[]
  extra: Item[]
}

/** Pairs items one to one by falling score; 0 does not fit. */
export function match<Item>(
  gold: readonly Item[],
  found: readonly Item[],
  score: (gold: Item, found: Item) => number,
): Matched<Item> {
  const all = gold
    .flatMap((one, index) =>
      found.map((other, place) => ({ score: score(one, other), index, place })),
    )
    .filter((pair) => pair.score > 0)
    .toSorted((a, b) => b.score - a.score)
  const taken = new Map<number, number>()
  const used = new Set<number>()
  for (const { index, place } of all) {
    if (taken.has(index) || used.has(place)) continue
    taken.set(index, place)
    used.add(place)
  }
  return {
    pairs: [...taken].flatMap(([index, place]) => {
      const [one, other] = [gold[index], found[place]]
      return one !== undefined && other !== undefined ? [[one, other] as const] : []
    }),
    missed: gold.filter((_, index) => !taken.has(index)),
    extra: found.filter((_, place) => !used.has(place)),
  }
}
