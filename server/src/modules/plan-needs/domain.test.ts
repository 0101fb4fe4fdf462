import { expect, test } from 'vitest'
import { linesOf, rollUp } from './domain.ts'

const policies = [
  { id: 'train', name: 'Đào tạo', basis: null, source: null },
  { id: 'build', name: 'Hạ tầng', basis: null, source: null },
]
const need = (
  policyId: string,
  agencyId: string,
  amount: number,
  thisYear: number | null = null,
) => ({ policyId, agencyId, amount, thisYear, note: null })
const fund = (policyId: string, agencyId: string | null, amount: number) => ({
  policyId,
  agencyId,
  amount,
})

test('a policy tells the need, the money, what is left of it and what is not covered', () => {
  const needs = [need('train', 'east', 100, 80), need('train', 'west', 50.2)]
  const funds = [fund('train', null, 120), fund('train', 'east', 60), fund('train', 'west', 50.2)]
  expect(rollUp(policies, needs, funds)).toMatchObject([
    { thisYear: 80, needed: 150.2, allotted: 110.2, budget: 120, rest: 9.8, open: 40, beyond: 0 },
    { thisYear: 0, needed: 0, allotted: 0, budget: null, rest: null, open: 0, beyond: 0 },
  ])
})

test('what one is allotted beyond its need does not hide what another lacks', () => {
  const needs = [need('build', 'east', 100), need('build', 'west', 100)]
  const funds = [fund('build', null, 150), fund('build', 'east', 160)]
  expect(rollUp(policies, needs, funds)[1]).toMatchObject({ open: 100, beyond: 60, rest: -10 })
})

test('an agency has a line where it said something or was allotted something', () => {
  expect(linesOf(['train', 'build'], [], [fund('build', 'east', 5)])).toEqual([
    { policyId: 'build', thisYear: null, amount: null, note: null, allotted: 5 },
  ])
  expect(linesOf(['train'], [need('train', 'east', 0, 3)], [])).toMatchObject([
    { amount: 0, thisYear: 3, allotted: null },
  ])
})
