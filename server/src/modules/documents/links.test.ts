import { beforeEach, expect, test } from 'vitest'
import { createContext } from '../../platform/context.ts'
import { anIncoming, aNotice, aRegister, assertDone } from '../../testing/papers.ts'
import { ensureStub } from './index.ts'

const { get, post, counts, empty, db, organisation } = await aRegister()
const { a } = organisation
const context = createContext(db, a.standing.actor, '2026-03-10', new Date('2026-03-10T03:00:00Z'))

beforeEach(empty)

interface Registered {
  id: string
  version: number
}

async function registered(payload: object): Promise<Registered> {
  const response = await post('standing', '/documents', payload)
  assertDone(response)
  return response.json()
}

const read = async (id: string, who = 'standing') => (await get(who, `/documents/${id}`)).json()
const link = ({ id, version }: Registered, toId: string, relation = 'rests_on') =>
  post('standing', `/documents/${id}/links`, { toId, relation, version })

/** Resolution ← conclusion ← plan of the province ← plan of the committee. */
async function aChain() {
  const [resolution, conclusion, plan, own] = [
    await registered(anIncoming({ kind: 'NQ', symbol: '20-NQ/TW', direction: 'reference' })),
    await registered(anIncoming({ kind: 'KL', symbol: '70-KL/TW', direction: 'reference' })),
    await registered(anIncoming({ symbol: '12/KH-UBND' })),
    await registered(aNotice({ kind: 'KH', symbol: 'KH-BCĐ' })),
  ]
  await link(conclusion, resolution.id)
  await link(plan, conclusion.id)
  await link(own, plan.id)
  return { resolution, conclusion, plan, own }
}

test('the chain reaches both ends from every paper in it', async () => {
  const { resolution, conclusion, plan, own } = await aChain()
  const { chain } = await read(plan.id)
  expect(chain).toMatchObject([
    { id: resolution.id, depth: -2, viaId: conclusion.id },
    { id: conclusion.id, depth: -1, viaId: plan.id },
    { id: plan.id, depth: 0, viaId: null },
    { id: own.id, depth: 1, viaId: plan.id },
  ])
  const fromTop = await read(resolution.id)
  expect(fromTop.chain.map(({ depth }: { depth: number }) => depth)).toEqual([0, 1, 2, 3])
})

test('papers do not come to rest on each other', async () => {
  const { resolution, own } = await aChain()
  const before = await counts()
  const circle = await link(await read(resolution.id), own.id)
  expect(circle.json()).toMatchObject({ status: 422, code: 'documents.circle' })
  expect((await link(await read(own.id), own.id)).json().code).toBe('documents.circle')
  expect(await counts()).toEqual(before)
})

test('a link is undone, and is made and undone by the own body only', async () => {
  const { plan, own } = await aChain()
  const { version } = await read(own.id)
  const before = await counts()
  const undo = { toId: plan.id, relation: 'rests_on', version }
  expect((await post('strangerchair', `/documents/${own.id}/unlinks`, undo)).statusCode).toBe(404)
  expect(await counts()).toEqual(before)
  const undone = await post('standing', `/documents/${own.id}/unlinks`, undo)
  expect(undone.json().chain).toHaveLength(1)
  const stale = await post('standing', `/documents/${own.id}/unlinks`, undo)
  expect(stale.json().code).toBe('documents.changed')
})

test('who reads a paper sees of its chain only what they may read', async () => {
  const { own, plan } = await aChain()
  const signed = { action: 'issue', issuedOn: '2026-03-01', signerName: 'Nguyễn Văn An' }
  const draft = await read(own.id)
  await post('standing', `/documents/${own.id}/steps`, { ...signed, version: draft.version })
  const { version } = await read(own.id)
  const given = await context.write(async (tx) =>
    tx
      .insertInto('document_readers')
      .values({ document_id: own.id, agency_id: a.departmentId })
      .execute(),
  )
  expect(given).toHaveLength(1)
  const seen = await read(own.id, 'officer')
  expect(seen).toMatchObject({ version, allowed: [], chain: [{ id: own.id }] })
  expect((await get('officer', `/documents/${plan.id}`)).statusCode).toBe(404)
})

test('a paper that replaces another does so once it is issued', async () => {
  const signed = { action: 'issue', issuedOn: '2026-03-01', signerName: 'Nguyễn Văn An' }
  const old = await registered(aNotice())
  await post('standing', `/documents/${old.id}/steps`, { ...signed, version: old.version })
  const fresh = await registered(aNotice())
  await link(fresh, old.id, 'replaces')
  expect((await read(old.id)).state).toBe('issued')
  const { version } = await read(fresh.id)
  await post('standing', `/documents/${fresh.id}/steps`, { ...signed, version })
  const replaced = await read(old.id)
  expect(replaced).toMatchObject({
    state: 'replaced',
    related: [{ id: fresh.id, relation: 'replaces', isIncoming: true }],
  })
})

test('a cited paper is found in the register, or stands there by its number', async () => {
  const plan = await registered(anIncoming({ symbol: '07/KH-HU', issuedOn: '2026-03-01' }))
  const cite = (kind: string, symbol: string | null, date: string | null, abstract?: string) =>
    context.write((tx) =>
      ensureStub(tx, context, { kind, symbol, date, ...(abstract && { abstract }) }),
    )
  expect(await cite('plan', '7/KH/HU', '2026-03-01')).toBe(plan.id)
  const made = await cite('kết luận', '70-KL/TW', '2020-03-09')
  expect(await read(made)).toMatchObject({
    isStub: true,
    direction: 'reference',
    kind: 'KL',
    symbol: '70-KL/TW',
    state: 'issued',
  })
  expect(await cite('KL', '70-KL/TW', null)).toBe(made)
  const law = await cite('Luật', null, '2023', 'Luật Hợp tác xã năm 2023')
  expect(await cite('Luật', null, '2023', 'Luật hợp tác xã năm 2023')).toBe(law)
})

test('cited ten times at once it stands there once', async () => {
  const cite = () =>
    context.write((tx) => ensureStub(tx, context, { kind: 'NQ', symbol: '20-NQ/TW' }))
  const ids = await Promise.all(Array.from({ length: 10 }, cite))
  expect(new Set(ids).size).toBe(1)
})
