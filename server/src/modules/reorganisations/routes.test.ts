import { randomUUIDv7 as newId } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { stateOf } from '../../bench/reorg-state.ts'
import { ACT, aReorganiser, mergeOf } from '../../testing/reorganisations.ts'

const place = await aReorganiser()
const { owner, ask, draw, look, apply, undo } = place
const { a, b } = await place.setUp()
const { plan, newUnit, newCommittee, newOffice } = mergeOf(a, 'Minh Hợp')
const [east, west] = a.communes

const audits = async () =>
  (await owner.selectFrom('audit_entries').select('event').orderBy('id').execute()).map(
    ({ event }) => event,
  )

async function anEntity(unitId: string) {
  const id = newId()
  await owner
    .insertInto('entities')
    .values({ id, kind: 'cooperative', name: 'HTX Minh Thử', from_on: '2020-01-01' })
    .execute()
  await owner
    .insertInto('entity_places')
    .values({ entity_id: id, unit_id: unitId, from_on: '2020-01-01' })
    .execute()
  return id
}

async function aTask(leadId: string) {
  const response = await ask('standing', 'POST', '/tasks', {
    issuerId: a.committeeId,
    title: 'Rà soát hợp tác xã trên địa bàn',
    leadIds: [leadId],
    dueOn: '2026-05-20',
    dueSource: 'document',
    start: { by: 'paper', number: '05/TB-BCĐ', signedOn: '2026-02-20' },
  })
  expect(response.json()).toMatchObject({ id: expect.any(String) })
}

describe('a draft', () => {
  test('is the administrator’s, and another role is refused with nothing recorded', async () => {
    const before = await audits()
    for (const username of ['standing', 'chair', 'commune', 'strangerstanding']) {
      const response = await ask(username, 'POST', '/reorganisations', { ...ACT, plan })
      expect(response.statusCode).toBe(403)
    }
    expect(await audits()).toEqual(before)
    const { id } = await draw(plan)
    expect((await ask('standing', 'GET', `/reorganisations/${id}`)).statusCode).toBe(404)
    expect((await ask('standing', 'GET', '/reorganisations')).json().items).toEqual([])
    expect((await audits()).at(-1)).toBe('reorganisation.draft')
  })

  test('is changed with its version, and a stale one is refused', async () => {
    const { id, version } = await draw({})
    const edit = { ...ACT, plan, title: 'Sắp xếp lại' }
    const done = await ask('admin', 'PUT', `/reorganisations/${id}`, { ...edit, version })
    expect(done.json()).toMatchObject({
      title: 'Sắp xếp lại',
      version: version + 1,
      unitsBefore: 2,
    })
    const before = await audits()
    const stale = await ask('admin', 'PUT', `/reorganisations/${id}`, { ...edit, version })
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'reorganisations.changed'])
    expect(await audits()).toEqual(before)
  })
})

describe('a merger of two communes', () => {
  test('asks nothing where rules suffice, and shows what would move', async () => {
    await anEntity(east.unitId)
    await aTask(east.committeeId)
    await aTask(west.committeeId)
    const draft = await draw(plan)
    const seen = await look(draft)
    expect(seen.errors).toEqual([])
    expect(seen.groups).toMatchObject([
      {
        to: { kind: 'xã', name: 'Minh Hợp', under: 'tỉnh Minh An' },
        isFounded: true,
        from: [
          { name: 'Minh An Đông', isWhole: true },
          { name: 'Minh An Tây', isWhole: true },
        ],
        counts: { entities: 1, tasks: 2, accounts: 5 },
      },
    ])
    const passages = seen.agencies.map(({ from, to }) => [from.name, to?.name])
    expect(passages).toContainEqual(['UBND xã Minh An Đông', 'UBND xã Minh Hợp'])
    expect(passages).toContainEqual(['Phòng Kinh tế xã Minh An Tây', 'Phòng Kinh tế xã Minh Hợp'])
    expect(seen.questions.filter(({ isOpen }) => isOpen)).toEqual([])
    expect(seen.questions.every(({ input }) => input === 'text')).toBe(true)
    expect(seen.canApply).toBe(true)
  })

  test('moves tasks, posts, places and scopes; all is as before once taken back', async () => {
    const { id, version } = await draw(plan)
    const before = await stateOf(owner)
    const events = await countOf('task_events')
    const foreign = await owner
      .selectFrom('scope_units')
      .selectAll()
      .where('account_id', '=', b.standing.accountId)
      .orderBy('unit_id')
      .execute()

    // nothing is recorded for those who may not
    for (const username of ['standing', 'commune', 'observer'])
      expect(
        (await ask(username, 'POST', `/reorganisations/${id}/apply`, { version })).statusCode,
      ).toBe(403)
    expect(await stateOf(owner)).toEqual(before)

    const applied = await apply(id)
    expect(applied).toMatchObject({ state: 'applied', allowed: ['undo'] })
    const { rows: tasks } = await sql<{ lead: string }>`
      select distinct v.name as lead from tasks t join agency_versions v on v.agency_id = t.lead_id`.execute(
      owner,
    )
    expect(tasks).toEqual([{ lead: 'UBND xã Minh Hợp' }])
    const place = await owner
      .selectFrom('entity_places')
      .select(['unit_id', 'from_on', 'until_on'])
      .orderBy('from_on')
      .execute()
    expect(place).toMatchObject([
      { unit_id: east.unitId, until_on: '2026-02-28' },
      { unit_id: newUnit, from_on: '2026-03-01' },
    ])
    const posts = await owner
      .selectFrom('posts')
      .select(['agency_id', 'title', 'from_on', 'until_on'])
      .where('account_id', '=', east.officer.accountId)
      .orderBy('from_on')
      .execute()
    expect(posts).toMatchObject([
      { agency_id: east.officeId, until_on: '2026-02-28' },
      { agency_id: newOffice, from_on: '2026-03-01', until_on: '9999-12-31' },
    ])
    expect(
      await owner
        .selectFrom('scope_units')
        .selectAll()
        .where('account_id', '=', b.standing.accountId)
        .orderBy('unit_id')
        .execute(),
    ).toEqual(foreign)

    // the officer of today works on it, and reads what both communes did
    const mine = await ask('commune', 'GET', '/tasks')
    expect(mine.json().items).toHaveLength(2)
    const asBefore = await ask('commune', 'GET', '/tasks?asOf=2026-02-25')
    expect(asBefore.json().items).toHaveLength(2)
    const { items } = (await ask('communeleader', 'GET', '/notices')).json()
    expect(items.map(({ kind }: { kind: string }) => kind)).toContain('post.moved')

    const report = (await ask('admin', 'GET', `/reorganisations/${id}/report`)).json()
    expect(report.held).toContainEqual(expect.objectContaining({ kind: 'tasks', count: 2 }))
    expect(report.lines).toContainEqual(
      expect.objectContaining({ module: 'tasks', to: 'UBND xã Minh Hợp', count: 1 }),
    )
    const seenElsewhere = (
      await ask('strangercommune', 'GET', `/reorganisations/${id}/report`)
    ).json()
    expect(seenElsewhere.lines).toEqual([])
    const seenHere = (await ask('commune', 'GET', `/reorganisations/${id}/report`)).json()
    expect(seenHere.lines.length).toBeGreaterThan(3)
    const sheet = await ask('admin', 'GET', `/reorganisations/${id}/report?format=xlsx`)
    expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK')

    const changes = (
      await ask('standing', 'GET', `/organisation/changes?asOf=2026-03-01&under=${a.unitId}`)
    ).json()
    expect(changes).toMatchObject({
      against: '2026-02-28',
      unitsBefore: 2,
      unitsAfter: 1,
      acts: [{ id, onDay: '2026-03-01', title: ACT.title }],
      items: [{ to: { name: 'Minh Hợp' }, counts: { entities: 1, tasks: 2 } }],
      levels: [
        { level: 'province', before: 1, after: 1 },
        { level: 'commune', before: 2, after: 1 },
      ],
    })
    const holding = (await ask('commune', 'GET', `/units/${newUnit}/holding`)).json()
    expect(holding.held).toContainEqual(
      expect.objectContaining({ kind: 'entities', count: 1, manner: 'keeps_id' }),
    )
    expect(holding.agencies).toHaveLength(4)
    const elsewhere = (await ask('strangercommune', 'GET', `/units/${newUnit}/holding`)).json()
    expect(elsewhere.held.filter(({ kind }: { kind: string }) => kind !== 'accounts')).toEqual([])

    const undone = await undo(id)
    expect(undone).toMatchObject({ state: 'undone', allowed: [] })
    expect(await stateOf(owner)).toEqual(before)
    expect(await countOf('task_events')).toBe(events + 4)
    expect(await countOf('units')).toBe(
      (await owner.selectFrom('unit_versions').select('unit_id').distinct().execute()).length,
    )
  })

  test('is applied once however often it is clicked, and not with a stale version', async () => {
    const { id, version } = await draw(mergeOf(a, 'Minh Hai').plan)
    const post = () => ask('admin', 'POST', `/reorganisations/${id}/apply`, { version })
    const codes = (await Promise.all([post(), post(), post()])).map(({ statusCode }) => statusCode)
    expect(codes.toSorted((one, other) => one - other)).toEqual([200, 409, 409])
    await place.jobs.drain()
    expect((await ask('admin', 'GET', `/reorganisations/${id}`)).json().state).toBe('applied')
    const again = await ask('admin', 'POST', `/reorganisations/${id}/apply`, {
      version: version + 2,
    })
    expect([again.statusCode, again.json().code]).toEqual([409, 'reorganisations.wrong_state'])
    await undo(id)
  })

  test('is not taken back once others have built on it', async () => {
    const { plan: another, newCommittee: committee } = mergeOf(a, 'Minh Ba')
    const { id } = await draw(another)
    const applied = await apply(id)
    const before = await stateOf(owner)
    const { items } = (await ask('commune', 'GET', '/tasks')).json()
    const [task] = items
    const taken = await ask('commune', 'POST', `/tasks/${task.id}/events`, {
      action: 'take_up',
      version: task.version,
    })
    expect(taken.statusCode).toBe(200)
    const refused = await ask('admin', 'POST', `/reorganisations/${id}/undo`, {
      version: applied.version,
    })
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'reorganisations.rested_on'])
    expect(refused.json().issues).toContainEqual(expect.objectContaining({ path: 'tasks' }))
    expect((await ask('admin', 'GET', `/reorganisations/${id}`)).json().state).toBe('applied')
    expect((await stateOf(owner))['posts']).toBe(before['posts'])

    // a task given to the new committee is another ground
    await aTask(committee)
    const still = await ask('admin', 'POST', `/reorganisations/${id}/undo`, {
      version: applied.version,
    })
    expect(still.json().issues.length).toBeGreaterThan(1)
    expect(newCommittee).not.toBe(committee)
  })
})

async function countOf(table: 'task_events' | 'units'): Promise<number> {
  const { count } = await owner
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

test('what was recorded afterwards kept no effects, and offers no undo', async () => {
  const { id } = await draw(plan)
  await owner
    .updateTable('reorganisations')
    .set({ state: 'applied', applied_at: new Date('2026-03-01T03:00:00Z') })
    .where('id', '=', id)
    .execute()
  const recorded = (await ask('admin', 'GET', `/reorganisations/${id}`)).json()
  expect(recorded.allowed).toEqual([])
  const refused = await ask('admin', 'POST', `/reorganisations/${id}/undo`, {
    version: recorded.version,
  })
  expect(refused.json()).toMatchObject({ code: 'reorganisations.rested_on' })
})
