import { expect, test } from 'vitest'
import { AMOUNT_RULES } from './lexicon/indicators-amounts.ts'
import { COOPERATIVE_RULES } from './lexicon/indicators-cooperatives.ts'
import { COUNT_RULES } from './lexicon/indicators-counts.ts'
import { read } from './read.ts'
import { INDICATOR_EXAMPLES } from './samples/indicators.ts'

const RULES = [...AMOUNT_RULES, ...COOPERATIVE_RULES, ...COUNT_RULES]

test('every rule has its example, so none is dead', () => {
  expect(RULES.map(({ id }) => id).filter((id) => !INDICATOR_EXAMPLES[id])).toEqual([])
})

test.each(Object.entries(INDICATOR_EXAMPLES))('%s: %s', (id, sentence) => {
  const decided = read(sentence).figures.filter(({ reasons }) =>
    reasons.some(({ code }) => code === `figure.${id}`),
  )
  expect(decided).not.toEqual([])
  const rule = RULES.find((one) => one.id === id)
  expect(decided.some(({ indicator }) => !rule || indicator === rule.gives)).toBe(true)
})
