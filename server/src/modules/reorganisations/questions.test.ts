import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { stateOf } from '../../bench/reorg-state.ts'
import type { Tx } from '../../platform/db.ts'
import { systemContext } from '../../platform/jobs-run.ts'
import { aPerson, anAgency, refresh } from '../../testing/organisation.ts'
import { ACT, aReorganiser, mergeOf } from '../../testing/reorganisations.ts'
import { carryOut } from './carry-out.ts'

const place = await aReorganiser()
const { owner, ask, draw, look, apply, undo, jobsDb } = place
const { a, b } = await place.setUp()
const keysOf = (seen: { questions: { key: string; isOpen: boolean }[] }) =>
  seen.questions.filter(({ isOpen }) => isOpen).map(({ key }) => key)

/** Province B joins province A: each has a committee, a standing officer, a chair. */
const provinces = {
  units: {
    changed: b.communes.map(({ unitId }) => ({ id: unitId, parentId: a.unitId })),
    ended: [b.unitId],
    successions: [{ fromId: b.unitId, toId: a.unitId }],
  },
}

test('two provinces with two committees: every doubt is asked, nothing is applied before', async () => {
  const draft = await draw(provinces)
  const seen = await look(draft)
  expect(seen.errors).toEqual([])
  const open = keysOf(seen)
  expect(open).toContain(`standing:${a.committeeId}`)
  expect(open).toContain(`chair:${a.committeeId}`)
  expect(seen.canApply).toBe(false)
  const before = await stateOf(owner)
  const refused = await ask('admin', 'POST', `/reorganisations/${draft.id}/apply`, {
    version: draft.version,
  })
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'reorganisations.not_ready'])
  expect(refused.json().issues.length).toBe(open.length)
  expect(await stateOf(owner)).toEqual(before)

  const answers = Object.fromEntries(
    seen.questions.flatMap(({ key, isOpen, choices }): [string, string][] => {
      if (key === `standing:${a.committeeId}`) return [[key, a.standing.postId]]
      if (key === `chair:${a.committeeId}`) return [[key, a.chair.postId]]
      return isOpen ? [[key, choices[0]?.value ?? '']] : []
    }),
  )
  const put = await ask('admin', 'PUT', `/reorganisations/${draft.id}`, {
    ...ACT,
    plan: { ...provinces, answers },
    version: draft.version,
  })
  expect(keysOf(await look(put.json()))).toEqual([])
  await apply(draft.id)
  const posts = await owner
    .selectFrom('posts')
    .innerJoin('accounts', 'accounts.id', 'account_id')
    .select(['username', 'role', 'agency_id', 'committee_id'])
    .where('posts.until_on', '=', '9999-12-31')
    .where('username', 'in', ['standing', 'strangerstanding', 'chair', 'strangerchair'])
    .orderBy('username')
    .execute()
  expect(posts).toEqual([
    {
      username: 'chair',
      role: 'chair',
      agency_id: a.peopleCommitteeId,
      committee_id: a.committeeId,
    },
    {
      username: 'standing',
      role: 'standing',
      agency_id: a.standingAgencyId,
      committee_id: a.committeeId,
    },
    {
      username: 'strangerchair',
      role: 'leader',
      agency_id: a.peopleCommitteeId,
      committee_id: null,
    },
    {
      username: 'strangerstanding',
      role: 'officer',
      agency_id: a.standingAgencyId,
      committee_id: null,
    },
  ])
  // the standing officer of today reads what both provinces did
  const reach = await owner
    .selectFrom('scope_units')
    .select('unit_id')
    .where('account_id', '=', a.standing.accountId)
    .execute()
  expect(reach.map(({ unit_id }) => unit_id)).toEqual(
    expect.arrayContaining([b.unitId, b.communes[0].unitId]),
  )
  await undo(draft.id)
  expect(await stateOf(owner)).toEqual(before)
})

test('an agency with several successors asks who takes its tasks and each of its people', async () => {
  const agencyId = await anAgency(owner, {
    unitId: a.unitId,
    kind: 'department',
    name: 'Sở Minh Kế hoạch',
    shortName: 'Sở Minh',
  })
  const person = await aPerson(owner, 'minhke', {
    role: 'officer',
    agencyId,
    title: 'Chuyên viên Sở Minh',
  })
  await refresh(owner)
  const given = await ask('standing', 'POST', '/tasks', {
    issuerId: a.committeeId,
    title: 'Lập kế hoạch năm',
    leadIds: [agencyId],
    dueOn: '2026-05-20',
    dueSource: 'document',
    start: { by: 'paper', number: '05/TB-BCĐ', signedOn: '2026-02-20' },
  })
  expect(given.json()).toMatchObject({ id: expect.any(String) })
  const plan = {
    agencies: {
      ended: [agencyId],
      successions: [
        { fromId: agencyId, toId: a.departmentId, duty: 'kế hoạch ngành' },
        { fromId: agencyId, toId: a.standingAgencyId, duty: 'tổng hợp' },
      ],
    },
  }
  const draft = await draw(plan)
  expect(keysOf(await look(draft)).toSorted()).toEqual(
    [`post:${person.postId}`, `work:${agencyId}`].toSorted(),
  )
  // no agency is left for the person: refused with the reason
  const ending = { [`post:${person.postId}`]: 'end', [`work:${agencyId}`]: a.standingAgencyId }
  const seen = await look(await draw({ ...plan, answers: ending }))
  expect(seen.errors).toMatchObject([
    { code: 'reorganisations.locked_out', path: `answers.post:${person.postId}` },
  ])
  const answers = {
    [`post:${person.postId}`]: a.departmentId,
    [`work:${agencyId}`]: a.standingAgencyId,
    [`title:${person.postId}`]: 'Chuyên viên chính',
  }
  const { id } = await draw({ ...plan, answers })
  await apply(id)
  const task = await owner.selectFrom('tasks').select('lead_id').executeTakeFirstOrThrow()
  expect(task.lead_id).toBe(a.standingAgencyId)
  const post = await owner
    .selectFrom('posts')
    .select(['agency_id', 'title'])
    .where('account_id', '=', person.accountId)
    .where('from_on', '=', ACT.onDay)
    .executeTakeFirstOrThrow()
  expect(post).toEqual({ agency_id: a.departmentId, title: 'Chuyên viên chính' })
  await undo(id)
})

test('a process that was killed leaves nothing, and the next one carries it out', async () => {
  const { id, version } = await draw(mergeOf(a, 'Minh Tư').plan)
  const before = await stateOf(owner)
  await ask('admin', 'POST', `/reorganisations/${id}/apply`, { version })
  // its own connections: one of them never comes back
  const system = systemContext({ jobsDb: place.aConnection(), now: () => place.clock.now })
  const seen = { writes: 0, backend: 0 }
  const dying = {
    ...system,
    write: <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
      seen.writes += 1
      if (seen.writes === 5) return new Promise(() => {})
      return system.write(async (tx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
        if (seen.writes === 1) seen.backend = rows[0]?.pid ?? 0
        return work(tx)
      })
    },
  }
  void carryOut(dying, id)
  await expect.poll(() => seen.writes, { timeout: 20_000 }).toBe(5)
  expect(await stateOf(owner)).toEqual(before) // readers see what was before
  const during = await ask('admin', 'GET', `/reorganisations/${id}`)
  expect(during.json()).toMatchObject({ state: 'applying', progress: { step: 2, failure: null } })
  await sql`select pg_terminate_backend(${seen.backend})`.execute(jobsDb)

  await place.jobs.drain()
  const after = await ask('admin', 'GET', `/reorganisations/${id}`)
  expect(after.json()).toMatchObject({ state: 'applied' })
  await undo(id)
  expect(await stateOf(owner)).toEqual(before)
})

test('a plan is drawn up from a list of successions', async () => {
  const table = [
    'Tên cũ;Trực thuộc cũ;Tên mới;Mã mới;Toàn bộ;Tỷ lệ',
    'xã Minh An Đông;Minh An;Xã Minh Năm;90005;toàn bộ;',
    'xã Minh An Tây;Minh An;Xã Minh Năm;90005;một phần;40%',
    'xã Minh An Tây;Minh An;Xã Minh Sáu;90006;một phần;60%',
    'xã Không Có;;Xã Minh Sáu;90006;toàn bộ;',
  ].join('\n')
  const fileId = await place.upload('admin', 'sap-xep.csv', table)
  const command = { fileId, onDay: ACT.onDay }
  const refused = await ask('standing', 'POST', '/reorganisations/plans', command)
  expect(refused.statusCode).toBe(403)
  const { plan, errors } = (await ask('admin', 'POST', '/reorganisations/plans', command)).json()
  expect(errors).toMatchObject([{ path: '5', vi: expect.stringContaining('Không Có') }])
  expect(plan.units.founded).toMatchObject([
    { kind: 'xã', name: 'Minh Năm', code: '90005', parentId: a.unitId },
    { kind: 'xã', name: 'Minh Sáu', code: '90006', parentId: a.unitId },
  ])
  expect(plan.units.successions).toMatchObject([
    { isWhole: true, share: null },
    { isWhole: false, share: 0.4 },
    { isWhole: false, share: 0.6 },
  ])
  expect(plan.units.ended).toEqual(a.communes.map(({ unitId }) => unitId))
  expect(plan.agencies.founded).toHaveLength(4)
  const seen = await look(await draw(plan))
  expect(seen.errors).toEqual([])
  expect(keysOf(seen)).toContain(`agency:${a.communes[1].committeeId}`)
})

test('what was given while it was carried out passes over too', async () => {
  const { plan, newCommittee } = mergeOf(a, 'Minh Bảy')
  const { id, version } = await draw(plan)
  await ask('admin', 'POST', `/reorganisations/${id}/apply`, { version })
  const system = systemContext({ jobsDb, now: () => place.clock.now })
  let writes = 0
  const late = {
    ...system,
    write: async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
      writes += 1
      // the last progress: everything has moved, nobody sees it yet
      if (writes === 13)
        await ask('standing', 'POST', '/tasks', {
          issuerId: a.committeeId,
          title: 'Giao vào phút chót',
          leadIds: [a.communes[0].committeeId],
          dueOn: '2026-05-20',
          dueSource: 'document',
          start: { by: 'paper', number: '06/TB-BCĐ', signedOn: '2026-02-25' },
        })
      return system.write(work)
    },
  }
  await carryOut(late, id)
  expect(writes).toBeGreaterThan(13)
  const task = await owner
    .selectFrom('tasks')
    .select('lead_id')
    .where('title', '=', 'Giao vào phút chót')
    .executeTakeFirstOrThrow()
  expect(task.lead_id).toBe(newCommittee)
  await undo(id)
})
