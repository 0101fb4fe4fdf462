import { expect, test } from 'vitest'
import { differencesOf, joined } from './review-conflict.ts'
import type { DirectiveCard, Review } from './readings.ts'

function aCard(id: string, patch: Partial<DirectiveCard> = {}): DirectiveCard {
  const start = Number(id.slice(1)) * 10
  return {
    id,
    from: [id],
    start,
    end: start + 5,
    state: 'open',
    confidence: 0.9,
    reasons: [],
    text: `Rà soát ${id}`,
    item: null,
    leadIds: [],
    coIds: [],
    named: [],
    manner: 'assign',
    stated: null,
    due: null,
    dates: [],
    wrongDates: [],
    product: null,
    question: null,
    concerns: [],
    ...patch,
  }
}

function aReview(directives: DirectiveCard[], title = 'Họp'): Review {
  return {
    title,
    source: {
      use: 'reference',
      kind: 'khác',
      symbol: null,
      issuedOn: null,
      issuerName: null,
      signerName: null,
      signerTitle: null,
    },
    meeting: {
      use: 'none',
      id: null,
      title: '',
      kind: 'working',
      heldOn: null,
      place: null,
      chairName: null,
      chairTitle: null,
    },
    directives,
    figures: [],
    references: [],
    organisations: [],
  }
}

const base = aReview([aCard('d1'), aCard('d2'), aCard('d3')])

test('who alone changed a card is proposed; what both changed stays with the one who looks', () => {
  const mine = aReview([
    aCard('d1', { state: 'right' }),
    aCard('d2', { text: 'Của tôi' }),
    aCard('d3'),
  ])
  const theirs = aReview([
    aCard('d1'),
    aCard('d2', { text: 'Của họ' }),
    aCard('d3', { state: 'skipped' }),
  ])
  const { cards, facts } = differencesOf(mine, theirs, base)
  expect(facts).toBeUndefined()
  expect(cards.map(({ id, side }) => [id, side])).toEqual([
    ['d1', 'mine'],
    ['d2', 'mine'],
    ['d3', 'theirs'],
  ])
  const whole = joined(mine, theirs, { facts, cards })
  expect(whole.directives.map(({ state, text }) => [state, text])).toEqual([
    ['right', 'Rà soát d1'],
    ['open', 'Của tôi'],
    ['skipped', 'Rà soát d3'],
  ])
})

test('cards that one side added or joined away are chosen too, in the order of the text', () => {
  const mine = aReview([aCard('d1'), aCard('d2'), aCard('d3'), aCard('s4', { start: 15 })])
  const theirs = aReview([aCard('d1'), aCard('d3'), aCard('n5')])
  const { cards } = differencesOf(mine, theirs, base)
  expect(cards.map(({ id, side }) => [id, side])).toEqual([
    ['d2', 'theirs'],
    ['s4', 'mine'],
    ['n5', 'theirs'],
  ])
  expect(joined(mine, theirs, { facts: undefined, cards }).directives.map(({ id }) => id)).toEqual([
    'd1',
    's4',
    'd3',
    'n5',
  ])
  const allMine = cards.map((card) => ({ ...card, side: 'mine' as const }))
  expect(
    joined(mine, theirs, { facts: undefined, cards: allMine }).directives.map(({ id }) => id),
  ).toEqual(['d1', 's4', 'd2', 'd3'])
})

test('without what both began with, a card that only one has decided is taken from there', () => {
  const mine = aReview([aCard('d1'), aCard('d2', { state: 'right' })])
  const theirs = aReview([aCard('d1', { state: 'right' }), aCard('d2')], 'Họp quý II')
  const { cards, facts } = differencesOf(mine, theirs)
  expect(cards.map(({ id, side }) => [id, side])).toEqual([
    ['d1', 'theirs'],
    ['d2', 'mine'],
  ])
  expect(facts).toEqual({ side: 'mine' })
  expect(joined(mine, theirs, { cards, facts: { side: 'theirs' } }).title).toBe('Họp quý II')
})

test('the order of keys is no difference', () => {
  const { id, ...rest } = aCard('d1')
  expect(differencesOf(aReview([{ ...rest, id }]), aReview([aCard('d1')])).cards).toEqual([])
})
