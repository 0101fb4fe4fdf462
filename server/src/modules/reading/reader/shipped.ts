import type { WordKind } from '@hopluc/shared/reading-words'
import { DEPARTMENT_FIELDS, NAMED_BODIES } from './lexicon/agencies.ts'
import { TRADE } from './lexicon/organisations.ts'
import { VERB_COUNT } from './words.ts'

/** How many words of each kind the reader ships with. Posts are a pattern, of so many forms. */
export const SHIPPED: Record<WordKind, number> = {
  bodies: NAMED_BODIES.length,
  fields: DEPARTMENT_FIELDS.length,
  posts: 15,
  verbs: VERB_COUNT,
  trades: TRADE.size,
}
