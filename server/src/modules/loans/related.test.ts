import { randomUUIDv7 as newId } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { aFund, aLendingServer } from './server-for-test.ts'

const server = await aLendingServer()
const { a, b, ask, send, made, deed, entityId, neighbourId, strangerId } = server
let fundId = ''

beforeEach(async () => {
  await server.begin()
  const fund = await made(a.standing, '/loan-funds', aFund({ charterCapital: 4_000_000_000 }))
  fundId = fund.id
})

/** Of 600 million each: within 15% of 4.000 million alone, beyond 25% together. */
const asks = (borrower: string, more: object = {}) =>
  made(a.standing, '/loans', {
    id: newId(),
    fundId,
    entityId: borrower,
    purpose: 'Mua máy sấy',
    projectTotal: 1_000_000_000,
    ownCapital: 300_000_000,
    amount: 600_000_000,
    months: 12,
    ...more,
  })
const approval = {
  action: 'approve',
  amount: 600_000_000,
  terms: { yearlyRate: 8000, method: 'equal', months: 12, everyMonths: 3, graceMonths: 0 },
  paper: '12/QĐ-QHT',
  on: '2026-03-10',
  version: 1,
}
const relate = (id: string, isRelated: boolean, to = neighbourId, by = a.standing) =>
  send(by, `/loans/${id}/related`, { entityId: to, isRelated })

test('debts of related borrowers count together, until the fund says they are not', async () => {
  const [one, other] = [await asks(entityId), await asks(neighbourId)]
  expect((await relate(one.id, true)).json().related).toMatchObject([{ name: 'HTX Minh Tân' }])
  expect((await ask(a.standing, `/loans/${other.id}`)).related).toMatchObject([{ id: entityId }])
  expect((await deed(a.standing, one.id, approval)).statusCode).toBe(200)
  expect((await ask(a.standing, `/loans/${other.id}`)).breaches).toEqual(['related'])
  const refused = await deed(a.standing, other.id, approval)
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'loans.beyond_limits'])
  await relate(one.id, false)
  expect((await deed(a.standing, other.id, approval)).statusCode).toBe(200)
})

test('who is related is the fund’s to say, once, and of its borrowers alone', async () => {
  const one = await asks(entityId)
  await asks(neighbourId)
  const before = await server.counted()
  for (const [by, status] of [
    [a.cooperative, 403],
    [a.communes[0].officer, 403],
    [b.standing, 404],
  ] as const)
    expect((await relate(one.id, true, neighbourId, by)).statusCode).toBe(status)
  for (const to of [strangerId, entityId])
    expect((await relate(one.id, true, to)).json().code).toBe('loans.strange_related')
  expect(await server.counted()).toEqual(before)
  await relate(one.id, true)
  const after = await server.counted()
  await relate(one.id, true)
  expect(await server.counted()).toEqual(after)
  expect((await ask(a.cooperative, `/loans/${one.id}`)).related).toEqual([])
})

test('a tranche names the contract; without one the loan says so', async () => {
  const { id } = await asks(entityId)
  await deed(a.standing, id, approval)
  const tranche = { action: 'disburse', amount: 300_000_000, on: '2026-03-10' }
  const first = await deed(a.standing, id, { ...tranche, id: newId(), version: 2 })
  expect(first.json()).toMatchObject({ contract: null, disbursed: 300_000_000 })
  const contract = '05/HĐ-QHT ngày 10/3/2026'
  const next = await deed(a.standing, id, {
    ...tranche,
    id: newId(),
    version: first.json().version,
    contract,
  })
  const { contract: kept, events } = next.json()
  expect([kept, events.at(-1).contract]).toEqual([contract, contract])
})
