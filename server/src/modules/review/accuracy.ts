import type { Accuracy, KindAccuracy } from '@hopluc/shared/reading-accuracy'
import type { DirectiveCard, FindKind, Review } from '@hopluc/shared/readings'

const KINDS: readonly FindKind[] = ['directives', 'figures', 'references', 'organisations']

/** What counts as a change, kind by kind: what enters the records, not where it stands. */
const SUBSTANCE: Record<FindKind, readonly string[]> = {
  directives: ['text', 'leadIds', 'coIds', 'manner', 'due', 'product'],
  figures: ['value', 'valueMax', 'unit', 'indicator', 'qualifier', 'kind'],
  references: ['type', 'number', 'date'],
  organisations: ['kind', 'name', 'place'],
}

type Scores = Omit<Accuracy, 'readings'>

export const NONE: KindAccuracy = { proposed: 0, kept: 0, changed: 0, discarded: 0, added: 0 }

/** How the reader's proposals fared in one review; every proposal counts exactly once. */
export function scoresOf(proposed: Review, final: Review): Scores {
  const [directives, figures, references, organisations] = KINDS.map((kind) =>
    scoreKind(kind, proposed, final),
  )
  return {
    directives: directives ?? NONE,
    figures: figures ?? NONE,
    references: references ?? NONE,
    organisations: organisations ?? NONE,
  }
}

function scoreKind(kind: FindKind, proposed: Review, final: Review): KindAccuracy {
  const cards: readonly { from: string[]; state: DirectiveCard['state'] }[] = final[kind]
  const taken = cards.filter(({ state }) => state !== 'skipped')
  const score = { ...NONE, proposed: proposed[kind].length }
  score.added = taken.filter(({ from }) => from.length === 0).length
  for (const before of proposed[kind]) {
    const after = taken.filter(({ from }) => from.includes(before.id))
    const [only, more] = after
    if (!only) score.discarded += 1
    else if (!more && only.from.length === 1 && substance(kind, before) === substance(kind, only))
      score.kept += 1
    else score.changed += 1
  }
  return score
}

function substance(kind: FindKind, card: object): string {
  const fields: Record<string, unknown> = { ...card }
  return JSON.stringify(SUBSTANCE[kind].map((name) => sorted(fields[name])))
}

const sorted = (value: unknown) =>
  Array.isArray(value) ? value.map(String).toSorted() : (value ?? null)

/** Sums over readings. */
export function addScores(all: readonly Scores[]): Accuracy {
  const sum = (kind: FindKind) =>
    all.reduce<KindAccuracy>(
      (total, { [kind]: one }) => ({
        proposed: total.proposed + one.proposed,
        kept: total.kept + one.kept,
        changed: total.changed + one.changed,
        discarded: total.discarded + one.discarded,
        added: total.added + one.added,
      }),
      NONE,
    )
  return {
    readings: all.length,
    directives: sum('directives'),
    figures: sum('figures'),
    references: sum('references'),
    organisations: sum('organisations'),
  }
}
