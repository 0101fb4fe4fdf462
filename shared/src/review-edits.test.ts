import { expect, test } from 'vitest'
import { addFind, asSentence, mergeWithNext, splitDirective } from './review-edits.ts'
import type { DirectiveCard, Review } from './readings.ts'

const TEXT = `Các xã cần kiện toàn Ban chỉ đạo\n của cấp mình; xây dựng kế hoạch năm 2021. Hết.`
const LEAD = '01900000-0000-7000-8000-000000000001'
const OTHER = '01900000-0000-7000-8000-000000000002'

function aCard(id: string, words: string, patch: Partial<DirectiveCard> = {}): DirectiveCard {
  const start = TEXT.indexOf(words)
  return {
    id,
    from: [id],
    start,
    end: start + words.length,
    state: 'right',
    confidence: 0.9,
    reasons: [],
    text: asSentence(words),
    item: null,
    leadIds: [LEAD],
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

function aReview(...directives: DirectiveCard[]): Review {
  return {
    title: 'Họp',
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

const WHOLE = 'kiện toàn Ban chỉ đạo\n của cấp mình; xây dựng kế hoạch năm 2021'
const passage = ({ start, end }: DirectiveCard) => TEXT.slice(start ?? 0, end ?? 0)

test('a split gives each half its own passage, over a line break', () => {
  const card = aCard('d1', WHOLE)
  const split = splitDirective(aReview(card), TEXT, 'd1', card.text.indexOf('; xây') + 1)
  const [first, second] = split?.review.directives ?? []
  expect(first?.text).toBe('Kiện toàn Ban chỉ đạo của cấp mình')
  expect(second?.text).toBe('Xây dựng kế hoạch năm 2021')
  expect(first && passage(first)).toBe('kiện toàn Ban chỉ đạo\n của cấp mình')
  expect(second && passage(second)).toBe('xây dựng kế hoạch năm 2021')
  expect(second?.from).toEqual(['d1'])
  expect(second?.leadIds).toEqual([LEAD])
})

test('a split of reworded text leaves both halves the whole passage', () => {
  const card = aCard('d1', WHOLE, { text: 'Kiện toàn BCĐ; lập kế hoạch' })
  const split = splitDirective(aReview(card), TEXT, 'd1', 14)
  expect(split?.review.directives.map(passage)).toEqual([WHOLE, WHOLE])
})

test.each([0, 1000])('a split at %i is none', (at) => {
  const card = aCard('d1', WHOLE)
  expect(splitDirective(aReview(card), TEXT, 'd1', at)).toBeUndefined()
})

test('a merge holds the bodies of both and reaches over both passages', () => {
  const one = aCard('d1', 'kiện toàn Ban chỉ đạo')
  const two = aCard('d2', 'xây dựng kế hoạch năm 2021', { leadIds: [OTHER] })
  const merged = mergeWithNext(aReview(one, two), 'd1')
  expect(merged?.directives).toHaveLength(1)
  const [card] = merged?.directives ?? []
  expect(card).toMatchObject({
    text: 'Kiện toàn Ban chỉ đạo; xây dựng kế hoạch năm 2021',
    from: ['d1', 'd2'],
    leadIds: [LEAD, OTHER],
    state: 'open',
  })
  expect(card && passage(card)).toBe(WHOLE)
})

test('the last one has no next', () => {
  expect(mergeWithNext(aReview(aCard('d1', WHOLE)), 'd1')).toBeUndefined()
})

test('what is marked in the text is added in its place', () => {
  const review = aReview(aCard('d1', 'xây dựng kế hoạch năm 2021'))
  const start = TEXT.indexOf('kiện toàn')
  const added = addFind(review, 'directives', TEXT, start, start + 9)
  expect(added?.review.directives.map(({ text }) => text)).toEqual([
    'Kiện toàn',
    'Xây dựng kế hoạch năm 2021',
  ])
  expect(added?.review.directives[0]?.from).toEqual([])
  expect(addFind(review, 'directives', TEXT, 3, 4)).toBeUndefined()
})

test('a figure, a reference and an organisation are read from the marked words', () => {
  const text = 'có 1.842,5 ha theo Kế hoạch số 07/KH/HU của HTX Lộc Mãi (xã Trinh Phú)'
  const at = (words: string): [number, number] => {
    const start = text.indexOf(words)
    return [start, start + words.length]
  }
  const review = aReview()
  expect(addFind(review, 'figures', text, ...at('1.842,5 ha'))?.review.figures[0]).toMatchObject({
    value: 1842.5,
    unit: 'ha',
  })
  expect(
    addFind(review, 'references', text, ...at('Kế hoạch số 07/KH/HU'))?.review.references[0],
  ).toMatchObject({ type: 'KH', number: '07/KH/HU' })
  expect(
    addFind(review, 'organisations', text, ...at('HTX Lộc Mãi (xã Trinh Phú)'))?.review
      .organisations[0],
  ).toMatchObject({ name: 'Lộc Mãi' })
})
