import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from './config.ts'
import { type Binaries, handOver } from './embedded-binaries.ts'
import { type Cluster, codeOf, diskFull, isAlive } from './embedded-cluster.ts'
import { alone } from './embedded-lock.ts'
import type { Connection } from './embedded.ts'

const LARGEST_LOG = 20 * 1024 * 1024
const PATIENCE_MS = 60_000
/** Seen in the log of a start that only has to wait for what an earlier one left to end. */
const PASSES = /lock file|pre-existing shared memory|is another postmaster/i
const ANSWERS_SOON = ['57P03', '57P01', 'ECONNRESET', 'EPIPE'] // starting up, recovering, stopping

const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '192MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

interface Situation {
  folder: string
  cluster: Cluster
  binaries: Binaries
  host: string
  settings: Record<string, string>
  /** As superuser, to the database `postgres`. */
  connection: Connection
  /** True when no other process of ours works with it. */
  isUnused: (client: pg.Client) => Promise<boolean>
}

export interface Postmaster {
  /** A connection to the running PostgreSQL, which it starts when none runs. */
  reach: () => Promise<pg.Client>
  /** Ends it as `pg_ctl stop -m fast` does, and waits for the end. */
  stop: () => Promise<void>
}

export function createPostmaster(situation: Situation): Postmaster {
  const { cluster } = situation
  const pidFile = join(cluster.data, 'postmaster.pid')

  /** Of the PostgreSQL that runs on our data, not of whoever has its number today. */
  const runningPid = (): number | undefined => {
    const pid = Number(readText(pidFile)?.split('\n')[0])
    if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined
    const command = readText(`/proc/${pid}/cmdline`)?.split('\0') ?? []
    return command.includes(cluster.data) ? pid : undefined
  }

  const stop = async () => {
    const pid = runningPid()
    if (pid === undefined) return
    process.kill(pid, 'SIGINT')
    await until(() => !isAlive(pid) || isZombie(pid), PATIENCE_MS)
  }

  const reach = async (): Promise<pg.Client> => {
    const deadline = Date.now() + PATIENCE_MS
    const starter = { child: undefined as Starting | undefined }
    while (true) {
      const found = await tryConnect(situation.connection)
      if (found instanceof pg.Client) {
        if (!isReplaced(runningPid()) || !(await situation.isUnused(found))) return found
        await found.end()
        await stop() // its programs were replaced under it
        continue
      }
      const isBusy = ANSWERS_SOON.includes(found.code)
      if (!isBusy && Date.now() > deadline) throw startFailed(situation, found.message)
      if (starter.child?.hasEnded) {
        const said = starter.child.output()
        if (!PASSES.test(said) || Date.now() > deadline) throw startFailed(situation, said)
        starter.child = undefined
        await sleep(100)
      }
      const pid = runningPid()
      if (pid === undefined && !starter.child) {
        removeForeign(situation, pidFile)
        starter.child = start(situation)
      } else if (pid !== undefined && !starter.child && !isBusy && found.code === 'ENOENT') {
        await stop() // it runs, but somebody swept its socket away
      }
      await sleep(10)
    }
  }
  // Two that start at once would each take the other's young files for stale ones.
  return { reach: () => alone(situation.folder, reach), stop }
}

interface Starting {
  hasEnded: boolean
  output: () => string
}

function start({ cluster, binaries, host, settings }: Situation): Starting {
  mkdirSync(host, { recursive: true, mode: 0o700 })
  if ((statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG)
    truncateSync(cluster.log)
  const log = openSync(cluster.log, 'a', 0o600)
  handOver(binaries, cluster.log)
  const from = statSync(cluster.log).size
  const given = { ...SETTINGS, unix_socket_directories: host, ...settings }
  const options = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const whole = [join(binaries.bin, 'postgres'), '-D', cluster.data, '-p', '5432', ...options]
  const [command = '', ...rest] = [...binaries.prefix, ...whole]
  const child = spawn(command, rest, {
    ...binaries.ids,
    env: binaries.env,
    cwd: '/',
    detached: true, // a Ctrl-C at the terminal is ours to handle first
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  const starting: Starting = {
    hasEnded: false,
    output: () => readFileSync(cluster.log).subarray(from).toString(),
  }
  child.on('error', () => (starting.hasEnded = true))
  child.on('exit', () => (starting.hasEnded = true))
  return starting
}

/**
 * PostgreSQL clears away after a process that is gone; a number that another process of ours has
 * today it believes, and does not start. Called when no PostgreSQL runs on our data, under the lock.
 */
function removeForeign({ host }: Situation, pidFile: string): void {
  for (const path of [pidFile, join(host, '.s.PGSQL.5432.lock')]) {
    const pid = Number(readText(path)?.split('\n')[0])
    if (Number.isInteger(pid) && pid > 0 && isAlive(pid)) rmSync(path, { force: true })
  }
}

async function tryConnect(
  connection: Connection,
): Promise<pg.Client | { code: string; message: string }> {
  const client = new pg.Client({ ...connection, application_name: 'hopluc' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    return { code: codeOf(error), message: String(error) }
  }
}

/** True when its program is no longer on the disk, as after a new `npm ci`. */
function isReplaced(pid: number | undefined): boolean {
  if (pid === undefined) return false
  try {
    return !existsSync(readlinkSync(`/proc/${pid}/exe`))
  } catch {
    return false // not ours to look at
  }
}

function isZombie(pid: number): boolean {
  return readText(`/proc/${pid}/stat`)?.split(') ')[1]?.startsWith('Z') ?? true
}

async function until(isTrue: () => boolean, patience: number): Promise<void> {
  const deadline = Date.now() + patience
  while (!isTrue() && Date.now() < deadline) await sleep(10)
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function startFailed({ folder, cluster }: Situation, output: string): Refusal {
  if (output.includes('No space left')) return diskFull(folder, output)
  const reason =
    /(?:FATAL|PANIC): +(.*)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? ''
  return new Refusal(
    {
      vi: `Cơ sở dữ liệu trong ${folder} không khởi động được: ${reason} (xem ${cluster.log}).`,
      en: `The database in ${folder} does not start: ${reason} (see ${cluster.log}).`,
    },
    output,
  )
}
