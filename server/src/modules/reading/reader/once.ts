import type { Piece } from './flow.ts'
import type { Layout } from './layout.ts'
import { type Organisation, organisationsIn } from './organisations.ts'
import { type Mention, referencesIn } from './references.ts'
import { sentences } from './sentences.ts'

/** The documents cited, each once at its first mention, with the day that any mention prints. */
export function references(layout: Layout): Mention[] {
  const kept: Mention[] = []
  const seen = new Map<string, Mention>()
  for (const block of layout.blocks) {
    if (block.kind === 'furniture' || block.kind === 'recipients') continue
    for (const sentence of sentences(layout.flow, block)) {
      for (const one of referencesIn(layout.flow, sentence)) {
        if (block.kind === 'head' && layout.kind !== 'news' && isOwnHead(layout, block, one)) {
          continue
        }
        const keys = keysOf(one)
        const twin = keys.asked.map((key) => seen.get(key)).find((other) => other !== undefined)
        const mention = twin ?? { ...one }
        if (twin) twin.date ??= one.date
        else kept.push(mention)
        for (const key of keys.told) if (!seen.has(key)) seen.set(key, mention)
      }
    }
  }
  return kept
}

/** The document's own number stands alone in its line; one cited in the abstract does not. */
function isOwnHead(layout: Layout, block: Piece, one: Mention): boolean {
  const before = layout.flow.low.slice(block.start, one.start).trim()
  return (
    /^số|(?:^|\s)số:?$/u.test(layout.flow.low.slice(one.start, one.end)) ||
    before === '' ||
    /^s[ốo]/u.test(before)
  )
}

/** By which a document is known again: whole number, short number, a law's year, or its title. */
function keysOf(one: Mention): { asked: string[]; told: string[] } {
  if (one.number === null) {
    const key = one.type === 'Luật' ? `Luật ${one.date ?? ''}` : `${one.type} ${one.code}`
    return { asked: [key], told: [key] }
  }
  const serial = `${one.type} ${one.number.split(/[/-]/)[0] ?? ''}`
  if (one.code === 'short') {
    return { asked: [`no. ${serial}`, `short ${serial}`], told: [`short ${serial}`] }
  }
  const whole = one.number.replace(/[^\p{L}\d]/gu, '').toLowerCase()
  const year = one.type === 'Luật' ? /\/(\d{4})\//.exec(one.number)?.[1] : undefined
  const law = year === undefined ? [] : [`Luật ${year}`]
  return { asked: [whole, `short ${serial}`, ...law], told: [whole, `no. ${serial}`, ...law] }
}

/** Every place where an organisation is named. */
export function mentions(layout: Layout): Organisation[] {
  return layout.blocks
    .filter((block) => block.kind === 'text' || block.kind === 'row')
    .flatMap((block) =>
      sentences(layout.flow, block).flatMap((sentence) => organisationsIn(layout.flow, sentence)),
    )
}

/** The organisations named, each once at its first mention, whole or by the end of its name. */
export function once(layout: Layout, all: readonly Organisation[]): Organisation[] {
  const seen = new Set<string>()
  return all.filter((one) => {
    const name = layout.flow.low.slice(one.name.start, one.name.end)
    if (seen.has(`${one.kind} ${name}`)) return false
    const words = name.split(' ')
    words.slice(0, Math.max(1, words.length - 1)).forEach((_, index) => {
      seen.add(`${one.kind} ${words.slice(index).join(' ')}`)
    })
    return true
  })
}
