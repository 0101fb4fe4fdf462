import type { Criterion, CriteriaContent } from '@hopluc/shared/criteria'
import { describe, expect, test } from 'vitest'
import type { Measures } from '../entity-measures/index.ts'
import { mostOf, openIn, problemsOf } from './checks.ts'
import { liftOf } from './lift.ts'
import { excludedBy, leavesOf, scoreLeaf, totalOf } from './scoring.ts'

const CRITERIA: Criterion[] = [
  { key: 'I', above: null, name: 'Tài chính', max: 60, rule: null },
  {
    key: '1',
    above: 'I',
    name: 'Doanh thu',
    max: 40,
    rule: {
      by: 'steps',
      value: '[H10]',
      steps: [
        { from: 500, points: 10 },
        { from: 1000, points: 20 },
        { from: 2000, points: 40 },
      ],
    },
  },
  {
    key: '2',
    above: 'I',
    name: 'Doanh thu với thành viên',
    max: 20,
    rule: { by: 'formula', value: '[H10t] / [H10] * 20' },
  },
  {
    key: '3',
    above: null,
    name: 'Công nghệ cao',
    max: 10,
    rule: { by: 'rule', rule: [{ by: 'is', code: 'high_tech', value: true }] },
  },
  {
    key: '4',
    above: null,
    name: 'Chấp hành pháp luật',
    max: 30,
    rule: { by: 'hand', evidence: null },
  },
]
const band = (code: string, name: string, from: number) => ({
  code,
  name,
  from,
  isFair: from >= 65,
  isEffective: from >= 50,
})
const SET: CriteriaContent = {
  name: 'Bộ thử',
  basis: 'Quyết định thử',
  note: null,
  fromYear: 2025,
  untilYear: null,
  kinds: ['cooperative'],
  sectors: [],
  criteria: CRITERIA,
  bands: [
    band('good', 'Tốt', 80),
    band('fair', 'Khá', 65),
    band('average', 'Trung bình', 50),
    band('weak', 'Yếu', 0),
  ],
  exclusions: [
    {
      key: 'new',
      words: 'Chưa đủ 12 tháng',
      rule: [{ by: 'compare', value: '[age_months]', op: '<', to: '12' }],
      band: null,
    },
    { key: 'fined', words: 'Bị xử phạt', rule: null, band: 'weak' },
  ],
}
const MEASURES: Measures = new Map([
  ['H10', { value: 1200 }],
  ['H10t', { value: 600 }],
  ['high_tech', { value: false }],
  ['age_months', { value: 8 }],
])

const leaf = (key: string) => {
  const found = leavesOf(CRITERIA).find((one) => one.key === key)
  if (!found) throw new Error(key)
  return found
}

describe('points', () => {
  test.each([
    ['1', 20, 'Doanh thu: 1.200 triệu đồng, đạt mức từ 1.000 triệu đồng'],
    ['2', 10, 'Doanh thu với thành viên ÷ Doanh thu × 20: 10'],
    ['3', 0, 'Ứng dụng công nghệ cao: không, cần: có'],
    ['4', null, 'Chấm theo minh chứng'],
  ])('criterion %s', (key, points, why) => {
    expect(scoreLeaf(leaf(key), MEASURES)).toEqual({ points, why })
  })

  test('of what is missing there are none, and it says why', () => {
    expect(scoreLeaf(leaf('2'), new Map([['H10t', { value: 5 }]]))).toEqual({
      points: null,
      why: 'Doanh thu với thành viên ÷ Doanh thu × 20: không tính được vì chưa có Doanh thu',
    })
  })

  test('never go above the criterion, and below the first step there are none', () => {
    const rich: Measures = new Map([
      ['H10', { value: 400 }],
      ['H10t', { value: 9000 }],
    ])
    expect(scoreLeaf(leaf('1'), rich).points).toBe(0)
    expect(scoreLeaf(leaf('2'), rich).points).toBe(20)
  })

  test('of steps that nobody filled in are left to people', () => {
    const open = { ...leaf('1'), rule: { by: 'steps', value: '[H10]', steps: [] } } as const
    expect(scoreLeaf({ ...open, rule: { ...open.rule, steps: [] } }, MEASURES)).toEqual({
      points: null,
      why: 'Doanh thu: 1.200 triệu đồng. Chưa có mức điểm, chấm theo văn bản',
    })
  })
})

describe('a total', () => {
  const of = (points: Record<string, number | null>) =>
    totalOf(SET, new Map(Object.entries(points)))

  test('says how much may still come, and no band while that could change it', () => {
    expect(of({ '1': 20, '2': 10, '3': 0, '4': null })).toEqual({
      total: 30,
      highest: 60,
      band: null,
      isWhole: false,
    })
    expect(of({ '1': 20, '2': 10, '3': 0, '4': 24.5 })).toEqual({
      total: 54.5,
      highest: 54.5,
      band: 'average',
      isWhole: true,
    })
    expect(of({ '1': 40, '2': 20, '3': null, '4': 30 }).band).toBe('good')
  })

  test.each([
    [80, 'good'],
    [79.99, 'fair'],
    [65, 'fair'],
    [50, 'average'],
    [49.9, 'weak'],
    [0, 'weak'],
  ])('of %s is %s', (total, code) => {
    expect(
      of({
        '1': Math.min(total, 40),
        '2': Math.min(Math.max(total - 40, 0), 20),
        '3': 0,
        '4': Math.max(total - 60, 0),
      }).band,
    ).toBe(code)
  })

  test('an exclusion that holds is told with its reason', () => {
    expect(excludedBy(SET.exclusions, MEASURES)).toEqual([
      {
        key: 'new',
        words: 'Chưa đủ 12 tháng',
        band: null,
        outcome: 'met',
        why: 'Thời gian từ khi đăng ký: 8 tháng (dưới 12 tháng)',
      },
    ])
  })
})

test('what would lift it one band: the fewest gains, the next step of a value', () => {
  const points = new Map([
    ['1', 20],
    ['2', 10],
    ['3', 0],
    ['4', 25],
  ])
  expect(liftOf(SET, points, MEASURES)).toEqual({
    band: 'fair',
    missing: 10,
    gains: [
      {
        key: '1',
        name: 'Doanh thu',
        gain: 20,
        vi: 'Doanh thu: hiện 1.200 triệu đồng, cần từ 2.000 triệu đồng',
      },
    ],
  })
  const best = new Map([...points, ['1', 40], ['2', 20], ['3', 10], ['4', 30]] as const)
  expect(liftOf(SET, best, MEASURES)).toBeNull()
})

describe('before it is issued', () => {
  test('a whole set has no problem', () => {
    expect(problemsOf(SET)).toEqual([])
    expect(mostOf(CRITERIA)).toBe(100)
    expect(openIn(CRITERIA)).toEqual([])
  })

  test.each([
    [{ basis: '' }, /căn cứ/],
    [{ bands: [] }, /mức xếp loại/],
    [{ bands: SET.bands.map((one) => ({ ...one, isEffective: null })) }, /hoạt động hiệu quả/],
    [
      { criteria: CRITERIA.map((one) => (one.key === '2' ? { ...one, max: null } : one)) },
      /điểm tối đa: tiêu chí 2/,
    ],
    [
      { criteria: CRITERIA.map((one) => (one.key === 'I' ? { ...one, max: 50 } : one)) },
      /Nhóm I ghi 50 điểm/,
    ],
    [
      { criteria: CRITERIA.map((one) => (one.key === '1' ? { ...one, max: 30 } : one)) },
      /cao hơn điểm tối đa: tiêu chí 1/,
    ],
    [
      {
        criteria: CRITERIA.map((one) =>
          one.key === '2' ? { ...one, rule: { by: 'formula' as const, value: '[H404]' } } : one,
        ),
      },
      /Tiêu chí 2: Không có số đo mã H404/,
    ],
    [{ criteria: [...CRITERIA, ...CRITERIA.slice(4)] }, /Tiêu chí 4 có hai lần/],
    [{ criteria: CRITERIA.slice(1) }, /nhóm I phải đứng trước/],
  ])('%o is told', (more, words) => {
    expect(
      problemsOf({ ...SET, ...more })
        .map(({ vi }) => vi)
        .join(' '),
    ).toMatch(words)
  })
})
