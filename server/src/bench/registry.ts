import { EntityCountQuery, EntityQuery } from '@hopluc/shared/entity-lists'
import type { Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { countEntities, listEntities } from '../modules/registry/index.ts'
import { type Actor, createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { anAgency, aPerson } from '../testing/organisation-parts.ts'
import { fillRegistry } from './registry-data.ts'
import type { Bench } from './types.ts'

const TODAY = '2026-03-10'
const NOW = new Date(`${TODAY}T03:00:00Z`)

/** Whose list: of the nation, of a province, of a commune. */
interface Reader {
  actor: Actor
  unitId: Id
}

/** What people filter by; the page and the sums of all that is found. */
const FILTERS: readonly Record<string, string>[] = [
  {},
  { kind: 'cooperative', sector: 'agriculture' },
  { commodity: 'lua,rau' },
  { size: 'medium,large' },
  { size: 'micro' },
  { membersFrom: '300', sort: 'members', order: 'desc' },
  { status: 'suspended' },
  { law: '2012', sort: 'capital', order: 'desc' },
  { asOf: '2020-06-30', kind: 'cooperative' },
  { sort: 'updated', order: 'desc' },
  { workersFrom: '20', capitalFrom: '500000000' },
  { revenueFrom: '500000000', sort: 'capital', order: 'desc' },
]
const DAYS = ['2026-03-10', '2025-06-30', '2020-06-30', '2017-12-31'] as const

/**
 * The list with its sums under row security beside hand-written SQL as the owner, and counts by sector
 * and province on several days beside the same. Target: ≤ 100 ms, ≤ 300 ms, ratio at most 1.5.
 */
export const registry: Bench = {
  kind: 'database',
  names: ['registry.list.p95', 'registry.count_as_of.p95'],
  run: async ({ db, owner, isSmall, progress }) => {
    const { cooperatives, groups } = await fillRegistry(owner, isSmall, progress)
    const readers = await makeReaders(owner)
    const size = `${cooperatives} cooperatives with ten versions each and ${groups} groups`
    const lists = await measureLists(db, owner, readers, isSmall ? 1 : 8, progress)
    const counts = await measureCounts(db, owner, readers, isSmall ? 2 : 10, progress)
    const figure = (name: string, { own, plain }: Times, note: string) => ({
      name,
      value: Number(at(own, 0.95).toFixed(2)),
      unit: 'ms',
      yardstick: Number(at(plain, 0.95).toFixed(2)),
      ratio: Number((at(own, 0.95) / at(plain, 0.95)).toFixed(3)),
      note: `${note}; ${size}; yardstick: hand-written SQL on the same database without row security, ratio of the medians ${(at(own, 0.5) / at(plain, 0.5)).toFixed(3)}`,
    })
    return [
      figure(
        'registry.list.p95',
        lists,
        `first page of 50 with count and sums, ${FILTERS.length} filters by readers of the nation, a province and a commune; target 100 ms, ratio 1.5`,
      ),
      figure(
        'registry.count_as_of.p95',
        counts,
        `entities and members by sector and province on ${DAYS.length} days, of the nation and of a province; target 300 ms, ratio 1.5`,
      ),
    ]
  },
}

interface Times {
  own: number[]
  plain: number[]
}

async function makeReaders(owner: Kysely<Schema>): Promise<Reader[]> {
  const unit = async (level: string) => {
    const row = await owner
      .selectFrom('unit_versions')
      .select('unit_id')
      .where('level', '=', level)
      .where('until_on', '=', '9999-12-31')
      .orderBy('unit_id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    return row.unit_id
  }
  const reader = async (level: string, kind: string, role: 'observer' | 'officer') => {
    const unitId = await unit(level)
    const agencyId = await anAgency(owner, { unitId, kind, name: level, shortName: level })
    const { actor, accountId } = await aPerson(owner, level, { role, agencyId, title: 'Đo' })
    await sql`select refresh_scopes(${accountId})`.execute(owner)
    return { actor, unitId }
  }
  return [
    await reader('nation', 'ministry', 'observer'),
    await reader('province', 'department', 'officer'),
    await reader('commune', 'people_committee', 'officer'),
  ]
}

async function measureLists(
  db: Kysely<Schema>,
  owner: Kysely<Schema>,
  readers: readonly Reader[],
  rounds: number,
  progress: (words: string) => void,
): Promise<Times> {
  const times: Times = { own: [], plain: [] }
  for (const [index, reader] of readers.entries()) {
    const context = createContext(db, reader.actor, TODAY, NOW)
    for (const filters of FILTERS) {
      const query = EntityQuery.parse(filters)
      const own = () => listEntities(context, query)
      const plain = () => handWrittenList(owner, reader, query)
      const found = await own()
      const { count, names } = await plain()
      const isSame =
        found.total?.count === count && found.items.every(({ name }) => names.has(name))
      if (!isSame) throw new Error(`not the same: ${JSON.stringify(filters)} of reader ${index}`)
      const mine: Times = { own: [], plain: [] }
      for (let round = 0; round < rounds; round += 1) {
        mine.own.push(await timed(own))
        mine.plain.push(await timed(plain))
      }
      progress(
        `list ${index} ${JSON.stringify(filters)}: ${at(mine.own, 0.5).toFixed(1)} ms, plain ${at(mine.plain, 0.5).toFixed(1)} ms, ${count} found`,
      )
      times.own.push(...mine.own)
      times.plain.push(...mine.plain)
    }
  }
  return times
}

async function measureCounts(
  db: Kysely<Schema>,
  owner: Kysely<Schema>,
  readers: readonly Reader[],
  rounds: number,
  progress: (words: string) => void,
): Promise<Times> {
  const times: Times = { own: [], plain: [] }
  for (const reader of readers.slice(0, 2)) {
    const context = createContext(db, reader.actor, TODAY, NOW)
    for (const asOf of DAYS) {
      const query = EntityCountQuery.parse({ by: 'sector,province', asOf })
      const own = () => countEntities(context, query)
      const plain = () => handWrittenCount(owner, reader, asOf)
      const sum = (rows: readonly { count: number }[]) =>
        rows.reduce((all, { count }) => all + count, 0)
      const [found, beside] = [await own(), await plain()]
      if (found.rows.length !== beside.length || sum(found.rows) !== sum(beside))
        throw new Error(`not the same counts on ${asOf}`)
      const mine: Times = { own: [], plain: [] }
      for (let round = 0; round < rounds; round += 1) {
        mine.own.push(await timed(own))
        mine.plain.push(await timed(plain))
      }
      progress(
        `count on ${asOf}: ${at(mine.own, 0.5).toFixed(1)} ms, plain ${at(mine.plain, 0.5).toFixed(1)} ms, ${sum(beside)} entities`,
      )
      times.own.push(...mine.own)
      times.plain.push(...mine.plain)
    }
  }
  return times
}

/** Units below it and below what it came from; of the nation nobody asks where it is. */
const below = ({ actor, unitId }: Reader) =>
  actor.role === 'observer'
    ? sql`true`
    : sql`s.unit_id in (select descendant_id from unit_ancestry where ancestor_id = any (
        array(select ${unitId}::uuid union all select from_id from unit_successions where to_id = ${unitId})))`

/** As somebody would write it who knows whose list it is: the same page, the same sums. */
async function handWrittenList(owner: Kysely<Schema>, reader: Reader, query: EntityQuery) {
  const day = query.asOf ?? TODAY
  const where = sql`${below(reader)}
    and ${day}::date between s.from_on and s.until_on
    ${query.status ? sql`and s.status = any (${query.status}::text[])` : sql`and s.is_live`}
    ${query.kind ? sql`and s.kind = any (${query.kind}::text[])` : sql``}
    ${query.sector ? sql`and s.sector = any (${query.sector}::text[])` : sql``}
    ${query.commodity ? sql`and s.commodities && ${query.commodity}::text[]` : sql``}
    ${query.law ? sql`and s.law = any (${query.law}::text[])` : sql``}
    ${query.membersFrom ? sql`and s.members >= ${query.membersFrom}` : sql``}
    ${query.capitalFrom ? sql`and s.capital >= ${query.capitalFrom}` : sql``}
    ${query.workersFrom ? sql`and v.workers >= ${query.workersFrom}` : sql``}
    ${query.revenueFrom ? sql`and r.value * 1000000 >= ${query.revenueFrom}` : sql``}
    ${
      query.size
        ? sql`and coalesce(t.size, case when s.members is not null and exists (select from size_thresholds z
            where z.field = s.field and z.size = 'small' and ${day}::date between z.from_on and z.until_on)
            then 'micro' end) = any (${query.size}::text[])`
        : sql``
    }`
  const from = sql`from entity_spans s join entities e on e.id = s.entity_id
    ${
      query.workersFrom
        ? sql`join entity_versions v on v.entity_id = s.entity_id and ${day}::date between v.from_on and v.until_on`
        : sql``
    }
    ${
      query.revenueFrom
        ? sql`join figures r on r.entity_id = s.entity_id and r.is_last and r.year = 2025
            and r.indicator_id = (select id from indicators where code = 'H10')`
        : sql``
    }
    ${
      query.size
        ? sql`left join figures f on f.entity_id = s.entity_id and f.is_last and f.year = 2025
            and f.indicator_id = (select id from indicators where code = 'H10')
          left join lateral (select size from size_thresholds z where z.field = s.field
            and ${day}::date between z.from_on and z.until_on and s.members >= z.members
            and (f.value * 1000000 >= z.revenue or s.capital >= z.capital)
            order by z.members desc limit 1) t on true`
        : sql``
    }`
  const by = {
    name: sql`s.sort_words`,
    members: sql`s.members`,
    capital: sql`s.capital`,
    updated: sql`e.updated_at`,
  }
  const page = await sql<{ name: string }>`
    select s.entity_id, s.name, s.code, s.kind, s.status, s.members, s.capital, s.law, s.sector, e.updated_at,
      u.kind || ' ' || u.name as unit
    ${from} join unit_versions u on u.unit_id = s.unit_id and ${day}::date between u.from_on and u.until_on
    where ${where} order by ${by[query.sort]} ${sql.raw(query.order)}
      ${query.order === 'desc' ? sql`nulls last` : sql``}, s.entity_id ${sql.raw(query.order)} limit 51`.execute(
    owner,
  )
  const total = await sql<{
    count: number
  }>`select count(*)::int as count, sum(s.members) as members,
    sum(s.capital) as capital ${from} where ${where}`.execute(owner)
  return { count: total.rows[0]?.count ?? 0, names: new Set(page.rows.map(({ name }) => name)) }
}

async function handWrittenCount(owner: Kysely<Schema>, reader: Reader, day: string) {
  const { rows } = await sql<{ count: number }>`
    select a.ancestor_id, s.sector, count(*)::int as count, sum(s.members) as members
    from entity_spans s join unit_ancestry a on a.descendant_id = s.unit_id and ${day}::date between a.from_on and a.until_on
    join unit_versions p on p.unit_id = a.ancestor_id and p.level = 'province' and ${day}::date between p.from_on and p.until_on
    where ${day}::date between s.from_on and s.until_on and s.is_live
      and ${below(reader)}
    group by 1, 2`.execute(owner)
  return rows
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
