import type { Annotated } from './annotated.ts'
import { type At, bare, match, type Matched, norm, overlap, places } from './places.ts'

/** One thing that is not as it was annotated, for a person to look at. */
export interface Slip {
  document: string
  /** `directives`, `due`, `figure.unit` …: the measure it counts against. */
  measure: string
  what: 'missed' | 'extra' | 'different'
  quote: string
  /** For what is different: as annotated and as found. */
  wanted?: string
  found?: string
}

export interface Count {
  right: number
  extra: number
  missed: number
}
export interface Share {
  right: number
  all: number
}

/** Sums over documents; `found` measures have precision and recall, `told` ones a share. */
export interface Tally {
  documents: number
  quotesNotInText: number
  found: Record<string, Count>
  told: Record<string, Share>
  slips: Slip[]
}

export function emptyTally(): Tally {
  return { documents: 0, quotesNotInText: 0, found: {}, told: {}, slips: [] }
}

/** Compares one reading with its annotation and adds the result to `tally`. */
export function compare(tally: Tally, source: string, gold: Annotated, found: Annotated): void {
  const text = norm(source)
  tally.documents += 1
  const located = <Item extends { quote: string }>(items: readonly Item[]) =>
    items.map((item) => {
      const at = places(text, item.quote)
      if (at.length === 0) tally.quotesNotInText += 1
      return { ...item, at }
    })
  const book = ledger(tally, gold.id)
  compareDirectives(book, located(gold.directives), located(found.directives))
  compareFigures(book, located(gold.figures), located(found.figures))
  compareReferences(book, located(gold.references), located(found.references))
  const organisations = match(
    located(gold.organisations),
    located(found.organisations),
    (one, other) => (one.kind === other.kind && bare(one.name) === bare(other.name) ? 2 : 0),
  )
  book.matched('organisations', organisations)
  compareMeeting(book, gold.meeting, found.meeting)
}

type Placed<Item> = Item & { at: At[] }
type Directive = Placed<Annotated['directives'][number]>
type Figure = Placed<Annotated['figures'][number]>
type Reference = Placed<Annotated['references'][number]>
type Book = ReturnType<typeof ledger>

function ledger(tally: Tally, document: string) {
  const count = (measure: string, right: number, extra: number, missed: number): void => {
    const sum = (tally.found[measure] ??= { right: 0, extra: 0, missed: 0 })
    sum.right += right
    sum.extra += extra
    sum.missed += missed
  }
  const slip = (one: Omit<Slip, 'document'>): void => {
    tally.slips.push({ document, ...one })
  }
  return {
    count,
    slip,
    matched: <Item extends { quote: string }>(measure: string, one: Matched<Item>): void => {
      count(measure, one.pairs.length, one.extra.length, one.missed.length)
      for (const { quote } of one.missed) slip({ measure, what: 'missed', quote })
      for (const { quote } of one.extra) slip({ measure, what: 'extra', quote })
    },
    told: (measure: string, isRight: boolean, quote: string, wanted: unknown, found: unknown) => {
      const share = (tally.told[measure] ??= { right: 0, all: 0 })
      share.all += 1
      if (isRight) share.right += 1
      else {
        const said = (value: unknown) =>
          typeof value === 'string' ? value : JSON.stringify(value ?? null)
        slip({ measure, what: 'different', quote, wanted: said(wanted), found: said(found) })
      }
    },
  }
}

function compareDirectives(book: Book, gold: Directive[], found: Directive[]): void {
  const all = match(gold, found, (one, other) => {
    const shared = overlap(one.at, other.at)
    return shared >= 0.5 ? shared : 0
  })
  book.matched('directives', all)
  for (const [one, other] of all.pairs) {
    const wanted = one.assignees.map(bare)
    const told = other.assignees.map(bare)
    const isAmong = (name: string, names: readonly string[]) =>
      names.some(
        (each) =>
          each === name ||
          (each !== '' && name !== '' && (each.includes(name) || name.includes(each))),
      )
    const right = wanted.filter((name) => isAmong(name, told)).length
    const extra = told.filter((name) => !isAmong(name, wanted)).length
    book.count('assignees', right, extra, wanted.length - right)
    if (extra > 0 || right < wanted.length) {
      book.slip({
        measure: 'assignees',
        what: 'different',
        quote: one.quote,
        wanted: one.assignees.join('; '),
        found: other.assignees.join('; '),
      })
    }
    if (!one.due && !other.due) continue
    const isRight = (one.due?.date ?? null) === (other.due?.date ?? null) && !one.due === !other.due
    book.told('due', isRight, one.quote, one.due, other.due)
  }
}

/** A quantity annotated once may be found at its other place; found twice it is no extra. */
function compareFigures(book: Book, gold: Figure[], found: Figure[]): void {
  const isNear = (one: Figure, other: Figure) =>
    isClose(one.value, other.value) && isClose(one.valueMax, other.valueMax)
  const isSame = (one: Figure, other: Figure) =>
    bare(one.unit) === bare(other.unit) && one.indicator === other.indicator
  const all = match(gold, found, (one, other) => {
    if (!isNear(one, other)) return 0
    const shared = overlap(one.at, other.at)
    if (shared > 0) return 2 + shared + (one.indicator === other.indicator ? 1 : 0)
    return isSame(one, other) ? 1 : 0
  })
  const extra = all.extra.filter(
    (other) => !all.pairs.some(([one]) => isNear(one, other) && isSame(one, other)),
  )
  book.matched('figures', { ...all, extra })
  for (const [one, other] of all.pairs) {
    const unit = bare(one.unit) === bare(other.unit)
    book.told('figure.unit', unit, one.quote, one.unit, other.unit)
    for (const field of ['indicator', 'kind', 'qualifier'] as const) {
      book.told(`figure.${field}`, one[field] === other[field], one.quote, one[field], other[field])
    }
  }
}

function isClose(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other
  const slack = Number.isInteger(one) ? 1e-9 : 5e-3
  return Math.abs(one - other) <= slack * Math.max(1e-9, Math.abs(one))
}

function compareReferences(book: Book, gold: Reference[], found: Reference[]): void {
  const number = (one: Reference) => norm(one.number).replace(/\s/g, '')
  const all = match(gold, found, (one, other) => {
    const shared = overlap(one.at, other.at)
    const isOne = number(one) === '' ? shared > 0 : number(one) === number(other)
    return isOne ? 1 + shared : 0
  })
  book.matched('references', all)
  for (const [one, other] of all.pairs) {
    book.told('reference.date', one.date === other.date, one.quote, one.date, other.date)
    const isType = norm(one.type) === norm(other.type)
    book.told('reference.type', isType, one.quote, one.type, other.type)
  }
}

function compareMeeting(book: Book, gold: Annotated['meeting'], found: Annotated['meeting']): void {
  if (!gold) return
  const { date, chair, area } = gold
  if (date !== null) book.told('meeting.date', found?.date === date, '', date, found?.date)
  if (chair) {
    const name = found?.chair?.name
    book.told('meeting.chair', norm(name) === norm(chair.name), '', chair.name, name)
  }
  if (area !== null) {
    const [wanted, told] = [bare(area), bare(found?.area)]
    const isArea = told.includes(wanted) || (told !== '' && wanted.includes(told))
    book.told('meeting.area', isArea, '', area, found?.area)
  }
}
