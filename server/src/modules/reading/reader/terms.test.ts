import { expect, test } from 'vitest'
import { TERM_RULES } from './lexicon/terms.ts'
import { lower } from './normalise.ts'
import { TERM_EXAMPLES } from './samples/terms.ts'
import { terms } from './terms.ts'

test('every rule about terms has its example', () => {
  expect(TERM_RULES.map(({ id }) => id).filter((id) => !TERM_EXAMPLES[id])).toEqual([])
})

test.each(Object.entries(TERM_EXAMPLES))('%s: %s', (id, [text, term, date]) => {
  const flow = { text, low: lower(text), shown: text, startOf: Number, endOf: Number }
  const found = terms(flow, { start: 0, end: text.length }, '2020-05-10')
  expect(found.map((one) => [text.slice(one.start, one.end), one.date])).toEqual([[term, date]])
  const rule = TERM_RULES.find((one) => one.id === id)
  expect(rule === undefined || found[0]?.code === rule.code).toBe(true)
})
