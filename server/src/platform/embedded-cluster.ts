import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { DATABASE_ROLES, Refusal } from './config.ts'
import { type Binaries, handOver, handOverAll, run } from './embedded-binaries.ts'

const Secrets = z.object({
  postgres: z.string(),
  ...Object.fromEntries(DATABASE_ROLES.map((role) => [role, z.string()])),
})
const SOCKET_NAME = '.s.PGSQL.5432.lock'
const LONGEST_SOCKET = 107 // sun_path holds 108 bytes with its end

/** A database of our own making on disk, running or not. */
export interface Cluster {
  /** PostgreSQL's own folder. */
  data: string
  log: string
  /** Passwords of the superuser and of the roles. */
  secrets: Record<string, string>
  isFresh: boolean
}

/** Makes the folder, or says in one sentence why it cannot be used. */
export function openFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    const probe = join(folder, `.write-${process.pid}`)
    writeFileSync(probe, 'x')
    rmSync(probe)
  } catch (error) {
    if (codeOf(error) === 'ENOSPC') throw diskFull(folder, error)
    throw new Refusal(
      {
        vi: `Không ghi được vào thư mục dữ liệu ${folder} (${codeOf(error)}). Hãy cấp quyền ghi cho người dùng đang chạy, hoặc đặt HOPLUC_DATA sang thư mục khác.`,
        en: `The data folder ${folder} cannot be written (${codeOf(error)}). Give the running user the right to write there, or set HOPLUC_DATA to another folder.`,
      },
      error,
    )
  }
}

/**
 * Opens the cluster in `folder`, or makes one beside it and puts it in place whole: a start that was
 * killed half-way leaves nothing that the next one could take for a database.
 */
export function openCluster(folder: string, binaries: Binaries): Cluster {
  const place = join(folder, 'database')
  const isFresh = !existsSync(place)
  if (isFresh) createCluster(folder, place, binaries)
  if (process.getuid?.() === 0) {
    handOverAll(binaries, join(place, 'postgres'))
    handOver(binaries, place)
  }
  try {
    const secrets = Secrets.parse(JSON.parse(readFileSync(join(place, 'secrets.json'), 'utf8')))
    return { data: join(place, 'postgres'), log: join(place, 'log'), secrets, isFresh }
  } catch (error) {
    throw new Refusal(
      {
        vi: `Không đọc được ${place}/secrets.json (${codeOf(error)}): thư mục dữ liệu thuộc về người dùng khác hoặc bị thiếu tệp.`,
        en: `${place}/secrets.json cannot be read (${codeOf(error)}): the data folder is another user's or incomplete.`,
      },
      error,
    )
  }
}

function createCluster(folder: string, place: string, binaries: Binaries): void {
  removeUnfinished(folder)
  const draft = mkdtempSync(join(folder, `database.new-${process.pid}-`))
  const names = ['postgres', ...DATABASE_ROLES]
  const secrets = Object.fromEntries(
    names.map((name) => [name, randomBytes(24).toString('base64url')]),
  )
  const password = join(draft, 'password')
  try {
    writeFileSync(password, secrets.postgres ?? '', { mode: 0o600 })
    writeFileSync(join(draft, 'secrets.json'), JSON.stringify(secrets), {
      mode: 0o600,
      flush: true,
    })
    for (const path of [draft, password]) handOver(binaries, path)
    const options = '-U postgres -A scram-sha-256 -E UTF8 --locale=C.UTF-8'.split(' ')
    const places = ['-D', join(draft, 'postgres'), '--pwfile', password]
    const { status, error, stderr } = run(binaries, 'initdb', [...options, ...places])
    if (status !== 0) throw initFailed(folder, error?.message ?? stderr)
    rmSync(password)
    renameSync(draft, place)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (existsSync(place)) return // another start was quicker
    if (codeOf(error) === 'ENOSPC') throw diskFull(folder, error)
    throw error
  }
}

/** What a start that was killed left behind. */
function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^database\.new-(\d+)-/.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/**
 * Where the socket lies: beside the data, or, when that path is too long or strange for a socket, in
 * a folder of our own below the system's temporary one. Nobody else may enter either.
 */
export function socketFolder(folder: string, binaries: Binaries): string {
  const beside = join(folder, 'database', 'socket')
  const fits = Buffer.byteLength(join(beside, SOCKET_NAME)) <= LONGEST_SOCKET
  if (fits && /^[\w./-]+$/.test(beside)) return closedFolder(beside, binaries)
  const note = join(folder, 'database', 'socket-folder')
  const known = existsSync(note) ? readFileSync(note, 'utf8') : ''
  if (known && isClosed(known, binaries)) return known
  const made = mkdtempSync(join(realpathSync(tmpdir()), 'hopluc-'))
  handOver(binaries, made)
  writeFileSync(note, made, { mode: 0o600 })
  return made
}

function closedFolder(path: string, binaries: Binaries): string {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  handOver(binaries, path)
  return path
}

function isClosed(path: string, { ids }: Binaries): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  const uid = ids.uid ?? process.getuid?.()
  return found?.isDirectory() === true && found.uid === uid && (found.mode & 0o077) === 0
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

export function diskFull(folder: string, cause: unknown): Refusal {
  return new Refusal(
    {
      vi: `Ổ đĩa chứa ${folder} đã đầy. Hãy giải phóng ít nhất 200 MB rồi khởi động lại; dữ liệu đã ghi không mất.`,
      en: `The disk of ${folder} is full. Free at least 200 MB and start again; what was saved is not lost.`,
    },
    cause,
  )
}

export function codeOf(error: unknown): string {
  const isCoded = error instanceof Error && 'code' in error && typeof error.code === 'string'
  return isCoded ? String(error.code) : String(error)
}

function initFailed(folder: string, output: string): Refusal {
  if (output.includes('No space left')) return diskFull(folder, output)
  const last = output.trim().split('\n').slice(-3).join(' ')
  return new Refusal(
    {
      vi: `Không tạo được cơ sở dữ liệu trong ${folder}: ${last}`,
      en: `The database could not be made in ${folder}: ${last}`,
    },
    output,
  )
}
