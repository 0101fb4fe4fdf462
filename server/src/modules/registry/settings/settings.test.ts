import { expect, test } from 'vitest'
import { createContext } from '../../../platform/context.ts'
import { systemContext } from '../../../platform/jobs-run.ts'
import { aRegistry, newEntity, TODAY } from '../for-test.ts'
import { entityResizeHandler } from './service.ts'

const { a, admin, db, send, create, events, asked } = await aRegistry()
const [{ officer, unitId }] = a.communes
const read = async (name: string) => (await send(officer, 'GET', `/entities/${name}`)).json()
const replace = (person: typeof admin, name: string, body: object) =>
  send(person, 'PUT', `/entities/${name}`, body)

test('every list is read by everyone, kept by the administrator, and tells what changed', async () => {
  const list = await read('commodities')
  const items = [
    ...list.items,
    { code: 'sen', name: 'Sen', family: 'Rau màu', otherNames: ['hạt sen'], isActive: true },
  ]
  for (const person of [officer, a.standing, a.cooperative])
    expect((await replace(person, 'commodities', { ...list, items })).statusCode).toBe(403)
  expect(await events()).toEqual([])
  const saved = (await replace(admin, 'commodities', { ...list, items })).json()
  expect(saved).toMatchObject({ version: 2 })
  expect(saved.items.map(({ code }: { code: string }) => code)).toContain('sen')
  expect((await replace(admin, 'commodities', { ...list, items })).statusCode).toBe(409)
  expect(await events()).toEqual(['entity.set_lists'])
})

test('a commodity that an entity has does not go, another does', async () => {
  await create(officer, newEntity(unitId, { commodities: ['sen'] }))
  const { version, items } = await read('commodities')
  const without = (gone: string) => ({
    version,
    items: items.filter(({ code }: { code: string }) => code !== gone),
  })
  expect((await replace(admin, 'commodities', without('sen'))).json()).toMatchObject({
    code: 'entity_lists.in_use',
  })
  expect((await replace(admin, 'commodities', without('muoi'))).statusCode).toBe(200)
})

test('lines that are grouped otherwise move the entities that are there', async () => {
  const made = await create(officer, newEntity(unitId, { name: 'HTX Môi Trường', lines: ['8130'] }))
  expect(made.sector).toBe('environment')
  const { version, items } = await read('line-groups')
  const changed = items.map((one: { grouping: string; code: string }) =>
    one.grouping === 'sector' && one.code === '81' ? { ...one, value: 'other' } : one,
  )
  await replace(admin, 'line-groups', { version, items: changed })
  const after = (await send(officer, 'GET', `/entities/${made.id}`)).json()
  expect(after).toMatchObject({ sector: 'other', field: 'trade' })
})

test('lines come from a file; one bad row takes none', async () => {
  const { version, items } = await read('lines')
  const load = (csv: string, at = version) =>
    send(admin, 'POST', '/entities/lines/import', { version: at, csv })
  const bad = await load('Mã;Tên\n01410;Chăn nuôi trâu\nmã lạ;x')
  expect(bad.json()).toMatchObject({ status: 422, issues: [{ path: 'line 3' }] })
  const orphan = await load('Mã;Tên\n01410;Chăn nuôi trâu')
  expect(orphan.json()).toMatchObject({ code: 'entity_lists.unknown_above' })
  const good = await load(
    'Mã;Tên;Cấp trên\n0141;Chăn nuôi trâu, bò;01\n01411;Sản xuất giống trâu, bò;\n1;Nông nghiệp;A',
  )
  expect(good.json()).toMatchObject({ added: 2, changed: 1, version: version + 1 })
  expect((await read('lines')).items).toHaveLength(items.length + 2)
})

test('thresholds of one field and size do not overlap; the size follows them', async () => {
  const made = await create(
    officer,
    newEntity(unitId, {
      name: 'HTX Lớn',
      lines: ['0111'],
      officialMembers: 250,
      charterCapital: 6_000_000_000,
    }),
  )
  expect(made.size).toBe('medium')
  const { version, items } = await read('size-thresholds')
  const [first] = items
  const twice = [...items, { ...first, fromOn: '2025-01-01' }]
  expect((await replace(admin, 'size-thresholds', { version, items: twice })).json()).toMatchObject(
    { code: 'entity_lists.overlapping' },
  )
  const lower = items.map((one: { size: string }) =>
    one.size === 'large' ? { ...one, members: 200, capital: 6_000_000_000 } : one,
  )
  expect((await replace(admin, 'size-thresholds', { version, items: lower })).statusCode).toBe(200)
  expect(asked).toEqual(['entities.resize'])
  const told: number[][] = []
  const resize = (as: typeof admin) =>
    entityResizeHandler.run({
      payload: {},
      context: createContext(db, as.actor, TODAY, new Date()),
      system: systemContext({ jobsDb: db, now: () => new Date() }),
      report: async (done, total) => void told.push([done, total]),
    })
  await expect(resize(officer)).rejects.toMatchObject({ kind: 'forbidden' })
  await resize(admin)
  expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1])
  expect((await send(officer, 'GET', `/entities/${made.id}`)).json().size).toBe('large')
})

test('fewest members are the administrator’s to set', async () => {
  const { version, items } = await read('member-minimums')
  const changed = items.map((one: { kind: string; law: string }) =>
    one.kind === 'cooperative' && one.law === '2023' ? { ...one, members: 300 } : one,
  )
  expect((await replace(admin, 'member-minimums', { version, items: changed })).statusCode).toBe(
    200,
  )
  const made = await create(
    officer,
    newEntity(unitId, { name: 'HTX Ít Người', law: '2023', officialMembers: 250 }),
  )
  expect(made.warnings.map(({ key }) => key)).toContain('members.below_minimum')
})
