import type { Rule, SimpleCondition } from '@hopluc/shared/rules'
import { describe, expect, test } from 'vitest'
import {
  codesOfRule,
  computeFor,
  explain,
  expressionProblem,
  judging,
  type Measures,
  measureCatalog,
  parseExpression,
  ruleProblems,
} from './index.ts'
import { fieldsOf, REGISTER_MEASURES } from './register.ts'

const MEASURES: Measures = new Map([
  ['members', { value: 45 }],
  ['H10', { value: 1200 }],
  ['H10t', { value: 300 }],
  ['H9', { value: 0 }],
  ['H11', { missing: 'chưa có số liệu năm 2025: lãi trước thuế' }],
  ['high_tech', { value: false }],
  ['sector', { value: 'agriculture' }],
  ['commodities', { value: ['toi', 'rau'] }],
])

const compute = (text: string) => computeFor(parseExpression(text), MEASURES)

describe('an expression', () => {
  test.each([
    ['[H10t] / [H10] * 100', { value: 25 }],
    ['([members] + 5) × 2', { value: 100 }],
    ['1,5 × 2', { value: 3 }],
    ['[H11] / [H10]', { missing: ['H11'], why: 'chưa có số liệu năm 2025: lãi trước thuế' }],
    ['[H10] / [H9]', { missing: ['H9'], why: 'Lao động thường xuyên bằng 0, không chia được' }],
    ['[K1] + 1', { missing: ['K1'], why: 'chưa có Vốn hoạt động' }],
  ])('%s', (text, expected) => {
    expect(compute(text)).toEqual(expected)
  })

  test.each([
    ['[H404]', /Không có số đo mã H404/],
    ['[sector] + 1', /không phải là số/],
    ['reported([H10])', /chỉ dùng số đo/],
    ['[H10] +', /Không đọc được công thức/],
  ])('%s cannot be kept', (text, words) => {
    expect(expressionProblem(text)?.vi).toMatch(words)
  })
})

const by = (...rule: Rule) => explain(rule, MEASURES)

describe('a rule', () => {
  test('tells what it has and what is asked', () => {
    const rule: Rule = [{ by: 'compare', value: '[members]', op: '>=', to: '50' }]
    expect(explain(rule, MEASURES)).toEqual({
      outcome: 'not_met',
      conditions: [
        {
          outcome: 'not_met',
          vi: 'Thành viên chính thức: 45 người, cần từ 50 người trở lên',
          missing: [],
        },
      ],
    })
    expect(by({ by: 'compare', value: '[members]', op: '<', to: '50' }).outcome).toBe('met')
  })

  test('is unknown where something is missing, and names it; what is not met decides first', () => {
    const profit: Rule[number] = { by: 'compare', value: '[H11]', op: '>', to: '0' }
    expect(by(profit)).toMatchObject({
      outcome: 'unknown',
      conditions: [
        {
          vi: 'Lãi trước thuế: không tính được vì chưa có số liệu năm 2025: lãi trước thuế; cần trên 0 triệu đồng',
          missing: ['H11'],
        },
      ],
    })
    expect(by(profit, { by: 'is', code: 'high_tech', value: true }).outcome).toBe('not_met')
    expect(by({ by: 'is', code: 'union_member', value: true }).outcome).toBe('unknown')
  })

  test('of alternatives one is enough; codes are told in words', () => {
    const tech = { by: 'is', code: 'high_tech', value: true } as const
    const garlic: SimpleCondition = { by: 'in', code: 'commodities', values: ['toi'] }
    expect(by({ by: 'any', of: [tech, garlic] }).outcome).toBe('met')
    expect(by({ by: 'in', code: 'sector', values: ['trade'] }).conditions[0]?.vi).toBe(
      'Ngành, lĩnh vực: Nông – lâm – ngư – diêm nghiệp, cần: Thương mại',
    )
    expect(by().outcome).toBe('met')
  })

  test('says before it is kept what is wrong, and which measures it asks for', () => {
    expect(ruleProblems([{ by: 'is', code: 'sector', value: true }])).toHaveLength(1)
    expect(ruleProblems([{ by: 'compare', value: '[x]', op: '=', to: '[y]' }])).toHaveLength(2)
    expect(
      codesOfRule([
        { by: 'compare', value: '[H10t] / [H10]', op: '>', to: '[H10]' },
        { by: 'in', code: 'sector', values: ['trade'] },
      ]),
    ).toEqual(['H10t', 'H10', 'sector'])
  })
})

test('many rules are judged at once as each of them is explained', () => {
  const compare = (value: string, op: '>' | '<=' | '=', to: string) =>
    ({ by: 'compare', value, op, to }) as const
  const conditions: Rule = [
    compare('[members]', '>', '40'),
    compare('[members]', '<=', '40'),
    compare('[H10t] / [H10] × 100', '=', '25'),
    compare('[H10] / [H9]', '>', '1'),
    compare('[H11] + [H10]', '>', '0'),
    { by: 'is', code: 'high_tech', value: true },
    { by: 'is', code: 'union_member', value: true },
    { by: 'in', code: 'commodities', values: ['toi', 'gao'] },
    { by: 'any', of: [compare('[H11]', '>', '0'), compare('[members]', '>', '99')] },
    { by: 'any', of: [compare('[H11]', '>', '0'), compare('[members]', '>', '9')] },
  ]
  const rules: Rule[] = [[], ...conditions.map((one) => [one])]
  for (const one of conditions) for (const other of conditions) rules.push([one, other])
  const outcomes = judging(rules)(MEASURES)
  expect(outcomes).toEqual(rules.map((rule) => explain(rule, MEASURES).outcome))
  expect(new Set(outcomes).size).toBe(3)
})

test('a measure of the register reads one field of its row, so that nothing else is looked up', () => {
  const odd = REGISTER_MEASURES.filter((measure) => fieldsOf(measure).length !== 1)
  expect(odd.map(({ code }) => code)).toEqual([])
})

test('no two measures have one code', () => {
  const codes = measureCatalog.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
})
