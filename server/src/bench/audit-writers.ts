import type { TaskEvent } from '@hopluc/shared/task-deeds'
import { NewTask } from '@hopluc/shared/tasks'
import type { Id } from '@hopluc/shared/values'
import type { Kysely } from 'kysely'
import { randomUUID } from 'node:crypto'
import { create } from '../modules/task-giving/index.ts'
import { append } from '../modules/task-records/index.ts'
import * as audit from '../platform/audit.ts'
import { type Actor, type Context, createContext } from '../platform/context.ts'
import type { Schema } from '../platform/db.ts'
import { systemContext } from '../platform/jobs-run.ts'
import { anOrganisation } from '../testing/organisation.ts'
import type { Bench } from './types.ts'

const WRITERS = 200
const TODAY = '2026-03-10'

/** One who reports on a task of their own. */
interface Writer {
  context: Context
  taskId: Id
  count: number
}

/**
 * Task events a second by 200 writers at once, each event a transaction of the application's role
 * under row security, with its entry in the audit and the sealer at work, until the last entry is
 * sealed; beside the same events without audit. 1 means that the audit costs nothing.
 */
export const auditWriters: Bench = {
  kind: 'database',
  names: ['audit.writers.ratio'],
  run: async ({ db, jobsDb, owner, isSmall, progress }) => {
    const [events, rounds] = isSmall ? [2, 1] : [10, 7]
    const now = new Date()
    const system = systemContext({ jobsDb, now: () => now })
    const writers = await someWriters(db, owner, now)

    const work = async (writer: Writer, isAudited: boolean) => {
      const { context, taskId } = writer
      for (let done = 0; done < events; done += 1)
        await context.write(async (tx) => {
          writer.count += 1
          const event = report(writer.count)
          await append(tx, context.actor, [{ taskId, seq: writer.count, event }])
          if (isAudited) await audit.record(tx, context.actor, 'task.progress', taskId, event)
        })
    }
    const measure = async (isAudited: boolean) => {
      const state = { isDone: false }
      const started = performance.now()
      const sealing = (async () => {
        while (isAudited && !state.isDone) {
          await new Promise((resolve) => setTimeout(resolve, 1000))
          await audit.seal(system.write)
        }
      })()
      await Promise.all(writers.map((writer) => work(writer, isAudited)))
      if (isAudited) await audit.seal(system.write)
      const seconds = (performance.now() - started) / 1000
      state.isDone = true
      await sealing
      return (WRITERS * events) / seconds
    }
    await measure(false) // warms the pool and the plans
    await measure(true)
    const runs: { bare: number; audited: number }[] = []
    for (let round = 0; round < rounds; round += 1) {
      // Whoever comes second finds a warmer machine, or a busier one: by turns.
      const first = round % 2 === 0
      const one = await measure(!first)
      const other = await measure(first)
      runs.push(first ? { bare: one, audited: other } : { bare: other, audited: one })
      progress(`round ${round + 1}: ${JSON.stringify(runs.at(-1))}`)
    }
    const verdict = await audit.verify(jobsDb)
    const written = (rounds + 1) * WRITERS * events + WRITERS // and those that gave the tasks
    if (!verdict.isWhole || verdict.unsealed > 0 || verdict.entries !== written)
      throw new Error(`The chain is not whole: ${JSON.stringify(verdict)}`)
    return [
      {
        name: 'audit.writers.ratio',
        value: Math.round(median(runs.map(({ audited }) => audited))),
        unit: 'events/s',
        yardstick: Math.round(median(runs.map(({ bare }) => bare))),
        ratio: Number(median(runs.map(({ bare, audited }) => audited / bare)).toFixed(3)),
        note: `${WRITERS} writers at once, ${rounds} rounds of ${WRITERS * events} task events, each in a transaction of its own over a pool of 20, fsync on, with sealing of every entry in the time; yardstick: the same rounds without audit, by turns; median of the rounds and of their ratios; ${verdict.entries} entries verified, 0 unsealed`,
      },
    ]
  },
}

async function someWriters(
  db: Kysely<Schema>,
  owner: Kysely<Schema>,
  now: Date,
): Promise<Writer[]> {
  const { a } = await anOrganisation(owner)
  const contextOf = (actor: Actor) =>
    createContext(
      db,
      { ...actor, origin: { address: '10.0.0.7', sessionId: randomUUID() } },
      TODAY,
      now,
    )
  const standing = contextOf(a.standing.actor)
  const writers: Writer[] = []
  for (let index = 0; index < WRITERS; index += 1) {
    const task = await create(
      standing,
      NewTask.parse({
        issuerId: a.committeeId,
        title: `Khảo sát nhu cầu máy móc của các HTX, đợt ${index + 1}`,
        leadIds: [a.departmentId],
        dueOn: '2026-03-20',
        dueSource: 'document',
        start: { by: 'paper', number: '05/TB-BCĐ', signedOn: '2026-03-01' },
      }),
    )
    writers.push({ context: contextOf(a.officer.actor), taskId: task.id, count: task.version })
  }
  return writers
}

function report(count: number): TaskEvent {
  const text = `Đã làm việc với ${count} hợp tác xã; đang tổng hợp nhu cầu máy gặt, máy cấy và kho lạnh.`
  const percent = Math.min(95, count)
  return { action: 'progress', percent, text, fileIds: [], papers: [], on: TODAY }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
