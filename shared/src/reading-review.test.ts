import { describe, expect, test } from 'vitest'
import { countsOf, groupOf, mannerFor, problemsOf, type ReviewSetting } from './reading-review.ts'
import type { DirectiveCard, ReadingAgency, Review } from './readings.ts'

const FINANCE = '01900000-0000-7000-8000-000000000001'
const FRONT = '01900000-0000-7000-8000-000000000002'
const PARTY = '01900000-0000-7000-8000-000000000003'
const COMMUNE = '01900000-0000-7000-8000-000000000004'
const GONE = '01900000-0000-7000-8000-000000000009'

const body = (id: string, manner: ReadingAgency['manner']): [string, ReadingAgency] => [
  id,
  { id, name: id, shortName: id, kind: 'department', manner },
]
const setting: ReviewSetting = {
  agencies: new Map([
    body(FINANCE, 'assign'),
    body(COMMUNE, 'assign'),
    body(FRONT, 'request'),
    body(PARTY, 'never'),
  ]),
  groups: [{ code: 'communes', ids: [COMMUNE] }],
  notBefore: '2021-02-25',
}

const card = (patch: Partial<DirectiveCard> = {}): DirectiveCard => ({
  id: 'd1',
  from: ['d1'],
  start: 0,
  end: 10,
  state: 'open',
  confidence: 0.9,
  reasons: [],
  text: 'Xây dựng kế hoạch',
  item: null,
  leadIds: [FINANCE],
  coIds: [],
  named: [],
  manner: 'assign',
  stated: null,
  due: { on: '2021-04-15', recurrence: null, isStanding: false, source: 'proposed' },
  dates: [],
  wrongDates: [],
  product: null,
  question: null,
  concerns: [],
  ...patch,
})

const due = (on: string, source: 'document' | 'proposed' = 'document') => ({
  on,
  recurrence: null,
  isStanding: false,
  source,
})
const codes = (patch: Partial<DirectiveCard>) =>
  problemsOf(card(patch), setting).map(({ code }) => code)
const group = { words: 'các đơn vị liên quan', ids: [], fault: 'group' as const, insteadIds: [] }

describe('what is to be looked at', () => {
  test.each<[string, Partial<DirectiveCard>, string[]]>([
    ['nothing on a clear directive', {}, []],
    ['nobody to do it', { leadIds: [] }, ['no_assignee']],
    ['bodies said vaguely', { leadIds: [], named: [group] }, ['unclear_group']],
    [
      'a name that nobody bears',
      { leadIds: [], named: [{ ...group, words: 'Sở X', fault: 'unknown' }] },
      ['unknown_agency'],
    ],
    [
      'a body that is not there on the day',
      { leadIds: [], named: [{ ...group, words: 'Sở Cũ', fault: 'not_on_day' }] },
      ['agency_not_on_day'],
    ],
    ['a chosen body that is not there on the day', { leadIds: [GONE] }, ['agency_not_on_day']],
    ['equals who are told', { leadIds: [FRONT] }, ['not_ours_to_order']],
    [
      'equals who are asked, not looked at yet',
      { leadIds: [FRONT], manner: 'request' },
      ['not_ours_to_order'],
    ],
    [
      'equals who are asked, found right',
      { leadIds: [FRONT], manner: 'request', state: 'right' },
      [],
    ],
    ['a party body that is told', { leadIds: [PARTY], manner: 'request' }, ['never_assigned']],
    ['a party body that is noted', { leadIds: [PARTY], manner: 'note' }, []],
    ['no term', { due: null }, ['no_deadline']],
    ['a term before the meeting', { due: due('2021-02-24') }, ['deadline_before_meeting']],
    ['a term on the day of the meeting', { due: due('2021-02-25') }, []],
    [
      'two days in one passage',
      { due: null, dates: ['2021-03-15', '2021-04-30'] },
      ['double_dates'],
    ],
    ['a day that no calendar has', { due: null, wrongDates: ['31/02/2021'] }, ['wrong_date']],
    [
      'a proposed term before the text’s own',
      {
        due: due('2021-03-01', 'proposed'),
        stated: { text: 'trước 15/3/2021', on: '2021-03-15', recurrence: null, start: 0, end: 5 },
      },
      ['earlier_than_text'],
    ],
    ['a guess', { confidence: 0.4 }, ['low_confidence']],
    ['nothing on a skipped one', { state: 'skipped', leadIds: [], due: null }, []],
  ])('%s', (_name, patch, expected) => {
    expect(codes(patch)).toEqual(expected)
  })

  test('a question to the chair lifts what blocks, but not the remark', () => {
    const [problem] = problemsOf(
      card({ leadIds: [], named: [{ ...group, fault: 'not_on_day' }], question: 'Giao cho ai?' }),
      setting,
    )
    expect(problem).toMatchObject({ code: 'agency_not_on_day', isBlocking: false })
  })

  test('every ready answer but the question settles its problem', () => {
    const cards = [
      card({ leadIds: [], named: [group] }),
      card({ leadIds: [FRONT], state: 'right' }),
      card({ leadIds: [PARTY] }),
      card({ due: null }),
      card({ due: due('2021-02-24') }),
      card({ due: null, dates: ['2021-03-15', '2021-04-30'] }),
      card({ leadIds: [FINANCE, GONE] }),
    ]
    for (const each of cards) {
      for (const { code, answers } of problemsOf(each, setting)) {
        const ready = answers.filter((answer) => answer.code !== 'ask_chair')
        expect(ready.length).toBeGreaterThan(0)
        for (const { patch } of ready) {
          const left = problemsOf({ ...each, ...patch }, setting).map((problem) => problem.code)
          expect(left).not.toContain(code)
        }
      }
    }
  })
})

test('the group follows from what it was proposed with', () => {
  expect(groupOf(card({ concerns: [] }))).toBe('grounded')
  expect(groupOf(card({ concerns: ['no_deadline'] }))).toBe('no_deadline')
  expect(groupOf(card({ concerns: ['no_deadline', 'unclear_group'] }))).toBe('first')
})

test('the manner follows from the relation', () => {
  expect(mannerFor([FINANCE], setting.agencies)).toBe('assign')
  expect(mannerFor([FINANCE, FRONT], setting.agencies)).toBe('request')
  expect(mannerFor([PARTY], setting.agencies)).toBe('note')
})

test('the bar counts each directive once', () => {
  const review: Review = {
    title: 'x',
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
    directives: [
      card({ state: 'right' }),
      card({ state: 'right', leadIds: [GONE] }),
      card({ due: null }),
      card({ leadIds: [] }),
      card({ state: 'skipped' }),
    ],
    figures: [],
    references: [],
    organisations: [],
  }
  expect(countsOf(review, setting)).toEqual({ right: 1, open: 1, toLookAt: 2, skipped: 1 })
})
