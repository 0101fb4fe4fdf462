import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import * as audit from '../../platform/audit.ts'
import { SYSTEM_ACCOUNT } from '../../platform/jobs.ts'
import { assertDone } from '../../testing/papers.ts'
import { aConclusion, aReadingRoom, tablesHolding } from '../../testing/readings.ts'
import { carryOutPurge, type Purge } from './index.ts'

vi.setConfig({ testTimeout: 60_000 })
const room = await aReadingRoom()
const { owner, get, post, reading } = room
const SECRET = 'Mật danh Ánh Dương'
const ACT = 'Quyết định số 12/QĐ-UBND'

const purge = (what: Pick<Purge, 'kind' | 'id'>) =>
  owner.transaction().execute(async (tx) => {
    await sql`set local hopluc.account = ${sql.lit(SYSTEM_ACCOUNT)}`.execute(tx)
    return carryOutPurge(tx, { ...what, ground: 'secret', act: ACT, by: 'Nguyễn Văn Minh' })
  })

const seal = () => audit.seal((work) => owner.transaction().execute(work))

/** Read, confirmed, made a notice and draft tasks: the words are in many places. */
async function aSlip() {
  const made = await room.aDraft(
    aConclusion(`${SECRET}: Sở Tài chính rà soát ${SECRET} trước 30/4/2026.`),
  )
  const { version } = (await get('standing', `/documents/${made.documentId}`)).json()
  assertDone(
    await room.ask('standing', 'PATCH', `/documents/${made.documentId}`, { version, note: SECRET }),
  )
  return made
}

test('what is destroyed is in no table any more, and its number and trace are', async () => {
  const { documentId, id } = await aSlip()
  expect((await tablesHolding(room, SECRET)).toSorted()).toEqual(
    expect.arrayContaining(['documents', 'directives', 'readings', 'tasks']),
  )
  const places = await purge({ kind: 'document', id: documentId })
  expect(places).toMatchObject({ documents: expect.any(Number), readings: 1 })
  expect(await tablesHolding(room, SECRET)).toEqual([])
  expect((await get('standing', `/documents/${documentId}`)).json()).toMatchObject({
    abstract: `Đã tiêu hủy theo ${ACT}`,
    isStub: true,
  })
  expect((await get('standing', `/readings/${id}`)).statusCode).toBe(404)
  const trace = await owner
    .selectFrom('audit_entries')
    .select('event')
    .where('subject_id', '=', documentId)
    .where('event', '=', 'record.destroy')
    .execute()
  expect(trace).toHaveLength(1)
})

test('a reading takes its source, its draft notice and what they gave with it; others stay', async () => {
  const kept = await room.aDraft()
  const { id } = await aSlip()
  await purge({ kind: 'reading', id })
  expect(await tablesHolding(room, SECRET)).toEqual([])
  expect((await get('standing', `/documents/${kept.documentId}`)).json().isStub).toBe(false)
  expect((await reading(kept.id)).state).toBe('confirmed')
})

test('of a task the words go and the clock stays', async () => {
  const { a } = room.organisation
  const created = await post('standing', '/tasks', {
    issuerId: a.committeeId,
    title: SECRET,
    content: SECRET,
    leadIds: [a.departmentId],
    dueOn: '2026-03-20',
    dueSource: 'document',
    dueText: 'trước ngày 21/3/2026',
    start: { by: 'paper', number: '05/TB-BCĐ', signedOn: '2026-03-01' },
  })
  assertDone(created)
  const { id, dueOn, version } = created.json()
  assertDone(await post('officer', `/tasks/${id}/events`, { action: 'take_up', version }))
  const at = (await get('officer', `/tasks/${id}`)).json().version
  const progress = { action: 'progress', version: at, percent: 40, text: SECRET }
  assertDone(await post('officer', `/tasks/${id}/events`, progress))
  await seal()
  expect(await tablesHolding(room, SECRET)).toContain('audit_payloads')
  const { purged } = await audit.verify(owner)
  const { audit_payloads: more = 0 } = await purge({ kind: 'task', id })
  await seal()
  expect(more).toBeGreaterThan(2)
  expect(await audit.verify(owner)).toMatchObject({ isWhole: true, purged: purged + more })
  expect(await tablesHolding(room, SECRET)).toEqual([])
  expect((await get('officer', `/tasks/${id}`)).json()).toMatchObject({
    title: `Đã tiêu hủy theo ${ACT}`,
    dueOn,
    percent: 40,
  })
})

test('what is not there is refused, and nothing is recorded', async () => {
  const before = await room.traces()
  await expect(purge({ kind: 'document', id: crypto.randomUUID() })).rejects.toMatchObject({
    code: 'purges.not_found',
  })
  expect(await room.traces()).toEqual(before)
})
