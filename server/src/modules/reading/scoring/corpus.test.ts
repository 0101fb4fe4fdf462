import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { read } from '../reader/index.ts'
import { Annotated, annotated } from './annotated.ts'
import { measures } from './figures.ts'
import { places, norm } from './places.ts'
import { compare, emptyTally } from './score.ts'

const CORPUS = join(import.meta.dirname, '../../../../../corpus')
const documents = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    gold: Annotated.parse(JSON.parse(readFileSync(join(CORPUS, name), 'utf8'))),
    text: readFileSync(join(CORPUS, name.replace(/json$/, 'txt')), 'utf8'),
  }))

/** Below these the reader has become worse on texts that it has been seen to read. */
const FLOORS: Record<string, number> = {
  directives: 0.97,
  assignees: 0.97,
  due: 0.97,
  figures: 0.97,
  'figure.unit': 0.98,
  'figure.indicator': 0.96,
  'figure.kind': 0.96,
  'figure.qualifier': 0.97,
  references: 0.98,
  'reference.date': 0.98,
  organisations: 0.97,
  'meeting.date': 0.97,
  'meeting.chair': 0.97,
  'meeting.area': 0.97,
}

test('there are sixty documents and more, each once', () => {
  expect(documents.length).toBeGreaterThanOrEqual(60)
  expect(new Set(documents.map(({ gold }) => gold.id)).size).toBe(documents.length)
})

test('every quote of an annotation stands in its text', () => {
  for (const { gold, text } of documents) {
    const all = [gold.directives, gold.figures, gold.references, gold.organisations].flat()
    for (const { quote } of all) expect(text).toContain(quote)
  }
})

test('the reader keeps what it reads well', () => {
  const tally = emptyTally()
  for (const { gold, text } of documents) compare(tally, text, gold, annotated(gold.id, read(text)))
  expect(tally.quotesNotInText).toBe(0)
  const short = measures(tally).filter(({ name, value }) => value < (FLOORS[name] ?? 0))
  expect(short).toEqual([])
})

test('an annotation compared with itself is right in everything', () => {
  const tally = emptyTally()
  for (const { gold, text } of documents) compare(tally, text, gold, gold)
  expect(tally.slips).toEqual([])
  expect(measures(tally).every(({ value }) => value === 1)).toBe(true)
})

test('what differs is counted against its measure, with its quote', () => {
  const [one] = documents
  if (!one) throw new Error('no document')
  const tally = emptyTally()
  const [first, ...others] = one.gold.figures
  const other = { ...one.gold, directives: [], figures: others }
  compare(tally, one.text, one.gold, other)
  expect(tally.found['directives']).toEqual({
    right: 0,
    extra: 0,
    missed: one.gold.directives.length,
  })
  expect(tally.slips).toContainEqual({
    document: one.gold.id,
    measure: 'figures',
    what: 'missed',
    quote: first?.quote,
  })
})

test('places are found whatever the line ends and capitals', () => {
  expect(places(norm('Giao  Sở\nTài chính, sở tài chính'), 'Sở Tài chính')).toEqual([
    [5, 17],
    [19, 31],
  ])
})
