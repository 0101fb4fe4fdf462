import { randomUUIDv7 as newId } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { aListeningServer } from '../../testing/listening.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const server = await aListeningServer()
const { a, b, admin, ask, inject, raised, counted, topic } = server
beforeEach(server.begin)

const put = (person: typeof a.standing, path: string, payload: object) =>
  inject(person, { method: 'PUT', url: `/api/difficulties/${path}`, payload })

test('the standing agency says who answers: the next one goes there, and no longer when it is taken back', async () => {
  const rule = { unitId: a.unitId, topicId: topic('Vốn, tín dụng'), level: 'department' }
  const { units, maySetRules, maySetLists } = await ask(a.standing, '/difficulties/settings')
  expect([maySetRules, maySetLists]).toEqual([true, false])
  expect(units[0]).toMatchObject({ id: a.unitId, level: 'province' })
  const agencies = await ask(a.standing, `/difficulties/settings/agencies?unit=${a.unitId}`)
  expect(agencies).toContainEqual(expect.objectContaining({ id: a.allianceId }))
  const handler = async () => (await raised({ topicId: rule.topicId })).handler.id
  const before = await handler()
  const set = await put(a.standing, 'rules', { ...rule, agencyId: a.departmentId })
  expect(set.json().rules).toMatchObject([{ agency: { id: a.departmentId }, level: 'department' }])
  await put(a.standing, 'rules', { ...rule, agencyId: a.allianceId })
  expect(await handler()).toBe(a.allianceId)
  expect((await put(a.standing, 'rules', { ...rule, agencyId: null })).json().rules).toEqual([])
  expect(await handler()).toBe(before)
  expect((await server.events()).filter((one) => one === 'difficulty.set_rules')).toHaveLength(3)
})

test('the administrator keeps topics and terms; others, and strangers of a province, are refused', async () => {
  const id = newId()
  const words = { name: 'Bảo hiểm xã hội', english: 'Social insurance', firstLevel: 'department' }
  const made = (await put(admin, `topics/${id}`, { ...words, version: null })).json()
  expect(made.topics).toContainEqual({ ...words, id, isEnded: false, version: 1 })
  const listed = async () => (await ask(a.cooperative, '/difficulties/choices')).topics
  expect(await listed()).toContainEqual(expect.objectContaining({ id }))
  await put(admin, 'terms/commune', { answerDays: 3, transferDays: 2 })
  expect(await raised()).toMatchObject({ answerDueOn: '2026-03-13', transferUntilOn: '2026-03-12' })
  await put(admin, 'terms/commune', { answerDays: 10, transferDays: 5 })
  const recorded = await counted()
  const rule = { unitId: a.unitId, topicId: null, level: 'department', agencyId: a.departmentId }
  const refused = [
    await put(admin, `topics/${id}`, { ...words, version: 7 }),
    await put(admin, `topics/${newId()}`, { ...words, version: null }),
    await put(a.standing, `topics/${id}`, { ...words, version: 1 }),
    await put(a.standing, 'terms/commune', { answerDays: 1, transferDays: 1 }),
    await put(a.officer, 'rules', rule),
    await put(b.standing, 'rules', rule),
    await put(a.standing, 'rules', { ...rule, agencyId: b.departmentId }),
  ]
  expect(refused.map((one) => one.statusCode)).toEqual([409, 409, 403, 403, 403, 404, 422])
  expect(await counted()).toEqual(recorded)
  await put(admin, `topics/${id}`, { ...words, isEnded: true, version: 1 })
  expect(await listed()).not.toContainEqual(expect.objectContaining({ id }))
})
