import { t } from '../../lib/i18n.ts'

const NUMBER = /\d+(?:[.,]\d+)?/g

/** The sentence of the plan; the part that words this target is marked where it can be found. */
export function Quote({ quote, words }: { quote: string | null; words: string }) {
  if (!quote) return <p className="muted small">{t('targets.quote.none')}</p>
  const [start, end] = partOf(quote, words)
  return (
    <blockquote className="plans-quote">
      {quote.slice(0, start)}
      <mark>{quote.slice(start, end)}</mark>
      {quote.slice(end)}
    </blockquote>
  )
}

/** The part between semicolons that shares most words and a number with the target's. */
export function partOf(quote: string, words: string): [number, number] {
  const wanted = wordsOf(words)
  const numbers = new Set((words.match(NUMBER) ?? []).map(Number))
  let best: [number, number] = [0, 0]
  let most = 0
  let at = 0
  for (const part of quote.split(/(?<=[;:])/)) {
    const shared = wordsOf(part).filter((word) => wanted.includes(word)).length
    const sameNumber = (part.match(NUMBER) ?? []).some((one) => numbers.has(Number(one)))
    const score = shared / Math.max(wordsOf(part).length, wanted.length) + (sameNumber ? 0.5 : 0)
    const text = part.replace(/[;:.\s]+$/, '')
    const lead = text.length - text.trimStart().length
    if (score > most && score > 0.5) {
      most = score
      best = [at + lead, at + text.length]
    }
    at += part.length
  }
  return best
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
