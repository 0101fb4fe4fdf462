import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const PATIENCE_MS = 90_000

/** The real program as a process of its own. */
export interface Program {
  child: ChildProcess
  url: string
  output: () => string
  /** Waits until it answers that it is ready; throws what it said when it ends before. */
  ready: () => Promise<void>
  /** Waits for its end and answers the exit code. */
  ended: () => Promise<number | null>
}

export interface ProgramOptions {
  folder: string
  port: number
  script?: string
  args?: readonly string[]
  env?: Record<string, string>
}

/** Every program started here is killed by `killAll` at the end of a test file at the latest. */
const started = new Set<ChildProcess>()

export function startProgram({
  folder,
  port,
  script = 'server/bin/start.js',
  args = [],
  env = {},
}: ProgramOptions): Program {
  const inherited = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' }
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...inherited, HOPLUC_DATA: folder, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exit = once(child, 'close').then(() => child.exitCode)
  const url = `http://127.0.0.1:${port}`
  return {
    child,
    url,
    output: () => output,
    ended: () => exit,
    ready: async () => {
      for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(50)) {
        if (child.exitCode !== null) break
        const answer = await fetch(`${url}/api/ready`).catch(() => undefined)
        if (answer?.ok) return
      }
      throw new Error(`Not ready:\n${output}`)
    },
  }
}

export async function killAll(): Promise<void> {
  for (const child of started) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGTERM')
    await once(child, 'close')
  }
  started.clear()
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('No port')
  return address.port
}

/** Of all processes of PostgreSQL on the folder's data, however they were started. */
export function postgresPids(folder: string): number[] {
  const data = join(folder, 'database/postgres')
  const own = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  const mothers = own.filter((pid) => readProc(pid, 'cmdline').split('\0').includes(data))
  const children = own.filter((pid) => {
    const parent = Number(readProc(pid, 'stat').split(') ')[1]?.split(' ')[1])
    return mothers.includes(parent)
  })
  return [...mothers, ...children]
}

function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}

/** As the owner, through the socket beside the data. */
export async function ownerClient(folder: string): Promise<pg.Client> {
  const secrets: unknown = JSON.parse(readFileSync(join(folder, 'database/secrets.json'), 'utf8'))
  const password = Object.entries(secrets ?? {}).find(([role]) => role === 'owner')?.[1]
  const client = new pg.Client({
    host: join(folder, 'database/socket'),
    port: 5432,
    user: 'hopluc_owner',
    password: String(password),
    database: 'hopluc',
  })
  client.on('error', () => undefined) // it is killed under us
  await client.connect()
  return client
}
