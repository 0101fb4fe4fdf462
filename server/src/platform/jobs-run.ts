import { setTimeout as sleep } from 'node:timers/promises'
import { Role } from '@hopluc/shared/session'
import { Id, PlainDate } from '@hopluc/shared/values'
import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import type { JobWithMetadata } from 'pg-boss'
import * as z from 'zod'
import { calendarDay } from './clock.ts'
import { type Actor, type Context, createContext } from './context.ts'
import type { Reader, Schema, Tx } from './db.ts'
import { AppError } from './errors.ts'
import { countJob } from './metrics.ts'

/** Under whom the system itself works; `accounts` has its row, and the audit its name. */
export const SYSTEM_ACCOUNT: Id = '00000000-0000-7000-8000-000000000001'

/** A kind of work by name: what modules hand around to ask for it without knowing who does it. */
export interface JobKind<T> {
  name: string
  payload: z.ZodType<T>
}

export function jobKind<T>(name: string, payload: z.ZodType<T>): JobKind<T> {
  return { name, payload }
}

/** What a job of the system works with: the jobs' role, under the system's account. */
export interface SystemContext {
  today: PlainDate
  now: Date
  read: <T>(work: (db: Reader) => Promise<T>) => Promise<T>
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}

export interface JobManner {
  /** Minute, hour, day, month, weekday in Vietnam: done then as the system, with `{}` as payload. */
  cron?: string
  /** Done by one process at a time, this long after its last end; never queued. */
  everySeconds?: number
  /** Several that wait with the same key are done by one run. */
  coalesces?: boolean
  /** A person waits for it: looked for twice a second. */
  isUrgent?: boolean
  /** How often it is tried again after a failure, ever later. Default 3. */
  retries?: number
  /** After which it counts as failed. Default 900. */
  seconds?: number
}

export interface JobHandler extends JobManner {
  kind: { name: string }
  run: (source: JobSource) => Promise<object | undefined>
}

/** Says how far work that a person waits for is: so many of so many. */
export type Report = (done: number, total: number) => Promise<void>

interface JobSource {
  report?: Report
  payload: unknown
  /** With the rights of the person who asked. */
  context: Context | undefined
  system: SystemContext
}

interface JobDeeds<T> extends JobManner {
  /** As the person who asked for it, with their rights of the day; what it answers is kept for them. */
  asPerson?: (context: Context, payload: T, report: Report) => Promise<object | void>
  /** As the system. */
  asSystem?: (system: SystemContext, payload: T) => Promise<object | void>
}

const silent: Report = () => Promise.resolve()

/** Says who does a kind of work, and how. */
export function handle<T>(kind: JobKind<T>, deeds: JobDeeds<T>): JobHandler {
  const { asPerson, asSystem, ...manner } = deeds
  return {
    ...manner,
    kind,
    run: async ({ payload, context, system, report = silent }) => {
      const parsed = kind.payload.parse(payload)
      if (context && asPerson) return (await asPerson(context, parsed, report)) ?? undefined
      if (!context && asSystem) return (await asSystem(system, parsed)) ?? undefined
      throw new Error(`${kind.name} was asked for by ${context ? 'a person' : 'the system'}`)
    },
  }
}

export interface Log {
  error: (error: unknown, words: string) => void
}

export interface RunServices {
  /** As the application's role: work that a person asked for is done with their rights. */
  db: Kysely<Schema>
  /** As the jobs' role. */
  jobsDb: Kysely<Schema>
  now: () => Date
  log: Log
  /** The actor as they are today; undefined when the post is no longer theirs. */
  findActor?: (actor: Actor, now: Date) => Promise<Actor | undefined>
}

const ActorSchema: z.ZodType<Actor> = z.object({
  accountId: Id,
  postId: Id,
  role: Role,
  agencyId: Id,
  committeeId: Id.nullable(),
  byWords: z.string(),
  origin: z.object({ address: z.string() }).optional(),
})
const PROGRESS = 'update jobs set progress = $2 where id = $1'

const Envelope = z.object({
  jobId: Id.optional(),
  actor: ActorSchema.optional(),
  payload: z.unknown(),
  key: z.string().optional(),
})

export interface Runner {
  run: (handler: JobHandler, job: JobWithMetadata<unknown>) => Promise<'completed' | 'failed'>
  /** What runs together; a job without a key stands alone. */
  keyOf: (job: JobWithMetadata<unknown>) => string
  /** Starts what is done every few seconds. */
  beat: (handlers: readonly JobHandler[]) => void
  stop: () => Promise<void>
}

export function createRunner(services: RunServices, pool: pg.Pool): Runner {
  const { db, now, log, findActor } = services
  const stopping = new AbortController()
  const beats: Promise<void>[] = []

  const contextOf = async (stored: Actor | undefined): Promise<Context | undefined> => {
    if (!stored) return undefined
    const at = now()
    const actor = findActor ? await findActor(stored, at) : stored
    const { origin } = stored
    if (actor) return createContext(db, { ...actor, origin }, calendarDay(at), at)
    throw new AppError('forbidden', 'jobs.post_ended', {
      vi: 'Chức vụ của người yêu cầu đã kết thúc trước khi công việc được thực hiện.',
      en: 'The post of the person who asked ended before the work was done.',
    })
  }
  const note = async (id: Id | undefined, state: string, result: object | null, error?: string) => {
    if (!id) return
    const ended = state === 'running' ? 'started_at' : 'ended_at'
    await pool.query(
      `update jobs set state = $2, result = $3, error = $4, ${ended} = now() where id = $1`,
      [id, state, result === null ? null : JSON.stringify(result), error ?? null],
    )
  }
  const run = async (handler: JobHandler, job: JobWithMetadata<unknown>) => {
    const { jobId, actor, payload } = Envelope.parse(job.data)
    try {
      await note(jobId, 'running', null)
      const system = systemContext(services)
      const report: Report = async (done, total) => {
        if (jobId) await pool.query(PROGRESS, [jobId, JSON.stringify({ done, total })])
      }
      const result = await handler.run({ payload, context: await contextOf(actor), system, report })
      await note(jobId, 'done', result ?? null)
      countJob(handler.kind.name, 'completed')
      return 'completed'
    } catch (error) {
      log.error(error, `jobs: ${handler.kind.name} ${job.id} failed`)
      countJob(handler.kind.name, 'failed')
      // A refusal is an answer: trying again would not change it.
      if (error instanceof AppError) {
        await note(jobId, 'failed', null, error.sentences.vi)
        return 'completed'
      }
      const isLast = job.retryCount >= job.retryLimit
      if (isLast) await note(jobId, 'failed', null, 'Hệ thống gặp lỗi, công việc chưa hoàn thành.')
      return 'failed'
    }
  }
  const beatOne = async (handler: JobHandler, seconds: number) => {
    while (!stopping.signal.aborted) {
      await alone(services, handler).catch((error: unknown) =>
        log.error(error, `jobs: ${handler.kind.name} failed`),
      )
      await sleep(seconds * 1000, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  return {
    run,
    keyOf: (job) => Envelope.parse(job.data).key ?? job.id,
    beat: (handlers) => {
      for (const handler of handlers)
        if (handler.everySeconds) beats.push(beatOne(handler, handler.everySeconds))
    },
    stop: async () => {
      stopping.abort()
      await Promise.all(beats)
    },
  }
}

/** Of several processes one does it; the others find it taken and try at their next beat. */
async function alone(services: RunServices, handler: JobHandler): Promise<void> {
  await services.jobsDb.transaction().execute(async (tx) => {
    const lock = sql<{ is_ours: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${`hopluc.beat.${handler.kind.name}`}, 0)) as is_ours`
    const { rows } = await lock.execute(tx)
    if (!rows[0]?.is_ours) return
    await handler.run({ payload: {}, context: undefined, system: systemContext(services) })
  })
}

/** Opens transactions of the jobs' role that say it is the system that acts. */
export function systemContext({ jobsDb, now }: Pick<RunServices, 'jobsDb' | 'now'>): SystemContext {
  const at = now()
  const today = calendarDay(at)
  const open = <T>(mode: 'read only' | 'read write', work: (tx: Tx) => Promise<T>) =>
    jobsDb
      .transaction()
      .setAccessMode(mode)
      .execute(async (tx) => {
        await sql`set local hopluc.account = ${sql.lit(SYSTEM_ACCOUNT)}`.execute(tx)
        await sql`set local hopluc.day = ${sql.lit(PlainDate.parse(today))}`.execute(tx)
        return work(tx)
      })
  return {
    today,
    now: at,
    read: (work) => open('read only', work),
    write: (work) => open('read write', work),
  }
}
