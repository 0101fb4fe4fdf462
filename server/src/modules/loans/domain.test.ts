import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  breaches,
  debtGroup,
  interestOf,
  isBadDebt,
  monthsDays,
  nextDay,
  type Terms,
} from './domain.ts'
import type { Movement } from './ledger-shape.ts'
import { ledgerOf } from './ledger.ts'

const TERMS: Terms = {
  yearlyRate: 12_000,
  latePercent: 150,
  basis: 'months',
  method: 'equal',
  months: 12,
  everyMonths: 1,
  graceMonths: 0,
}
const START = '2025-01-15'

const lent = (amount: number, on = START): Movement => ({ kind: 'disburse', on, amount })
const paid = (amount: number, on: string, seq = 2): Movement => ({ kind: 'repay', on, amount, seq })
const planOf = (amount: number, terms: Terms) =>
  ledgerOf(terms, monthsDays(START, terms), [lent(amount)], START).dues
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

const someTerms = fc.record({
  yearlyRate: fc.integer({ min: 0, max: 30_000 }),
  latePercent: fc.integer({ min: 100, max: 150 }),
  basis: fc.constantFrom('days365', 'days360', 'months'),
  method: fc.constantFrom('annuity', 'equal', 'bullet'),
  months: fc.integer({ min: 1, max: 120 }),
  everyMonths: fc.constantFrom(1, 2, 3, 6, 12),
  graceMonths: fc.integer({ min: 0, max: 36 }),
})
const someAmount = fc.integer({ min: 1, max: 50_000_000_000 })

describe('a schedule', () => {
  test('pays back exactly what was lent, whatever its terms', () => {
    fc.assert(
      fc.property(someAmount, someTerms, (amount, terms) => {
        const dues = planOf(amount, terms)
        expect(sum(dues.map(({ principal }) => principal))).toBe(amount)
        expect(dues.every((due) => due.principal >= 0 && due.interest >= 0)).toBe(true)
      }),
    )
  })

  test('of equal principal has the interest of the closed form', () => {
    const of = fc.tuple(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: 60 }))
    fc.assert(
      fc.property(of, fc.integer({ min: 0, max: 24_000 }), ([each, months], yearlyRate) => {
        const terms: Terms = { ...TERMS, months, yearlyRate }
        const interest = planOf(each * months, terms).map((due) => due.interest)
        const closed = (each * months * yearlyRate * (months + 1)) / 2 / 1_200_000
        expect(Math.abs(sum(interest) - closed)).toBeLessThanOrEqual(months / 2 + 1)
      }),
    )
  })

  test('of an annuity has the instalment of the closed form, the last no larger', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000, max: 5_000_000_000 }),
        fc.integer({ min: 2, max: 120 }),
        fc.integer({ min: 1, max: 24_000 }),
        (amount, months, yearlyRate) => {
          const dues = planOf(amount, { ...TERMS, method: 'annuity', months, yearlyRate })
          const rate = yearlyRate / 1_200_000
          const closed = (amount * rate) / (1 - (1 + rate) ** -months)
          const instalments = dues.map(({ principal, interest }) => principal + interest)
          const first = instalments[0] ?? 0
          expect(Math.abs(first - closed)).toBeLessThanOrEqual(2)
          expect(instalments.slice(0, -1).every((one) => one === first)).toBe(true)
          expect(instalments.at(-1)).toBeLessThanOrEqual(first)
        },
      ),
    )
  })

  test('with one payment at the end has interest of each period on the whole', () => {
    fc.assert(
      fc.property(someAmount, fc.integer({ min: 1, max: 60 }), (amount, months) => {
        const dues = planOf(amount, { ...TERMS, method: 'bullet', months })
        const each = Math.floor((amount + 50) / 100) // 1% a month, half up
        expect(dues.filter(({ interest }) => interest !== each && each > 0)).toEqual([])
        expect(dues.at(-1)?.principal).toBe(amount)
      }),
    )
  })

  test('is as computed by hand', () => {
    // 120 triệu in four quarters at 8% by days of 365: 90, 91, 92 and 92 days
    const terms: Terms = { ...TERMS, yearlyRate: 8000, basis: 'days365', everyMonths: 3 }
    expect(
      planOf(120_000_000, terms).map((due) => [due.dueOn, due.principal, due.interest]),
    ).toEqual([
      ['2025-04-15', 30_000_000, 2_367_123],
      ['2025-07-15', 30_000_000, 1_795_068],
      ['2025-10-15', 30_000_000, 1_209_863],
      ['2026-01-15', 30_000_000, 604_932],
    ])
    // 100 triệu in three months at 1% a month: 34.002.211 each, by the formula 34.002.211,15
    const annuity = planOf(100_000_000, { ...TERMS, method: 'annuity', months: 3 })
    expect(annuity.map((due) => [due.principal, due.interest])).toEqual([
      [33_002_212, 1_000_000],
      [33_332_234, 669_978],
      [33_665_554, 336_656],
    ])
    // Six months of grace: interest alone, then two halves
    const grace = planOf(100_000_000, { ...TERMS, everyMonths: 3, graceMonths: 6 })
    expect(grace.map((due) => [due.principal, due.interest])).toEqual([
      [0, 3_000_000],
      [0, 3_000_000],
      [50_000_000, 3_000_000],
      [50_000_000, 1_500_000],
    ])
  })
})

describe('a ledger', () => {
  const days = monthsDays(START, TERMS)
  const on = (day: string, ...movements: Movement[]) =>
    ledgerOf(TERMS, days, [lent(12_000_000), ...movements], day)

  test('paid on its day owes nothing late; a day later it does', () => {
    expect(on('2025-02-15')).toMatchObject({ overdueSince: null, overduePrincipal: 1_000_000 })
    expect(on('2025-02-16')).toMatchObject({ overdueSince: '2025-02-15' })
    const kept = on('2025-03-01', paid(1_120_000, '2025-02-15'))
    expect(kept).toMatchObject({ overdueSince: null, outstanding: 11_000_000, overdueInterest: 0 })
    expect(kept.paid).toEqual([
      { seq: 2, principal: 1_000_000, interest: 120_000, late: 0, excess: 0 },
    ])
  })

  test('in arrears asks interest on the principal that is late, by days at the late rate', () => {
    // 1.000.000 for 30 days at 18% a year: 14.795
    const late = on('2025-03-17', paid(1_134_795, '2025-03-17'))
    expect(late.paid[0]).toMatchObject({ late: 14_795, interest: 120_000, principal: 1_000_000 })
    expect(on('2025-03-17')).toMatchObject({ overdueInterest: 14_795 + 986 + 120_000 + 110_000 })
  })

  test('paid before its day has less to pay on each later one', () => {
    const early = on('2025-02-15', paid(1_120_000, '2025-02-15'), paid(5_500_000, '2025-02-15', 3))
    expect(early.outstanding).toBe(5_500_000)
    expect(early.dues.slice(1).map(({ principal }) => principal)).toEqual(Array(11).fill(500_000))
    expect(early.dues[1]).toMatchObject({ interest: 55_000, isAhead: true })
  })

  test('paid off in between owes the interest that ran, and no more', () => {
    const { payoff } = on('2025-02-01')
    // 12 triệu, 17 of 31 days of the first month at 1%
    expect(payoff).toBe(12_000_000 + 65_806)
    const off = on('2025-06-01', paid(payoff, '2025-02-01'))
    expect(off).toMatchObject({ outstanding: 0, payoff: 0, overdueSince: null, accrued: 0 })
    expect(on('2025-02-01', paid(payoff + 5, '2025-02-01')).paid[0]).toMatchObject({ excess: 5 })
  })

  test('counts each tranche from its own day', () => {
    const two = ledgerOf(
      TERMS,
      days,
      [lent(6_000_000), lent(6_000_000, '2025-01-31')],
      '2025-02-15',
    )
    // 6 triệu the whole month, 6 triệu for 15 of 31 days
    expect(two.dues[0]).toMatchObject({ principal: 1_000_000, interest: 60_000 + 29_032 })
  })

  test('restructured owes nothing late until the first new day', () => {
    const terms: Terms = { ...TERMS, months: 24, everyMonths: 12 }
    const to = { kind: 'restructure', on: '2025-03-20', terms } as const
    const anew = on('2025-04-01', { ...to, days: monthsDays('2025-03-20', terms) })
    expect(anew).toMatchObject({ overdueSince: null, outstanding: 12_000_000 })
    const [first, last] = anew.dues.filter(({ isAhead }) => isAhead)
    expect([first?.principal, last?.principal]).toEqual([6_000_000, 6_000_000])
    // A year on all of it, two months missed, five days of the third, what was late meanwhile
    expect(first?.interest).toBeGreaterThan(1_440_000 + 230_000)
  })

  test('keeps every đồng through whatever happens', () => {
    const act = fc.record({
      kind: fc.constantFrom('disburse', 'repay'),
      after: fc.integer({ min: 0, max: 60 }),
      amount: fc.integer({ min: 1, max: 900_000_000 }),
    })
    fc.assert(
      fc.property(someAmount, someTerms, fc.array(act, { maxLength: 8 }), (amount, terms, acts) => {
        const dueDays = monthsDays(START, terms)
        const last = dueDays.at(-1) ?? START
        let at = START
        const movements: Movement[] = [lent(amount)]
        for (const [index, one] of acts.entries()) {
          at = addMonths(at, Math.floor(one.after / 20))
          if (at >= last) break
          if (one.kind === 'disburse') movements.push(lent(one.amount, at))
          else movements.push(paid(one.amount, at, index + 2))
        }
        const ledger = ledgerOf(terms, dueDays, movements, at)
        const given = sum(movements.map((one) => (one.kind === 'disburse' ? one.amount : 0)))
        const back = sum(ledger.paid.map(({ principal }) => principal))
        expect(ledger.outstanding).toBe(given - back)
        const open = ledger.dues.map((due) => due.principal - due.paidPrincipal)
        expect(sum(open)).toBe(ledger.outstanding)
        for (const [index, one] of ledger.paid.entries()) {
          const repaid = movements.filter(({ kind }) => kind === 'repay')[index]
          const whole = one.principal + one.interest + one.late + one.excess
          expect(repaid).toMatchObject({ amount: whole })
        }
      }),
    )
  })
})

describe('days, groups and limits', () => {
  test('a month ends with its last day', () => {
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28')
    expect(addMonths('2023-11-30', 15)).toBe('2025-02-28')
    expect(addMonths('2025-03-15', -3)).toBe('2024-12-15')
    expect(nextDay('2025-02-15', (day) => day < '2025-02-17')).toBe('2025-02-17')
  })

  test('interest is rounded half up, by days or months', () => {
    expect(interestOf(365n * 50_000n, { days: 365, months: 12 }, { ...TERMS, yearlyRate: 1 })).toBe(
      1,
    )
    const year = { ...TERMS, basis: 'days360', yearlyRate: 10_000 } as const
    expect(interestOf(1_000_000n * 36n, { days: 36, months: 1 }, year)).toBe(10_000)
  })

  test('a debt is of the group that the fund’s days say, and of none without them', () => {
    const days = [10, 90, 180, 360]
    const groups = [0, 10, 11, 90, 91, 180, 181, 360, 361].map((late) => debtGroup(late, days))
    expect(groups).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5])
    expect(groups.map(isBadDebt).indexOf(true)).toBe(4)
    expect(debtGroup(400, null)).toBeNull()
  })

  test('says each limit that a loan goes beyond', () => {
    const limits = {
      ownPercent: 20,
      charterCapital: 20_000_000_000,
      onePercent: 15,
      relatedPercent: null,
      maxAmount: null,
      maxMonths: 60,
    }
    const asked = { projectTotal: 1_000_000_000, ownCapital: 200_000_000, months: 60 }
    expect(breaches({ ...asked, amount: 800_000_000 }, limits, 2_200_000_000)).toEqual([])
    expect(breaches({ ...asked, amount: 800_000_001 }, limits, 2_200_000_000)).toEqual([
      'total',
      'share',
    ])
    const short = { ...asked, ownCapital: 199_999_999, amount: 500_000_000, months: 61 }
    expect(breaches(short, { ...limits, maxAmount: 400_000_000 }, 0)).toEqual([
      'own',
      'amount',
      'months',
    ])
  })

  test('counts those related to a customer together with it, where the fund has such a limit', () => {
    const asked = { projectTotal: 2_000_000_000, ownCapital: 400_000_000, months: 12 }
    const limits = {
      ownPercent: 20,
      charterCapital: 20_000_000_000,
      onePercent: 15,
      relatedPercent: 25,
      maxAmount: null,
      maxMonths: null,
    }
    const of = (amount: number, byRelated: number, percent: number | null = 25) =>
      breaches({ ...asked, amount }, { ...limits, relatedPercent: percent }, 0, byRelated)
    expect(of(1_000_000_000, 4_000_000_000)).toEqual([])
    expect(of(1_000_000_001, 4_000_000_000)).toEqual(['related'])
    expect(of(1_000_000_001, 4_000_000_000, null)).toEqual([])
  })
})
