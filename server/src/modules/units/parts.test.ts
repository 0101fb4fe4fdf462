import { addDays, FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { aDatabase } from '../../testing/database.ts'
import { aUnit } from '../../testing/organisation.ts'
import { chance, randomTree } from '../../testing/random-tree.ts'

vi.setConfig({ testTimeout: 60_000 })
const { owner, app } = await aDatabase()
const DAY = '2025-07-01'
const BEFORE = { untilOn: '2025-06-30' }
const AFTER = { fromOn: DAY }

beforeEach(async () => {
  await sql`truncate units cascade`.execute(owner)
  await sql`truncate unit_parts`.execute(owner)
})

const commune = (name: string, parentId: Id | undefined, days: object) =>
  aUnit(owner, { level: 'commune', kind: 'xã', name, ...(parentId && { parentId }), ...days })
const district = (name: string, parentId: Id, days: object) =>
  aUnit(owner, { level: 'district', kind: 'huyện', name, parentId, ...days })
const province = (name: string, days: object = {}) =>
  aUnit(owner, { level: 'province', kind: 'tỉnh', name, ...days })

async function follows(fromId: Id, toId: Id, share?: number | null, onDay: PlainDate = DAY) {
  const stated = share === null || share === undefined ? null : String(share)
  const how = { is_whole: share === undefined, share: stated }
  await owner
    .insertInto('unit_successions')
    .values({ from_id: fromId, to_id: toId, on_day: onDay, act: 'NQ', ...how })
    .execute()
}
async function refresh(touched: Id[] | null = null) {
  await sql`select refresh_ancestry()`.execute(owner)
  await sql`select refresh_unit_parts(${touched}::uuid[])`.execute(owner)
}
/** 'no' where nothing says that it belongs there, null where the share is unknown. */
async function part(originId: Id, unitId: Id, day: PlainDate, statedOn: PlainDate = '2000-01-01') {
  const rows = await owner
    .selectFrom('unit_parts')
    .select('share')
    .where('origin_id', '=', originId)
    .where('unit_id', '=', unitId)
    .where(sql<boolean>`${day}::date between from_on and until_on`)
    .where(sql<boolean>`${statedOn}::date between stated_from and stated_until`)
    .execute()
  expect(rows.length).toBeLessThan(2)
  const [row] = rows
  return row ? (row.share === null ? null : Number(row.share)) : 'no'
}

describe('what a unit stated', () => {
  test('belongs to itself while it is, then wholly to the one that takes it over', async () => {
    const [old, fresh] = [await province('Cũ', BEFORE), await province('Mới', AFTER)]
    const [a, x] = [await commune('A', old, BEFORE), await commune('X', fresh, AFTER)]
    await follows(old, fresh)
    await follows(a, x)
    await refresh()
    expect(await part(a, a, '2025-06-30')).toBe(1)
    expect(await part(a, old, '2025-06-30')).toBe(1)
    expect(await part(a, a, DAY)).toBe('no')
    expect(await part(a, x, DAY)).toBe(1)
    expect(await part(a, fresh, DAY)).toBe(1)
    expect(await part(a, x, '2025-06-30')).toBe('no')
  })

  test('is split by stated shares, over several acts, and whole again where all comes together', async () => {
    const p = await province('P')
    const a = await commune('A', p, { untilOn: '2022-12-31' })
    const [b, c] = [
      await commune('B', p, { fromOn: '2023-01-01', ...BEFORE }),
      await commune('C', p, { fromOn: '2023-01-01', ...BEFORE }),
    ]
    const [x, y] = [await commune('X', p, AFTER), await commune('Y', p, AFTER)]
    await follows(a, b, 0.3, '2023-01-01')
    await follows(a, c, 0.7, '2023-01-01')
    await follows(b, x)
    await follows(c, x, 0.5)
    await follows(c, y, 0.5)
    await refresh()
    expect(await part(a, b, '2024-01-01')).toBe(0.3)
    expect(await part(a, x, DAY)).toBe(0.65)
    expect(await part(a, y, DAY)).toBe(0.35)
    expect(await part(a, p, DAY)).toBe(1)
  })

  test('has no share where the act states none, and is whole again in the province', async () => {
    const [p, q] = [await province('P'), await province('Q')]
    const [a, b] = [await commune('A', p, BEFORE), await commune('B', p, BEFORE)]
    const [x, y, z] = [
      await commune('X', p, AFTER),
      await commune('Y', p, AFTER),
      await commune('Z', q, AFTER),
    ]
    await follows(a, x, null)
    await follows(a, y, null)
    await follows(b, y, null)
    await follows(b, z, null)
    await refresh()
    expect(await part(a, x, DAY)).toBe(null)
    expect(await part(a, p, DAY)).toBe(1)
    expect(await part(b, p, DAY)).toBe(null)
    expect(await part(b, q, DAY)).toBe(null)
  })

  test('of which one part is known: the rest stays in the province', async () => {
    const [p, q] = [await province('P'), await province('Q')]
    const [a, z] = [await commune('A', p, BEFORE), await commune('Z', q, AFTER)]
    await follows(a, z, 0.25)
    await refresh()
    expect(await part(a, z, DAY)).toBe(0.25)
    expect(await part(a, q, DAY)).toBe(0.25)
    expect(await part(a, p, DAY)).toBe(0.75)
  })

  test('in a district goes with its communes, and comes together in the province', async () => {
    const [old, fresh] = [await province('Cũ', BEFORE), await province('Mới', AFTER)]
    await follows(old, fresh)
    const d = await district('D', old, BEFORE)
    const [a, b] = [await commune('A', d, BEFORE), await commune('B', d, BEFORE)]
    const [x, y] = [await commune('X', fresh, AFTER), await commune('Y', fresh, AFTER)]
    await follows(a, x)
    await follows(b, y)
    const lone = await district('E', old, BEFORE)
    await refresh()
    expect(await part(d, x, DAY)).toBe(null)
    expect(await part(d, fresh, DAY)).toBe(1)
    expect(await part(lone, fresh, DAY)).toBe(1)
    expect(await part(lone, x, DAY)).toBe('no')
  })

  test('on the boundaries of a day before it was: exact only where all of it came from there', async () => {
    const old = await province('Cũ', BEFORE)
    const [d, e] = [await district('D', old, BEFORE), await district('E', old, BEFORE)]
    const fresh = await province('Mới', AFTER)
    await follows(old, fresh)
    const [a, b, c] = [
      await commune('A', d, BEFORE),
      await commune('B', d, BEFORE),
      await commune('C', e, BEFORE),
    ]
    const [x, y, z] = [
      await commune('X', fresh, AFTER),
      await commune('Y', fresh, AFTER),
      await commune('Z', fresh, AFTER),
    ]
    await follows(a, x)
    await follows(b, x, null)
    await follows(b, y, null)
    await follows(c, y)
    await refresh()
    const then = '2025-06-30'
    expect(await part(x, a, then)).toBe(null)
    expect(await part(x, d, then)).toBe(1)
    expect(await part(x, e, then)).toBe('no')
    expect(await part(y, d, then)).toBe(null)
    expect(await part(y, e, then)).toBe(null)
    expect(await part(y, old, then)).toBe(1)
    expect(await part(z, old, then)).toBe(1) // of unknown origin, but within its province
    expect(await part(z, a, then)).toBe('no')
  })

  test('before and after it gave a part away and went on is not the same ground', async () => {
    const p = await province('P')
    const [a, b] = [await commune('A', p, {}), await commune('B', p, {})]
    await follows(a, b, 0.2)
    await refresh()
    const [before, after] = ['2024-12-31', '2025-12-31']
    expect(await part(a, a, after, before)).toBe(0.8)
    expect(await part(a, b, after, before)).toBe(0.2)
    expect(await part(a, a, after, after)).toBe(1)
    expect(await part(a, a, before, after)).toBe(1)
    expect(await part(b, b, before, after)).toBe(null)
    expect(await part(b, a, before, after)).toBe(null)
    expect(await part(b, p, before, after)).toBe(1)
  })

  test('stays its own through a new name and a new kind', async () => {
    const p = await province('P')
    const a = await commune('A', p, { untilOn: '2023-12-31' })
    await owner
      .insertInto('unit_versions')
      .values({
        unit_id: a,
        from_on: '2024-01-01',
        level: 'commune',
        kind: 'phường',
        name: 'A',
        parent_id: p,
      })
      .execute()
    await refresh()
    const rows = await owner
      .selectFrom('unit_parts')
      .select(['unit_id', 'from_on', 'until_on', 'share'])
      .where('origin_id', '=', a)
      .orderBy(sql`unit_id = ${p}`)
      .execute()
    const whole = { from_on: '2020-01-01', until_on: FOREVER, share: '1.0000000000' }
    expect(rows).toEqual([
      { unit_id: a, ...whole },
      { unit_id: p, ...whole },
    ])
  })

  test('that says more than the whole is never counted twice', async () => {
    const p = await province('P')
    const a = await commune('A', p, BEFORE)
    const [x, y] = [await commune('X', p, AFTER), await commune('Y', p, AFTER)]
    await follows(a, x)
    await follows(a, y)
    await refresh()
    expect([await part(a, x, DAY), await part(a, y, DAY), await part(a, p, DAY)]).toEqual([
      null,
      null,
      1,
    ])
  })
})

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]
test.each(SEEDS)(
  'random trees, acts and days: no share is lost, none counted twice (%i)',
  async (seed) => {
    const random = chance(seed)
    const { touched, days } = await randomTree(owner, random)
    await refresh()
    const made = await look()
    for (const day of days) {
      const { rows } = await sql<{
        origin: Id
        level: string
        parts: number
        known: number
        sum: string
      }>`
        select u.origin_id || ' ' || u.stated_from as origin, v.level, count(*)::int as parts,
          count(u.share)::int as known, coalesce(sum(u.share), 0) as sum
        from unit_parts u join unit_versions v on v.unit_id = u.unit_id
          and ${day}::date between v.from_on and v.until_on
        where ${day}::date between u.from_on and u.until_on
          and ${day}::date >= (select min(o.from_on) from unit_versions o where o.unit_id = u.origin_id)
        group by 1, 2`.execute(owner)
      expect(rows.length).toBeGreaterThan(0)
      expect(Math.max(...rows.map(({ sum }) => Number(sum)))).toBeLessThan(1 + 1e-6)
      // every level but the districts covers all of the nation, so nothing may be missing there
      const whole = rows.filter(
        ({ level, parts, known }) =>
          level === 'nation' || (level !== 'district' && parts === known),
      )
      expect(whole.length).toBeGreaterThan(0)
      for (const { sum } of whole) expect(Number(sum)).toBeCloseTo(1, 6)
    }
    // made anew for the touched units alone it is the same
    for (const some of touched) await refresh(some)
    expect(await look()).toEqual(made)
  },
)

async function look() {
  const rows = await owner
    .selectFrom('unit_parts')
    .selectAll()
    .orderBy('unit_id')
    .orderBy('origin_id')
    .orderBy('stated_from')
    .orderBy('from_on')
    .execute()
  return rows
}

test('is read by whoever is signed in, and by nobody else', async () => {
  await province('P')
  await refresh()
  const seen = (account: string) =>
    app.transaction().execute(async (tx) => {
      await sql`set local hopluc.account = ${sql.lit(account)}`.execute(tx)
      return (await tx.selectFrom('unit_parts').selectAll().execute()).length
    })
  expect(await seen('')).toBe(0)
  expect(await seen('00000000-0000-4000-8000-000000000001')).toBe(1)
  const write = app.transaction().execute(async (tx) => {
    await sql`set local hopluc.account = '00000000-0000-4000-8000-000000000001'`.execute(tx)
    await sql`set local hopluc.role = 'officer'`.execute(tx)
    await sql`insert into unit_parts (origin_id, unit_id, from_on, until_on)
      select id, id, ${addDays(DAY, 1)}, ${FOREVER} from units`.execute(tx)
  })
  await expect(write).rejects.toThrow(/row-level security/)
})
