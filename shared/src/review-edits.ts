import type { DirectiveCard, FindKind, Review } from './readings.ts'

/** A find's place, for sorting and for the text's highlights. */
export interface Placed {
  start: number | null
  end: number | null
}

/** In the text's order; what has no place stands last, in the order in which it was added. */
export function inTextOrder<T extends Placed>(cards: readonly T[]): T[] {
  return cards.toSorted((one, other) => (one.start ?? Infinity) - (other.start ?? Infinity) || 0)
}

export function patchDirective(review: Review, id: string, patch: Partial<DirectiveCard>): Review {
  const directives = review.directives.map((card) =>
    card.id === id ? { ...card, ...patch } : card,
  )
  return { ...review, directives }
}

/** The same for figures, cited documents and organisations. */
export function patchFind(
  review: Review,
  kind: Exclude<FindKind, 'directives'>,
  id: string,
  patch: object,
): Review {
  const change = <T extends { id: string }>(cards: readonly T[]) =>
    cards.map((card) => (card.id === id ? { ...card, ...patch } : card))
  switch (kind) {
    case 'figures':
      return { ...review, figures: change(review.figures) }
    case 'references':
      return { ...review, references: change(review.references) }
    case 'organisations':
      return { ...review, organisations: change(review.organisations) }
  }
}

/** An id that no card of the kind has. */
export function freshId(review: Review, kind: FindKind, stem: string): string {
  const taken = new Set(review[kind].map((card) => card.id))
  for (let number = 1; ; number += 1) {
    const id = `${stem}${number}`
    if (!taken.has(id)) return id
  }
}

/** As a sentence of its own: one line, a capital first, no separator at the end. */
export function asSentence(words: string): string {
  const line = words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s;,.]+$/u, '')
  return line.charAt(0).toLocaleUpperCase('vi') + line.slice(1)
}

/**
 * Cuts a directive in two at a place of its own wording. Where that is still the text's, each part
 * keeps its own passage; else both keep the whole. Undefined when one side would be empty.
 */
export function splitDirective(
  review: Review,
  text: string,
  id: string,
  at: number,
): { review: Review; added: string } | undefined {
  const card = review.directives.find((one) => one.id === id)
  if (!card) return undefined
  const first = asSentence(card.text.slice(0, at))
  const second = asSentence(card.text.slice(at).replace(/^[\s;,.]+/u, ''))
  if (first === '' || second === '') return undefined
  const added = freshId(review, 'directives', 's')
  const cut = passageCut(card, text, at)
  const one: DirectiveCard = { ...card, text: first, state: 'open' }
  const other: DirectiveCard = { ...one, id: added, text: second }
  if (cut) {
    one.end = cut.end
    other.start = cut.start
  }
  const directives = review.directives.flatMap((each) => (each.id === id ? [one, other] : [each]))
  return { review: { ...review, directives }, added }
}

/** Where the passage is cut, when the card's wording is the passage but for white space and case. */
function passageCut({ start, end, text: words }: DirectiveCard, text: string, at: number) {
  if (start === null || end === null) return undefined
  const passage = text.slice(start, end)
  const bare = (part: string) => part.replace(/\s+/g, '').toLocaleLowerCase('vi')
  if (!bare(passage).startsWith(bare(words))) return undefined
  const before = bare(words.slice(0, at)).length
  let seen = 0
  let offset = 0
  while (offset < passage.length && seen < before) {
    if (!/\s/.test(passage.charAt(offset))) seen += 1
    offset += 1
  }
  const head = passage.slice(0, offset).replace(/[\s;,.]+$/u, '')
  const tail = /^[\s;,.]*/u.exec(passage.slice(offset))?.[0] ?? ''
  return { end: start + head.length, start: start + offset + tail.length }
}

/** Joins a directive with the next in the list; the bodies of both, the first's term if it has one. */
export function mergeWithNext(review: Review, id: string): Review | undefined {
  const index = review.directives.findIndex((card) => card.id === id)
  const card = review.directives[index]
  const next = review.directives[index + 1]
  if (!card || !next) return undefined
  const small = next.text.charAt(0).toLocaleLowerCase('vi') + next.text.slice(1)
  const merged: DirectiveCard = {
    ...card,
    from: [...new Set([...card.from, ...next.from])],
    end: next.end === null ? card.end : Math.max(card.end ?? 0, next.end),
    start: card.start ?? next.start,
    text: `${card.text.replace(/[\s;,.]+$/u, '')}; ${small}`,
    state: 'open',
    leadIds: [...new Set([...card.leadIds, ...next.leadIds])],
    coIds: [...new Set([...card.coIds, ...next.coIds])].filter(
      (one) => !card.leadIds.includes(one),
    ),
    named: [
      ...card.named,
      ...next.named.filter(({ words }) => !card.named.some((one) => one.words === words)),
    ],
    stated: card.stated ?? next.stated,
    due: card.due ?? next.due,
    dates: [...new Set([...card.dates, ...next.dates])],
    product: card.product ?? next.product,
    question: card.question ?? next.question,
  }
  const directives = review.directives.flatMap((each, place) =>
    place === index ? [merged] : place === index + 1 ? [] : [each],
  )
  return { ...review, directives }
}

const NEW = { from: [], state: 'right', confidence: null, reasons: [] } as const

/** Adds what the officer marked in the text: a find of the kind, taken as right. */
export function addFind(
  review: Review,
  kind: FindKind,
  text: string,
  start: number,
  end: number,
): { review: Review; added: string } | undefined {
  const quote = text.slice(start, end)
  if (quote.trim() === '') return undefined
  const added = freshId(review, kind, 'n')
  const base = { ...NEW, from: [], reasons: [], id: added, start, end }
  if (kind === 'directives') {
    const card: DirectiveCard = {
      ...base,
      state: 'open',
      text: asSentence(quote).slice(0, 4000),
      item: null,
      ...BLANK,
      named: [],
      leadIds: [],
      coIds: [],
      dates: [],
      wrongDates: [],
      concerns: ['no_assignee'],
    }
    return { review: { ...review, directives: inTextOrder([...review.directives, card]) }, added }
  }
  if (kind === 'figures') {
    const card = { ...base, quote, ...quantityOf(quote), ...FIGURE }
    return { review: { ...review, figures: inTextOrder([...review.figures, card]) }, added }
  }
  if (kind === 'references') {
    const card = { ...base, quote, type: typeOf(quote), number: numberOf(quote), date: null }
    return { review: { ...review, references: inTextOrder([...review.references, card]) }, added }
  }
  const card = { ...base, quote, kind: 'cooperative' as const, name: asName(quote), place: null }
  const organisations = inTextOrder([...review.organisations, card])
  return { review: { ...review, organisations }, added }
}

const BLANK = { manner: 'assign', stated: null, due: null, product: null, question: null } as const
const FIGURE = { valueMax: null, indicator: 'other', qualifier: 'exact', kind: 'actual' } as const

/** "1.842 HTX" → 1842 HTX; "." groups thousands, "," is the decimal mark. */
function quantityOf(quote: string): { value: number; unit: string } {
  const [digits = '0'] = /\d[\d.]*(?:,\d+)?/.exec(quote) ?? []
  const value = Number(digits.replaceAll('.', '').replace(',', '.'))
  const unit = quote
    .slice(quote.indexOf(digits) + digits.length)
    .trim()
    .slice(0, 100)
  return { value: Number.isFinite(value) ? value : 0, unit }
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/nghị quyết/i, 'NQ'],
  [/kết luận/i, 'KL'],
  [/kế hoạch/i, 'KH'],
  [/quyết định/i, 'QĐ'],
  [/chỉ thị/i, 'CT'],
  [/thông báo/i, 'TB'],
  [/công văn/i, 'CV'],
  [/nghị định/i, 'NĐ'],
  [/thông tư/i, 'TT'],
  [/luật/i, 'Luật'],
]

function typeOf(quote: string): string {
  return TYPES.find(([pattern]) => pattern.test(quote.normalize('NFC')))?.[1] ?? 'khác'
}

function numberOf(quote: string): string | null {
  return /\d+[\d/]*\s*[-/][\p{Lu}\d/-]+/u.exec(quote)?.[0]?.replace(/\s+/g, '') ?? null
}

function asName(quote: string): string {
  const bare = quote.replace(/\s+/g, ' ').replace(/\([^)]*\)/g, '')
  return bare
    .replace(/^\s*(HTX|THT|hợp tác xã|tổ hợp tác)\s+/iu, '')
    .trim()
    .slice(0, 300)
}
