import * as z from 'zod'
import { PlainDate } from './values.ts'

/** What kind of word the reader does not know by itself. */
export const WordKind = z.enum(['bodies', 'fields', 'posts', 'verbs', 'trades'])
export type WordKind = z.infer<typeof WordKind>

/** Small letters, single spaces, the modern way to place tones is the reader's matter. */
const Phrase = z.string().trim().min(2).max(80)
const Phrases = z.array(Phrase).max(500)

/**
 * The installation's own words for the reader, beside those it ships with: `bodies` names and short
 * names of agencies, `fields` what follows "Sở" or "Phòng", `posts` whose holder is addressed for a
 * body, `verbs` with which a task begins, `trades` words of trade in a cooperative's name.
 */
export const ReadingWords = z.object({
  bodies: Phrases,
  fields: Phrases,
  posts: Phrases,
  verbs: Phrases,
  trades: Phrases,
})
export type ReadingWords = z.infer<typeof ReadingWords>

export const NO_WORDS: ReadingWords = { bodies: [], fields: [], posts: [], verbs: [], trades: [] }

export const WordList = z.object({
  words: ReadingWords,
  /** How many of each kind the reader ships with. */
  shipped: z.record(WordKind, z.int()),
  /** The day from which these words hold; what held before stays on record. */
  since: PlainDate.nullable(),
  version: z.int(),
  allowed: z.array(z.literal('change')),
})
export type WordList = z.infer<typeof WordList>

export const WordListChange = z.object({ version: z.int(), words: ReadingWords })
export type WordListChange = z.infer<typeof WordListChange>
