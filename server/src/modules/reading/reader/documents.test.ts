import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import {
  FoundDirective,
  FoundFigure,
  FoundOrganisation,
  FoundReference,
  Reading,
} from '@hopluc/shared/finds'
import { read } from './read.ts'

/** Made-up documents in house styles of many kinds; beside each what an officer would record. */
const SAMPLES = join(import.meta.dirname, 'samples')
const Expected = z.object({
  document: z.object({
    kind: z.string(),
    number: z.string().nullable(),
    date: z.string().nullable(),
  }),
  meeting: z
    .object({
      date: z.string().nullable(),
      chair: z.object({ name: z.string(), title: z.string().nullable() }).nullable(),
      area: z.string().nullable(),
    })
    .nullable(),
  directives: z.array(
    FoundDirective.pick({ quote: true, assignees: true }).extend({
      due: z.object({ text: z.string(), date: z.string().nullable() }).nullable(),
    }),
  ),
  figures: z.array(
    FoundFigure.pick({
      quote: true,
      value: true,
      valueMax: true,
      unit: true,
      indicator: true,
      qualifier: true,
      kind: true,
    }),
  ),
  references: z.array(FoundReference.pick({ quote: true, type: true, number: true, date: true })),
  organisations: z.array(
    FoundOrganisation.pick({ quote: true, kind: true, name: true, place: true }),
  ),
})

const names = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4))

test('there are samples of ten house styles and more', () => {
  expect(names.length).toBeGreaterThanOrEqual(10)
})

test.each(names)('%s is read as an officer would', (name) => {
  const text = readFileSync(join(SAMPLES, `${name}.txt`), 'utf8')
  const expected = Expected.parse(JSON.parse(readFileSync(join(SAMPLES, `${name}.json`), 'utf8')))
  const reading = read(text)
  expect(Expected.parse(JSON.parse(JSON.stringify(reading)))).toEqual(expected)
})

test.each(names)('every find of %s stands in the text at its offsets', (name) => {
  const text = readFileSync(join(SAMPLES, `${name}.txt`), 'utf8')
  const reading = Reading.parse(read(text))
  const finds = [
    reading.directives,
    reading.figures,
    reading.references,
    reading.organisations,
  ].flat()
  expect(finds.length).toBeGreaterThan(0)
  for (const find of finds) expect(text.slice(find.start, find.end)).toBe(find.quote)
  expect(new Set(finds.map((find) => find.id)).size).toBe(finds.length)
})

test.each(names)('%s with decomposed letters gives the same finds, placed in that text', (name) => {
  const text = readFileSync(join(SAMPLES, `${name}.txt`), 'utf8')
  const decomposed = text.normalize('NFD')
  const plain = read(text)
  const reading = read(decomposed)
  const quotes = (found: Reading) =>
    [found.directives, found.figures, found.references, found.organisations]
      .flat()
      .map((find) => find.quote.normalize('NFC'))
  expect(quotes(reading)).toEqual(quotes(plain))
  for (const find of reading.directives)
    expect(decomposed.slice(find.start, find.end)).toBe(find.quote)
  expect(reading.directives.map((one) => one.assignees)).toEqual(
    plain.directives.map((one) => one.assignees),
  )
})

test.each(names)('%s broken into lines as a PDF prints it gives the same directives', (name) => {
  const text = readFileSync(join(SAMPLES, `${name}.txt`), 'utf8')
  const printed = text
    .split('\n')
    .map((line) => (line.includes('|') ? line : wrapped(line, 88)))
    .join('\n')
  const folded = (found: Reading) => found.directives.map((one) => one.quote.replace(/\s+/g, ' '))
  expect(folded(read(printed))).toEqual(folded(read(text)))
})

function wrapped(line: string, width: number): string {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current)
      current = word
    } else current = current === '' ? word : `${current} ${word}`
  }
  return [...lines, current].join('\n')
}
