import { addDays, FOREVER, type Id, type PlainDate } from '@hopluc/shared/values'
import { type RawBuilder, sql } from 'kysely'
import { randomUUIDv7 as newId } from 'node:crypto'
import { createApp } from '../app.ts'
import { type Actor, createContext } from '../platform/context.ts'
import type { Reader } from '../platform/db.ts'
import type { Jobs } from '../platform/jobs.ts'
import { anOrganisation, signIn } from '../testing/organisation.ts'
import { makeNation } from './nation.ts'
import type { Bench } from './types.ts'

const DAYS: readonly PlainDate[] = ['2025-07-01', '2026-03-10', '2027-12-31', '2030-01-15']

const NO_JOBS: Jobs = {
  enqueue: async () => '',
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}

/** The whole nation on a day as a person's request reads it, beside the same rows selected plainly. */
export const unitsTree: Bench = {
  kind: 'database',
  names: ['units.tree.p95'],
  run: async ({ db, owner, isSmall, progress }) => {
    const rounds = isSmall ? 10 : 200
    const { units } = await makeNation(owner, isSmall ? 0.06 : 1)
    await anOrganisation(owner)
    const app = createApp({
      db,
      now: () => new Date('2026-03-10T03:00:00Z'),
      jobs: NO_JOBS,
      isDemo: false,
      secureCookies: false,
    })
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
    const headers = await signIn(app, 'observer')
    let size = 0
    const asked = async (day: PlainDate) => {
      const url = `/api/units/tree?asOf=${day}`
      const { body } = await app.inject({ url, headers })
      size = body.split('","commune","').length - 1
    }
    const whole = (round: number) => asked(addDays('2025-07-01', round))
    const rename = (round: number) =>
      sql`update unit_versions set name = name || '.'
        where unit_id = ${communes[round % communes.length]}`.execute(owner)
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
    const [wholeTimes, plainTimes] = [await timesOf(rounds, whole), await timesOf(rounds, plain)]
    const fresh = await timesOf(rounds, whole, rename)
    const [up, down] = [await timesOf(rounds, above), await timesOf(rounds, below)]
    const beside = `ancestors p95 ${up.p95} ms, descendants of a province p95 ${down.p95} ms; refresh of ancestry ${ancestry} ms, of all parts ${parts} ms, of the parts of an act on ${act.length} communes ${some} ms`
    return [
      {
        name: 'units.tree.p95',
        value: wholeTimes.p95,
        unit: 'ms',
        yardstick: plainTimes.p95,
        ratio: Number((wholeTimes.p95 / plainTimes.p95).toFixed(2)),
        note: `${size} communes of ${units} units on a day, asked for by an observer of the application in one process: session, row security, check and JSON; half within ${wholeTimes.half} ms, ${wholeTimes.cpu} ms of this process’s time each (of the yardstick ${plainTimes.cpu}); yardstick: the same rows of unit_versions by day, selected and written as JSON; ${rounds} rounds, each another day; when a unit has changed before each p95 ${fresh.p95} ms, half within ${fresh.half} ms, ${fresh.cpu} ms of this process; beside it: ${beside}`,
      },
    ]
  },
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return Math.round(performance.now() - started)
}

interface Times {
  /** Milliseconds in which 95 of 100 were done, and half of them. */
  p95: number
  half: number
  /** Milliseconds of this process for one: however loaded the machine is. */
  cpu: number
}

/** `first` is done before each round and not counted. */
async function timesOf(
  rounds: number,
  work: (round: number) => Promise<unknown>,
  first?: (round: number) => Promise<unknown>,
): Promise<Times> {
  for (let at = 0; at < 10; at += 1) await work(at) // warms the pool and the plans
  const times: number[] = []
  const spent: number[] = []
  for (let place = 0; place < rounds; place += 1) {
    await first?.(place)
    const before = process.cpuUsage()
    const started = performance.now()
    await work(place)
    times.push(performance.now() - started)
    const { user, system } = process.cpuUsage(before)
    spent.push((user + system) / 1000)
  }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.ceil(rounds * share) - 1] ?? 0)
  const cpu = round(spent.reduce((sum, one) => sum + one, 0) / rounds)
  return { p95: at(0.95), half: at(0.5), cpu }
}

const round = (value: number) => Number(value.toFixed(2))

function anActor(): Actor {
  const ids = { accountId: newId(), postId: newId(), agencyId: newId(), committeeId: null }
  return { ...ids, role: 'observer', byWords: 'Đo' }
}
