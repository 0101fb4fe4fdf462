import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { aRegister } from '../../testing/registry-parts.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
const { app, owner, a, b, entityId, strangerId, anEntity, ask, send, counted, headersOf, textOf } =
  await aRegister()
const [{ officer: keeper, unitId }, { officer: neighbour }] = a.communes
const YEAR = 2026
const paper = { year: YEAR, note: 'Văn bản 05/HTX ngày 09/03/2026' }
const quietId = await anEntity({ unitId, name: 'HTX Minh Lợi', members: 3, fromOn: '2024-01-01' })
const WORK = { dueOn: null, candidateName: null, founders: null, advisedBy: null, note: null }

test('the entity confirms itself, the commune others on paper; progress is counted by commune', async () => {
  const own = await send(a.cooperative, '/entities/confirmations', {
    year: YEAR,
    entityIds: [entityId],
  })
  expect(own.json()).toEqual({ changed: 1 })
  const bare = await send(keeper, '/entities/confirmations', { year: YEAR, entityIds: [quietId] })
  expect(bare.json()).toMatchObject({ status: 422, code: 'confirmations.no_paper' })
  const both = { ...paper, entityIds: [entityId, quietId] }
  expect((await send(keeper, '/entities/confirmations', both)).json()).toEqual({ changed: 1 })
  const { items, totals, round } = await ask(keeper, '/entities/confirmations')
  expect(items).toMatchObject([
    { id: quietId, way: 'commune', note: paper.note, hasAccount: false },
    { id: entityId, way: 'entity', note: null, hasAccount: true },
  ])
  expect(totals).toEqual({ all: 2, confirmed: 2, national: 0 })
  expect(round).toMatchObject({
    windowFrom: '2025-12-15',
    windowUntil: '2026-12-14',
    entityDue: '2026-12-15',
    communeDue: '2026-12-18',
  })
  const mark = { year: YEAR, entityIds: [entityId], on: '2026-03-10' }
  const marked = await send(keeper, '/entities/confirmations/national', mark)
  expect(marked.json()).toEqual({ changed: 1 })
  const progress = await ask(a.standing, '/entities/confirmations/progress')
  expect(progress.items).toMatchObject([{ unitId, all: 2, confirmed: 2, national: 1 }])
  expect((await ask(a.cooperative, `/entities/${entityId}/confirmation`)).row).toMatchObject({
    nationalOn: '2026-03-10',
  })
  const undone = await send(keeper, '/entities/confirmations/national', { ...mark, on: null })
  expect(undone.json()).toEqual({ changed: 1 })
})

test('those who have not confirmed are reminded, once a day; the province reminds communes', async () => {
  const reminded = await send(a.standing, '/entities/confirmations/reminders', { year: 2025 })
  expect(reminded.json()).toEqual({ entities: 1, communes: 1 })
  await send(a.standing, '/entities/confirmations/reminders', { year: 2025 })
  const { rows } = await sql<{
    username: string
    kind: string
  }>`select a.username, n.kind from notices n
    join accounts a on a.id = n.account_id where n.kind like 'entity.confirm%' order by 2, 1`.execute(
    owner,
  )
  expect(rows).toEqual([
    { username: a.cooperative.username, kind: 'entity.confirm' },
    { username: keeper.username, kind: 'entity.confirm_all' },
    { username: a.communes[0].leader.username, kind: 'entity.confirm_all' },
  ])
})

test('others confirm and tick nothing, and nothing is recorded', async () => {
  const before = await counted('entity_confirmations')
  const command = { ...paper, year: 2025, entityIds: [entityId] }
  for (const person of [neighbour, b.cooperative, b.communes[0].officer, a.officer]) {
    const said = await send(person, '/entities/confirmations', command)
    expect([403, 404]).toContain(said.statusCode)
    const ticked = await send(person, '/entities/confirmations/national', {
      year: 2025,
      entityIds: [entityId],
      on: '2026-03-10',
    })
    expect([403, 404]).toContain(ticked.statusCode)
  }
  const mixed = { ...paper, year: 2025, entityIds: [entityId, strangerId] }
  expect((await send(keeper, '/entities/confirmations', mixed)).statusCode).toBe(404)
  expect(
    (await send(keeper, '/entities/confirmations', { ...command, year: 2027 })).json(),
  ).toMatchObject({ code: 'confirmations.year_ahead' })
  expect(await counted('entity_confirmations')).toEqual(before)
})

test('a confirmation is taken back with its reason: by the keeper, by the entity what it said itself', async () => {
  const command = { year: YEAR, entityIds: [entityId], reason: 'Ghi nhầm năm' }
  const back = (person: typeof keeper) =>
    send(person, '/entities/confirmations/taken-back', command)
  const wayOf = async () => (await ask(keeper, `/entities/${entityId}/confirmation`)).row.way
  expect(await wayOf()).toBe('entity')
  for (const person of [neighbour, b.cooperative, a.officer])
    expect([403, 404]).toContain((await back(person)).statusCode)
  expect((await back(a.cooperative)).json()).toEqual({ changed: 1 })
  expect(await wayOf()).toBeNull()
  expect((await back(keeper)).json()).toEqual({ changed: 0 })
  await send(keeper, '/entities/confirmations', { ...paper, year: YEAR, entityIds: [entityId] })
  expect((await back(a.cooperative)).statusCode).toBe(403)
  expect((await back(keeper)).json()).toEqual({ changed: 1 })
})

test('the register suggests what to do; taken up or declined it is not suggested again', async () => {
  const found = async () =>
    (await ask(keeper, '/entities/worklist/suggestions')).items.map(
      (one: { entityName: string; reason: string }) => `${one.entityName} ${one.reason}`,
    )
  expect(await found()).toEqual([
    'HTX Minh Lợi few_members',
    'HTX Minh Phát no_congress',
    'HTX Minh Lợi no_congress',
  ])
  const taken = { ...WORK, year: YEAR, kind: 'congress', suggestedBy: 'no_congress' }
  const one = await send(keeper, '/entities/worklist', { ...taken, entityId })
  expect(one.statusCode).toBe(201)
  const twice = await send(keeper, '/entities/worklist', { ...taken, entityId })
  expect(twice.json()).toMatchObject({ code: 'works.twice' })
  const declined = { ...taken, entityId: quietId, state: 'dropped' }
  expect((await send(keeper, '/entities/worklist', declined)).json().state).toBe('dropped')
  expect(await found()).toEqual(['HTX Minh Lợi few_members'])
})

test('a dissolution is done by its legal event, a founding by the registration of what came of it', async () => {
  const goneId = await anEntity({ unitId, name: 'HTX Minh Tan' })
  const added = await send(keeper, '/entities/worklist', {
    ...WORK,
    year: YEAR,
    kind: 'dissolve',
    entityId: goneId,
    dueOn: '2026-03-01',
  })
  const work = added.json()
  expect(work).toMatchObject({ state: 'planned', isLate: true, mayChange: true })
  const doing = { ...WORK, version: 1, state: 'doing', note: 'Đã họp' }
  const path = `/entities/worklist/${work.id}`
  expect((await send(keeper, path, doing, 'PATCH')).json()).toMatchObject({ state: 'doing' })
  expect((await send(keeper, path, doing, 'PATCH')).json()).toMatchObject({ status: 409 })
  const done = await send(keeper, `${path}/done`, {
    version: 2,
    event: { entityVersion: 1, onDay: '2026-03-09', decisionNo: '12/QĐ' },
  })
  expect(done.json()).toMatchObject({
    state: 'done',
    event: { kind: 'dissolved', onDay: '2026-03-09', decisionNo: '12/QĐ' },
    mayChange: false,
  })
  expect((await ask(keeper, `/entities/${goneId}`)).status).toBe('ended')
  expect((await ask(keeper, `/entities/${goneId}?asOf=2026-03-08`)).status).toBe('active')

  const founding = { ...WORK, year: YEAR, kind: 'found', unitId, candidateName: 'HTX rau Minh An' }
  const planned = (await send(keeper, '/entities/worklist', founding)).json()
  const [event] = (await ask(keeper, `/entities/${quietId}`)).events
  const founded = await send(keeper, `/entities/worklist/${planned.id}/done`, {
    version: 1,
    entityId: quietId,
    eventId: event.id,
  })
  expect(founded.json()).toMatchObject({ state: 'done', entity: { id: quietId } })
  const { items } = await ask(a.standing, '/entities/worklist/sums')
  expect(items).toMatchObject([
    { unitId, counts: expect.arrayContaining([{ kind: 'found', state: 'done', count: 1 }]) },
  ])
})

test('others plan nothing, and nothing is recorded', async () => {
  const before = await counted('commune_works')
  const body = { ...WORK, year: YEAR, kind: 'dissolve', entityId }
  for (const person of [neighbour, a.cooperative, a.officer, b.communes[0].officer])
    expect([403, 404]).toContain((await send(person, '/entities/worklist', body)).statusCode)
  const founding = { ...WORK, year: YEAR, kind: 'found', unitId, candidateName: 'Minh' }
  expect((await send(neighbour, '/entities/worklist', founding)).statusCode).toBe(403)
  const [work] = (await ask(keeper, '/entities/worklist')).items
  for (const person of [neighbour, b.communes[0].officer]) {
    const change = { ...WORK, version: work.version, state: 'doing' }
    const path = `/entities/worklist/${work.id}`
    expect([403, 404]).toContain((await send(person, path, change, 'PATCH')).statusCode)
  }
  expect(await counted('commune_works')).toEqual(before)
})

test('forms and the sheet are filled from the register and say what was not compared', async () => {
  const form = await textOf(keeper, `/entities/${entityId}/form?year=${YEAR}`)
  expect(form).toContain('Mẫu VII-2')
  expect(form).toContain('HTX Minh Phát')
  expect(form).toContain('chưa đối chiếu với phụ lục')
  expect(form).toContain('1.000.000.000')
  const wrong = await ask(keeper, `/entities/${entityId}/form?form=VII-1`)
  expect(wrong).toMatchObject({ status: 404, code: 'forms.not_found' })
  const summary = await textOf(keeper, `/entities/forms/summary?year=${YEAR}`)
  expect(summary).toContain('Mẫu VII-4')
  expect(summary).toMatch(/Giải thể, chấm dứt trong kỳ đơn vị 1 1 0/)
  expect(await textOf(keeper, `/entities/${entityId}/sheet`)).toContain('Sự kiện pháp lý')
  const headers = await headersOf(keeper)
  for (const path of [
    `${entityId}/form?format=xlsx`,
    'confirmations?format=xlsx',
    'worklist?format=xlsx',
  ]) {
    const { statusCode, rawPayload } = await app.inject({ url: `/api/entities/${path}`, headers })
    expect([statusCode, rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  }
  expect((await ask(neighbour, `/entities/${entityId}/sheet`)).status).toBe(404)
})

test('filters are kept for oneself, or shared with those of the agency, and removed by their owner', async () => {
  const view = { list: 'registry', name: 'Chưa đại hội', search: { noCongress: 'true' } }
  const kept = (await send(a.officer, '/views', { ...view, isShared: true })).json()
  await send(a.officer, '/views', { ...view, name: 'Riêng' })
  const names = async (person: typeof a.officer) =>
    (await ask(person, '/views?list=registry')).items.map((one: { name: string }) => one.name)
  expect(await names(a.officer)).toEqual(['Chưa đại hội', 'Riêng'])
  expect(await names(a.leader)).toEqual(['Chưa đại hội'])
  expect(await names(a.standing)).toEqual([])
  const remove = async (person: typeof a.officer) => {
    const headers = await headersOf(person)
    const url = `/api/views/${kept.id}`
    return (await app.inject({ method: 'DELETE', url, headers })).statusCode
  }
  expect(await remove(a.leader)).toBe(404)
  expect(await remove(a.officer)).toBe(204)
  expect(await names(a.leader)).toEqual([])
})
