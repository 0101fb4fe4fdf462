import { expect, test } from 'vitest'
import { declarePersonalData, masked, maskedFor, purposeWords, showPersonal } from './index.ts'

const WORDS = { vi: 'Thử', en: 'Trial' }
declarePersonalData(
  'trials',
  { subject: WORDS, seenBy: WORDS, retention: WORDS, record: 'id' },
  {
    number: {
      name: WORDS,
      purpose: WORDS,
      mask: { as: 'identity', fullFor: ['leader'], revealedTo: ['officer'] },
    },
    name: { name: WORDS, purpose: WORDS },
  },
)

test.each([
  ['phone', '02920000101', '•••• 101'],
  ['identity', '001203004567', '•••• 567'],
  ['identity', '12345', '••••'],
  ['email', 'tranthihanh@cantho.gov.vn', 't••••@cantho.gov.vn'],
  ['email', 'nonsense', '•••• nse'],
  ['whole', '1990-01-01', '••••'],
] as const)('%s %s is shown as %s', (kind, value, shown) => {
  expect(masked(kind, value)).toBe(shown)
})

const as = (role: 'leader' | 'officer' | 'clerk', accountId = 'other') =>
  showPersonal({ role, accountId }, 'trials.number', 'r', '001203004567', 'owner')

test('the role that needs it and the person read it, others get the mask', () => {
  expect(as('leader')).toMatchObject({ shown: '001203004567', isMasked: false })
  expect(as('clerk', 'owner')).toMatchObject({ shown: '001203004567', isMasked: false })
  expect(as('officer')).toMatchObject({ shown: '•••• 567', isMasked: true, mayReveal: true })
  expect(as('clerk')).toMatchObject({ shown: '•••• 567', isMasked: true, mayReveal: false })
})

test('an empty value stays empty, and a field without a rule is a mistake', () => {
  const actor = { role: 'officer', accountId: 'a' } as const
  expect(showPersonal(actor, 'trials.number', 'r', null)).toBeNull()
  expect(() => showPersonal(actor, 'trials.name', 'r', 'x')).toThrow(/not declared/)
  expect(maskedFor('trials.name', 'Nguyễn Minh An')).toBe('Nguyễn Minh An')
})

test('a purpose is said in words', () => {
  expect(purposeWords('contact', 'mời họp')).toBe('Liên hệ công vụ: mời họp')
  expect(purposeWords(undefined, undefined)).toBe('không nêu')
})
