import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { aRegister } from '../../testing/registry-parts.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const { owner, a, b, entityId, ask, send, counted, events } = await aRegister()
const [{ officer: keeper }, { officer: neighbour }] = a.communes
const at = `/entities/${entityId}/proposals`

const propose = async (more: object = {}) => {
  const answer = await send(a.cooperative, at, {
    fromOn: '2026-03-01',
    attributes: { phone: '0299 000 0102', officialMembers: 66 },
    reason: 'Đổi số điện thoại, kết nạp 2 thành viên',
    ...more,
  })
  expect([answer.statusCode, answer.body.slice(0, 200)]).toEqual([201, expect.anything()])
  return answer.json().items[0]
}
const notices = async (username: string) => {
  const { rows } = await sql<{ kind: string }>`select n.kind from notices n
    join accounts a on a.id = n.account_id where a.username = ${username} order by n.created_at`.execute(
    owner,
  )
  return rows.map(({ kind }) => kind)
}

test('the manager proposes, the commune is told, takes one thing and refuses another with a reason', async () => {
  const proposal = await propose()
  expect(proposal).toMatchObject({
    state: 'open',
    subjects: ['phone', 'officialMembers'],
    stale: [],
    now: { attributes: { phone: null, officialMembers: null } },
    mayWithdraw: true,
    mayDecide: false,
  })
  expect(await notices(keeper.username)).toEqual(['entity.proposed'])
  const open = await ask(keeper, '/entities/proposals')
  expect(open.items).toMatchObject([{ id: proposal.id, mayDecide: true, entityVersion: 1 }])

  const decision = { version: 1, entityVersion: 1, accept: ['phone'], fromOn: '2026-03-05' }
  const silent = await send(keeper, `${at}/${proposal.id}/decision`, decision)
  expect(silent.json()).toMatchObject({ status: 422, code: 'proposals.no_reason' })
  const done = await send(keeper, `${at}/${proposal.id}/decision`, {
    ...decision,
    reason: 'Chưa có danh sách thành viên',
  })
  expect(done.json()).toMatchObject({
    state: 'partly',
    accepted: ['phone'],
    acceptedFrom: '2026-03-05',
    mayDecide: false,
  })
  const entity = await ask(keeper, `/entities/${entityId}`)
  expect(entity.attributes).toMatchObject({ phone: '0299 000 0102', officialMembers: null })
  expect(entity.sources.phone).toMatchObject({ from: 'entity', on: '2026-03-05' })
  expect((await ask(keeper, `/entities/${entityId}?asOf=2026-03-04`)).attributes.phone).toBeNull()
  expect(await notices(a.cooperative.username)).toEqual(['entity.accepted'])
  expect((await events()).slice(-3)).toEqual([
    'entity.propose',
    'entity.change',
    'entity.decide_proposal',
  ])
  const again = await send(keeper, `${at}/${proposal.id}/decision`, { ...decision, reason: 'x' })
  expect(again.json()).toMatchObject({ status: 409, code: 'proposals.changed' })
})

test('what was changed meanwhile is a conflict that one sees; an entity seen otherwise is not written', async () => {
  const proposal = await propose({ attributes: { workers: 20 } })
  const { version } = await ask(keeper, `/entities/${entityId}`)
  const change = { version, fromOn: '2026-02-01', attributes: { workers: 15 } }
  const source = { from: 'commune', on: '2026-02-01' }
  const changed = await send(keeper, `/entities/${entityId}`, { ...change, source }, 'PATCH')
  expect(changed.statusCode).toBe(200)
  const [seen] = (await ask(keeper, at)).items
  expect(seen).toMatchObject({ stale: ['workers'], now: { attributes: { workers: 15 } } })
  const decision = { version: 1, entityVersion: version, accept: ['workers'], fromOn: '2026-03-10' }
  const before = await counted('entity_versions')
  const stale = await send(keeper, `${at}/${proposal.id}/decision`, decision)
  expect(stale.json()).toMatchObject({ status: 409, code: 'entities.changed' })
  expect(await counted('entity_versions')).toEqual(before)
  const taken = await send(keeper, `${at}/${proposal.id}/decision`, {
    ...decision,
    entityVersion: version + 1,
  })
  expect(taken.json()).toMatchObject({ state: 'accepted' })
  expect((await ask(keeper, `/entities/${entityId}`)).attributes.workers).toBe(20)
})

test('a proposal is withdrawn by its own people while it is open', async () => {
  const proposal = await propose({ attributes: { website: 'htxminhphat.vn' } })
  const path = `${at}/${proposal.id}/withdrawal`
  expect((await send(keeper, path, { version: 1 })).statusCode).toBe(403)
  const gone = await send(a.cooperative, path, { version: 1 })
  expect(gone.json()).toMatchObject({ state: 'withdrawn' })
  expect((await send(a.cooperative, path, { version: 2 })).statusCode).toBe(409)
})

test('what holds already, and a day to come, are refused', async () => {
  const same = { fromOn: '2026-03-01', attributes: { name: 'HTX Minh Phát' }, reason: 'x' }
  expect((await send(a.cooperative, at, same)).json()).toMatchObject({ code: 'proposals.nothing' })
  const ahead = { ...same, fromOn: '2026-04-01', attributes: { phone: '1' } }
  expect((await send(a.cooperative, at, ahead)).json()).toMatchObject({ code: 'proposals.not_yet' })
  const kind = { ...same, attributes: { kind: 'union' } }
  expect((await send(a.cooperative, at, kind)).json()).toMatchObject({ code: 'proposals.nothing' })
})

test('others neither propose nor decide nor read, and nothing is recorded', async () => {
  const proposal = await propose({ attributes: { email: 'htx@minhphat.vn' } })
  const before = await counted('entity_proposals')
  const body = { fromOn: '2026-03-01', attributes: { phone: '1' }, reason: 'x' }
  for (const person of [keeper, neighbour, b.cooperative, b.communes[0].officer])
    expect([403, 404]).toContain((await send(person, at, body)).statusCode)
  const decision = { version: 1, entityVersion: 1, accept: [], fromOn: '2026-03-10', reason: 'x' }
  for (const person of [neighbour, b.cooperative, b.communes[0].officer, a.cooperative])
    expect([403, 404]).toContain(
      (await send(person, `${at}/${proposal.id}/decision`, decision)).statusCode,
    )
  expect(await counted('entity_proposals')).toEqual(before)
  expect((await ask(neighbour, '/entities/proposals')).items).toEqual([])
})
