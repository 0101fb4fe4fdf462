import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import {
  freePort,
  killAll,
  ownerClient,
  postgresPids,
  type Program,
  startProgram,
} from '../testing/program.ts'

const LONG = 200_000
const place = await mkdtemp(join(tmpdir(), 'hopluc-start-'))
const folder = join(place, 'data')
const port = await freePort()

afterAll(async () => {
  await killAll()
  for (const one of ['data', 'early'])
    for (const pid of postgresPids(join(place, one))) process.kill(pid, 'SIGKILL')
  await sleep(200)
  await rm(place, { recursive: true, force: true })
}, LONG)

const start = () => startProgram({ folder, port })

function killHard(program: Program, pids: readonly number[]) {
  program.child.kill('SIGKILL')
  for (const pid of pids) process.kill(pid, 'SIGKILL')
  return program.ended()
}

/** Inserts from several connections until they break; answers what was acknowledged. */
async function writeUntilKilled(kill: () => Promise<unknown>): Promise<number[]> {
  const acknowledged: number[] = []
  const clients = await Promise.all(Array.from({ length: 4 }, () => ownerClient(folder)))
  const writers = clients.map(async (client, writer) => {
    for (let n = writer; ; n += clients.length) {
      await client.query('insert into crash values ($1)', [n])
      acknowledged.push(n)
    }
  })
  const broken = Promise.allSettled(writers)
  while (acknowledged.length < 500) await sleep(5)
  await kill()
  await broken
  return acknowledged
}

test(
  'an empty folder becomes a running system; what was acknowledged outlives kill -9 of everything',
  { timeout: LONG },
  async () => {
    const first = start()
    await first.ready()
    expect(first.output()).toContain(first.url)
    const page = await fetch(first.url)
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ])
    const setUp = await ownerClient(folder)
    await setUp.query('create table crash (n int primary key)')
    await setUp.end()

    const acknowledged = await writeUntilKilled(() => killHard(first, postgresPids(folder)))
    const second = start()
    await second.ready()
    const client = await ownerClient(folder)
    const { rows } = await client.query<{ n: number }>('select n from crash')
    await client.end()
    const kept = new Set(rows.map(({ n }) => n))
    expect(acknowledged.length).toBeGreaterThanOrEqual(500)
    expect(acknowledged.filter((n) => !kept.has(n))).toEqual([])
    await killHard(second, [])
  },
)

test('killed without its database, it takes that over again', { timeout: LONG }, async () => {
  const before = postgresPids(folder)
  expect(before).not.toEqual([])
  const program = start()
  await program.ready()
  expect(postgresPids(folder)).toContain(before[0])

  const second = startProgram({ folder, port: await freePort() })
  expect(await second.ended()).toBe(1)
  expect(second.output()).toContain(
    `đang được một tiến trình Hợp Lực khác sử dụng (pid ${program.child.pid}`,
  )
  expect(second.output()).toContain('is in use by another')

  program.child.kill('SIGTERM')
  expect(await program.ended()).toBe(0)
  expect(postgresPids(folder)).toEqual([])
  await expect(fetch(program.url)).rejects.toThrow('fetch failed')
})

test('stopped at the terminal, it ends clean', { timeout: LONG }, async () => {
  const program = start()
  await program.ready()
  program.child.kill('SIGINT')
  program.child.kill('SIGINT') // npm and the terminal both send one
  expect(await program.ended()).toBe(0)
  expect(postgresPids(folder)).toEqual([])
})

test('it ends when the npm that started it is killed', { timeout: LONG }, async () => {
  const shell = spawn('/bin/sh', ['-c', `'${process.execPath}' server/bin/start.js & wait`], {
    env: { ...process.env, HOPLUC_DATA: folder, PORT: String(port), npm_lifecycle_event: 'start' },
    stdio: 'ignore',
  })
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/api/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
  await expect.poll(isReady, { timeout: 60_000 }).toBe(true)
  shell.kill('SIGKILL')
  await once(shell, 'close')
  const next = start() // at once, as a person would
  await expect.poll(next.output, { timeout: LONG }).toContain(next.url)
  await next.ready()
  next.child.kill('SIGTERM')
  expect(await next.ended()).toBe(0)
})

test('a taken port is one clear sentence', { timeout: LONG }, async () => {
  const other = createServer().listen(port, '127.0.0.1')
  await once(other, 'listening')
  const program = start()
  expect(await program.ended()).toBe(1)
  expect(program.output()).toContain(`Cổng ${port} đang được chương trình khác dùng`)
  expect(program.output()).not.toContain('    at ')
  expect(postgresPids(folder)).toEqual([])
  other.close()
})

test('so is a folder that cannot be written', { timeout: LONG }, async () => {
  const closed = process.getuid?.() === 0 ? '/dev/null/data' : join(place, 'closed')
  if (process.getuid?.() !== 0) {
    await mkdir(closed)
    await chmod(closed, 0o555)
  }
  const program = startProgram({ folder: closed, port })
  expect(await program.ended()).toBe(1)
  expect(program.output()).toContain(`Không ghi được vào thư mục dữ liệu ${closed}`)
  expect(program.output()).not.toContain('    at ')
})

test('killed while it makes the database, it makes it anew', { timeout: LONG }, async () => {
  const early = join(place, 'early')
  const program = startProgram({ folder: early, port })
  while (!existsSync(early)) await sleep(5)
  await sleep(400) // in the middle of initdb
  await killHard(program, [])
  expect(existsSync(join(early, 'database'))).toBe(false)
  const next = startProgram({ folder: early, port })
  await next.ready()
  next.child.kill('SIGTERM')
  expect(await next.ended()).toBe(0)
})

test('production does not start half-configured', { timeout: LONG }, async () => {
  const serve = (env: Record<string, string>, data = '') =>
    startProgram({ folder: data, port, script: 'server/bin/hopluc.js', args: ['serve'], env })
  const bare = serve({})
  expect(await bare.ended()).toBe(1)
  expect(bare.output()).toContain('DATABASE_URL')
  const odd = serve({ DATABASE_URL: 'mysql://somewhere' })
  expect(await odd.ended()).toBe(1)
  expect(odd.output()).toContain('postgres://')
  const away = serve({ DATABASE_URL: 'postgres://hopluc_app:x@127.0.0.1:1/hopluc' })
  expect(await away.ended()).toBe(1)
  expect(away.output()).toContain('Không kết nối được cơ sở dữ liệu')
})
