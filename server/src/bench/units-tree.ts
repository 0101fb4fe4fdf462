import { FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { UnitTree } from '@hopluc/shared/units'
import { tree } from '../modules/units/index.ts'
import { type Actor, createContext } from '../platform/context.ts'
import type { Reader } from '../platform/db.ts'
import { makeNation } from './nation.ts'
import type { Bench } from './types.ts'

const DAYS: readonly PlainDate[] = ['2025-07-01', '2026-03-10', '2027-12-31', '2030-01-15']

/** The whole nation on a day as a person's request reads it, beside the same rows selected plainly. */
export const unitsTree: Bench = {
  kind: 'database',
  names: ['units.tree.p95'],
  run: async ({ db, owner, isSmall, progress }) => {
    const rounds = isSmall ? 10 : 200
    const { units } = await makeNation(owner, isSmall ? 0.06 : 1)
    await sql`analyze`.execute(owner)
    const ancestry = await timed(() => sql`select refresh_ancestry()`.execute(owner))
    await sql`analyze unit_ancestry`.execute(owner)
    const parts = await timed(() => sql`select refresh_unit_parts()`.execute(owner))
    await sql`analyze unit_parts`.execute(owner)
    const all = await owner
      .selectFrom('unit_versions')
      .select(['unit_id', 'level'])
      .where('until_on', '=', FOREVER)
      .orderBy('unit_id')
      .execute()
    const communes = all.filter(({ level }) => level === 'commune').map((row) => row.unit_id)
    const provinces = all.filter(({ level }) => level === 'province').map((row) => row.unit_id)
    const act = communes.slice(0, 100)
    const some = await timed(() => sql`select refresh_unit_parts(${act}::uuid[])`.execute(owner))
    progress(
      `${units} units: ancestry ${ancestry} ms, parts ${parts} ms, parts of ${act.length} communes ${some} ms`,
    )
    const read = <T>(work: (db: Reader) => Promise<T>) =>
      createContext(db, anActor(), '2026-03-10', new Date()).read(work)
    const dayOf = (round: number) => DAYS[round % DAYS.length] ?? '2026-03-10'
    let size = 0
    const whole = async (round: number) => {
      const day = dayOf(round)
      const found = await read((reader) => tree(reader, day))
      size = UnitTree.parse({ day, units: found }).units.length
      JSON.stringify(found)
    }
    const plain = async (round: number) => {
      const rows = await read((reader) =>
        reader
          .selectFrom('unit_versions')
          .select(['unit_id', 'level', 'kind', 'name', 'code', 'parent_id'])
          .where('from_on', '<=', dayOf(round))
          .where('until_on', '>=', dayOf(round))
          .execute(),
      )
      JSON.stringify(rows)
    }
    const ids = (statement: RawBuilder<{ id: Id }>) =>
      read((reader) =>
        reader
          .selectFrom(sql<{ id: Id }>`(${statement})`.as('found'))
          .selectAll('found')
          .execute(),
      )
    const above = (round: number) =>
      ids(sql`select ancestor_id as id from unit_ancestry
        where descendant_id = ${communes[round % communes.length]}
        and ${dayOf(round)}::date between from_on and until_on`)
    const below = (round: number) =>
      ids(sql`select descendant_id as id from unit_ancestry
        where ancestor_id = ${provinces[round % provinces.length]}
        and ${dayOf(round)}::date between from_on and until_on`)
    await p95(10, whole) // warms the pool and the plans
    await p95(10, plain)
    const [value, yardstick] = [await p95(rounds, whole), await p95(rounds, plain)]
    const [up, down] = [await p95(rounds, above), await p95(rounds, below)]
    const beside = `ancestors ${up} ms, descendants of a province ${down} ms; refresh of ancestry ${ancestry} ms, of all parts ${parts} ms, of the parts of an act on ${act.length} communes ${some} ms`
    return [
      {
        name: 'units.tree.p95',
        value,
        unit: 'ms',
        yardstick,
        ratio: Number((value / yardstick).toFixed(2)),
        note: `${size} of ${units} units on a day, read under row security, checked and written as JSON; yardstick: the same rows of unit_versions by day; ${rounds} rounds; beside it: ${beside}`,
      },
    ]
  },
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return Math.round(performance.now() - started)
}

/** Milliseconds in which 95 of 100 were done. */
async function p95(rounds: number, work: (round: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now()
    await work(round)
    times.push(performance.now() - started)
  }
  const sorted = times.toSorted((a, b) => a - b)
  return Number((sorted[Math.ceil(rounds * 0.95) - 1] ?? 0).toFixed(2))
}

function anActor(): Actor {
  const ids = { accountId: newId(), postId: newId(), agencyId: newId(), committeeId: null }
  return { ...ids, role: 'observer', byWords: 'Đo' }
}
