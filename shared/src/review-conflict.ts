import type { FindKind, Review } from './readings.ts'
import { inTextOrder } from './review-edits.ts'

export type Side = 'mine' | 'theirs'
export type ReviewCard = Review[FindKind][number]

/** A card that two people left differently; undefined on the side that does not have it. */
export interface CardDifference<Card = ReviewCard> {
  kind: FindKind
  id: string
  mine: Card | undefined
  theirs: Card | undefined
  /** What is chosen unless somebody says otherwise. */
  side: Side
}

export interface ReviewDifferences {
  /** Name of the text, what it is, its meeting: taken from one side together. */
  facts: { side: Side } | undefined
  cards: CardDifference[]
}

const KINDS: readonly FindKind[] = ['directives', 'figures', 'references', 'organisations']
const factsOf = ({ title, source, meeting }: Review) => ({ title, source, meeting })
const isSame = (one: unknown, other: unknown) => inOrder(one) === inOrder(other)

/** The same card may have its keys in another order after an edit. */
const inOrder = (value: unknown) =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )

/**
 * Card by card, where two reviews of one text are not the same. `base` is what both began with, where
 * it is known: who alone changed a card is proposed.
 */
export function differencesOf(mine: Review, theirs: Review, base?: Review): ReviewDifferences {
  const cards = KINDS.flatMap((kind) => cardDifferences(kind, mine, theirs, base))
  const facts = [mine, theirs].map(factsOf)
  if (isSame(facts[0], facts[1])) return { facts: undefined, cards }
  const isTheirs = base !== undefined && isSame(factsOf(base), facts[0])
  return { facts: { side: isTheirs ? 'theirs' : 'mine' }, cards }
}

function cardDifferences(
  kind: FindKind,
  mine: Review,
  theirs: Review,
  base: Review | undefined,
): CardDifference[] {
  const known = (review: Review | undefined) =>
    new Map<string, ReviewCard>((review?.[kind] ?? []).map((card) => [card.id, card]))
  const [own, other, before] = [known(mine), known(theirs), known(base)]
  const ids = new Set([...own.keys(), ...other.keys()])
  return [...ids].flatMap((id) => {
    const pair = { mine: own.get(id), theirs: other.get(id) }
    if (isSame(pair.mine, pair.theirs)) return []
    const isUntouched = base !== undefined && isSame(before.get(id), pair.mine)
    const isUndecided = pair.mine?.state === 'open' && pair.theirs?.state !== 'open'
    const isTheirs = base === undefined ? pair.mine === undefined || isUndecided : isUntouched
    return [{ kind, id, ...pair, side: isTheirs ? ('theirs' as const) : ('mine' as const) }]
  })
}

/** Their review with every difference as it was chosen. */
export function joined(mine: Review, theirs: Review, chosen: ReviewDifferences): Review {
  const facts = factsOf(chosen.facts?.side === 'mine' ? mine : theirs)
  const of = <Card extends { id: string; start: number | null; end: number | null }>(
    kind: FindKind,
    own: readonly Card[],
    other: readonly Card[],
  ): Card[] => {
    const sides = new Map(
      chosen.cards.filter((one) => one.kind === kind).map((one) => [one.id, one.side]),
    )
    const kept = other.flatMap((card) => {
      if (sides.get(card.id) !== 'mine') return [card]
      return own.find(({ id }) => id === card.id) ?? []
    })
    const added = own.filter(
      ({ id }) => sides.get(id) === 'mine' && other.every((card) => card.id !== id),
    )
    return added.length === 0 ? kept : inTextOrder([...kept, ...added])
  }
  return {
    ...facts,
    directives: of('directives', mine.directives, theirs.directives),
    figures: of('figures', mine.figures, theirs.figures),
    references: of('references', mine.references, theirs.references),
    organisations: of('organisations', mine.organisations, theirs.organisations),
  }
}
