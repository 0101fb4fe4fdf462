import { NO_WORDS, ReadingWords, WordKind } from '@hopluc/shared/reading-words'

/** Once each, whatever the capitals and spaces, in the order in which they were typed. */
export function tidied(words: ReadingWords): ReadingWords {
  return ReadingWords.parse(
    Object.fromEntries(
      WordKind.options.map((kind) => {
        const seen = new Set<string>()
        const kept = words[kind]
          .map((phrase) => phrase.normalize('NFC').replace(/\s+/g, ' ').trim())
          .filter((phrase) => {
            const key = phrase.toLowerCase()
            return !seen.has(key) && seen.add(key)
          })
        return [kind, kept]
      }),
    ),
  )
}

/** What the settings hold, which may be older than a kind of words. */
export function asWords(value: unknown): ReadingWords {
  const kept = typeof value === 'object' && value !== null ? value : {}
  const { data } = ReadingWords.safeParse({ ...NO_WORDS, ...kept })
  return data ?? NO_WORDS
}

/** The phrases that one list has and the other has not, for the audit. */
export function changed(
  before: ReadingWords,
  after: ReadingWords,
): { added: string[]; removed: string[] } {
  const all = (words: ReadingWords) =>
    WordKind.options.flatMap((kind) => words[kind].map((phrase) => `${kind}: ${phrase}`))
  const [old, next] = [all(before), all(after)]
  return {
    added: next.filter((one) => !old.includes(one)),
    removed: old.filter((one) => !next.includes(one)),
  }
}
