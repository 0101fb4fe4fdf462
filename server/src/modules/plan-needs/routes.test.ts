import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { aPlanServer } from '../../testing/plans.ts'

vi.setConfig({ testTimeout: 30_000 })
const { owner, a, b, ask, send, deeds, empty, PLAN, FOUNDED, aPlan } = await aPlanServer()
const [east, west] = a.communes
const TRAIN = '01980000-0000-7000-8000-0000000000e1'
const BUILD = '01980000-0000-7000-8000-0000000000e6'
const YEAR = {
  ...PLAN,
  kind: 'year',
  title: 'Kế hoạch năm 2027',
  fromOn: '2027-01-01',
  untilOn: '2027-12-31',
}

beforeEach(async () => {
  await empty()
  await sql`truncate notices`.execute(owner)
})

/** A plan of the next year that asks for two policies; version 3 as a draft, 4 when it is open. */
async function aRound(isOpen = true) {
  const { id } = (await send(a.standing, '/plans', YEAR)).json()
  await send(a.standing, `/plans/${id}/targets`, { ...FOUNDED, planVersion: 1 })
  const chosen = { version: 2, policyIds: [TRAIN, BUILD] }
  await send(a.standing, `/plans/${id}/policies`, chosen, 'PUT')
  if (isOpen) await send(a.standing, `/plans/${id}/deeds`, { action: 'open', version: 3 })
  await sql`truncate audit_entries cascade`.execute(owner)
  const path = `/plans/${id}/needs`
  const stated = (amount: number, seenAt: string | null = null, policyId = TRAIN) => ({
    seenAt,
    lines: [{ policyId, thisYear: 20, amount, note: null }],
  })
  return { id, path, stated, funds: `/plans/${id}/funds`, choice: `/plans/${id}/policies` }
}

describe('needs for money', () => {
  test('are stated by communes and departments, rolled up, allotted; what is open or beyond is told', async () => {
    const { id, path, stated, funds } = await aRound()
    const eastern = await send(east.officer, path, { agencyId: east.committeeId, ...stated(120) })
    expect(eastern.json()).toMatchObject({ own: { id: east.committeeId }, isWhole: false })
    await send(a.officer, path, { agencyId: a.departmentId, ...stated(50) })
    const open = (await ask(a.standing, path)).json()
    expect(open.policies).toMatchObject([
      { id: TRAIN, thisYear: 40, needed: 170, allotted: 0, budget: null, rest: null, open: 170 },
      { id: BUILD, needed: 0 },
    ])
    expect(open.silent.map((one: { id: string }) => one.id)).toContain(west.committeeId)
    const items = [
      { policyId: TRAIN, agencyId: null, amount: 150 },
      { policyId: TRAIN, agencyId: east.committeeId, amount: 90 },
      { policyId: TRAIN, agencyId: a.departmentId, amount: 70 },
    ]
    const allotted = await send(a.standing, funds, { version: 4, items }, 'PUT')
    expect(allotted.json().policies[0]).toMatchObject({
      budget: 150,
      allotted: 160,
      rest: -10,
      open: 30,
      beyond: 20,
    })
    expect(await deeds()).toEqual(['need.state', 'need.state', 'plan.allot_funds'])
    const own = (await ask(east.officer, path)).json()
    expect(own.agencies).toMatchObject([
      { id: east.committeeId, lines: [{ amount: 120, allotted: 90 }] },
    ])
    expect(own.policies[0]).toMatchObject({ needed: 120, budget: null })
    const then = (await ask(a.standing, `${path}?asOf=2026-03-09`)).json()
    expect(then).toMatchObject({ allowed: [], policies: [{ needed: 0, budget: null }, {}] })
    const sheet = await ask(a.standing, `${path}?format=xlsx`)
    const rows = JSON.stringify(readSheets(sheet.rawPayload))
    for (const words of ['Cộng', 'Phát triển nguồn nhân lực', '170']) expect(rows).toContain(words)
    expect(id).toBeTruthy()
  })

  test('who has not stated any is reminded, once a day; others remind nobody', async () => {
    const { path, stated, id } = await aRound()
    await send(east.officer, path, { agencyId: east.committeeId, ...stated(120) })
    await sql`truncate notices, audit_entries cascade`.execute(owner)
    expect((await ask(a.standing, path)).json().allowed).toContain('remind')
    const reminders = `/plans/${id}/reminders`
    for (const [who, status] of [
      [east.officer, 403],
      [a.officer, 403],
      [b.standing, 404],
    ] as const)
      expect((await send(who, reminders, {})).statusCode).toBe(status)
    expect(await deeds()).toEqual([])
    const { silent } = (await ask(a.standing, path)).json()
    for (const _time of [1, 2])
      expect((await send(a.standing, reminders, {})).json()).toEqual({
        reminded: silent.length - 1,
        withoutAccount: 1,
      })
    const told = async (person: typeof a.officer) =>
      (
        await owner
          .selectFrom('notices')
          .select('kind')
          .where('account_id', '=', person.actor.accountId)
          .execute()
      ).map(({ kind }) => kind)
    expect(await told(west.officer)).toEqual(['plan.reminded'])
    expect(await told(east.officer)).toEqual([])
    expect(
      (await send(a.standing, `/plans/${(await aRound(false)).id}/reminders`, {})).statusCode,
    ).toBe(422)
  })

  test('are refused to others, when stale, closed or strange, and nothing is recorded', async () => {
    const { path, stated, funds, choice } = await aRound()
    const early = await aRound(false)
    const first = await send(east.officer, path, { agencyId: east.committeeId, ...stated(120) })
    expect(first.statusCode).toBe(200)
    const seen = first.json().agencies[0].statedAt
    await sql`truncate audit_entries cascade`.execute(owner)
    const refused = [
      await send(west.officer, path, { agencyId: east.committeeId, ...stated(1, seen) }),
      await send(b.officer, path, { agencyId: b.departmentId, ...stated(1) }),
      await send(a.standing, path, { agencyId: east.committeeId, ...stated(1, seen) }),
      await send(east.officer, path, { agencyId: east.committeeId, ...stated(1) }),
      await send(east.officer, path, {
        agencyId: east.committeeId,
        ...stated(1, seen, '01980000-0000-7000-8000-0000000000e2'),
      }),
      await send(east.officer, early.path, { agencyId: east.committeeId, ...stated(1) }),
      await send(east.officer, funds, { version: 4, items: [] }, 'PUT'),
      await send(a.standing, funds, { version: 3, items: [] }, 'PUT'),
      await send(a.standing, choice, { version: 4, policyIds: [BUILD] }, 'PUT'),
      await send(b.standing, choice, { version: 4, policyIds: [BUILD] }, 'PUT'),
    ]
    expect(refused.map((one) => [one.statusCode, one.json().code])).toEqual([
      [403, 'auth.forbidden'],
      [404, 'plans.not_found'],
      [403, 'auth.forbidden'],
      [409, 'needs.changed'],
      [422, 'needs.strange_policy'],
      [404, 'plans.not_found'],
      [403, 'auth.forbidden'],
      [409, 'plans.changed'],
      [422, 'needs.policy_stated'],
      [404, 'plans.not_found'],
    ])
    expect(await deeds()).toEqual([])
    expect((await ask(b.standing, path)).statusCode).toBe(404)
    expect((await ask(west.officer, path)).json().agencies).toMatchObject([
      { id: west.committeeId, lines: [] },
    ])
  })

  test('said again on a later day leave what was said before to be read', async () => {
    const { path, stated } = await aRound()
    const first = await send(east.officer, path, { agencyId: east.committeeId, ...stated(120) })
    await sql`update plan_needs set on_day = '2026-03-01'`.execute(owner)
    const seen = first.json().agencies[0].statedAt
    await send(east.officer, path, { agencyId: east.committeeId, ...stated(80, seen) })
    const needed = async (query = '') =>
      (await ask(a.standing, `${path}${query}`)).json().policies[0].needed
    expect(await needed()).toBe(80)
    expect(await needed('?asOf=2026-03-05')).toBe(120)
  })

  test('of a plan of several years are not asked for', async () => {
    const { id } = await aPlan('registering')
    expect((await ask(a.standing, `/plans/${id}/needs`)).json().code).toBe('needs.not_yearly')
  })
})

test('the round begins with the targets of another plan; opening tells communes and departments', async () => {
  const { id: before } = await aPlan('issued')
  const made = await send(a.standing, '/plans', { ...YEAR, copyFromId: before })
  expect(made.json().rows).toMatchObject([
    { words: FOUNDED.words, isRegistered: true },
    { words: 'Trong đó, 50% hiệu quả khá trở lên', isRegistered: false },
  ])
  const { id, version } = made.json()
  const opened = await send(a.standing, `/plans/${id}/deeds`, { action: 'open', version })
  expect(opened.json()).toMatchObject({ state: 'registering' })
  const told = async (person: typeof a.officer) =>
    (await ask(person, '/notices')).json().items.map((one: { kind: string }) => one.kind)
  expect(await told(east.officer)).toEqual(['plan.opened'])
  expect(await told(a.officer)).toEqual(['plan.opened'])
  expect(await told(b.officer)).toEqual([])
  const needs = (await ask(east.officer, `/plans/${id}/needs`)).json()
  expect(needs).toMatchObject({ year: 2027, unit: { id: east.unitId } })
  expect(needs.targets).toHaveLength(2)
})

test('a body keeps policies of its own beside those that are everyone’s', async () => {
  const own = { bodyId: a.committeeId, name: 'Hỗ trợ cán bộ trẻ', basis: 'NQ 5', source: 'NS tỉnh' }
  expect((await send(b.standing, '/support-policies', own)).statusCode).toBe(403)
  const made = (await send(a.standing, '/support-policies', own)).json()
  expect(made).toMatchObject({ name: own.name, isEnded: false, mayChange: true })
  expect((await send(a.standing, '/support-policies', own)).json().code).toBe(
    'support_policies.there',
  )
  const change = (id: string, version: number, person = a.standing) =>
    send(
      person,
      `/support-policies/${id}`,
      { version, name: own.name, basis: 'NQ 6', source: null, isEnded: true },
      'PATCH',
    )
  expect((await change(TRAIN, 1)).statusCode).toBe(403)
  expect((await change(made.id, 2)).statusCode).toBe(409)
  expect((await change(made.id, 1, b.standing)).statusCode).toBe(403)
  expect((await change(made.id, 1)).json()).toMatchObject({ basis: 'NQ 6', isEnded: true })
  const names = (await ask(a.standing, '/support-policies')).json().items
  expect(names).toHaveLength(9)
  expect((await ask(b.standing, '/support-policies')).json().items).toHaveLength(8)
})
