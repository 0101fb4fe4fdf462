import '../holding-list.ts'
import type { NewReorganisation } from '@hopluc/shared/reorganisations'
import { FOREVER, type Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { createHash, randomUUIDv7 as newId } from 'node:crypto'
import { seriesOn } from '../modules/figures/index.ts'
import { apply, carryOut, draw, preview, undo } from '../modules/reorganisations/index.ts'
import { type Actor, createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import type { Jobs } from '../platform/jobs.ts'
import { systemContext } from '../platform/jobs-run.ts'
import { makeNation } from './nation.ts'
import { stateOf } from './reorg-state.ts'
import { type BenchCommune, makeWork } from './reorg-work.ts'
import type { Bench } from './types.ts'

const [LAST_DAY, DAY, NOW] = ['2026-03-31', '2026-04-01', new Date('2026-04-02T03:00:00Z')]

/** What is asked for is done here at once. */
const JOBS: Jobs = {
  enqueue: async () => newId(),
  enqueueSystem: async () => undefined,
  start: async () => undefined,
  drain: async () => 0,
  stop: async () => undefined,
}

/** A hundred communes of the whole nation become thirty-four, and then a hundred again. */
export const reorg: Bench = {
  kind: 'database',
  names: ['reorg.merge.seconds', 'reorg.sums_equal', 'reorg.undo_identical'],
  run: async ({ db, jobsDb, owner, isSmall, progress }) => {
    const wanted = isSmall ? 4 : 100
    const size = {
      accounts: 5,
      tasks: isSmall ? 3 : 20,
      entities: isSmall ? 2 : 20,
      indicators: isSmall ? 4 : 40,
    }
    const { units } = await makeNation(owner, isSmall ? 0.06 : 1)
    await sql`select refresh_ancestry()`.execute(owner)
    await sql`select refresh_unit_parts()`.execute(owner)
    const chosen = await chooseCommunes(owner, wanted)
    const { communes, indicatorIds, adminId } = await makeWork(owner, chosen, size)
    await sql`analyze`.execute(owner)
    progress(`${units} units, ${communes.length} communes with their work`)

    const olds = communes.map(({ id }) => id)
    const admin = await adminOf(owner, adminId)
    const context = createContext(db, admin, '2026-04-02', NOW)
    const system = systemContext({ jobsDb, now: () => NOW })
    const { plan, groups } = planOf(communes)
    const news = [...groups.keys()]
    const series = (unitIds: readonly Id[], day: string) =>
      seriesSum(owner, indicatorIds, unitIds, day)

    const before = {
      state: await stateOf(owner),
      old: await series(olds, LAST_DAY),
      now: await series(olds, DAY),
      logs: await countLogs(owner),
    }
    const { id, version } = await draw(context, plan)
    const looked = performance.now()
    const seen = await preview(context, system, id, { version })
    const look = seconds(looked)
    if (!seen.canApply)
      throw new Error(
        JSON.stringify([...seen.errors, ...seen.questions.filter(({ isOpen }) => isOpen)]).slice(
          0,
          2000,
        ),
      )
    progress(
      `preview ${look} s: ${JSON.stringify(seen.held.map(({ kind, count }) => [kind, count]))}`,
    )

    const started = performance.now()
    const applying = await apply(context, system, JOBS, id, { version })
    await carryOut(system, id)
    const merge = seconds(started)
    progress(`applied in ${merge} s`)

    const after = { old: await series(olds, LAST_DAY) }
    const isOldEqual = after.old.sum === before.old.sum
    const unequal = await countUnequal(owner, indicatorIds, groups)
    progress(
      `old boundaries ${isOldEqual ? 'equal' : 'NOT equal'}, new boundaries: ${unequal} sums differ`,
    )

    const undone = performance.now()
    await undo(context, system, JOBS, id, { version: applying.version + 1 })
    await carryOut(system, id)
    const back = seconds(undone)
    const again = {
      state: await stateOf(owner),
      old: await series(olds, LAST_DAY),
      now: await series(olds, DAY),
      logs: await countLogs(owner),
    }
    const differing = Object.keys(before.state).filter(
      (table) => before.state[table] !== again.state[table],
    )
    const isIdentical =
      differing.length === 0 &&
      again.old.sum === before.old.sum &&
      again.now.sum === before.now.sum &&
      again.logs.events > before.logs.events &&
      again.logs.audit > before.logs.audit
    progress(`taken back in ${back} s; differing: ${differing.join(' ') || 'nothing'}`)
    const data = `${communes.length} communes into ${news.length}, in a nation of ${units} units; ${before.old.points} quarterly figures of ${indicatorIds.length} indicators, ${communes.length * size.tasks} open tasks, ${communes.length * size.accounts} accounts, ${communes.length * size.entities} entities`
    return [
      {
        name: 'reorg.merge.seconds',
        value: merge,
        unit: 's',
        note: `one transaction, from the order to the report; ${data}; beside it: preview ${look} s, undo ${back} s`,
      },
      {
        name: 'reorg.sums_equal',
        value: isOldEqual && unequal === 0 ? 1 : 0,
        unit: '1 = equal',
        note: `checksum of all ${before.old.points} points on old boundaries before and after; ${news.length * indicatorIds.length * 40} totals on new boundaries against the sums of what was stated, means weighed anew: ${unequal} differ`,
      },
      {
        name: 'reorg.undo_identical',
        value: isIdentical ? 1 : 0,
        unit: '1 = identical',
        note: `${Object.keys(before.state).length} tables with all their ranges of days, and the series on both boundaries; differing: ${differing.join(' ') || 'none'}; task events ${before.logs.events} → ${again.logs.events}, audit ${before.logs.audit} → ${again.logs.audit}`,
      },
    ]
  },
}

const seconds = (since: number) => Number(((performance.now() - since) / 1000).toFixed(2))

/** Half of them in one province, half in another, each of today. */
async function chooseCommunes(owner: Kysely<Schema>, wanted: number) {
  const rows = await owner
    .selectFrom('unit_versions')
    .select(['unit_id as id', 'name', 'parent_id'])
    .where('level', '=', 'commune')
    .where('until_on', '=', FOREVER)
    .orderBy('parent_id')
    .orderBy('name')
    .execute()
  const byProvince = [...Map.groupBy(rows, ({ parent_id }) => parent_id ?? '')]
  return byProvince
    .slice(0, 2)
    .flatMap(([provinceId, some]) =>
      some.slice(0, wanted / 2).map(({ id, name }) => ({ id, name, provinceId })),
    )
}

async function adminOf(owner: Kysely<Schema>, accountId: Id): Promise<Actor> {
  const post = await owner
    .selectFrom('posts')
    .select(['id', 'agency_id'])
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  const ids = { accountId, postId: post.id, agencyId: post.agency_id, committeeId: null }
  return { ...ids, role: 'admin', byWords: 'Đo' }
}

/** Three at a time within a province. */
function planOf(communes: readonly BenchCommune[]) {
  const groups = new Map<Id, BenchCommune[]>()
  for (const some of Map.groupBy(communes, ({ provinceId }) => provinceId).values())
    for (let at = 0; at < some.length; at += 3) groups.set(newId(), some.slice(at, at + 3))
  const founded = [...groups].map(([id, some], at) => ({
    id,
    level: 'commune' as const,
    kind: 'xã',
    name: `Minh Hợp ${at + 1}`,
    code: `9${String(at).padStart(4, '0')}`,
    parentId: some[0]?.provinceId ?? null,
  }))
  const agencies = founded.flatMap(({ id: unitId, name }) => {
    const committeeId = newId()
    const common = {
      unitId,
      symbol: null,
      manner: 'assign' as const,
      needsApproval: false,
      names: [],
    }
    return [
      {
        ...common,
        id: committeeId,
        kind: 'people_committee' as const,
        name: `UBND xã ${name}`,
        shortName: 'UBND',
        actsForId: null,
      },
      {
        ...common,
        id: newId(),
        kind: 'office' as const,
        name: `Phòng Kinh tế xã ${name}`,
        shortName: 'Phòng Kinh tế',
        actsForId: committeeId,
      },
    ]
  })
  const plan: NewReorganisation = {
    act: 'Nghị quyết đo',
    decidedOn: '2026-03-01',
    onDay: DAY,
    title: 'Sắp xếp đo',
    documentId: null,
    plan: {
      units: {
        founded,
        changed: [],
        ended: communes.map(({ id }) => id),
        successions: [...groups].flatMap(([toId, some]) =>
          some.map(({ id }) => ({
            fromId: id,
            toId,
            isWhole: true,
            share: null,
            isEstimate: false,
          })),
        ),
      },
      agencies: { founded: agencies, changed: [], ended: [], successions: [] },
      answers: {},
    },
  }
  return { plan, groups }
}

async function periodsOf(owner: Kysely<Schema>): Promise<number[]> {
  const rows = await owner.selectFrom('periods').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** A checksum of every point of every series of these units on the boundaries of a day. */
async function seriesSum(
  owner: Kysely<Schema>,
  indicatorIds: readonly Id[],
  unitIds: readonly Id[],
  boundariesOn: string,
): Promise<{ sum: string; points: number }> {
  const periods = await periodsOf(owner)
  const hash = createHash('sha256')
  let points = 0
  for (const indicatorId of indicatorIds) {
    const found = await seriesOn(owner, { indicatorId, unitIds, periods, boundariesOn })
    points += found.length
    hash.update(JSON.stringify(found))
  }
  return { sum: hash.digest('hex'), points }
}

/** Points on new boundaries that are not what the communes inside had stated, added up. */
async function countUnequal(
  owner: Kysely<Schema>,
  indicatorIds: readonly Id[],
  groups: ReadonlyMap<Id, readonly BenchCommune[]>,
): Promise<number> {
  const periods = await periodsOf(owner)
  let unequal = 0
  for (const indicatorId of indicatorIds) {
    const found = await seriesOn(owner, {
      indicatorId,
      unitIds: [...groups.keys()],
      periods,
      boundariesOn: DAY,
    })
    const read = new Map(found.map((point) => [`${point.unitId} ${point.periodId}`, point.value]))
    const pairs = [...groups].flatMap(([to, some]) => some.map(({ id }) => ({ from: id, to })))
    const { rows } = await sql<{ key: string; value: number }>`
      select g."to" || ' ' || f.period_id as key,
        (case when i.adds_up = 'mean' then sum(f.value) / sum(f.weight) else sum(f.value) end)::float8 as value
      from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as g ("from" uuid, "to" uuid)
      join figures f on f.unit_id = g."from" and f.is_last and f.indicator_id = ${indicatorId}
      join indicators i on i.id = f.indicator_id
      group by g."to", f.period_id, i.adds_up`.execute(owner)
    unequal += rows.filter(({ key, value }) => read.get(key) !== value).length
    unequal += Math.abs(rows.length - found.length)
  }
  return unequal
}

async function countLogs(owner: Kysely<Schema>): Promise<{ events: number; audit: number }> {
  const count = async (table: 'task_events' | 'audit_entries') => {
    const row = await owner
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }
  return { events: await count('task_events'), audit: await count('audit_entries') }
}
