import { randomUUIDv7 as newId } from 'node:crypto'
import { sql } from 'kysely'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { aDatabase } from '../testing/database.ts'
import { type Actor, createContext } from './context.ts'
import { AppError } from './errors.ts'
import { createJobs, handle, jobKind, SYSTEM_ACCOUNT } from './jobs.ts'

const { app, jobs: jobsDb, owner, connection } = await aDatabase()
const now = new Date('2026-03-10T05:00:00Z')
const Words = z.object({ words: z.string() })
const said = jobKind('test.say', Words)
const refused = jobKind('test.refuse', Words)
const broken = jobKind('test.break', Words)
const summed = jobKind('test.sum', Words)
const ticked = jobKind('test.tick', z.object({}))

let seen: object[] = []
let errors: string[] = []
let isPostEnded = false
const handlers = [
  handle(said, {
    isUrgent: true,
    asPerson: async (context, { words }) => {
      const acting = await context.read((db) => db.selectFrom('acting').selectAll().execute())
      seen.push({ words, ...acting[0] })
      return { words: words.length }
    },
    asSystem: async (system, { words }) => {
      const acting = await system.read((db) => db.selectFrom('acting').selectAll().execute())
      seen.push({ words, ...acting[0] })
    },
  }),
  handle(refused, {
    asPerson: async () => {
      throw new AppError('rule', 'test.no', { vi: 'Không được.', en: 'No.' })
    },
  }),
  handle(broken, {
    retries: 0,
    asPerson: async () => {
      throw new Error('a bug')
    },
  }),
  handle(summed, { coalesces: true, asSystem: async (_, { words }) => void seen.push({ words }) }),
  handle(ticked, { everySeconds: 0.05, asSystem: async () => void seen.push({ tick: true }) }),
  handle(jobKind('test.nightly', z.object({})), {
    cron: '30 0 * * *',
    asSystem: async () => void seen.push({}),
  }),
]
const services = {
  db: app,
  jobsDb,
  handlers,
  connection: connection('jobs'),
  now: () => now,
  log: { error: (error: unknown) => void errors.push(String(error)) },
  findActor: async (actor: Actor) => (isPostEnded ? undefined : actor),
}
const queue = createJobs(services)
const actor: Actor = {
  accountId: newId(),
  postId: newId(),
  agencyId: newId(),
  committeeId: null,
  role: 'standing',
  byWords: 'Người thử',
}
const context = createContext(app, actor, '2026-03-10', now)
const ask = (kind: typeof said, words: string, by = actor) =>
  context.write((tx) => queue.enqueue(tx, by, kind, { words }))
const stateOf = (id: string) =>
  context.read((db) =>
    db.selectFrom('jobs').select(['state', 'result', 'error']).where('id', '=', id).execute(),
  )

beforeEach(() => {
  seen = []
  errors = []
  isPostEnded = false
})
afterAll(() => queue.stop())

describe('what a person asks for', () => {
  test('is done as that person on the day, and its result kept for them', async () => {
    const id = await ask(said, 'xin chào')
    expect(await stateOf(id)).toEqual([{ state: 'waiting', result: null, error: null }])
    expect(await queue.drain()).toBe(1)
    const { accountId: account_id, postId: post_id, role } = actor
    expect(seen).toMatchObject([
      { words: 'xin chào', account_id, post_id, role, today: '2026-03-10' },
    ])
    expect(await stateOf(id)).toEqual([{ state: 'done', result: { words: 8 }, error: null }])
  })

  test('was never asked when the transaction rolls back', async () => {
    const failing = context.write(async (tx) => {
      await queue.enqueue(tx, actor, said, { words: 'không' })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await queue.drain()).toBe(0)
  })

  test('tells the sentence of a refusal, and is not tried again', async () => {
    const id = await ask(refused, 'x')
    expect(await queue.drain()).toBe(1)
    expect(await stateOf(id)).toMatchObject([{ state: 'failed', error: 'Không được.' }])
    expect(await queue.drain()).toBe(0)
  })

  test('fails with a general sentence on a bug, which is logged', async () => {
    const id = await ask(broken, 'x')
    await queue.drain()
    const error = 'Hệ thống gặp lỗi, công việc chưa hoàn thành.'
    expect(await stateOf(id)).toMatchObject([{ state: 'failed', error }])
    expect(errors).toEqual(['Error: a bug'])
  })

  test('is not done when the post has ended meanwhile', async () => {
    const id = await ask(said, 'x')
    isPostEnded = true
    await queue.drain()
    expect(seen).toEqual([])
    expect(await stateOf(id)).toMatchObject([{ state: 'failed' }])
  })

  test('is seen by nobody else, and nobody asks in the name of another', async () => {
    const id = await ask(said, 'x')
    const other = { ...actor, accountId: newId() }
    const rows = await createContext(app, other, '2026-03-10', now).read((db) =>
      db.selectFrom('jobs').select('id').where('id', '=', id).execute(),
    )
    expect(rows).toEqual([])
    await expect(ask(said, 'x', other)).rejects.toThrow('row-level security')
    await queue.drain()
  })
})

describe('what the system does', () => {
  test('is done under its own account and the role of jobs', async () => {
    await context.write((tx) => queue.enqueueSystem(tx, said, { words: 'tự động' }))
    await queue.drain()
    expect(seen).toMatchObject([{ words: 'tự động', account_id: SYSTEM_ACCOUNT, post_id: null }])
  })

  test('is done once for each key of those that wait', async () => {
    for (const key of ['tỉnh A', 'tỉnh B', 'tỉnh A', 'tỉnh A'])
      await context.write((tx) => queue.enqueueSystem(tx, summed, { words: key }, { key }))
    expect(await queue.drain()).toBe(4)
    expect(seen).toHaveLength(2)
    expect(seen).toEqual(expect.arrayContaining([{ words: 'tỉnh A' }, { words: 'tỉnh B' }]))
  })
})

test('a started queue works by itself, beats once across processes, and knows its nights', async () => {
  const second = createJobs(services)
  await Promise.all([queue.start(), second.start()])
  const id = await ask(said, 'chạy')
  const deadline = Date.now() + 8000
  while ((await stateOf(id))[0]?.state !== 'done' && Date.now() < deadline) await sleep(50)
  expect(await stateOf(id)).toMatchObject([{ state: 'done' }])
  expect(seen.filter((one) => 'tick' in one).length).toBeGreaterThan(1)
  const nights = sql<object>`select name, cron, timezone from pgboss.schedule`
  expect((await nights.execute(owner)).rows).toEqual([
    { name: 'test.nightly', cron: '30 0 * * *', timezone: 'Asia/Ho_Chi_Minh' },
  ])
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_stat_activity
    where usename = 'hopluc_jobs' and datname = current_database()`.execute(owner)
  expect(rows[0]?.count).toBeLessThanOrEqual(9) // two queues of three, and the pool of this test
  await second.stop()
})

test('the application asks as the acting person, not as another, nor past a reorganisation', async () => {
  const put = (name: string, data: object, by = context) =>
    by.write((tx) =>
      sql`insert into pgboss.job_common (name, data) values (${name}, ${JSON.stringify(data)}::jsonb)`.execute(
        tx,
      ),
    )
  const payload = { words: 'x' }
  await put('test.say', { actor, payload })
  const others = { accountId: newId(), postId: newId(), agencyId: newId(), role: 'chair' }
  for (const [key, value] of Object.entries(others))
    await expect(put('test.say', { actor: { ...actor, [key]: value }, payload })).rejects.toThrow(
      'row-level security',
    )
  await expect(put('tasks.hand_over', { payload: {} })).rejects.toThrow('row-level security')
  const nobody = sql`insert into pgboss.job_common (name, data) values ('test.say', '{}')`
  await expect(nobody.execute(app)).rejects.toThrow('row-level security')
  const seen = await context.write((tx) => sql`select id from pgboss.job`.execute(tx))
  expect(seen.rows).toEqual([])
  await queue.drain()
})

test('the application may put jobs in, and neither read nor change what others put in', async () => {
  for (const statement of [
    'select data from pgboss.job',
    'update pgboss.job set priority = 9',
    'delete from pgboss.job',
  ])
    await expect(sql.raw(statement).execute(app)).rejects.toThrow('permission denied')
})
