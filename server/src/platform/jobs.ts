import { randomUUIDv7 } from 'node:crypto'
import type { Id } from '@hopluc/shared/values'
import pg from 'pg'
import { fromKysely, type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Actor } from './context.ts'
import type { Tx } from './db.ts'
import {
  createRunner,
  type JobHandler,
  type JobKind,
  type Runner,
  type RunServices,
} from './jobs-run.ts'
import { JOB_SCHEMA } from './jobs-schema.ts'

export { handle, type JobHandler, type JobKind, jobKind, SYSTEM_ACCOUNT } from './jobs-run.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const CONNECTIONS = 3
const BATCH = 100

export interface JobOptions {
  /** Not before this instant. */
  after?: Date
  /** For a kind that coalesces: those that wait with the same key are done by one run. */
  key?: string
}

export interface Jobs {
  /**
   * Asks for the work in the caller's transaction, to be done as the actor; when that rolls back, it
   * was never asked. Answers the id of the row in `jobs` under which the actor sees it.
   */
  enqueue: <T extends object>(
    tx: Tx,
    actor: Actor,
    kind: JobKind<T>,
    payload: T,
    options?: JobOptions,
  ) => Promise<Id>
  /** The same for work of the system itself, such as sending mail. */
  enqueueSystem: <T extends object>(
    tx: Tx,
    kind: JobKind<T>,
    payload: T,
    options?: JobOptions,
  ) => Promise<void>
  /** Begins to work and to keep the times of recurring work. */
  start: () => Promise<void>
  /** Does all that waits, now, and answers how many there were; for tests and commands. */
  drain: () => Promise<number>
  /** Takes no more work, waits for what is being done, and lets go of the connections. */
  stop: () => Promise<void>
}

export interface JobServices extends RunServices {
  /** How the jobs' role logs in. */
  connection: pg.PoolConfig
  handlers: readonly JobHandler[]
}

export function createJobs(services: JobServices): Jobs {
  const { handlers, log } = services
  const pool = new pg.Pool({ ...services.connection, max: CONNECTIONS })
  pool.on('error', (error) => log.error(error, 'jobs: a connection was lost'))
  const runner = createRunner(services, pool)
  const { sender, worker } = queues(services, pool)
  const stages = { ready: undefined as Promise<void> | undefined, isWorking: false }

  const prepare = () => {
    stages.ready ??= sender.start().then(async () => {
      for (const handler of handlers) await sender.createQueue(handler.kind.name, queueOf(handler))
    })
    return stages.ready
  }
  const send = async (tx: Tx, name: string, data: object, { after, key }: JobOptions) => {
    await prepare()
    const later = after ? { startAfter: after } : {}
    await sender.send(name, { ...data, key }, { db: fromKysely(tx), ...later })
  }
  return {
    enqueue: async (tx, actor, kind, payload, options = {}) => {
      const id = randomUUIDv7()
      const row = { id, name: kind.name, account_id: actor.accountId, post_id: actor.postId }
      await tx.insertInto('jobs').values(row).execute()
      const origin = actor.origin && { address: actor.origin.address }
      const data = { jobId: id, actor: { ...actor, origin }, payload: kind.payload.parse(payload) }
      await send(tx, kind.name, data, options)
      return id
    },
    enqueueSystem: (tx, kind, payload, options = {}) =>
      send(tx, kind.name, { payload: kind.payload.parse(payload) }, options),
    start: async () => {
      await prepare()
      await worker.start()
      stages.isWorking = true
      await keepSchedules(worker, handlers)
      for (const handler of handlers.filter((one) => !one.everySeconds))
        await worker.work(
          handler.kind.name,
          {
            includeMetadata: true,
            perJobResults: true,
            batchSize: handler.coalesces ? BATCH : 1,
            pollingIntervalSeconds: handler.isUrgent ? 0.5 : 3,
          },
          (jobs: JobWithMetadata<unknown>[]) => runAll(runner, handler, jobs),
        )
      runner.beat(handlers)
    },
    drain: async () => {
      await prepare()
      return drain(sender, handlers, runner)
    },
    stop: async () => {
      await runner.stop()
      if (stages.isWorking) await worker.stop({ graceful: true, timeout: 20_000 })
      if (stages.ready) {
        await stages.ready.catch(() => undefined)
        await sender.stop({ graceful: false })
      }
      await pool.end()
    },
  }
}

/** One that only sends, and so needs no timers of upkeep, and one that works. */
function queues({ log }: JobServices, pool: pg.Pool) {
  const executeSql = (text: string, values?: unknown[]) =>
    pool.query<Record<string, unknown>>(text, values)
  const shared = { schema: JOB_SCHEMA, migrate: false, db: { executeSql } }
  const sender = new PgBoss({ ...shared, supervise: false, schedule: false })
  const worker = new PgBoss({ ...shared, reindex: false, cronMonitorIntervalSeconds: 20 })
  for (const boss of [sender, worker])
    boss.on('error', (error) => log.error(error, 'jobs: the queue failed'))
  return { sender, worker }
}

function queueOf({ retries = 3, seconds = 900 }: JobHandler) {
  const backoff = { retryLimit: retries, retryDelay: 5, retryBackoff: true, retryDelayMax: 3600 }
  return { ...backoff, expireInSeconds: seconds, deleteAfterSeconds: 7 * 86_400 }
}

/** The list in the program is the truth: what it no longer names no longer recurs. */
async function keepSchedules(boss: PgBoss, handlers: readonly JobHandler[]): Promise<void> {
  const wanted = new Map(handlers.flatMap(({ kind, cron }) => (cron ? [[kind.name, cron]] : [])))
  for (const { name } of await boss.getSchedules())
    if (!wanted.has(name)) await boss.unschedule(name)
  for (const [name, cron] of wanted) await boss.schedule(name, cron, { payload: {} }, { tz: ZONE })
}

/** One run for each key; without a key, one for each job. A failure is that key's alone. */
async function runAll(
  runner: Runner,
  handler: JobHandler,
  jobs: readonly JobWithMetadata<unknown>[],
): Promise<JobResult[]> {
  const results: JobResult[] = []
  const groups = Map.groupBy(jobs, (job) => runner.keyOf(job))
  for (const group of groups.values()) {
    const [first] = group
    if (!first) continue
    const status = await runner.run(handler, first)
    for (const { id } of group) results.push({ id, status })
  }
  return results
}

async function drain(
  boss: PgBoss,
  handlers: readonly JobHandler[],
  runner: Runner,
): Promise<number> {
  const options = { includeMetadata: true, batchSize: BATCH, ignoreStartAfter: true } as const
  for (let count = 0; ;) {
    const before = count
    for (const handler of handlers) {
      const { name } = handler.kind
      const jobs = await boss.fetch<unknown>(name, options)
      count += jobs.length
      for (const { id, status } of await runAll(runner, handler, jobs))
        await (status === 'completed' ? boss.complete(name, id) : boss.fail(name, id))
    }
    if (count === before) return count
  }
}
