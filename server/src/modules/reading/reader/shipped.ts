import type { WordKind } from '@hopluc/shared/reading-words'
import { DEPARTMENT_FIELDS, NAMED_BODIES } from './lexicon/agencies.ts'
import { AMOUNT_RULES } from './lexicon/indicators-amounts.ts'
import { COOPERATIVE_RULES } from './lexicon/indicators-cooperatives.ts'
import { COUNT_RULES } from './lexicon/indicators-counts.ts'
import { TRADE } from './lexicon/organisations.ts'
import { REPORTING } from './lexicon/speech.ts'
import { UNITS } from './lexicon/units.ts'
import { VERB_COUNT } from './words.ts'

/** Alternatives of a pattern. */
function wordsIn(pattern: string): number {
  return pattern.split('|').length
}

/**
 * How many words of each kind the reader ships with. Posts, reporting verbs and units are patterns, of so
 * many forms; of indicators it is the rules.
 */
export const SHIPPED: Record<WordKind, number> = {
  bodies: NAMED_BODIES.length,
  fields: DEPARTMENT_FIELDS.length,
  posts: 15,
  verbs: VERB_COUNT,
  reports: wordsIn(REPORTING.source),
  trades: TRADE.size,
  units: wordsIn(UNITS.map(([pattern]) => pattern).join('|')),
  indicators: AMOUNT_RULES.length + COOPERATIVE_RULES.length + COUNT_RULES.length,
}
