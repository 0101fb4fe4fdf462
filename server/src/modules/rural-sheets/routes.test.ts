import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { aServerWithEntities } from '../../testing/entities.ts'
import type { TestPerson } from '../../testing/organisation.ts'
import { SHIPPED } from './store.ts'

const server = await aServerWithEntities()
const { owner, a, b, ask, inject, countedIn } = server
const [east, west] = a.communes
const line = SHIPPED[0]?.id ?? ''

beforeEach(async () => {
  await sql`truncate rural_criteria, rural_evidence, audit_entries`.execute(owner)
})

const put = (by: TestPerson, path: string, payload: object) =>
  inject(by, { method: 'PUT', url: `/api${path}`, payload })
const entry = (more: object = {}) => ({
  unitId: east.unitId,
  year: 2026,
  criterionId: line,
  state: 'met',
  note: 'Biên bản ngày 05/3/2026',
  version: 0,
  ...more,
})
const counted = () => countedIn('rural_criteria', 'rural_evidence', 'audit_entries')

test('a commune sees what the register counts for each line, states the result, and prints it', async () => {
  const before = await ask(east.officer, '/rural-sheets')
  expect(before).toMatchObject({ unit: { id: east.unitId }, year: 2026, mayEnter: true })
  expect(before.counts).toMatchObject({ cooperatives: 1, groups: 0, rated: 0, ocop: 0 })
  expect(before.lines[0]).toMatchObject({ id: line, threshold: null, state: 'unknown', version: 0 })
  const after = (await put(east.officer, '/rural-sheets', entry())).json()
  expect(after.lines[0]).toMatchObject({
    state: 'met',
    note: 'Biên bản ngày 05/3/2026',
    version: 1,
  })
  const above = await ask(a.standing, `/rural-sheets?unit=${east.unitId}&year=2026`)
  expect([above.lines[0].state, above.mayEnter]).toEqual(['met', false])
  const at = `/api/rural-sheets/paper?unit=${east.unitId}&year=2026&as=`
  const excel = await inject(a.standing, { url: `${at}xlsx` })
  const words = JSON.stringify(readSheets(excel.rawPayload))
  expect(words).toContain('1 HTX, 0 THT đang hoạt động')
  expect(words).toContain('Chưa điền')
  const word = await inject(east.officer, { url: `${at}docx` })
  expect(word.rawPayload.subarray(0, 2).toString()).toBe('PK')
})

test('a province’s own list replaces the one that ships, and what was stated stays', async () => {
  await put(east.officer, '/rural-sheets', entry())
  const shipped = await ask(a.standing, '/rural-sheets/criteria')
  expect(shipped).toMatchObject({ isOwn: false, version: 0 })
  const [first] = shipped.items
  const items = [{ ...first, threshold: 'Từ 1 HTX', legalBasis: 'QĐ của UBND tỉnh' }]
  const kept = await put(a.standing, '/rural-sheets/criteria', { items, version: 0 })
  expect(kept.json()).toMatchObject({ isOwn: true, version: 1 })
  const sheet = await ask(east.officer, '/rural-sheets')
  expect(sheet.lines).toMatchObject([{ threshold: 'Từ 1 HTX', state: 'met' }])
  expect((await ask(b.communes[0].officer, '/rural-sheets')).lines).toHaveLength(SHIPPED.length)
  const stale = await put(a.standing, '/rural-sheets/criteria', { items, version: 0 })
  expect(stale.json().code).toBe('rural.changed')
})

test.each([
  ['another commune’s officer', west.officer, {}, 404],
  ['an officer of the province', a.officer, {}, 404],
  ['the standing agency', a.standing, {}, 403],
  ['another province', b.communes[0].officer, {}, 404],
  ['the cooperative', a.cooperative, {}, 403],
  ['a stale page', east.officer, { version: 3 }, 409],
  ['an unknown line', east.officer, { criterionId: a.unitId }, 404],
])('nothing is stated by %s, and nothing is recorded', async (_, by, more, status) => {
  const before = await counted()
  expect((await put(by, '/rural-sheets', entry(more))).statusCode).toBe(status)
  expect(await counted()).toEqual(before)
})

test('the list is the standing agency’s alone', async () => {
  const before = await counted()
  for (const by of [a.officer, east.officer, a.cooperative])
    expect(
      (await put(by, '/rural-sheets/criteria', { items: SHIPPED, version: 0 })).statusCode,
    ).toBe(403)
  expect(await counted()).toEqual(before)
})
