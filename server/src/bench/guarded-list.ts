import type { TaskEvent } from '@hopluc/shared/task-deeds'
import { TaskQuery } from '@hopluc/shared/tasks'
import type { Id } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import { list } from '../modules/task-lists/index.ts'
import { fold } from '../modules/task-story/index.ts'
import { createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { anOrganisation, type TestProvince } from '../testing/organisation.ts'
import type { Bench } from './types.ts'

const TODAY = '2026-03-10'

/**
 * A page of the task list with its counts, under row security as the application's role, beside the
 * same without as the owner: 1 means that the guard costs nothing. The target is at most 1.3.
 */
export const guardedList: Bench = {
  kind: 'database',
  names: ['tasks.list.guarded.p95'],
  run: async ({ db, owner, isSmall, progress }) => {
    const [tasks, rounds] = isSmall ? [100, 10] : [2000, 40]
    const { a, b } = await anOrganisation(owner)
    for (const province of [a, b]) await fill(owner, province, tasks)
    await sql`vacuum analyze`.execute(owner)
    const contextOf = (role: Kysely<Schema>) =>
      createContext(role, a.standing.actor, TODAY, new Date(`${TODAY}T03:00:00Z`))
    const [guarded, bare] = [contextOf(db), contextOf(owner)]
    // Row security leaves out the other committee's; the owner is told to, so that both read the same.
    const query = TaskQuery.parse({ issuer: a.committeeId, limit: 50 })
    const [one, other] = [await list(guarded, query), await list(bare, query)]
    const isSame = JSON.stringify(one) === JSON.stringify(other)
    if (!isSame || one.counts.all !== tasks) throw new Error('The two lists are not the same')
    const times: { guarded: number[]; bare: number[] } = { guarded: [], bare: [] }
    for (let round = 0; round < rounds; round += 1) {
      times.guarded.push(await timed(() => list(guarded, query)))
      times.bare.push(await timed(() => list(bare, query)))
    }
    const [with95, without95] = [at(times.guarded, 0.95), at(times.bare, 0.95)]
    const medians = at(times.guarded, 0.5) / at(times.bare, 0.5)
    progress(`ratio of p95 ${(with95 / without95).toFixed(3)}, of medians ${medians.toFixed(3)}`)
    return [
      {
        name: 'tasks.list.guarded.p95',
        value: Number(with95.toFixed(2)),
        unit: 'ms',
        yardstick: Number(without95.toFixed(2)),
        ratio: Number((with95 / without95).toFixed(3)),
        note: `first page of 50 with counts, ${tasks} tasks of the committee beside ${tasks} of another, ${rounds} rounds by turns; yardstick: the same list without row security, as the owner; ratio of the medians ${medians.toFixed(3)}; target at most 1.3`,
      },
    ]
  },
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

/** Tasks of the committee, a third of them late, led by its two departments by turns. */
async function fill(owner: Kysely<Schema>, province: TestProvince, count: number): Promise<void> {
  const { committeeId, unitId, departmentId, otherDepartmentId, standing } = province
  const lead = sql<Id>`(case when n % 2 = 0 then ${departmentId}::uuid else ${otherDepartmentId}::uuid end)`
  const draft: TaskEvent = {
    action: 'draft',
    dueOn: '2026-03-01',
    leadId: departmentId,
    leadIds: [],
    coIds: [],
    isStanding: false,
    on: '2026-01-05',
  }
  const state = { ...fold([draft]), phase: 'taken_up', takenUpOn: '2026-01-06' }
  await sql`
    with made as (
      insert into tasks (id, issuer_id, issuer_unit_id, year, number, title, manner, origin, lead_id,
        is_given, version, state, created_by)
      select gen_random_uuid(), ${committeeId}, ${unitId}, 2026, n, 'Nhiệm vụ đo thứ ' || n, 'assign',
        'document', ${lead}, true, 3, ${JSON.stringify(state)}::jsonb, ${standing.accountId}
      from generate_series(1, ${sql.lit(count)}) n
      returning id, lead_id, number
    ), parties as (
      insert into task_parties (task_id, agency_id, part, from_on)
      select id, lead_id, 'lead', date '2026-01-05' from made
    )
    insert into task_spans (task_id, from_on, until_on, status, due_on, lead_id)
    select id, date '2026-01-05', date '9999-12-31',
      case number % 3 when 0 then 'overdue' when 1 then 'in_term' else 'done_in_time' end,
      date '2026-03-01' + number % 200, lead_id
    from made`.execute(owner)
}
