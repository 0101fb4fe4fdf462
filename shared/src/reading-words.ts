import * as z from 'zod'
import { FigureIndicator } from './finds.ts'
import { PlainDate } from './values.ts'
import { meaningOf } from './word-meaning.ts'

/** What kind of word the reader does not know by itself. */
export const WordKind = z.enum([
  'bodies',
  'fields',
  'posts',
  'verbs',
  'reports',
  'trades',
  'units',
  'indicators',
])
export type WordKind = z.infer<typeof WordKind>

/** Small letters, single spaces, the modern way to place tones is the reader's matter. */
const Phrase = z.string().trim().min(2).max(80)
const Phrases = z.array(Phrase).max(500)
/** "số hộ liên kết = members_total": words beside a number, and what it then counts. */
const Meaning = Phrase.refine((line) => {
  const { phrase, indicator } = meaningOf(line)
  return phrase.length > 1 && FigureIndicator.safeParse(indicator).success
})

/**
 * The installation's own words for the reader, beside those it ships with: `bodies` names and short
 * names of agencies, `fields` what follows "Sở" or "Phòng", `posts` whose holder is addressed for a
 * body, `verbs` with which a task begins, `reports` by which somebody reports or wishes and so orders
 * nothing, `trades` words of trade in a cooperative's name, `units` of measure and things counted,
 * `indicators` words beside a number with what it counts.
 */
export const ReadingWords = z.object({
  bodies: Phrases,
  fields: Phrases,
  posts: Phrases,
  verbs: Phrases,
  reports: Phrases,
  trades: Phrases,
  units: Phrases,
  indicators: z.array(Meaning).max(500),
})
export type ReadingWords = z.infer<typeof ReadingWords>

export const NO_WORDS: ReadingWords = {
  bodies: [],
  fields: [],
  posts: [],
  verbs: [],
  reports: [],
  trades: [],
  units: [],
  indicators: [],
}

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
