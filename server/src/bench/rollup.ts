import type { FigureTable } from '@hopluc/shared/figures'
import { FigureTableQuery } from '@hopluc/shared/figures'
import type { Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { figureTable, refreshSums } from '../modules/figures/index.ts'
import { type Actor, createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { systemContext } from '../platform/jobs-run.ts'
import { addUpAll, makeRollupNation, type RollupNation } from './rollup-data.ts'
import type { Bench, BenchPlace } from './types.ts'

const TODAY = '2026-03-10'
const NOW = new Date(`${TODAY}T03:00:00Z`)
const PERIOD = '2025h1'
/** What the table is made of, as one would sum it by hand. */
const BASE = ['H1', 'H2', 'H3', 'H8', 'H9', 'H10', 'H11', 'H12']
const BEAT_MS = 500

/**
 * The national six-month table with its comparison and a province's dashboard on today's boundaries,
 * beside sums over the raw figures by hand; how long after an acceptance a table shows it; and how the
 * national table grows with the years. Targets: 300 ms, 100 ms, 2 s. Twenty million figures are made first:
 * a quarter of an hour on two idle cores, 13 GB in the temporary folder until the end.
 */
export const rollup: Bench = {
  kind: 'database',
  names: ['rollup.national.p95', 'rollup.province.p95', 'rollup.fresh.seconds', 'rollup.growth'],
  run: async (place) => {
    const { owner, isSmall, progress } = place
    const nation = await makeRollupNation(owner, isSmall, progress)
    const rounds = isSmall ? 5 : 30
    const [first = 0, ...earlier] = nation.years
    let figures = await fill(place, nation, [first])
    const oneYear = await measureTable(place, nation.observer, nation.nationId, rounds)
    figures += await fill(place, nation, earlier)
    const national = await measureTable(place, nation.observer, nation.nationId, rounds)
    const [province = ''] = nation.provinces
    const provincial = await measureTable(place, nation.officer, province, rounds)
    const fresh = await measureFresh(place, nation, isSmall ? 3 : 20)
    const size = `${nation.provinces.length} provinces, ${nation.communes} communes, ${nation.years.length} years of quarterly returns, ${figures} figures`
    const yardstick =
      'yardstick: the same sums by hand-written SQL over the raw figures, as the owner, in the same run'
    return [
      line('rollup.national.p95', national, `target 300 ms; ${size}; ${yardstick}`),
      line('rollup.province.p95', provincial, `target 100 ms; ${size}; ${yardstick}`),
      {
        name: 'rollup.fresh.seconds',
        value: round3(at(fresh, 0.95) / 1000),
        unit: 's',
        note: `p95 of ${fresh.length} acceptances of a whole return, until the national table shows it, with a beat every ${BEAT_MS} ms; target 2 s; ${size}`,
      },
      {
        name: 'rollup.growth',
        value: round3(at(national.own, 0.95) / at(oneYear.own, 0.95)),
        unit: 'times',
        yardstick: round3(at(national.plain, 0.5) / at(oneYear.plain, 0.5)),
        note: `national table with ${nation.years.length} years against 1 (${at(oneYear.own, 0.95).toFixed(1)} ms); yardstick: the same of the hand-written sums`,
      },
    ]
  },
}

/** Years of figures; other indexes than the key are made afterwards, which is quicker than row by row. */
async function fill(
  { owner, progress }: BenchPlace,
  nation: RollupNation,
  years: readonly number[],
): Promise<number> {
  const { rows } = await sql<{ name: string; made: string }>`select indexname as name,
      replace(indexdef, ' ON ONLY ', ' ON ') as made
    from pg_indexes where schemaname = 'public' and tablename = 'figures' and indexname not like '%pkey'`.execute(
    owner,
  )
  for (const { name } of rows) await sql`drop index ${sql.id(name)}`.execute(owner)
  let count = 0
  for (const year of years) {
    count += await nation.fillYear(year)
    progress(`${year}: ${count} figures`)
  }
  for (const { made } of rows) await sql.raw(made).execute(owner)
  await sql`analyze`.execute(owner)
  progress('indexes are made')
  await addUpAll(owner, TODAY, years)
  await sql`analyze figure_sums, figure_sum_states`.execute(owner)
  progress('everything is added up')
  return count
}

interface Times {
  own: number[]
  plain: number[]
}

async function measureTable(
  { db, owner, progress }: BenchPlace,
  actor: Actor,
  unitId: Id,
  rounds: number,
): Promise<Times> {
  const context = createContext(db, actor, TODAY, NOW)
  const query = FigureTableQuery.parse({ unit: unitId, period: PERIOD })
  const own = () => figureTable(context, query)
  const plain = () => byHand(owner, unitId)
  const [table, raw] = [await own(), await plain()]
  const [mine, theirs] = [totalOf(table, 'H8'), raw.get('H8 2025-01-01')]
  if (mine === null || mine !== theirs)
    throw new Error(`not the same: ${String(mine)} and ${String(theirs)} by hand`)
  const times: Times = { own: [], plain: [] }
  for (let round = 0; round < rounds; round += 1) {
    times.own.push(await timed(own))
    if (round < 5) times.plain.push(await timed(plain))
  }
  progress(
    `table of ${table.rows.length} rows: ${at(times.own, 0.5).toFixed(1)} ms, by hand ${at(times.plain, 0.5).toFixed(1)} ms`,
  )
  return times
}

const totalOf = ({ columns, total }: FigureTable, code: string) => {
  const column = columns.find((one) => one.code === code)
  return total.cells.find(({ indicatorId }) => indicatorId === column?.id)?.value ?? null
}

/** The table's own numbers out of the raw figures: of the unit and of each below it, for three periods. */
async function byHand(owner: Kysely<Schema>, unitId: Id): Promise<Map<string, number>> {
  const { rows } = await sql<{ unit: Id; code: string; from: string; value: number }>`
    select u.unit_id as unit, i.code, p.from_on::text as from,
      (case when i.adds_up = 'mean' then sum(f.value * u.share) / sum(f.weight * u.share)
        else sum(f.value * u.share) end)::float8 as value
    from periods p
    join unit_parts u on (u.unit_id = ${unitId} or u.unit_id in (select unit_id from unit_versions
        where parent_id = ${unitId} and ${TODAY}::date between from_on and until_on))
      and p.until_on between u.stated_from and u.stated_until
      and ${TODAY}::date between u.from_on and u.until_on
    join indicators i on i.code = any (${BASE}::text[])
    join figures f on f.unit_id = u.origin_id and f.period_id = p.id and f.indicator_id = i.id
      and f.year = extract(year from p.from_on) and f.breakdown_id = 0 and f.is_last
    where p.kind = 'half' and p.from_on in ('2025-01-01', '2024-01-01', '2024-07-01')
    group by 1, 2, 3, i.adds_up`.execute(owner)
  return new Map(
    rows.flatMap(({ unit, code, from, value }) =>
      unit === unitId ? [[`${code} ${from}`, value] as const] : [],
    ),
  )
}

/** A commune's whole return is accepted anew; how long until the nation's table shows it. */
async function measureFresh(
  { db, jobsDb, owner, progress }: BenchPlace,
  nation: RollupNation,
  times: number,
): Promise<number[]> {
  const beating = new AbortController()
  const beat = (async () => {
    while (!beating.signal.aborted) {
      await refreshSums(systemContext({ jobsDb, now: () => NOW }))
      await sleep(BEAT_MS, undefined, { signal: beating.signal }).catch(() => undefined)
    }
  })()
  const context = createContext(db, nation.observer, TODAY, NOW)
  const query = FigureTableQuery.parse({ unit: nation.nationId, period: PERIOD })
  const { rows } = await sql<{ unit_id: Id }>`select distinct f.unit_id from figures f
    join periods p on p.id = f.period_id and p.kind = 'half' and p.from_on = '2025-01-01'
    where f.year = 2025 and f.breakdown_id = 0 and f.is_last limit ${times}`.execute(owner)
  const taken: number[] = []
  try {
    for (const { unit_id: unit } of rows) {
      const before = totalOf(await figureTable(context, query), 'H8') ?? 0
      await accept(owner, unit)
      const start = performance.now()
      while (totalOf(await figureTable(context, query), 'H8') === before) await sleep(20)
      taken.push(performance.now() - start)
    }
  } finally {
    beating.abort()
    await beat
  }
  progress(`fresh after ${at(taken, 0.5).toFixed(0)} ms in the middle`)
  return taken
}

/** As an accepted return does: new versions of all its cells, in one transaction. */
async function accept(owner: Kysely<Schema>, unitId: Id): Promise<void> {
  await sql`with replaced as (
      update figures f set is_last = false from periods p
      where p.id = f.period_id and p.kind = 'half' and p.from_on = '2025-01-01' and f.year = 2025
        and f.unit_id = ${unitId} and f.is_last returning f.*)
    insert into figures (unit_id, entity_id, indicator_id, year, period_id, breakdown_id, seq, value, weight,
      state, source, stated_by)
    select unit_id, entity_id, indicator_id, year, period_id, breakdown_id, seq + 1, value + 7, weight, state,
      source, stated_by from replaced`.execute(owner)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The value below which a share of them lies. */
function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const round3 = (value: number) => Number(value.toFixed(3))

const line = (name: string, { own, plain }: Times, note: string) => ({
  name,
  value: Number(at(own, 0.95).toFixed(2)),
  unit: 'ms',
  yardstick: Number(at(plain, 0.95).toFixed(2)),
  ratio: round3(at(own, 0.95) / at(plain, 0.95)),
  note: `${note}; ratio of the medians ${(at(own, 0.5) / at(plain, 0.5)).toFixed(3)}`,
})
