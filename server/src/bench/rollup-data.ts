import type { Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../platform/db.ts'
import { anAgency, aPerson, refresh } from '../testing/organisation-parts.ts'
import type { Actor } from '../platform/context.ts'
import { makeNation } from './nation.ts'
import type { BenchSettings } from './types.ts'

const LAST_YEAR = 2025
const INDICATORS = 60
/** Of the indicators so many are broken down, by this many parts each. */
const BROKEN_DOWN = 32
const PARTS = 3

/** Returns of a year: a quarter, six months, nine months and the year. */
const KINDS = [
  ['quarter', '01-01', '03-31'],
  ['half', '01-01', '06-30'],
  ['nine_months', '01-01', '09-30'],
  ['year', '01-01', '12-31'],
] as const

export interface RollupNation {
  nationId: Id
  provinces: Id[]
  observer: Actor
  /** Of the first province. */
  officer: Actor
  /** Fills a year; the last one first. */
  fillYear: (year: number) => Promise<number>
  years: number[]
  communes: number
}

/** Units of then and of today, who reads, and the cells of a return; figures are filled year by year. */
export async function makeRollupNation(
  owner: Kysely<Schema>,
  isSmall: boolean,
  progress: BenchSettings['progress'],
): Promise<RollupNation> {
  await makeNation(owner, isSmall ? 0.06 : 1)
  await refresh(owner)
  await sql`select refresh_unit_parts()`.execute(owner)
  const { rows } = await sql<{
    id: Id
    level: string
  }>`select unit_id as id, level from unit_versions
    where level in ('nation', 'province') and until_on = '9999-12-31' order by level, name`.execute(
    owner,
  )
  const nationId = rows.find(({ level }) => level === 'nation')?.id ?? ''
  const provinces = rows.flatMap(({ id, level }) => (level === 'province' ? [id] : []))
  const [first = ''] = provinces
  const ministryId = await anAgency(owner, {
    unitId: nationId,
    kind: 'ministry',
    name: 'Bộ Tài chính',
    shortName: 'Bộ Tài chính',
  })
  const departmentId = await anAgency(owner, {
    unitId: first,
    kind: 'department',
    name: 'Sở Tài chính',
    shortName: 'Sở Tài chính',
  })
  const person = (name: string, role: 'observer' | 'officer', agencyId: Id) =>
    aPerson(owner, name, { role, agencyId, title: 'Chuyên viên' })
  const observer = await person('observer', 'observer', ministryId)
  const officer = await person('officer', 'officer', departmentId)
  await refresh(owner)
  progress('units and who reads them are there')
  await makeCells(owner)
  const communes = await countReporters(owner)
  const years = Array.from({ length: isSmall ? 2 : 10 }, (_, index) => LAST_YEAR - index)
  return {
    nationId,
    provinces,
    observer: observer.actor,
    officer: officer.actor,
    fillYear: (year) => fillYear(owner, year),
    years,
    communes,
  }
}

/** The catalogue's own indicators and made-up ones up to sixty, and which cells a return has. */
async function makeCells(owner: Kysely<Schema>): Promise<void> {
  await sql`insert into indicators (id, code, name, measure, adds_up)
    select gen_random_uuid(), 'Z' || n, 'Chỉ tiêu thử ' || n, 'HTX', 'sum'
    from generate_series(1, ${INDICATORS} - (select count(*)::int from indicators where origin <> 'formula')) n`.execute(
    owner,
  )
  await sql`create table bench_cells as
    select i.id as indicator_id, b.id as breakdown_id,
      i.adds_up in ('mean', 'ratio') as is_mean
    from (select id, adds_up, row_number() over (order by place, code) as n from indicators
      where origin <> 'formula' order by place, code limit ${INDICATORS}) i
    join (select 0 as id, 0 as part union all
      select id, row_number() over (order by id) from breakdowns where parts ? 'sector') b
      on b.part = 0 or b.part <= ${PARTS} and i.n <= ${BROKEN_DOWN}`.execute(owner)
  // Who reports: the communes of today, and before them of each one of those from which it came.
  await sql`create table bench_reporters as
    select v.unit_id, v.from_on, v.until_on from unit_versions v
    where v.level = 'commune' and v.until_on = '9999-12-31'
    union
    select s.one, v.from_on, v.until_on from (
      select distinct on (to_id) to_id, from_id as one from unit_successions
      where is_whole order by to_id, from_id) s
    join unit_versions v on v.unit_id = s.one and v.level = 'commune'`.execute(owner)
}

async function countReporters(owner: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from bench_reporters
    where until_on = '9999-12-31'`.execute(owner)
  return rows[0]?.count ?? 0
}

/** All returns of a year, straight into its partition: by rows of a unit and period, as returns are accepted. */
async function fillYear(owner: Kysely<Schema>, year: number): Promise<number> {
  for (const [kind, from, until] of KINDS)
    await sql`insert into periods (kind, from_on, until_on)
      values (${kind}, ${`${year}-${from}`}, ${`${year}-${until}`})
      on conflict (kind, from_on) do nothing`.execute(owner)
  const of = sql`extract(year from p.from_on) = ${year}
    and p.until_on between r.from_on and r.until_on`
  await sql`insert into expected_reporters (period_id, unit_id)
    select p.id, r.unit_id from periods p join bench_reporters r on ${of}
    on conflict do nothing`.execute(owner)
  const { numAffectedRows } = await sql`insert into ${sql.table(`figures_${year}`)}
      (unit_id, indicator_id, year, period_id, breakdown_id, value, weight, state, source, stated_by)
    select r.unit_id, c.indicator_id, ${year}, p.id, c.breakdown_id,
      abs(hashtextextended(r.unit_id::text || c.indicator_id, c.breakdown_id + p.id)) % 100000,
      case when c.is_mean then 20 end, 'checked', '{"from":"return"}', r.unit_id
    from periods p join bench_reporters r on ${of} cross join bench_cells c
    order by r.unit_id, p.id`.execute(owner)
  return Number(numAffectedRows ?? 0)
}

/** Adds up everything once, as after a first import. */
export async function addUpAll(
  owner: Kysely<Schema>,
  today: string,
  years: readonly number[],
): Promise<void> {
  const { rows } = await sql<{ unit_id: Id; period_id: number }>`
    select distinct v.unit_id, p.id as period_id from periods p
    join unit_versions v on v.level = 'province'
      and (p.until_on between v.from_on and v.until_on or ${today}::date between v.from_on and v.until_on)
    where extract(year from p.from_on) = any (${[...years]}::int[])`.execute(owner)
  const waiting = rows.values()
  const one = async () => {
    for (const { unit_id: unit, period_id: period } of waiting)
      await sql`select refresh_figure_sums(${unit}, ${period}, ${today}::date)`.execute(owner)
  }
  await Promise.all([one(), one()])
  await sql`delete from stale_sums`.execute(owner)
  await sql`update sums_day set on_day = ${today}`.execute(owner)
}
