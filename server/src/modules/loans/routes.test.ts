import { randomUUIDv7 as newId } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { aFund, aLendingServer } from './server-for-test.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const server = await aLendingServer()
const { a, b, ask, send, made, deed, on, entityId } = server
const [east, west] = a.communes
let fundId = ''

beforeEach(async () => {
  fundId = await server.begin()
})

const wish = (more: object = {}) => ({
  id: newId(),
  fundId,
  purpose: 'Mua máy sấy nông sản',
  projectTotal: 1_500_000_000,
  ownCapital: 300_000_000,
  amount: 1_200_000_000,
  months: 12,
  everyMonths: 3,
  ...more,
})
const TERMS = { yearlyRate: 8000, method: 'equal', months: 12, everyMonths: 3, graceMonths: 0 }
const APPROVAL = {
  action: 'approve',
  amount: 1_200_000_000,
  terms: TERMS,
  paper: '12/QĐ-QHT',
  on: '2026-03-10',
}
const tranche = (more: object = {}) => ({
  action: 'disburse',
  id: newId(),
  amount: 1_200_000_000,
  on: '2026-03-10',
  ...more,
})
const payment = (more: object = {}) => ({
  action: 'repay',
  id: newId(),
  amount: 324_000_000,
  on: '2026-06-10',
  paper: 'PT 01',
  ...more,
})
const codes = (answers: readonly { statusCode: number; json: () => { code: string } }[]) =>
  answers.map((one) => [one.statusCode, one.json().code])

/** Lent in one piece on 10/03/2026. */
async function aRunningLoan() {
  const { id } = await made(a.cooperative, '/loans', wish())
  await deed(a.standing, id, { ...APPROVAL, version: 1 })
  await deed(a.standing, id, tranche({ version: 2 }))
  return id
}

describe('a loan', () => {
  test('is asked for, approved, lent in tranches, paid back and closed', async () => {
    const asked = await made(a.cooperative, '/loans', wish())
    expect(asked).toMatchObject({
      state: 'requested',
      entity: { id: entityId },
      unit: { id: east.unitId },
      breaches: [],
      allowed: ['withdraw'],
    })
    expect(asked.dues).toHaveLength(4)
    const { id } = asked
    const approved = (await deed(a.standing, id, { ...APPROVAL, version: 1 })).json()
    expect(approved).toMatchObject({ state: 'approved', approved: 1_200_000_000 })
    await deed(a.standing, id, tranche({ amount: 700_000_000, version: 2 }))
    const above = await deed(a.standing, id, tranche({ amount: 500_000_001, version: 3 }))
    expect(above.json()).toMatchObject({
      code: 'loans.above_approved',
      detail: expect.stringContaining('500.000.000 đồng'),
    })
    const lent = (await deed(a.standing, id, tranche({ amount: 500_000_000, version: 3 }))).json()
    expect(lent).toMatchObject({ state: 'running', outstanding: 1_200_000_000 })
    // 10/06 a Wednesday, 10/09 a Thursday, 10/12 a Thursday, 10/03/2027 a Wednesday: none is moved
    expect(
      lent.dues.map((due: { dueOn: string; interest: number }) => [due.dueOn, due.interest]),
    ).toEqual([
      ['2026-06-10', 24_000_000],
      ['2026-09-10', 18_000_000],
      ['2026-12-10', 12_000_000],
      ['2027-03-10', 6_000_000],
    ])
    on('2026-06-10')
    const paid = (await deed(a.standing, id, payment({ version: 4 }))).json()
    expect(paid).toMatchObject({ outstanding: 900_000_000, overdueSince: null })
    expect(paid.events.at(-1)).toMatchObject({
      split: { principal: 300_000_000, interest: 24_000_000, late: 0 },
    })
    const off = payment({ amount: paid.payoff, paper: 'PT 02', version: 5 })
    const closed = (await deed(a.standing, id, off)).json()
    expect(closed).toMatchObject({ state: 'closed', outstanding: 0, allowed: ['reverse'] })
    const why = { action: 'reverse', seq: 6, reason: 'Ghi nhầm', version: 6 }
    expect((await deed(a.standing, id, why)).json()).toMatchObject({
      state: 'running',
      outstanding: 900_000_000,
    })
    expect(
      (await server.owner.selectFrom('audit_entries').select('event').orderBy('id').execute())
        .map(({ event }) => event)
        .filter((event) => event !== 'loan.fund'),
    ).toEqual([
      'loan.request',
      'loan.approve',
      'loan.disburse',
      'loan.disburse',
      'loan.repay',
      'loan.repay',
      'loan.reverse',
    ])
  })

  test('falls due on working days', async () => {
    const query = `fund=${fundId}&amount=1000000&method=equal&months=2&everyMonths=1&from=2026-03-30`
    const { dues } = await ask(a.standing, `/loans/schedule?${query}`)
    // 30/04 and 01/05 are holidays before a weekend; 30/05 is a Saturday
    expect(dues.map(({ dueOn }: { dueOn: string }) => dueOn)).toEqual(['2026-05-04', '2026-06-01'])
  })

  test('sent twice is one, and so is a payment; its receipt counts once', async () => {
    const body = wish()
    await Promise.all([1, 2].map(() => send(a.cooperative, '/loans', body)))
    expect((await send(a.cooperative, '/loans', body)).statusCode).toBe(201)
    expect((await send(a.cooperative, '/loans', { ...body, amount: 5 })).json().code).toBe(
      'loans.used_id',
    )
    const id = await aRunningLoan()
    on('2026-06-10')
    const body2 = payment({ version: 3 })
    const first = await deed(a.standing, id, body2)
    const before = await server.counted()
    const again = await deed(a.standing, id, body2)
    expect(again.json()).toEqual(first.json())
    const other = await deed(a.standing, id, payment({ paper: 'pt 01', version: 4 }))
    expect(codes([other])).toEqual([[409, 'loans.paid_before']])
    expect(other.json().detail).toContain('10/06/2026')
    expect(before).toMatchObject({ loans: 2 })
    expect(await server.counted()).toEqual(before)
  })

  test('late is in its group, in the list, in the portfolio, and stops the next first tranche', async () => {
    const id = await aRunningLoan()
    on('2026-09-15')
    const late = await ask(a.standing, '/loans?overdue=true')
    // 97 days after the first instalment
    expect(late.items).toMatchObject([
      { id, overdueSince: '2026-06-10', daysLate: 97, debtGroup: 3 },
    ])
    const { funds } = await ask(a.standing, '/loans/portfolio')
    expect(funds[0]).toMatchObject({
      outstanding: 1_200_000_000,
      overdueLoans: 1,
      atRisk: [{ share: 1 }, { share: 1 }, { overDays: 90, share: 1 }],
    })
    expect(funds[0].groups[2]).toEqual({ group: 3, loans: 1, outstanding: 1_200_000_000 })
    expect((await ask(a.standing, '/loans/portfolio?asOf=2026-06-10')).funds[0]).toMatchObject({
      overdueLoans: 0,
      outstanding: 1_200_000_000,
    })
    const { id: next } = await made(a.cooperative, '/loans', wish({ amount: 100_000_000 }))
    const approval = { ...APPROVAL, amount: 100_000_000, on: '2026-09-15', version: 1 }
    expect((await deed(a.standing, next, approval)).statusCode).toBe(200)
    const first = tranche({ amount: 100_000_000, on: '2026-09-15', version: 2 })
    expect(codes([await deed(a.standing, next, first)])).toEqual([[422, 'loans.bad_debt']])
    const to = { ...TERMS, months: 24 }
    const restructured = await deed(a.standing, id, {
      action: 'restructure',
      terms: to,
      on: '2026-09-15',
      paper: '30/QĐ-QHT',
      reason: 'Mất mùa do hạn mặn',
      version: 3,
    })
    expect(restructured.json()).toMatchObject({
      isRestructured: true,
      overdueSince: null,
      debtGroup: 1,
    })
    expect((await deed(a.standing, next, first)).statusCode).toBe(200)
  })

  test('has its list worked out as the story of its entries gives it', async () => {
    const id = await aRunningLoan()
    on('2026-08-01')
    await deed(a.standing, id, payment({ amount: 50_000_000, on: '2026-07-20', version: 3 }))
    const { dues } = await ask(a.standing, `/loans/${id}`)
    const kept = await server.owner
      .selectFrom('loan_dues')
      .select(['due_on', 'principal', 'interest', 'settled_on'])
      .orderBy('position')
      .execute()
    expect(kept).toEqual(
      dues.map((due: Record<string, unknown>) => ({
        due_on: due.dueOn,
        principal: due.principal,
        interest: due.interest,
        settled_on: due.settledOn,
      })),
    )
  })
})

describe('is refused, and nothing is recorded', () => {
  test('beyond the limits of the fund, with each of them named', async () => {
    const { id, breaches } = await made(
      a.cooperative,
      '/loans',
      wish({ ownCapital: 100_000_000, amount: 3_100_000_000, projectTotal: 9_000_000_000 }),
    )
    expect(breaches).toEqual(['own', 'share'])
    const before = await server.counted()
    const refused = await deed(a.standing, id, { ...APPROVAL, amount: 3_000_000_001, version: 1 })
    expect(refused.json()).toMatchObject({
      code: 'loans.beyond_limits',
      detail: expect.stringMatching(/vốn tự có.*vốn điều lệ/),
    })
    expect(await server.counted()).toEqual(before)
  })

  test('to other units, other sides, in a wrong state, and who last saw another version', async () => {
    const id = await aRunningLoan()
    const { id: waiting } = await made(a.cooperative, '/loans', wish({ amount: 1_000_000 }))
    const before = await server.counted()
    const pay = payment({ on: '2026-03-10', version: 3 })
    const refused = [
      await deed(b.standing, id, pay),
      await deed(west.officer, id, pay),
      await deed(b.cooperative, waiting, { action: 'withdraw', version: 1 }),
      await deed(east.officer, id, pay),
      await deed(a.cooperative, id, pay),
      await deed(a.officer, waiting, { ...APPROVAL, version: 1 }),
      await deed(a.standing, waiting, { action: 'withdraw', version: 1 }),
      await deed(a.standing, waiting, { ...APPROVAL, amount: 1_000_000, version: 9 }),
      await deed(a.standing, id, { ...pay, amount: 2_000_000_000 }),
      await deed(a.standing, id, { ...pay, on: '2026-03-11' }),
      await deed(a.standing, id, { action: 'refuse', reason: 'x', version: 3 }),
      await send(a.cooperative, '/loans', wish({ graceMonths: 12 })),
      await send(a.standing, '/loans', wish({ entityId: server.strangerId })),
      await send(b.cooperative, '/loans', wish()),
      await send(a.cooperative, '/loan-funds', aFund()),
      await server.inject(b.standing, {
        method: 'PUT',
        url: `/api/loan-funds/${fundId}`,
        payload: { ...aFund(), version: 1 },
      }),
    ]
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([
      404, 404, 404, 403, 403, 403, 403, 409, 422, 422, 422, 422, 422, 404, 403, 404,
    ])
    expect(await server.counted()).toEqual(before)
  })
})

describe('the list', () => {
  test('shows a cooperative its own alone, and an authority those of its area', async () => {
    const { id } = await made(a.cooperative, '/loans', wish())
    await made(a.standing, '/loans', wish({ entityId: server.neighbourId }))
    const items = async (person: typeof a.officer, more = '') =>
      (await ask(person, `/loans${more}`)).items
    expect(await items(a.cooperative)).toMatchObject([{ id }])
    expect(await items(a.standing)).toHaveLength(2)
    expect(
      await items(a.standing, `?entity=${entityId}&state=requested&fund=${fundId}`),
    ).toHaveLength(1)
    expect(await items(east.officer)).toHaveLength(2)
    expect(await items(west.officer)).toEqual([])
    expect(await items(b.standing)).toEqual([])
    const page = await ask(a.standing, '/loans?limit=1')
    expect((await ask(a.standing, `/loans?limit=1&cursor=${page.next}`)).items).toHaveLength(1)
    expect((await ask(b.standing, '/loans/choices')).funds).toEqual([])
    expect((await ask(a.cooperative, '/loans/choices')).funds).toMatchObject([{ mayEdit: false }])
  })

  test('goes out as Excel', async () => {
    await made(a.cooperative, '/loans', wish())
    const { rawPayload } = await server.inject(a.standing, { url: '/api/loans?format=xlsx' })
    expect(JSON.stringify(readSheets(rawPayload).sheets[0])).toContain('Mua máy sấy nông sản')
  })
})
