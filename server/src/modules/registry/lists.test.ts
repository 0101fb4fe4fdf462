import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { readSheets } from '../../platform/excel.ts'
import { type TestPerson } from '../../testing/organisation.ts'
import { aRegistry, newEntity } from './for-test.ts'

const { a, b, admin, owner, send, create, addEvent, events } = await aRegistry()
const [commune] = a.communes
const { officer } = commune
const stranger = b.communes[0].officer
const list = async (person: TestPerson, search = '') =>
  (await send(person, 'GET', `/entities?${search}`)).json()
describe('the list', () => {
  test('goes on where a page ended, in every order, without losing or repeating', async () => {
    const { unitId } = b.communes[0]
    for (const [index, members] of [5, null, 9, 5, 7].entries())
      await create(
        stranger,
        newEntity(unitId, {
          name: `HTX Trang ${index}`,
          officialMembers: members,
          charterCapital: members,
        }),
      )
    for (const search of [
      'sort=name',
      'sort=members&order=desc',
      'sort=capital',
      'sort=updated&order=desc',
    ]) {
      const whole = (await list(stranger, `${search}&limit=50`)).items.map(
        ({ id }: { id: string }) => id,
      )
      expect(new Set(whole).size).toBe(5)
      const found: string[] = []
      let cursor = ''
      do {
        const page = await list(stranger, `${search}&limit=2${cursor && `&cursor=${cursor}`}`)
        expect(page.total === null).toBe(cursor !== '')
        found.push(...page.items.map(({ id }: { id: string }) => id))
        cursor = page.next ?? ''
      } while (cursor)
      expect(found).toEqual(whole)
    }
    for (const cursor of [`x_${a.allianceId}`, `_${a.allianceId}`])
      expect(await list(stranger, `sort=members&cursor=${cursor}`)).toMatchObject({
        status: 422,
        code: 'entities.cursor',
      })
    expect(await list(stranger, 'membersFrom=6')).toMatchObject({
      total: { count: 2, members: 16, capital: 16 },
    })
  })

  test('goes on also where the entity in which a page ended has left it', async () => {
    const { unitId } = commune
    for (const name of ['HTX Ra Một', 'HTX Ra Hai', 'HTX Ra Ba'])
      await create(officer, newEntity(unitId, { name }))
    const search = 'q=htx ra&limit=2'
    const { items, next } = await list(officer, search)
    const dissolved = { version: 1, kind: 'dissolved' as const, onDay: '2026-03-01' }
    await addEvent(officer, items[1].id, dissolved)
    const rest = await list(officer, `${search}&cursor=${next}`)
    expect(rest.items).toMatchObject([{ name: 'HTX Ra Một' }])
    expect((await list(officer, `${search}&asOf=2019-01-01&cursor=${next}`)).items).toEqual([])
  })

  test('asks for those not updated for days by the days of here', async () => {
    const { officer: keeper, unitId } = b.communes[0]
    const made = await create(keeper, newEntity(unitId, { name: 'HTX Lâu Ngày' }))
    const updatedAt = async (at: string) => {
      await sql`update entities set updated_at = ${at} where id = ${made.id}`.execute(owner)
      return (await list(keeper, 'q=lâu ngày&staleDays=30')).items.length
    }
    expect(await updatedAt('2026-02-07T16:59:59Z')).toBe(1)
    expect(await updatedAt('2026-02-07T17:00:01Z')).toBe(0)
  })

  test.each([
    ['notConverted=true', ['HTX Lọc Cũ']],
    ['law=none,2023', ['HTX Lọc Mới', 'HTX Lọc Trống']],
    ['sector=trade', ['HTX Lọc Mới']],
    ['line=G', ['HTX Lọc Cũ', 'HTX Lọc Mới']],
    ['line=011', ['HTX Lọc Cũ']],
    ['commodity=ngao,tom', ['HTX Lọc Cũ']],
    ['size=large', ['HTX Lọc Cũ']],
    ['governance=full', ['HTX Lọc Mới']],
    ['capitalFrom=20000000000', ['HTX Lọc Cũ']],
    ['capitalTo=19999999999', []],
    ['workersFrom=30&workersTo=40', ['HTX Lọc Mới']],
    ['workersFrom=41', []],
    ['revenueFrom=2390500000&revenueTo=2390500000', ['HTX Lọc Cũ']],
    ['revenueFrom=2390500001', []],
    ['hasCode=true', ['HTX Lọc Cũ']],
    ['noCongress=true', ['HTX Lọc Mới', 'HTX Lọc Trống']],
    ['status=suspended', ['HTX Lọc Trống']],
    ['staleDays=30', []],
    ['certificate=ocop', []],
    [`memberOf=${a.allianceId}`, []],
  ])('is filtered by %s', async (search, names) => {
    const { officer: keeper, unitId } = b.communes[1]
    const all = (await list(keeper, 'life=all')).items
    if (all.length === 0) {
      const old = await create(
        keeper,
        newEntity(unitId, {
          name: 'HTX Lọc Cũ',
          law: '2012',
          lines: ['0111', '46'],
          commodities: ['ngao'],
          code: '0800000099',
          officialMembers: 400,
          charterCapital: 20_000_000_000,
        }),
      )
      await addEvent(keeper, old.id, { version: 1, kind: 'congress', onDay: '2025-04-01' })
      const revenue = { key: 'H10', year: 2025, value: 2390.5, seq: 0 }
      const stated = { source: { from: 'entity', note: null }, cells: [revenue] }
      await send(keeper, 'PUT', `/entities/${old.id}/figures`, stated)
      await create(
        keeper,
        newEntity(unitId, {
          name: 'HTX Lọc Mới',
          law: '2023',
          lines: ['47'],
          governance: 'full',
          workers: 35,
        }),
      )
      const bare = await create(keeper, newEntity(unitId, { name: 'HTX Lọc Trống' }))
      await addEvent(keeper, bare.id, {
        version: 1,
        kind: 'suspended',
        onDay: '2026-01-01',
        untilOn: '2026-06-30',
      })
    }
    const found = (await list(keeper, search)).items.map(({ name }: { name: string }) => name)
    expect(found).toEqual(names)
  })

  test('counts by two traits on any day, and draws what has a place on the map', async () => {
    const { officer: keeper, unitId } = b.communes[1]
    const placed = newEntity(unitId, { name: 'HTX Bản Đồ', kind: 'group' })
    await create(keeper, { ...placed, place: { unitId, lat: 20.4, lon: 106.3 } })
    const counts = (await send(keeper, 'GET', '/entities/counts?by=kind,size')).json().rows
    expect(counts).toContainEqual({ keys: ['cooperative', 'large'], count: 1, members: 400 })
    expect(
      (await send(keeper, 'GET', '/entities/counts?asOf=2019-12-31')).json().rows,
    ).toMatchObject([{ count: 0 }])
    const byUnit = '/entities/counts?by=unit,commodity'
    const ofArea = (await send(keeper, 'GET', byUnit)).json().rows
    expect(ofArea).toContainEqual({ keys: [unitId, 'ngao'], count: 1, members: 400 })
    expect((await send(admin, 'GET', byUnit)).json()).toMatchObject({
      status: 422,
      code: 'entities.count_unit',
    })
    const ofUnit = (await send(keeper, 'GET', `${byUnit}&unit=${unitId}`)).json().rows
    expect(ofUnit).toContainEqual({ keys: [unitId, 'ngao'], count: 1, members: 400 })
    const map = '/entities/points?west=106&south=20&east=107&north=21'
    expect((await send(keeper, 'GET', map)).json()).toMatchObject({
      points: [{ count: 1, name: 'HTX Bản Đồ', kind: 'group' }],
      unplaced: 3,
    })
    expect((await send(officer, 'GET', map)).json().points).toEqual([])
  })

  test('is saved with the same rows as a sheet and as CSV, in which nothing is a formula', async () => {
    const { officer: keeper, unitId } = b.communes[1]
    await create(
      keeper,
      newEntity(unitId, { name: '=HYPERLINK("x");HTX', representative: '+Minh' }),
    )
    const csv = (await send(keeper, 'GET', '/entities?format=csv')).body
    expect(csv).toContain(`"'=HYPERLINK(""x"");HTX"`)
    expect(csv).toContain(`;'+Minh;`)
    const saved = await send(keeper, 'GET', '/entities?format=xlsx')
    const rows = readSheets(saved.rawPayload).sheets[0]?.rows ?? []
    expect(rows.flat().map(String)).toContain('=HYPERLINK("x");HTX')
    expect((await events()).at(-1)).toBe('personal.export')
  })
})

test('what lay in the area on a past day is found as of that day, though it has moved away', async () => {
  const made = await create(officer, newEntity(a.communes[0].unitId, { name: 'HTX Dời Chỗ' }))
  const moved = await send(a.standing, 'PATCH', `/entities/${made.id}`, {
    version: made.version,
    fromOn: '2025-09-01',
    attributes: {},
    place: { unitId: a.communes[1].unitId },
    source: { from: 'certificate', on: '2025-09-01' },
  })
  expect(moved.statusCode).toBe(200)
  const found = async (more: string) =>
    (await send(officer, 'GET', `/entities?q=doi cho${more}`)).json().items.length
  expect(await found('')).toBe(0)
  expect(await found('&asOf=2025-08-01')).toBe(1)
  expect(await found('&asOf=2025-10-01')).toBe(0)
})
